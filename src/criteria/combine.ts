/** The statements of one item, or of a text without items, as one rule. */
import { Dec } from '../workbook/decimal';
import { everyRule, onceRule, type Standing } from './deductions';
import { formulaRule, quotients } from './formulas';
import { compared, conditionOf, oneMeasure, type Measured } from './measures';
import { isNotApplicable, plainName, spanOf, type Places } from './naming';
import type { Conditions, Name, Reading } from './readings';
import { sumOrChoice } from './sums';
import { rankTable, rankTableGoingOn } from './ranks';
import { wordsOf } from './tokens';
import { choice, FULL, isOpposite as isOppositeName, isZero, measures, pointsOf, stepTable, ZERO, type Arm } from './tables';
import type { Condition, Criterion, Expr, Points, Span } from './types';

export interface Combined {
  /** null: nothing here speaks of points. */
  readonly criterion: Criterion | null;
  /** Statements that were not understood. */
  readonly opaque: readonly Reading[];
}

type ArmReading = Reading & { is: 'arm' };

/** What the statements of an item were found to be, in order. */
interface Found {
  readonly arms: Arm[];
  readonly worths: boolean[];
  readonly zeros: Arm[];
  otherwise: Arm | null;
  readonly deducts: { rule: Criterion; after: number }[];
  readonly awards: Criterion[];
  readonly formulas: { rule: Criterion; lead: Conditions | null; expr: Expr | null }[];
  readonly exempts: { when: Condition; policy: 'full' | 'excluded' | 'no-deduction' | 'zero' }[];
  readonly opaque: Reading[];
  readonly failed: Reading[];
  atMost: Points | null;
  atLeast: Points | null;
  /** 「共5分」. */
  total: Points | null;
  /** Some arm says how many points less. */
  lessening: boolean;
  operand: Name | null;
  threshold: Standing['threshold'];
  required: Measured | null;
}

const GENERIC_ZERO = /^(?:超出|超过|低于|高于|超|达不到|未达到|未达标|未完成|未按时|没有|没有的|无|否|未|缺|缺少|无的|未提供|不符合|不符合要求|没有则|均无|没|反之|不是)$/;

function textOf(conditions: Conditions): string {
  return plainName(conditions.terms.map((term) => term.name?.text ?? '').join(','));
}

function isFullShare(points: Points | null): boolean {
  return points !== null && 'share' in points && points.share.eq(1);
}

/** 「要达到40%，未达到目标的，每低…」: the second says nothing new. */
function withoutFalling(lead: Conditions): Conditions {
  const measured = lead.terms.filter((term) => term.between !== null && !term.between.bare);
  const rest = lead.terms.filter((term) => !measured.includes(term));
  const idle = rest.every((term) => term.against === null && term.between === null && /未达|达不到|不足|达到目标|未完成|低于目标|超过的|超出的/.test(term.name!.text));
  return measured.length === 1 && rest.length > 0 && idle && !lead.joins.includes('or') ? { terms: measured, joins: [] } : lead;
}

/** 「完好率未达到90%的，每处扣0.5分」: the figure says which are counted. */
function countsOccurrences({ every }: Reading & { is: 'every' }): boolean {
  return every.side === null && every.step?.as === 'quantity';
}

function textBefore(reading: Reading & { is: 'every' }): Name {
  const { tokens } = reading.statement;
  const before = tokens.slice(0, Math.max(1, tokens.findIndex(({ kind }) => kind === 'every')));
  return { text: wordsOf(before), from: before[0]!.from, to: before[before.length - 1]!.to, counted: null };
}

/** All the words of a lead as one name. */
function wholeName(lead: Conditions): Name {
  const { terms, joins } = lead;
  const text = terms.map((term, at) => (at === 0 ? '' : joins[at - 1] === 'or' ? '或' : ',') + term.name!.text + (term.between === null ? '' : `${term.between.from!.value.value.toString()}${term.between.from!.value.unit}`)).join('');
  return { text, from: terms[0]!.name!.from, to: terms[terms.length - 1]!.name!.to, counted: null };
}

/** Words, and quantities that are part of them: 「采购前30日公开」. */
function wordsOnly(conditions: Conditions): boolean {
  return conditions.terms.every((term) => term.against === null && (term.between === null || (term.between.bare && term.name !== null && term.between.from!.value.as === 'quantity')));
}

function onlyNames(conditions: Conditions): boolean {
  return conditions.terms.every((term) => term.between === null && term.against === null);
}

const TABLES = new Set<Criterion['kind']>(['steps', 'choose', 'cases', 'award', 'readings']);

function withSpan(rule: Criterion, span: Span): Criterion {
  if (rule.kind !== 'steps' || rule.of.op !== 'fact') return { ...rule, span };
  return { ...rule, of: { op: 'fact', ref: { ...rule.of.ref, span } }, span };
}

/** 「本项不得分」, whatever else was earned. */
function saysWholeRow(reading: Reading): boolean {
  return reading.statement.tokens.some(({ kind, text }) => kind === 'no-score' && /本项|该项|此项|指标|整项|一票/.test(text));
}

/** 「不涉及的不计分」: it is not counted; 「不得分」 would be nought. */
function uncounted(reading: Reading): boolean {
  return reading.statement.tokens.some(({ kind, text }) => kind === 'no-score' && /不计分|不记分|不评分|不赋分/.test(text) && !/项|指标/.test(text));
}

