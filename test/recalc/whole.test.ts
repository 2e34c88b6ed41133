import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CASES } from '../conformance/cases';
import { NAMED_LAYOUTS } from '../conformance/layout';
import { withoutFilledReview } from '../conformance/results';
import { render } from '../conformance/render';
import { MISTAKES } from '../conformance/mistakes';
import { Random } from '../conformance/random';
import { seedMistake } from '../conformance/seeded';
import { bookOfGrids } from '../conformance/sheet';
import { readWorkbook } from '../../src/hosts/file';
import { DEFAULT_OPTIONS, planRecalc } from '../../src/recalc';
import { asTyped, correctBook, determined, scoresOf, sumCells } from './generated';
import type { WorkbookSnapshot } from '../../src/workbook/types';
import { assessBook, blanked, differences, withDerivations } from './support';

const SHEETS = Number(process.env['FUZZ_RUNS'] ?? 30);
const SAMPLES = path.resolve(__dirname, '../../samples');
/** What recalculation puts right, and what must not be left once it has. */
const ARITHMETIC = ['total-score', 'subtotal-score', 'sum-range', 'stale-value', 'grade', 'score-rounded'];

const seeds = Array.from({ length: SHEETS }, (_, index) => index + 1);

test.each(['项目自评_正确.xlsx', '部门整体自评_湛江2024.xlsx'])('the correct sample %s is not touched', async (name) => {
  const book = await readWorkbook(new Uint8Array(readFileSync(path.join(SAMPLES, name))));
  expect(planRecalc(book, assessBook, DEFAULT_OPTIONS).cells).toEqual([]);
});

test(`${SHEETS} correct sheets are not touched`, () => {
  const touched = seeds.flatMap((seed) => {
    const book = correctBook(seed);
    return differences(book, planRecalc(book, assessBook, DEFAULT_OPTIONS).book).map((one) => `${seed} ${one}`);
  });
  expect(touched).toEqual([]);
});

test('published tables whose arithmetic is right are not touched', () => {
  let tables = 0;
  const touched = CASES.flatMap((table) => {
    const wrong = table.findings.some((one) => [...ARITHMETIC, 'value-missing', 'score-missing', 'total-misplaced'].includes(one.code));
    if (wrong) return [];
    tables += 1;
    return NAMED_LAYOUTS.flatMap((layout) => {
      const book = bookOfGrids(render(table, withoutFilledReview(layout)).grids);
      return differences(book, planRecalc(book, assessBook, DEFAULT_OPTIONS).book).map((one) => `${table.id} ${layout.name} ${one}`);
    });
  });
  expect(touched).toEqual([]);
  expect(tables).toBeGreaterThan(8);
});

test(`${SHEETS} sheets with scores and sums blanked get back exactly these`, () => {
  const lost = seeds.flatMap((seed) => {
    const book = correctBook(seed);
    const { scoreTable } = assessBook(book)[0]!;
    const r = new Random(seed);
    const scores = scoresOf(scoreTable);
    const chosen = [...scores.values()].filter(() => r.chance(0.5)).map((one) => one.at);
    const empty = blanked(book, [...chosen, ...sumCells(scoreTable, book)]);
    const recalc = planRecalc(empty, withDerivations(asTyped(scores)), DEFAULT_OPTIONS);
    // A blank sum beside a live total comes back as a formula of the same value.
    return differences(book, recalc.book, 'shown').map((one) => `${seed} ${one}`);
  });
  expect(lost).toEqual([]);
});

/** What the rules determine, blanked with the sums, comes back; by the program's own derivations. */
function refilled(name: string, book: WorkbookSnapshot): { readonly cells: number; readonly lost: readonly string[] } {
  const [original] = assessBook(book);
  if (original === undefined) return { cells: 0, lost: [`${name} is not recognised`] };
  const cells = [...determined(original), ...(name.includes('sums') ? sumCells(original.scoreTable, book) : [])];
  const recalc = planRecalc(blanked(book, cells), assessBook, DEFAULT_OPTIONS);
  return { cells: cells.length, lost: differences(book, recalc.book, 'shown').map((one) => `${name} ${one}`) };
}

test(`determined scores and sums of ${SHEETS} sheets come back as they were`, () => {
  const all = seeds.map((seed) => refilled(`${seed} with sums`, correctBook(seed)));
  expect(all.flatMap((one) => one.lost)).toEqual([]);
  expect(all.reduce((sum, one) => sum + one.cells, 0)).toBeGreaterThan(SHEETS * 3);
});

test('determined scores of the published tables come back as they were', () => {
  const all = CASES.flatMap((table) =>
    NAMED_LAYOUTS.map((layout) => {
      const book = bookOfGrids(render(table, withoutFilledReview(layout)).grids);
      // Sums that are wrong in the table as printed are put right first.
      return refilled(`${table.id} ${layout.name}`, planRecalc(book, assessBook, DEFAULT_OPTIONS).book);
    }),
  );
  expect(all.flatMap((one) => one.lost)).toEqual([]);
  expect(all.reduce((sum, one) => sum + one.cells, 0)).toBeGreaterThan(100);
});

describe('arithmetic mistakes are put right, and nothing else is changed', () => {
  const names = [
    '总分不等于得分之和',
    '小计不等于得分之和',
    '合计公式漏加一行',
    '合计公式重加一行',
    '公式存的值是旧的',
    '等级与总分不符',
    '其中行计分且总分重计',
  ];
  test.each(MISTAKES.filter((mistake) => names.includes(mistake.name)).map((mistake) => [mistake.name, mistake] as const))(
    '%s',
    (_name, mistake) => {
      let sheets = 0;
      const left: string[] = [];
      for (let seed = 1; sheets < 12 && seed < 600; seed += 1) {
        const seeded = seedMistake(mistake, seed);
        if (seeded === null) continue;
        sheets += 1;
        const book = bookOfGrids(seeded.rendered.grids);
        const recalc = planRecalc(book, assessBook, DEFAULT_OPTIONS);
        const findings = assessBook(recalc.book)
          .flatMap((one) => one.findings)
          .filter((one) => ARITHMETIC.includes(one.code));
        left.push(
          ...findings.map(
            (one) => `${seed} ${seeded.rendered.layout.name} ${one.code} ${recalc.tables[0]!.kept.map((kept) => kept.why.is).join()}`,
          ),
        );
        if (recalc.cells.length === 0) left.push(`${seed} nothing changed`);
        if (recalc.cells.length > 4) left.push(`${seed} ${recalc.cells.length} cells changed`);
      }
      expect(left).toEqual([]);
      expect(sheets).toBe(12);
    },
  );
});
