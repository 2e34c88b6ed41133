import { writeFileSync } from 'node:fs';
import { CHECK_CODES } from '../../src/checks/codes';
import { correctDraft } from './draft';
import { MISTAKES } from './mistakes';
import { Random } from './random';
import { correctSheets, layoutsOf, publishedTables, seededSheets, type MistakeResult } from './results';
import { tableText } from './results-text';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 500);
/** Sheets for each mistake. */
const EACH = Math.max(10, Math.round(RUNS / 50));
/** Set by scripts/conformance.mjs: where the table of results goes. */
const TABLE = process.env['CONFORMANCE_TABLE'];

const results: MistakeResult[] = [];
let correct: ReturnType<typeof correctSheets> | null = null;

test(`${RUNS} correct sheets: nothing mandatory, at most two advisory findings each`, () => {
  correct = correctSheets(RUNS);
  expect({ ...correct, advisory: 0, failures: correct.failures.join('\n\n') }).toEqual({
    sheets: RUNS,
    unrecognised: 0,
    mandatory: 0,
    chatty: 0,
    advisory: 0,
    failures: '',
  });
});

test.each(MISTAKES.map((mistake) => [mistake.source, mistake.name, mistake] as const))('%s %s', (_source, _name, mistake) => {
  const result = seededSheets(mistake, EACH);
  results.push(result);
  expect(result.seeded).toBe(EACH);
  expect(result.failures.slice(0, result.found < EACH * 0.99 || result.alone < EACH * 0.99 ? 3 : 0)).toEqual([]);
});

test('of all seeded mistakes at least 99 % are found, and 99 % bring no second finding', () => {
  const sum = (of: (result: MistakeResult) => number): number => results.reduce((total, result) => total + of(result), 0);
  expect(results.length).toBe(MISTAKES.length);
  expect(sum((one) => one.found) / sum((one) => one.seeded)).toBeGreaterThanOrEqual(0.99);
  expect(sum((one) => one.alone) / sum((one) => one.seeded)).toBeGreaterThanOrEqual(0.99);
});

/** Codes that no seeded mistake brings about, with the reason. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'hardcoded-total': 'information about a form, no mistake',
  'all-full-marks': 'information; expected in five of the published tables',
  'unit-name-mismatch': 'between sheets: tested with the check',
  'hidden-content': 'a matter of layout: tested with the check',
  'external-link': 'of the workbook: tested with the check',
  'sheet-unread': 'of a workbook with more than is read: tested with the check',
  'goal-vs-actual': 'needs goals in words: tested with the check',
  'score-vs-columns': 'needs a column beside the score: tested with the check',
  'amount-vs-budget': 'against an export of the budget system: tested with the check and in test/approved',
  'weight-vs-standard': 'against a standard: tested with the check and in test/standards',
  'template-changed': 'against a blank form: tested with the check and in test/standards',
  'total-over-cap': 'against a standard: tested with the check',
  'weight-vs-note': 'needs a footnote on weights; expected of none: tested with the check',
  'not-applicable': 'tested with the check',
  'score-inadmissible': 'needs a criterion with steps of its own: tested with the check',
  'qualitative-band': 'tested with the check',
  'criterion-not-understood': 'our own limit; expected in one of the published tables',
  'criterion-vs-weight': 'information about a form: tested with the check',
  'data-vs-score': 'between sheets: tested with the check',
  'summary-vs-score': 'between sheets: tested with the check',
  'row-not-read': 'our own limit: tested with the check',
  'check-crashed': 'our own fault: tested with the assessment',
};

test('every check has a seeded mistake or a reason why not', () => {
  const seeded = new Set<string>();
  for (const mistake of MISTAKES) {
    for (let seed = 1; seed <= 200; seed += 1) {
      const expected = mistake.put(correctDraft(seed), new Random(seed));
      if (expected === null) continue;
      for (const one of expected) if (one.optional !== true) seeded.add(one.code);
      break;
    }
  }
  expect(CHECK_CODES.filter((code) => !seeded.has(code) && ELSEWHERE[code] === undefined)).toEqual([]);
});

afterAll(() => {
  if (TABLE === undefined || correct === null) return;
  writeFileSync(TABLE, tableText(publishedTables(layoutsOf(20)), correct, results));
});
