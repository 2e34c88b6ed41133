/** The statements of one item, taken in one by one, each in the light of those before it. */
import { Dec } from '../../workbook';
import { everyRule, onceRule, type DeductionContext } from './deductions';
import { formulaRule } from './formulas';
import { conditionOf, oneMeasure, type Measured } from './measures';
import { isNotApplicable, plainName, spanOf, type Places } from './naming';
import type { Conditions, Name, Reading } from './readings';
import {
  countsOccurrences,
  onlyNames,
  saysHowToConvert,
  saysWholeRow,
  textBefore,
  conditionsText,
  uncounted,
  wholeName,
  withoutFalling,
  wordsOnly,
} from './sayings';
import { FULL, isOpposite, isZero, pointsOf, NO_POINTS } from './tables';
import { type Arm } from './arms';
import type { Condition, Criterion, Expr, Points, Span } from '../types';

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
  atMost: Points | null;
  atLeast: Points | null;
  /** 「共5分」. */
  total: Points | null;
  /** Some arm says how many points less. */
  lessening: boolean;
  operand: Name | null;
  threshold: DeductionContext['threshold'];
  required: Measured | null;
}

const GENERIC_ZERO =
  /^(?:超出|超过|低于|高于|超|达不到|未达到|未达标|未完成|未按时|没有|没有的|无|否|未|缺|缺少|无的|未提供|不符合|不符合要求|没有则|均无|没|反之|不是)$/;

function withSpan(rule: Criterion, span: Span): Criterion {
  if (rule.kind !== 'steps' || rule.of.op !== 'fact') return { ...rule, span };
  return { ...rule, of: { op: 'fact', ref: { ...rule.of.ref, span } }, span };
}

/** 「三公经费变动率≤0…;三公经费>0」: the second name is the first cut short. */
function sameFigure(later: Name | null, earlier: Name | null): boolean {
  if (later === null || earlier === null) return false;
  const short = plainName(later.text);
  const long = plainName(earlier.text);
  return short.length >= 2 && long.includes(short);
}

function lessBy(points: Points, span: Span): Criterion {
  const max: Expr = { op: 'max-points' };
  if ('points' in points)
    return {
      kind: 'formula',
      expr: { op: 'subtract', left: max, right: { op: 'number', value: points.points, shown: 'plain' } },
      cap: null,
      span,
    };
  return { kind: 'fixed', points: { share: new Dec(1).minus(points.share) }, span };
}

export class Gathering {
  readonly found: Found = {
    arms: [],
    worths: [],
    zeros: [],
    otherwise: null,
    deducts: [],
    awards: [],
    formulas: [],
    exempts: [],
    opaque: [],
    atMost: null,
    atLeast: null,
    total: null,
    lessening: false,
    operand: null,
    threshold: null,
    required: null,
  };

  protected totals = 0;
  /** 「基础分6分」. */
  protected base: Points | null = null;
  /** What the last 「每…」 began with. */
  protected lead = '';
  /** Zeros said of the whole row. */
  protected readonly vetoing = new Set<Arm>();

  constructor(
    protected readonly places: Places,
    protected readonly span: Span,
    operand: Name | null,
    threshold: DeductionContext['threshold'],
  ) {
    this.found.operand = operand;
    this.found.threshold = threshold;
  }

  take(reading: Reading): void {
    if (this.found.exempts.some(({ policy }) => policy === 'excluded') && saysHowToConvert(reading)) return;
    switch (reading.is) {
      case 'arm':
        return this.takeArm(reading);
      case 'every':
        return this.takeEvery(reading);
      case 'once':
        return this.takeOnce(reading);
      case 'formula':
        return this.takeFormula(reading);
      case 'exempt':
        return this.takeExempt(reading, reading.conditions, reading.policy);
      case 'tail':
        return this.takeTail(reading);
      case 'share':
        return this.takeShare(reading);
      case 'rule':
        return void this.found.formulas.push({ rule: withSpan(reading.rule, this.spanOf(reading)), lead: null, expr: null });
      case 'base':
        return void (this.base = reading.points);
      case 'total':
        this.found.total = reading.points;
        this.totals += 1;
        return;
      case 'threshold':
        this.found.threshold = reading.value;
        this.found.operand = reading.name ?? this.found.operand;
        return;
      case 'background':
        return this.takeBackground(reading.conditions);
      case 'opaque':
        this.found.opaque.push(reading);
    }
  }