/** 「按其余指标得分折算」 behind 「不计分」: how the table is converted, no points of this row. */
function saysHowToConvert(reading: Reading): boolean {
  const { tokens } = reading.statement;
  return tokens.some(({ text }) => /折算|换算|分摊|折合/.test(text)) && !tokens.some(({ kind }) => kind === 'pct' || kind === 'num' || kind === 'pts');
}

const MOST_PARTS = 60;

class Combining {
  readonly found: Found = {
    arms: [], worths: [], zeros: [], otherwise: null, deducts: [], awards: [], formulas: [], exempts: [], opaque: [], failed: [],
    atMost: null, atLeast: null, total: null, lessening: false, operand: null, threshold: null, required: null,
  };

  private totals = 0;
  /** 「基础分6分」. */
  private base: Points | null = null;
  /** What the last 「每…」 began with. */
  private lead = '';
  /** Zeros said of the whole row. */
  private readonly vetoing = new Set<Arm>();

  constructor(private readonly places: Places, private readonly span: Span, operand: Name | null, threshold: Standing['threshold']) {
    this.found.operand = operand;
    this.found.threshold = threshold;
  }

  take(reading: Reading): void {
    if (this.found.exempts.some(({ policy }) => policy === 'excluded') && saysHowToConvert(reading)) return;
    switch (reading.is) {
      case 'arm': return this.takeArm(reading);
      case 'every': return this.takeEvery(reading);
      case 'once': return this.takeOnce(reading);
      case 'formula': return this.takeFormula(reading);
      case 'exempt': return this.takeExempt(reading, reading.conditions, reading.policy);
      case 'tail': return this.takeTail(reading);
      case 'share': return this.takeShare(reading);
      case 'rule': return void this.found.formulas.push({ rule: withSpan(reading.rule, this.spanOf(reading)), lead: null, expr: null });
      case 'base': return void (this.base = reading.points);
      case 'total':
        this.found.total = reading.points;
        this.totals += 1;
        return;
      case 'threshold':
        this.found.threshold = reading.value;
        this.found.operand = reading.name ?? this.found.operand;
        return;
      case 'background': return this.takeBackground(reading.conditions);
      case 'opaque': this.found.opaque.push(reading);
    }
  }

  private spanOf(reading: Reading): Span {
    return spanOf(this.places, reading.from, reading.to);
  }

  private takeBackground(conditions: Conditions | null): void {
    if (conditions === null || onlyNames(conditions)) return;
    const measured = oneMeasure(this.places, conditions, this.found.operand, false);
    if (measured === null) return;
    this.found.required = measured;
    this.found.operand = this.operandOf(conditions);
  }

  private operandOf(conditions: Conditions): Name | null {
    return [...conditions.terms].reverse().find((term) => term.name !== null && (term.between !== null || term.against !== null))?.name ?? this.found.operand;
  }

  private takeExempt(reading: Reading, conditions: Conditions, policy: Found['exempts'][number]['policy']): void {
    if (policy === 'no-deduction' && conditions.terms.every((term) => term.between !== null && !term.between.bare)) {
      this.found.arms.push({ conditions, award: { points: FULL }, span: this.spanOf(reading) });
      this.found.worths.push(false);
      this.found.operand = this.operandOf(conditions);
      return;
    }
    const when = conditionOf(this.places, conditions, this.found.operand, false);
    if (when === null) this.found.opaque.push(reading);
    else this.found.exempts.push({ when, policy });
  }

  private takeArm(reading: ArmReading): void {
    const { conditions, award, tail } = reading;
    const arm: Arm = { conditions, award, span: this.spanOf(reading) };
    const points = pointsOf(award);
    if (tail.atMost !== null) this.found.atMost = tail.atMost;
    if (tail.atLeast !== null) this.found.atLeast = tail.atLeast;
    if (reading.otherwise && conditions === null) return this.takeElse(reading, arm);
    if (conditions === null) return this.takeBare(reading, arm);
    const text = onlyNames(conditions) ? textOf(conditions) : '';
    if (text !== '' && isNotApplicable(text) && points !== null && (isZero(points) ? /涉及|适用/.test(text) : 'share' in points && points.share.eq(1)) && /不涉及|未涉及|不适用|无此项|没有此项|无该项|没有该项|没有涉及/.test(text)) {
      return this.takeExempt(reading, conditions, isZero(points) ? (uncounted(reading) ? 'excluded' : 'zero') : 'full');
    }
    if (isZero(points) && text !== '' && isNotApplicable(text) && uncounted(reading)) return this.takeExempt(reading, conditions, 'excluded');
    if (this.takeDiscretion(reading)) return;
    if (isZero(points) && text !== '' && GENERIC_ZERO.test(text)) return this.takeElse(reading, arm);
    if (isZero(points)) {
      this.found.zeros.push(arm);
      if (saysWholeRow(reading)) this.vetoing.add(arm);
    }
    else {
      this.found.arms.push(arm);
      this.found.worths.push(reading.worth);
    }
    this.found.operand = this.operandOf(conditions);
  }

