/** Deductions and awards by count, from what the arms beside them give. */
import { Dec } from '../../workbook';
import { ByFormula } from './by-formula';
import { comparedCondition } from './measures';
import { rankTableGoingOn } from './ranks';
import { onlyNames, conditionsText } from './sayings';
import { FULL, isOpposite, isZero, pointsOf, NO_POINTS } from './tables';
import type { Criterion, Points } from '../types';

export class ByCount extends ByFormula {
  /** 「无违规得满分，每发现一起扣1分」: nothing to take points off for. */
  protected spared(): void {
    const { arms, worths, exempts } = this.found;
    const arm = arms[0];
    if (arms.length !== 1 || arm!.conditions === null || !onlyNames(arm!.conditions)) return;
    const points = pointsOf(arm!.award);
    const when = this.conditionOf(arm!.conditions);
    if (
      points === null ||
      !('share' in points && points.share.eq(1)) ||
      when === null ||
      !/^(?:无|没有|未发生|不存在|未发现|未出现)/.test(conditionsText(arm!.conditions))
    )
      return;
    arms.length = 0;
    worths.length = 0;
    exempts.push({ when, policy: 'full' });
  }

  protected deductions(): Criterion | null {
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
      rule = { kind: 'veto', when: { kind: 'not', of: when }, score: NO_POINTS, rule, span: otherwise.span };
    }
    const vetoed = this.vetoed(rule);
    if (vetoed === null || ('share' in base && base.share.eq(1))) return vetoed;
    return 'share' in base ? null : { kind: 'sum', items: [{ points: base, rule: vetoed }], span: this.span };
  }

  protected ranks(): Criterion | null {
    const { arms, deducts, zeros } = this.found;
    const rule = deducts[0]!.rule;
    if (
      deducts.length !== 1 ||
      zeros.length > 0 ||
      rule.kind !== 'per-occurrence' ||
      rule.of.unit !== '名' ||
      !rule.per.eq(1) ||
      rule.cap !== null ||
      rule.eachTo !== null
    )
      return null;
    return rankTableGoingOn(arms, this.lead, rule.each, this.span);
  }

  /** 「明确的得5分，不够明确的扣1-3分」: the deduction is what follows where the first does not hold. */
  protected lessIfNot(base: Points): Criterion | null {
    const { arms, deducts, otherwise } = this.found;
    const rule = deducts[0]!.rule;
    const conditions = arms[0]!.conditions!;
    if (
      deducts.length !== 1 ||
      otherwise !== null ||
      rule.kind !== 'per-occurrence' ||
      !rule.once ||
      !onlyNames(conditions) ||
      !('points' in base) ||
      !('points' in rule.each)
    )
      return null;
    const when = isOpposite(conditionsText(conditions), rule.of.name) ? this.conditionOf(conditions) : null;
    if (when === null) return null;
    const less = (points: Points): Points => ({ points: Dec.max(base.points.minus('points' in points ? points.points : 0), 0) });
    const rest: Criterion =
      rule.eachTo === null
        ? { kind: 'fixed', points: less(rule.each), span: rule.span }
        : { kind: 'discretion', from: less(rule.eachTo), to: less(rule.each), span: rule.span };
    return {
      kind: 'cases',
      arms: [{ when, rule: { kind: 'fixed', points: base, span: arms[0]!.span } }],
      otherwise: rest,
      span: this.span,
    };
  }

  /** 「90%以上满分,每低一档扣1分」: how far down, somebody must say. */
  protected downwards(rules: readonly Criterion[]): Criterion | null {
    const { arms, zeros, otherwise } = this.found;
    const full = this.full();
    const points = arms.length === 1 ? pointsOf(arms[0]!.award) : null;
    if (rules.length !== 1 || full === null || points === null || zeros.length > 0 || otherwise !== null) return null;
    const inner: Criterion = {
      kind: 'cases',
      arms: [{ when: comparedCondition(full), rule: { kind: 'fixed', points: FULL, span: arms[0]!.span } }],
      otherwise: rules[0]!,
      span: this.span,
    };
    return 'share' in points ? (points.share.eq(1) ? inner : null) : { kind: 'sum', items: [{ points, rule: inner }], span: this.span };
  }

  /** 「全申报1分,缺一项扣0.5;规范1分;按时2分,逾期扣1」: each arm with the deductions behind it. */
  protected groups(): Criterion | null {
    const { arms, deducts, worths } = this.found;
    if (!arms.every((arm) => arm.conditions !== null && onlyNames(arm.conditions))) return null;
    const items: { points: Points | null; rule: Criterion }[] = [];
    for (const [at, arm] of arms.entries()) {
      const points = pointsOf(arm.award);
      if (points === null || !('points' in points)) return null;
      const own = deducts.filter(({ after }) => after === at + 1).map(({ rule }) => rule);
      const when = this.conditionOf(arm.conditions!);
      if (when === null) return null;
      items.push({
        points,
        rule:
          own.length === 0
            ? { kind: 'award', when, points: FULL, otherwise: NO_POINTS, span: arm.span }
            : own.length === 1
              ? own[0]!
              : { kind: 'deductions', rules: own, span: arm.span },
      });
    }
    const general = deducts.filter(({ after }) => after === 0);
    const trailing = deducts.filter(({ after }) => after === arms.length).length;
    // A single deduction after the last of several items may speak of all of them.
    if (general.length > 0 || (deducts.length === trailing && arms.length > 1 && !worths.every(Boolean))) return null;
    if (deducts.length === trailing) return null;
    return this.vetoed({ kind: 'sum', items, span: this.span });
  }

  protected bothWays(): Criterion | null {
    const { deducts, awards, arms, zeros, otherwise } = this.found;
    if (deducts.length !== 1 || awards.length !== 1 || arms.length + zeros.length > 0 || otherwise !== null) return null;
    return {
      kind: 'readings',
      of: [
        { reading: 'counted-from-zero', rule: awards[0]! },
        { reading: 'counted-from-full', rule: deducts[0]!.rule },
      ],
      span: this.span,
    };
  }

  /** 「基础分6分，每…加2分，最高10分」. */
  protected based(): Criterion | null {
    const { awards, arms, zeros, otherwise } = this.found;
    if (this.base === null) return null;
    if (arms.length + zeros.length > 0 || otherwise !== null) return { kind: 'opaque', span: this.span };
    return {
      kind: 'sum',
      items: [
        { points: this.base, rule: { kind: 'fixed', points: FULL, span: this.span } },
        ...awards.map((rule) => ({ points: null, rule })),
      ],
      span: this.span,
    };
  }

  protected awards(): Criterion | null {
    const { awards, arms, otherwise } = this.found;
    if (otherwise !== null) return null;
    if (arms.length === 0)
      return this.vetoed(
        awards.length === 1 ? awards[0]! : { kind: 'sum', items: awards.map((rule) => ({ points: null, rule })), span: this.span },
      );
    return null;
  }
}
