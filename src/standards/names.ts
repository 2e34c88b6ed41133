/** Names of indicators as they are compared: without spaces, marks, numbering and quotes. */
import { nameAndWeight } from '../recognition';
import { oncePerKey } from '../workbook';

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
