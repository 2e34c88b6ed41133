import fc from 'fast-check';
import { sumFormula } from '../../../src/checks/support/fixes';
import { scoreCells, scoredRows } from '../../../src/score-table/scored-rows';
import { a1 } from '../../../src/workbook/address';
import { asPlainSum, parseFormula } from '../../../src/workbook/formulas';
import { goodSheet, scoreTableOf, type SheetSpec } from '../../support/score-table';
import { SEED } from '../../fuzz/runs';

function formulaOf(sheet: SheetSpec): string {
  const { scoreTable } = scoreTableOf(sheet);
  return sumFormula(scoreCells(scoreTable, scoredRows(scoreTable), 0));
}

describe('the plain sum over leaves', () => {
  it('collapses neighbours and keeps to the leaves', () => {
    expect(formulaOf(goodSheet())).toBe('=ROUND(SUM(G5,G9:G14),2)');
    expect(formulaOf({ ...goodSheet(), subtotals: [{ group: '产出', score: 50 }] })).toBe('=ROUND(SUM(G5,G9:G11,G13:G15),2)');
  });
  it('runs on over the blank part of a merged score', () => {
    expect(
      formulaOf({
        rows: [
          { weight: 60, score: 60 },
          { weight: 20, sharesScoreOf: 1 },
          { weight: 20, score: 20 },
        ],
      }),
    ).toBe('=ROUND(SUM(G5:G7),2)');
  });
  it('rounds to the decimals the scores have, at least two', () => {
    expect(formulaOf({ rows: [{ score: 9.125 }, { score: 10 }] })).toBe('=ROUND(SUM(G5:G6),3)');
  });
  it(`reads each leaf once and nothing else that holds a figure (seed ${SEED})`, () => {
    const row = fc.record({
      role: fc.constantFrom('indicator' as const, 'breakdown' as const, 'bonus' as const),
      score: fc.option(fc.integer({ min: 0, max: 20 })),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 25 }), (rows) => {
        const { scoreTable } = scoreTableOf({ rows });
        const leaves = scoreCells(scoreTable, scoredRows(scoreTable), 0);
        if (leaves.length === 0) return;
        const terms = asPlainSum(parseFormula(sumFormula(leaves).slice(1)))!;
        const read = terms.flatMap(({ rect }) =>
          Array.from({ length: rect.bottom - rect.top + 1 }, (_, index) => a1(rect.top + index, rect.left)),
        );
        expect(read).toEqual(leaves.map((leaf) => a1(leaf.slot.at.row, leaf.slot.at.col)));
      }),
      { seed: SEED, verbose: 1 },
    );
  });
});
