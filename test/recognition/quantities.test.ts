/** Targets, 完成值, points, rates and money as people type them: what each is read as, and what is no number. */
import { moneySlot, numberOfText, rateSlot, textSlot } from '../../src/recognition/numbers';
import { scoreSlot, weightSlot } from '../../src/recognition/points';
import { comparatorOfSymbol, quantitySlot, takeComparator, type QuantityContext } from '../../src/recognition/quantity';
import type { Quantity } from '../../src/score-table';
import { normal } from '../../src/workbook';
import { Dec } from '../../src/workbook/decimal';

const AT = { sheet: 0, row: 3, col: 4 };
const PLAIN: QuantityContext = { format: 'General', symbol: null, unit: '', headerPercent: false, date1904: false };

/** 「>=0.95%」, 「number 266 米」, 「date 2024-9-30 before」 … */
function shown(value: Quantity | null): string {
  if (value === null) return 'null';
  const { kind, comparator, comparatorFrom, number, upper, percent, unit, date } = value;
  const sign = comparator === null ? '' : `${comparator}${comparatorFrom === 'column' ? '(column)' : ''} `;
  if (kind === 'words') return `${sign}words`;
  if (kind === 'date') return `${sign}date ${date!.year ?? '-'}-${date!.month ?? '-'}-${date!.day ?? '-'}${date!.before ? ' before' : ''}`;
  return `${sign}${number!.toString()}${upper === null ? '' : `..${upper.toString()}`}${percent ? ' percent' : ''}${unit === '' ? '' : ` ${unit}`}`;
}
const read = (raw: string | number, context: Partial<QuantityContext> = {}): string =>
  shown(quantitySlot(raw, AT, { ...PLAIN, ...context }).value);

describe('comparisons, with every unit and in every wording', () => {
  const UNITS = ['公里', '万元', '元', '人次', '个', '项', '%', '天', '户', '亩', '平方米', '场'];
  const AFTER: readonly (readonly [string, string])[] = [
    ['以上', '>='],
    ['及以上', '>='],
    ['以下', '<='],
    ['及以下', '<='],
    ['以内', '<='],
    ['之内', '<='],
  ];
  const BEFORE: readonly (readonly [string, string])[] = [
    ['≥', '>='],
    ['>=', '>='],
    ['=>', '>='],
    ['不少于', '>='],
    ['不低于', '>='],
    ['不小于', '>='],
    ['大于等于', '>='],
    ['大于或等于', '>='],
    ['至少', '>='],
    ['达到', '>='],
    ['≤', '<='],
    ['<=', '<='],
    ['=<', '<='],
    ['不超过', '<='],
    ['不高于', '<='],
    ['不大于', '<='],
    ['不多于', '<='],
    ['小于等于', '<='],
    ['小于或等于', '<='],
    ['控制在', '<='],
    ['>', '>'],
    ['大于', '>'],
    ['超过', '>'],
    ['高于', '>'],
    ['<', '<'],
    ['小于', '<'],
    ['低于', '<'],
    ['少于', '<'],
    ['=', '='],
    ['等于', '='],
  ];
  const due = (sign: string, unit: string): string => (unit === '%' ? `${sign} 0.2 percent %` : `${sign} 20 ${unit}`);

  test.each(AFTER)('20…%s is %s', (word, sign) =>
    expect(UNITS.map((unit) => read(`20${unit}${word}`))).toEqual(UNITS.map((unit) => due(sign, unit))),
  );
  test.each(BEFORE)('%s20… is %s', (word, sign) =>
    expect(UNITS.map((unit) => read(`${word}20${unit}`))).toEqual(UNITS.map((unit) => due(sign, unit))),
  );
  test.each<[string, string]>([
    ['20公里以上', '>= 20 公里'],
    ['2万元以内', '<= 2 万元'],
    ['2.5万元以下', '<= 2.5 万元'],
    ['95％以上', '>= 0.95 percent %'],
    ['3万人次以上', '>= 30000 人次'],
    ['1亿元以上', '>= 1 亿元'],
    ['24小时内', '<= 24 小时'],
    ['3个月内', '<= 3 个月'],
    ['5个工作日内', '<= 5 个工作日'],
    ['2年内', '<= 2 年'],
    ['办结时限15日内', '<= words'],
    ['6月内', 'date --6--'],
    ['2024年内', 'words'],
    ['控制在预算内', 'words'],
    ['以上', 'words'],
    ['达到', '>= words'],
  ])('「%s」', (text, quantity) => expect(read(text)).toBe(quantity));

  test.each<[string, string | null, string, boolean]>([
    ['004>=', '>=', '', true],
    ['04≤90', '<=', '90', true],
    ['1234>=5', null, '1234>=5', false],
    ['≥95%', '>=', '95%', false],
    ['定性', null, '定性', false],
  ])('the sign of 「%s」', (text, sign, rest, code) => expect(takeComparator(text)).toEqual({ sign, rest, code }));
  test.each<[string, string | null]>([
    ['≥', '>='],
    ['004>=', '>='],
    ['≥5', null],
    ['定量', null],
    ['=', '='],
  ])('a 指标性质 cell 「%s」', (text, sign) => expect(comparatorOfSymbol(text)).toBe(sign));
});

