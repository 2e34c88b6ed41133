/** What explanations and unit names say, over the phrases that units write: nothing, done, a shortfall, a set phrase. */
import path from 'node:path';
import {
  cleanName,
  explanation,
  isBoilerplate,
  isMadeOf,
  isNearlySame,
  isWithin,
  namesDeduction,
  namesInBook,
  rounded,
  saysDone,
  saysNothing,
  saysWhy,
  statesShortfall,
} from '../../src/score-table';
import data from '../../src/score-table/data/reason-words.json';
import { Dec, normal } from '../../src/workbook';
import { a1 } from '../../src/workbook/address';
import { expectPinned } from '../support/pinned';
import { bookOf, sheetOf, type TestCell } from '../support/sheets';

const FOLDER = path.join(__dirname, 'pins');

const SAID: readonly string[] = [
  ...[...data.nothing, ...data.done, ...data.boilerplate, ...data.intentions, ...data.hints].slice(0, 160),
  '',
  '0',
  '0.00%',
  '0分',
  '0.5分',
  '偏差原因：无；改进措施：无',
  '偏差原因：汛期停工；改进措施：无',
  '未完成原因：无',
  '无',
  '已完成，已达标。',
  '已完成，但进度滞后',
  '客观原因，今后进一步加强管理',
  '酌情扣0.5分',
  '扣2分',
  '扣0分',
  '扣除1.5分',
  '每低1个百分点扣1分',
  '未完成',
  '尚未全部完成',
  '未完成0项',
  '未完成的不得分',
  '未完成3项',
  '2023年未完成',
  '上年未完成',
  '不存在未完成的情况',
  '仅完成80%',
  '只完成9项',
  '低于目标值',
  '不低于目标值',
  '达不到预期目标',
  '存在较大偏差',
  '有一定差距',
  '没有差距',
  '进度缓慢',
  '推进较慢',
  '延期，已全部完成',
  '延期完成',
  '缺少台账',
  '不存在缺少台账',
  '完成率98%',
  '完成率100%',
  '完成率99.9%，得分9.9分',
  '10项任务完成9项',
  '10项任务完成10项',
  '10项任务完成9个',
  '未发现问题',
  '得8分',
  '计5.5分',
  '资金到位晚；因疫情影响；机构改革',
  '见附件',
];

test('explanations', () => {
  const lines = SAID.map((text) => {
    const plain = normal(text);
    const kinds = [
      saysNothing(plain) ? 'nothing' : '',
      saysDone(plain) ? 'done' : '',
      isBoilerplate(plain) ? 'set phrase' : '',
      statesShortfall(plain) ? 'shortfall' : '',
      namesDeduction(plain) ? 'deduction' : '',
      isMadeOf(plain, ['汛期', '停工']) ? 'made of' : '',
    ].filter((kind) => kind !== '');
    return `${text} → ${kinds.join(', ')}`;
  });
  expectPinned(FOLDER, 'explanations', lines);
});

test('the cell of an explanation', () => {
  const at = { sheet: 0, row: 0, col: 0 };
  const slot = (
    state: 'blank' | 'error' | 'picture' | 'placeholder' | 'value',
    value: string | null,
    raw: string | number | null = value,
  ) => ({ state, value, raw, at, odd: [] }) as const;
  const cells = [
    undefined,
    slot('blank', null),
    slot('error', null, '#REF!'),
    slot('picture', null, 'x'),
    slot('placeholder', null, '—'),
    slot('value', ' 汛 期 '),
    slot('value', null, 0),
  ];
  expect(cells.map((one) => [explanation(one), saysWhy(one)])).toEqual([
    ['', false],
    ['', false],
    ['', false],
    ['', true],
    ['—', false],
    ['汛期', true],
    ['0', false],
  ]);
});

