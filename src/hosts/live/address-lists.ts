/** Addresses joined to lists, none longer than a range of the program takes. */
export function addressLists(addresses: readonly string[], most: number): string[] {
  const lists: string[] = [];
  for (const address of addresses) {
    const last = lists[lists.length - 1];
    if (last !== undefined && last.length + address.length + 1 <= most) lists[lists.length - 1] = `${last},${address}`;
    else lists.push(address);
  }
  return lists;
}
