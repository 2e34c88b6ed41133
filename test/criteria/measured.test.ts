/** A bare 指标值 or 目标值 held against a figure is what was done: the row's own 指标值 would always meet itself. */
import { DEFAULT_SWITCHES, evaluate, parseCriterion } from '../../src/criteria';
import { Dec } from '../../src/workbook';

/** The score where the 指标值 is `target` and the 完成值 is `done`; null: not one score. */
function scored(text: string, target: string, done: string): number | null {
  const { criterion } = parseCriterion(text);
  const fact = ({ role }: { readonly role: string }) =>
    role === 'target' ? { value: new Dec(target) } : role === 'actual' || role === 'own' ? { value: new Dec(done) } : undefined;
  const result = evaluate(criterion, { weight: new Dec(10), fact, switches: DEFAULT_SWITCHES });
  return result.is === 'exact' ? result.score.toNumber() : null;
}

it.each<[string, string, string, number]>([
  ['指标值≥90%得10分，80%-90%得8分，80%以下不得分', '0.9', '0.85', 8],
  ['指标值达到90%得10分，否则不得分', '0.9', '0.85', 0],
  ['目标值90%以上得10分，80%以上得8分', '0.9', '0.85', 8],
  ['目标值100%，每低1%扣1分', '1', '0.97', 7],
  ['目标值90%，每低于目标值1个百分点扣1分', '0.9', '0.89', 9],
  ['指标值≤5%得10分，每超1个百分点扣1分', '0.05', '0.07', 8],
  ['指标值≥90%得10分，80%-90%得8分，80%以下不得分', '0.9', '0.9', 10],
])('%s: %s, %s gives %s', (text, target, done, score) => {
  expect(scored(text, target, done)).toBe(score);
});

it('the 指标值 itself is meant where it is asked for being nothing, and in a ratio', () => {
  const roles = (text: string): readonly string[] => parseCriterion(text).facts.map(({ role }) => role);
  expect(roles('得分=完成值÷指标值×10')).toEqual(['actual', 'target']);
  expect(roles('完成值≥指标值得10分，否则不得分')).toContain('target');
});

/** What may stand where nothing is known. */
function open(text: string): readonly number[] {
  const result = evaluate(parseCriterion(text).criterion, { weight: new Dec(5), fact: () => undefined, switches: DEFAULT_SWITCHES });
  if (result.is === 'exact') return [result.score.toNumber()];
  return result.is === 'one-of' ? result.scores.map((score) => score.toNumber()).sort((a, b) => b - a) : [];
}

it.each<[string, readonly number[]]>([
  // A text that asks whether a figure is below 0 knows that it may be.
  ['成本节约率≥0得5分；超支10%以内得3分；超支10%以上不得分', [5, 3, 0]],
  ['增长率≥0得5分，下降10%以内得3分，下降10%以上不得分', [5, 3, 0]],
  ['增长率<0不得分，其他情况得5分', [5, 0]],
  ['结余率=0得5分，结余率>0且有说明得3分，其他不得分', [5, 3, 0]],
])('with nothing known, %s may give %j', (text, scores) => {
  expect(open(text)).toEqual(scores);
});
