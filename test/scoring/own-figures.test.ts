/** A row's own figures under the names a rule has for them, and where they are none of the rule's. */
import { assess } from '../../src/assessment/assess';
import { recognise } from '../../src/recognition';
import { bookOf, sheetOf } from '../support/sheets';

interface Scored {
  readonly score: string | null;
  readonly weak: boolean;
}

function scored(name: string, target: string, actual: string, rule: string, weight: number): Scored {
  const book = bookOf(
    sheetOf('评分表', [
      ['2024年度项目支出绩效自评表'],
      ['项目名称', '热线维护'],
      ['一级指标', '三级指标', '年度指标值', '实际完成值', '评分标准', '分值', '自评得分', '偏差原因'],
      ['产出指标', name, target, actual, rule, weight, weight, null],
      ['效益指标', '满意度', '≥90%', '95%', null, 80, 80, null],
      ['总分', null, null, null, null, 80 + weight, 80 + weight, null],
    ]),
  );
  const { derivations } = assess(recognise(book).tables[0]!, book, { first: true });
  const { admissible, facts } = [...derivations.values()][0]!;
  return { score: admissible.is === 'exact' ? admissible.score.toString() : null, weak: facts.some((one) => one.weak === true) };
}

test.each<[string, string, string, string, number, string | null, 'sure' | 'weak']>([
  // What was done of a thing by what was planned of it.
  ['危房改造', '120户', '110户', '得分=实际改造户数/计划改造户数×6分，最高6分。', 6, '5.5', 'sure'],
  ['示范点', '20个', '15个', '得分=实际建成数/计划建成数×4分。', 4, '3', 'weak'],
  ['危房改造', '120户', '110户', '得分=实际改造户数/应验收户数×6分。', 6, null, 'sure'],
  ['危房改造', '100%', '92%', '得分=实际改造户数/计划改造户数×6分。', 6, '5.52', 'weak'],
  ['专利授权', '20件', '17件', '按实际授权件数÷20×5计分，超过20件按满分计。', 5, '4.25', 'weak'],
  ['宣传册印发', '1000册', '900册', '达到目标值得满分，未达到的按实际印发数占目标数的比例得分。', 5, '4.5', 'sure'],
  // The row's own 完成率 is no part of its target.
  ['项目完成率', '≥90%', '80%', '完成率低于90%的，每低5%扣1分，扣完为止；达到90%及以上的得6分。', 6, '4', 'sure'],
  // In proportion to the target, or the 完成率 itself: that cannot be told.
  ['任务按期完成率', '≥80%', '76%', '按完成比例计分，完成的计满分。', 10, null, 'sure'],
  ['任务按期完成率', '≥80%', '76%', '按完成率计分', 10, null, 'sure'],
  ['任务按期完成率', '100%', '76%', '按完成率计分', 10, '7.6', 'sure'],
  ['改造完成率', '≥80%', '72%', '完成率≥80%得5分，70%≤完成率＜80%得3分，＜70%不得分', 5, '3', 'sure'],
  // Points of another scale.
  ['第三方评估', '≥85分', '82分', '第三方评估综合得分×10%计入本项。', 10, '8.2', 'sure'],
  ['服务质量', '≥85分', '82分', '第三方评估综合得分×10%计入本项。', 10, '8.2', 'weak'],
  ['服务质量', '≥85%', '82%', '第三方评估综合得分×10%计入本项。', 10, null, 'sure'],
  // A figure by the end of the row's name, by its letter, by the figure's short name.
  ['项目支出进度', '≥92%', '88%', '进度≥92%得5分；85%（含）~92%得4分；75%（含）~85%得2分；低于75%得0分', 5, '4', 'sure'],
  ['预算完成率', '100%', '96%', '预算完成率（R）=完成数/预算数×100%。R=100%，得5分；95%≤R＜100%，得4分；R＜95%，得0分。', 5, '4', 'sure'],
  ['养护费用偏差', '≤5%', '8%', '费用偏差率不超过5%得4分，每超出1个百分点扣0.5分，偏差率超过15%的不得分。', 4, '2.5', 'sure'],
  ['担保余额', '≥3亿元', '2.6亿元', '担保余额达到3亿元及以上得5分，2亿元（含）以上、3亿元以下得3分，2亿元以下得0分', 5, '3', 'sure'],
  ['督导次数', '4次', '3次', '目标值为4次，每少1次扣2分，扣完为止。', 5, '3', 'sure'],
  ['污水处理成本', '≤1.2元/吨', '1.4元/吨', '不高于1.2元/吨得4分，每高0.1元/吨扣1分，扣完为止。', 4, '2', 'sure'],
  // What is missing, and what is there.
  ['必备要素', '5项', '4项', '五项要素齐备得5分，缺一项得3分，缺两项得1分，缺三项及以上不得分。', 5, '3', 'weak'],
  ['会计档案', '齐全', '缺3卷', '会计档案每少1卷扣0.5分，扣完为止', 3, '1.5', 'weak'],
  ['对账', '12次', '10次', '按月与银行对账，少一次扣1分', 4, '2', 'sure'],
  ['公文处理', '无差错', '4处差错', '公文处理中出现错情，每出现1处错情扣0.5分。', 5, '3', 'sure'],
  ['公文处理', '无差错', '4处', '公文处理中出现错情，每出现1处错情扣0.5分。', 5, '3', 'sure'],
  // Not on line is not on line in time; not wholly is not nothing.
  ['电子政务', '上线', '未上线', '系统按期上线运行，得4分；未按期上线的，得0分。', 4, '0', 'sure'],
  ['电子政务', '上线', '未全部上线', '系统按期上线运行，得4分；未按期上线的，得0分。', 4, null, 'sure'],
  ['督查激励', '获得', '未获得', '获得国务院督查激励得2分，获得省政府督查激励得1分，其余不得分。', 2, '0', 'sure'],
])('%s, %s, %s: %s', (name, target, actual, rule, weight, score, how) => {
  expect(scored(name, target, actual, rule, weight)).toEqual({ score, weak: how === 'weak' });
});
