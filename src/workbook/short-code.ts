/** Short codes out of texts: the same text gives the same code everywhere, without clock or chance. */

/** Crockford's base 32: no I, L, O, U, so that a code read over the telephone or from paper comes out right. */
export const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 53 bits of a text, well mixed. */
function mixed(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/** So many letters (at most ten) that stand for a text. */
export function shortCode(text: string, letters: number): string {
  let rest = mixed(text);
  let code = '';
  for (let index = 0; index < letters; index += 1) {
    code += CODE_LETTERS[rest % 32]!;
    rest = Math.floor(rest / 32);
  }
  return code;
}
