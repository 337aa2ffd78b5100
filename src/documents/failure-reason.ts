// Why a library or the operating system failed, in one word where it has one.
// In: whatever was thrown. Out: its code, or else its message.

/** No `instanceof`: an error that comes from a worker or another realm is not this realm's. */
export function reasonOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return String(cause);
  if ('code' in cause) return String(cause.code);
  return 'message' in cause ? String(cause.message) : 'unknown reason';
}
