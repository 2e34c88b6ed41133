/** Kinds 14, 19, 22, 26: headings inside a table, nested weights, rates that are met from below. */
import { one } from './cases-formulas';
import { EXAM, HUBEI, SICHUAN, WHOLE, YUNNAN } from './forms';
import { sheet } from './grid';
import type { Blind } from './model';
import { exceljs, old, raw } from './write';

const PARTS = `
2024年度机关内部考核评分表|<|<|<|<|<
一、业务工作（70分）|<|<|<|<|<
考核类别|考核指标|分值|评分标准|得分|备注
预算管理|预算编制|30|每发现1处错误扣2分，扣完为止。|30|
^|预算公开|20|未公开的不得分。|20|
资产管理|资产清查|20|未清查的不得分。|20|
二、内部管理（20分）|<|<|<|<|<
类别|评价内容|满分|评价标准|评分|说明
作风建设|投诉处理|10|每有1件有效投诉扣2分，扣完为止。|10|
^|会议纪律|10|每缺席1次扣1分，扣完为止。|9|缺席1次
三、群众评价（10分）|<|<|<|<|<
类别|评价内容|满分|评价标准|评分|说明
满意度|服务对象满意度|10|满意度≥90%的，得10分；低于90%的，不得分。|10|满意度95%
总计|<|100||99|`;

const COLUMNS_SWAPPED = `
2024年度标准化管理评分表|<|<|<|<
序号|评价指标|评分标准|标准分|自评得分
1|档案归档率|每少1份扣1分，扣完为止。|25|25
2|台账规范性|每发现1处不规范扣1分，扣完为止。|25|23
现场检查|<|<|<|<
序号|检查内容|检查标准|标准分|自评得分
3|消防设施|未配备的不得分。|25|25
4|环境卫生|每发现1处不整洁扣1分，扣完为止。|25|25
合计|<|<|100|98`;

const REPEATED = `
2024年度项目支出绩效自评表|<|<|<|<|<|<
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|疏浚河道长度|≥12公里|12.6公里|30|30
^|质量指标|工程验收合格率|100%|100%|30|30
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
效益指标|生态效益指标|水质达标率|≥95%|96%|30|30
满意度指标|服务对象满意度指标|沿河村民满意度|≥90%|92%|10|10
总分|<|<|<|<|100|100`;

const NESTED_A = `
专项资金绩效评价评分表|<|<|<|<|<|<
一级指标|权重|二级指标|三级指标|分值|评分标准|得分
决策|20|项目立项|立项依据充分性|60|依据充分的得60分，否则不得分。|60
^|^|^|立项程序规范性|40|程序规范的得40分，否则不得分。|40
过程|30|资金管理|资金到位率|50|得分=资金到位率×分值。|50
^|^|^|资金使用合规性|50|每发现1例不合规扣10分，扣完为止。|40
效果|50|项目产出|任务完成率|70|得分=任务完成率×分值。|70
^|^|项目效益|受益对象满意度|30|满意度≥90%的得30分，否则不得分。|30`;

const NESTED_B = `
项目绩效评价表|<|<|<|<|<|<
一级指标|权重（%）|三级指标|分值|指标值|实际值|得分
产出|60%|铺设管网长度|50|≥8公里|8.2公里|50
^|^|管材抽检合格率|30|100%|100%|30
^|^|按期完工率|20|≥95%|100%|20
效益|40%|受益户数|60|≥1200户|1260户|60
^|^|用水户满意度|40|≥90%|93%|40`;

const NESTED_C = `
运转类项目绩效评价表|<|<|<|<|<|<|<
一级指标|一级权重|二级指标|二级权重|三级指标|分值|评分标准|得分
投入|40|预算安排|50|预算编制合理性|100|编制合理的得100分，否则不得分。|100
^|^|预算执行|50|预算执行率|100|得分=预算执行率×分值。|100
产出|60|数量|70|巡检次数完成率|100|得分=完成率×分值。|100
^|^|质量|30|设备完好率|100|得分=设备完好率×分值。|100`;

