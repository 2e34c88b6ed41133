import { totalScore } from '../../../src/checks/totals/total-score';
import type { Check } from '../../../src/checks/types';
import { goodSheet } from '../../support/score-table';
import { found, problemsOf, type ExpectedFinding } from './check-tester';

const sheet = { ...goodSheet(), total: { weight: 100, score: 97 } };
const one = (name: string) => ({ name, sheet });
const finding = {} as ExpectedFinding;

describe('the tester', () => {
  it('refuses tables of cases that are too small or vague', () => {
    expect(problemsOf({ passing: [one('a')], failing: [], boundary: [] })).toEqual([
      'no failing case',
      'fewer than two passing cases',
      'no boundary case',
    ]);
    expect(problemsOf({ passing: [one('a'), one('a')], failing: [{ ...one('c'), findings: [] }], boundary: [one('d')] })).toEqual([
      'failing case without findings: c',
      'two cases are named: a',
    ]);
    expect(problemsOf({ passing: [one('a'), one('b')], failing: [{ ...one('c'), findings: [finding] }], boundary: [one('d')] })).toEqual(
      [],
    );
  });

  const spoilt = (change: Partial<Check>): Check => ({ ...(totalScore as Check), ...change });

  it('refuses a check that changes its input', () => {
    const check = spoilt({
      *run({ scoreTable }) {
        (scoreTable as { confidence: number }).confidence = 0;
      },
    });
    expect(() => found(check, one('x'))).toThrow(/read only/);
  });

  it.each([
    ['a severity it does not declare', { severities: ['info'] as const }, /does not declare mandatory/],
    ['a word that accuses', { message: () => '涉嫌虚报。' }, /says 虚报/],
    ['a message without an end', { message: () => '总分不对' }, /does not end a sentence/],
    ['a value of ours in a message', { message: () => '总分为undefined。' }, /shows a value of ours/],
  ])('refuses %s', (_name, change, expected) => {
    expect(() => found(spoilt(change), one('x'))).toThrow(expected);
  });
});
