// Asks the studio for JSON. In: an address. Out: what it says; a page that asks for what is not
// there is a fault of ours.

export async function load<T>(address: string): Promise<T> {
  const response = await fetch(address, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as T;
}
