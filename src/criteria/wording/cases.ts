import type { Condition, Criterion } from '../types';
import { conditionText, formulaText } from './figures';
import { accordingTo, capText, isEitherWay } from './formulas';

type Cases = Extract<Criterion, { kind: 'cases' }>;
type Write = (rule: Criterion) => string;

const isOwn = (condition: Condition, name: string): boolean =>
  condition.kind === 'holds' && condition.of.role === 'own' && condition.of.name === name;

/** A table whose consequences are rules; the common ones in the words people use for them. */
export function casesText(rule: Cases, write: Write): string {
  const { arms, otherwise } = rule;
  const first = arms[0]!;
  if (otherwise?.kind === 'formula' && arms.length === 1) {
    if (isOwn(first.when, '正向指标') && first.rule.kind === 'formula') return `正向指标${write(first.rule)}，反向指标${write(otherwise)}`;
    if (!isOwn(first.when, '达到指标值')) return `${write(otherwise)}。${armText(first, write)}`;
  }
  const said = arms.map((arm) => armText(arm, write)).join('；');
  if (otherwise === null) return said;
  if ((otherwise.kind === 'per-occurrence' || otherwise.kind === 'per-point') && otherwise.effect === 'deduct')
    return `${said}，${write(otherwise)}`;
  return `${said}；${arms.length === 1 && isOwn(first.when, '达到指标值') ? '未达到指标值的，' : '否则'}${otherwiseText(otherwise, write)}`;
}

function armText({ when, rule }: Cases['arms'][number], write: Write): string {
  if (rule.kind === 'formula')
    return `${conditionText(when)}的，${isUnmet(when) ? accordingTo(rule) : `得分=${formulaText(rule.expr)}${capText(rule.cap)}`}`;
  return `${conditionText(when)}的${write(rule)}`;
}

const isUnmet = (when: Condition): boolean => when.kind === 'not' && isOwn(when.of, '达到指标值');

function otherwiseText(rule: Criterion, write: Write): string {
  if (rule.kind === 'formula') return accordingTo(rule);
  if (rule.kind === 'cases' && rule.arms.length === 1 && rule.otherwise !== null && isEitherWay(rule.arms[0]!.rule, rule.otherwise))
    return '按B/A或A/B×分值计分';
  return write(rule);
}
