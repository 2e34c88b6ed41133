/** How text is to look: for a terminal with colour and a width, or plain for files and pipes. */
export interface Look {
  readonly colour: boolean;
  /** Columns to break lines at; null leaves them whole. */
  readonly width: number | null;
}

export const PLAIN: Look = { colour: false, width: null };

export type Paint = 'bold' | 'red' | 'yellow' | 'green' | 'faint';

const CODES: Readonly<Record<Paint, string>> = { bold: '1', red: '31', yellow: '33', green: '32', faint: '2' };

export function paint(text: string, how: Paint, look: Look): string {
  return look.colour ? `\u001b[${CODES[how]}m${text}\u001b[0m` : text;
}

/** Control characters in a file could steer a terminal; direction marks could disguise a name. */

const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/** Text from a workbook or a file name, safe to print on one line. */
export function oneLine(text: string): string {
  return text.replace(UNSAFE, ' ');
}
