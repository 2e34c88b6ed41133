/** 「成效显著得5–6分；有一定成效得3–5分；成效不明显得0–3分」: which of the degrees the sheet itself names. */
import { type Criterion, factKey, type FactRef } from '../../criteria';
import { normal } from '../../workbook';
import { endsInDenial, type IndicatorRow, type ScoreTable } from '../../score-table';
import type { KnownFact } from './known';
import { ownReason } from './own-reason';
import { reasonText } from './from-reason';

/** Degrees of one effect, each with points a person chooses; empty for any other rule. */
function degreesOf(criterion: Criterion): readonly FactRef[] {
  if (criterion.kind !== 'cases' || criterion.otherwise !== null || criterion.arms.length < 2) return [];
  const refs = criterion.arms.flatMap(({ when, rule }) => (when.kind === 'holds' && rule.kind === 'discretion' ? [when.of] : []));
  return refs.length === criterion.arms.length ? refs : [];
}

/** 「A级5分、B级3分」, 「优秀得5分，良好得4分」: names that exclude one another; empty for any other rule. */
function gradesOf(criterion: Criterion): readonly FactRef[] {
  if (criterion.kind !== 'choose' || criterion.arms.length < FEWEST_GRADES) return [];
  const refs = criterion.arms.flatMap(({ when }) => (when.kind === 'holds' && when.of.role === 'named' ? [when.of] : []));
  return refs.length === criterion.arms.length ? refs : [];
}

/** The one grade whose name is this, or ends with it. */
function gradeNamed(grades: readonly FactRef[], said: string): FactRef | undefined {
  const exact = grades.filter(({ name }) => name === said);
  if (exact.length > 0 || said.length < SHORTEST_ENDING) return exact.length === 1 ? exact[0] : undefined;
  const ending = grades.filter(({ name }) => name.endsWith(said) && !endsInDenial(name.slice(0, -said.length)));
  const within = grades.filter(({ name }) => name.includes(said));
  return ending.length === 1 && within.length === 1 ? ending[0] : undefined;
}

/** A 完成值 that is but the name of one grade. */
function statedGrade({ actual }: IndicatorRow, criterion: Criterion): ReadonlyMap<string, KnownFact> {
  const grades = gradesOf(criterion);
  const said = grades.length === 0 ? '' : reasonText(actual).replace(/[。;,]+$/, '');
  const named = said === '' ? undefined : gradeNamed(grades, said);
  if (named === undefined || actual === undefined) return new Map();
  return new Map(
    grades.map((ref) => [factKey(ref), { value: ref === named, from: 'row' as const, cells: [actual.at], money: '' as const }]),
  );
}

const FEWEST_GRADES = 3;
const SHORTEST_ENDING = 2;

/** Each degree held or not, where exactly one of them stands as a clause of its own in the 完成值 or the explanation; else nothing is known. */
export function statedDegree(scoreTable: ScoreTable, row: IndicatorRow, criterion: Criterion): ReadonlyMap<string, KnownFact> {
  const degrees = degreesOf(criterion);
  if (degrees.length === 0) return statedGrade(row, criterion);
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
