/** How text is to look: for a terminal with colour and a width, or plain for files and pipes. */
export interface TextLook {
  readonly colour: boolean;
  /** Columns to break lines at; null leaves them whole. */
  readonly width: number | null;
}

export const PLAIN: TextLook = { colour: false, width: null };

export type Paint = 'bold' | 'red' | 'yellow' | 'green' | 'faint';

const CODES: Readonly<Record<Paint, string>> = { bold: '1', red: '31', yellow: '33', green: '32', faint: '2' };

export function painted(text: string, how: Paint, look: TextLook): string {
  return look.colour ? `\u001b[${CODES[how]}m${text}\u001b[0m` : text;
}

/** Control characters in a file could steer a terminal; direction marks and letters without width could disguise a name. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;
/** The same without the line end and the tab, which texts of several lines are made of. */
const UNSAFE_IN_LINES = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

const UNSEEN = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** JSON says the same with letters nobody sees written as escapes: a terminal shows them and does not obey. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(UNSEEN, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Text from a workbook or a file name, safe to print on one line. */
export function oneLine(text: string): string {
  return text.replace(UNSAFE, ' ');
}

/** Text of several lines, safe to print: nothing in it is obeyed by a terminal. */
export function safeLines(text: string): string {
  return text.replace(UNSAFE_IN_LINES, ' ');
}
