/** Two files beside each other may give copies of one name (附件2.xls and 附件2.xlsx): the second gets a number. */
export function uniquely(parts: readonly (readonly [string, Uint8Array])[]): readonly (readonly [string, Uint8Array])[] {
  const taken = new Set<string>();
  return parts.map(([name, bytes]) => {
    let own = name;
    for (let number = 2; taken.has(own.toLowerCase()); number += 1) own = name.replace(/(\.[^./]*)?$/, ` (${number})$1`);
    taken.add(own.toLowerCase());
    return [own, bytes];
  });
}
