/** Applying a fix removes its finding and brings no other, whatever the layout. */
import fc from 'fast-check';
import { SEED } from '../fuzz/runs';
import { assess } from '../../src/assessment/assess';
import type { Finding } from '../../src/checks/types';
import { recognise } from '../../src/recognition';
import { a1 } from '../../src/workbook/address';
import type { WorkbookSnapshot } from '../../src/workbook/types';
import { correctDraft, settle, toCase, type Draft } from '../conformance/draft';
import { NAMED_LAYOUTS, randomLayout, type Layout } from '../conformance/layout';
import { render } from '../conformance/render';
import { bookOfGrids } from '../conformance/sheet';
import { goodSheet, scoreTableOf, type SheetSpec } from '../support/score-table';
import { applyFix, recalculated } from './support/apply-fix';

const RUNS = Number(process.env['FIX_RUNS'] ?? 60);

/** One thing spoilt, so that something with a fix is found; `by` varies it. */
const MISTAKES: Readonly<Record<string, (draft: Draft, by: number) => void>> = {
  'total too high': (draft, by) => typed(draft, (by % 9) * 50 + 50),
  'total too low': (draft, by) => typed(draft, -(by % 9) * 50 - 50),
  'sum leaves one out': (draft) => formula(draft, 'short'),
  'sum doubles one': (draft) => formula(draft, 'double'),
  'grade of another total': (draft) => {
    draft.total!.grade = draft.total!.score >= 9000 ? '良' : '优';
  },
  'a score as text': (draft, by) => {
    delete draft.total!.formula;
    draft.rows[by % draft.rows.length]!.scoreText = `${draft.rows[by % draft.rows.length]!.score / 100}分`;
  },
  'a rate of another pair': (draft, by) => {
    draft.fund.rateText = `${(draft.fund.rate - 300 - (by % 5) * 100) / 100}%`;
  },
};

function typed(draft: Draft, off: number): void {
  delete draft.total!.formula;
  draft.total!.score += off;
}

function formula(draft: Draft, how: 'short' | 'double'): void {
  settle(draft);
  draft.total!.formula = how;
}

interface Seen {
  readonly book: WorkbookSnapshot;
  readonly findings: readonly Finding[];
}

function audit(book: WorkbookSnapshot, sheet: number): Seen {
  const scoreTable = recognise(book).tables.find((one) => one.table.sheet === sheet);
  return { book, findings: scoreTable === undefined ? [] : assess(scoreTable, book, { first: true }).findings };
}

const keyOf = (finding: Finding): string => `${finding.code} ${finding.severity} ${a1(finding.cell.row, finding.cell.col)}`;

/** What is wrong after applying each fix in turn, each on the sheet as received. */
function problems(book: WorkbookSnapshot, sheet: number): { readonly fixes: number; readonly problems: readonly string[] } {
  const before = audit(book, sheet);
  const known = new Set(before.findings.map(keyOf));
  const fixable = before.findings.filter((finding) => finding.fix !== undefined);
  const wrong = fixable.flatMap((finding) => {
    // 参考 asks for nothing: one that was silent over a doubted cell may speak now.
    const after = audit(applyFix(book, finding.fix!), sheet)
      .findings.filter((one) => one.severity !== 'info' || one.code === finding.code)
      .map(keyOf);
    const stays = after.includes(keyOf(finding)) ? [`${keyOf(finding)} stays`] : [];
    return [...stays, ...after.filter((key) => !known.has(key)).map((key) => `${keyOf(finding)} fixed, but now ${key}`)];
  });
  return { fixes: fixable.length, problems: wrong };
}

describe('fixes', () => {
  const layouts: readonly Layout[] = [...NAMED_LAYOUTS, ...Array.from({ length: 40 }, (_, seed) => randomLayout(seed + 100))].filter(
    (layout) => layout.numbers === 'number',
  );

  it.each(Object.keys(MISTAKES))('of a sheet with this mistake remove it and bring no other: %s', (name) => {
    let fixes = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100), fc.nat(layouts.length - 1), (seed, by, at) => {
        const draft = correctDraft(seed);
        MISTAKES[name]!(draft, by);
        const rendered = render(toCase(draft, `seed-${seed}`), layouts[at]!);
        const result = problems(bookOfGrids(rendered.grids), rendered.sheet);
        fixes += result.fixes;
        expect(result.problems).toEqual([]);
      }),
      { seed: SEED, numRuns: RUNS, verbose: 1 },
    );
    expect(fixes).toBeGreaterThan(0);
  });

  const good = goodSheet();
  const subtotal = (f: string | undefined, v: number): SheetSpec => ({
    ...good,
    subtotals: [{ label: '产出小计', group: '产出', weight: 50, score: f === undefined ? v : { f, v } }],
    total: { weight: 100, score: { f: 'SUM(G5,G12:G15)', v: 48 + v } },
  });
  const SHEETS: Readonly<Record<string, SheetSpec>> = {
    'a subtotal that leaves one out': subtotal('SUM(G9:G10)', 35),
    'a typed subtotal': subtotal(undefined, 48),
    'a total of leaves and subtotal': { ...subtotal('SUM(G9:G11)', 50), total: { weight: 100, score: { f: 'SUM(G5:G15)', v: 148 } } },
    'a typed 分值 total': { ...good, total: { weight: 99, score: 98 } },
  };
  it.each(Object.keys(SHEETS))('of totals and subtotals: %s', (name) => {
    const { book } = scoreTableOf(SHEETS[name]!);
    const result = problems(book, 0);
    expect(result).toEqual({ fixes: result.fixes, problems: [] });
    expect(result.fixes).toBeGreaterThan(0);
  });

  it('calculates anew as a spreadsheet does', () => {
    const { book } = scoreTableOf({ ...good, total: { weight: 100, score: { f: 'SUM(G5,G9:G14)', v: 1 } } });
    expect(recalculated(book).sheets[0]!.valueAt(14, 6)).toBe(98);
  });
});
