/** 运算 over ordinary wording: what the words determine is written, what they leave open is listed, and no total or grade hangs on it. */
import { bookWith, found, recalculated, type Row } from './support';

const RULES = {
  spend: ['支出合规性', '每发现1例支出不合规问题扣1分，扣完为止。'],
  complaint: ['群众投诉', '每发生1起有效投诉扣1分，扣完为止。'],
  contract: ['合同签订及时性', '得分=按时签订合同数÷合同总数×分值。'],
  accept: ['验收合格情况', '验收合格率≥95%得满分，每低1个百分点扣1分，扣完为止。'],
  assets: ['资产管理', '固定资产利用率≥90%得满分，每低1个百分点扣0.5分，扣完为止。'],
} as const;

/** One blank score of 10 points beside 90 that are there; total and grade are blank. */
const sheet = (rule: keyof typeof RULES, actual: string | null, reason: string | null): readonly Row[] => [
  ['某单位2024年度绩效考核评分表'],
  ['一级指标', '三级指标', '评分标准', '完成值', '分值', '自评得分', '扣分原因和说明'],
  ['履职', ...RULES[rule], actual, 10, null, reason],
  [null, '内控建设', '制度健全得90分，否则不得分', '制度健全', 90, 90, null],
  ['合计', null, null, null, 100, null, null],
  ['评价等级', null],
];

const writes = (rule: keyof typeof RULES, actual: string | null, reason: string | null): readonly string[] =>
  recalculated(bookWith(sheet(rule, actual, reason))).writes;

test.each<[keyof typeof RULES, string | null, string | null, number, string]>([
  ['spend', null, '查出2例支出不合规问题', 8, '优'],
  ['spend', '未发现', null, 10, '优'],
  ['complaint', null, '受理投诉5起，其中有效投诉2起', 8, '优'],
  ['contract', null, '合同20份，按时签订16份', 8, '优'],
  ['contract', '合同20份，按时签订5份', null, 2.5, '优'],
  ['accept', '90%', null, 5, '优'],
  ['accept', null, '抽检36÷40×100%=90%', 5, '优'],
])('%s: %s %s is written', (rule, actual, reason, score, grade) => {
  expect(writes(rule, actual, reason)).toEqual([`F3 · → ${score}`, `F5 · → ${90 + score}`, `B6 · → ${grade}`]);
});

test.each<[keyof typeof RULES, string | null, string | null]>([
  ['spend', null, '上年发现2个问题，均已整改'],
  ['spend', null, '检查企业30家，发现隐患12处，均已整改'],
  // It may be something else that was found.
  ['spend', null, '审计发现3个问题'],
  ['spend', null, '下属单位查出2例支出不合规问题'],
  ['spend', null, null],
  ['complaint', null, '受理投诉3起，均为无效投诉'],
  ['complaint', null, '受理群众投诉30起，办结30起'],
  ['contract', null, '合同约18份，按时签订16份左右'],
  ['contract', null, '劳务合同3份，采购合同15份，按时签订16份'],
  ['accept', null, '预算执行率为90÷100=90%'],
  ['accept', '≥90%', null],
  // 2.5 points below: 7.5, or 8 for two whole points.
  ['accept', null, '抽检37÷40×100%=92.5%'],
  ['assets', '85%', null],
])('%s: %s %s is left, with total and grade', (rule, actual, reason) => {
  const { writes: all, kept } = recalculated(bookWith(sheet(rule, actual, reason)));
  expect(all).toEqual([]);
  expect(kept.some((one) => one.startsWith('F3'))).toBe(true);
});

/** 「F3」 full or not, with the total of it. */
const filled = (rule: keyof typeof RULES, actual: string | null, reason: string | null, score: number): readonly Row[] =>
  sheet(rule, actual, reason).map((row, at) =>
    row.map((cell, col) => (col !== 5 ? cell : at === 2 ? score : at === 4 ? 90 + score : cell)),
  );

test('what bears no name asks, what is named convicts', () => {
  const of = (...args: Parameters<typeof filled>) => found(bookWith(filled(...args), { B6: '优' })).filter((one) => / F3$/.test(one));
  expect(of('spend', null, '查出2例支出不合规问题', 10)).toEqual(['M score-mismatch F3']);
  expect(of('spend', null, '审计发现3个问题', 10)).toEqual(['A score-mismatch F3']);
  expect(of('accept', '90%', null, 10)).toEqual(['M score-mismatch F3']);
  expect(of('spend', null, '检查企业30家，发现隐患12处，均已整改', 10)).toEqual([]);
});
