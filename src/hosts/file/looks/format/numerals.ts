/** Chinese numerals of the formats [DBNum1] 一二三, [DBNum2] 壹贰叁 and [DBNum3] full-width digits. */

const DIGITS: Readonly<Record<1 | 2 | 3, string>> = { 1: '〇一二三四五六七八九', 2: '零壹贰叁肆伍陆柒捌玖', 3: '０１２３４５６７８９' };
const UNITS: Readonly<Record<1 | 2, readonly string[]>> = { 1: ['', '十', '百', '千'], 2: ['', '拾', '佰', '仟'] };
const GROUPS = ['', '万', '亿', '万亿'];
const MOST_DIGITS = 16;

/** Digit by digit: 2025 → 二〇二五. */
export function spelled(text: string, kind: 1 | 2 | 3): string {
  return text.replace(/[0-9]/g, (digit) => DIGITS[kind][Number(digit)]!);
}

/** As it is read: 120 → 一百二十; `text` are the digits of a whole number. Longer ones are spelled. */
export function read(text: string, kind: 1 | 2 | 3): string {
  if (kind === 3 || text.length > MOST_DIGITS || !/^[0-9]+$/.test(text)) return spelled(text, kind);
  const digits = text.replace(/^0+(?=[0-9])/, '');
  if (digits === '0') return kind === 1 ? '〇' : '零';
  let out = '';
  let gap = false;
  for (let at = 0; at < digits.length; at += 1) {
    const place = digits.length - 1 - at;
    const digit = Number(digits[at]);
    if (digit === 0) gap = true;
    else {
      out += (gap && out !== '' ? DIGITS[kind][0]! : '') + DIGITS[kind][digit]! + UNITS[kind][place % 4]!;
      gap = false;
    }
    if (place % 4 === 0 && place > 0 && Number(digits.slice(Math.max(0, at - 3), at + 1)) > 0) out += GROUPS[place / 4]!;
  }
  return kind === 1 ? out.replace(/^一十/, '十') : out;
}
