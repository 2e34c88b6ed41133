/** What a cell shows and what it stores: only a bare % scales by a hundred; a quoted or escaped one only follows the figure. */
import { Dec } from '../../src/workbook/decimal';
import { assessAll, bookWith, column, FORM, found, recalculated, sentences, type Over } from './support';

const ALL = { scores: 'all', raise: true } as const;
const POINTS: Readonly<Record<number, number>> = { 11: 15, 12: 15, 13: 10, 14: 10, 15: 15, 16: 15, 17: 10 };
const form = (over: Over = {}) => bookWith(FORM, over);

test('the form as it is', () => {
  expect(found(form())).toEqual([]);
  expect(recalculated(form(), ALL).writes).toEqual([]);
});

describe('quoted, escaped, full-width and real percent signs', () => {
  const CASES: readonly (readonly [name: string, over: Over])[] = [
    ['完成值 93.2 shown 93.2%', { E17: { v: 93.2, format: '0.0"%"' } }],
    ['完成值 93 shown 93% by an escaped sign', { E17: { v: 93, format: '0\\%' } }],
    ['target and 完成值 both', { D17: { v: 90, format: '0"%"' }, E17: { v: 93.2, format: '0.0"%"' } }],
    ['a full-width sign', { E12: { v: 98, format: '0"％"' } }],
    ['the real percent format', { E17: { v: 0.932, format: '0.0%' } }],
    ['0.5 with a quoted sign is half a percent', { C17: '差错率', D17: '≤1%', E17: { v: 0.5, format: '0.0"%"' } }],
    ['an upper bound', { C17: '设备故障率', D17: '≤10%', E17: { v: 9.6, format: '0.0"%"' } }],
    ['the execution rate', { F6: { v: 95, format: '0.0"%"' } }],
    ['分值 with a quoted sign', column('F', 11, 17, (row) => ({ v: POINTS[row]!, format: '0"%"' }))],
    [
      '分值 with a bare sign beside plain scores',
      { ...column('F', 11, 17, (row) => ({ v: POINTS[row]! / 100, format: '0%' })), F18: { v: 1, format: '0%' } },
    ],
    ['a format that shows small figures as percent', { E17: { v: 0.932, format: '[<=1]0.0%;0.0"%"' } }],
    ['and large ones as they are', { E17: { v: 93.2, format: '[<=1]0.0%;0.0"%"' } }],
  ];
  test.each(CASES)('%s: nothing to say, nothing to write', (_name, over) => {
    expect(found(form(over))).toEqual([]);
    expect(recalculated(form(over), ALL).writes).toEqual([]);
  });

  test('a figure that misses its target does so in either spelling', () => {
    for (const cell of [{ v: 80, format: '0"%"' }, { v: 0.8, format: '0%' }, '80%'])
      expect(found(form({ E17: cell }))).toEqual(['M missed-target-full-score G17']);
    expect(sentences(form({ E17: { v: 80, format: '0"%"' } })).join()).toContain('完成值为「80%」');
  });

  test('a blank score beside a quoted sign is filled by the rate it shows', () => {
    const { writes, cell } = recalculated(form({ C17: '设备故障率', D17: '≤10%', E17: { v: 9.6, format: '0.0"%"' }, G17: null }));
    expect(writes).toEqual(['G17 · → 10']);
    expect(cell('B19')).toBe('优');
  });
});

describe('分值, 得分 and totals all shown as percent: one scale for all', () => {
  const score = (points: number) => ({ v: points / 100, format: '0.00%' });
  const percent: Over = {
    ...column('F', 11, 17, (row) => score(POINTS[row]!)),
    ...column('G', 11, 17, (row) => score(POINTS[row]!)),
    E6: score(10),
    G6: score(9.5),
    F18: score(100),
    G18: score(99.5),
  };

  test('typed', () => {
    expect(found(form(percent))).toEqual([]);
    expect(recalculated(form(percent), ALL).writes).toEqual([]);
    const [one] = assessAll(form(percent));
    expect([one!.totals.stated, one!.totals.sum, one!.totals.fullScore].map(String)).toEqual(['99.5', '99.5', '100']);
  });

  test('the total a formula', () => {
    const live = { ...percent, G18: { v: 0.995, f: 'G6+SUM(G11:G17)', format: '0.00%' } };
    expect(found(form(live))).toEqual([]);
    expect(recalculated(form(live), ALL).writes).toEqual([]);
  });

  test('as texts', () => {
    const text = (points: number) => `${points}%`;
    const texts: Over = {
      ...column('F', 11, 17, (row) => text(POINTS[row]!)),
      ...column('G', 11, 17, (row) => text(POINTS[row]!)),
      E6: '10%',
      G6: '9.5%',
      F18: '100%',
      G18: '99.5%',
    };
    expect(found(form(texts)).filter((one) => one.startsWith('M'))).toEqual([]);
  });

  test('a blank score and a blank total are written in the scale of the column', () => {
    const { writes } = recalculated(form({ ...percent, G17: null, G18: null }));
    expect(writes).toEqual(['G17 · → 0.1', 'G18 · → 0.995']);
  });

  test('a wrong total is found and corrected in its scale', () => {
    const wrong = { ...percent, G18: score(98.5) };
    expect(found(form(wrong))).toEqual(['M total-score G18']);
    expect(sentences(form(wrong)).join()).toContain('填98.5');
    expect(assessAll(form(wrong))[0]!.findings.map((one) => one.fix?.to)).toEqual([{ value: new Dec('0.995') }]);
    expect(recalculated(form(wrong)).writes).toEqual(['G18 0.985 → 0.995']);
  });

  test('plain scores beside 分值 in percent stay as they are', () => {
    const mixed = { ...column('F', 11, 17, (row) => score(POINTS[row]!)), F18: score(100) };
    expect(found(form(mixed))).toEqual([]);
  });
});
