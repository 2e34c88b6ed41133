/** What kind of rule a row is scored by, as scoring read it. Rows with a rule of their own are judged by that, not by the general one. */
import { directionOf, type IndicatorRow } from '../../score-table';
import { hasKind } from '../../scoring';
import type { Dec } from '../../workbook';
import type { CheckContext } from '../types';

export type RuleKind =
  | 'none' //    nothing is written: the general rule, where there is one
  | 'ratio' //   met is full, else in proportion: the general rule, written in the sheet
  | 'own' //     steps, deductions, items of its own, be they understood or not
  | 'vague'; //  words without figures

const FIGURES = /\d/;

export function ruleKind(context: CheckContext, row: IndicatorRow): RuleKind {
  const { rule } = context.expected(row.id);
  if (rule === null || rule.from === 'general' || rule.from === 'reconstructed') return 'none';
  const { criterion, facts, understood } = rule.parsed;
  const byRatio =
    hasKind(criterion, 'formula') &&
    facts.some(
      (ref) =>
        ref.role === 'actual' || ref.role === 'target' || (ref.role === 'own' && (ref.name === '完成率' || ref.name === '达到指标值')),
    );
  if (understood !== 'none') return byRatio ? 'ratio' : 'own';
  return FIGURES.test(rule.text) ? 'own' : 'vague';
}

/**
 * The row's rule, as far as it is known, gives exactly this score: 「达85%得5分，未达到的按比例」 at 90% of 100%. Not of what is to be kept low:
 * 「实际÷目标」 gives more there for less.
 */
export function ruleGives(context: CheckContext, row: IndicatorRow, score: Dec): boolean {
  const { rule, admissible } = context.expected(row.id);
  return rule !== null && directionOf(row).way !== 'down' && admissible.is === 'exact' && admissible.score.eq(score);
}
