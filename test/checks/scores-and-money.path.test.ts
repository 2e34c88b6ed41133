/** The whole path: cells → recognise → assess. Each sheet has one thing wrong; every finding is named, and none besides. */
import { assess } from '../../src/assessment/assess';
import { recognise } from '../../src/recognition';
import { a1, parseA1 } from '../../src/workbook/address';
import type { WorkbookSnapshot } from '../../src/workbook/types';
import { bookOf, sheetOf, type TestCell } from '../support/sheets';

/** The national form, filled in and right. A 一级 B 二级 C 三级 D 指标值 E 完成值 F 分值 G 得分 H 原因. */
const FORM: readonly (readonly TestCell[])[] = [
  ['项目支出绩效自评表'],
  ['（2024年度）'],
  ['项目名称', '农村饮水安全项目', null, null, null, null, null, '单位：万元'],
  ['主管部门', '某县水利局', null, '实施单位', '某县水利局'],
  ['项目资金', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['年度资金总额', 200, 200, 190, 10, '95%', 9.5],
  ['其中：当年财政拨款', 180, 180, 170, '—', '—', '—'],
  ['上年结转资金', 20, 20, 20, '—', '—', '—'],
  ['其他资金', 0, 0, 0, '—', '—', '—'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
  ['产出指标', '数量指标', '维修泵站数量', '≥12座', '12座', 15, 15],
  [null, '质量指标', '工程验收合格率', '≥95%', '98%', 15, 15],
  [null, '时效指标', '完工时间', '11月前', '10月', 10, 10],
  [null, '成本指标', '项目总成本', '≤200万元', '190万元', 10, 10],
  ['效益指标', '社会效益指标', '受益人口数', '≥3000人', '2900人', 15, 14.5, '两个村因搬迁推迟接管，2025年3月前完成'],
  [null, '可持续影响指标', '管护机制健全程度', '健全', '健全', 15, 15],
  ['满意度指标', '服务对象满意度指标', '用水户满意度', '≥90%', '93%', 10, 10],
  ['总分', null, null, null, null, 100, 99],
];

type Edits = Readonly<Record<string, TestCell>>;

function bookWith(edits: Edits): WorkbookSnapshot {
  const rows = FORM.map((row) => [...row]);
  for (const [name, cell] of Object.entries(edits)) {
    const at = parseA1(name)!;
    rows[at.row]![at.col] = cell;
  }
  return bookOf(sheetOf('自评表', rows));
}

function findings(edits: Edits): readonly string[] {
  const book = bookWith(edits);
  const tables = recognise(book).tables;
  expect(tables).toHaveLength(1);
  const { findings: all, coverage } = assess(tables[0]!, book, { first: true });
  expect(coverage.failed).toEqual([]);
  return all.map((one) => `${one.severity[0]!.toUpperCase()} ${one.code} ${a1(one.cell.row, one.cell.col)}`).sort();
}

const column = (letter: string, from: number, to: number, cell: TestCell): Edits =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, index) => [`${letter}${from + index}`, cell]));

const CASES: readonly (readonly [name: string, edits: Edits, expected: readonly string[]])[] = [
  ['the form as it is', {}, []],
  [
    'an unfilled form',
    {
      ...column('G', 11, 18, null),
      ...column('E', 11, 17, null),
      ...column('H', 11, 17, null),
      ...column('B', 6, 9, null),
      ...column('C', 6, 9, null),
      ...column('D', 6, 9, null),
      F6: null,
      G6: null,
      E4: null,
    },
    ['M score-missing G6'],
  ],
  ['one score missing, the total still possible', { G12: null }, ['M score-missing G12']],
  ['the rate was left out', { F6: null }, ['A value-missing F6']],
  ['two 完成值 were left out', { E11: null, E16: null }, ['A value-missing E11']],
  ['「15分」', { G12: '15分' }, ['A score-not-numeric G12']],
  ['above its 分值', { G13: 11, G18: 100 }, ['M score-out-of-range G13']],
  ['≥ 95% → 90%, full marks', { E12: '90%' }, ['M missed-target-full-score G12']],
  ['late, full marks', { E13: '12月' }, ['M missed-target-full-score G13']],
  ['met, deducted, explained', { G12: 14, H12: '资料归档不及时，酌情扣1分', G18: 98 }, ['A met-target-deducted G12']],
  ['no values, full marks', { D12: null, E12: null }, ['M score-without-values G12']],
  ['rate wrong', { F6: '85%', G6: 8.5, G18: 98 }, ['M execution-rate F6']],
  ['score wrong, by the usual way of forms', { G6: 8, G18: 97.5 }, ['A execution-score G6']],
  ['score rounded to a whole', { B6: 200, D6: 191, D7: 171, F6: '95.5%', E14: '191万元', G6: 10, G18: 99.5 }, ['A score-rounded G6']],
  [
    'more than 100%',
    { D6: 210, D7: 190, F6: '105%', G6: 10, E14: '210万元', G14: 9.5, H14: '材料涨价，超支10万元', G18: 99 },
    ['A execution-over-100 F6'],
  ],
  ['the sources are more than the total', { C8: 40 }, ['M funding-parts C6']],
  ['a total of 0 over sources that are filled in', { B6: 0, C6: 0, D6: 0, F6: 0, G6: 0, G18: 89.5 }, ['M funding-parts B6']],
  ['a source scored as well', { E7: 10, F7: '94.44%', G7: 9.5 }, ['A funding-part-scored G7']],
  ['a source scored as well and counted', { E7: 10, F7: '94.44%', G7: 9.5, G18: 108.5 }, ['M funding-part-scored G7']],
  ['a budget cut to what was spent', { C6: 150, C7: 130, D6: 142.5, D7: 122.5, E14: '142.5万元' }, ['A budget-adjusted C6']],
  ['a third unspent', { D6: 130, D7: 110, F6: '65%', G6: 6.5, E14: '130万元', G18: 96 }, ['A execution-vs-performance F6']],
  ['the cost is not what was spent', { E14: '200万元' }, ['A cost-vs-execution E14']],
  ['「200万」 in 万元', { B6: '200万', C6: '200万' }, ['A unit-scale B6']],
];

test.each(CASES)('%s', (_name, edits, expected) => {
  // What is for information only is not asked of a unit.
  expect(findings(edits).filter((one) => !one.startsWith('I'))).toEqual([...expected].sort());
});
