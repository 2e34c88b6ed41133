/** One statement's meaning on its own. What the statements of an item are together, combine.ts says. */
import { Dec } from '../../workbook';
import { conditions as conditionsRule } from './syntax/conditions';
import { tail as tailRule } from './syntax/consequences';
import { formulaStatement } from './syntax/formulas';
import { parsed } from './syntax/parse';
import { caseStatement, everyStatement } from './syntax/statements';
import type { AmountAt, Case, Conditions, Every, ExprTree, FormulaStatement, Name, Tail, StatedValue } from './syntax/tree';
import type { Award } from './arms';
import { rankList } from './ranks';
import type { Statement } from './clauses';
import { wordsOf, type CriterionToken, type TokenKind } from './tokens';
import type { Criterion, Points, Span } from '../types';

/** What one statement says. `span` is in the normalised text. */
export type Reading = { readonly from: number; readonly to: number; readonly statement: Statement } &
  /** Where the conditions hold so many points are given; worth: without a verb. */
  (
    | {
        readonly is: 'arm';
        readonly conditions: Conditions | null;
        readonly award: Award;
        readonly worth: boolean;
        readonly otherwise: boolean;
        readonly tail: Tail;
      }
    /** adds: 「加2分」, to what was said before. */
    | { readonly is: 'every'; readonly every: Every; readonly adds: boolean }
    /** 「缺一项扣1分」 「逾期扣1分」. */
    | {
        readonly is: 'once';
        readonly conditions: Conditions | null;
        readonly effect: 'deduct' | 'award';
        readonly amount: AmountAt;
        readonly tail: Tail;
        readonly otherwise: boolean;
      }
    | { readonly is: 'exempt'; readonly conditions: Conditions; readonly policy: 'no-deduction' | 'excluded' }
    | { readonly is: 'formula'; readonly lead: Conditions | null; readonly formula: FormulaStatement }
    | { readonly is: 'tail'; readonly tail: Tail }
    /** given: 「按资金到位率计分」 · taken: 「按超时占计划百分比扣分」. */
    | { readonly is: 'share'; readonly name: Name; readonly effect: 'given' | 'taken'; readonly otherwise: boolean }
    /** A rule as it stands; its span is not yet a place of the original text. */
    | { readonly is: 'rule'; readonly rule: Criterion }
    /** 「共5分」: what all of it is worth. */
    | { readonly is: 'total'; readonly points: Points }
    /** 「基础分6分」: what there is before anything is added. */
    | { readonly is: 'base'; readonly points: Points }
    | { readonly is: 'threshold'; readonly name: Name | null; readonly value: StatedValue }
    /** A requirement without points: 「控制率不高于100%」. null: mere words. */
    | { readonly is: 'background'; readonly conditions: Conditions | null }
    | { readonly is: 'opaque'; readonly lowers: boolean }
  );

const ZERO: Points = { points: new Dec(0) };
function bounds(tokens: readonly CriterionToken[]): { from: number; to: number } {
  return { from: tokens[0]!.from, to: tokens[tokens.length - 1]!.to };
}

function awardOf(tree: Case): Award | null {
  const { verb, amount } = tree.consequence;
  if (verb === 'no-score') return { points: ZERO };
  if (verb === 'by-ratio' || verb === 'discretion') return { rule: verb };
  if ((verb === 'award' || verb === 'worth') && amount !== null)
    return amount.upTo === null ? { points: amount.points } : { from: amount.points, to: amount.upTo };
  return null;
}

const DESCRIBING = new Set<TokenKind>([
  'phrase',
  'qty',
  'cmp',
  'comma',
  'enum',
  'and',
  'or',
  'above',
  'below',
  'within',
  'max-points',
  'over',
  'under',
  'incl',
]);
const GIVING = new Set<TokenKind>(['award', 'full', 'no-score', 'pts']);