describe('what a text is', () => {
  test.each<[string, string]>([
    ['266米', '266 米'],
    ['1,200人', '1200 人'],
    ['1万', '10000'],
    ['1.5亿', '150000000'],
    ['3万亿', '3000000000000'],
    ['5万元', '5 万元'],
    ['2億', '200000000'],
    ['1萬人', '10000 人'],
    ['100%', '1 percent %'],
    ['95百分比', '0.95 percent %'],
    ['-3个', '-3 个'],
    ['.5', '0.5'],
    ['..5.5', '5.5'],
    ['80-100座', '80..100 座'],
    ['90%至95%', '0.9..0.95 percent'],
    ['90-95%', '0.9..0.95 percent'],
    ['100-80座', 'words'],
    ['80-80座', '80..80 座'],
    ['30年', '30 年'],
    ['99年', '99 年'],
    ['100年', 'words'],
    ['2030年', 'words'],
    ['3个、5个', 'words'],
    ['12公里的农村公路', 'words'],
    ['12一二三四五六', '12 一二三四五六'],
    ['12一二三四五六七', 'words'],
    ['2024年9月30日', 'date 2024-9-30'],
    ['2024年9月30日前', 'date 2024-9-30 before'],
    ['9月前', 'date --9-- before'],
    ['9月底前', 'date --9-- before'],
    ['12月完成', 'date --12--'],
    ['2021年12月完成', 'date 2021-12--'],
    ['2024年10月15日之前', 'date 2024-10-15 before'],
    ['13月', 'words'],
    ['0月', 'words'],
    ['达成预期指标', 'words'],
  ])('「%s」 is %s', (text, quantity) => expect(read(text)).toBe(quantity));

  test('a number of its own format and column', () => {
    expect(read(0.95, { format: '0.0%' })).toBe('0.95 percent');
    expect(read(95, { format: '0"%"' })).toBe('0.95 percent %');
    expect(read(95, { unit: '%' })).toBe('0.95 percent %');
    expect(read(0.95, { unit: '%' })).toBe('0.95 percent %');
    expect(read(1, { unit: '%' })).toBe('0.01 percent %');
    expect(read(1, { headerPercent: true })).toBe('0.01 percent %');
    expect(read(95, { headerPercent: true, unit: '人' })).toBe('95 人');
    expect(read('95', { headerPercent: true, unit: '人' })).toBe('95 人');
    expect(read('95', { headerPercent: true })).toBe('0.95 percent %');
    expect(read(45291, { format: 'yyyy-mm-dd' })).toBe('date 2023-12-31');
    expect(read(45291, { format: 'yyyy-mm-dd', date1904: true })).toBe('date 2028-1-1');
    expect(read(12, { symbol: '>=', unit: '公里' })).toBe('>=(column) 12 公里');
    expect(read('12公里', { symbol: '>=' })).toBe('>=(column) 12 公里');
    expect(read('≤12公里', { symbol: '>=' })).toBe('<= 12 公里');
  });

  test('what was odd about it', () => {
    const odd = (raw: string, context: Partial<QuantityContext> = {}) => quantitySlot(raw, AT, { ...PLAIN, ...context }).odd;
    expect(odd('004>=90')).toEqual(['export-code']);
    expect(odd('1,200人')).toEqual(['grouping']);
    expect(odd('1万人')).toEqual(['magnitude']);
    expect(odd('95')).toEqual(['text-number']);
    expect(odd('95人')).toEqual([]);
    expect(odd('≥95')).toEqual([]);
  });
});

