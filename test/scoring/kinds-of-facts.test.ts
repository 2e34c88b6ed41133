/** Each kind of fact gets figures of its own kind: money is never a yes, a level or a count, a rate never an amount. */
import type { FactRef } from '../../src/criteria';
import { fromData, nearFigures } from '../../src/scoring/facts/from-data';
import { fromFunding } from '../../src/scoring/facts/from-funding';
import { deriveAll } from '../../src/scoring';
import type { Figure } from '../../src/score-table';
import { Dec } from '../../src/workbook';
import { withRow } from '../checks/support/spoil';
import { goodSheet, scoreTableOf } from '../support/score-table';

const NAME = '专项资金';
const figure = (value: number, unit: string | null, percent = false): Figure => ({
  path: [NAME],
  value: { state: 'value', value: new Dec(value), at: { sheet: 0, row: 30, col: 1 }, raw: value, odd: [] },
  period: 'this',
  basis: null,
  unit,
  ...(percent ? { percent } : {}),
});
const ref = (kind: FactRef['kind'], unit = ''): FactRef => ({ kind, role: 'named', name: NAME, unit, span: [0, 0] });
const found = (of: Figure, kind: FactRef['kind'], unit = ''): string => {
  const { scoreTable } = scoreTableOf({ ...goodSheet(), data: [of] });
  const known = fromData(scoreTable, ref(kind, unit), [NAME]);
  return known === undefined ? '—' : `${String(known.value)}${known.money ?? '?'}${known.live === undefined ? '' : ' live'}`;
};

const FIGURES: Readonly<Record<string, Figure>> = {
  '12万元': figure(12, '万元'),
  '12元': figure(12, '元'),
  '12项': figure(12, '项'),
  '12 without a unit': figure(12, null),
  '0.5 without a unit': figure(0.5, null),
  '-3 without a unit': figure(-3, null),
  '95 of a rate': figure(95, '率'),
  '1 of a rate': figure(1, '率'),
  '1.5 of a rate': figure(1.5, '率'),
  '1.6 of a rate': figure(1.6, '率'),
  '0 of a rate': figure(0, '率'),
  '0.95 in percent': figure(0.95, '%', true),
};
const ASKED: readonly (readonly [FactRef['kind'], string])[] = [
  ['yes', ''],
  ['level', ''],
  ['rank', ''],
  ['date', ''],
  ['rate', ''],
  ['count', '例'],
  ['number', ''],
  ['number', '万元'],
  ['number', '项'],
];

test('what each kind of fact takes of each kind of figure: yes, level, rank, date, rate, count, number, in 万元, in 项', () => {
  const table = Object.fromEntries(
    Object.entries(FIGURES).map(([name, of]) => [name, ASKED.map(([kind, unit]) => found(of, kind, unit)).join(' | ')]),
  );
  expect(table).toEqual({
    '12万元': '— | — | — | — | — | — | 120000元 | 12元 live | —',
    '12元': '— | — | — | — | — | — | 12元 live | 0.0012元 | —',
    '12项': '— | — | — | — | — | 12 live | 12 live | — | 12 live',
    '12 without a unit': '— | — | — | — | — | 12 live | 12? live | — | 12? live',
    '0.5 without a unit': '— | — | — | — | — | — | 0.5? live | — | 0.5? live',
    '-3 without a unit': '— | — | — | — | — | — | -3? live | — | -3? live',
    '95 of a rate': '— | — | — | — | 0.95 | — | — | — | —',
    '1 of a rate': '— | — | — | — | — | — | — | — | —',
    '1.5 of a rate': '— | — | — | — | — | — | — | — | —',
    '1.6 of a rate': '— | — | — | — | 0.016 | — | — | — | —',
    '0 of a rate': '— | — | — | — | 0 live | — | — | — | —',
    '0.95 in percent': '— | — | — | — | 0.95 live | — | — | — | —',
  });
});

test('the funding block answers rates and amounts, and nothing else', () => {
  const { scoreTable } = scoreTableOf(goodSheet());
  const names = ['全年预算数', '全年执行数', '执行率', '预算执行率', '年初预算数', '到位率', '专款专用', '上年执行数'];
  const kinds: readonly FactRef['kind'][] = ['yes', 'level', 'rank', 'date', 'count', 'rate', 'number'];
  const answers = kinds.map((kind) =>
    names.filter((name) => fromFunding(scoreTable, { kind, unit: kind === 'number' ? '万元' : '', name }) !== undefined),
  );
  expect(answers).toEqual([[], [], [], [], [], ['执行率', '预算执行率'], ['全年预算数', '全年执行数', '年初预算数']]);
});

test.each(['专项资金专款专用的得满分，否则不得分。', '专项资金的得15分，否则不得分。'])('«%s» is not decided by an amount', (criterion) => {
  const sheet = withRow(1, { name: NAME, path: '过程', target: null, actual: null, weight: 15, score: 15, criterion });
  const { scoreTable } = scoreTableOf({ ...sheet, data: [figure(100, '万元'), figure(0, '万元')] });
  const derivation = deriveAll(scoreTable).get('r1' as never)!;
  expect(derivation.facts).toEqual([]);
  expect(derivation.admissible.is).not.toBe('exact');
  expect(derivation.near).toEqual([]);
});

test('near labels are offered to figures alone, rates to rates and amounts to amounts', () => {
  const { scoreTable } = scoreTableOf({
    ...goodSheet(),
    data: [
      { ...figure(12, '万元'), path: ['专项资金支出'] },
      { ...figure(95, '率'), path: ['专项资金比率'] },
    ],
  });
  const near = (kind: FactRef['kind']) => nearFigures(scoreTable, ref(kind)).map((one) => one.label);
  expect(near('number')).toEqual(['专项资金支出']);
  expect(near('rate')).toEqual(['专项资金比率']);
  for (const kind of ['yes', 'level', 'rank', 'date'] as const) expect(near(kind)).toEqual([]);
  expect(nearFigures(scoreTable, { ...ref('number'), name: '' })).toEqual([]);
});
