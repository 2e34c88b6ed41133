/**
 * Words of no class: names, states, what is counted. They may not swallow what must count (check U): rates, points, comparators before
 * figures, verbs of scoring, caps, 每, marks. Quantities, dates and ordinals may stand in them as context, at a cost. And a name is
 * more than a particle or a lone verb (check N).
 */
import sayings from './data/sayings.json';
import { wordsPattern } from '../../workbook';
import type { MentionSaid } from './clause';
import type { FREE_RULES } from './grammar';
import type { FigureSaid } from './figures';
import { classId, type Edge, type Lattice } from './lattice';

export interface Free {
  readonly mention: MentionSaid;
  readonly to: number;
  readonly cost: number;
}

const MOST_WORDS = 70;
const MOST_OPERAND = 40;
const ENDS_OPERAND_NAME = new Set(',;。\n×*÷/+-=:|');
const BEGINS_NO_OPERAND = new Set('|([每');
const NO_FREE: readonly Free[] = [];

const ids = (...names: string[]): ReadonlySet<number> => new Set(names.map(classId));
/** Never inside a name. */
const NEVER = ids(
  'CONVERTS',
  'ANYOF',
  'PTS',
  'PTSRANGE',
  'PCT',
  'PP',
  'ZERO',
  'UNTILDONE',
  'MOST',
  'CAPPED',
  'NODEDUCT',
  'VETO',
  'FULL',
  'DISCRETE',
  'HALF',
  'STOPCOUNT',
  'UNTILFULL',
);
const NEVER_FIRST = ids('ANYOF', 'EVERY', 'ENOUGH', 'MAXPTS');
/** 「其他不规范情形」 is a name, 「其他」 none. */
const OTHERS = new Set(['其他', '其它', '其余']);
const COMPARES = ids('GE', 'LE', 'GT', 'LT', 'REACH', 'SHORT', 'NOTOVER');
const SIGNS = new Set('≥≤<>=');
/** A formula goes on here: no name. */
const OPERATORS = new Set('×*÷=+|');
/** 得 before points is no end of a name. */
const GIVES = new Set('得计记赋给评打扣加减');
const FIGURES = ids('PCT', 'PP', 'PTS', 'QTY', 'NUM');
const VALUES = ids('PTS', 'PTSRANGE', 'PCT', 'FULL', 'DEDUCT', 'AWARD', 'HALF');
const AFTER_RATIO = ids('GIVE', 'AWARD');
/** No name by itself. */
const NO_NAME = ids(
  'GE',
  'LE',
  'GT',
  'LT',
  'REACH',
  'SHORT',
  'EQ',
  'DEDUCT',
  'AWARD',
  'ADD',
  'DE',
  'TIME',
  'AND',
  'OR',
  'EACH',
  'WORTH',
  'TAKE',
  'BY',
  'MOST',
  'LEAST',
  'ELSE',
  'NUM',
  'QTY',
  'OWN',
  'ABOVE',
  'BELOW',
  'WITHIN',
  'BETWEEN',
  'INCL',
  'EXCL',
  'TOTAL',
  'BASE',
  'MAXPTS',
  'ACCUM',
  'UNDER',
  'OVER',
  'OFF',
  'DATE',
  'ORD',
  'NOTOVER',
  'BARENO',
  'GIVE',
  'SCORE',
  'ALL',
);
/** 「各项得分合计6分」 is a sum. */
const SUMS_UP = new RegExp(`${wordsPattern(sayings.sumsUp)}$`);
const NO_SUM = new RegExp(`${wordsPattern(sayings.noSum)}$`);
const NAMES_AFTER_ALL = new Set(['差', '缺', '缺少', '短少', '未达到', '达不到', '没达到', '没有达到']);
const OPERATOR_WORDS = ids('TIMES', 'DIV', 'PLUS');
const ENDS_OPERAND = ids('DEDUCT', 'AWARD', 'GIVE', 'TIMES', 'DIV', 'PTS', 'MAXPTS', 'PLUS');
const CLASS = {
  every: classId('EVERY'),
  deduct: classId('DEDUCT'),
  mark: classId('MARK'),
  each: classId('EACH'),
  own: classId('OWN'),
  ratio: classId('RATIO'),
  times: classId('TIMES'),
  pct: classId('PCT'),
  qty: classId('QTY'),
  num: classId('NUM'),
  ord: classId('ORD'),
  date: classId('DATE'),
  anyOf: classId('ANYOF'),
  award: classId('AWARD'),
  unit: classId('UNIT'),
  others: classId('ELSE'),
  converts: classId('CONVERTS'),
  plus: classId('PLUS'),
};
const CROSSING: ReadonlyMap<number, number> = new Map([
  [CLASS.qty, 1],
  [CLASS.num, 2.5],
  [CLASS.ord, 0.6],
  [CLASS.date, 0.5],
]);
const HARD_ENDS = new Set(';。\n!?');
const BEGINS_NO_NAME = new Set(',、:;。)]!?\n的-~/');
const COST = {
  words: 0.3,
  char: 0.02,
  comma: 0.6,
  colon: 3.5,
  bracket: 0.1,
  verb: 0.8,
  comparator: 0.8,
  inner: 1.5,
  other: 0.4,
  operand: 0.2,
};
/** 每年, 每月 in a name say when, not so much a time. */
const TIMES_OF_YEAR = new RegExp(`^每${wordsPattern(sayings.timesOfYear)}`);

