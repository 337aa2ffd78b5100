// Makes the bytes of a workbook depend on its content alone: a zip file notes when each of its
// parts was packed. In: a zip file's bytes. Out: the same bytes with one fixed date, in place.
// Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16 and 4.4.6.

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;

/** 1980-01-01 00:00, the first moment that a zip file can state: date in the upper two bytes. */
const FIRST_MOMENT = 0x00210000;

export function fixZipDates(bytes: Uint8Array): Uint8Array {
  const fixed = Uint8Array.from(bytes);
  const view = new DataView(fixed.buffer);
  const end = fixed.length - END_BYTES;
  expect(view, end, END_SIGNATURE);
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    expect(view, entry, CENTRAL_SIGNATURE);
    view.setUint32(entry + 12, FIRST_MOMENT, true);
    const local = view.getUint32(entry + 42, true);
    expect(view, local, LOCAL_SIGNATURE);
    view.setUint32(local + 10, FIRST_MOMENT, true);
    entry += CENTRAL_BYTES + variableLength(view, entry);
  }
  return fixed;
}

/** Name, extra field and comment stand behind the fixed fields. */
function variableLength(view: DataView, entry: number): number {
  const lengths = [28, 30, 32].map((field) => view.getUint16(entry + field, true));
  return lengths.reduce((total, each) => total + each);
}

function expect(view: DataView, offset: number, signature: number): void {
  if (view.getUint32(offset, true) !== signature) {
    throw new Error(`the workbook's zip file has no ${signature.toString(16)} at ${offset}`);
  }
}