  /** 「资料不齐全酌情扣分」: takes off anything. */
  private takeDiscretion(reading: ArmReading): boolean {
    const { conditions, award } = reading;
    if (!('rule' in award) || award.rule !== 'discretion' || conditions === null || !reading.statement.tokens.some(({ kind, text }) => kind === 'discretion' && /扣|减/.test(text))) return false;
    const base = this.found.arms[0]?.conditions;
    if (this.found.arms.length === 1 && base !== null && base !== undefined && onlyNames(base) && onlyNames(conditions) && isOppositeName(textOf(base), textOf(conditions)) && this.found.otherwise === null && this.found.deducts.length === 0) {
      this.found.otherwise = { conditions: null, award, span: this.spanOf(reading) };
      return true;
    }
    const when = this.conditionOf(conditions);
    if (when === null) return false;
    const span = this.spanOf(reading);
    const rule: Criterion = { kind: 'cases', arms: [{ when, rule: { kind: 'discretion', from: ZERO, to: FULL, span } }], otherwise: { kind: 'fixed', points: FULL, span }, span };
    this.found.deducts.push({ rule, after: this.found.arms.length });
    return true;
  }

  private takeElse(reading: Reading, arm: Arm): void {
    if (this.found.otherwise === null) this.found.otherwise = { ...arm, conditions: null };
    else this.found.opaque.push(reading);
  }

  /** Points, or a way to give them, without a condition. */
  private takeBare(reading: ArmReading, arm: Arm): void {
    if ('rule' in arm.award && arm.award.rule === 'by-ratio' && this.found.arms.length === 0) {
      const completion: Expr = { op: 'fact', ref: { kind: 'rate', role: 'own', name: '完成率', unit: '', span: arm.span } };
      this.found.formulas.push({ rule: { kind: 'formula', expr: { op: 'multiply', left: completion, right: { op: 'max-points' } }, cap: FULL, span: arm.span }, lead: null, expr: null });
    } else if ('rule' in arm.award) {
      if (this.found.otherwise === null && this.found.arms.length > 0) this.found.otherwise = { ...arm, conditions: null };
      else if (arm.award.rule === 'discretion' && this.found.arms.length === 0) this.found.formulas.push({ rule: { kind: 'discretion', from: ZERO, to: FULL, span: arm.span }, lead: null, expr: null });
      else this.found.opaque.push(reading);
    } else this.found.opaque.push(reading);
  }

  private takeShare(reading: Reading & { is: 'share' }): void {
    const { name } = reading;
    const span = this.spanOf(reading);
    const share: Expr = { op: 'fact', ref: { kind: 'rate', role: 'named', name: plainName(name.text), unit: '', span: spanOf(this.places, name.from, name.to) } };
    const left: Expr = reading.effect === 'given' ? share : { op: 'subtract', left: { op: 'number', value: new Dec(1), shown: 'plain' }, right: share };
    const rule: Criterion = { kind: 'formula', expr: { op: 'multiply', left, right: { op: 'max-points' } }, cap: FULL, span };
    if (!reading.otherwise) this.found.formulas.push({ rule, lead: null, expr: null });
    else if (this.found.otherwise === null && this.found.arms.length > 0) this.found.otherwise = { conditions: null, award: { criterion: rule }, span };
    else this.found.opaque.push(reading);
  }

  private takeTail(reading: Reading & { is: 'tail' }): void {
    const { tail } = reading;
    if (tail.every !== null) this.found.opaque.push(reading);
    else if (tail.atMost !== null && this.found.deducts.length + this.found.awards.length > 0) this.capLast(reading, tail.atMost);
    else {
      this.found.atMost = tail.atMost ?? this.found.atMost;
      this.found.atLeast = tail.atLeast ?? this.found.atLeast;
    }
  }

  private capLast(reading: Reading, cap: Points): void {
    const { deducts, awards } = this.found;
    const deduct = /扣|减/.test(reading.statement.tokens[0]!.text);
    const list = deduct ? deducts : null;
    if (list !== null && list.length === 1 && (list[0]!.rule.kind === 'per-occurrence' || list[0]!.rule.kind === 'per-point')) list[0] = { ...list[0]!, rule: { ...list[0]!.rule, cap } };
    else if (!deduct && awards.length <= 1) this.found.atMost = cap;
    else this.found.opaque.push(reading);
  }

  private full(): Measured | null {
    const { arms, operand, required } = this.found;
    if (arms.length === 1 && arms[0]!.conditions !== null) return oneMeasure(this.places, arms[0]!.conditions, operand, false);
    return arms.length === 0 ? required : null;
  }

  private takeEvery(reading: Reading & { is: 'every' }): void {
    const { lead } = reading.every;
    if (reading.adds && this.base === null) return void this.found.opaque.push(reading);
    let measured: Measured | null = null;
    let leadName: Name | null = null;
    let against: Name | null = null;
    if (lead !== null) {
      measured = oneMeasure(this.places, withoutFalling(lead), this.found.operand, false);
      if (measured !== null && countsOccurrences(reading)) {
        measured = null;
        leadName = textBefore(reading);
      } else if (measured !== null) {
        const before = this.full();
        if (before !== null && sameFigure(this.operandOf(lead), this.found.operand)) measured = { of: before.of, between: measured.between };
        leadName = this.operandOf(lead);
      }
      else if (lead.terms.length === 1 && lead.terms[0]!.against !== null) {
        leadName = lead.terms[0]!.name;
        against = lead.terms[0]!.against.name;
      } else if (wordsOnly(lead) && !lead.joins.includes('and')) leadName = wholeName(lead);
      else return void this.found.opaque.push(reading);
    }
    const standing: Standing = { operand: this.found.operand, full: this.full(), threshold: this.found.threshold, against };
    if (reading.every.tail.atLeast !== null) this.found.atLeast = reading.every.tail.atLeast;
    const read = this.isGroundless(reading, standing) ? null : everyRule(this.places, reading, measured, leadName, standing);
    const rule = reading.adds ? this.withTotalCap(reading, read) : read;
    this.lead = leadName?.text ?? '';
    if (rule?.kind === 'per-point' && leadName !== null) this.found.operand = leadName;
    this.push(reading, rule, rule?.kind === 'per-point' || rule?.kind === 'per-occurrence' ? rule.effect : 'deduct');
  }

