/** A text may begin with a cap or a rounding word and go on with its formula. */
import { Dec } from '../../../src/workbook/decimal';
import { DEFAULT_SWITCHES, evaluate, parseCriterion, type FactValue } from '../../../src/criteria';

function scores(text: string, weight: number, facts: Readonly<Record<string, FactValue>>): string {
  const outcome = evaluate(parseCriterion(text).criterion, {
    weight: new Dec(weight),
    fact: (ref) => {
      const key = Object.keys(facts).find((name) => ref.name.includes(name));
      return key === undefined ? undefined : { value: facts[key]! };
    },
    switches: DEFAULT_SWITCHES,
  });
  return outcome.is === 'exact' ? outcome.score.toString() : outcome.is === 'one-of' ? outcome.scores.join('/') : outcome.is;
}

test.each<[string, number, Readonly<Record<string, FactValue>>, string]>([
  ['扣完为止。（1-调剂率）×分值，调剂率＞10%不得分', 4, { 调剂率: new Dec('0.05') }, '3.8'],
  ['扣完为止。（1-调剂率）×分值，调剂率＞10%不得分', 4, { 调剂率: new Dec('0.12') }, '0'],
  ['最高不超过分值。得分=完成率×分值，完成率低于60%不得分', 5, { 完成率: new Dec('0.9') }, '4.5'],
  ['最多得5分，得分=完成率×5，完成率低于60%的不得分', 5, { 完成率: new Dec('0.5') }, '0'],
])('%s of %d with %p: %s', (text, weight, facts, expected) => expect(scores(text, weight, facts)).toBe(expected));

/** Every word that may stand first, before every way to go on. */
const FIRST = [
  '扣完为止',
  '最多扣3分',
  '最高不超过分值',
  '最低得0分',
  '不得超过满分',
  '上不封顶',
  '四舍五入',
  '保留两位小数',
  '不超过本项分值',
  '每项',
  '/',
  '最多得分',
  '以分值为限',
];
const SEPARATORS = ['。', '，', '；', '、', '：', '\n', ''];
const THEN = [
  '（1-调剂率）×分值，调剂率＞10%不得分',
  '得分=完成率×分值，完成率低于60%不得分',
  '得分=甲÷乙×分值，最高不超过分值',
  '每发现1例扣0.5分，扣完为止',
  '控制率≤100%得5分，否则不得分',
  '①制度健全得2分，②执行到位得3分',
  '按比例计分',
];

test('no beginning throws', () => {
  const thrown: string[] = [];
  for (const first of FIRST)
    for (const separator of SEPARATORS)
      for (const then of THEN) {
        const text = first + separator + then;
        try {
          parseCriterion(text);
        } catch (error) {
          thrown.push(`${text}: ${String(error)}`);
        }
      }
  expect(thrown).toEqual([]);
});
