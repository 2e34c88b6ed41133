import type { CaseTable } from '../case';

export const CASE: CaseTable = {
  id: '23-baoshan-energy',
  source: 'https://alkalih2o.com/info/7535/9976364.htm',
  unit: '保山市能源局',
  project: '能源安全检查及新能源项目推进经费',
  year: 2023,
  kind: 'project',
  money: '元',
  title: '项目支出绩效自评表',
  funding: {
    columns: ['label', 'initial', 'budget', 'executed', 'weight', 'rate', 'score', 'reason'],
    headers: ['项', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分', '备注'],
    rows: [
      ['年度资金总额', '330,000.00', '329,998.60', '329,998.60', '10.00', '100.00', '10.00', ''],
      ['其中:当年财政拨款', '330,000.00', '329,998.60', '329,998.60', '', '100.00', '', ''],
    ],
  },
  columns: ['l1', 'l2', 'l3', 'symbol', 'target', 'unit', 'actual', 'weight', 'score', 'reason'],
  headers: ['一级 指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
  rows: [
    ['产出指标', '数量指标', '开展项目现场踏勘、检查、督导,赴省能源局等汇报工作次数', '004 >=', '20', '次', '113', '22.50', '22.50', ''],
    ['产出指标', '成本指标', '经费支出', '005 <=', '33', '万元', '32.9999', '22.50', '22.50', ''],
    ['效益指标', '经济效益', '形成新能源投资增加数', '004 >=', '1亿', '元', '24亿', '9.00', '9.00', ''],
    { ours: ['效益指标', '社会效益', '能源安全知识知晓率', '004 >=', '90', '%', '95', '9.00', '9.00', ''] },
    { ours: ['效益指标', '可持续影响', '能源项目储备机制健全率', '004 >=', '100', '%', '100', '9.00', '9.00', ''] },
    { ours: ['满意度指标', '服务对象满意度', '企业满意度', '004 >=', '90', '%', '92', '9.00', '9.00', ''] },
    { ours: ['满意度指标', '服务对象满意度', '群众满意度', '004 >=', '90', '%', '93', '9.00', '9.00', ''] },
  ],
  subtotal: { label: '(小计)', weight: '90.00', score: '90.00' },
  total: { label: '总分', where: 'row', weight: '100.00', score: '100.00', ours: true },
  findings: [
    { code: 'over-achievement', severity: 'A', at: { row: '开展项目现场踏勘', cell: 'actual' }, why: '113/20=565%' },
    { code: 'over-achievement', severity: 'A', at: { row: '形成新能源投资增加数', cell: 'actual' }, why: '24亿/1亿' },
    { code: 'export-residue', severity: 'I', at: { anywhere: true }, why: '004 >= 与 005 <=' },
    { code: 'all-full-marks', severity: 'I', at: { anywhere: true }, why: '各行均满分' },
  ],
  remarksOfOurs: ['小计写在指标块第一行', '资金元、成本万元: 329998.60元 四舍五入为 32.9999万元'],
};
