/** What stands above, beside and below a table: titles, units, years, dates, money, grades, notes, in every place people put them. `npm run pin` renews it. */
import path from 'node:path';
import { expectPinned } from '../support/pinned';
import { recognisedLines } from '../support/recognised-lines';
import { bookOf, sheetOf, type TestCell } from '../support/sheets';

type Line = readonly TestCell[];
const TABLE: readonly Line[] = [
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '备注'],
  ['产出指标', '数量指标', '培训人次', '≥100人', '100人', 60, 60, null],
  ['效益指标', '社会效益', '满意度', '≥90%', '88%', 40, 38, null],
  ['总分', null, null, null, null, 100, 98, null],
];

const serial = (v: number, format = 'yyyy/m/d'): TestCell => ({ v, format });
const ABOVE: readonly (readonly Line[])[] = [
  [['2024年度项目支出绩效自评表']],
  [['某县水务局2024年度部门整体支出绩效自评表']],
  [['转移支付绩效自评表'], ['（2024年度）']],
  [['附件2'], ['专项资金绩效评价评分表']],
  [['绩效自评表', null, null, '2024年']],
  [['项目支出绩效自评表（2022—2024年）']],
  [['自评表'], ['评价年度', 2024]],
  ...[1989, 1990, 2099, 2100, 2024.5, '2024', '2024年', '二〇二四年'].map((year): readonly Line[] => [['自评表'], ['评价年度', year]]),
  [['自评表'], ['评价年度：2024']],
  [['自评表'], ['填报单位', '某县水务局', null, '填报日期', serial(45658)]],
  [['自评表'], ['填报单位：某县水务局', null, null, '填报日期：2025年1月1日']],
  [['自评表'], ['填报单位（盖章）：某县水务局', null, null, '2025年1月1日']],
  [['自评表'], ['填报单位（盖章）：      年   月   日']],
  [['自评表'], ['填报单位：', '某县水务局']],
  [['自评表'], ['填报单位', null, '某县水务局']],
  [['自评表'], ['填报单位', '主管部门', '某县政府']],
  [['自评表'], ['填报日期', 45658]],
  [['自评表'], ['填报日期', serial(60)], ['填报单位', 5]],
  [['自评表'], ['项目名称', '甲项目', null, '主管部门', '某县水务局', null, '实施单位', '某站']],
  [['自评表'], ['项目名称：甲项目   单位：万元']],
  [['自评表'], ['单位：元']],
  [['自评表'], ['金额单位：万元'], ['单位：元']],
  [['自评表'], ['金额单位', '千元']],
  [['自评表'], ['年度总体目标', '预期目标', null, null, '实际完成情况'], [null, '培训一百人', null, null, '培训一百人']],
  [['自评表'], ['预期目标', null, null, '目标完成情况'], ['培训一百人', null, null, null]],
  [['自评表'], ['自评得分', 98, '评价等级', '优']],
  [['自评表'], ['自评得分：98分（优）']],
  [['自评表'], ['总分', '98/100']],
  [['自评表'], ['填表说明：每项不得超过分值。'], ['1.得分保留两位小数']],
];
const BELOW: readonly (readonly Line[])[] = [
  [['评价等级', '优']],
  [['评价等级：优']],
  [['等级', null, '良']],
  [['其他需要说明的问题', '汛期停工']],
  [['其他需要说明的问题：汛期停工']],
  [['备注：预算执行率达到80%以上得满分。']],
  [['注：1.定性指标按三档计分。'], ['2.满分100分。']],
  [['说明：总分为100分'], [null], ['与表无关的话']],
  [['自评得分', null, null, null, null, null, 98]],
  [['最终得分：97.5']],
  [['合计', null, null, null, null, 100, 98]],
  [
    ['减：扣分', null, null, null, null, null, -2],
    ['最终总分', null, null, null, null, null, 96],
  ],
  [['填报人：张三', null, null, '审核人：李四', null, null, '2025年3月1日']],
  [['填报时间', serial(45717), null, '联系电话', '12345678']],
  [['单位（盖章）']],
  [[null], [null], ['附件：佐证材料']],
];

test('above', () => {
  const lines = ABOVE.flatMap((above) => [
    `# ${above.map((line) => line.map((cell) => (typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : String(cell ?? ''))).join('|')).join(' / ')}`,
    ...recognisedLines(bookOf(sheetOf('评分表', [...above, ...TABLE]))).filter((line) => !/^(?:column|r\d|scores)/.test(line)),
  ]);
  expectPinned(path.join(__dirname, 'pins'), 'above', lines);
});

test('below', () => {
  const lines = BELOW.flatMap((below) => [
    `# ${below.map((line) => line.map((cell) => (typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : String(cell ?? ''))).join('|')).join(' / ')}`,
    ...recognisedLines(bookOf(sheetOf('评分表', [['2024年度项目支出绩效自评表'], ...TABLE, ...below]))).filter(
      (line) => !/^(?:column|scores|group)/.test(line),
    ),
  ]);
  expectPinned(path.join(__dirname, 'pins'), 'below', lines);
});
