// The names that a workbook's live cells have: `bookings_attainment` for the worksheet's cell
// `bookings.attainment`. Letters, digits and underscores only, which all spreadsheet programs take;
// never what could be an address. In: ids. Out: names, each given once.

/** Shorter than what Excel and Google Sheets allow (255 and 250). */
const LENGTH_MAX = 200;
/** `A1`, `XFD1048576`, `R1C1`: a name must not look like an address. */
const ADDRESS_LIKE = /^([a-z]{1,3}\d+|r\d*c\d*|r\d*|c\d*|true|false)$/i;

export class NameGiver {
  readonly #nameById = new Map<string, string>();
  readonly #given = new Set<string>();

  /** The same name for the same id, and for no other. */
  nameOf(id: string): string {
    const known = this.#nameById.get(id);
    if (known) return known;
    const name = this.#free(spelled(id));
    this.#nameById.set(id, name);
    this.#given.add(name.toLowerCase());
    return name;
  }

  /** Names differ by more than the case of their letters. */
  #free(wanted: string): string {
    let name = wanted;
    for (let count = 2; this.#given.has(name.toLowerCase()); count += 1)
      name = `${wanted}_${count}`;
    return name;
  }
}

function spelled(id: string): string {
  const plain = id.replaceAll(/[^a-z0-9_]/gi, '_').slice(0, LENGTH_MAX);
  return ADDRESS_LIKE.test(plain) || !/^[a-z_]/i.test(plain) ? `_${plain}` : plain;
}
