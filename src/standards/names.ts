/** Names of indicators as they are compared: without spaces, marks, numbering and quotes. */
import { nameAndWeight } from '../recognition/names';
import { oncePerKey } from '../workbook/once-per-key';

const NUMBERING = /^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．:：])+/;
const MARKS = /[“”"'‘’「」『』《》<>〈〉()[\]【】、,，:：;；·.。\-—_/★☆▲*]/g;

/** 「1.“三公经费” 控制率（5分）」 → 三公经费控制率. */
export const nameKey: (name: string) => string = oncePerKey((name) => {
  const { name: bare } = nameAndWeight(name);
  const plain = bare.replace(NUMBERING, '').replace(MARKS, '');
  return plain === '' ? bare : plain;
});

/** Texts (criteria, notes) as they are compared: without spaces and with punctuation of one kind. */
export const textKey: (text: string) => string = oncePerKey((text) =>
  text
    .replace(/[\s\u00a0\u3000\ufeff\u200b]+/g, '')
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/≧|⩾|>=/g, '≥')
    .replace(/≦|⩽|<=/g, '≤')
    .replace(/[“”„‟"'‘’]/g, '"')
    .replace(/(?<![、,;。.])[、,;。.]+$/, '')
    .replace(/。/g, '.')
    .replace(/、/g, ','),
);

/** Dice's share of common pairs of characters, 0 … 1. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = (text: string): readonly string[] =>
    text.length < 2 ? [text] : Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2));
  const [left, right] = [pairs(a), pairs(b)];
  const counts = new Map<string, number>();
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of right) {
    const rest = counts.get(pair) ?? 0;
    if (rest === 0) continue;
    common += 1;
    counts.set(pair, rest - 1);
  }
  return (2 * common) / (left.length + right.length);
}
