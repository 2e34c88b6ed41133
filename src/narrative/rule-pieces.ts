/** The rule of a row put into figures: a formula with its numbers, or two amounts held against each other. */
import { arithmeticText, type Condition, type Criterion, type Expr, factKey } from '../criteria';
import { numberText } from '../words';
import type { Derivation, Fact } from '../scoring';
import { halfUp, type Addr, Dec } from '../workbook';
import type { ScoredItem } from './model';
import { figure, line, percentage, quote, toCheck, type Pieces } from './pieces';

const DECIMALS = 2;

/** 「按评分标准计算，(1−0%)×4×60%+(1−0%)×4×40%=4」 or 「决算数a元≤预算数b元」; empty where the row has no such rule or facts are missing. */
export function ruleOf(item: ScoredItem): Pieces {
  const { derivation } = item;
  if (derivation === undefined || derivation.rule === null || item.rows.length > 1) return [];
  const criterion = core(derivation.rule.parsed.criterion);
  const { admissible } = derivation;
  if (criterion.kind === 'award') return comparison(criterion.when, derivation, item);
  if (admissible.is !== 'exact' || !isTold(criterion, derivation, item)) return [];
  const isGeneral = derivation.rule.from === 'general';
  const cells = cellsOfFacts(derivation, item);
  const text = arithmeticText(admissible.arithmetic, shown(admissible.score, item.score));
  // No criterion of the sheet says otherwise: the unit may have taken off more than the general rule does.
  if (!agrees(admissible.score, item.score))
    return isGeneral ? [] : [toCheck('按评分标准计算的得分与自评得分', [...cells, ...item.scoreAt])];
  // 「…，得8」 is read off a table: points.
  const said = /得[\d.]+$/.test(text) ? `${text}分` : text;
  return line('按评分标准计算，', { is: 'figure', text: said, value: admissible.score, origin: { of: 'rule', cells } });
}

/** A formula is always told, a step or a deduction only where it cost points; the general rule only where it gave the score. */
function isTold(criterion: Criterion, derivation: Derivation, item: ScoredItem): boolean {
  if (derivation.rule?.from === 'general') return item.state === 'deducted' && derivation.facts.length > 0;
  if (derivation.facts.length === 0) return false;
  return criterion.kind === 'formula' || item.state === 'deducted';
}

/** The rule proper, without 不涉及…, 最高不超过… and the like around it. */
function core(criterion: Criterion): Criterion {
  return criterion.kind === 'exempt' || criterion.kind === 'veto' || criterion.kind === 'limit' ? core(criterion.rule) : criterion;
}

/** Equal to the score as far as it is written out. */
function agrees(exact: Dec, score: Dec | null): boolean {
  return score !== null && (exact.eq(score) || shown(exact, score).eq(score));
}

/** Rounded as the score is written, two decimals at least. */
function shown(exact: Dec, score: Dec | null): Dec {
  return halfUp(exact, Math.max(DECIMALS, score?.decimalPlaces() ?? 0));
}

function cellsOfFacts(derivation: Derivation, item: ScoredItem): readonly Addr[] {
  return [...derivation.facts.flatMap((fact) => fact.cells), ...item.weightAt];
}

function comparison(when: Condition, derivation: Derivation, item: ScoredItem): Pieces {
  if (when.kind !== 'compare') return [];
  const left = side(when.left, derivation);
  const right = side(when.right, derivation);
  if (left === null || right === null || left.fact === null) return [];
  const holds = compare(left.value, when.comparator, right.value);
  if (holds !== (item.state === 'full'))
    return item.state === 'deducted' || holds ? [] : [toCheck('评分标准所列数据与自评得分', [...left.fact.cells, ...item.scoreAt])];
  if (!holds) return [];
  return line(left.pieces, SIGN[when.comparator], right.pieces);
}

const SIGN = { '>=': '≥', '<=': '≤', '=': '＝', '>': '＞', '<': '＜' } as const;

function compare(left: Dec, comparator: keyof typeof SIGN, right: Dec): boolean {
  switch (comparator) {
    case '>=':
      return left.gte(right);
    case '<=':
      return left.lte(right);
    case '=':
      return left.eq(right);
    case '>':
      return left.gt(right);
    case '<':
      return left.lt(right);
  }
}

interface Side {
  readonly pieces: Pieces;
  readonly value: Dec;
  readonly fact: Fact | null;
}

/** One side of a comparison: a known fact with its name and unit, or a number of the rule's own text. */
function side(expr: Expr, derivation: Derivation): Side | null {
  if (expr.op === 'number') {
    const at = derivation.rule?.at;
    if (at === undefined) return null;
    const text = expr.shown === 'percent' ? `${numberText(expr.value.times(100))}%` : numberText(expr.value);
    return { pieces: [quote(text, [at])], value: expr.value, fact: null };
  }
  if (expr.op !== 'fact') return null;
  const fact = derivation.facts.find((one) => factKey(one.ref) === factKey(expr.ref));
  if (fact === undefined || !(fact.value instanceof Dec) || fact.cells.length === 0) return null;
  // An amount may have been turned from 万元 into 元.
  const origin = { of: fact.unit === undefined ? ('cell' as const) : ('rule' as const), cells: fact.cells };
  const value = expr.ref.kind === 'rate' ? percentage(fact.value, origin) : figure(fact.value, fact.unit ?? fact.ref.unit, origin);
  const from = derivation.rule?.at;
  const name = expr.ref.name === '' || from === undefined ? [] : [quote(expr.ref.name, [from])];
  return { pieces: line(name, value), value: fact.value, fact };
}
