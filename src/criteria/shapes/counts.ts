/** Tables over a count in which a number may stand by itself: 「缺1项扣1分，缺2项扣3分」, 「3期以上4分，2期2分，1期1分」. */
import { Dec } from '../../workbook';
import { plainName } from '../former/naming';
import type { Clause, ClauseOf, Within } from '../reading/clause';
import { shape, type ClauseShape } from '../reading/shape';
import { nameOfMention, spanAt, subjectWords, type RuleSetting } from '../reading/subjects';
import { lessBy } from '../reading/unit-rule';
import type { Condition, Criterion, Expr, FactRef, Points } from '../types';
import { fixed, inTextOrder, isArm, pointsGiven } from './arms';

type RowClause = (ClauseOf<'arm'> | ClauseOf<'once'>) & { readonly when: Within };

const ZERO = new Dec(0);
const FULL: Points = { share: new Dec(1) };
/** What says that nothing is counted: 「无漏填」, 「全部符合」, 「没有」. */
const NONE = /^(?:均|都)?(?:无|未|没|不)|^(?:全部|均|都)|全部|齐全|齐备|完备|完整|均无/;

/** 「有1个环节不规范的扣2分」 beside 「2个…扣5分」 is a number like the others. */
function asRow(clause: Clause): Clause {
  if (clause.is !== 'unit' || clause.pattern !== 'per-one' || clause.step === null) return clause;
  const { before, after, sideWord, step, amount, upTo, tail, place, pattern } = clause;
  const words = `${before?.words ?? ''}${sideWord}${after?.words ?? ''}`;
  const of = words === '' ? null : { place: (before ?? after)?.place ?? place, context: [], words };
  const one = { figure: step, end: 'in' } as const;
  const when: Within = { is: 'within', of, from: one, to: one, bare: true };
  return { is: 'once', when, takes: { amount, upTo, each: false }, tail, place, pattern };
}

const isRow = (clause: Clause): clause is RowClause => (clause.is === 'once' || clause.is === 'arm') && clause.when.is === 'within';
const figureOf = ({ when }: RowClause): NonNullable<Within['from']>['figure'] => (when.from ?? when.to)!.figure;

/** All rows count one thing in one unit; null where they do not. */
function countOf(setting: RuleSetting, rows: readonly RowClause[]): FactRef | null {
  const unit = figureOf(rows[0]!).unit;
  if (unit === '' || rows.some((row) => figureOf(row).as !== 'quantity' || figureOf(row).unit !== unit)) return null;
  const names = rows.map(({ when }) => (when.of === null ? '' : plainName(nameOfMention(when.of).text))).filter((one) => one !== '');
  const name = [...names].sort((one, other) => one.length - other.length)[0] ?? '';
  if (names.some((one) => !one.includes(name))) return null;
  return { kind: 'count', role: 'named', name: names[0] ?? '', unit, span: spanAt(setting, rows[0]!.when.of?.place ?? rows[0]!.place) };
}

/** What a row gives; null where that is more than so many points. `base` is what there is to take from. */
function ruleOf(setting: RuleSetting, row: RowClause, base: Points): Criterion | null {
  const span = spanAt(setting, row.place);
  if (row.is === 'arm') {
    const points = pointsGiven(row);
    return points === null || row.gives.each ? null : fixed(points, span);
  }
  const { takes, tail } = row;
  if (takes.upTo !== null || takes.each || tail.cap !== null || tail.floor !== null || !('points' in takes.amount)) return null;
  if ('share' in base) return base.share.eq(1) ? lessBy(takes.amount, span) : null;
  return fixed({ points: Dec.max(ZERO, base.points.minus(takes.amount.points)) }, span);
}

const number = (value: Dec): Expr => ({ op: 'number', value, shown: 'plain' });
const compare = (left: Expr, comparator: '=' | '>=' | '>' | '<=' | '<', value: Dec): Condition => ({
  kind: 'compare',
  left,
  comparator,
  right: number(value),
});

/** Loose ends hold; the row that stands first has what two rows share. */
function conditionOf(of: Expr, { from, to }: Within): Condition {
  if (from !== null && to !== null && from.figure.value.eq(to.figure.value)) return compare(of, '=', from.figure.value);
  const low = from === null ? [] : [compare(of, from.end === 'out' ? '>' : '>=', from.figure.value)];
  const high = to === null ? [] : [compare(of, to.end === 'out' ? '<' : '<=', to.figure.value)];
  const all = [...low, ...high];
  return all.length === 1 ? all[0]! : { kind: 'all', of: all };
}

/** Each row goes on where the one before ends: 「迟报1天扣0.1分，超5天不得分」 is no table. */
function goesOn(rows: readonly RowClause[]): boolean {
  const low = ({ when: { from } }: RowClause): Dec => (from === null ? ZERO : from.figure.value.plus(from.end === 'out' ? 1 : 0));
  const sorted = [...rows].sort((one, other) => low(one).comparedTo(low(other)));
  return sorted.every(
    (row, at) => at === 0 || sorted[at - 1]!.when.to === null || low(row).lte(sorted[at - 1]!.when.to!.figure.value.plus(1)),
  );
}