type CostOf = (edge: Edge, at: number, from: number) => number | null;

interface Walk {
  at: number;
  cost: number;
  depth: number;
  context: readonly FigureSaid[];
}

const isEnd = (char: string, { depth }: Walk): boolean => HARD_ENDS.has(char) || (char === ')' && depth === 0);
const PARTS = new Set(',:(');
const PUNCTUATION: ReadonlyMap<string, number> = new Map([
  [',', COST.comma],
  [':', COST.colon],
  ['(', COST.bracket],
  ['[', COST.bracket],
  [')', 0],
  [']', 0],
]);

export class FreeWords {
  /** Of the last call. */
  steps = 0;
  private readonly text: string;
  /** 「考核得分(百分制)」 says what scale a score is of. */
  private inBrackets = false;

  /** Words that may stand in a name in some places only; null where they may not. */
  private readonly special: ReadonlyMap<number, CostOf> = new Map<number, CostOf>([
    [CLASS.every, (_edge: Edge, at: number) => (this.saysWhen(at) ? COST.verb : null)],
    [CLASS.mark, (edge: Edge) => (edge.text === '①' ? null : 0)],
    [CLASS.deduct, (edge: Edge) => (edge.text.startsWith('扣') ? null : this.verb(edge))],
    [CLASS.each, (edge: Edge) => (this.followedBy(edge.to, VALUES) ? null : COST.bracket)],
    [CLASS.award, (edge: Edge) => this.verb(edge)],
    [CLASS.ratio, (edge: Edge) => (this.followedBy(edge.to, AFTER_RATIO) ? null : 0)],
    [CLASS.times, (edge: Edge) => (edge.text.startsWith('乘') ? null : 0)],
    [CLASS.own, (_edge: Edge, at: number, from: number) => (at === from ? 0 : COST.verb)],
  ]);

  constructor(private readonly lattice: Lattice) {
    this.text = lattice.text;
  }

  from(rule: (typeof FREE_RULES)[number], place: number): readonly Free[] {
    this.steps = 0;
    if (place >= this.text.length || BEGINS_NO_NAME.has(this.text[place]!) || /[\d%]/.test(this.text[place - 1] ?? '')) return NO_FREE;
    // 「每低|于目标」: the word is 低于.
    if (this.text[place] === '于' && '低高大小多少'.includes(this.text[place - 1] ?? '无')) return NO_FREE;
    return rule === 'operand' ? this.operand(place) : this.words(place, rule === 'clauses');
  }

  private words(from: number, commas: boolean): readonly Free[] {
    const { text } = this;
    const out: Free[] = [];
    const walk: Walk = { at: from, cost: COST.words, depth: 0, context: [] };
    for (; walk.at < text.length && walk.at - from < MOST_WORDS; this.steps += 1) {
      const char = text[walk.at]!;
      if (isEnd(char, walk)) break;
      if (OPERATORS.has(char)) {
        if (char === '=') this.mayEnd(out, from, walk);
        return out;
      }
      if (PARTS.has(char) || this.lattice.begins(walk.at)) this.mayEnd(out, from, walk);
      if (char === ',' && walk.depth === 0 && !commas) return out;
      if (!this.goOn(walk, char, from)) return out;
    }
    if (walk.at === text.length || isEnd(text[walk.at]!, walk)) this.mayEnd(out, from, walk);
    return out;
  }

  private mayEnd(out: Free[], from: number, { at, depth, cost, context }: Walk): void {
    if (depth === 0 && at > from) this.end(out, from, at, cost, context);
  }

  /** One character or figure on; false where the name may not go on. */
  private goOn(walk: Walk, char: string, from: number): boolean {
    const cost = PUNCTUATION.get(char);
    if (cost === undefined) {
      this.inBrackets = walk.depth > 0;
      const crossing = this.crossing(walk.at, from);
      if (crossing === null) return false;
      walk.cost += crossing.cost;
      walk.at = crossing.to;
      if (crossing.figures.length > 0) walk.context = [...walk.context, ...crossing.figures];
      return true;
    }
    if ('(['.includes(char)) walk.depth += 1;
    if (')]'.includes(char)) walk.depth -= 1;
    walk.cost += char === ',' && walk.depth > 0 ? 0 : cost;
    walk.at += 1;
    return true;
  }

