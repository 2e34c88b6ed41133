/** Puts one more into the list at a key. A new list for each one more would cost the square of what a file holds. */
export function pushTo<K, V>(lists: Map<K, V[]>, key: K, one: V): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [one]);
  else known.push(one);
}