describe('numbers typed as text', () => {
  const number = (text: string, keep = false) => {
    const one = numberOfText(text, keep);
    return one === null ? null : `${one.value.toString()}${one.percent ? '%' : ''}|${one.unit}|${one.odd.join('+')}`;
  };
  test.each<[string, string | null]>([
    ['5', '5||text-number'],
    ['5分', '5|分|text-number'],
    [' 5', '5||text-number+inner-space'],
    ['９．５', '9.5||text-number+full-width'],
    ['1,234.5', '1234.5||text-number+grouping'],
    ['12,34', '12|,34|text-number'],
    ['+5', '5||text-number'],
    ['−5', '-5||text-number'],
    ['5百分比', '5%||text-number+percent-word'],
    ['150万', '1500000||text-number+magnitude'],
    ['150万元', '150|万元|text-number'],
    ['2亿元', '2|亿元|text-number'],
    ['五', null],
    ['', null],
    ['分5', null],
  ])('「%s」', (text, due) => expect(number(text)).toBe(due));
  test('in a 万元 column 「150万」 stays 150', () => expect(number('150万', true)).toBe('150||text-number+magnitude'));

  const money = (raw: string | number, unit: '元' | '万元' | null) => {
    const { state, value, odd } = moneySlot(raw, AT, unit);
    return value === null ? state : `${value.toString()}${odd.length === 0 ? '' : ` ${odd.join('+')}`}`;
  };
  test.each<[string | number, '元' | '万元' | null, string]>([
    [150, '万元', '150'],
    ['150万', '万元', '150 text-number+magnitude'],
    ['150万', '元', '1500000 text-number+magnitude'],
    ['150万元', '万元', '150 text-number+unit-suffix'],
    ['150万元', '元', '1500000 text-number+unit-suffix'],
    ['150元', '万元', '0.015 text-number+unit-suffix'],
    ['150元', '元', '150 text-number+unit-suffix'],
    ['150元', null, '150 text-number+unit-suffix'],
    ['150人', '元', 'text'],
    ['15%', '元', 'text'],
    ['—', '元', 'placeholder'],
    ['', '元', 'blank'],
  ])('money %s under %s', (raw, unit, due) => expect(money(raw, unit)).toBe(due));

  const rate = (raw: string | number, format = 'General', header = false) => rateSlot(raw, AT, format, header).value?.toString() ?? null;
  test.each<[string | number, string, boolean, string | null]>([
    [0.9, '0%', false, '0.9'],
    [90, '0"%"', false, '0.9'],
    [1.5, 'General', false, '1.5'],
    [1.51, 'General', false, '0.0151'],
    [1, 'General', true, '1'],
    [1.2, 'General', true, '0.012'],
    [1.2, 'General', false, '1.2'],
    [-1.5, 'General', false, '-1.5'],
    [-2, 'General', false, '-0.02'],
    ['90%', 'General', false, '0.9'],
    ['1.5', 'General', false, '1.5'],
    ['1.6', 'General', false, '0.016'],
    ['1.2', 'General', true, '0.012'],
    ['1', 'General', true, '1'],
    ['90元', 'General', false, null],
  ])('a rate %s shown %s (header %s) is %s', (raw, format, header, due) => expect(rate(raw, format, header)).toBe(due));

  test('points', () => {
    const score = (raw: string | number) => scoreSlot(raw, AT).value?.toString() ?? scoreSlot(raw, AT).state;
    expect([5, '5', '5分', '９.5', '10%', '5个', '—', ''].map(score)).toEqual([
      '5',
      '5',
      '5',
      '9.5',
      'text',
      'text',
      'placeholder',
      'blank',
    ]);
    const weight = (raw: string | number, format = 'General', scale: Dec | null = null) =>
      weightSlot(raw, AT, format, scale).value?.toString();
    expect([weight('10%'), weight(0.1, '0%'), weight(10), weight(0.1), weight(0.1, 'General', new Dec(100)), weight(10, '0"%"')]).toEqual([
      '10',
      '10',
      '10',
      '0.1',
      '10',
      '10',
    ]);
    expect(weightSlot(0.1, AT, '0%', null).scale?.toString()).toBe('100');
    expect(weightSlot(10, AT, 'General', null).scale).toBeUndefined();
  });

  test('words keep their text; a number is what would be typed', () => {
    expect(textSlot(' 汛期停工 ', AT).value).toBe('汛期停工');
    expect(textSlot(12.5, AT).value).toBe('12.5');
    expect(textSlot(normal('　'), AT).state).toBe('blank');
  });
});
