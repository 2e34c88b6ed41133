import { missedTargetFullScore } from '../../../src/checks/scores/missed-target-full-score';
import { goodSheet } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withRow } from '../support/spoil';

const row = (name: string, target: string | number, actual: string | number, more = {}) => ({
  sheet: withRow(0, { name, target, actual, ...more }),
});

testCheck(missedTargetFullScore, {
  passing: [
    { name: 'every target is met', sheet: goodSheet() },
    { name: '控制率 100% → 92%', ...row('财政供养人员控制率', '100%', '92%') },
    { name: '调整率 3% → 0', ...row('预算调整率', '3%', 0) },
    { name: '结转结余率 2% → 0', ...row('结转结余率', '2%', 0) },
    { name: '变动率 ≤0 → −5%', ...row('“三公经费”变动率', '≤0%', '-5%') },
    { name: 'a cost below its target', ...row('项目总成本', '90万元', '89.974万元') },
    { name: '9月前 → 7月', ...row('完成验收时间', '9月前', '7月') },
    { name: 'words', ...row('机制健全性', '健全', '较健全') },
    { name: 'units that differ', ...row('培训人数', '≥200人', '150人次') },
    { name: 'points were taken off', ...row('验收合格率', '≥95%', '90%', { score: 18 }) },
    { name: 'the sheet’s own steps allow it', ...row('验收合格率', '100%', '96%', { criterion: '合格率≥95%得20分，每低1个百分点扣1分' }) },
    { name: 'a sign against the name is direction-suspect’s', ...row('验收合格率', '≤95%', '98%') },
    { name: '投诉处理率 is to be raised', ...row('投诉处理率', '95%', '100%') },
    {
      name: 'the sheet’s own rule gives it all from 85% on',
      ...row('验收合格率', '100%', '90%', { criterion: '达85%得20分，未达到的按（实际值/目标值）×分值计分' }),
    },
    ...[
      ['it all from a share of the target on', '达到目标值的90%得满分，每低1%扣0.5分'],
      ['it all where it is basically done', '基本完成任务得满分，否则每少1%扣0.5分'],
      ['no deduction where the ground is another’s', '完成目标值得满分，每减少1%扣0.5分，客观原因不扣分'],
      ['it all for other things', '资料完整得满分，每缺1项扣0.5分'],
    ].map(([name, criterion]) => ({ name: `a rule that gives ${name}`, ...row('养护里程', '≥320公里', '310公里', { criterion }) })),
    {
      name: 'so near that a step may leave it',
      ...row('养护里程', '≥320公里', '318公里', { criterion: '完成目标值得满分，每减少1%扣0.5分' }),
    },
    { name: '1 beside 100% is a whole', ...row('验收合格率', '100%', 1) },
  ],
  failing: [
    ...['完成目标值得满分，每减少1%扣0.5分', '达到目标值的，得满分；未达到的每少1%扣1分，扣完为止'].map((criterion) => ({
      name: `a rule that cannot be worked out, but gives it all for the target alone: ${criterion}`,
      ...row('养护里程', '≥320公里', '310公里', { criterion }),
      findings: [
        {
          severity: 'advisory' as const,
          cell: 'G9',
          related: ['D9', 'E9'],
          message:
            '「养护里程」的指标值为「≥320公里」，完成值为「310公里」，未达到指标值，得分（G9）却是满分20分。请核实完成值和得分，或说明给满分的依据。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' as const },
        },
      ],
    })),
    {
      name: '≥ written',
      ...row('验收合格率', '≥95%', '90%'),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: ['D9', 'E9'],
          message:
            '「验收合格率」的指标值为「≥95%」，完成值为「90%」，未达到指标值，得分（G9）却是满分20分。按完成比例约为94.74%×20=18.95分；请核实完成值和得分，或说明给满分的依据。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    {
      name: '≤ written',
      ...row('项目成本', '≤90万元', '95万元'),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: ['D9', 'E9'],
          message:
            '「项目成本」的指标值为「≤90万元」，完成值为「95万元」，未达到指标值（以不高于指标值为达标），得分（G9）却是满分20分。按完成比例约为94.74%×20=18.95分；请核实完成值和得分，或说明给满分的依据。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    {
      name: '= written',
      ...row('任务数', '=10个', '8个'),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: ['D9', 'E9'],
          message:
            '「任务数」的指标值为「=10个」，完成值为「8个」，未达到指标值，得分（G9）却是满分20分。按完成比例约为80%×20=16分；请核实完成值和得分，或说明给满分的依据。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    {
      name: 'no sign, a name that is certain',
      ...row('政府采购执行率', '100%', '72.74%'),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: ['D9', 'E9'],
          message:
            '「政府采购执行率」的指标值为「100%」，完成值为「72.74%」，未达到指标值，得分（G9）却是满分20分。按完成比例约为72.74%×20=14.55分；请核实完成值和得分，或说明给满分的依据。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    {
      name: 'no sign, a count: likely',
      ...row('补贴人次', '180人次', '164人次'),
      findings: [
        {
          severity: 'advisory',
          cell: 'G9',
          related: ['D9', 'E9'],
          message:
            '「补贴人次」的指标值为「180人次」，完成值为「164人次」，未达到指标值，得分（G9）却是满分20分。按完成比例约为91.11%×20=18.22分；请核实完成值和得分，或说明给满分的依据。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    {
      name: 'late',
      ...row('完成验收时间', '9月底前', '11月'),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: ['D9', 'E9'],
          message:
            '「完成验收时间」的指标值为「9月底前」，完成值为「11月」，没有按时完成，得分（G9）却是满分20分。请核实完成值和得分，或说明给满分的依据。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    {
      name: 'sign in its own column',
      ...row('巡查次数', 12, 9, { symbol: '≥', unit: '次' }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: ['D9', 'E9'],
          message:
            '「巡查次数」的指标值为「12」，完成值为「9」，未达到指标值，得分（G9）却是满分20分。按完成比例约为75%×20=15分；请核实完成值和得分，或说明给满分的依据。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    {
      name: '差错率 above',
      ...row('差错率', '≤1%', '3%'),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: ['D9', 'E9'],
          message:
            '「差错率」的指标值为「≤1%」，完成值为「3%」，未达到指标值（以不高于指标值为达标），得分（G9）却是满分20分。按完成比例约为33.33%×20=6.67分；请核实完成值和得分，或说明给满分的依据。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    {
      name: '控制率 above, no sign',
      ...row('公用经费控制率', '100%', '103%'),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: ['D9', 'E9'],
          message:
            '「公用经费控制率」的指标值为「100%」，完成值为「103%」，未达到指标值（以不高于指标值为达标），得分（G9）却是满分20分。按完成比例约为97.09%×20=19.42分；请核实完成值和得分，或说明给满分的依据。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
  ],
  boundary: [
    { name: 'exactly met', ...row('验收合格率', '≥95%', '95%') },
    { name: 'its share rounds to the full score: 99.99%', ...row('验收合格率', '≥100%', '99.99%') },
    {
      name: 'near: 98% of 20 in whole numbers is 20 — advisory',
      ...row('验收合格率', '≥100%', '98%'),
      findings: [
        {
          severity: 'advisory',
          cell: 'G9',
          related: ['D9', 'E9'],
          message:
            '「验收合格率」的指标值为「≥100%」，完成值为「98%」，未达到指标值，得分（G9）却是满分20分。按完成比例约为98%×20=19.6分；请核实完成值和得分，或说明给满分的依据。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    {
      name: 'a tenth below, in percent',
      ...row('满意度', '≥95%', '94.9%'),
      findings: [
        {
          severity: 'advisory',
          cell: 'G9',
          related: ['D9', 'E9'],
          message:
            '「满意度」的指标值为「≥95%」，完成值为「94.9%」，未达到指标值，得分（G9）却是满分20分。按完成比例约为99.89%×20=19.98分；请核实完成值和得分，或说明给满分的依据。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    { name: 'typed to fewer decimals than the target', ...row('项目成本', '≤32.99986万元', '33万元') },
    {
      name: 'a department’s own sheet without criteria: the rule for projects only asks',
      sheet: { ...withRow(0, { name: '验收合格率', target: '≥95%', actual: '90%' }), kind: 'whole' },
      findings: [
        {
          severity: 'advisory',
          cell: 'G9',
          related: ['D9', 'E9'],
          message:
            '「验收合格率」的指标值为「≥95%」，完成值为「90%」，未达到指标值，得分（G9）却是满分20分。按完成比例约为94.74%×20=18.95分；请核实完成值和得分，或说明给满分的依据。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    {
      name: 'the same with the ratio written in the sheet: beyond doubt',
      sheet: {
        ...withRow(0, { name: '验收合格率', target: '≥95%', actual: '90%', criterion: '完成指标值的得满分，未完成的按完成比例计分。' }),
        kind: 'whole',
      },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: ['D9', 'E9'],
          message:
            '「验收合格率」的指标值为「≥95%」，完成值为「90%」，未达到指标值，得分（G9）却是满分20分。按完成比例约为94.74%×20=18.95分；请核实完成值和得分，或说明给满分的依据。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    { name: 'a doubted target', ...row('验收合格率', '≥95%', '90%'), doubted: ['D9'] },
  ],
});
