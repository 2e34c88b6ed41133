/** 「成效显著得5–6分；有一定成效得3–5分；成效不明显得0–3分」: which of the degrees the sheet itself names. */
import { type Criterion, factKey, type FactRef } from '../../criteria';
import { normal } from '../../workbook';
import type { IndicatorRow, ScoreTable } from '../../score-table';
import type { KnownFact } from './known';
import { ownReason } from './own-reason';
import { reasonText } from './from-reason';

/** Degrees of one effect, each with points a person chooses; empty for any other rule. */
function degreesOf(criterion: Criterion): readonly FactRef[] {
  if (criterion.kind !== 'cases' || criterion.otherwise !== null || criterion.arms.length < 2) return [];
  const refs = criterion.arms.flatMap(({ when, rule }) => (when.kind === 'holds' && rule.kind === 'discretion' ? [when.of] : []));
  return refs.length === criterion.arms.length ? refs : [];
}

/** Each degree held or not, where exactly one of them stands as a clause of its own in the 完成值 or the explanation; else nothing is known. */
export function statedDegree(scoreTable: ScoreTable, row: IndicatorRow, criterion: Criterion): ReadonlyMap<string, KnownFact> {
  const degrees = degreesOf(criterion);
  if (degrees.length === 0) return new Map();
  for (const [slot, from] of [
    [row.actual, 'row'],
    [ownReason(scoreTable, row), 'reason'],
  ] as const) {
    const clauses = new Set(reasonText(slot).split(/[,;。:!]/));
    const named = degrees.filter((ref) => clauses.has(normal(ref.name)));
    if (named.length !== 1) continue;
    return new Map(degrees.map((ref) => [factKey(ref), { value: ref === named[0], from, cells: [slot!.at], money: '' }]));
  }
  return new Map();
}
