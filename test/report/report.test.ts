import { formSheet } from '../support/audited';
import { bookOf, sheetOf, type TestCell } from '../support/sheets';
import { cellOf, heldText, told } from './support';

const DATA = sheetOf('基础数据表', [
  ['2024年度基础数据表'],
  ['单位名称：东江县农业农村局', null, '金额单位：元'],
  ['序号', '项目', '金额'],
  [1, '本年收入合计', 1200000],
  [2, '本年支出合计', 1000000],
  [3, '其中：基本支出', 400000],
  [4, '项目支出', 600000],
  [5, '“三公”经费预算安排数', 21150],
  [6, '“三公”经费实际支出数', 7081.5],
]);

const book = (cells: Readonly<Record<string, TestCell>> = {}): ReturnType<typeof bookOf> =>
  bookOf([formSheet({ title: '2024年度项目支出绩效自评表', cells }), DATA]);

const CLEAN = `东江县农业农村局2024年度绩效自评报告
一、基本情况
（一）概况
2024年支出数为1000000元，其中基本支出400000元，项目支出600000元。
“三公”经费实际支出数7081.5元≤预算安排的“三公”经费数21150元。
二、自评情况
（一）自评结果
自评得分100分，评价等级为“优”。
本指标综合得分=（1-0%）×4×60%+（1-0%）×4×40%=4。
三、存在问题
无。
四、改进措施
继续加强管理。`;

const changed = (from: string, to: string, cells: Readonly<Record<string, TestCell>> = {}): readonly string[] => {
  if (!CLEAN.includes(from)) throw new Error(`not in the report: ${from}`);
  return told(heldText(CLEAN.replace(from, to), book(cells)));
};

it('says nothing of a report that agrees, and counts what it looked at', () => {
  const read = heldText(CLEAN, book());
  expect(told(read)).toEqual([]);
  const { tied, differing } = read.reading.claims;
  expect([tied >= 6, differing]).toEqual([true, 0]);
  expect(read.reading.stated.total?.toNumber()).toBe(100);
});

it.each([
  ['自评得分100分', '自评得分98分', ['mandatory report-total 98']],
  ['“优”', '“良”', ['mandatory report-grade 良']],
  ['支出数为1000000元', '支出数为1100000元', ['advisory report-balance 1100000']],
  ['经费实际支出数7081.5元', '经费实际支出数7181.5元', ['advisory report-data 7181.5']],
  ['7081.5元≤', '27081.5元≤', ['mandatory report-arithmetic 27081.5元≤预算安排的“三公”经费数21150元']],
  ['×60%+', '×70%+', ['mandatory report-arithmetic （1-0%）×4×70%+（1-0%）×4×40%=4']],
])('one number changed gives one finding: %s to %s', (from, to, expected) => {
  expect(changed(from, to)).toEqual(expected);
});

it.each([
  ['1000000元', '100万元'],
  ['1000000元', '1,000,000元'],
  ['1000000元', '１００００００元'],
  ['基本支出400000元', '基本支出40.00万元'],
  ['自评得分100分', '自评总分为100.00分'],
  ['自评得分100分', '2023年自评得分96分，2024年自评得分100分'],
  ['自评得分100分', '满分100分，自评得分100分'],
  ['自评得分100分', '培训人次自评得分40分，自评得分100分'],
  ['自评得分100分', '培训112人次，完成率112%，自评得40分。自评得分100分'],
  ['自评得分100分', '教员到位和课时安排两项自评得分60分。自评得分100分'],
  ['自评得分100分', '所属单位平均自评得分92.3分，最低自评得分81分。自评得分100分'],
  ['自评得分100分', '多数乡镇自评得分90分以上。自评得分100分'],
  ['支出数为1000000元', '支出数为1000000元，比上年支出数增加50000元'],
])('the same written otherwise gives none: %s as %s', (from, to) => {
  expect(changed(from, to)).toEqual([]);
});

it('finds it at the cell when the sheet is the one that was changed', () => {
  const read = heldText(CLEAN, book({ G8: 98 }));
  const [finding] = read.reading.findings.filter(({ code }) => code === 'report-total');
  expect([finding === undefined, finding && cellOf(finding, read.book)]).toEqual([true, undefined]);
  const lower = heldText(CLEAN, book({ G4: 38, G8: 98, H4: '台风停课，少培训' }));
  const [total] = lower.reading.findings.filter(({ code }) => code === 'report-total');
  expect([total!.actual?.toString(), total!.expected?.toString(), cellOf(total!, lower.book)]).toEqual(['100', '98', '自评表!G8']);
});

