/** What a row of the list is about: its indicator, or the part of the sheet it speaks of. */
import type { Aspect, Finding } from '../../checks';
import type { ScoreTable } from '../../score-table';

const PARTS: Readonly<Record<Aspect, string>> = {
  total: '总分',
  grade: '评价等级',
  money: '资金',
  rate: '资金',
  file: '工作簿',
  weight: '分值',
  score: '得分',
  target: '指标值',
  actual: '完成值',
  reason: '扣分说明',
  evidence: '佐证材料',
  text: '表头',
  unread: '工作簿',
};

export function findingSubject(finding: Finding, scoreTable: ScoreTable): string {
  if (finding.indicator !== null && finding.indicator !== '') return finding.indicator;
  const { row, aspect } = finding.accused;
  const group = scoreTable.groups.find((one) => `group:${one.id}` === row);
  if (group !== undefined) return group.name.value;
  const total = /^total:(\d+)/.exec(row);
  if (total !== null) return scoreTable.totals[Number(total[1])]?.label.value ?? PARTS.total;
  if (row.startsWith('head:')) return '表头';
  return PARTS[aspect];
}