  private end(out: Free[], from: number, to: number, cost: number, context: readonly FigureSaid[] = []): void {
    if (out.length > 0 && out[out.length - 1]!.to === to) return;
    if (this.lattice.at(from).some((edge) => edge.to === to && NO_NAME.has(edge.cls) && !NAMES_AFTER_ALL.has(edge.text))) return;
    if (GIVES.has(this.text[to - 1]!) && this.lattice.at(to - 1).some((edge) => edge.to === to)) return;
    const words = this.text.slice(from, to);
    if (SUMS_UP.test(words) && !NO_SUM.test(words)) return;
    out.push({ mention: { place: [from, to], words, context }, to, cost: cost + (to - from) * COST.char });
  }

  /** What it costs to go on in a name from here, and where to; null where a name may not go on. */
  private crossing(
    at: number,
    from: number,
  ): { readonly cost: number; readonly to: number; readonly figures: readonly FigureSaid[] } | null {
    let cost = 0;
    let to = at + 1;
    let figures: readonly FigureSaid[] = [];
    for (const edge of this.lattice.at(at)) {
      const one = this.costOf(edge, at, from);
      if (one === null) return null;
      cost = Math.max(cost, one);
      if (CROSSING.has(edge.cls) && edge.to >= to) [to, figures] = [edge.to, [edge.figure!]];
    }
    return { cost, to, figures };
  }

  private costOf(edge: Edge, at: number, from: number): number | null {
    const { cls } = edge;
    if (this.inBrackets && cls === CLASS.converts) return 0;
    if (at === from && cls === CLASS.others) return OTHERS.has(edge.text) ? COST.other : null;
    if (NEVER.has(cls) || (at === from && NEVER_FIRST.has(cls))) return this.isInstead(edge, at) ? 0 : null;
    if (COMPARES.has(cls)) return this.comparing(edge);
    return this.special.get(cls)?.(edge, at, from) ?? (this.special.has(cls) ? null : (CROSSING.get(cls) ?? 0));
  }

  /** 「半年」: the half is no 一半 where a whole word goes on. */
  private isInstead(edge: Edge, at: number): boolean {
    return this.lattice.at(at).some((other) => other.cls === CLASS.date && other.to > edge.to);
  }

  private verb(edge: Edge): number | null {
    if (this.followedBy(edge.to, FIGURES) && edge.cls !== CLASS.award) return null;
    return edge.text.length > 1 ? COST.verb : 0;
  }

  private comparing(edge: Edge): number | null {
    if (SIGNS.has(edge.text)) return null;
    const figure = this.lattice.at(edge.to).find(({ cls }) => FIGURES.has(cls));
    if (figure === undefined) return edge.text.length > 1 ? COST.comparator : 0;
    return /^\d|^±/.test(figure.text) ? null : COST.inner;
  }

  /** 「每季度开展」, but not 「每季度扣」. */
  private saysWhen(at: number): boolean {
    const said = TIMES_OF_YEAR.exec(this.text.slice(at, at + 4));
    if (said === null) return false;
    const to = at + said[0].length;
    return !',扣得计加'.includes(this.text[to] ?? ',') && !this.followedBy(to, VALUES);
  }

  private followedBy(at: number, classes: ReadonlySet<number>): boolean {
    return this.lattice.at(at).some(({ cls }) => classes.has(cls));
  }

  /** A factor's name in a formula: no sign, comma or figure inside. */
  private operand(from: number): readonly Free[] {
    const { text } = this;
    const out: Free[] = [];
    let depth = 0;
    let at = from;
    for (; at < text.length && at - from < MOST_OPERAND; at += 1) {
      this.steps += 1;
      const char = text[at]!;
      if (at === from && BEGINS_NO_OPERAND.has(char)) return NO_FREE;
      if (this.stopsOperand(at, char, depth) || (char === '(' && this.lattice.bracketHas(at, CLASS.pct))) break;
      depth += Number(char === '(') - Number(char === ')');
      if (depth > 0) continue;
      if (at > from && this.endsOperand(at)) this.end(out, from, at, COST.words);
      if (this.isOperator(at) || this.isFigure(at)) return out;
    }
    if (depth === 0 && at > from) this.end(out, from, at, COST.operand);
    return out;
  }

  /** 「互联网+监管」 is one name. */
  private stopsOperand(at: number, char: string, depth: number): boolean {
    const isInName = char === '+' && !this.lattice.has(at, CLASS.plus);
    return (ENDS_OPERAND_NAME.has(char) && !isInName) || (char === ')' && depth === 0) || char === ']';
  }

  private endsOperand(at: number): boolean {
    return this.lattice.at(at).some(({ cls }) => ENDS_OPERAND.has(cls));
  }

  /** 「除以」, 「乘以」: no name goes on over one. */
  private isOperator(at: number): boolean {
    return this.lattice.at(at).some(({ cls, text }) => OPERATOR_WORDS.has(cls) && text.length > 1);
  }

  private isFigure(at: number): boolean {
    return this.lattice.at(at).some(({ cls }) => FIGURES.has(cls) && cls !== CLASS.qty);
  }
}
