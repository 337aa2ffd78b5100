// Makes the choices behind a broken law plainer while it stays broken: whole stretches of them
// first, then one by one. In: choices, whether a law is broken by others. Out: the plainest found.

export function plainer(
  numbers: readonly number[],
  isBroken: (numbers: readonly number[]) => boolean,
  until: number,
): readonly number[] {
  let plainest = numbers;
  let isPlainer = true;
  while (isPlainer) {
    isPlainer = false;
    for (let size = 256; size >= 1; size = Math.floor(size / 2)) {
      for (let start = 0; start < plainest.length; start += size) {
        if (Date.now() > until) return plainest;
        const tried = withoutChoices(plainest, start, size).find(isBroken);
        if (tried) [plainest, isPlainer] = [tried, true];
      }
    }
  }
  return plainest;
}

/** A stretch taken out, and the same stretch at zero; nothing where it is zero already. */
function withoutChoices(
  numbers: readonly number[],
  start: number,
  size: number,
): readonly (readonly number[])[] {
  const end = start + size;
  const zeros = numbers.map((number, index) => (start <= index && index < end ? 0 : number));
  const isPlain = zeros.every((number, index) => number === numbers[index]);
  const cut = numbers.toSpliced(start, size);
  return isPlain ? [] : [cut, zeros];
}
