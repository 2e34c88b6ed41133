/** Scored rows with what the rules say of their score, for the checks that compare the two. */
import { type Derivation, type Fact, isWeaklyBound, type Rule, type RuleSource } from '../../scoring';
import { type IndicatorRow, scoredRows, selfScore, type Slot, stepOfOthers } from '../../score-table';
import type { Addr, Dec } from '../../workbook';
import type { CheckContext, Finding, Raw } from '../types';
import type { Words } from '../../words';

export interface Derived {
  readonly row: IndicatorRow;
  readonly slot: Slot<Dec>;
  readonly score: Dec;
  /** null for 加分/扣分 rows. */
  readonly weight: Dec | null;
  readonly derivation: Derivation;
  readonly rule: Rule;
  /** The step to which the other scores of the sheet go. */
  readonly step: Dec;
}

/** Rules that bind: the sheet's own, and those a reviewer or an official text sets above it. */
const BINDING: ReadonlySet<RuleSource> = new Set<RuleSource>(['template', 'chosen', 'official', 'sheet', 'note']);

export function isBinding(rule: Rule): boolean {
  return BINDING.has(rule.from);
}

/** Understood whole and binding, and its facts are called by their names: then what contradicts it is beyond doubt. */
export function isBeyondDoubt({ rule, derivation }: Pick<Derived, 'rule' | 'derivation'>): boolean {
  return isBinding(rule) && rule.parsed.understood === 'whole' && !isWeaklyBound(derivation);
}

/** Rows with a self-score and a rule; not where the score, the 分值, the rule or a fact it rests on is doubted. */
export function* derivedRows(context: CheckContext): Iterable<Derived> {
  const { scoreTable } = context;
  if (scoreTable.self === null) return;
  for (const row of scoredRows(scoreTable)) {
    const slot = selfScore(scoreTable, row);
    if (slot?.value == null || row.shares !== undefined || context.doubted(slot.at)) continue;
    const derivation = context.expected(row.id);
    const { rule } = derivation;
    if (rule === null || isDoubted(context, row, derivation)) continue;
    const weight = row.role === 'bonus' ? null : (row.weight?.value ?? null);
    yield { row, slot, score: slot.value, weight, derivation, rule, step: stepOfOthers(scoreTable, row, scoreTable.self) };
  }
}

/** What `judge` finds on each of them. */
export function* judgedRows<D>(context: CheckContext, judge: (context: CheckContext, derived: Derived) => Raw<D> | null): Iterable<Raw<D>> {
  for (const derived of derivedRows(context)) {
    const raw = judge(context, derived);
    if (raw !== null) yield raw;
  }
}

function isDoubted(context: CheckContext, row: IndicatorRow, { rule, facts }: Derivation): boolean {
  const cells = [row.weight?.at, rule?.at, ...facts.flatMap((fact) => fact.cells)];
  return cells.some((at) => at !== undefined && context.doubted(at));
}

/** Cells a derivation rests on, the rule's first, each once. */
export function restingOn({ rule, facts }: Derivation): readonly Addr[] {
  const cells = [...(rule?.at === undefined ? [] : [rule.at]), ...facts.flatMap((fact) => fact.cells)];
  return cells.filter(
    (at, index) => cells.findIndex((one) => one.sheet === at.sheet && one.row === at.row && one.col === at.col) === index,
  );
}

/** 「按评分标准（F8）」, 「按表下注释（A40）」, 「按一般规则」 … */
export function ruleText(rule: Rule, words: Words): string {
  const at = rule.at === undefined ? '' : `（${words.cell(rule.at)}）`;
  switch (rule.from) {
    case 'sheet':
      return `按评分标准${at}`;
    case 'note':
      return `按表下注释${at}`;
    case 'general':
      return '按完成比例计分的一般规则';
    case 'template':
      return '按下发表样的评分标准';
    default:
      return '按所选标准的评分规则';
  }
}

/** 「「完成率」的得分（G5）填5分，按评分标准（F5）和完成率90%（H5）」: how a sentence on a score and its rule begins. */
export function scoreAndRule(
  data: { readonly name: string; readonly stated: Dec; readonly rule: Rule; readonly facts: readonly Fact[] },
  words: Words,
  finding: Pick<Finding, 'cell'>,
): string {
  const facts = factsText(data.facts, words);
  return `${words.name(data.name)}的得分（${words.cell(finding.cell)}）填${words.number(data.stated)}分，${ruleText(data.rule, words)}${facts === '' ? '' : `和${facts}`}`;
}

/** What the score was worked out from: 「三公经费控制率103%（H8）」; at most three, then 「等」. */
export function factsText(facts: readonly Fact[], words: Words): string {
  const said = facts.flatMap((fact) => sayable(fact, words) ?? []);
  return said.length === 0 ? '' : `${said.slice(0, 3).join('、')}${said.length > 3 ? '等' : ''}`;
}

function sayable(fact: Fact, words: Words): string | undefined {
  const { ref, value, at } = fact;
  if (typeof value === 'boolean') return undefined;
  const name = ref.role === 'target' ? '指标值' : ref.role === 'actual' ? '完成值' : ref.name;
  const figure =
    typeof value === 'string'
      ? `「${value}」`
      : ref.kind === 'rate'
        ? words.percent(value)
        : `${words.number(value)}${fact.unit ?? ref.unit}`;
  return `${name}${ref.kind === 'count' && name !== '' ? '：' : ''}${figure}${at === undefined ? '' : `（${words.cell(at)}）`}`;
}

/** 执行率 × 分值: execution-score says so. Another rule for the execution rate is judged like any other row's. */
export function isPlainExecutionRule(row: IndicatorRow, rule: Rule): boolean {
  if (row.role !== 'execution') return false;
  if (rule.from === 'general') return true;
  const { criterion } = rule.parsed;
  const formula = criterion.kind === 'limit' ? criterion.rule : criterion;
  return (
    formula.kind === 'formula' &&
    formula.expr.op === 'multiply' &&
    [formula.expr.left, formula.expr.right].some((side) => side.op === 'max-points')
  );
}
