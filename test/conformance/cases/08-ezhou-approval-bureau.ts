import type { CaseTable } from '../case';

export const CASE: CaseTable = {
  id: '08-ezhou-approval-bureau',
  source: 'https://zwfwzx.ezhou.gov.cn/zwgk/fdzdgknr/sgjfxx/202211/t20221108_506320.html',
  unit: '鄂州市行政审批局',
  project: '市民中心运行维护费',
  year: 2021,
  kind: 'project',
  money: '万元',
  title: '项目支出绩效自评表 ( 2021 年度)',
  funding: {
    columns: ['label', 'initial', 'budget', 'executed', 'weight', 'rate', 'score'],
    headers: ['项', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    rows: [
      ['年度资金总额', '150万', '150万', '125.25万', '100', '83.5%', '98'],
      ['其中:当年财政拨款', '150万', '150万', '125.25万', '—', '', '—'],
      ['上年结转资金', '0', '0', '0', '—', '', '—'],
      ['其他资金', '0', '0', '0', '—', '', '—'],
    ],
  },
  columns: ['l1', 'l2', 'l3', 'target', 'actual', 'weight', 'score', 'reason'],
  headers: ['一级指标', '二级指标', '三级指标', '年度 指标值', '实际 完成值', '分值', '得分', '偏差原因分析及改进措施'],
  rows: [
    ['产出指标', '数量指标', '预算执行率', '100%', '83.5%', '20', '18', ''],
    ['', '', '预算资金拨款率', '100%', '100%', '10', '10', ''],
    ['', '质量指标', '政务服务工作办结率', '100%', '100%', '10', '10', ''],
    ['', '', '大厅业务日常考核结果', '100%', '100%', '10', '10', ''],
    { placeholder: ['', '时效指标', '', '', '', '', '', ''] },
    ['', '成本指标', '市民中心运行维护费', '150万', '150万', '10', '10', ''],
    ['效益指标', '经济效益 指标', '大厅运行正常率', '100%', '100%', '10', '10', ''],
    { ours: ['', '社会效益 指标', '便民服务覆盖率', '100%', '100%', '10', '10', ''] },
    { ours: ['', '可持续影响 指标', '服务机制健全率', '100%', '100%', '10', '10', ''] },
    { ours: ['满意度指标', '服务对象满意度指标', '办事群众满意度', '95%', '96%', '10', '10', ''] },
  ],
  total: null,
  findings: [
    { code: 'total-misplaced', severity: 'M', at: { fund: '年度资金总额', cell: 'score' }, why: '全表总分 98 写进了资金行' },
    { code: 'deduction-unexplained', severity: 'M', at: { row: '预算执行率', cell: 'reason' }, why: '20 分得 18 无说明' },
    { code: 'score-mismatch', severity: 'A', at: { row: '预算执行率', cell: 'score' }, why: '83.5%×20=16.7, 填 18, 无说明; 表内没有评分标准, 按比例是一般规则' },
    { code: 'duplicate-indicator', severity: 'A', at: { row: '预算执行率', cell: 'name' }, why: '执行率又作数量指标' },
    { code: 'unit-scale', severity: 'A', at: { fund: '年度资金总额', cell: ['initial', 'budget', 'executed'] }, why: '万元列里写 150万' },
    { code: 'cost-vs-execution', severity: 'A', at: { row: '市民中心运行维护费', cell: 'actual' }, why: '成本 150万 与执行数 125.25 不同' },
    { code: 'execution-vs-performance', severity: 'A', at: { anywhere: true }, optional: true, why: '执行 83.5%, 其余满分; 执行率得分不知: 两可' },
  ],
  remarksOfOurs: [
    '指标分值合计 100、得分合计 98, 资金行的 100/98 是全表合计, 故不再报分值合计与执行率得分',
  ],
};
