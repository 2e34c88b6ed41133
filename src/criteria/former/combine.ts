/** The statements of one item, or of a text without items, as one rule. */
import { ByCount } from './by-count';
import type { DeductionContext } from './deductions';
import type { Measured } from './measures';
import type { Places } from './naming';
import { rankTable } from './ranks';
import type { Name, Reading } from './readings';
import { onlyNames, conditionsText } from './sayings';
import { sumOrChoice } from './sums';
import { choice, FULL, isFullShare, measures, pointsOf, stepTable, NO_POINTS } from './tables';
import { type Arm } from './arms';
import type { Criterion, Span } from '../types';

export interface Combined {
  /** null: nothing here speaks of points. */
  readonly criterion: Criterion | null;
  /** Statements that were not understood. */
  readonly opaque: readonly Reading[];
}

const TABLES = new Set<Criterion['kind']>(['steps', 'choose', 'cases', 'award', 'readings']);
/** More than any form has. */
const MOST_PARTS = 60;

/** No figure lies in two of them: else it would have to be said which counts, or whether both do. */
function apart(measured: readonly Measured[]): boolean {
  return measured.every((one, at) =>
    measured.every((two, other) => {
      if (other <= at) return true;
      const below = (a: Measured, b: Measured): boolean =>
        a.between.to !== null && b.between.from !== null && a.between.to.value.value.lte(b.between.from.value.value);
      return below(one, two) || below(two, one);
    }),
  );
}

class Combining extends ByCount {
  result(): Combined {
    if (this.isTooMuch()) return { criterion: { kind: 'opaque', span: this.span }, opaque: this.found.opaque };
    this.sparedBeside();
    const core = this.valued(this.core());
    const limited = core === null ? null : this.limited(core);
    const exempted = this.exempted(limited);
    return this.withOpaque(exempted);
  }

  /** More than any form has: not read, so that the work and the tree stay small. */
  protected isTooMuch(): boolean {
    const { arms, zeros, deducts, awards, formulas, exempts } = this.found;
    return [arms, zeros, deducts, awards, formulas, exempts].some((list) => list.length > MOST_PARTS);
  }

  /** 「共5分」 is what the rule is worth. */
  protected valued(rule: Criterion | null): Criterion | null {
    const { total } = this.found;
    if (rule === null || total === null) return rule;
    // Two values for one rule: one of them belongs to something else.
    if (this.totals > 1 || (rule.kind === 'sum' && rule.items.length === 1 && rule.items[0]!.points !== null)) return null;
    const worth = rule.kind === 'sum' && rule.items.length > 1;
    return worth
      ? { kind: 'limit', atLeast: null, atMost: total, rule, span: this.span }
      : { kind: 'sum', items: [{ points: total, rule: rule.kind === 'sum' ? rule.items[0]!.rule : rule }], span: this.span };
  }

  protected core(): Criterion | null {
    const { formulas, deducts, awards, arms, zeros, otherwise } = this.found;
    this.explicitFormula();
    if (formulas.length > 0) {
      if (awards.length > 0) return null;
      const rule = this.formulas();
      return rule === null || deducts.length === 0
        ? rule
        : { kind: 'deductions', rules: [rule, ...deducts.map((one) => one.rule)], span: this.span };
    }
    if (deducts.length > 0 && awards.length > 0) return this.bothWays();
    if (deducts.length > 0) return this.deductions();
    if (awards.length > 0) return this.based() ?? this.awards();
    if (this.base !== null) return null;
    if (arms.length === 0 && zeros.length > 0 && otherwise === null) return this.vetoed({ kind: 'fixed', points: FULL, span: this.span });
    return arms.length === 0 && (zeros.length === 0 || otherwise === null) ? null : this.table();
  }

  /** 「控制率≤100%计6分…没有三公经费的得满分」: beside rules about figures. */
  protected sparedBeside(): void {
    const { arms, worths, exempts, deducts, formulas } = this.found;
    const at = arms.findIndex(
      (arm) =>
        arm.conditions !== null &&
        onlyNames(arm.conditions) &&
        isFullShare(pointsOf(arm.award)) &&
        /^(?:本年度|当年|年度内|本年|本单位)?(?:无|没有|未发生|不存在|未发现|未出现|不涉及)/.test(conditionsText(arm.conditions)),
    );
    const others = arms.filter((_, other) => other !== at);
    const beside = deducts.length + formulas.length > 0;
    if (
      at < 0 ||
      others.length === 0 ||
      (!beside && !others.every((arm) => arm.conditions !== null && !onlyNames(arm.conditions))) ||
      (others.length === 1 && deducts.length + formulas.length === 0)
    )
      return;
    const when = this.conditionOf(arms[at]!.conditions!);
    if (when === null) return;
    arms.splice(at, 1);
    worths.splice(at, 1);
    exempts.push({ when, policy: 'full' });
  }

