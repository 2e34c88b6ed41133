/** The general rule (完成值÷指标值×分值) is one for projects: on a department's sheet without criteria nobody's points are cut by it. */
import { bookWith, recalculated, type Row } from './support';

const form = (title: string): readonly Row[] => [
  [title],
  ['单位名称：某县农业农村局', null, null, null, null, '年度：2024'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
  ['产出指标', '数量指标', '培训场次', '≥10场', '10场', 30, null, null],
  [null, '数量指标', '巡查次数', '≥20次', '15次', 30, null, '雨季道路中断，少巡查5次，已列入下年计划'],
  ['效益指标', '社会效益指标', '群众满意率', '≥90%', '95%', 40, 40, null],
  ['合计', null, null, null, null, 100, null, null],
];
const WHOLE = '某县2024年度部门整体支出绩效自评表';
const PROJECT = '某县2024年度项目支出绩效自评表';

test('a met target gets its points, a missed one is left to the unit and listed; so is the total', () => {
  const { writes, kept } = recalculated(bookWith(form(WHOLE)));
  expect(writes).toEqual(['G4 · → 30']);
  expect(kept.filter((one) => /^G5/.test(one))).toHaveLength(1);
  expect(kept.filter((one) => /^G5/.test(one))[0]).toContain('没有写明该项的评分标准');
});

test('a project’s missed target gets its share', () => {
  expect(recalculated(bookWith(form(PROJECT))).writes).toEqual(['G4 · → 30', 'G5 · → 22.5', 'G7 · → 92.5']);
});

test('nor does it correct a typed score, up or down', () => {
  const typed = form(WHOLE).map((row, index) => (index === 4 ? row.map((cell, col) => (col === 6 ? 28 : cell)) : row));
  for (const scores of [28, 30, 5]) {
    const rows = typed.map((row, index) => (index === 4 ? row.map((cell, col) => (col === 6 ? scores : cell)) : row));
    expect(recalculated(bookWith(rows), { scores: 'all', raise: true }).writes.filter((one) => one.startsWith('G5'))).toEqual([]);
  }
});
