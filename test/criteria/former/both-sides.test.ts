/** A deviation to either side costs the same, however the two sides are named. */
import { DEFAULT_SWITCHES, evaluate, parseCriterion } from '../../../src/criteria';
import { normalise } from '../../../src/criteria/former/normalise';
import { Dec } from '../../../src/workbook';

/** The score of a row of 6 points; null: not one score. */
function scored(text: string, done: string): number | null {
  const { criterion } = parseCriterion(text);
  const fact = ({ role }: { readonly role: string }) =>
    role === 'target' ? { value: new Dec(1) } : role === 'actual' || role === 'own' ? { value: new Dec(done) } : undefined;
  const result = evaluate(criterion, { weight: new Dec(6), fact, switches: DEFAULT_SWITCHES });
  return result.is === 'exact' ? result.score.toNumber() : null;
}

const SIDES = [
  '超过（降低）',
  '超过(低于)',
  '高于（低于）',
  '高（低）于',
  '低（高）于',
  '超过或降低',
  '超过/低于',
  '降低或增加',
  '多或少',
  '增或减',
  '增加、减少',
  '增减',
  '高低',
  '上下浮动',
  '偏离',
];

it.each(SIDES)('每%s5%%扣1分', (sides) => {
  const text = `100%计6分，每${sides}5%扣1分，扣完为止。`;
  expect([text, scored(text, '1'), scored(text, '0.95'), scored(text, '1.1'), scored(text, '2')]).toEqual([text, 6, 5, 4, 0]);
});

it.each([
  '每超过5%扣1分',
  '每降低1%扣1分',
  '每增加1次得1分',
  '每少报或漏报一次扣1分',
  '不高于或低于标准的得2分',
  '增减变动说明清楚得1分',
  '每增减1%相应增减0.2分',
  '每提高(降低)1%加(减)0.5分',
  '每高或低1%加或扣0.5分',
])('one side, and other words, stay: %s', (text) => {
  expect(normalise(text).text).toBe(text.replace('，', ','));
});

it('places lead back to the text', () => {
  const { text, at } = normalise('每超过（降低）5%扣1分');
  expect(text).toBe('每偏离5%扣1分');
  expect(at).toEqual([0, 1, 2, 7, 8, 9, 10, 11, 12]);
});