  protected table(): Criterion | null {
    const { arms, zeros, otherwise, operand } = this.found;
    // In the order of the text.
    const all = [...arms, ...zeros].sort((one, two) => one.span[0] - two.span[0]);
    const ranked = zeros.length === 0 && otherwise === null ? rankTable(all, this.span) : null;
    if (ranked !== null) return ranked;
    const measured = measures(this.places, all, null) ?? measures(this.places, all, operand);
    if (this.found.lessening && (measured === null || !apart(measured))) return null;
    // Where only deductions are named, all else takes nothing off.
    if (this.found.lessening && otherwise === null && all.every((arm) => 'criterion' in arm.award || isFullShare(pointsOf(arm.award))))
      return stepTable(all, measured!, { conditions: null, award: { points: FULL }, span: this.span }, this.span);
    if (measured !== null) return stepTable(all, measured, otherwise, this.span);
    const rest = this.withoutVetoes(all);
    if (rest !== null) return rest;
    if (arms.length <= 1) return choice(this.places, all, otherwise, null, this.span);
    return sumOrChoice(this.places, { arms, zeros, all, otherwise, worths: this.found.worths }, this.span);
  }

  /** 「①…得2分；发现挪用的，本项不得分」: a veto on all, not one more level. */
  protected withoutVetoes(all: readonly Arm[]): Criterion | null {
    const { zeros, arms } = this.found;
    const figures = arms.every((arm) => arm.conditions !== null && !onlyNames(arm.conditions));
    const vetoes = zeros.filter(
      (zero) =>
        (zero.conditions !== null && onlyNames(zero.conditions) && (figures || this.vetoing.has(zero))) ||
        /^(?:发现|出现|如有|若有|凡有|一经)|截留|挪用|挤占|虚列|套取|弄虚作假|一票否决/.test(
          zero.conditions === null || !onlyNames(zero.conditions) ? '' : conditionsText(zero.conditions),
        ),
    );
    if (
      vetoes.length === 0 ||
      (vetoes.length < zeros.length && !figures) ||
      (!figures && arms.some((arm) => /^(?:未|无|没有|不存在|未发现)/.test(conditionsText(arm.conditions!))))
    )
      return null;
    const kept = zeros.filter((zero) => !vetoes.includes(zero));
    zeros.splice(0, zeros.length, ...kept);
    const rule = this.core();
    zeros.splice(0, zeros.length, ...vetoes);
    return rule === null || all.length === 0 ? null : this.vetoed(rule);
  }

  protected limited(rule: Criterion): Criterion {
    const { atMost, atLeast } = this.found;
    if (atMost === null && atLeast === null) return rule;
    if (rule.kind === 'formula' && atLeast === null && rule.cap === null) return { ...rule, cap: atMost };
    return { kind: 'limit', atLeast, atMost, rule, span: rule.span };
  }

  protected exempted(rule: Criterion | null): Criterion | null {
    const { exempts } = this.found;
    if (exempts.length === 0) return rule;
    let out: Criterion = rule ?? { kind: 'discretion', from: NO_POINTS, to: FULL, span: this.span };
    for (const { when, policy } of [...exempts].reverse()) out = { kind: 'exempt', when, policy, rule: out, span: this.span };
    return out;
  }

  protected scoring(): boolean {
    const { arms, zeros, otherwise, deducts, awards, formulas, exempts } = this.found;
    return arms.length + zeros.length + deducts.length + awards.length + formulas.length + exempts.length > 0 || otherwise !== null;
  }

  protected withOpaque(rule: Criterion | null): Combined {
    const { opaque } = this.found;
    const all: Criterion = { kind: 'opaque', span: this.span };
    if (rule === null) return this.scoring() ? { criterion: all, opaque } : { criterion: opaque.length > 0 ? all : null, opaque };
    if (opaque.length === 0) return { criterion: rule, opaque };
    // A table with a hole may be about something else altogether.
    if (TABLES.has(rule.kind) || !opaque.every((reading) => reading.is === 'opaque' && reading.lowers)) return { criterion: all, opaque };
    const unread = opaque.map((reading): Criterion => ({ kind: 'opaque', span: this.spanOf(reading) }));
    return {
      criterion: {
        kind: 'deductions',
        rules: rule.kind === 'deductions' ? [...rule.rules, ...unread] : [rule, ...unread],
        span: this.span,
      },
      opaque,
    };
  }
}

/** The readings of one item as one rule. */
export function combine(
  places: Places,
  readings: readonly Reading[],
  span: Span,
  operand: Name | null = null,
  threshold: DeductionContext['threshold'] = null,
): Combined {
  const combining = new Combining(places, span, operand, threshold);
  for (const reading of readings) combining.take(reading);
  const combined = combining.result();
  if (combined.criterion?.kind === 'opaque' && combined.opaque.length === 0)
    return {
      criterion: combined.criterion,
      opaque: readings.filter((reading) => reading.is !== 'background' && reading.is !== 'threshold'),
    };
  return combined;
}
