/** Where the 自评小结 turns from one way of saying to another: one more row, one more character, one more source of money. `npm run pin` renews it. */
import path from 'node:path';
import { narrate, narrativeText, type Length } from '../../src/narrative';
import { lengthOf } from '../../src/narrative/pieces';
import { chineseNumber } from '../../src/narrative/sections';
import type { Assessment } from '../../src/assessment';
import { bookOf, sheetOf, type TestCell } from '../support/sheets';
import { expectPinned } from '../support/pinned';
import { sumOf } from '../support/variations';
import { assessAll } from '../right-numbers/support';
import { DATA, deducted, MANY, OPEN, PROJECT, type Rows } from './forms';

const FOLDER = path.join(__dirname, 'texts');
const assessed = (rows: Rows, data?: Rows): Assessment =>
  assessAll(bookOf([sheetOf('评分表', rows), ...(data === undefined ? [] : [sheetOf('基础数据表', data)])]))[0]!;
const paragraphs = (assessment: Assessment, length: Length, only: RegExp): readonly string[] =>
  narrativeText(narrate(assessment, length))
    .split('\n')
    .filter((line) => only.test(line));

test('numbers of headings', () => {
  expect([1, 2, 9, 10, 11, 19, 20, 21, 30, 31, 99].map(chineseNumber)).toEqual([
    '一',
    '二',
    '九',
    '十',
    '十一',
    '十九',
    '二十',
    '二十一',
    '三十',
    '三十一',
    '九十九',
  ]);
});

test('boxes of every size: what is told fits, the more the better', () => {
  const forms: Readonly<Record<string, readonly [Rows, number]>> = {
    'four with long reasons': [deducted([1, 2, 2, 3], 90), 1],
    'eight with reasons': [deducted([1, 2, 2, 3, 1, 4, 1, 1], 30), 1],
    'one with a reason': [deducted([2], 100), 3],
    'one without': [deducted([2], 0), 3],
    project: [PROJECT, 3],
    open: [OPEN, 3],
    many: [MANY, 5],
  };
  const lines = Object.entries(forms).flatMap(([name, [rows, step]]) => {
    const assessment = assessed(rows);
    const told: string[] = [];
    let former = '';
    for (let limit = 20; limit <= 260; limit += step) {
      const { boxes } = narrate(assessment, 'box', limit);
      for (const { pieces } of boxes) expect(lengthOf(pieces)).toBeLessThanOrEqual(limit);
      const now = boxes.map(({ pieces }) => `${lengthOf(pieces)} ${sumOf(pieces.map(({ text }) => text).join(''))}`).join(' | ');
      if (now !== former) told.push(`${limit}: ${now}`);
      former = now;
    }
    return [`# ${name}`, ...told];
  });
  expectPinned(FOLDER, 'edges-boxes', lines);
});

test('sources of money: none to eight, with and without amounts', () => {
  const parts = (count: number, amount: number | null): Rows => [
    ...PROJECT.slice(0, 5),
    ...Array.from({ length: count }, (_, n): readonly TestCell[] => [
      null,
      `${n === 0 ? '其中：' : ''}来源${'甲乙丙丁戊己庚辛'[n]!}`,
      amount,
      amount,
      amount,
      '—',
      '—',
      '—',
      null,
    ]),
    ...PROJECT.slice(7),
  ];
  const lines = [0, 1, 2, 6, 7, 8].flatMap((count) =>
    [10, 0, null].flatMap((amount) => [
      `# ${count} of ${amount}`,
      ...paragraphs(assessed(parts(count, amount)), 'short', /全年执行数|执行率/),
    ]),
  );
  expectPinned(FOLDER, 'edges-money', lines);
});

test('full marks: one to ten in a family, with their values while they are few', () => {
  const rows = (count: number): Rows => [
    ...MANY.slice(0, 3),
    ...Array.from({ length: count }, (_, n): readonly TestCell[] => [
      n === 0 ? '履职效能' : null,
      `${'甲乙丙丁戊己庚辛壬癸'[n]!}类走访`,
      '≥3次',
      '3次',
      5,
      5,
      null,
    ]),
    ['社会效益', '信息报送', '≥10篇', '16篇', 100 - 5 * count, 100 - 5 * count, null],
    ['总分', null, null, null, 100, 100, null],
  ];
  expectPinned(
    FOLDER,
    'edges-families',
    [1, 2, 7, 8, 9, 10].flatMap((count) => [`# ${count}`, ...paragraphs(assessed(rows(count)), 'full', /得满分|走访/)]),
  );
});

test('deductions: one to five, told the largest first, and no more than three', () => {
  expectPinned(
    FOLDER,
    'edges-deductions',
    [[1], [1, 2], [2, 1, 3], [1, 2, 2, 3], [1, 1, 1, 1, 1]].flatMap((offs) => [
      `# ${offs.join(' ')}`,
      ...narrativeText(narrate(assessed(deducted(offs, 10)), 'box', 300)).split('\n'),
    ]),
  );
});

test('a rule that compares two figures: told where it holds, to be checked where the score says otherwise', () => {
  const form = (sign: string, spent: string, score: number): Rows => [
    ...MANY.slice(0, 3).map((cells, at) =>
      at === 2 ? ['一级指标', '三级指标', '评分标准', '实际完成值', '分值', '自评得分', '偏差原因分析及改进措施'] : cells,
    ),
    [
      '管理',
      '公用经费控制',
      `日常公用经费决算数${sign}日常公用经费预算数得满分，否则不得分。`,
      spent,
      20,
      score,
      score === 20 ? null : '压减不够',
    ],
    [null, '制度健全', null, '健全', 80, 80, null],
    ['总分', null, null, null, 100, 80 + score, null],
  ];
  const data = (spent: number): Rows => [
    ['2024年度基础数据表'],
    ['项目', '金额（元）'],
    ['日常公用经费决算数', spent],
    ['日常公用经费预算数', 100],
  ];
  const lines = ['≥', '≤', '＞', '＜', '='].flatMap((sign) =>
    [99, 100, 101].flatMap((spent) =>
      [20, 0].flatMap((score) => [
        `# ${spent} ${sign} 100: ${score}`,
        ...paragraphs(assessed(form(sign, '按要求执行', score), data(spent)), 'full', /公用经费/),
      ]),
    ),
  );
  expectPinned(FOLDER, 'edges-compared', lines);
});

test('income and spending of the data sheet', () => {
  const sheets: Readonly<Record<string, Rows>> = {
    'as they are': DATA,
    'no unit': DATA.map((cells, at) => (at === 1 ? ['项目', '金额'] : cells)),
    'two rates': [...DATA, ['支出完成率', '97%']],
    'a rate that is none': DATA.map((cells, at) => (at === 6 ? ['预算执行率', 5] : cells)),
    'an income twice': [...DATA, ['本年收入合计', 1]],
    'last year alone': [['2024年度基础数据表'], ['项目', '2023年'], ['本年收入合计（元）', 1]],
    'what was planned': [['2024年度基础数据表'], ['项目', '2024年年初预算数（元）'], ['收入合计', 1]],
    nothing: [['2024年度基础数据表'], ['项目', '金额（元）'], ['在职人数', 5]],
  };
  expectPinned(
    FOLDER,
    'edges-yearly',
    Object.entries(sheets).flatMap(([name, data]) => [`# ${name}`, ...paragraphs(assessed(MANY, data), 'short', /收入|支出|执行率/)]),
  );
});
