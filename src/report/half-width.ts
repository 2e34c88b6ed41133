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

export function halfWidthOf(text: string): string {
  let half = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!;
    const code = text.charCodeAt(at);
    half +=
      WIDE_ONLY[letter] ?? (code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : letter === '\u00a0' ? ' ' : letter);
  }
  return half;
}