const negated = (name: string, sign: string, target: string, actual: string): Record<string, string> => ({
  C18: name,
  D18: sign,
  E18: target,
  F18: '%',
  G18: actual,
});

export const LAYOUT: readonly Blind[] = [
  {
    id: '14a',
    what: 'three parts, each with its own heading and other words',
    bytes: one('考核表', PARTS, {}),
    expected: { indicators: 6, recalc: { args: ['--scores', 'all'], writes: {} } },
  },
  {
    id: '14b',
    what: 'a section line, then a heading with 检查内容 and 检查标准',
    bytes: () => exceljs([sheet('评分表', COLUMNS_SWAPPED)]),
    expected: { indicators: 4, may: ['M deduction-unexplained *', 'A deduction-unexplained *'] },
  },
  {
    id: '14c',
    what: 'the same heading again after a page break, .xls',
    ending: 'xls',
    bytes: () => old([sheet('自评表', REPEATED)]),
    expected: { indicators: 4 },
  },
  {
    id: '19a',
    what: 'weights 20/30/50 over groups of 100, criteria, no total',
    bytes: one('评价表', NESTED_A, { F20: '' }),
    expected: {
      indicators: 6,
      may: ['M deduction-unexplained *', 'A deduction-unexplained *'],
      quiet: 'A',
      neverSays: [/"code":"weights-sum"/, /"code":"weight-tree"/],
    },
  },
  { id: '19b', what: 'weights 60%/40% as text', ending: 'xls', bytes: () => old([sheet('评价表', NESTED_B)]), expected: { indicators: 5 } },
  {
    id: '19c',
    what: 'two levels of weights, each leaf out of 100',
    bytes: one('评价表', NESTED_C, {}),
    expected: { indicators: 4, neverSays: [/"code":"weights-sum"/, /"code":"weight-tree"/] },
  },
  { id: '22a', what: '患者不满意率 ≤ 8 %, 5.2', bytes: one('自评表', YUNNAN, negated('患者不满意率', '≤', '8', '5.2%')), expected: {} },
  {
    id: '22b',
    what: '群众不满意度 ≤5%, 3%',
    bytes: () => exceljs([sheet('自评表', HUBEI, { D12: '群众不满意度', E12: '≤5%', F12: '3%' })]),
    expected: {},
  },
  {
    id: '22c',
    what: 'both ways: 服务对象满意度 ≤90% is suspect',
    bytes: one('自评表', HUBEI, { E12: '≤90%', F12: '88%' }),
    expected: { must: ['A direction-suspect E12|F12|D12'] },
  },
  {
    id: '26a',
    // First expected 20 in J9 too; but a bare 1 beside a % unit may mean 1% or 100%, and then nothing is written.
    what: '群众不满意率 and 路灯不达标率, targets without sign',
    bytes: one('自评表', SICHUAN, {
      D9: '路灯不达标率',
      E9: '',
      F9: '3',
      H9: '1',
      D12: '群众不满意率',
      E12: '',
      F12: '5',
      H12: '2',
      J9: '',
      J12: '',
      J13: '=H5+SUM(J7:J12)~67',
    }),
    expected: {
      must: ['M score-missing J9', 'M score-missing J12'],
      may: ['A stale-value J13'],
      says: [/不能确定怎样比较/],
      recalc: { writes: { J12: 10 }, results: { J13: 77 } },
    },
  },
  {
    id: '26b',
    what: '学生未毕业率, 文书不规范率 with written upper bounds',
    bytes: () => raw([sheet('自评表', HUBEI, { D9: '文书不规范率', E9: '≤2%', F9: '1.2%', D10: '案件未办结率', E10: '5%', F10: '3%' })]),
    expected: { recalc: { args: ['--scores', 'all'], writes: {} } },
  },
  {
    id: '26c',
    what: 'a negated rate that is missed does not get full marks',
    bytes: one('自评表', YUNNAN, { ...negated('设备抽检不合格率', '≤', '2', '5%'), I18: '15' }),
    expected: { must: ['M missed-target-full-score I18'] },
  },
];

export { EXAM, WHOLE };
