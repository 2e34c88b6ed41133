/** What a row says is bound by where it stands where nothing is called by its name: weakly, so that it asks and never convicts; and where nothing may be bound. */
import { assess } from '../../src/assessment/assess';
import { recognise } from '../../src/recognition';
import { bookOf, sheetOf } from '../support/sheets';

/** Score, or the scores that are left, and whether any fact is weak. */
function derived(name: string, target: string | null, actual: string, reason: string | null, rule: string, weight: number): string {
  const book = bookOf(
    sheetOf('评分表', [
      ['2024年度项目支出绩效自评表'],
      ['项目名称', '综合整治'],
      ['一级指标', '三级指标', '年度指标值', '实际完成值', '评分标准', '分值', '自评得分', '偏差原因'],
      ['产出指标', name, target, actual, rule, weight, weight, reason],
      ['效益指标', '满意度', '≥90%', '95%', null, 80, 80, null],
      ['总分', null, null, null, null, 80 + weight, 80 + weight, null],
    ]),
  );
  const { derivations, findings } = assess(recognise(book).tables[0]!, book, { first: true });
  const { admissible, facts } = [...derivations.values()][0]!;
  const weak = facts.some((one) => one.weak === true);
  if (weak) expect(findings.filter(({ severity, code }) => severity === 'mandatory' && code.startsWith('score-'))).toEqual([]);
  const score = admissible.is === 'exact' ? admissible.score.toString() : '—';
  return weak ? `${score} weak` : score;
}

type Row = readonly [name: string, target: string | null, actual: string, reason: string | null, rule: string, weight: number, due: string];

describe('the row’s figure under another name, where the rule is full just at the target', () => {
  test.each<Row>([
    ['疫苗接种覆盖面', '≥92%', '89%', null, '接种率达到92%得6分，每低1个百分点扣0.5分，扣完为止', 6, '4.5 weak'],
    ['储备粮轮换完成情况', '≥95%', '90%', null, '轮换到位比例≥95%得5分；90%≤轮换到位比例＜95%得3分；＜90%不得分', 5, '3 weak'],
    ['植保飞防面积', '≥30万亩', '27万亩', null, '飞防作业面积不少于30万亩得5分，少于30万亩不得分', 5, '0 weak'],
    ['创建任务推进度', '100%', '96%', null, '推进度达到100%的得满分；达不到的，得分=实际推进度/100%×8', 8, '7.68 weak'],
    // What lies beyond it.
    ['工程造价', '≤500万元', '520万元', null, '实际造价≤批复造价得满分；超支5%（含）以内得6分；超支5%以上不得分', 10, '6 weak'],
    ['示范社个数', '12个', '9个', null, '得分=通过验收的示范社个数÷全部示范社个数×8', 8, '6 weak'],
    // Full at no such target, or of another thing.
    ['疫苗接种覆盖面', '≥95%', '91%', null, '差错率不超过3%得6分，每高1个百分点扣0.5分，扣完为止', 6, '—'],
    ['群众知晓率', '100%', '96%', null, '资金支付率100%得4分，否则得0分', 4, '—'],
    ['示范社个数', '12个', '9个', null, '得分=盈利户数÷应核查户数×8', 8, '—'],
    ['图书配送', '3万册', '2.4万册', null, '得分=配送册数÷3×6', 6, '—'],
    ['考核系数', '10', '9', null, '得分=系数×分值', 10, '—'],
    ['就业人数', '≥200人', '≥190人', null, '带动就业岗位数÷200×5分', 5, '—'],
  ])('%s, %s, %s, %s: %s', (...[name, target, actual, reason, rule, weight, due]) =>
    expect(derived(name, target, actual, reason, rule, weight)).toBe(due),
  );
});

describe('one case counted in other words', () => {
  test.each<Row>([
    ['合同台账', '完整', '完整', '2份租赁合同未登记', '合同登记完整，每发现1处问题扣0.5分，扣完为止', 4, '3 weak'],
    ['竣工结算', '按期', '按期', '1项结算超期', '按期办理结算得4分，每有一项超期未结算的扣1分', 4, '3'],
    ['采购履约', '合规', '3项不符合', null, '①程序合规；②公告及时；③验收规范；④归档完整。每有一项不符合扣1分，扣完为止', 4, '1 weak'],
    ['改造质量', '抽查合格', '抽查30户，2户不合格', null, '抽查全部合格得10分，每发现1户不合格扣1分，扣完为止', 10, '8 weak'],
    // A month of the year, two counts in one breath, what was put right, what others did, nothing in common.
    ['津贴发放', '按月', '2月未按时发放', null, '按月发放得8分，有一个月未按时发放扣2分', 8, '—'],
    ['竣工结算', '按期', '按期', '2个项目各有1项超期', '按期办理结算得4分，每有一项超期未结算的扣1分', 4, '—'],
    ['合同台账', '完整', '完整', '2份合同未登记，均已整改', '合同登记完整，每发现1处问题扣0.5分，扣完为止', 4, '—'],
    ['合同台账', '完整', '完整', '下属单位2份合同未登记', '合同登记完整，每发现1处问题扣0.5分，扣完为止', 4, '—'],
    ['合同台账', '完整', '完整', '因天气延期1项', '合同登记完整，每发现1处问题扣0.5分，扣完为止', 4, '—'],
    ['合同台账', '完整', '完整', '2023年2份合同未登记', '合同登记完整，每发现1处问题扣0.5分，扣完为止', 4, '—'],
    // Nothing went wrong where all was done and no more is said; not where something is said.
    ['意向公开及时率', '100%', '100%', '详见佐证材料', '意向公开每有一项未及时公开的，扣0.5分，扣完为止', 2, '2 weak'],
    ['意向公开及时率', '100%', '100%', '个别项目滞后', '意向公开每有一项未及时公开的，扣0.5分，扣完为止', 2, '—'],
    ['意向公开及时率', '100%', '90%', '详见佐证材料', '意向公开每有一项未及时公开的，扣0.5分，扣完为止', 2, '—'],
  ])('%s, %s, %s, %s: %s', (...[name, target, actual, reason, rule, weight, due]) =>
    expect(derived(name, target, actual, reason, rule, weight)).toBe(due),
  );
});

