/** What is looked for in a report: the title and the basis of each code. */
export const REPORT_CODES = {
  'report-total': { title: '报告总分与评分表', basis: '报告与评分表应当一致' },
  'report-grade': { title: '报告等级与评分表', basis: '报告与评分表应当一致' },
  'report-score': { title: '报告得分与评分表', basis: '报告与评分表应当一致' },
  'report-data': { title: '报告数据与数据表', basis: '报告与数据表应当一致' },
  'report-unit-scale': { title: '报告金额单位', basis: '报告与数据表应当一致' },
  'report-rate': { title: '报告执行率、完成率', basis: '报告与评分表应当一致' },
  'report-arithmetic': { title: '报告算式', basis: '文内算术关系' },
  'report-balance': { title: '报告分项与合计', basis: '文内算术关系' },
  'report-deduction-unexplained': { title: '报告未说明扣分', basis: '惯例：自评报告应说明扣分原因' },
  'report-part-missing': { title: '报告缺少部分', basis: '惯例：自评报告一般写明存在问题和改进措施（依公开资料整理，非官方文本）' },
  'report-dates': { title: '报告日期先后', basis: '文内日期关系' },
  'report-claim-vs-data': { title: '报告前后说法', basis: '文内说法应当一致' },
  'report-numbering': { title: '报告标题序号', basis: '惯例：公文标题序号按一、（一）1.（1）的层次' },
  'report-attachment-missing': { title: '报告附件', basis: '报告所列附件应当齐全' },
} as const;

export type ReportCode = keyof typeof REPORT_CODES;

/** A number has at most one finding: the first of these. */
export const REPORT_PRECEDENCE: readonly ReportCode[] = [
  'report-arithmetic',
  'report-balance',
  'report-rate',
  'report-score',
  'report-total',
  'report-unit-scale',
  'report-data',
];
