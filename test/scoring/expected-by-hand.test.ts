import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Dec } from '../../src/workbook/decimal';
import { CASES } from '../conformance/cases';
import { cellsOf, type CaseTable } from '../conformance/case';
import reportInputs from './report-inputs.json';

interface Said {
  readonly is: string;
  readonly scores?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}
interface ByHand {
  readonly case: string;
  readonly rows: readonly (Said & {
    readonly row?: string;
    readonly fund?: string;
    readonly weight: string;
    readonly stated: string;
    readonly or?: readonly Said[];
  })[];
}

const FOLDER = join(__dirname, 'expected-by-hand');
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as ByHand);

const tableOf = (file: ByHand): CaseTable => CASES.find((one) => one.id === file.case)!;

function inBounds(said: Said, weight: string): boolean {
  const figures = [...(said.scores ?? []), ...(said.from === undefined ? [] : [said.from, said.to!])];
  return figures.every((figure) => new Dec(figure).gte(0) && (weight === '' || new Dec(figure).lte(new Dec(weight))));
}

describe('scores worked out by hand', () => {
  test('a file for each table', () => {
    expect(FILES.map((file) => file.case).sort()).toEqual(CASES.map((one) => one.id).sort());
  });

  test.each(FILES.map((file) => [file.case, file] as const))('%s: each row is one of the table, within its 分值', (_id, file) => {
    const table = tableOf(file);
    const l3 = table.columns.filter((role) => /^l\d$/.test(role)).length - 1;
    const names = table.rows.map((row) => cellsOf(row)[l3]!);
    for (const one of file.rows) {
      if (one.row === '*') continue;
      const known = one.fund === undefined ? names : table.funding!.rows.map((row) => row[0]!);
      expect(known.filter((name) => name.startsWith(one.fund ?? one.row!)).length).toBeGreaterThan(0);
      for (const said of [one, ...(one.or ?? [])]) expect(inBounds(said, one.weight)).toBe(true);
    }
  });

  test('thirty or more changed inputs of the sample, each within its 分值', () => {
    expect(reportInputs.length).toBeGreaterThanOrEqual(30);
    for (const one of reportInputs) expect(inBounds(one as Said, one.weight)).toBe(true);
  });
});
