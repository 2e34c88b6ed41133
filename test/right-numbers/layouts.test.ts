/** Labels, headings and rows in unusual places: read, or said to be unread; a right sum is never accused. */
import { assessAll, bookWith, found, recalculated, sentences, type Row } from './support';
import type { SheetOptions } from '../support/sheets';

const T: Row = ['2024年度绩效考核评分表'];
const H: Row = ['一级指标', '二级指标', '三级指标', '分值', '自评得分', '说明'];
interface Layout {
  readonly rows: readonly Row[];
  readonly merges?: readonly string[];
  readonly rowsRead: number;
}
const book = ({ rows, merges }: Layout, options: SheetOptions = {}) => bookWith(rows, {}, { merges: merges ?? [], ...options });

const LAYOUTS: Readonly<Record<string, Layout>> = {
  '小计 in the second level': {
    rows: [
      T,
      H,
      ['产出', '小计', null, 50, 48, null],
      [null, '数量', '完成数量', 30, 30, null],
      [null, '质量', '合格率', 20, 18, '有2处返工'],
      ['效益', '小计', null, 50, 50, null],
      [null, '社会', '社会影响', 50, 50, null],
      ['合计', null, null, 100, 98, null],
    ],
    merges: ['A3:A5', 'A6:A7'],
    rowsRead: 3,
  },
  '合计 of each class in the second level': {
    rows: [
      T,
      H,
      ['产出', '数量', '完成数量', 30, 30, null],
      [null, '质量', '合格率', 20, 18, '有2处返工'],
      [null, '合计', null, 50, 48, null],
      ['效益', '社会', '社会影响', 50, 50, null],
      [null, '合计', null, 50, 50, null],
      ['总计', null, null, 100, 98, null],
    ],
    merges: ['A3:A5', 'A6:A7'],
    rowsRead: 3,
  },
  'the same without merged cells': {
    rows: [
      T,
      H,
      ['产出', '数量', '完成数量', 30, 30, null],
      ['产出', '质量', '合格率', 20, 18, '有2处返工'],
      ['产出', '合计', null, 50, 48, null],
      ['效益', '社会', '社会影响', 50, 50, null],
      ['效益', '合计', null, 50, 50, null],
      ['合计', null, null, 100, 98, null],
    ],
    rowsRead: 3,
  },
  '小计 behind each class': {
    rows: [
      T,
      H,
      ['投入', '预算', '预算编制', 30, 30, null],
      [null, null, '预算公开', 10, 10, null],
      [null, '小计', null, 40, 40, null],
      ['产出', '数量', '完成数', 30, 30, null],
      [null, '质量', '合格率', 30, 28, '有2处返工'],
      [null, '小计', null, 60, 58, null],
      ['总分', null, null, 100, 98, null],
    ],
    rowsRead: 4,
  },
  'classes on lines of their own with their points': {
    rows: [
      T,
      H,
      ['投入', null, null, 40, 40, null],
      [null, '预算', '预算编制', 30, 30, null],
      [null, null, '预算公开', 10, 10, null],
      ['产出', null, null, 60, 58, null],
      [null, '数量', '完成数', 30, 30, null],
      [null, '质量', '合格率', 30, 28, '有2处返工'],
      ['总分', null, null, 100, 98, null],
    ],
    rowsRead: 4,
  },
  'sections with a total in the score column': {
    rows: [
      T,
      ['序号', '考核内容', '评分标准', '分值', '自评得分', '备注'],
      ['一、组织管理（30分）', null, null, null, 30, null],
      [1, '机构健全', '健全得20分，否则不得分', 20, 20, null],
      [2, '人员到位', '到位得10分，否则不得分', 10, 10, null],
      ['二、业务管理（70分）', null, null, null, 65, null],
      [1, '任务完成', '完成得40分，每少一项扣5分', 40, 35, '少完成1项'],
      [2, '质量达标', '达标得30分，否则不得分', 30, 30, null],
      ['合计', null, null, 100, 95, null],
    ],
    merges: ['A3:D3', 'A6:D6'],
    rowsRead: 4,
  },
  'sections numbered 一, 二': {
    rows: [
      T,
      ['序号', '考核内容', '评分标准', '分值', '自评得分', '备注'],
      ['一', '组织管理', null, 30, 30, null],
      [1, '机构健全', '健全得20分，否则不得分', 20, 20, null],
      [2, '人员到位', '到位得10分，否则不得分', 10, 10, null],
      ['二', '业务管理', null, 70, 65, null],
      [1, '任务完成', '完成得40分，每少一项扣5分', 40, 35, '少完成1项'],
      [2, '质量达标', '达标得30分，否则不得分', 30, 30, null],
      ['合计', null, null, 100, 95, null],
    ],
    rowsRead: 4,
  },
  'several criteria under one name, cells not merged': {
    rows: [
      T,
      ['序号', '项目内容', '考核内容', '分值', '评分标准', '自评得分', '扣分原因'],
      [1, '组织领导', '成立领导小组', 10, '成立得10分，否则不得分', 10, null],
      [null, null, '召开专题会议', 10, '召开得10分，否则不得分', 10, null],
      [2, '制度建设', '制度健全', 40, '健全得40分，否则不得分', 40, null],
      [null, null, null, 20, '执行到位得20分，否则不得分', 0, '执行不到位'],
      [3, '档案管理', '资料齐全', 20, '齐全得20分，否则不得分', 20, null],
      ['合计', null, null, 100, null, 80, null],
    ],
    rowsRead: 5,
  },
  '项目内容 as level, a row without it': {
    rows: [
      T,
      ['类别', '项目内容', '分值', '评分标准', '得分', '说明'],
      ['组织', '成立机构', 20, '成立得20分，否则不得分', 20, null],
      [null, null, 10, '定期开会得10分，否则不得分', 10, null],
      ['业务', '完成任务', 40, '完成得40分，否则不得分', 40, null],
      [null, '质量', 30, '达标得30分，否则不得分', 0, '未达标'],
      ['总分', null, 100, null, 70, null],
    ],
    rowsRead: 4,
  },
  'points without any name': {
    rows: [
      T,
      H,
      ['投入', '预算', '预算编制', 30, 30, null],
      [null, null, null, 10, 10, null],
      ['产出', '数量', '完成数', 30, 30, null],
      [null, '质量', null, 30, 28, '有2处返工'],
      ['总分', null, null, 100, 98, null],
    ],
    rowsRead: 4,
  },
  'a second heading in other words': {
    rows: [
      T,
      H,
      ['投入', '预算', '预算编制', 30, 30, null],
      ['投入', '预算', '预算公开', 10, 10, null],
      ['一级指标', '二级指标', '评价要点', '满分', '评分', '备注'],
      ['产出', '数量', '完成数', 30, 30, null],
      ['产出', '质量', '合格率', 30, 28, '有2处返工'],
      ['合计', null, null, 100, 98, null],
    ],
    rowsRead: 4,
  },
  'two parts with a title each and headings of their own': {
    rows: [
      T,
      ['第一部分 重点工作（60分）'],
      ['项目', '序号', '考核指标', '工作要求', '分值', '考核标准', '考核得分'],
      ['重点工作', 1, '预算编制', '按时报送', 30, '每逾期1天扣2分', 30],
      [null, 2, '决算公开', '按时公开', 30, '未公开不得分', 30],
      ['第二部分 工作作风（40分）'],
      ['项目', '序号', '评价内容', '具体事项', '分值', '评价标准', '领导打分（由分管领导填写）'],
      ['工作作风', 1, '服务态度', '无有效投诉', 20, '每有1件扣5分', 20],
      [null, 2, '工作纪律', '无违纪通报', 20, '每有1次扣5分', 15],
      ['合计', null, null, null, 100, null, 95],
    ],
    merges: ['A1:G1', 'A2:G2', 'A6:G6', 'A4:A5', 'A8:A9'],
    rowsRead: 4,
  },
  'a heading repeated on the second page': {
    rows: [
      T,
      H,
      ['投入', '预算', '预算编制', 30, 30, null],
      [null, null, '预算公开', 10, 10, null],
      H,
      ['产出', '数量', '完成数', 30, 30, null],
      [null, '质量', '合格率', 30, 28, '有2处返工'],
      ['合计', null, null, 100, 98, null],
    ],
    rowsRead: 4,
  },
  'shares over groups of 100 points': {
    rows: [
      T,
      ['一级指标', '权重', '二级指标', '分值', '三级指标', '目标值', '分值', '实际值', '得分'],
      ['预算管理', 40, '预算执行', 60, '支出进度', '95%', 35, '96%', 35],
      [null, null, null, null, '预算公开率', '100%', 25, '100%', 25],
      [null, null, '财务管理', 40, '会计核算规范率', '100%', 40, '100%', 40],
      ['项目产出', 60, '产出数量', 70, '系统覆盖率', '100%', 70, '100%', 70],
      [null, null, '产出质量', 30, '验收合格率', '100%', 30, '100%', 30],
    ],
    merges: ['A3:A5', 'B3:B5', 'A6:A7', 'B6:B7', 'C3:C4', 'D3:D4'],
    rowsRead: 5,
  },
  'shares over shares': {
    rows: [
      T,
      ['一级指标', '权重', '二级指标', '分值', '自评得分'],
      ['产出', '60%', '数量', 50, 50],
      [null, null, '质量', 50, 50],
      ['效益', '40%', '社会', 70, 70],
      [null, null, '经济', 30, 30],
    ],
    rowsRead: 4,
  },
  'points in all levels': {
    rows: [
      T,
      ['一级指标', '分值', '二级指标', '分值', '三级指标', '分值', '自评得分'],
      ['产出', 60, '数量', 40, '完成数', 25, 25],
      [null, null, null, null, '开工数', 15, 15],
      [null, null, '质量', 20, '合格率', 20, 20],
      ['效益', 40, '社会', 40, '影响', 40, 40],
      ['合计', null, null, null, null, 100, 100],
    ],
    merges: ['A3:A5', 'B3:B5', 'C3:C4', 'D3:D4'],
    rowsRead: 4,
  },
};

