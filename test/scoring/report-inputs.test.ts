/** The sample with changed inputs gives the scores that its formulas give by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import { recognise } from '../../src/recognition';
import { deriveAll, type Derivation } from '../../src/scoring';
import { arithmeticShown } from '../../src/scoring/shown';
import { Dec } from '../../src/workbook/decimal';
import type { WorkbookSnapshot } from '../../src/workbook/types';
import { patchedBook } from '../support/patched-book';
import inputs from './report-inputs.json';

interface Input {
  readonly row: string;
  readonly changes: Readonly<Record<string, string>>;
  readonly is: string;
  readonly scores?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly derivation: string;
}

let sample: WorkbookSnapshot;
beforeAll(async () => {
  sample = await readWorkbook(readFileSync(join(__dirname, '../../samples/部门整体自评_湛江2024.xlsx')));
});

function derived(name: string, changes: Readonly<Record<string, string>>): Derivation {
  const typed = Object.fromEntries(
    Object.entries(changes).map(([place, text]) => [place, place.startsWith('基础数据表') && text !== '' ? Number(text) : text]),
  );
  const [scoreTable] = recognise(patchedBook(sample, typed)).tables;
  const row = scoreTable!.rows.find((one) => one.name.value === name)!;
  return deriveAll(scoreTable!).get(row.id)!;
}

const plain = (values: readonly Dec[]): string[] => values.map((value) => value.toString()).sort();

test.each((inputs as unknown as readonly Input[]).map((one) => [one.row, one.derivation, one] as const))('%s: %s', (_row, _how, one) => {
  const { admissible } = derived(one.row, one.changes);
  const scores = one.scores?.map((score) => new Dec(score)) ?? [];
  const found =
    admissible.is === 'exact'
      ? plain([admissible.score])
      : admissible.is === 'one-of'
        ? plain(admissible.scores)
        : admissible.is === 'range'
          ? plain([admissible.from, admissible.to])
          : [];
  expect({ is: admissible.is, found }).toEqual({
    is: one.is,
    found: one.is === 'range' ? plain([new Dec(one.from!), new Dec(one.to!)]) : plain(scores),
  });
});

test('the figures of the report, with its arithmetic', () => {
  const [scoreTable] = recognise(sample).tables;
  const { admissible } = derived('预算编制约束性', {});
  expect(admissible.is === 'exact' && arithmeticShown(scoreTable!, admissible.arithmetic)).toBe('(1−0%)×4×60%+(1−0%)×4×40%=4');
  for (const [name, full] of [
    ['经济成本控制情况', '3'],
    ['“三公”经费控制情况', '2'],
  ] as const) {
    const derivation = derived(name, {});
    expect([derivation.admissible.is, derivation.admissible.is === 'exact' && derivation.admissible.score.toString()]).toEqual([
      'exact',
      full,
    ]);
    expect(derivation.facts.map((fact) => [fact.from, fact.value instanceof Dec && fact.value.toString()])).toEqual(
      name === '经济成本控制情况'
        ? [
            ['data', '528671.81'],
            ['data', '715006'],
          ]
        : [
            ['data', '70818.37'],
            ['data', '211500'],
          ],
    );
  }
});
