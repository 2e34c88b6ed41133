/** One code, one file, one test; and together the checks blame no thing twice. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { assess, complete } from '../../src/assessment/assess';
import { unmet } from '../../src/assessment/needs';
import { CHECKS } from '../../src/checks';
import { CHECK_CODES } from '../../src/checks/codes';
import { accusedKey } from '../../src/checks/support/accused';
import { rowById } from '../../src/score-table/scored-rows';
import type { CheckContext } from '../../src/checks/types';
import { deriveAll } from '../../src/scoring';
import { applyStandards } from '../../src/standards/applied';
import { DEFAULT_PARAMETERS } from '../../src/standards/parameters';
import { goodSheet, scoreTableOf, type RowSpec, type SheetSpec } from '../support/score-table';

const SRC = resolve(__dirname, '../../src/checks');
const filesNamed = (folder: string, name: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === name)
    .map((file) => resolve(folder, file));
const good = goodSheet();
const row = (index: number, change: Partial<RowSpec>): readonly RowSpec[] =>
  good.rows.map((one, at) => (at === index ? { ...one, ...change } : one));
const funding = (change: object): SheetSpec['funding'] => ({ ...good.funding!, total: { ...good.funding!.total, ...change } });

/** One mistake each, and the one thing that is to be said of it. */
const ASSEMBLED: readonly (readonly [name: string, sheet: SheetSpec, codes: readonly string[]])[] = [
  ['the total', { ...good, total: { weight: 100, score: 97 } }, ['total-score']],
  ['a total that leaves one out', { ...good, total: { weight: 100, score: { f: 'SUM(G5,G9:G13)', v: 88 } }, grade: null }, ['sum-range']],
  ['a stale total', { ...good, total: { weight: 100, score: { f: 'SUM(G5,G9:G14)', v: 97 } } }, ['stale-value']],
  [
    'a subtotal the total adds',
    { ...good, subtotals: [{ group: '产出', weight: 50, score: 48 }], total: { weight: 100, score: 96 } },
    ['subtotal-score'],
  ],
  ['a missing 分值', { ...good, groupWeights: { 产出: 50 }, rows: row(0, { weight: null }) }, ['weight-missing']],
  [
    'a wrong leaf below a stated parent',
    {
      ...good,
      groupWeights: { 产出: 50 },
      rows: row(0, { weight: 21, target: null, actual: null, score: null }),
      total: { weight: 100, score: null },
      grade: null,
    },
    ['weight-tree', 'score-missing'],
  ],
  ['the grade', { ...good, grade: '良' }, ['grade']],
  [
    'an error and all that reads it',
    {
      ...good,
      rows: row(0, { score: { error: '#REF!' } }),
      total: { weight: 100, score: { f: 'SUM(G5:G14)', v: { error: '#REF!' } } },
      grade: null,
    },
    ['formula-error'],
  ],
  [
    'the total in the funding row',
    { ...good, funding: funding({ score: 98 }), total: { weight: 100, score: null }, grade: null },
    ['total-misplaced'],
  ],
  ['a deduction nobody explains', { ...good, rows: row(4, { reason: null }) }, ['deduction-unexplained']],
  ['a score above its 分值', { ...good, rows: row(0, { score: 21 }), total: { weight: 100, score: 99 } }, ['score-out-of-range']],
  ['the execution rate', { ...good, funding: funding({ rate: '85%' }) }, ['execution-rate']],
  [
    'the execution score',
    { ...good, funding: { total: { ...good.funding!.total, executed: 96, rate: '96%', score: 8 } }, total: { weight: 100, score: 96 } },
    ['execution-score'],
  ],
  ['a target that was missed', { ...good, rows: row(1, { actual: '90%' }) }, ['missed-target-full-score']],
];

describe('the registry', () => {
  it('has every code once, in the order of the contract', () => {
    expect(CHECKS.map((check) => check.code)).toEqual([...CHECK_CODES]);
  });

  it.each(CHECK_CODES)('%s has a file and a test of its name', (code) => {
    const [file, ...others] = filesNamed(SRC, `${code}.ts`);
    expect([others, filesNamed(__dirname, `${code}.test.ts`).length]).toEqual([[], 1]);
    expect(readFileSync(file!, 'utf8')).toContain(`code: '${code}'`);
  });

  it('declares severities without doubles, and no reconstructed rule alone makes a finding mandatory', () => {
    const wrong = CHECKS.filter(
      (check) =>
        new Set(check.severities).size !== check.severities.length ||
        (check.severities.every((one) => one === 'mandatory') && check.basis.status === 'reconstructed'),
    );
    expect(wrong.map((check) => check.code)).toEqual([]);
  });

  it('says nothing of a correct sheet', () => {
    const { scoreTable, book } = scoreTableOf(good);
    expect(
      assess(scoreTable, book)
        .findings.filter((finding) => finding.severity !== 'info')
        .map((finding) => finding.code),
    ).toEqual([]);
  });
});

describe('together', () => {
  it.each(ASSEMBLED)('of one mistake one finding: %s', (_name, sheet, codes) => {
    const { scoreTable, book } = scoreTableOf(sheet);
    const { findings } = assess(scoreTable, book);
    const keys = findings.map((finding) => accusedKey(finding.accused));
    expect(new Set(keys).size).toBe(keys.length);
    expect(findings.filter((finding) => finding.severity !== 'info').map((finding) => finding.code)).toEqual(codes);
  });

  it('no check blames one thing twice by itself', () => {
    const twice: string[] = [];
    for (const [name, sheet] of ASSEMBLED) {
      const { scoreTable, book } = scoreTableOf(sheet);
      const context: CheckContext = {
        scoreTable,
        book,
        stale: [],
        parameters: DEFAULT_PARAMETERS,
        standards: applyStandards(scoreTable, book),
        row: (id) => rowById(scoreTable, id),
        expected: (id) => deriveAll(scoreTable).get(id)!,
        doubted: () => false,
        first: true,
      };
      for (const check of CHECKS) {
        if (unmet(check.needs, scoreTable, book) !== null) continue;
        const keys = [...check.run(context)].map((raw) => accusedKey(complete(check, raw).accused));
        if (new Set(keys).size !== keys.length) twice.push(`${check.code}: ${name}`);
      }
    }
    expect(twice).toEqual([]);
  });
});
