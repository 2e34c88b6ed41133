/** Both readers: equal is that; different is both; one alone is that one. */
import { parseAfresh } from '../../src/criteria/together/read';
import { compare } from './wordings/measure';

const verdicts = (text: string, weight: string, facts: Readonly<Record<string, string | boolean>>, score: string): string =>
  compare(text, weight, parseAfresh(text), { facts, scores: [score] }).verdict;

test('what both read is exact', () => {
  expect(parseAfresh('到位率≥90%得4分；低于90%不得分').criterion.kind).toBe('steps');
  expect(verdicts('到位率≥90%得4分；低于90%不得分', '4', { 到位率: '89%' }, '0')).toBe('right');
});

test('where they differ, the right score is never ruled out', () => {
  expect(parseAfresh('超时限1-3天每天扣1分，超时限3天以上不得分').criterion.kind).toBe('readings');
  expect(verdicts('超时限1-3天每天扣1分，超时限3天以上不得分', '5', { 超时限: '3' }, '2')).not.toBe('wrong');
  expect(verdicts('每逾期1天扣0.2分，封顶1分', '3', { 逾期: '30' }, '2')).not.toBe('wrong');
  expect(verdicts('制度健全得5分，不健全扣2分', '5', { 制度健全: false }, '3')).not.toBe('wrong');
});

test('what one alone reads is read', () => {
  expect(parseAfresh('缺1个科室，扣0.5分。').understood).toBe('whole');
});
