/** Sheets written as text: one line a row, cells parted by 「|」. */

export interface Cell {
  readonly v?: string | number | boolean;
  readonly f?: string;
  /** Number format. */
  readonly z?: string;
  /** The whole `<c>` element instead, with 「@」 for its address. */
  readonly xml?: string;
}

export interface Sheet {
  readonly name: string;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly merges: readonly string[];
  readonly state?: 'hidden' | 'veryHidden';
  /** XML after `<sheetData>` and merges. */
  readonly tail?: string;
}

export type Over = Readonly<Record<string, string | Cell>>;

const MARKED = /^(.*)@@(.+)$/;

/** 「12」 number, 「'12」 text, 「0.9@@0.0%」 with a format, 「=A1+1~3」 formula and result, 「=A1+1~」 without one, 「true!」 a ticked box. */
export function cellOf(text: string): Cell {
  const marked = MARKED.exec(text);
  if (marked !== null) return { ...cellOf(marked[1]!), z: marked[2]! };
  const formula = /^=(.*)~([^~]*)$/s.exec(text);
  if (formula !== null) return { f: formula[1]!, ...(formula[2] === '' ? {} : { v: plain(formula[2]!) }) };
  return text === 'true!' ? { v: true } : { v: plain(text) };
}

function plain(text: string): string | number {
  if (text.startsWith("'")) return text.slice(1);
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text.replace(/\\n/g, '\n');
}

export const letters = (col: number): string => (col < 26 ? '' : letters(Math.floor(col / 26) - 1)) + String.fromCharCode(65 + (col % 26));

/** 「<」 joins a cell to the one on its left, 「^」 to the one above. `over`: cells otherwise, by address; '' empties one. */
export function sheet(name: string, text: string, over: Over = {}, more: Partial<Sheet> = {}): Sheet {
  const rows = text
    .replace(/^\n/, '')
    .replace(/\n\s*$/, '')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const cells = new Map<string, Cell>();
  const owners = new Map<string, [number, number]>();
  const ends = new Map<string, [number, number]>();
  rows.forEach((row, r) =>
    row.forEach((cell, c) => {
      const owner = (cell === '<' ? owners.get(`${r},${c - 1}`) : cell === '^' ? owners.get(`${r - 1},${c}`) : undefined) ?? [r, c];
      owners.set(`${r},${c}`, owner);
      ends.set(`${owner[0]},${owner[1]}`, [r, c]);
      if (cell !== '' && cell !== '<' && cell !== '^') cells.set(`${letters(c)}${r + 1}`, cellOf(cell));
    }),
  );
  for (const [at, cell] of Object.entries(over)) {
    if (cell === '') cells.delete(at);
    else cells.set(at, typeof cell === 'string' ? cellOf(cell) : cell);
  }
  const merges = [...ends]
    .map(([from, [r, c]]) => [from.split(',').map(Number) as [number, number], r, c] as const)
    .filter(([[top, left], r, c]) => r > top || c > left)
    .map(([[top, left], r, c]) => `${letters(left)}${top + 1}:${letters(c)}${r + 1}`);
  return { name, cells, merges, ...more };
}

/** 「G14」 as 0-based row and column. */
export function addressOf(at: string): [number, number] {
  const match = /^([A-Z]+)(\d+)$/.exec(at)!;
  const col = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return [Number(match[2]) - 1, col];
}