  /** 「最高10分」 behind 「每…加2分」 is the most of all; 「最多加4分」 of what is added. */
  private withTotalCap(reading: Reading, rule: Criterion | null): Criterion | null {
    if (rule?.kind !== 'per-occurrence' || rule.cap === null || reading.statement.tokens.some(({ kind, text }) => kind === 'at-most' && text.includes('加'))) return rule;
    this.found.atMost = rule.cap;
    return { ...rule, cap: null };
  }

  /** Full points were given for a figure that could not be told: then it cannot be told where points begin to fall. */
  private isGroundless({ every }: Reading & { is: 'every' }, { full, against, threshold }: Standing): boolean {
    const { arms } = this.found;
    const unread = arms.length === 1 && full === null && arms[0]!.conditions !== null && !onlyNames(arms[0]!.conditions);
    return unread && every.side !== null && every.from === null && every.lead === null && every.threshold === null && threshold === null && against === null && every.step?.as !== 'quantity';
  }

  private push(reading: Reading, rule: Criterion | null, effect: 'deduct' | 'award'): void {
    if (rule === null) this.found.opaque.push(reading);
    else if (effect === 'deduct') this.found.deducts.push({ rule, after: this.found.arms.length });
    else this.found.awards.push(rule);
  }

  private takeOnce(reading: Reading & { is: 'once' }): void {
    if (this.takeLess(reading)) return;
    if (reading.tail.atLeast !== null) this.found.atLeast = reading.tail.atLeast;
    this.push(reading, onceRule(this.places, reading), reading.effect);
  }

  /** 「5%-10%扣1分」: an arm of a table that gives all but so many points. */
  private takeLess(reading: Reading & { is: 'once' }): boolean {
    const { conditions, effect, amount, tail } = reading;
    if (conditions === null || effect !== 'deduct' || amount.upTo !== null || tail.atMost !== null || tail.atLeast !== null || tail.every !== null) return false;
    if (!conditions.terms.every((term) => term.between !== null && !term.between.bare) || onceRule(this.places, reading) !== null) return false;
    this.found.lessening = true;
    this.found.arms.push({ conditions, award: { criterion: lessBy(amount.points, this.spanOf(reading)) }, span: this.spanOf(reading) });
    this.found.worths.push(false);
    this.found.operand = this.operandOf(conditions);
    return true;
  }

  private takeFormula(reading: Reading & { is: 'formula' }): void {
    const rule = formulaRule(this.places, reading);
    if (rule === null) this.found.opaque.push(reading);
    else this.found.formulas.push({ rule, lead: reading.lead, expr: rule.kind === 'formula' ? rule.expr : null });
  }

  // ---- together ----------------------------------------------------------------------------------------------------

  result(): Combined {
    if (this.isTooMuch()) return { criterion: { kind: 'opaque', span: this.span }, opaque: this.found.opaque };
    this.sparedBeside();
    const core = this.valued(this.core());
    const limited = core === null ? null : this.limited(core);
    const exempted = this.exempted(limited);
    return this.withOpaque(exempted);
  }

  /** More than any form has: not read, so that the work and the tree stay small. */
  private isTooMuch(): boolean {
    const { arms, zeros, deducts, awards, formulas, exempts } = this.found;
    return [arms, zeros, deducts, awards, formulas, exempts].some((list) => list.length > MOST_PARTS);
  }

  /** 「共5分」 is what the rule is worth. */
  private valued(rule: Criterion | null): Criterion | null {
    const { total } = this.found;
    if (rule === null || total === null) return rule;
    // Two values for one rule: one of them belongs to something else.
    if (this.totals > 1 || (rule.kind === 'sum' && rule.items.length === 1 && rule.items[0]!.points !== null)) return null;
    const worth = rule.kind === 'sum' && rule.items.length > 1;
    return worth ? { kind: 'limit', atLeast: null, atMost: total, rule, span: this.span } : { kind: 'sum', items: [{ points: total, rule: rule.kind === 'sum' ? rule.items[0]!.rule : rule }], span: this.span };
  }

  private core(): Criterion | null {
    const { formulas, deducts, awards, arms, zeros, otherwise } = this.found;
    this.explicitFormula();
    if (formulas.length > 0) {
      if (awards.length > 0) return null;
      const rule = this.formulas();
      return rule === null || deducts.length === 0 ? rule : { kind: 'deductions', rules: [rule, ...deducts.map((one) => one.rule)], span: this.span };
    }
    if (deducts.length > 0 && awards.length > 0) return this.bothWays();
    if (deducts.length > 0) return this.deductions();
    if (awards.length > 0) return this.based() ?? this.awards();
    if (this.base !== null) return null;
    if (arms.length === 0 && zeros.length > 0 && otherwise === null) return this.vetoed({ kind: 'fixed', points: FULL, span: this.span });
    return arms.length === 0 && (zeros.length === 0 || otherwise === null) ? null : this.table();
  }

