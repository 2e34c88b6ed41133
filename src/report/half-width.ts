/** Text in half width, letter for letter, so that places hold for the text as it stands. */
const WIDE_ONLY: Readonly<Record<string, string>> = {
  '　': ' ',
  '。': '。',
  '﹪': '%',
  '∶': ':',
  '︰': ':',
  '—': '-',
  '–': '-',
  '−': '-',
  '－': '-',
  '―': '-',
  '≦': '≤',
  '≧': '≥',
  '⩽': '≤',
  '⩾': '≥',
  '×': '×',
  '✕': '×',
  '＊': '×',
  '*': '×',
};

const WIDE = new RegExp(`[\\uff01-\\uff5e\\u00a0${Object.keys(WIDE_ONLY).join('').replace('*', '\\*')}]`, 'g');

export function halfWidthOf(text: string): string {
  return text.replace(WIDE, (letter) => {
    const code = letter.charCodeAt(0);
    return WIDE_ONLY[letter] ?? (code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : ' ');
  });
}