/** 「每年开展不少于1次督导，得0.5分」: what is counted or measured in passing belongs to what must hold. */
function describedCase({ tokens }: Statement): Case | null {
  const at = tokens.findIndex(({ kind }) => GIVING.has(kind));
  const before = tokens.slice(0, Math.max(0, at)).filter((token, i, all) => !(i === all.length - 1 && token.kind === 'comma'));
  if (
    before.length < 2 ||
    !before.every(({ kind }) => DESCRIBING.has(kind)) ||
    !before.some(({ kind }) => kind === 'phrase') ||
    !before.some(({ kind }) => kind === 'qty')
  )
    return null;
  const tree = parsed(tokens.slice(at), caseStatement);
  if (tree === null || tree.conditions !== null) return null;
  const name: Name = { text: wordsOf(before), from: before[0]!.from, to: before[before.length - 1]!.to, counted: null };
  return { ...tree, conditions: { terms: [{ name, between: null, against: null }], joins: [] } };
}

function caseReading(statement: Statement): Reading | null {
  const tree = parsed(statement.tokens, caseStatement) ?? describedCase(statement);
  if (tree === null) return null;
  if ((tree.conditions?.terms.length ?? 0) > 1 && statement.tokens.some(({ kind, text }) => kind === 'award' && /各|均|分别/.test(text)))
    return null;
  const at = { ...bounds(statement.tokens), statement };
  const { consequence, tail, otherwise } = tree;
  const conditions = otherwise && isItself(tree.conditions) ? null : tree.conditions;
  if (addsToUnknown(statement)) return null;
  if (
    conditions === null &&
    !otherwise &&
    consequence.amount !== null &&
    'points' in consequence.amount.points &&
    consequence.amount.upTo === null &&
    (consequence.verb === 'worth' || statement.tokens[0]!.kind === 'full')
  ) {
    return { ...at, is: 'total', points: consequence.amount.points };
  }
  if (consequence.verb === 'deduct')
    return { ...at, is: 'once', conditions, effect: 'deduct', amount: consequence.amount!, tail, otherwise };
  if (consequence.verb === 'no-deduct' || consequence.verb === 'excluded') {
    if (conditions === null || otherwise) return null;
    return { ...at, is: 'exempt', conditions, policy: consequence.verb === 'excluded' ? 'excluded' : 'no-deduction' };
  }
  const counted =
    conditions !== null &&
    conditions.terms.some(
      (term) => term.between?.bare === true && term.between.from!.value.as === 'quantity' && term.between.from!.value.value.eq(1),
    );
  if (consequence.verb === 'award' && (tail.every !== null || (counted && conditions.terms.length === 1)))
    return { ...at, is: 'once', conditions, effect: 'award', amount: consequence.amount!, tail, otherwise };
  if (consequence.verb === 'worth' && tail.every !== null)
    return { ...at, is: 'once', conditions, effect: 'award', amount: consequence.amount!, tail, otherwise };
  if (consequence.verb === 'worth' && /^(?:基础分值?|基本分值?|底分)$/.test(conditions?.terms[0]?.name?.text ?? ''))
    return { ...at, is: 'base', points: consequence.amount!.points };
  if (consequence.verb === 'worth' && isTotal(conditions)) return { ...at, is: 'total', points: consequence.amount!.points };
  // 「不符合的扣除相应分值」 of items that have their points.
  if (consequence.verb === 'no-score' && takesOwnPoints(statement)) {
    return (
      shareTaken(statement) ??
      (conditions !== null && conditions.terms.some((term) => term.between !== null || term.against !== null)
        ? null
        : { ...at, is: 'arm', conditions: null, award: { points: ZERO }, worth: false, otherwise: true, tail })
    );
  }
  const award = awardOf(tree);
  return award === null ? null : { ...at, is: 'arm', conditions, award, worth: consequence.verb === 'worth', otherwise, tail };
}

/** 「加0.5分」: to what, is not said. */
function addsToUnknown(statement: Statement): boolean {
  return statement.tokens.some(({ kind, text }) => kind === 'award' && /加|奖励/.test(text));
}

function takesOwnPoints(statement: Statement): boolean {
  return statement.tokens.some(({ kind, text }) => kind === 'no-score' && /相应|对应/.test(text));
}

