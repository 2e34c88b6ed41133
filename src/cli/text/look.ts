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

/** Direction marks and letters without width, which could disguise a name; the last is a pair: the tags, an alphabet nobody sees. */
const UNSEEN_LETTERS = String.raw`\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb`;
const TAGS = String.raw`\udb40[\udc00-\udc7f]`;
const unsafe = (controls: string): string => `(?:[${controls}${UNSEEN_LETTERS}]|${TAGS})`;

/** Control characters could steer a terminal. */
const UNSAFE = new RegExp(`${unsafe(String.raw`\u0000-\u001f\u007f-\u009f`)}+`, 'g');
/** The same without the line end and the tab, which texts of several lines are made of. */
const UNSAFE_IN_LINES = unsafe(String.raw`\u0000-\u0008\u000b-\u001f\u007f-\u009f`);
const LINES = new RegExp(`${UNSAFE_IN_LINES}+`, 'g');
/** What this program paints with, and everything unsafe. */
const AT_THE_EDGE = new RegExp(`\\u001b\\[(?:0|${Object.values(CODES).join('|')})m|${UNSAFE_IN_LINES}`, 'g');
const UNSEEN = new RegExp(`[\\u007f-\\u009f${UNSEEN_LETTERS}]|${TAGS}`, 'g');

const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** JSON says the same with letters nobody sees written as escapes: a terminal shows them and does not obey. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(UNSEEN, (letters) =>
    Array.from({ length: letters.length }, (_, at) => escaped(letters[at]!)).join(''),
  );
}

/** Text from a workbook or a file name, safe to print on one line. */
export function oneLine(text: string): string {
  return text.replace(UNSAFE, ' ');
}

/** Text of several lines, safe to print: nothing in it is obeyed by a terminal. */
export function safeLines(text: string): string {
  return text.replace(LINES, ' ');
}

/** The same for what may be painted: the last look before a text leaves the program, whoever made it. */
export function safeAtTheEdge(text: string): string {
  return text.replace(AT_THE_EDGE, (found) => (found.length > 2 ? found : ' '));
}