test.each<[string, string, boolean]>([
  ['某县水务局机关', '某县水务居机关', true],
  ['某县水务局机关', '某县水务局机关', false],
  ['某县水务局', '某县水务居', true],
  ['县水务局', '县水务居', false],
  ['某县第一小学校', '某县第二小学校', false],
  ['某县东城区水务局', '某县西城区水务局', false],
  ['某县水务局机关', '某县水务局', false],
  ['示例市政务服务和数据管理局', '示例市政务服务与数据管里局', true],
  ['示例市政务服务和数据管理局', '示例市政务服务与数居管里局', false],
  ['某县水务局机关', '某县农业局机关', false],
])('%s and %s are one name with a slip: %s', (one, other, same) => {
  expect([isNearlySame(one, other), isNearlySame(other, one)]).toEqual([same, same]);
});

test('an abbreviation stands within the name', () => {
  expect([
    isWithin('发改委', '发展和改革委员会'),
    isWithin('委发', '发展和改革委员会'),
    isWithin('', 'x'),
    isWithin('改改', '改革'),
    isWithin('x', ''),
  ]).toEqual([true, false, true, false, false]);
  expect(['某局（盖章）', '某局：', ' 某 局 '].map(cleanName)).toEqual(['某局', '某局', '某局']);
});

test('the name each sheet states, in a cell of its own or behind its label, in the first twelve rows', () => {
  const named = (rows: readonly (readonly TestCell[])[]): string =>
    namesInBook(bookOf(sheetOf('表', rows)))
      .map(({ name, at }) => `${name}@${a1(at.row, at.col)}`)
      .join(' ');
  const below = (n: number): readonly (readonly TestCell[])[] => [
    ...Array.from({ length: n }, () => ['说明'] as readonly TestCell[]),
    ['单位名称', '某县水务局'],
  ];
  expect({
    beside: named([['单位名称', '某县水务局']]),
    inside: named([['单位名称：某县水务局（盖章）']]),
    'a gap between': named([['单位名称', null, '某县水务局']]),
    'the twelfth row': named(below(11)),
    'the thirteenth': named(below(12)),
    'too short': named([['单位名称', '某县局']]),
    'just long enough': named([['单位名称', '某县水局']]),
    'forty characters': named([['单位名称', '某'.repeat(40)]]),
    'forty-one': named([['单位名称', '某'.repeat(41)]]),
    'a date': named([['单位名称', '2024年某县水务局']]),
    'another label': named([['单位名称', '项目名称']]),
    'a placeholder': named([['单位名称', '————']]),
    two: named([
      ['单位名称', '某县水务局'],
      ['部门名称', '某县农业局'],
    ]),
  }).toEqual({
    beside: '某县水务局@B1',
    inside: '某县水务局@A1',
    'a gap between': '某县水务局@C1',
    'the twelfth row': '某县水务局@B12',
    'the thirteenth': '',
    'too short': '',
    'just long enough': '某县水局@B1',
    'forty characters': `${'某'.repeat(40)}@B1`,
    'forty-one': '',
    'a date': '',
    'another label': '',
    'a placeholder': '',
    two: '某县水务局@B1',
  });
  expect(namesInBook(bookOf(sheetOf('表', [['单位名称', '某县水务局']], { state: 'hidden' })))).toEqual([]);
});

test('a score rounded, cut, too coarse, or another', () => {
  const step = (value: string): Dec => new Dec(value);
  const is = (stated: string, due: string, sheetStep: string, proportional = true, full: string | null = '10'): string => {
    const result = rounded(
      new Dec(stated),
      { score: new Dec(due), proportional, full: full === null ? null : new Dec(full) },
      step(sheetStep),
    );
    return result.is === 'coarse' ? `coarse ${result.step.toString()}` : result.is;
  };
  const STATED = ['9.4', '9.44', '9.445', '9.45', '9.46', '9.5', '9', '10', '9.4491', '9.4399', '9.43'];
  const lines = STATED.flatMap((stated) =>
    ['9.445', '9.4449', '9.9951', '8.4451', '9.5'].map(
      (due) =>
        `${stated} for ${due}: ${['0.01', '0.1', '0.5', '1'].map((one) => is(stated, due, one)).join(' | ')} | not proportional ${is(stated, due, '1', false)} | no 分值 ${is(stated, due, '1', true, null)}`,
    ),
  );
  expectPinned(FOLDER, 'rounded', lines);
});
