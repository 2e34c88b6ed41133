/**
 * Six blind sets of rows. `BLIND=a npx jest test/blind/criteria` reads one set and prints its totals; without it nothing is read, only
 * the form of the data is tested. A set that was looked at more than once is no longer blind: runs.md tells each run.
 */
import path from 'node:path';
import { readJson } from '../../criteria/families/family';
import { told, totalsOf, type BlindRow } from './blind-rows';

const SETS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const rowsOf = (set: string): readonly BlindRow[] => readJson(path.join(__dirname, `set-${set}.json`));

test.each(SETS)('set %s has a hundred rows, each with right scores and examples within its 分值', (set) => {
  const rows = rowsOf(set);
  expect(rows).toHaveLength(100);
  for (const row of rows) {
    const scores = [...row.right, ...row.examples.flatMap((one) => [...(one.scores ?? []), ...(one.may ?? [])])];
    expect(row.right.length * row.examples.length).toBeGreaterThan(0);
    expect(scores.every((score) => Number(score) >= 0 && Number(score) <= Number(row.weight))).toBe(true);
    expect(row.right).not.toContain(row.wrong);
  }
});

test('no text stands in two sets', () => {
  const texts = SETS.flatMap((set) => rowsOf(set).map((row) => row.text));
  expect(new Set(texts).size).toBe(texts.length);
});

test('the set that was asked for', () => {
  const set = process.env['BLIND'];
  if (set === undefined) return;
  console.info(told(set, totalsOf(rowsOf(set))));
  expect(SETS).toContain(set);
});
