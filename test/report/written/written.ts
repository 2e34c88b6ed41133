/**
 * The reports of this folder: twelve sheets, each with a report that is right and one that is not, written by different hands; from 13 on
 * six that are right in the manners of six provinces, and six with six to nine mistakes each.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CellValue, WorkbookSnapshot } from '../../../src/workbook/types';
import { bookOf, sheetOf } from '../../support/sheets';

const FOLDER = path.join(__dirname, 'reports');

/** One of several codes, at one of several quotes. */
export interface Expected {
  readonly severities: readonly string[];
  readonly codes: readonly string[];
  readonly quotes: readonly string[];
}

export interface Written {
  readonly name: string;
  readonly text: string;
  readonly book: WorkbookSnapshot;
  readonly must: readonly Expected[];
  readonly may: readonly Expected[];
  /** What nobody can tell for sure; a line moves to `must` when it is found. */
  readonly missed: readonly Expected[];
}

/** 「#name」 begins a part. */
export function partsOf(text: string): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  let own: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) parts.set(line.slice(1).trim(), (own = []));
    else if (line !== '') own.push(line);
  }
  return parts;
}

const cellOf = (text: string): CellValue => (text === '' ? null : /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text);

/** A sheet of the folder, with one text of it changed. */
export function bookIn(file: string, from = '', to = ''): WorkbookSnapshot {
  const text = readFileSync(path.join(FOLDER, file), 'utf8');
  if (!text.includes(from)) throw new Error(`not in ${file}: ${from}`);
  const sheets = [...partsOf(text.replace(from, to))];
  return bookOf(
    sheets.map(([title, rows]) =>
      sheetOf(
        title.replace(/^sheet /, ''),
        rows.map((row) => row.split('|').map(cellOf)),
      ),
    ),
  );
}

function expectedIn(lines: readonly string[]): readonly Expected[] {
  return lines.map((line) => {
    const [severities = '', codes = '', ...quote] = line.split(' ');
    return { severities: severities.split('|'), codes: codes.split('|'), quotes: quote.join(' ').split('|') };
  });
}

export function written(kind: 'right' | 'wrong'): readonly Written[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(`.${kind}.txt`));
  return files.sort().map((file) => {
    const parts = partsOf(readFileSync(path.join(FOLDER, file), 'utf8'));
    const of = (name: string): readonly string[] => parts.get(name) ?? [];
    return {
      name: file.replace('.txt', ''),
      text: of('report').join('\n'),
      book: bookIn(file.replace(`.${kind}.`, '.sheet.')),
      must: expectedIn(of('must')),
      may: expectedIn([...of('may'), ...of('optional')]),
      missed: expectedIn(of('missed')),
    };
  });
}
