import type { CaseTable } from '../case';

export const CASE: CaseTable = {
  id: '07-chizhou-tangxi',
  source: 'http://www.anthempetcare.com/upload_cz/download?id=502364&siteId=2',
  unit: '池州市贵池区棠溪镇人民政府',
  project: '委托业务项目',
  year: 2022,
  kind: 'project',
  money: '万元',
  title: '项目支出绩效自评表 (2022年度)',
  funding: {
    columns: ['label', 'initial', 'budget', 'executed', 'weight', 'rate', 'score'],
    headers: ['项', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    rows: [
      ['年度资金总额:', '0', '0', '0', '10', '0', '0'],
      ['其中:本年财政拨款', '90', '89.974', '89.974', '', '', ''],
      ['上年结转资金', '', '', '', '', '', ''],
      ['其他资金', '', '', '', '', '', ''],
    ],
  },
  columns: ['l1', 'l2', 'l3', 'target', 'actual', 'weight', 'score', 'reason'],
  headers: ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
  rows: [
    ['产出指标(50分)', '数量指标', '基建工程委托业务项目数量', '≥50个', '50', '8', '8', ''],
    ['', '质量指标', '委托业务报告合格率', '≥100百分比', '100', '8', '8', ''],
    ['', '', '经费支出合规性', '严格执行相关制度规定', '达成预期指标', '8', '8', ''],
    ['', '时效指标', '提交报告及时性', '在项目计划完成时间内完成', '达成预期指标', '8', '8', ''],
    ['', '成本指标', '项目总成本', '≤90万元', '90', '8', '8', ''],
    ['', '', '单项业务成本', '符合相关规定', '达成预期指标', '10', '10', ''],
    ['效益指标(30分)', '社会效益指标', '对维护基建市场公平的影响程度', '效果明显', '达成预期指标', '10', '10', ''],
    ['', '生态效益指标', '对控制基建项目成本影响程度', '效果明显', '达成预期指标', '10', '10', ''],
    ['', '可持续影响指标', '对推动基建项目“四项制度”健全和落实的持续性影响', '效果明显', '达成预期指标', '10', '10', ''],
    { placeholder: ['', '经济效益指标', '', '', '', '', '', ''] },
    { ours: ['满意度指标(10分)', '满意度指标', '公众满意度', '≥90%', '95%', '10', '10', ''] },
  ],
  total: { label: '总分', where: 'row', weight: '100', score: '90', ours: true },
  findings: [
    { code: 'funding-parts', severity: 'M', at: { fund: '年度资金总额:', cell: ['initial', 'budget', 'executed'] }, why: '总额 0 小于其中 90/89.974/89.974' },
    { code: 'cost-vs-execution', severity: 'A', at: { row: '项目总成本', cell: 'actual' }, optional: true, why: '90 与执行数 89.974 不同, 但总额行写 0, 已被另一处指出: 两可' },
    { code: 'execution-vs-performance', severity: 'A', at: { anywhere: true }, optional: true, why: '总额行本身存疑: 两可' },
    { code: 'value-missing', severity: 'A', at: { fund: '年度资金总额:', cell: ['rate', 'score'] }, optional: true, why: '0 也可读作未填: 两可' },
  ],
  remarksOfOurs: [
    'EXEC_RATE_WRONG: 按所填 0/0 无从计算执行率, 总额改正后才可判, 故不另列',
  ],
};
