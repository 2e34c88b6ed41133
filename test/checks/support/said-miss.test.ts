/** Targets missed by what words say; and what looks like it and is not. */
import { saidMiss } from '../../../src/checks/support/said-miss';
import { scoreTableOf } from '../../support/score-table';

function says(target: string, actual: string, name = '指标完成情况'): boolean {
  const {
    scoreTable: { rows },
  } = scoreTableOf({ rows: [{ name, target, actual }] });
  const row = rows.find((one) => one.role === 'indicator')!;
  return saidMiss(row, row.target!.value!, row.actual!.value!);
}

test.each<[string, string, string?]>([
  ['达标', '未达标'],
  ['及时', '不及时'],
  ['健全', '尚未健全'],
  ['是', '否'],
  ['能', '不能'],
  ['优', '良'],
  ['优秀', '合格'],
  ['良好及以上', '一般'],
  ['全覆盖', '覆盖率96%'],
  ['应保尽保', '97.5%'],
  ['零事故', '1起'],
  ['0起', '发生2起'],
  ['零投诉', '收到3件'],
  ['12月底前', '次年1月完成'],
  ['2024年12月', '延期至次年3月15日'],
  ['≤5天', '7个工作日'],
  ['下降5%', '下降4.2%'],
  ['比上年减少10%以上', '减少8%'],
  ['增长5%', '下降1%'],
  ['较上年提高2个百分点', '提高1.4个百分点'],
  ['增长≥5%', '增长3%', '经费投入'],
  ['不低于上年', '较上年下降3%'],
  ['≤上年', '比上年增长2%'],
])('missed: %s and %s', (...row) => expect(says(...row)).toBe(true));

test.each<[string, string, string?]>([
  ['达标', '达标'],
  ['健全', '较健全'],
  ['有效', '基本有效'],
  ['不发生', '未发生'],
  ['良', '优'],
  ['优良', '良'],
  ['合格', '良好'],
  ['全覆盖', '覆盖率100%'],
  ['全覆盖', '96个村'],
  ['0起', '0'],
  ['0起', '0起（上年2起）'],
  ['零事故', '连续3年零事故'],
  ['零距离服务', '1次'],
  ['12月底前', '12月20日'],
  ['12月底前', '12月完成，次年1月公示'],
  ['≤5天', '3个工作日'],
  ['≥5天', '7个工作日'],
  ['≤7个工作日', '9天'],
  ['下降5%', '下降6%'],
  ['下降5%以内', '下降4%'],
  ['增长5%', '增长3%', '公用经费增长率'],
  ['提高2个百分点', '提高1.4%'],
  ['不低于上年', '较上年增长3%'],
  ['不低于上年', '与上年持平'],
  ['≤上年', '较上年下降2%'],
  ['增长5%', '5.2%'],
])('not said to be missed: %s and %s', (...row) => expect(says(...row)).toBe(false));
