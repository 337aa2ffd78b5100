// Builds .xlsx files byte by byte, so that tests can also build what no spreadsheet would write.
// In: the XML of sheets, or zip entries with forged sizes. Out: the file's bytes.
// Source: ECMA-376 (the five parts a workbook needs), PKWARE APPNOTE (the zip around them).

import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content: string | Buffer;
  /** What the headers claim instead of the true unpacked size. */
  readonly claimedSize?: number;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Cell styles by number: 0 general, 1 date, 2 date and time, 3 duration, 4 a price in DM. */
const NUMBER_FORMATS = [0, 14, 164, 165, 166].map((id) => `<xf numFmtId="${id}"/>`).join('');
const STYLES = `${XML}<styleSheet ${MAIN}><numFmts count="3">
<numFmt numFmtId="164" formatCode="yyyy-mm-dd hh:mm"/><numFmt numFmtId="165" formatCode="[h]:mm"/>
<numFmt numFmtId="166" formatCode="#,##0.00\\ \\d\\m"/></numFmts><fonts count="1"><font/></fonts>
<fills count="1"><fill/></fills><borders count="1"><border/></borders>
<cellXfs count="5">${NUMBER_FORMATS}</cellXfs></styleSheet>`;

export interface SheetXml {
  readonly name?: string;
  /** What stands inside `<sheetData>`. */
  readonly rows: string;
  /** What stands around it. */
  readonly before?: string;
  readonly after?: string;
  readonly isHidden?: boolean;
}

export function workbookParts(
  sheets: readonly SheetXml[],
  sharedStrings = '',
  properties = '',
): ZipEntry[] {
  const list = sheets.map(({ name, isHidden }, index) => {
    const state = isHidden ? ' state="hidden"' : '';
    const id = index + 1;
    return `<sheet name="${name ?? `Sheet${id}`}" sheetId="${id}"${state} r:id="rId${id}"/>`;
  });
  const relations = sheets.map((_, index) => {
    const target = `Target="worksheets/sheet${index + 1}.xml"`;
    return `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" ${target}/>`;
  });
  const sheetList = `${properties}<sheets>${list.join('')}</sheets>`;
  return [
    part('workbook.xml', `workbook xmlns:r="${RELATIONS}"`, sheetList),
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${XML}<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`,
    },
    { name: 'xl/styles.xml', content: STYLES },
    part('sharedStrings.xml', 'sst', sharedStrings),
    ...sheets.map(({ rows, before, after }, index) => {
      const content = `${before ?? ''}<sheetData>${rows}</sheetData>${after ?? ''}`;
      return part(`worksheets/sheet${index + 1}.xml`, 'worksheet', content);
    }),
  ];
}

function part(name: string, root: string, inside: string): ZipEntry {
  const content = `${XML}<${root} ${MAIN}>${inside}</${root.split(' ')[0]}>`;
  return { name: `xl/${name}`, content };
}

/** A row of text cells, as XML. */
export function textRow(number: number, texts: readonly string[]): string {
  const cells = texts.map((text, index) => {
    const address = `${String.fromCharCode(65 + index)}${number}`;
    return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

export function workbook(...parts: Parameters<typeof workbookParts>): Buffer {
  return zip(workbookParts(...parts));
}

export function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedSize } of entries) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claimedSize ?? plain.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    centrals.push(Buffer.from('PK\x01\x02\x14\x00'), fields, place, Buffer.from(name));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