test.each(Object.entries(LAYOUTS))('%s: nothing to say', (_name, layout) => {
  expect(found(book(layout))).toEqual([]);
  const tables = assessAll(book(layout));
  expect(tables.map((one) => one.scoreTable.rows.filter((row) => row.role === 'indicator').length)).toEqual([layout.rowsRead]);
  expect(recalculated(book(layout)).writes).toEqual([]);
});

test.each(Object.entries(LAYOUTS).filter(([, { rows }]) => /^[总合]/.test(String(rows[rows.length - 1]![0]))))(
  '%s: a wrong total is found',
  (_name, layout) => {
    const last = layout.rows[layout.rows.length - 1]!;
    const score = Math.max(...last.map((cell, col) => (typeof cell === 'number' ? col : 0)));
    const rows = [...layout.rows.slice(0, -1), last.map((cell, col) => (col === score ? (cell as number) - 3 : cell))];
    expect(found(book({ ...layout, rows })).filter((one) => one.startsWith('M'))).toHaveLength(1);
  },
);

describe('what cannot be read', () => {
  const stray: readonly Row[] = [
    T,
    H,
    ['投入', '预算', '预算编制', 30, 30, null],
    ['产出', '数量', '完成数', 30, 30, null],
    [null, '质量', '合格率', 30, 30, null],
    [null, null, null, 7, 6, null],
    ['总分', null, null, 100, 99, null],
  ];
  test('is said, and no sum is beyond doubt', () => {
    const all = found(bookWith(stray), { info: true });
    expect(all).toContain('I row-not-read D6');
    expect(all.filter((one) => one.startsWith('M'))).toEqual([]);
    expect(sentences(bookWith(stray)).join()).toContain('没有识别出是哪项指标');
  });
});

test('two tables one below the other stay two', () => {
  const one: readonly Row[] = [H, ['产出', '数量', '完成数', 60, 60, null], [null, '质量', '合格率', 40, 38, '有2处返工']];
  const other: readonly Row[] = [
    ['一级指标', '二级指标', '三级指标', '满分', '评分', '备注'],
    ['效益', '社会', '影响', 70, 70, null],
    [null, '经济', '收入', 30, 30, null],
  ];
  expect(assessAll(bookWith([T, ...one, [], ...other])).map((each) => each.scoreTable.rows.length)).toEqual([2, 2]);
});

test('a group of shares that does not come to 100 is found', () => {
  const layout = LAYOUTS['shares over groups of 100 points']!;
  const rows = layout.rows.map((row) => (row[2] === '产出质量' ? row.map((cell) => (cell === 30 ? 25 : cell)) : row));
  expect(found(book({ ...layout, rows }))).toEqual(['M weight-tree B6']);
});
