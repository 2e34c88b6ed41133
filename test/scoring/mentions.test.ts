import { measureOf, mentionsIn } from '../../src/scoring';
import type { Figure } from '../../src/score-table';
import { Dec } from '../../src/workbook/decimal';
import { goodSheet, scoreTableOf } from '../support/score-table';

const figure = (label: string, unit: string, basis: Figure['basis'] = null): Figure => ({
  path: [label],
  value: { state: 'value', value: new Dec(1), at: { sheet: 0, row: 30, col: 1 }, raw: 1, odd: [] },
  period: 2024,
  basis,
  unit,
  ...(unit === '率' ? { percent: true } : {}),
});

const DATA: readonly Figure[] = [
  figure('本年支出合计', '万元'),
  figure('其中：基本支出', '万元'),
  figure('项目支出', '万元'),
  figure('日常公用经费', '万元'),
  figure('“三公”经费实际支出数', '万元', '执行'),
  figure('预算安排的“三公”经费数', '万元', '预算'),
  figure('公务接待费', '万元'),
  figure('编制人数（人）', '人', '编制'),
  figure('实有在职人数', '人', '在职'),
  figure('在职人员控制率', '率'),
  figure('固定资产总额', '元'),
  figure('合同总数', '份'),
];

/** 「name=value」 for each figure the text states, amounts in 元. */
function said(reason: string): string[] {
  const sheet = goodSheet();
  const { scoreTable } = scoreTableOf({
    ...sheet,
    year: 2024,
    data: DATA,
    rows: sheet.rows.map((row, index) => (index === 1 ? { ...row, reason } : row)),
  });
  return mentionsIn(
    scoreTable,
    scoreTable.rows.find((row) => row.reason?.raw === reason)!,
  ).map(({ measure, standing, stated }) => `${measure}${standing === null ? '' : `(${standing})`}=${stated.value.toString()}`);
}

test.each<[text: string, stated: readonly string[]]>([
  ['本年支出合计1925.67万元，其中基本支出900.47万元、项目支出1025.20万元。', ['支出=19256700', '基本支出=9004700', '项目支出=10252000']],
  ['2024年基本支出为900.47万元', ['基本支出=9004700']],
  ['2024年度总支出1,925.67万元', ['支出=19256700']],
  ['编制46名，在职50人，控制率108.70%', ['编制人=46', '在职人=50']],
  ['核定编制数为46人；年末实有在职人员50人', ['编制人=46', '在职人=50']],
  ['“三公”经费支出7.08万元，预算21.15万元', ['三公经费(actual)=70800']],
  ['三公经费预算数21.15万元，决算数7.08万元', ['三公经费(planned)=211500']],
  ['三公经费实际支出数70818.37元≤三公经费预算安排数211500元', ['三公经费(actual)=70818.37', '三公经费(planned)=211500']],
  ['公务接待费0.5万元，接待12批次', ['公务接待费=5000']],
  ['签订采购合同，合同总数18份', ['合同总=18']],
  ['固定资产总额为12,345.60元', ['固定资产=12345.6']],
])('states: %s', (text, stated) => {
  expect([...said(text)].sort()).toEqual([...stated].sort());
});

/** Figures of something else: part of it, another year, a bound, a change, an amount for each, somebody else's. */
test.each([
  '财政拨款基本支出800万元',
  '2023年基本支出850万元',
  '上年基本支出850万元',
  '较上年增长5%，基本支出900.47万元，同比增加',
  '人均公用经费1.2万元',
  '公用经费1.2万元/人',
  '日常公用经费每人1.2万元',
  '压减三公经费2万元',
  '节约公用经费3万元',
  '三公经费比上年下降5%',
  '三公经费下降2万元',
  '公务接待费不超过0.5万元',
  '公务接待费控制在0.5万元以内',
  '公务接待费0.5万元以内',
  '基本支出约900万元左右',
  '基本支出900多万元',
  '项目支出中信息化建设300万元',
  '下属单位项目支出300万元',
  '安排项目支出500万元用于道路养护',
  '新增编制2名',
  '事业编制26名，行政编制20名',
  '在职党员20人',
  '在职人数减少3人',
  '非在职人员12人',
  '新增固定资产总额300元',
  '合同总数的90%',
  '基本支出占46.8%',
  '项目支出5个',
  '基本支出完成率100%',
])('states no figure of the data sheet: %s', (text) => {
  expect(said(text)).toEqual([]);
});

test.each<[label: string, measure: string]>([
  ['本年支出合计', '支出'],
  ['“三公”经费实际支出数', '三公经费/actual'],
  ['预算安排的“三公”经费数', '三公经费/planned'],
  ['日常公用经费调整预算数', '公用经费/adjusted'],
  ['日常公用经费年初预算数', '公用经费/initial'],
  ['日常公用经费决算数', '公用经费/actual'],
  ['实际政府采购金额', '政府采购/actual'],
  ['政府采购预算执行率', '政府采购预算执行率'],
  ['财政供养人员控制率', '在职人员控制率'],
  ['2、因公出国（境）费用', '因公出国费'],
  ['上年结转和结余', '年初结转和结余'],
  ['基本支出', '基本支出'],
  ['预算', '预算'],
])('%s measures %s', (label, measure) => {
  const { key, standing } = measureOf(label);
  expect(`${key}${standing === null ? '' : `/${standing}`}`).toBe(measure);
});
