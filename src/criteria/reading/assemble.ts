/** From a cover to rules: its clauses by the shapes that take all of them, and what is said of the whole around that. */
import { SHAPES } from '../shapes';
import type { Criterion, Span } from '../types';
import { parted, wrapped, type Parted } from './around';
import type { Clause, Gift } from './clause';
import type { Cover } from './cover';
import { takenBy, type ClauseShape } from './shape';
import { takenTogether } from './together';
import { headedParts, itemsOf, markedParts, measuredParts, sumOf } from './headed';
import { nameOfMention, operandAfter, subjectMeasure, type RuleSetting } from './subjects';

export interface Assembled {
  readonly criterion: Criterion;
  readonly shape: string;
  readonly cost: number;
}

/** More than any form has. */
const MOST_CLAUSES = 60;

const takesAll = ({ amount }: Gift): boolean => amount.is === 'points' && 'points' in amount.points && amount.points.points.isZero();

/** What requirements and standards before the rule say of its figure. */
function settingOf(places: RuleSetting['places'], span: Span, clauses: readonly Clause[]): RuleSetting {
  let setting: RuleSetting = { places, span, operand: null, required: null, standard: null };
  for (const clause of clauses) {
    if (clause.is === 'standard')
      setting = { ...setting, standard: clause.figure, operand: clause.of === null ? setting.operand : nameOfMention(clause.of) };
    if (clause.is === 'arm' && setting.operand === null && takesAll(clause.gives))
      setting = { ...setting, operand: operandAfter(clause.when, null) };
    if (clause.is !== 'requirement') continue;
    const required = subjectMeasure(setting, clause.when);
    if (required !== null) setting = { ...setting, required, operand: operandAfter(clause.when, setting.operand) };
  }
  return setting;
}

/** 「≥90%得5分；达80%以上，不到90%得4分」: what is required stands before all points, or it is a part of an arm. */
function requiresBehindPoints(clauses: readonly Clause[]): boolean {
  const first = clauses.findIndex(({ is }) => is === 'arm' || is === 'else');
  return first >= 0 && clauses.slice(first).some(({ is }) => is === 'requirement');
}

/** 「发现虚报冒领，扣完本项分值」: where points end behind words that nothing was read of, those words take them. */
function endsUnread(clauses: readonly Clause[], text: string): boolean {
  return clauses.some(
    (clause, at) => clause.is === 'restated' && clauses[at - 1]?.is === 'remark' && /^扣|^直至扣/.test(text.slice(...clause.place)),
  );
}

/** The rule of a cover; null where no shape takes every clause. */
export function assembled(
  cover: Cover,
  places: RuleSetting['places'],
  span: Span,
  shapes: readonly ClauseShape[] = SHAPES,
): Assembled | null {
  const { clauses } = cover;
  if (clauses.length > MOST_CLAUSES || clauses.some(({ is }) => is === 'unread')) return null;
  const ofPart = (body: readonly Clause[]): Criterion | null =>
    assembled({ ...cover, clauses: body }, places, span, shapes)?.criterion ?? null;
  const headed = underHeadings(clauses, places.text, ofPart, span);
  if (headed !== null) return { criterion: headed, shape: 'headed', cost: cover.cost };
  if (requiresBehindPoints(clauses) || endsUnread(clauses, places.text)) return null;
  const whole = byShape(cover, places, span, shapes);
  if (whole !== null) return whole;
  const marked = markedParts(clauses) ?? measuredParts(clauses);
  const criterion = marked === null ? null : sumOf(marked.map(ofPart), span);
  return criterion === null ? null : { criterion, shape: 'marked', cost: cover.cost };
}

function underHeadings(
  clauses: readonly Clause[],
  text: string,
  ofPart: (body: readonly Clause[]) => Criterion | null,
  span: Span,
): Criterion | null {
  const parts = headedParts(clauses, text);
  return parts === null
    ? null
    : itemsOf(
        parts,
        parts.map(({ body }) => ofPart(body)),
        span,
      );
}

function byShape(cover: Cover, places: RuleSetting['places'], span: Span, shapes: readonly ClauseShape[]): Assembled | null {
  const setting = settingOf(places, span, cover.clauses);
  const clauses = takenTogether(cover.clauses);
  const whole = ofParts(cover, parted(clauses, places.text, false), setting, shapes);
  if (whole !== null && !addsUp(whole.criterion)) return whole;
  // 「规范得2分，不规范得0分；没有该事项的得2分」 is no sum.
  const exempting = parted(clauses, places.text, true);
  const isFull = exempting.exempts.some(({ policy }) => policy === 'full') && !exempting.core.some(({ is }) => is === 'formula');
  return (isFull ? ofParts(cover, exempting, setting, shapes) : null) ?? whole;
}

/** A sum of several, whatever stands around it. */
function addsUp(rule: Criterion): boolean {
  if (rule.kind === 'veto' || rule.kind === 'exempt' || rule.kind === 'limit') return addsUp(rule.rule);
  return rule.kind === 'sum' && rule.items.length > 1;
}

function ofParts(cover: Cover, said: Parted, setting: RuleSetting, shapes: readonly ClauseShape[]): Assembled | null {
  if (said.core.length === 0) return null;
  for (const shape of shapes) {
    const taken = takenBy(shape, said.core);
    const rule = taken === null ? null : shape.means(taken, setting);
    const criterion = rule === null ? null : wrapped(rule, said, setting);
    if (criterion !== null) return { criterion, shape: shape.id, cost: cover.cost + shape.cost };
  }
  return null;
}
