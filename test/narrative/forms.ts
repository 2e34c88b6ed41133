/** Filled forms whose 自评小结 is compared word for word (texts.test.ts). */
import type { TestCell } from '../support/sheets';

export type Rows = readonly (readonly TestCell[])[];

/** 项目: money with parts, formulas, a count, ten plain full marks in one family, several deductions with and without words. */
export const PROJECT: Rows = [
  ['项目支出绩效自评表'],
  ['（2024年度）', null, null, null, null, null, null, null, '填报日期：2025年3月10日'],
  ['项目名称', '农村公路“养护”补助', null, null, null, '实施单位', '某县交通局', null, null],
  ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分', null],
  [null, '年度资金总额', 210, 200, 180, 10, '90%', 9, null],
  [null, '其中：当年财政拨款', 150, 150, 140, '—', '—', '—', null],
  [null, '上年结转资金', 60, 50, 40, '—', '—', '—', null],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '评分标准', '分值', '得分', '偏差原因分析及改进措施'],
  ['产出指标', '数量指标', '养护里程', '≥100公里', '96公里', '按完成比例计分', 10, 9.6, '汛期停工；计划2025年一季度补完'],
  [null, null, '标志牌', '≥50块', '60块', null, 5, 5, null],
  [null, null, '护栏', '≥2公里', '2公里', null, 5, 5, null],
  [null, '质量指标', '验收合格率', '≥95%', '93%', '每低1个百分点扣1分', 10, 8, '已于2025年6月返修'],
  [null, '时效指标', '按期开工', '按期', '按期', null, 5, 5, null],
  [null, '成本指标', '单价', '≤3万元/公里', '2.9万元/公里', null, 5, 5, null],
  ['效益指标', '社会效益指标', '群众投诉', '≤2次', '3次', '每多1次扣2分', 20, 18, null],
  [null, '生态效益指标', '绿化', '改善', '改善', null, 10, 10, null],
  [null, '可持续影响指标', '外籍人员服务', '≥1次', '不适用', null, 10, 10, '无此类人员，不涉及。'],
  ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '92%', null, 10, 10, null],
  ['总分', null, null, null, null, null, 100, 94.6, null],
];

const plain = (first: string | null, name: string, target: string, actual: string): readonly TestCell[] => [
  first,
  name,
  target,
  actual,
  5,
  5,
  null,
];

/** 整体 without money: a first family of exactly eight full marks, a second of nine, a bonus, a blank grade. */
export const MANY: Rows = [
  ['2024年度部门整体支出绩效自评表'],
  ['单位名称：示例市民政局', null, null, null, null, null, '填报日期：2025年3月10日'],
  ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '自评得分', '偏差原因分析及改进措施'],
  ...['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'].map((name, n) => plain(n === 0 ? '履职效能' : null, `${name}类走访`, '≥3次', '3次')),
  ...['子', '丑', '寅', '卯', '辰', '巳', '午', '未', '申'].map((name, n) =>
    plain(n === 0 ? '管理效率' : null, `${name}类培训`, '≥3次', '3次'),
  ),
  ['社会效益', '信息报送', '≥10篇', '16篇', 5, 5, null],
  [null, '满意度', '≥90%', '88%', 10, 8.5, '样本偏少'],
  ['加分项', '获省级表彰', null, null, null, 1, '获省级表彰1次'],
  ['总分', null, null, null, 100, 99.5, null],
  ['评价等级', null, null, null, null, null, null],
];

/** Many deductions: equal ones keep the order of the sheet, the largest come first. `reasons` characters each. */
export function deducted(offs: readonly number[], reasons: number, note = '说明'): Rows {
  const sum = offs.reduce((a, b) => a + b, 0);
  return [
    ['2024年度部门整体支出绩效自评表'],
    ['单位名称：示例市民政局', null, null, null, null, null, '填报日期：2025年3月10日'],
    ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '自评得分', '偏差原因分析及改进措施'],
    ...offs.map((off, n): readonly TestCell[] => [
      n === 0 ? '产出指标' : null,
      `${'甲乙丙丁戊己庚辛壬癸子丑'[n]!}项走访`,
      '≥10次',
      '9次',
      10,
      10 - off,
      reasons === 0 ? null : `${note}${'甲'.repeat(reasons - note.length)}`,
    ]),
    ['效益指标', '满意度', '≥90%', '92%', 100 - 10 * offs.length, 100 - 10 * offs.length, null],
    ['总分', null, null, null, 100, 100 - sum, null],
  ];
}

/** 转移支付, no scores: reached, missed, in words, blank, not applicable. */
export const TRANSFER: Rows = [
  ['2024年度转移支付区域（项目）绩效目标自评表'],
  ['转移支付（项目）名称', '农村公路养护补助'],
  ['资金情况（万元）', null, '全年预算数', '全年执行数', '预算执行率'],
  [null, '年度资金总额', 800, 600, 0.75],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '全年实际完成值', '未完成原因和改进措施'],
  ['产出指标', '数量指标', '养护里程', '≥100公里', '96公里', '汛期停工；计划2025年一季度补完'],
  [null, '质量指标', '验收合格率', '≥95%', '95%', null],
  [null, '时效指标', '开工天数', '≤30天', '31天', null],
  ['效益指标', '社会效益', '通行条件', '改善', '改善', null],
  [null, '经济效益', '带动就业', '≥20人', null, null],
  ['满意度指标', '满意度', '群众满意度', '≥90%', '90.5%', null],
];

/** A department's sheet with 年度收支 beside it on its data sheet. */
export const DATA: Rows = [
  ['2024年度部门整体支出基础数据表'],
  ['项目', '金额（元）'],
  ['一、本年收入合计', 5200000],
  ['二、本年支出合计', 5000000.5],
  ['其中：基本支出', 3000000],
  ['项目支出', 2000000.5],
  ['预算执行率', '96.15%'],
];

/** Points that nothing accounts for, a blank score, a row whose reason says nothing, two rows under one score. */
export const OPEN: Rows = [
  ['2024年度部门整体支出绩效自评表'],
  ['单位名称：示例市民政局', null, null, null, null, null, '填报日期：2025年3月10日'],
  ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '自评得分', '偏差原因分析及改进措施'],
  ['产出指标', '走访', '≥10次', '9次', 30, 27, '已完成'],
  [null, '培训', '≥10次', '10次', 30, null, null],
  ['效益指标', '满意度', '≥90%', '92%', 40, 40, null],
  ['总分', null, null, null, 100, 96, null],
];
