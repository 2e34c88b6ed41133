/** What kind of rule a row is scored by, as scoring read it. Rows with a rule of their own are judged by that, not by the general one. */
import type { IndicatorRow } from '../../score-table';
import { hasKind } from '../../scoring';
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
