/** 「组织培训(3分):每组织1次得1分;开展宣传(2分):…」: headings that say what a part is worth, and the rule of each part behind it. */
import { criterionPoints, fitsWeight } from '../criterion-points';
import type { Dec } from '../../workbook';
import type { Criterion, Span } from '../types';
import type { Clause, ClauseOf } from './clause';

export interface HeadedPart {
  readonly points: Dec;
  readonly body: readonly Clause[];
}

/** Between a heading and its rule. */
const BEHIND_HEADING = /^[:。\n]?:?/;

type Head = ClauseOf<'arm'>;

/** 「组织培训(3分)」 before a colon, or behind a mark and before a line's end. */
function isHead(clause: Clause, before: Clause | undefined, text: string): clause is Head {
  if (clause.is !== 'arm' || clause.when.is !== 'holds' || clause.gives.row || clause.gives.each) return false;
  const { amount } = clause.gives;
  if (amount.is !== 'points' || !('points' in amount.points) || amount.points.points.isZero()) return false;
  const end = clause.place[1];
  const isBracketed = text[end - 1] === ')';
  const next = text[end] ?? '';
  return isBracketed && (next === ':' || (before?.is === 'mark' && BEHIND_HEADING.test(text.slice(end)) && '。\n'.includes(next)));
}

const pointsOf = ({ gives }: Head): Dec => {
  const { amount } = gives;
  if (amount.is !== 'points' || !('points' in amount.points)) throw new Error('a heading says its points');
  return amount.points.points;
};

/** The parts by their headings; null where something stands before the first, a part is empty, or there is one only. */
export function headedParts(clauses: readonly Clause[], text: string): readonly HeadedPart[] | null {
  const parts: { points: Dec; body: Clause[] }[] = [];
  for (const [at, clause] of clauses.entries()) {
    if (isHead(clause, clauses[at - 1], text)) parts.push({ points: pointsOf(clause), body: [] });
    else if (parts.length > 0) parts[parts.length - 1]!.body.push(clause);
    else if (clause.is !== 'mark' && clause.is !== 'remark' && clause.is !== 'heading') return null;
  }
  const isWhole = parts.length > 1 && parts.every(({ body }) => body.some(({ is }) => is !== 'mark' && is !== 'remark'));
  return isWhole && !parts.some(({ body }) => body.some(speaksOfRow)) ? parts : null;
}

/** 「本项不得分」 inside a part: that part's, or the row's. */
const speaksOfRow = (clause: Clause): boolean => clause.is === 'arm' && clause.gives.row;

/** Each part as an item; null where a rule is not worth what its heading says. */
export function itemsOf(parts: readonly HeadedPart[], rules: readonly (Criterion | null)[], span: Span): Criterion | null {
  const items = parts.map(({ points }, at) => {
    const rule = rules[at] ?? null;
    return rule === null || !fitsWeight(rule, points) ? null : { points: { points }, rule };
  });
  return items.every((item) => item !== null) ? { kind: 'sum', items: items as Extract<Criterion, { kind: 'sum' }>['items'], span } : null;
}

const isScoring = ({ is }: Clause): boolean => is !== 'mark' && is !== 'heading' && is !== 'remark' && is !== 'definition';

/** 「①…得4分，…不得分；②…得2分，…不得分」: what stands behind each mark of the first kind; null where one is empty, or none says more than one thing. */
export function markedParts(clauses: readonly Clause[]): readonly (readonly Clause[])[] | null {
  const first = clauses.find(({ is }) => is === 'mark');
  if (first?.is !== 'mark') return null;
  const parts: Clause[][] = [];
  for (const clause of clauses) {
    if (clause.is === 'mark' && clause.kind === first.kind) parts.push([]);
    else if (parts.length > 0) parts[parts.length - 1]!.push(clause);
    else if (isScoring(clause)) return null;
  }
  const counts = parts.map((part) => part.filter(isScoring).length);
  if (parts.length < 2 || counts.some((count) => count === 0) || counts.slice(0, -1).every((count) => count === 1)) return null;
  return parts.some((part) => part.some(speaksOfRow)) ? null : parts;
}

const isTaken = (clause: Clause | undefined): boolean => clause?.is === 'unit' && clause.effect === 'deduct' && clause.lead === null;

/** 「办结率100%得3分,每低1个百分点扣0.5分;满意率95%以上得2分,每低…」: each figure with what is taken for it; null for anything else. */
export function measuredParts(clauses: readonly Clause[]): readonly (readonly Clause[])[] | null {
  const parts: Clause[][] = [];
  const names = new Set<string>();
  for (const clause of clauses.filter(isScoring)) {
    if (clause.is === 'arm' && clause.when.is === 'within' && clause.when.of !== null && !clause.gives.row) {
      names.add(clause.when.of.words);
      parts.push([clause]);
    } else if (parts.length > 0 && isTaken(clause)) parts[parts.length - 1]!.push(clause);
    else if (clause.is !== 'restated' || parts.length === 0) return null;
  }
  return parts.length > 1 && names.size === parts.length && parts.every((part) => part.length > 1) ? parts : null;
}

/** The parts added up, each worth what it says itself; null where one does not say. */
export function sumOf(rules: readonly (Criterion | null)[], span: Span): Criterion | null {
  const items = rules.map((rule) => {
    const points = rule === null ? null : criterionPoints(rule);
    return rule === null || points === null || points.isZero() ? null : { points: { points }, rule };
  });
  return items.every((item) => item !== null) ? { kind: 'sum', items: items as Extract<Criterion, { kind: 'sum' }>['items'], span } : null;
}
