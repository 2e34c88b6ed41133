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
  'report-inconsistent': { title: '报告前后数字', basis: '文内同一个数应当一致' },
  'report-deduction-sum': { title: '报告扣分合计', basis: '文内算术关系' },
  'report-full-claim': { title: '报告全部完成的说法', basis: '报告与评分表应当一致' },
  'report-count': { title: '报告所列个数', basis: '文内个数应当与所列一致' },
  'report-year': { title: '报告年度', basis: '文内年度应当一致' },
  'report-unit-name': { title: '报告单位名称', basis: '报告应当是本单位的' },
  'report-placeholder': { title: '报告待填之处', basis: '报送的报告应当填写完整' },
  'report-unreadable-number': { title: '报告读不出的数', basis: '数字应当读得出' },
  'report-unresolved-revisions': { title: '报告未处理的修订', basis: '报送的报告应当是定稿' },
  'report-hidden-text': { title: '报告隐藏文字', basis: '报送的报告应当是看得见的' },
} as const;

export type ReportCode = keyof typeof REPORT_CODES;

/** A number has at most one finding: the first of these. */
export const REPORT_PRECEDENCE: readonly ReportCode[] = [
  'report-unreadable-number',
  'report-arithmetic',
  'report-balance',
  'report-rate',
  'report-score',
  'report-total',
  'report-unit-scale',
  'report-data',
  'report-inconsistent',
  'report-deduction-sum',
];
