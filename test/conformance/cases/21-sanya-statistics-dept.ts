import type { CaseTable } from '../case';

export const CASE: CaseTable = {
  id: '21-sanya-statistics-dept',
  source: 'http://tjj.sanya.gov.cn/tjjsite/tzgg/201808/97e506d2a09a4eb0ab4bb7ff4bb8ca2a.shtml',
  unit: '三亚市统计局',
  year: 2017,
  kind: 'whole',
  money: null,
  title: '2017年部门整体支出绩效自评得分汇总表',
  columns: ['l1', 'weight', 'score'],
  headers: ['一级指标', '总分', '绩效得分'],
  rows: [
    ['投入', '15', '15.00'],
    ['过程', '55', '37.91'],
    ['产出', '20', '14.00'],
    ['效果', '10', '10.00'],
  ],
  total: { label: '合计', where: 'row', weight: '100', score: '76.91', grade: '中' },
  findings: [],
};
