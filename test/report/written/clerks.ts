/**
 * Reports as the clerks of budget units write them, all of them right, and the mistakes that are put into each by themselves. Written down
 * before anything had read them: those from 31 on after the checks were made to find the mistakes of the others, to see what that questions.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { WorkbookSnapshot } from '../../../src/workbook/types';
import { bookIn, partsOf } from './written';

const FOLDER = path.join(__dirname, 'clerks');

/** 「severities codes from => to」 */
export interface Mistake {
  readonly severities: readonly string[];
  readonly codes: readonly string[];
  readonly from: string;
  readonly to: string;
}

export interface Clerks {
  readonly name: string;
  readonly text: string;
  readonly book: WorkbookSnapshot;
  readonly mistakes: readonly Mistake[];
}

function mistakeIn(line: string): Mistake {
  const [, severities, codes, from, to] = /^(\S+) (\S+) (.*) => (.*)$/.exec(line)!;
  return { severities: severities!.split('|'), codes: codes!.split('|'), from: from!, to: to! };
}

const read = (file: string): string => readFileSync(path.join(FOLDER, file), 'utf8');

export function clerks(): readonly Clerks[] {
  const names = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.right.txt') ? [file.slice(0, 2)] : []));
  return names.sort().map((name) => ({
    name,
    text: partsOf(read(`${name}.right.txt`))
      .get('report')!
      .join('\n'),
    book: bookIn(path.join('..', 'clerks', `${name}.sheet.txt`)),
    mistakes: read(`${name}.mistakes.txt`).split('\n').filter(Boolean).map(mistakeIn),
  }));
}