describe('dates', () => {
  test.each<Row>([
    ['泵站完工时间', '2024年10月31日前', '2024年11月3日', null, '10月31日前完工得5分，每延迟1天扣0.5分', 5, '3.5 weak'],
    ['泵站完工时间', '2024年10月31日前', '2024年10月20日', null, '10月31日前完工得5分，每延迟1天扣0.5分', 5, '5 weak'],
    ['平台上线时间', '2024年9月底前', '2024年11月30日', null, '规定时间内上线得6分，每推迟1个月扣1分，扣完为止', 6, '4 weak'],
    ['决算编报', '6个月内', '8个月', null, '竣工后6个月内编报得4分，逾期1个月扣1分，扣完为止', 4, '2 weak'],
    [
      '泵站完工',
      '2024年10月31日前',
      '2024年11月12日',
      null,
      '2024年10月31日前完工得6分，11月1日至11月15日完工得4分，11月16日至11月30日完工得2分，11月30日后完工不得分',
      6,
      '4 weak',
    ],
    // Half a month, the very day of a bound, a month without its day.
    ['平台上线时间', '2024年9月底前', '2024年11月15日', null, '规定时间内上线得6分，每推迟1个月扣1分，扣完为止', 6, '—'],
    [
      '泵站完工',
      '2024年10月31日前',
      '2024年11月',
      null,
      '2024年10月31日前完工得6分，11月1日至11月15日完工得4分，11月16日至11月30日完工得2分，11月30日后完工不得分',
      6,
      '—',
    ],
  ])('%s, %s, %s, %s: %s', (...[name, target, actual, reason, rule, weight, due]) =>
    expect(derived(name, target, actual, reason, rule, weight)).toBe(due),
  );
});

const ITEMS = '①制定计划，得1分；②落实经费，得1分；③按月调度，得1分；④总结归档，得1分。';

describe('items told of by their marks or number, and what follows from what is known', () => {
  test.each<Row>([
    ['机制运行', '全部做到', '①②④做到，③未做到', null, ITEMS, 4, '3 weak'],
    ['机制运行', '规范', '4项均符合', null, ITEMS, 4, '4 weak'],
    ['机制运行', '规范', '符合3项', null, ITEMS, 4, '3 weak'],
    ['机制运行', '规范', '2项不符合', null, ITEMS, 4, '2 weak'],
    // Not each told of, more than there are, of different worth.
    ['机制运行', '规范', '①②做到', null, ITEMS, 4, '—'],
    ['机制运行', '规范', '5项均符合', null, ITEMS, 4, '—'],
    ['机制运行', '规范', '2项不符合', null, '①制定计划，得1分；②落实经费，得1分；③按月调度，得2分。', 4, '—'],
    // 按时 is no delay at all.
    ['补贴兑付', '6月30日前', '延后10日', '账户核对，延后10日', '按时兑付得5分；延后15日以内得3分；延后15日以上得0分', 5, '3 weak'],
    ['培训满意', '≥95%', '92%', null, '达标得10分，不达标的得分=实际值/目标值*10', 10, '9.684210526315789473684210526315789'],
  ])('%s, %s, %s, %s: %s', (...[name, target, actual, reason, rule, weight, due]) =>
    expect(derived(name, target, actual, reason, rule, weight)).toBe(due),
  );
});

describe('several figures in one cell, and manners of scoring that are no condition', () => {
  test.each<Row>([
    ['巡护任务', '日间、夜间均100%', '日间95%，夜间80%', null, '得分=日间巡护率×4+夜间巡护率×6', 10, '8.6 weak'],
    ['轮训', '8期、400人', '7期、380人', null, '每少培训1期扣1分，每少培训10人扣0.2分，扣完为止', 8, '6.6 weak'],
    ['违建治理率', '100%', '95%', null, '按治理率计分（得分=治理率×分值）', 4, '3.8 weak'],
    // A label of both, a figure without a label, a text that says more; a condition that is one.
    ['巡护任务', '均100%', '巡护95%，夜间80%', null, '得分=日间巡护率×4+夜间巡护率×6', 10, '—'],
    ['巡护任务', '均100%', '95%，80%', null, '得分=日间巡护率×4+夜间巡护率×6', 10, '—'],
    ['巡护任务', '均100%', '日间95%，夜间80%，暴雨停巡', null, '得分=日间巡护率×4+夜间巡护率×6', 10, '—'],
  ])('%s, %s, %s, %s: %s', (...[name, target, actual, reason, rule, weight, due]) =>
    expect(derived(name, target, actual, reason, rule, weight)).toBe(due),
  );

  // How many are missing is not how many there were.
  test.each<Row>([
    ['调度会', '5次会议', '少召开1次', '汛期少召开1次', '年度内召开调度会议不少于5次，少1次扣0.5分', 5, '—'],
    ['调度会', '5次', '4次', null, '年度内召开调度会议不少于5次，少1次扣0.5分', 5, '—'],
    ['督查', '5次', '4次', null, '全年开展督查不少于5次，每少1次扣0.5分', 5, '4.5'],
  ])('%s, %s, %s, %s: %s', (...[name, target, actual, reason, rule, weight, due]) =>
    expect(derived(name, target, actual, reason, rule, weight).replace(' weak', '')).toBe(due),
  );
});
