/** How wide text is where Chinese letters take two columns (terminals, worksheet columns), and where it may be broken. */

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Stay at the end of a line, never begin one. */
const CLOSING = /^[，。、；：！？）」』》】〕”’…,.;:!?)\]}%℃·]+$/u;
/** Never end a line. */
const OPENING = /^[（「『《【〔“‘([{]$/u;
const TOKENS = /[!-~]+|\s+|./gu;

export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += WIDE.test(letter) ? 2 : 1;
  return width;
}

/** Pieces that are not to be broken: words and numbers, each Chinese letter with the marks that belong to it. */
function unbreakable(text: string): string[] {
  const pieces: string[] = [];
  let opened = '';
  for (const [token] of text.matchAll(TOKENS)) {
    if (OPENING.test(token)) opened += token;
    else if (CLOSING.test(token) && pieces.length > 0 && opened === '') pieces[pieces.length - 1] += token;
    else {
      pieces.push(opened + token);
      opened = '';
    }
  }
  if (opened !== '') pieces.push(opened);
  return pieces;
}

/** Breaks text into lines of at most `width` columns; a piece longer than a line stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of unbreakable(text)) {
    const size = textWidth(piece);
    if (used > 0 && used + textWidth(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    if (used === 0 && piece.trim() === '') continue;
    line += piece;
    used += size;
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}
