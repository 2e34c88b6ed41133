import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { testWith } from '../../support/shared-folder';
import { CHECK_CODES } from '../../../src/checks/codes';
import { DOUBTERS, FUNDING_PRECEDENCE, PRECEDENCE, rank, REPEATING } from '../../../src/checks/precedence';

/** The contract's paragraph as it stood when the table was written. */
const FROZEN = {
  score:
    'score-missing, score-not-numeric, total-misplaced, score-out-of-range, double-weighting, score-without-values, execution-score, missed-target-full-score, met-target-deducted, score-mismatch, score-inadmissible, score-rounded, qualitative-band',
  reason: 'deduction-unexplained, boilerplate-reason, full-score-with-deviation',
  total: 'formula-error, total-misplaced, sum-range, stale-value, total-impossible, total-score',
  weight: 'weight-missing, template-changed, weight-tree, weights-sum, weight-vs-standard, weight-vs-note',
  funding: 'funding-part-scored, execution-rate, execution-score, execution-over-100',
};

const CONTRACT = resolve(__dirname, '../../../../shared/contract.md');

describe('precedence', () => {
  it('equals the frozen copy of the contract', () => {
    expect(lists()).toEqual(FROZEN);
  });

  testWith('contract.md')('equals the contract itself, where it is at hand', () => {
    const text = readFileSync(CONTRACT, 'utf8');
    const paragraph = /^For one mistake, one finding\..*$/m.exec(text)![0];
    const read = (pattern: RegExp): string => pattern.exec(paragraph)![1]!.trim();
    expect({
      score: read(/the first that applies: ([^;]+); then/),
      reason: read(/; then ([^.]+)\. A total:/),
      total: read(/A total: ([^.]+)\./),
      weight: read(/Weights: ([^.]+)\./),
      funding: read(/The funding row: ([^.]+)\./),
    }).toEqual(lists());
  });

  it('ranks within a list by place, doubters before what is not listed', () => {
    const at = (code: never, aspect: never) => rank({ code, accused: { row: 'r', aspect } });
    expect(at('sum-range' as never, 'total' as never)).toBeLessThan(at('total-score' as never, 'total' as never));
    expect(at('formula-error' as never, 'score' as never)).toBeLessThan(at('score-missing' as never, 'score' as never));
    expect(at('hardcoded-total' as never, 'total' as never)).toBeGreaterThan(at('total-score' as never, 'total' as never));
  });

  it('names built checks only among the doubters and the repeating', () => {
    expect([...DOUBTERS, ...REPEATING].filter((code) => !CHECK_CODES.includes(code))).toEqual([]);
  });
});

function lists(): Record<string, string> {
  return {
    score: PRECEDENCE.score!.join(', '),
    reason: PRECEDENCE.reason!.join(', '),
    total: PRECEDENCE.total!.join(', '),
    weight: PRECEDENCE.weight!.join(', '),
    funding: FUNDING_PRECEDENCE.join(', '),
  };
}
