import type { CaseTable } from '../case';

export const CASE: CaseTable = {
  id: '10-haidian-xueyuanlu-cleaning',
  source: 'https://www.wenku365.com/s-60761775.html',
  unit: '北京市海淀区学院路街道城市运行服务中心',
  project: '【体制】自管道路清扫保洁外包工作经费',
  year: 2016,
  kind: 'project',
  money: '万元',
  title: '项目支出绩效自评表(2016年度)',
  funding: {
    columns: ['label', 'initial', 'executed', 'weight', 'rate', 'score', 'criterion'],
    headers: ['项', '年初预算数(A)', '全年执行数(B)', '分值(10分)', '执行率(B/A)', '得分', '得分计算方法'],
    rows: [
      ['年度资金总额:', '310.2', '154.74', '10', '50%', '5', '执行率*该指标分值,最高不得超过分值上限。'],
      ['其中:本年一般公共预算拨款', '310.2', '154.74', '', '', '', ''],
    ],
  },
  columns: ['l1', 'l2', 'l3', 'weight', 'target', 'actual', 'criterion', 'score', 'reason'],
  headers: ['一级指标', '二级指标', '三级指标', '分值', '年度指标值(A)', '全年实际值(B)', '得分计算方法', '得分', '未完成原因分析'],
  rows: [
    [
      '产出指标(50分)',
      '数量指标',
      '是否完成绩效目标申报表中申报的数量',
      '12.5',
      '12.5',
      '12.5',
      '完成值达到指标值,记满分;未达到指标值,按B/A或A/B*该指标分值记分。',
      '12.5',
      '',
    ],
    { ours: ['', '质量指标', '保洁质量考核合格率', '12.5', '≥95%', '97%', '同上', '12.5', ''] },
    { ours: ['', '时效指标', '保洁任务按期完成率', '12.5', '100%', '100%', '同上', '12.5', ''] },
    { ours: ['', '成本指标', '经费支出合理程度', '12.5', '合理', '合理', '同上', '12.5', ''] },
    { ours: ['效益指标(30分)', '社会效益指标', '道路环境改善程度', '15', '明显改善', '明显改善', '同上', '15', ''] },
    { ours: ['', '可持续影响指标', '长效保洁机制健全程度', '15', '健全', '健全', '同上', '15', ''] },
    { ours: ['满意度指标(10分)', '服务对象满意度指标', '居民满意度', '10', '≥90%', '92%', '同上', '10', ''] },
  ],
  total: { label: '总分', where: 'row', weight: '100', score: '95', ours: true },
  findings: [
    { code: 'execution-rate', severity: 'A', at: { fund: '年度资金总额:', cell: 'rate' }, why: '154.74/310.2=49.88%, 写 50%: 进位' },
    { code: 'execution-vs-performance', severity: 'A', at: { anywhere: true }, why: '执行一半, 指标满分' },
  ],
  remarksOfOurs: ['TARGET_IS_WEIGHT 没有对应的检查', '年初预算数(A) 是此表执行率的分母'],
};
