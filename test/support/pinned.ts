/**
 * Pinned answers: whole outputs kept in text files beside a test, one line a thing. `npm run pin` renews them, and the difference is
 * reviewed like code: a line may only change where that was meant.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { a1 } from '../../src/workbook/address';
import { Dec } from '../../src/workbook/decimal';
import type { Addr, Rect } from '../../src/workbook/types';

/** Compares lines with the file, or writes it. What changed is shown with the heading it stands under. */
export function expectPinned(folder: string, name: string, lines: readonly string[]): void {
  const file = path.join(folder, `${name}.txt`);
  if (process.env['PIN'] === 'write') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `${lines.join('\n')}\n`);
  }
  expect(existsSync(file)).toBe(true);
  expect(changes(readFileSync(file, 'utf8').replace(/\n$/, '').split('\n'), lines)).toEqual([]);
}

/** The first lines that differ. */
function changes(kept: readonly string[], lines: readonly string[]): readonly string[] {
  const found: string[] = [];
  let heading = '';
  for (let at = 0; at < Math.max(kept.length, lines.length) && found.length < 12; at += 1) {
    if (kept[at]?.startsWith('# ')) heading = kept[at]!;
    if (kept[at] !== lines[at]) found.push(`${heading}`, `was ${kept[at] ?? '(no line)'}`, `now ${lines[at] ?? '(no line)'}`);
  }
  return found;
}

const LONGEST = 30;
const isAddr = (value: object): value is Addr => 'row' in value && 'col' in value && 'sheet' in value;
const isRect = (value: object): value is Rect => 'top' in value && 'left' in value && 'bottom' in value && 'right' in value;

export const cellName = (at: Addr): string => `${at.sheet === 0 ? '' : `${at.sheet}!`}${a1(at.row, at.col)}`;

/** A value of ours as short text: cells by name, decimals as digits, long texts cut; what is undefined or null is left out. */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    const line = value.replace(/\s*\n\s*/g, '⏎');
    return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
  }
  if (value instanceof Dec) return value.toString();
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (isAddr(value)) return cellName(value);
  if (isRect(value)) return `${a1(value.top, value.left)}:${a1(value.bottom, value.right)}`;
  return `{${Object.entries(value)
    .filter(([key, one]) => one !== undefined && one !== null && key !== 'raw' && !(Array.isArray(one) && one.length === 0))
    .map(([key, one]) => `${key} ${shown(one)}`)
    .join(', ')}}`;
}