/** 「否则相应条款不得分」. */
function isItself(conditions: Conditions | null): boolean {
  return (
    conditions?.terms.length === 1 &&
    conditions.terms[0]!.between === null &&
    /^(?:相应|对应|该|此|本)?(?:条款|条|项|部分|内容|子项|小项)$/.test(conditions.terms[0]!.name?.text ?? '')
  );
}

function isTotal(conditions: Conditions | null): boolean {
  return (
    conditions !== null &&
    conditions.terms.length === 1 &&
    conditions.terms[0]!.against === null &&
    conditions.terms[0]!.between === null &&
    /^(?:共|合计|总计|共计|总分|总|本项共|该项共|满分|本项满分|分值|本项分值|本项|该项|本指标)$/.test(conditions.terms[0]!.name?.text ?? '')
  );
}

/** Where the formula begins: behind the last comma before its first sign. */
function formulaStart(tokens: readonly CriterionToken[]): number {
  const score = tokens.findIndex((token) => token.kind === 'score' && /[=:]$/.test(token.text));
  if (score >= 0) return score;
  let start = 0;
  let depth = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const { kind } = tokens[at]!;
    if (kind === 'times' || kind === 'div' || kind === 'plus') break;
    if (kind === 'open') depth += 1;
    if (kind === 'close') depth -= 1;
    if ((kind === 'comma' || kind === 'colon') && depth === 0) start = at + 1;
  }
  return start;
}

/** 「执行率=执行数/预算数×100%」 says what a figure is, not what it earns. */
function isDefinition(tokens: readonly CriterionToken[]): boolean {
  const equals = tokens.findIndex((token) => token.kind === 'cmp' && token.text === '=');
  return (
    equals > 0 &&
    tokens.slice(0, equals).every((token) => token.kind === 'phrase') &&
    !tokens.some((token) => ['score', 'max-points', 'pts', 'award', 'deduct', 'full', 'pts-range'].includes(token.kind))
  );
}

function formulaReading(statement: Statement): Reading | null {
  if (isDefinition(statement.tokens)) return { ...bounds(statement.tokens), statement, is: 'background', conditions: null };
  const start = formulaStart(statement.tokens);
  const before = statement.tokens
    .slice(0, start)
    .filter((token, at, all) => !(at === all.length - 1 && (token.kind === 'comma' || token.kind === 'colon')));
  const lead = before.length === 0 ? null : parsed(before, conditionsRule);
  if (before.length > 0 && lead === null) return null;
  const formula = parsed(statement.tokens.slice(start), formulaStatement);
  return formula === null ? null : { ...bounds(statement.tokens), statement, is: 'formula', lead, formula };
}

function backgroundReading(statement: Statement): Reading {
  const at = { ...bounds(statement.tokens), statement };
  const threshold = statement.tokens.findIndex((token) => token.kind === 'threshold');
  if (threshold >= 0) {
    const { value, unit } = statement.tokens[threshold]!;
    const before = statement.tokens[threshold - 1];
    const name = before?.kind === 'phrase' ? { text: before.text, from: before.from, to: before.to, counted: null } : null;
    if (threshold <= 1 && threshold === statement.tokens.length - 1)
      return { ...at, is: 'threshold', name, value: { value: value!, as: unit === '%' ? 'percent' : 'plain', unit: '' } };
  }
  if (statement.tokens.every((token) => token.kind === 'phrase')) return { ...at, is: 'background', conditions: null };
  if (isDefinition(statement.tokens)) return { ...at, is: 'background', conditions: null };
  const conditions = parsed(statement.tokens, conditionsRule);
  return conditions === null && statement.tokens.some((token) => COMPARING.has(token.kind))
    ? { ...at, is: 'opaque', lowers: false }
    : { ...at, is: 'background', conditions };
}

const COMPARING = new Set<TokenKind>(['cmp', 'pct', 'points-of-percent', 'above', 'below', 'within', 'over', 'under', 'off']);

