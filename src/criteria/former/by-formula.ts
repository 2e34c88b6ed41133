/** A formula with the arms and vetoes beside it. */
import { Gathering } from './gathering';
import { quotients } from './formulas';
import { comparedCondition } from './measures';
import { plainName } from './naming';
import type { Conditions } from './readings';
import { onlyNames, conditionsText } from './sayings';
import { pointsOf, NO_POINTS } from './tables';
import { type Arm } from './arms';
import type { Condition, Criterion, Expr } from '../types';

function stripExpr(expr: Expr): unknown {
  if (expr.op === 'fact') return [expr.ref.kind, expr.ref.role, expr.ref.name];
  return expr.op === 'number' ? expr.value.toString() : expr.op;
}

function strip(condition: Condition): unknown {
  return condition.kind === 'holds'
    ? [condition.of.role, condition.of.name]
    : condition.kind === 'compare'
      ? [stripExpr(condition.left), condition.comparator, stripExpr(condition.right)]
      : condition.kind;
}

function isOpposite(one: Condition, two: Condition): boolean {
  if (two.kind === 'not') return JSON.stringify(strip(two.of)) === JSON.stringify(strip(one));
  if (one.kind !== 'compare' || two.kind !== 'compare') return false;
  const flipped = { '>=': '<', '>': '<=', '<': '>=', '<=': '>', '=': '' }[one.comparator];
  return (
    flipped === two.comparator &&
    JSON.stringify(stripExpr(one.left)) === JSON.stringify(stripExpr(two.left)) &&
    JSON.stringify(stripExpr(one.right)) === JSON.stringify(stripExpr(two.right))
  );
}

export class ByFormula extends Gathering {
  protected vetoed(rule: Criterion, expr: Expr | null = null): Criterion | null {
    let out = rule;
    for (const zero of this.found.zeros) {
      const when = this.ratioCondition(zero, expr) ?? this.countedCondition(zero) ?? this.conditionOf(zero.conditions!);
      if (when === null) return null;
      out = { kind: 'veto', when, score: NO_POINTS, rule: out, span: zero.span };
    }
    return out;
  }

  /** 「比值＞0.1」: of the only quotient of the formula. */
  /** 「迟报1天扣0.1分,超5天不得分」: the days are those counted. */
  protected countedCondition(zero: Arm): Condition | null {
    const term = zero.conditions!.terms[0]!;
    const counted = this.found.deducts
      .map(({ rule }) => rule)
      .find(
        (rule) => rule.kind === 'per-occurrence' && !rule.once && rule.of.unit === (term.between?.from ?? term.between?.to)?.value.unit,
      );
    if (zero.conditions!.terms.length !== 1 || term.between === null || counted?.kind !== 'per-occurrence' || counted.of.unit === '')
      return null;
    const named = plainName(term.name?.text ?? '');
    if (
      named !== '' &&
      !counted.of.name.includes(named) &&
      !/^(?:累计|合计|共|总计|超过|发现|出现|发现有|出现有|有|达|达到|累计发现|发生|存在|如有|全年累计|超)$/.test(named)
    )
      return null;
    return comparedCondition({ of: { op: 'fact', ref: counted.of }, between: term.between });
  }

  protected ratioCondition(zero: Arm, expr: Expr | null): Condition | null {
    const term = zero.conditions!.terms[0]!;
    if (
      zero.conditions!.terms.length !== 1 ||
      term.between === null ||
      !/^(?:该|其|上述)?(?:比值|比例|比率|比)$/.test(plainName(term.name?.text ?? ''))
    )
      return null;
    const all = expr === null ? [] : quotients(expr);
    return all.length === 1 ? comparedCondition({ of: all[0]!, between: term.between }) : null;
  }

  /** 「按完成率计分，得分=完成率×5分」: the formula says how. */
  protected explicitFormula(): void {
    const { formulas } = this.found;
    const explicit = formulas.filter(({ expr }) => expr !== null);
    if (
      explicit.length > 0 &&
      explicit.length < formulas.length &&
      formulas.every(({ expr, rule, lead }) => expr !== null || (rule.kind === 'formula' && lead === null))
    )
      formulas.splice(0, formulas.length, ...explicit);
  }

  protected formulas(): Criterion | null {
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
  protected isLabel(lead: Conditions): boolean {
    return onlyNames(lead) && !/[未不没无有]|完成|达到|超过|低于|向/.test(conditionsText(lead));
  }

  protected armsAndFormula(rule: Criterion, lead: Conditions | null, expr: Expr | null): Criterion | null {
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
    const cases: Criterion = {
      kind: 'cases',
      arms: whens,
      otherwise: rest ? rule : otherwise === null ? null : { kind: 'fixed', points: elsePoints!, span: otherwise.span },
      span: this.span,
    };
    return this.vetoed(cases, expr);
  }

  /** 「正向…；反向…」. */
  protected twoWays(): Criterion | null {
    const { formulas } = this.found;
    const [one, two] = formulas;
    if (one!.lead === null || two!.lead === null) return null;
    const first = conditionsText(one!.lead);
    const second = conditionsText(two!.lead);
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
}
