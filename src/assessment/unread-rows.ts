/** Where rows were left unread no sum is beyond doubt. */
import { type CheckCode, type Finding, looksComplete } from '../checks';
import type { ScoreTable } from '../score-table';

/** Checks of what is to be added up. */
const SUMS: ReadonlySet<CheckCode> = new Set<CheckCode>([
  'weights-sum',
  'weight-tree',
  'total-score',
  'subtotal-score',
  'total-impossible',
  'sum-range',
  'grade',
]);

/** The finding, one step lower and without a fix, where it rests on a sum of a table that was not read whole. */
export function unlessUnread(finding: Finding, scoreTable: ScoreTable): Finding {
  if (finding.severity !== 'mandatory' || !SUMS.has(finding.code) || looksComplete(scoreTable)) return finding;
  const milder = { ...finding, severity: 'advisory' as const };
  delete milder.fix;
  return milder;
}