  protected spanOf(reading: Reading): Span {
    return spanOf(this.places, reading.from, reading.to);
  }

  protected takeBackground(conditions: Conditions | null): void {
    if (conditions === null || onlyNames(conditions)) return;
    const measured = oneMeasure(this.places, conditions, this.found.operand, false);
    if (measured === null) return;
    this.found.required = measured;
    this.found.operand = this.operandOf(conditions);
  }

  protected operandOf(conditions: Conditions): Name | null {
    return (
      [...conditions.terms].reverse().find((term) => term.name !== null && (term.between !== null || term.against !== null))?.name ??
      this.found.operand
    );
  }

  protected takeExempt(reading: Reading, conditions: Conditions, policy: Found['exempts'][number]['policy']): void {
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

  protected takeArm(reading: ArmReading): void {
    const { conditions, award, tail } = reading;
    const arm: Arm = { conditions, award, span: this.spanOf(reading) };
    const points = pointsOf(award);
    if (tail.atMost !== null) this.found.atMost = tail.atMost;
    if (tail.atLeast !== null) this.found.atLeast = tail.atLeast;
    if (reading.otherwise && conditions === null) return this.takeElse(reading, arm);
    if (conditions === null) return this.takeBare(reading, arm);
    const text = onlyNames(conditions) ? conditionsText(conditions) : '';
    if (
      text !== '' &&
      isNotApplicable(text) &&
      points !== null &&
      (isZero(points) ? /涉及|适用/.test(text) : 'share' in points && points.share.eq(1)) &&
      /不涉及|未涉及|不适用|无此项|没有此项|无该项|没有该项|没有涉及/.test(text)
    ) {
      return this.takeExempt(reading, conditions, isZero(points) ? (uncounted(reading) ? 'excluded' : 'zero') : 'full');
    }
    if (isZero(points) && text !== '' && isNotApplicable(text) && uncounted(reading))
      return this.takeExempt(reading, conditions, 'excluded');
    if (this.takeDiscretion(reading)) return;
    if (isZero(points) && text !== '' && GENERIC_ZERO.test(text)) return this.takeElse(reading, arm);
    if (isZero(points)) {
      this.found.zeros.push(arm);
      if (saysWholeRow(reading)) this.vetoing.add(arm);
    } else {
      this.found.arms.push(arm);
      this.found.worths.push(reading.worth);
    }
    this.found.operand = this.operandOf(conditions);
  }

  /** 「资料不齐全酌情扣分」: takes off anything. */
  protected takeDiscretion(reading: ArmReading): boolean {
    const { conditions, award } = reading;
    if (
      !('rule' in award) ||
      award.rule !== 'discretion' ||
      conditions === null ||
      !reading.statement.tokens.some(({ kind, text }) => kind === 'discretion' && /扣|减/.test(text))
    )
      return false;
    const base = this.found.arms[0]?.conditions;
    if (
      this.found.arms.length === 1 &&
      base !== null &&
      base !== undefined &&
      onlyNames(base) &&
      onlyNames(conditions) &&
      isOpposite(conditionsText(base), conditionsText(conditions)) &&
      this.found.otherwise === null &&
      this.found.deducts.length === 0
    ) {
      this.found.otherwise = { conditions: null, award, span: this.spanOf(reading) };
      return true;
    }
    const when = this.conditionOf(conditions);
    if (when === null) return false;
    const span = this.spanOf(reading);
    const rule: Criterion = {
      kind: 'cases',
      arms: [{ when, rule: { kind: 'discretion', from: NO_POINTS, to: FULL, span } }],
      otherwise: { kind: 'fixed', points: FULL, span },
      span,
    };
    this.found.deducts.push({ rule, after: this.found.arms.length });
    return true;
  }

  protected takeElse(reading: Reading, arm: Arm): void {
    if (this.found.otherwise === null) this.found.otherwise = { ...arm, conditions: null };
    else this.found.opaque.push(reading);
  }

  /** Points, or a way to give them, without a condition. */
  protected takeBare(reading: ArmReading, arm: Arm): void {
    if ('rule' in arm.award && arm.award.rule === 'by-ratio' && this.found.arms.length === 0) {
      const completion: Expr = { op: 'fact', ref: { kind: 'rate', role: 'own', name: '完成率', unit: '', span: arm.span } };
      this.found.formulas.push({
        rule: { kind: 'formula', expr: { op: 'multiply', left: completion, right: { op: 'max-points' } }, cap: FULL, span: arm.span },
        lead: null,
        expr: null,
      });
    } else if ('rule' in arm.award) {
      if (this.found.otherwise === null && this.found.arms.length > 0) this.found.otherwise = { ...arm, conditions: null };
      else if (arm.award.rule === 'discretion' && this.found.arms.length === 0)
        this.found.formulas.push({ rule: { kind: 'discretion', from: NO_POINTS, to: FULL, span: arm.span }, lead: null, expr: null });
      else this.found.opaque.push(reading);
    } else this.found.opaque.push(reading);
  }

  protected takeShare(reading: Reading & { is: 'share' }): void {
    const { name } = reading;
    const span = this.spanOf(reading);
    const share: Expr = {
      op: 'fact',
      ref: { kind: 'rate', role: 'named', name: plainName(name.text), unit: '', span: spanOf(this.places, name.from, name.to) },
    };
    const left: Expr =
      reading.effect === 'given' ? share : { op: 'subtract', left: { op: 'number', value: new Dec(1), shown: 'plain' }, right: share };
    const rule: Criterion = { kind: 'formula', expr: { op: 'multiply', left, right: { op: 'max-points' } }, cap: FULL, span };
    if (!reading.otherwise) this.found.formulas.push({ rule, lead: null, expr: null });
    else if (this.found.otherwise === null && this.found.arms.length > 0)
      this.found.otherwise = { conditions: null, award: { criterion: rule }, span };
    else this.found.opaque.push(reading);
  }

  protected takeTail(reading: Reading & { is: 'tail' }): void {
    const { tail } = reading;
    if (tail.every !== null) this.found.opaque.push(reading);
    else if (tail.atMost !== null && this.found.deducts.length + this.found.awards.length > 0) this.capLast(reading, tail.atMost);
    else {
      this.found.atMost = tail.atMost ?? this.found.atMost;
      this.found.atLeast = tail.atLeast ?? this.found.atLeast;
    }
  }

  protected capLast(reading: Reading, cap: Points): void {
    const { deducts, awards } = this.found;
    const deduct = /扣|减/.test(reading.statement.tokens[0]!.text);
    const list = deduct ? deducts : null;
    if (list !== null && list.length === 1 && (list[0]!.rule.kind === 'per-occurrence' || list[0]!.rule.kind === 'per-point'))
      list[0] = { ...list[0]!, rule: { ...list[0]!.rule, cap } };
    else if (!deduct && awards.length <= 1) this.found.atMost = cap;
    else this.found.opaque.push(reading);
  }

  protected full(): Measured | null {
    const { arms, operand, required } = this.found;
    if (arms.length === 1 && arms[0]!.conditions !== null) return oneMeasure(this.places, arms[0]!.conditions, operand, false);
    return arms.length === 0 ? required : null;
  }

  protected takeEvery(reading: Reading & { is: 'every' }): void {
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
        if (before !== null && sameFigure(this.operandOf(lead), this.found.operand))
          measured = { of: before.of, between: measured.between };
        leadName = this.operandOf(lead);
      } else if (lead.terms.length === 1 && lead.terms[0]!.against !== null) {
        leadName = lead.terms[0]!.name;
        against = lead.terms[0]!.against.name;
      } else if (wordsOnly(lead) && !lead.joins.includes('and')) leadName = wholeName(lead);
      else return void this.found.opaque.push(reading);
    }
    const standing: DeductionContext = { operand: this.found.operand, full: this.full(), threshold: this.found.threshold, against };
    if (reading.every.tail.atLeast !== null) this.found.atLeast = reading.every.tail.atLeast;
    const read = this.isGroundless(reading, standing) ? null : everyRule(this.places, reading, measured, leadName, standing);
    const rule = reading.adds ? this.withTotalCap(reading, read) : read;
    this.lead = leadName?.text ?? '';
    if (rule?.kind === 'per-point' && leadName !== null) this.found.operand = leadName;
    this.push(reading, rule, rule?.kind === 'per-point' || rule?.kind === 'per-occurrence' ? rule.effect : 'deduct');
  }

  /** 「最高10分」 behind 「每…加2分」 is the most of all; 「最多加4分」 of what is added. */
  protected withTotalCap(reading: Reading, rule: Criterion | null): Criterion | null {
    if (
      rule?.kind !== 'per-occurrence' ||
      rule.cap === null ||
      reading.statement.tokens.some(({ kind, text }) => kind === 'at-most' && text.includes('加'))
    )
      return rule;
    this.found.atMost = rule.cap;
    return { ...rule, cap: null };
  }

  /** Full points were given for a figure that could not be told: then it cannot be told where points begin to fall. */
  protected isGroundless({ every }: Reading & { is: 'every' }, { full, against, threshold }: DeductionContext): boolean {
    const { arms } = this.found;
    const unread = arms.length === 1 && full === null && arms[0]!.conditions !== null && !onlyNames(arms[0]!.conditions);
    return (
      unread &&
      every.side !== null &&
      every.from === null &&
      every.lead === null &&
      every.threshold === null &&
      threshold === null &&
      against === null &&
      every.step?.as !== 'quantity'
    );
  }

  protected push(reading: Reading, rule: Criterion | null, effect: 'deduct' | 'award'): void {
    if (rule === null) this.found.opaque.push(reading);
    else if (effect === 'deduct') this.found.deducts.push({ rule, after: this.found.arms.length });
    else this.found.awards.push(rule);
  }

  protected takeOnce(reading: Reading & { is: 'once' }): void {
    if (this.takeLess(reading)) return;
    if (reading.tail.atLeast !== null) this.found.atLeast = reading.tail.atLeast;
    this.push(reading, onceRule(this.places, reading), reading.effect);
  }

  /** 「5%-10%扣1分」: an arm of a table that gives all but so many points. */
  protected takeLess(reading: Reading & { is: 'once' }): boolean {
    const { conditions, effect, amount, tail } = reading;
    if (
      conditions === null ||
      effect !== 'deduct' ||
      amount.upTo !== null ||
      tail.atMost !== null ||
      tail.atLeast !== null ||
      tail.every !== null
    )
      return false;
    if (!conditions.terms.every((term) => term.between !== null && !term.between.bare) || onceRule(this.places, reading) !== null)
      return false;
    this.found.lessening = true;
    this.found.arms.push({ conditions, award: { criterion: lessBy(amount.points, this.spanOf(reading)) }, span: this.spanOf(reading) });
    this.found.worths.push(false);
    this.found.operand = this.operandOf(conditions);
    return true;
  }

  protected takeFormula(reading: Reading & { is: 'formula' }): void {
    const rule = formulaRule(this.places, reading);
    if (rule === null) this.found.opaque.push(reading);
    else this.found.formulas.push({ rule, lead: reading.lead, expr: rule.kind === 'formula' ? rule.expr : null });
  }

  protected conditionOf(conditions: Conditions): Condition | null {
    return conditionOf(this.places, conditions, this.found.operand, false);
  }
}
