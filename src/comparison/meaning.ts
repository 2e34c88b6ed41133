/** One sentence on what a change means: from what the rules say of the score, and from what else was changed in the row. */
import type { Assessment } from '../assessment';
import { numberText } from '../words';
import { Dec, halfUp } from '../workbook';
import { MEANINGS, PUBLISHED, YEARLY } from './texts';
import type { ComparisonKind, Field, Held, TableLine } from './types';

/** A change whose sentence is still to be made. */
export interface Difference {
  readonly field: Field;
  readonly before: Held | null;
  readonly after: Held | null;
}

export interface Around {
  readonly as: ComparisonKind;
  readonly line: readonly [TableLine, TableLine];
  /** All changes of the line. */
  readonly changed: ReadonlySet<Field>;
  readonly assessments: readonly [Assessment, Assessment];
}

const HUNDRED = new Dec(100);
const POINTS: ReadonlySet<Field> = new Set<Field>(['fullScore', 'selfScore', 'reviewScore', 'financeScore', 'otherScore']);

function amountText(field: Field, size: Dec, like: Held): string {
  if (POINTS.has(field)) return `${numberText(size)}分`;
  if (field === 'rate') return `${numberText(halfUp(size.times(HUNDRED), 2))}个百分点`;
  if (/万元$/.test(like.shown)) return `${numberText(size.div(10_000))}万元`;
  return /元$/.test(like.shown) ? `${numberText(size)}元` : numberText(size);
}

/** 「增加0.5分」; '' where one of them is no figure. */
function differenceText({ field, before, after }: Difference, as: ComparisonKind): string {
  if (!(before?.is instanceof Dec) || !(after?.is instanceof Dec)) return '';
  const size = after.is.minus(before.is);
  const words = as === 'yearly' ? YEARLY : as === 'published' ? PUBLISHED : MEANINGS;
  return (size.isNegative() ? words.less : words.more)(amountText(field, size.abs(), after));
}

/** The score that the rules determine, rounded to what is written; null where they determine none. */
function exactScore({ scoreTable, derivations }: Assessment, line: TableLine): Dec | null {
  const row = line.row === null ? undefined : scoreTable.rows.find(({ id }) => id === line.row!.id);
  const admissible = row === undefined ? undefined : derivations.get(row.id)?.admissible;
  return admissible?.is === 'exact' ? halfUp(admissible.score, 2) : null;
}

/** Whether a finding doubts the score of this row: the audit knows of rounding and steps. */
function isDoubted({ findings }: Assessment, line: TableLine): boolean {
  return findings.some(({ accused, severity }) => severity !== 'info' && accused.aspect === 'score' && accused.row === line.row?.id);
}

/** exact: the rules determine one score, and nothing doubts the one that is written · off: they do, and another is written. */
function standing(side: 0 | 1, { assessments, line }: Around): { readonly is: 'exact' | 'off' | 'open'; readonly expected: string } {
  const expected = exactScore(assessments[side], line[side]);
  if (expected === null) return { is: 'open', expected: '' };
  return { is: isDoubted(assessments[side], line[side]) ? 'off' : 'exact', expected: numberText(expected) };
}

function scoreMeaning(found: Difference, around: Around): string {
  const difference = differenceText(found, around.as);
  if (around.as === 'yearly') return difference;
  const [before, after] = [standing(0, around), standing(1, around)];
  if (after.is === 'exact') return before.is === 'exact' ? MEANINGS.follows(difference) : MEANINGS.corrected(difference);
  if (after.is === 'off') return before.is === 'exact' ? MEANINGS.wasRight(after.expected) : MEANINGS.stillOff(after.expected, difference);
  const values = (['target', 'actual'] as const).filter((field) => around.changed.has(field));
  if (values.length === 0) return around.line[1].kind === 'row' ? MEANINGS.alone(difference) : difference;
  return MEANINGS.withValues(values.map((field) => (field === 'target' ? '指标值' : '完成值')).join('和'), difference);
}