  /** 「按完成率计分，得分=完成率×5分」: the formula says how. */
  private explicitFormula(): void {
    const { formulas } = this.found;
    const explicit = formulas.filter(({ expr }) => expr !== null);
    if (explicit.length > 0 && explicit.length < formulas.length && formulas.every(({ expr, rule, lead }) => expr !== null || (rule.kind === 'formula' && lead === null))) formulas.splice(0, formulas.length, ...explicit);
  }

  /** 「无违规得满分，每发现一起扣1分」: nothing to take points off for. */
  private spared(): void {
    const { arms, worths, exempts } = this.found;
    const arm = arms[0];
    if (arms.length !== 1 || arm!.conditions === null || !onlyNames(arm!.conditions)) return;
    const points = pointsOf(arm!.award);
    const when = this.conditionOf(arm!.conditions);
    if (points === null || !('share' in points && points.share.eq(1)) || when === null || !/^(?:无|没有|未发生|不存在|未发现|未出现)/.test(textOf(arm!.conditions))) return;
    arms.length = 0;
    worths.length = 0;
    exempts.push({ when, policy: 'full' });
  }

  /** 「控制率≤100%计6分…没有三公经费的得满分」: beside rules about figures. */
  private sparedBeside(): void {
    const { arms, worths, exempts, deducts, formulas } = this.found;
    const at = arms.findIndex((arm) => arm.conditions !== null && onlyNames(arm.conditions) && isFullShare(pointsOf(arm.award)) && /^(?:本年度|当年|年度内|本年|本单位)?(?:无|没有|未发生|不存在|未发现|未出现|不涉及)/.test(textOf(arm.conditions)));
    const others = arms.filter((_, other) => other !== at);
    const beside = deducts.length + formulas.length > 0;
    if (at < 0 || others.length === 0 || (!beside && !others.every((arm) => arm.conditions !== null && !onlyNames(arm.conditions))) || (others.length === 1 && deducts.length + formulas.length === 0)) return;
    const when = this.conditionOf(arms[at]!.conditions!);
    if (when === null) return;
    arms.splice(at, 1);
    worths.splice(at, 1);
    exempts.push({ when, policy: 'full' });
  }

  private conditionOf(conditions: Conditions): Condition | null {
    return conditionOf(this.places, conditions, this.found.operand, false);
  }

  private vetoed(rule: Criterion, expr: Expr | null = null): Criterion | null {
    let out = rule;
    for (const zero of this.found.zeros) {
      const when = this.ratioCondition(zero, expr) ?? this.countedCondition(zero) ?? this.conditionOf(zero.conditions!);
      if (when === null) return null;
      out = { kind: 'veto', when, score: ZERO, rule: out, span: zero.span };
    }
    return out;
  }

  /** 「比值＞0.1」: of the only quotient of the formula. */
  /** 「迟报1天扣0.1分,超5天不得分」: the days are those counted. */
  private countedCondition(zero: Arm): Condition | null {
    const term = zero.conditions!.terms[0]!;
    const counted = this.found.deducts.map(({ rule }) => rule).find((rule) => rule.kind === 'per-occurrence' && !rule.once && rule.of.unit === (term.between?.from ?? term.between?.to)?.value.unit);
    if (zero.conditions!.terms.length !== 1 || term.between === null || counted?.kind !== 'per-occurrence' || counted.of.unit === '') return null;
    const named = plainName(term.name?.text ?? '');
    if (named !== '' && !counted.of.name.includes(named) && !/^(?:累计|合计|共|总计|超过|发现|出现|发现有|出现有|有|达|达到|累计发现|发生|存在|如有|全年累计|超)$/.test(named)) return null;
    return compared({ of: { op: 'fact', ref: counted.of }, between: term.between });
  }

  private ratioCondition(zero: Arm, expr: Expr | null): Condition | null {
    const term = zero.conditions!.terms[0]!;
    if (zero.conditions!.terms.length !== 1 || term.between === null || !/^(?:该|其|上述)?(?:比值|比例|比率|比)$/.test(plainName(term.name?.text ?? ''))) return null;
    const all = expr === null ? [] : quotients(expr);
    return all.length === 1 ? compared({ of: all[0]!, between: term.between }) : null;
  }

  private formulas(): Criterion | null {
    const { formulas, arms, otherwise } = this.found;
    if (formulas.length === 2 && arms.length === 0 && otherwise === null) return this.twoWays();
    if (formulas.length !== 1) return null;
    const { rule, lead, expr } = formulas[0]!;
    if (arms.length === 0 && otherwise === null) {
      if (lead === null || this.isLabel(lead)) return this.vetoed(rule, expr);
      const when = this.conditionOf(lead);
      return when === null ? null : this.vetoed({ kind: 'cases', arms: [{ when, rule }], otherwise: null, span: this.span }, expr);
    }
    return this.armsAndFormula(rule, lead, expr);
  }

  /** 「计算方法」 「数量指标」 before a formula are a heading, not a condition. */
  private isLabel(lead: Conditions): boolean {
    return onlyNames(lead) && !/[未不没无有]|完成|达到|超过|低于|向/.test(textOf(lead));
  }

