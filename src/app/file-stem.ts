// How a payee's files are named: by the id alone, so that a later run for somebody else never takes
// the name. In: an id. Out: a name that is safe on every file system.

const SLUG_LENGTH_MAX = 80;

/** `cara-losch` as it is; `Cara Losch` as `cara-losch-` and a mark of exactly this spelling. */
export function fileStem(id: string): string {
  const plain = id.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, SLUG_LENGTH_MAX);
  return slug === id && slug !== '' ? id : `${slug || 'payee'}-${markOf(id)}`;
}

/**
 * FNV-1a of 64 bits, cut to 40: names in a script without Latin letters all have the slug `payee`,
 * and a thousand of them still differ.
 */
function markOf(id: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(id)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0').slice(-10);
}
