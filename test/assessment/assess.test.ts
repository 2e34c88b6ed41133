import { assess } from '../../src/assessment/assess';
import { CHECKS } from '../../src/checks';
import type { Check } from '../../src/checks/types';
import { Dec } from '../../src/workbook/decimal';
import { goodSheet, scoreTableOf, type SheetSpec } from '../support/score-table';

const good = goodSheet();
const audit = (sheet: SheetSpec, checks: readonly Check[] = CHECKS) => {
  const { scoreTable, book } = scoreTableOf(sheet);
  return assess(scoreTable, book, { checks });
};
/** The cut-offs in force for all, as shares of the full score. */
const BANDS = [
  { name: '优', from: new Dec('0.9') },
  { name: '良', from: new Dec('0.8') },
  { name: '中', from: new Dec('0.6') },
  { name: '差', from: new Dec(0) },
];
const number = (value: Dec | null): number | null => value?.toNumber() ?? null;

function spy(code: Check['code'], run: Check['run']): Check {
  return { ...CHECKS.find((check) => check.code === code)!, needs: [], run };
}

describe('assess', () => {
  it('finds nothing mandatory or advisory on a correct sheet', () => {
    expect(audit(good).findings.filter((finding) => finding.severity !== 'info')).toEqual([]);
  });

  it('counts every check once: run, not applicable with a reason, or failed', () => {
    const { coverage } = audit({ rows: [{ weight: 100, score: 100 }], without: ['reason', 'evidence'] });
    expect(coverage.checks).toBe(CHECKS.length);
    expect(coverage.run + coverage.notApplicable.length + coverage.failed.length).toBe(coverage.checks);
    expect(coverage.failed).toEqual([]);
    const why = new Map(coverage.notApplicable.map((one) => [one.code, one.why]));
    expect(why.get('execution-rate')).toBe('表中没有资金情况');
    expect(why.get('grade')).toBe('表中没有评价等级栏');
    expect(why.get('total-score')).toBe('表中没有总分');
    expect(why.get('deduction-unexplained')).toBe('表中没有原因说明栏');
    const places = coverage.notApplicable.map((one) => CHECKS.findIndex((check) => check.code === one.code));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('says why where there is no 分值 or no score', () => {
    const without = (what: 'weight' | 'score') =>
      new Map(audit({ rows: [{}], without: [what] }).coverage.notApplicable.map((one) => [one.code, one.why]));
    expect(without('weight').get('weights-sum')).toBe('表中没有分值');
    expect(without('score').get('total-score')).toBe('表中没有得分列');
  });

  it('tells the other checks which cells the doubters doubt, whatever their order', () => {
    const seen: boolean[] = [];
    const at = { sheet: 0, row: 8, col: 6 };
    const listener = spy('total-score', function* ({ doubted }) {
      seen.push(doubted(at), doubted({ ...at, col: 5 }));
    });
    const doubter = spy('score-not-numeric', function* ({ doubted }) {
      seen.push(doubted(at));
      yield { severity: 'advisory', accused: { row: 'r0', aspect: 'score' }, cell: at, indicator: null, data: null };
    });
    audit(good, [listener, doubter]);
    expect(seen).toEqual([false, true, false]);
  });

  it('takes a check whole or not at all', () => {
    const half = spy('total-score', function* () {
      yield {
        severity: 'mandatory',
        accused: { row: 'total:0', aspect: 'total' },
        cell: { sheet: 0, row: 0, col: 0 },
        indicator: null,
        data: null,
      };
      throw new Error('half way');
    });
    expect(audit(good, [half]).findings.map((finding) => finding.code)).toEqual(['check-crashed']);
  });

  it('keeps to the first table what is said of the whole workbook', () => {
    const seen: boolean[] = [];
    const listener = spy('external-link', function* ({ first }) {
      seen.push(first);
    });
    const { scoreTable, book } = scoreTableOf(good);
    assess(scoreTable, book, { checks: [listener] });
    assess({ ...scoreTable, table: { ...scoreTable.table, number: 2 } }, book, { checks: [listener] });
    assess(scoreTable, book, { checks: [listener], first: false });
    expect(seen).toEqual([true, false, false]);
  });

  it('gives the same twice and leaves the score table alone', () => {
    const { scoreTable, book } = scoreTableOf({ ...good, total: { weight: 100, score: 97 }, grade: '良' });
    const before = JSON.stringify(scoreTable);
    const once = JSON.stringify(assess(scoreTable, book));
    expect(JSON.stringify(assess(scoreTable, book))).toBe(once);
    expect(JSON.stringify(scoreTable)).toBe(before);
  });
});

describe('totals', () => {
  it('of a correct sheet', () => {
    const { totals } = audit(good);
    expect({
      fullScore: number(totals.fullScore),
      stated: number(totals.stated),
      sum: number(totals.sum),
      review: number(totals.review),
      recomputed: number(totals.recomputed),
      asStated: { indicators: totals.asStated.indicators, fullScore: number(totals.asStated.fullScore) },
      deducted: number(totals.deducted),
      explained: number(totals.explained),
      grade: totals.grade,
    }).toEqual({
      fullScore: 100,
      stated: 98,
      sum: 98,
      review: null,
      recomputed: 98,
      asStated: { indicators: 1, fullScore: 15 },
      deducted: 2,
      explained: 2,
      grade: { stated: '优', expected: '优', bands: BANDS },
    });
  });

  it('recompute the rows the rules determine and take the others as stated', () => {
    const { totals } = audit({ ...good, funding: { total: { ...good.funding!.total, executed: 83.567, rate: '83.57%', score: 10 } } });
    expect([number(totals.sum), number(totals.recomputed)]).toEqual([98, 96.36]);
  });

  it('are null where a leaf has neither an exact nor a stated score, and never 0', () => {
    const blank = audit({ rows: [{ weight: 60 }, { weight: 40, score: 40 }], total: { score: null } }).totals;
    expect([blank.stated, blank.recomputed, number(blank.sum), blank.grade.expected]).toEqual([null, null, 40, null]);
    const empty = audit({ rows: [{ weight: 60 }, { weight: 40 }] }).totals;
    expect([empty.sum, empty.recomputed, empty.deducted, empty.explained]).toEqual([null, null, null, null]);
    const none = audit({ rows: [{ weight: 60 }, { weight: 40 }], without: ['score'] }).totals;
    expect([none.sum, none.recomputed, none.stated]).toEqual([null, null, null]);
  });

  it('tell the unexplained part of what was deducted', () => {
    const rows = good.rows.map((row, index) => (index === 0 ? { ...row, score: 19.5 } : row));
    const { totals } = audit({ ...good, rows, total: { weight: 100, score: 97.5 } });
    expect([number(totals.deducted), number(totals.explained)]).toEqual([2.5, 2]);
  });

  it('give the review its own total', () => {
    const { totals } = audit({
      rows: [
        { weight: 60, score: 60, review: 55 },
        { weight: 40, score: 40, review: 40 },
      ],
      total: { score: 100, review: 95 },
    });
    expect([number(totals.stated), number(totals.review)]).toEqual([100, 95]);
  });

  it('count a merged 分值 and a merged score once', () => {
    const { totals } = audit({
      rows: [
        { weight: 60, score: 55 },
        { weight: 20, sharesScoreOf: 1 },
        { weight: 20, score: 20 },
      ],
      total: { score: 75 },
    });
    expect([number(totals.sum), number(totals.deducted), number(totals.asStated.fullScore)]).toEqual([75, 25, 100]);
  });

  it('grade the stated total, wrong as it may be', () => {
    expect(audit({ ...good, total: { weight: 100, score: 79 } }).totals.grade).toEqual({ stated: '优', expected: '中', bands: BANDS });
  });
});