  private armsAndFormula(rule: Criterion, lead: Conditions | null, expr: Expr | null): Criterion | null {
    const { arms, otherwise } = this.found;
    const whens: { when: Condition; rule: Criterion }[] = [];
    for (const arm of arms) {
      const when = this.conditionOf(arm.conditions!);
      const points = pointsOf(arm.award);
      if (when === null || points === null) return null;
      whens.push({ when, rule: { kind: 'fixed', points, span: arm.span } });
    }
    const leadWhen = lead === null || this.isLabel(lead) ? null : this.conditionOf(lead);
    if (lead !== null && !this.isLabel(lead) && leadWhen === null) return null;
    const rest = leadWhen === null || (whens.length === 1 && isOpposite(whens[0]!.when, leadWhen));
    if (rest && otherwise !== null) return null;
    if (!rest) whens.push({ when: leadWhen, rule });
    const elsePoints = otherwise === null ? null : pointsOf(otherwise.award);
    if (otherwise !== null && elsePoints === null) return null;
    const cases: Criterion = { kind: 'cases', arms: whens, otherwise: rest ? rule : otherwise === null ? null : { kind: 'fixed', points: elsePoints!, span: otherwise.span }, span: this.span };
    return this.vetoed(cases, expr);
  }

  /** 「正向…；反向…」. */
  private twoWays(): Criterion | null {
    const { formulas } = this.found;
    const [one, two] = formulas;
    if (one!.lead === null || two!.lead === null) return null;
    const first = textOf(one!.lead);
    const second = textOf(two!.lead);
    const forward = /正向/.test(first) ? one! : /正向/.test(second) ? two! : null;
    const inverse = /反向|逆向|负向/.test(first) ? one! : /反向|逆向|负向/.test(second) ? two! : null;
    if (forward !== null && inverse !== null && forward !== inverse) {
      const when: Condition = { kind: 'holds', of: { kind: 'yes', role: 'own', name: '正向指标', unit: '', span: forward.rule.span } };
      return this.vetoed({ kind: 'cases', arms: [{ when, rule: forward.rule }], otherwise: inverse.rule, span: this.span });
    }
    const whens = formulas.map((formula) => ({ when: this.conditionOf(formula.lead!), rule: formula.rule }));
    if (whens.some(({ when }) => when === null)) return null;
    return this.vetoed({ kind: 'cases', arms: whens as { when: Condition; rule: Criterion }[], otherwise: null, span: this.span });
  }

  private deductions(): Criterion | null {
    this.spared();
    const { deducts, arms, otherwise } = this.found;
    if (otherwise !== null && !(arms.length === 1 && isZero(pointsOf(otherwise.award)))) return null;
    if (arms.length > 1) return this.ranks() ?? this.groups();
    const rules = deducts.map(({ rule }) => rule);
    if (rules.some((rule) => rule.kind === 'per-occurrence' && rule.of.unit === '档')) return this.downwards(rules);
    let rule: Criterion = rules.length === 1 ? rules[0]! : { kind: 'deductions', rules, span: this.span };
    if (arms.length === 0) return this.vetoed(rule);
    const base = pointsOf(arms[0]!.award);
    if (base === null) return null;
    const less = this.lessIfNot(base);
    if (less !== null) return this.vetoed(less);
    if (otherwise !== null) {
      const when = this.conditionOf(arms[0]!.conditions!);
      if (when === null) return null;
      rule = { kind: 'veto', when: { kind: 'not', of: when }, score: ZERO, rule, span: otherwise.span };
    }
    const vetoed = this.vetoed(rule);
    if (vetoed === null || ('share' in base && base.share.eq(1))) return vetoed;
    return 'share' in base ? null : { kind: 'sum', items: [{ points: base, rule: vetoed }], span: this.span };
  }

  private ranks(): Criterion | null {
    const { arms, deducts, zeros } = this.found;
    const rule = deducts[0]!.rule;
    if (deducts.length !== 1 || zeros.length > 0 || rule.kind !== 'per-occurrence' || rule.of.unit !== '名' || !rule.per.eq(1) || rule.cap !== null || rule.eachTo !== null) return null;
    return rankTableGoingOn(arms, this.lead, rule.each, this.span);
  }

  /** 「明确的得5分，不够明确的扣1-3分」: the deduction is what follows where the first does not hold. */
  private lessIfNot(base: Points): Criterion | null {
    const { arms, deducts, otherwise } = this.found;
    const rule = deducts[0]!.rule;
    const conditions = arms[0]!.conditions!;
    if (deducts.length !== 1 || otherwise !== null || rule.kind !== 'per-occurrence' || !rule.once || !onlyNames(conditions) || !('points' in base) || !('points' in rule.each)) return null;
    const when = isOppositeName(textOf(conditions), rule.of.name) ? this.conditionOf(conditions) : null;
    if (when === null) return null;
    const less = (points: Points): Points => ({ points: Dec.max(base.points.minus('points' in points ? points.points : 0), 0) });
    const rest: Criterion = rule.eachTo === null ? { kind: 'fixed', points: less(rule.each), span: rule.span } : { kind: 'discretion', from: less(rule.eachTo), to: less(rule.each), span: rule.span };
    return { kind: 'cases', arms: [{ when, rule: { kind: 'fixed', points: base, span: arms[0]!.span } }], otherwise: rest, span: this.span };
  }