it('asks where points were lost and which problems there are, when neither is said', () => {
  const short = CLEAN.replace('自评得分100分', '自评得分98分').replace(/三、存在问题[\s\S]*/, '');
  expect(told(heldText(short, book({ G4: 38, G8: 98, H4: '台风停课，少培训' })))).toEqual([
    'advisory report-deduction-unexplained 98',
    'advisory report-part-missing -',
  ]);
});

it.each(['三、问题与建议', '三、主要不足和今后打算', '三、扣分情况及下步工作'])(
  'the part on problems and measures may be called %s',
  (to) => {
    const named = CLEAN.replace('自评得分100分', '自评得分98分，培训人次扣2分').replace(/三、存在问题\n无。\n四、改进措施/, to);
    expect(named).toContain(to);
    expect(told(heldText(named, book({ G4: 38, G8: 98, H4: '台风停课，少培训' })))).toEqual([]);
  },
);

it('never takes what is not in the sheet for a fault', () => {
  expect(changed('二、自评情况', '帮助农户获得贷款1000万元，覆盖82个村，完成率105.3%。\n二、自评情况')).toEqual([]);
});

it('asks about two statements that speak against each other, and about what is left over', () => {
  const said = '（二）预算\n无发生预算的调剂、年中追加资金等情况，资金包括增人增编经费。\n二、自评情况';
  expect(changed('二、自评情况', said)).toEqual(['advisory report-claim-vs-data 无发生预算的调剂、年中追加资金等情况']);
  const rest = '（二）结余\n2024年收入1200000元，2024年支出1000000元，年末结余0元。\n二、自评情况';
  expect(changed('二、自评情况', rest)).toEqual(['advisory report-balance 0']);
  expect(changed('二、自评情况', rest.replace('结余0元', '结余200000元'))).toEqual([]);
});

it('looks at nothing but the report itself where there is no table', () => {
  const read = heldText(CLEAN, bookOf([sheetOf('清单', [['材料', '页数']])]));
  expect([told(read), read.reading.judged]).toEqual([[], false]);
});

const PROJECT = bookOf([formSheet({ title: '2024年度项目支出绩效自评表' })]);
const project = (sentence: string): readonly string[] =>
  told(heldText(CLEAN.replace('自评得分100分，评价等级为“优”。', sentence), PROJECT));

it.each([
  '部门整体支出自评得分95.3分，评价等级为“良”。',
  '我局整体支出绩效自评得分95.3分。',
  '东江县水利局自评得分88分，评价等级为“良”。',
  '县水库管理处2024年度自评得分88分。',
  '“信息系统升级改造”项目自评得分92分，评价等级为“优”。',
  '其中县水库管理处预算120万元，自评得分88分。',
  '2.“平台运维”项目绩效自评综述：全年预算数320万元，完成预算的97.3%。自评得分96.8分。发现的主要问题：响应不及时。',
])('a score of somebody else is not held against the table: %s', (sentence) => {
  expect(project(`自评得分100分，评价等级为“优”。${sentence}`)).toEqual([]);
});

it.each(['我局该项目2024年度自评得分98分。', '东江县农业农村局2024年度项目支出绩效自评得分98分。', '经综合评定，本项目自评得分为98分。'])(
  'the table’s own is: %s',
  (sentence) => {
    expect(project(sentence)).toContain('mandatory report-total 98');
  },
);

const WHOLE = bookOf([formSheet({ title: '2024年度部门整体支出绩效自评表' })]);
const whole = (sentence: string): readonly string[] => told(heldText(CLEAN.replace('自评得分100分，评价等级为“优”。', sentence), WHOLE));

it.each([
  '项目支出中，数字政府运维项目1,860万元，自评得分96分；大厅运行项目420万元，自评得分98.5分。',
  '农机推广中心自评得分99.15分，动物卫生监督所自评得分96.8分，评价等级为“良”。',
])('nor against the department’s: %s', (sentence) => {
  expect(whole(`自评得分100分，评价等级为“优”。${sentence}`)).toEqual([]);
});

it.each([
  '我局安排项目12个，预算600万元，部门整体支出自评得分98分。',
  '对照县财政局印发的指标体系，自评得分98分。',
  '综合所有指标，自评得分98分。',
  '项目支出600000元，自评得分98分。',
])('the department’s own is: %s', (sentence) => {
  expect(whole(sentence)).toContain('mandatory report-total 98');
});