/** Two ranges that meet in a number that both may have: then it is no table of numbers. */
function meet(rows: readonly RowClause[]): boolean {
  const ranges = rows.filter(({ when: { from, to } }) => from !== null && to !== null && !from.figure.value.eq(to.figure.value));
  return ranges.some(({ when }) => ranges.some((other) => other.when.from!.figure.value.eq(when.to!.figure.value)));
}

/** 「退回1次得4分，退回2次得2分」: the more, the less. */
function falls(rows: readonly RowClause[]): boolean {
  const sorted = [...rows].sort((one, other) => figureOf(one).value.comparedTo(figureOf(other).value));
  const points = sorted.map(pointsGiven).map((one) => (one !== null && 'points' in one ? one.points : null));
  return points.every((one, at) => one !== null && (at === 0 || one.lt(points[at - 1]!)));
}

/** Where points are taken for what was found, all are due below the first number. */
function dueBelow(
  of: Expr,
  rows: readonly RowClause[],
  base: Points,
  setting: RuleSetting,
): readonly { when: Condition; rule: Criterion }[] {
  if (!rows.some(({ is }) => is === 'once') && !falls(rows)) return [];
  const first = rows.reduce((one, row) => (figureOf(row).value.lt(figureOf(one).value) ? row : one));
  const { from } = first.when;
  const when = from === null ? compare(of, '=', ZERO) : compare(of, from.end === 'out' ? '<=' : '<', from.figure.value);
  return [{ when, rule: fixed(base, setting.span) }];
}

/** 「无简报不得分」, 「全部符合得3分」 beside the numbers: none. */
function noneArm(setting: RuleSetting, clause: Clause | undefined, of: Expr): { when: Condition; rule: Criterion } | null {
  if (clause === undefined || !isArm(clause) || !NONE.test(subjectWords(clause.when))) return null;
  const points = pointsGiven(clause);
  return points === null ? null : { when: compare(of, '=', ZERO), rule: fixed(points, spanAt(setting, clause.place)) };
}

interface CountArm {
  readonly when: Condition;
  readonly rule: Criterion;
}

/** The rows as arms; null where one of them gives more than so many points. */
function armsOfRows(setting: RuleSetting, rows: readonly RowClause[], of: Expr, base: Points): readonly CountArm[] | null {
  const arms = rows.map((row) => ({ when: conditionOf(of, row.when), rule: ruleOf(setting, row, base) }));
  return arms.every(({ rule }) => rule !== null) ? (arms as readonly CountArm[]) : null;
}

/** What is given for none: by a clause of its own, or all where points are only taken. null: that clause says something else. */
function armsBelow(
  setting: RuleSetting,
  rows: readonly RowClause[],
  none: Clause | undefined,
  of: Expr,
  base: Points,
): readonly CountArm[] | null {
  if (none === undefined) return dueBelow(of, rows, base, setting);
  const arm = noneArm(setting, none, of);
  return arm === null ? null : [arm];
}

/** Every number has its row: what is left is the last of them. */
const lastOpen = (rows: readonly RowClause[], arms: readonly CountArm[]): Criterion | null =>
  arms[rows.findIndex(({ when }) => when.to === null)]?.rule ?? null;

const isTable = (rows: readonly RowClause[]): boolean => rows.some(({ when }) => when.bare) && !meet(rows) && goesOn(rows);

function counted(setting: RuleSetting, rows: readonly RowClause[], none: Clause | undefined, rest: Clause | undefined): Criterion | null {
  const ref = isTable(rows) ? countOf(setting, rows) : null;
  const takes = rows.some(({ is }) => is === 'once');
  const base = takes && none !== undefined ? pointsGiven(none) : FULL;
  if (ref === null || base === null) return null;
  const of: Expr = { op: 'fact', ref };
  const arms = armsOfRows(setting, rows, of, base);
  const below = armsBelow(setting, rows, none, of, base);
  const otherwise = rest === undefined ? null : pointsGiven(rest);
  if (arms === null || below === null || (rest !== undefined && otherwise === null)) return null;
  const last = below.length > 0 ? lastOpen(rows, arms) : null;
  return {
    kind: 'cases',
    arms: [...below, ...arms],
    otherwise: otherwise === null ? last : fixed(otherwise, setting.span),
    span: setting.span,
  };
}

export const COUNTS: readonly ClauseShape[] = [
  shape({
    id: 'counts',
    says: '按几项（次、期……）得分或扣分',
    takes: { rows: 'once(within)|arm(within)|unit.take 2+', none: 'arm(holds) ?', rest: 'else ?' },
    cost: -0.05,
    means: ({ rows, none, rest }, setting) => {
      const all = inTextOrder(rows).map(asRow);
      return all.every(isRow) ? counted(setting, all, none[0], rest[0]) : null;
    },
  }),
];
