/** The derivations of the published tables against the scores worked out by hand. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { recognise } from '../../src/recognition';
import { deriveAll, type Admissible } from '../../src/scoring';
import { executionRow } from '../../src/score-table/execution';
import { scoredRows } from '../../src/score-table/scored-rows';
import { normal } from '../../src/workbook/text';
import { Dec } from '../../src/workbook/decimal';
import { CASES } from '../conformance/cases';
import { render } from '../conformance/render';
import { layoutsOf, withoutFilledReview } from '../conformance/results';
import { bookOfGrids } from '../conformance/sheet';

interface Said {
  readonly is: string;
  readonly scores?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly why?: string;
}
interface Row extends Said {
  readonly row?: string;
  readonly fund?: string;
  readonly or?: readonly Said[];
}

const FOLDER = join(__dirname, 'expected-by-hand');
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as { readonly case: string; readonly rows: readonly Row[] });

const two = (value: Dec): string => value.toDecimalPlaces(2).toString();

function said(admissible: Admissible): Said {
  switch (admissible.is) {
    case 'exact':
      return { is: 'exact', scores: [two(admissible.score)] };
    case 'one-of':
      return { is: 'one-of', scores: [...new Set(admissible.scores.map(two))].sort((a, b) => Number(b) - Number(a)) };
    case 'range':
      return { is: 'range', from: two(admissible.from), to: two(admissible.to) };
    case 'unknown':
      return { is: 'unknown', why: admissible.why };
    case 'not-applicable':
      return { is: 'not-applicable' };
  }
}

function same(ours: Said, theirs: Said): boolean {
  if (ours.is !== theirs.is) return false;
  if (ours.is === 'unknown') return true;
  const numbers = (one: Said): string =>
    JSON.stringify([...(one.scores ?? []), one.from ?? '', one.to ?? ''].map((x) => (x === '' ? '' : new Dec(x).toString())).sort());
  return numbers(ours) === numbers(theirs);
}

/** A mark of core indicators is taken off a name. */
const plainName = (name: string): string => normal(name).replace(/^[★☆*]/, '');

const layout = withoutFilledReview(layoutsOf(0)[0]!);

describe.each(FILES.map((file) => [file.case, file] as const))('%s', (id, file) => {
  const rendered = render(
    CASES.find((one) => one.id === id)!,
    layout,
  );
  const scoreTable = recognise(bookOfGrids(rendered.grids)).tables.find((one) => one.table.sheet === rendered.sheet)!;
  const derivations = deriveAll(scoreTable);
  const rowsFor = (row: Row) => {
    if (row.fund !== undefined) return [executionRow(scoreTable)!];
    return scoredRows(scoreTable).filter(
      (one) => one.role !== 'execution' && (row.row === '*' || plainName(one.name.value).startsWith(plainName(row.row!))),
    );
  };
  test.each(file.rows.map((row) => [row.fund ?? row.row!, row] as const))('%s', (_name, row) => {
    const found = rowsFor(row).filter((one) => one !== null);
    const wrong = found
      .map((one) => said(derivations.get(one.id)!.admissible))
      .filter((ours) => ![row, ...(row.or ?? [])].some((theirs) => same(ours, theirs)));
    expect({
      found: found.length > 0,
      wrong: wrong.map((one) => JSON.stringify(one)),
      expected: wrong.length === 0 ? [] : JSON.stringify([row, ...(row.or ?? [])]),
    }).toEqual({ found: true, wrong: [], expected: [] });
  });
});
