/** `jihe criteria`: what is understood of one 评分标准, part by part, and its score for facts that are told. */
import { factNamed, factsTold } from '../../src/cli/criteria/facts';
import { criterionReading } from '../../src/cli/criteria/reading';
import { criterionText } from '../../src/cli/texts/criteria';
import { factKey, parseCriterion, type Given } from '../../src/criteria';
import { Dec } from '../../src/workbook';

function given(text: string, facts: string): ReadonlyMap<string, Given> {
  const told = factsTold(facts);
  if ('unclear' in told) throw new Error(told.unclear);
  const refs = parseCriterion(text).facts;
  return new Map(told.map((one) => [factKey(factNamed(refs, one)!), { value: one.value }] as const));
}

const read = (text: string, points: string | null, facts = '') =>
  criterionReading(text, points === null ? null : new Dec(points), given(text, facts));

const SEVERAL = '每发现一处账实不符扣0.5分；每迟报一次扣1分；发现截留挪用的，本项不得分';

test('a rule is shown part by part, each with its words', () => {
  const { understood, readings, unread, facts } = read(SEVERAL, '5');
  expect([understood, unread]).toEqual(['whole', []]);
  expect(readings).toHaveLength(1);
  expect(readings[0]!.parts.map(({ text }) => text)).toEqual([
    '每发现一处账实不符扣0.5分',
    '每迟报一次扣1分',
    '发现截留挪用的，本项不得分',
  ]);
  expect(readings[0]!.parts[2]!.says).toContain('不得分');
  expect(facts.map(({ kind }) => kind)).toEqual(['count', 'count', 'yes']);
});

test('facts that are told give the score, with its arithmetic', () => {
  const { score } = read(SEVERAL, '5', '账实不符=2，迟报=1，截留挪用=否');
  expect(score).toMatchObject({ is: 'exact', scores: [{ score: 3 }], missing: [] });
  expect(score!.scores[0]!.arithmetic).toContain('=3');
});

test('what is lacking is named', () => {
  expect(read('满意度≥90%得5分；低于90%不得分', '5').score!.missing).toEqual(['满意度']);
});

test('several readings are shown each by itself', () => {
  const { readings } = read('超时限1-3天每天扣1分，超时限3天以上不得分', '5');
  expect(readings.length).toBeGreaterThan(1);
  expect(criterionText(read('超时限1-3天每天扣1分，超时限3天以上不得分', '5'))).toMatch(/理解1[\s\S]*理解2/);
});

test('scores that are only counted stand in one line; a reading without a name has none in brackets', () => {
  expect(
    criterionText(read('每季度检查一次，每少一次扣1分', '3'))
      .split('\n')
      .filter((line) => line.startsWith('可得')),
  ).toEqual(['可得：0、1、2、3']);
  const several = criterionText(read('制度健全得5分，不健全扣2分', '5'));
  expect(several).toContain('有2种理解，核对得分时每一种都认可');
  expect(several).not.toContain('另一种理解');
});

test('what is not read is said, and nothing is scored by it', () => {
  const none = read('由评委会讨论决定', '5');
  expect(none).toMatchObject({ understood: 'none', readings: [], score: null });
  expect(criterionText(none)).toContain('没有读懂');
});

test('points that are not the 分值 are said, and nothing is scored by them', () => {
  const other = read('满意度≥90%得5分；低于90%不得分', '8');
  expect(other).toMatchObject({ fits: false, reaches: 5, score: null });
  expect(criterionText(other)).toContain('与分值8不一致');
});

test.each([
  ['满意度=92%，迟报=2', [0.92, 2]],
  ['满意度＝92％；迟报＝2', [0.92, 2]],
])('%s', (text, values) => {
  const told = factsTold(text);
  expect('unclear' in told ? told : told.map(({ value }) => Number(value))).toEqual(values);
});

test('a part that is no 「名称=值」 is handed back', () => {
  expect(factsTold('满意度92%')).toEqual({ unclear: '满意度92%' });
});