  /** 「90%以上满分,每低一档扣1分」: how far down, somebody must say. */
  private downwards(rules: readonly Criterion[]): Criterion | null {
    const { arms, zeros, otherwise } = this.found;
    const full = this.full();
    const points = arms.length === 1 ? pointsOf(arms[0]!.award) : null;
    if (rules.length !== 1 || full === null || points === null || zeros.length > 0 || otherwise !== null) return null;
    const inner: Criterion = { kind: 'cases', arms: [{ when: compared(full), rule: { kind: 'fixed', points: FULL, span: arms[0]!.span } }], otherwise: rules[0]!, span: this.span };
    return 'share' in points ? (points.share.eq(1) ? inner : null) : { kind: 'sum', items: [{ points, rule: inner }], span: this.span };
  }

  /** 「全申报1分,缺一项扣0.5;规范1分;按时2分,逾期扣1」: each arm with the deductions behind it. */
  private groups(): Criterion | null {
    const { arms, deducts, worths } = this.found;
    if (!arms.every((arm) => arm.conditions !== null && onlyNames(arm.conditions))) return null;
    const items: { points: Points | null; rule: Criterion }[] = [];
    for (const [at, arm] of arms.entries()) {
      const points = pointsOf(arm.award);
      if (points === null || !('points' in points)) return null;
      const own = deducts.filter(({ after }) => after === at + 1).map(({ rule }) => rule);
      const when = this.conditionOf(arm.conditions!);
      if (when === null) return null;
      items.push({ points, rule: own.length === 0 ? { kind: 'award', when, points: FULL, otherwise: ZERO, span: arm.span } : own.length === 1 ? own[0]! : { kind: 'deductions', rules: own, span: arm.span } });
    }
    const general = deducts.filter(({ after }) => after === 0);
    const trailing = deducts.filter(({ after }) => after === arms.length).length;
    // A single deduction after the last of several items may speak of all of them.
    if (general.length > 0 || (deducts.length === trailing && arms.length > 1 && !worths.every(Boolean))) return null;
    if (deducts.length === trailing) return null;
    return this.vetoed({ kind: 'sum', items, span: this.span });
  }

  private bothWays(): Criterion | null {
    const { deducts, awards, arms, zeros, otherwise } = this.found;
    if (deducts.length !== 1 || awards.length !== 1 || arms.length + zeros.length > 0 || otherwise !== null) return null;
    return { kind: 'readings', of: [{ reading: 'counted-from-zero', rule: awards[0]! }, { reading: 'counted-from-full', rule: deducts[0]!.rule }], span: this.span };
  }

  /** 「基础分6分，每…加2分，最高10分」. */
  private based(): Criterion | null {
    const { awards, arms, zeros, otherwise } = this.found;
    if (this.base === null) return null;
    if (arms.length + zeros.length > 0 || otherwise !== null) return { kind: 'opaque', span: this.span };
    return { kind: 'sum', items: [{ points: this.base, rule: { kind: 'fixed', points: FULL, span: this.span } }, ...awards.map((rule) => ({ points: null, rule }))], span: this.span };
  }

  private awards(): Criterion | null {
    const { awards, arms, otherwise } = this.found;
    if (otherwise !== null) return null;
    if (arms.length === 0) return this.vetoed(awards.length === 1 ? awards[0]! : { kind: 'sum', items: awards.map((rule) => ({ points: null, rule })), span: this.span });
    return null;
  }

  private table(): Criterion | null {
    const { arms, zeros, otherwise, operand } = this.found;
    // In the order of the text.
    const all = [...arms, ...zeros].sort((one, two) => one.span[0] - two.span[0]);
    const ranked = zeros.length === 0 && otherwise === null ? rankTable(all, this.span) : null;
    if (ranked !== null) return ranked;
    const measured = measures(this.places, all, null) ?? measures(this.places, all, operand);
    if (this.found.lessening && (measured === null || !apart(measured))) return null;
    // Where only deductions are named, all else takes nothing off.
    if (this.found.lessening && otherwise === null && all.every((arm) => 'criterion' in arm.award || isFullShare(pointsOf(arm.award)))) return stepTable(all, measured!, { conditions: null, award: { points: FULL }, span: this.span }, this.span);
    if (measured !== null) return stepTable(all, measured, otherwise, this.span);
    const rest = this.withoutVetoes(all);
    if (rest !== null) return rest;
    if (arms.length <= 1) return choice(this.places, all, otherwise, null, this.span);
    return sumOrChoice(this.places, { arms, zeros, all, otherwise, worths: this.found.worths }, this.span);
  }

  /** 「①…得2分；发现挪用的，本项不得分」: a veto on all, not one more level. */
  private withoutVetoes(all: readonly Arm[]): Criterion | null {
    const { zeros, arms } = this.found;
    const figures = arms.every((arm) => arm.conditions !== null && !onlyNames(arm.conditions));
    const vetoes = zeros.filter((zero) => zero.conditions !== null && onlyNames(zero.conditions) && (figures || this.vetoing.has(zero)) || /^(?:发现|出现|如有|若有|凡有|一经)|截留|挪用|挤占|虚列|套取|弄虚作假|一票否决/.test(zero.conditions === null || !onlyNames(zero.conditions) ? '' : textOf(zero.conditions)));
    if (vetoes.length === 0 || (vetoes.length < zeros.length && !figures) || !figures && arms.some((arm) => /^(?:未|无|没有|不存在|未发现)/.test(textOf(arm.conditions!)))) return null;
    const kept = zeros.filter((zero) => !vetoes.includes(zero));
    zeros.splice(0, zeros.length, ...kept);
    const rule = this.core();
    zeros.splice(0, zeros.length, ...vetoes);
    return rule === null || all.length === 0 ? null : this.vetoed(rule);
  }

