// Names of fields as people read them.
// In: the names on the way to a field, as plans are written. Out: a label.

/** `payoutCap, ofTarget` becomes “Payout cap of target”. */
export function labelOf(names: readonly string[]): string {
  const words = names
    .map((name) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
    .join(' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