function lowers(statement: Statement): boolean {
  const kinds = new Set(statement.tokens.map((token) => token.kind));
  return (
    (kinds.has('deduct') || kinds.has('no-score')) &&
    !(kinds.has('award') || kinds.has('full') || kinds.has('unread') || (kinds.has('pts') && !kinds.has('deduct')))
  );
}

function rankReading(statement: Statement): Reading | null {
  const rule = rankList(statement.tokens.map(({ text }) => text).join(''), [0, 0]);
  return rule === null ? null : { ...bounds(statement.tokens), statement, is: 'rule', rule };
}

/** 「按超时占计划百分比扣分」: the share named is taken off. */
function shareTaken(statement: Statement): Reading | null {
  const { tokens } = statement;
  const last = tokens[tokens.length - 1]!;
  const name = tokens[tokens.length - 2];
  const otherwise = tokens[0]!.kind === 'else';
  const effect =
    ['扣分', '扣减', '扣除'].includes(last.text) || (last.kind === 'no-score' && /相应|对应/.test(last.text))
      ? 'taken'
      : last.kind === 'score'
        ? 'given'
        : null;
  if (
    effect === null ||
    name?.kind !== 'phrase' ||
    !tokens.slice(otherwise ? 1 : 0, -1).every((token) => ['phrase', 'over', 'under', 'comma'].includes(token.kind))
  )
    return null;
  const by = /(?:^|的)按照?([^按]{2,30}(?:百分比|比例|比率|率))$/.exec(name.text);
  if (by === null) return null;
  const from = name.to - by[1]!.length;
  return { ...bounds(tokens), statement, is: 'share', effect, otherwise, name: { text: by[1]!, from, to: name.to, counted: null } };
}

function readOnly(statement: Statement): Reading | null {
  switch (statement.form) {
    case 'case':
      return caseReading(statement);
    case 'formula':
      return formulaReading(statement);
    case 'background':
      return backgroundReading(statement);
    case 'every': {
      const every = parsed(statement.tokens, everyStatement);
      // 「每有一项不符合扣除相应分值」 of items that have their points.
      if (every?.consequence.verb === 'no-score' && takesOwnPoints(statement)) {
        return {
          ...bounds(statement.tokens),
          statement,
          is: 'arm',
          conditions: null,
          award: { points: ZERO },
          worth: false,
          otherwise: true,
          tail: every.tail,
        };
      }
      return every === null ? null : { ...bounds(statement.tokens), statement, is: 'every', every, adds: addsToUnknown(statement) };
    }
    case 'tail': {
      const tail = parsed(statement.tokens, tailRule);
      return tail === null ? null : { ...bounds(statement.tokens), statement, is: 'tail', tail };
    }
    case 'unread':
      return shareTaken(statement);
  }
}

/** Total: a statement the grammar does not read in full is opaque. */
/** 「超过100%的按100%计算」 「超过8分按8分计」. */
function capReading(statement: Statement): Reading | null {
  const { tokens } = statement;
  if (tokens.length > 8 || (tokens[0]!.kind !== 'over' && tokens[0]!.text !== '>')) return null;
  const found =
    /^(?:超过|超出|高于|大于|超)(100%|[\d.]{1,6}分|分值|满分)(?:的|时|部分)?,?(?:均|一律)?(?:仍|只)?(?:按照?)?\1(?:计算|计|计分|计入|算|计得分)?$/.exec(
      wordsOf(tokens),
    );
  if (found === null) return null;
  const points: Points =
    found[1]!.endsWith('分') && found[1] !== '满分' ? { points: new Dec(found[1]!.slice(0, -1)) } : { share: new Dec(1) };
  return { ...bounds(tokens), statement, is: 'tail', tail: { atMost: points, atLeast: null, until: false, every: null } };
}

export function readingOf(statement: Statement): Reading {
  return (
    capReading(statement) ??
    readOnly(statement) ??
    rankReading(statement) ?? { ...bounds(statement.tokens), statement, is: 'opaque', lowers: lowers(statement) }
  );
}

export type { AmountAt, Conditions, Every, ExprTree, FormulaStatement, Name, Span, Tail, StatedValue };