  private limited(rule: Criterion): Criterion {
    const { atMost, atLeast } = this.found;
    if (atMost === null && atLeast === null) return rule;
    if (rule.kind === 'formula' && atLeast === null && rule.cap === null) return { ...rule, cap: atMost };
    return { kind: 'limit', atLeast, atMost, rule, span: rule.span };
  }

  private exempted(rule: Criterion | null): Criterion | null {
    const { exempts } = this.found;
    if (exempts.length === 0) return rule;
    let out: Criterion = rule ?? { kind: 'discretion', from: ZERO, to: FULL, span: this.span };
    for (const { when, policy } of [...exempts].reverse()) out = { kind: 'exempt', when, policy, rule: out, span: this.span };
    return out;
  }

  private scoring(): boolean {
    const { arms, zeros, otherwise, deducts, awards, formulas, exempts } = this.found;
    return arms.length + zeros.length + deducts.length + awards.length + formulas.length + exempts.length > 0 || otherwise !== null;
  }

  private withOpaque(rule: Criterion | null): Combined {
    const { opaque } = this.found;
    const all: Criterion = { kind: 'opaque', span: this.span };
    if (rule === null) return this.scoring() ? { criterion: all, opaque: [...opaque, ...this.failed()] } : { criterion: opaque.length > 0 ? all : null, opaque };
    if (opaque.length === 0) return { criterion: rule, opaque };
    // A table with a hole may be about something else altogether.
    if (TABLES.has(rule.kind) || !opaque.every((reading) => reading.is === 'opaque' && reading.lowers)) return { criterion: all, opaque };
    const unread = opaque.map((reading): Criterion => ({ kind: 'opaque', span: this.spanOf(reading) }));
    return { criterion: { kind: 'deductions', rules: rule.kind === 'deductions' ? [...rule.rules, ...unread] : [rule, ...unread], span: this.span }, opaque };
  }

  /** Read one by one, but not together. */
  private failed(): readonly Reading[] {
    return this.found.failed;
  }
}

/** 「三公经费变动率≤0…;三公经费>0」: the second name is the first cut short. */
function sameFigure(later: Name | null, earlier: Name | null): boolean {
  if (later === null || earlier === null) return false;
  const short = plainName(later.text);
  const long = plainName(earlier.text);
  return short.length >= 2 && long.includes(short);
}

function isOpposite(one: Condition, two: Condition): boolean {
  if (two.kind === 'not') return JSON.stringify(strip(two.of)) === JSON.stringify(strip(one));
  if (one.kind !== 'compare' || two.kind !== 'compare') return false;
  const flipped = { '>=': '<', '>': '<=', '<': '>=', '<=': '>', '=': '' }[one.comparator];
  return flipped === two.comparator && JSON.stringify(stripExpr(one.left)) === JSON.stringify(stripExpr(two.left)) && JSON.stringify(stripExpr(one.right)) === JSON.stringify(stripExpr(two.right));
}

function stripExpr(expr: Expr): unknown {
  if (expr.op === 'fact') return [expr.ref.kind, expr.ref.role, expr.ref.name];
  return expr.op === 'number' ? expr.value.toString() : expr.op;
}

function strip(condition: Condition): unknown {
  return condition.kind === 'holds' ? [condition.of.role, condition.of.name] : condition.kind === 'compare' ? [stripExpr(condition.left), condition.comparator, stripExpr(condition.right)] : condition.kind;
}

function lessBy(points: Points, span: Span): Criterion {
  const max: Expr = { op: 'max-points' };
  if ('points' in points) return { kind: 'formula', expr: { op: 'subtract', left: max, right: { op: 'number', value: points.points, shown: 'plain' } }, cap: null, span };
  return { kind: 'fixed', points: { share: new Dec(1).minus(points.share) }, span };
}

/** No figure lies in two of them: else it would have to be said which counts, or whether both do. */
function apart(measured: readonly Measured[]): boolean {
  return measured.every((one, at) => measured.every((two, other) => {
    if (other <= at) return true;
    const below = (a: Measured, b: Measured): boolean => a.between.to !== null && b.between.from !== null && a.between.to.value.value.lte(b.between.from.value.value);
    return below(one, two) || below(two, one);
  }));
}

/** The readings of one item as one rule. */
export function combine(places: Places, readings: readonly Reading[], span: Span, operand: Name | null = null, threshold: Standing['threshold'] = null): Combined {
  const combining = new Combining(places, span, operand, threshold);
  for (const reading of readings) combining.take(reading);
  const combined = combining.result();
  if (combined.criterion?.kind === 'opaque' && combined.opaque.length === 0) return { criterion: combined.criterion, opaque: readings.filter((reading) => reading.is !== 'background' && reading.is !== 'threshold') };
  return combined;
}

