/** A rule part by part, each with the words it was read from. */
import { describeCriterion } from './describe';
import type { Criterion, Span } from './types';
import { conditionText, isNothing, pointsText } from './wording/figures';

export interface RulePart {
  /** In the text as written; may be all of it. */
  readonly span: Span;
  /** What it was read as, in a line. */
  readonly says: string;
}

const POLICIES = { full: '得满分', excluded: '不计分', 'no-deduction': '不扣分', zero: '得0分' } as const;

/** In the order of the text. Readings are not taken apart: each is a rule of its own. */
export function rulePartsOf(criterion: Criterion): readonly RulePart[] {
  return [...partsOf(criterion)].sort((one, other) => one.span[0] - other.span[0] || one.span[1] - other.span[1]);
}

function partsOf(rule: Criterion): readonly RulePart[] {
  switch (rule.kind) {
    case 'veto':
      return [
        ...below(rule.rule),
        { span: rule.span, says: `${conditionText(rule.when)}：${isNothing(rule.score) ? '不得分' : `得${pointsText(rule.score)}`}` },
      ];
    case 'exempt':
      return [...below(rule.rule), { span: rule.span, says: `${conditionText(rule.when)}：${POLICIES[rule.policy]}` }];
    case 'deductions':
      return rule.rules.flatMap(partsOf);
    case 'sum':
      return rule.items.length === 1
        ? partsOf(rule.items[0]!.rule)
        : rule.items.map(({ points, rule: item }) => ({
            span: item.span,
            says: points === null ? describeCriterion(item) : `${pointsText(points)}（${describeCriterion(item)}）`,
          }));
    case 'cases':
      return [
        ...rule.arms.map((arm) => ({ span: arm.rule.span, says: `${conditionText(arm.when)}：${describeCriterion(arm.rule)}` })),
        ...(rule.otherwise === null ? [] : [{ span: rule.otherwise.span, says: `其余：${describeCriterion(rule.otherwise)}` }]),
      ];
    default:
      return [{ span: rule.span, says: describeCriterion(rule) }];
  }
}

/** What takes all of the points says so itself; full points for the rest go without saying. */
const below = (rule: Criterion): readonly RulePart[] => (rule.kind === 'fixed' ? [] : partsOf(rule));