function totalMeaning(found: Difference, { as, assessments }: Around): string {
  const difference = differenceText(found, as);
  const { sum } = assessments[1].totals;
  if (as === 'yearly' || sum === null || !(found.after?.is instanceof Dec)) return difference;
  return found.after.is
    .minus(sum)
    .abs()
    .lte(found.after.half ?? 0)
    ? MEANINGS.totalIsSum(difference)
    : MEANINGS.totalIsNotSum(numberText(sum), difference);
}

function gradeMeaning({ after }: Difference, { assessments }: Around): string {
  const { grade, stated, sum } = assessments[1].totals;
  const total = stated ?? sum;
  if (after === null || grade.expected === null || total === null) return '';
  return grade.stated === grade.expected ? MEANINGS.gradeFits(numberText(total)) : MEANINGS.gradeOff(numberText(total), grade.expected);
}

function actualMeaning(_found: Difference, around: Around): string {
  if (around.changed.has('selfScore')) return MEANINGS.actual;
  const after = standing(1, around);
  return after.is === 'off' ? MEANINGS.actualNotScore(after.expected) : MEANINGS.actualOnly;
}

function reasonMeaning({ before, after }: Difference, { changed }: Around): string {
  if (before === null) return changed.has('selfScore') ? MEANINGS.reasonAdded : MEANINGS.reasonAddedOnly;
  return after === null ? MEANINGS.reasonRemoved : MEANINGS.reason;
}

/** The codes that say a 分值 is not what the form or the standard has. */
const WEIGHT_CODES: ReadonlySet<string> = new Set(['template-changed', 'weight-vs-standard']);

function weightMeaning(_found: Difference, { assessments, line }: Around): string {
  const at = line[1].values.get('fullScore')?.at;
  const told = assessments[1].findings.some(
    ({ code, cell }) => WEIGHT_CODES.has(code) && at !== undefined && cell.row === at.row && cell.col === at.col && cell.sheet === at.sheet,
  );
  return told ? MEANINGS.weightVsForm : MEANINGS.weight;
}

const BY_FIELD: Readonly<Partial<Record<Field, (found: Difference, around: Around) => string>>> = {
  name: () => MEANINGS.renamed,
  fullScore: weightMeaning,
  selfScore: scoreMeaning,
  target: () => MEANINGS.target,
  actual: actualMeaning,
  criterion: () => MEANINGS.criterion,
  reason: reasonMeaning,
  evidence: () => MEANINGS.evidence,
};
/** That something was filled in or taken out says more than that it changed. */
const BLANK_SAYS_ALL: ReadonlySet<Field> = new Set<Field>(['target', 'actual', 'criterion', 'evidence', 'fullScore']);
/** Of last year and this only how large the difference is: another year has other aims and other words. */
const ALSO_YEARLY: ReadonlySet<Field> = new Set<Field>(['selfScore']);

/** What its field and its line have to say of it; '' where that is nothing. */
function ownMeaning(found: Difference, around: Around): string {
  const [, { kind, own }] = around.line;
  if (kind === 'total' && POINTS.has(found.field)) return totalMeaning(found, around);
  if (kind === 'form' && own === '等级') return gradeMeaning(found, around);
  const blank = found.before === null || found.after === null;
  if (blank && BLANK_SAYS_ALL.has(found.field)) return '';
  return around.as === 'yearly' && !ALSO_YEARLY.has(found.field) ? '' : (BY_FIELD[found.field]?.(found, around) ?? '');
}

export function changeMeaning(found: Difference, around: Around): string {
  if (around.as === 'published') return differenceText(found, around.as);
  const told = ownMeaning(found, around);
  if (told !== '') return told;
  if (found.before === null) return MEANINGS.filled;
  return found.after === null ? MEANINGS.emptied : differenceText(found, around.as);
}
