import { executionRate, explanation, namesDeduction, saysDone, saysNothing, type Slot } from '../../score-table';
import { type Addr, addrKey, type Dec } from '../../workbook';
import { accused, TABLE } from '../support/accused';
import { EVALUATION_RULES } from '../support/basis';
import { deductedRows, scoredRowsRead, type ScoredRow } from '../support/deductions';
import { compareQuantities, directionOf, saysWhy } from '../../score-table';
import { asksForReason, isDescription, isReviewersColumn, reasonHeader } from '../support/reason-column';
import { quotedSlot } from '../support/quoted';
import type { Check, CheckContext, Raw } from '../types';

export interface DeductionUnexplained {
  /**
   * blank: an empty cell · nothing: 「无」 「0」 · undescribed: words that name no deduction · box: only the 其他说明 box could have
   * said it · missed: a table without scores, a target that was not reached and no reason.
   */
  readonly how: 'blank' | 'nothing' | 'undescribed' | 'box' | 'missed';
  readonly lost: readonly { readonly name: string; readonly score: Dec; readonly weight: Dec; readonly at: Addr }[];
  readonly header: string;
  readonly text: string;
  /** missed: 「的指标值为「≥95%」，完成值为「80%」」; '' else. */
  readonly values: string;
}

/** Points lost by rows whose one reason cell (own or merged) is `slot`. */
interface Lost {
  readonly slot: Slot<string>;
  readonly rows: ScoredRow[];
}

export const deductionUnexplained: Check<DeductionUnexplained> = {
  code: 'deduction-unexplained',
  title: '扣分未说明原因',
  headline: '扣分未说明原因',
  severities: ['mandatory', 'advisory'],
  basis: { ...EVALUATION_RULES, article: '未完成绩效目标的，应分析并说明原因、提出改进措施' },
  needs: ['reasons'],
  explain: {
    looksFor:
      '自评得分低于分值、而原因（说明）栏为空或只填「无」「0」「/」的指标；没有原因栏的表看「其他说明」栏；资金执行率一行没有原因栏的不查。没有得分列的表（转移支付自评）看完成值未达到指标值、原因栏为空的指标。',
    howToFix: '在该行原因栏写明为什么扣分、扣了几分、如何改进；确属误扣的，改正得分。',
  },
  *run(context) {
    // Tables of targets without scores (转移支付): a missed target is what calls for a reason.
    if (context.scoreTable.self === null) yield* missedTargets(context);
    const deducted = deductedRows(context).filter((one) => one.row.role !== 'execution' || !fullScoreDue(context));
    const scored = scoredRowsRead(context);
    for (const lost of byReasonCell(deducted)) {
      const raw = judge(context, lost, scored);
      if (raw !== null) yield raw;
    }
    const raw = boxAlone(context, deducted);
    if (raw !== null) yield raw;
  },
  message(data, words, finding) {
    if (data.how === 'missed') {
      const what = data.text === '' ? '为空' : `只填了「${cut(data.text)}」`;
      return `${words.name(finding.indicator ?? '')}${data.values}，未达到指标值，${data.header}一栏（${words.cell(finding.cell)}）${what}。请补充未完成原因和改进措施，或核实完成值。`;
    }
    const rows = data.lost
      .map((one) => `${words.name(one.name)}（${words.cell(one.at)}）得${words.number(one.score)}分、分值${words.number(one.weight)}分`)
      .join('；');
    if (data.how === 'box') return `${rows}，本表没有原因栏，「其他说明」栏也未说明扣分原因。请在该栏补充扣分原因和改进措施。`;
    if (data.how === 'undescribed')
      return `${rows}，${data.header}一栏写的是「${cut(data.text)}」，看不出为什么扣分。请补充扣分原因和改进措施，或核实得分。`;
    const what = data.how === 'blank' ? '为空' : `只填了「${cut(data.text)}」`;
    return `${rows}，${data.header}一栏${what}。扣分应当说明原因，请补充扣分原因和改进措施；如属误扣，请改正得分。`;
  },
};

function judge(context: CheckContext, { slot, rows }: Lost, scored: readonly ScoredRow[]): Raw<DeductionUnexplained> | null {
  const first = rows[0]!;
  const header = reasonHeader(context.scoreTable, first.row);
  if (isReviewersColumn(header)) return null;
  const text = explanation(slot);
  const nothing = saysNothing(text);
  if (nothing && explainedInBox(context, rows)) return null;
  const silent = nothing || saysDone(text) || (isDescription(header, scored) && !namesDeduction(text));
  if (!silent) return null;
  const certain = nothing && asksForReason(header) && saysNothing(explanation(context.scoreTable.remarks));
  return {
    severity: certain ? 'mandatory' : 'advisory',
    accused: accused(first.row.id, 'reason'),
    accountsFor: rows.slice(1).map((one) => accused(one.row.id, 'reason')),
    cell: slot.at,
    related: rows.map((one) => one.at),
    indicator: first.row.name.value,
    data: { how: text === '' ? 'blank' : nothing ? 'nothing' : 'undescribed', lost: lostOf(rows), header, text, values: '' },
    actual: text === '' ? null : text,
  };
}

function* missedTargets(context: CheckContext): Iterable<Raw<DeductionUnexplained>> {
  const { scoreTable } = context;
  const year = scoreTable.year?.value ?? null;
  for (const row of scoreTable.rows) {
    const [target, actual] = [row.target?.value ?? null, row.actual?.value ?? null];
    if (
      row.role !== 'indicator' ||
      row.applies === false ||
      row.reason === undefined ||
      saysWhy(row.reason) ||
      target === null ||
      actual === null
    )
      continue;
    if ([row.target!, row.actual!, row.reason].some((slot) => context.doubted(slot.at))) continue;
    const direction = directionOf(row);
    if (compareQuantities(target, actual, direction, year) !== 'missed') continue;
    const text = explanation(row.reason);
    yield {
      severity: direction.certain && asksForReason(reasonHeader(scoreTable, row)) ? 'mandatory' : 'advisory',
      accused: accused(row.id, 'reason'),
      cell: row.reason.at,
      related: [row.actual!.at],
      indicator: row.name.value,
      data: {
        how: 'missed',
        lost: [],
        header: reasonHeader(scoreTable, row),
        text,
        values: `的指标值为「${quotedSlot(row.target!)}」，完成值为「${quotedSlot(row.actual!)}」`,
      },
      actual: text === '' ? null : text,
    };
  }
}

/** The form has no reason column at all, but a box that might have said it. */
function boxAlone(context: CheckContext, deducted: readonly ScoredRow[]): Raw<DeductionUnexplained> | null {
  const box = context.scoreTable.remarks;
  const rows = deducted.filter((one) => one.row.role === 'indicator' && one.members.every((member) => member.reason === undefined));
  if (box === undefined || rows.length === 0) return null;
  const text = explanation(box);
  if (!saysNothing(text) && !saysDone(text)) return null;
  return {
    severity: 'advisory',
    accused: accused(TABLE, 'reason'),
    cell: box.at,
    related: rows.map((one) => one.at),
    indicator: rows.length === 1 ? rows[0]!.row.name.value : null,
    data: { how: 'box', lost: lostOf(rows), header: '其他说明', text, values: '' },
    actual: text === '' ? null : text,
  };
}

/** The box speaks of this row by name, or of points taken off. */
function explainedInBox(context: CheckContext, rows: readonly ScoredRow[]): boolean {
  const text = explanation(context.scoreTable.remarks);
  return !saysNothing(text) && (/扣/.test(text) || rows.some((one) => text.includes(one.row.name.value.replace(/\s/g, ''))));
}

/** Where several lines share one score, the reason may stand at any of them. */
function byReasonCell(deducted: readonly ScoredRow[]): Iterable<Lost> {
  const cells = new Map<string, Lost>();
  for (const one of deducted) {
    const slots = one.members.flatMap((member) => (member.reason === undefined ? [] : [member.reason]));
    const slot = slots.find((each) => !saysNothing(explanation(each))) ?? slots[0];
    // What a picture says, people can read.
    if (slot === undefined || slots.some((each) => each.state === 'picture')) continue;
    const known = cells.get(addrKey(slot.at));
    if (known === undefined) cells.set(addrKey(slot.at), { slot, rows: [one] });
    else known.rows.push(one);
  }
  return cells.values();
}

function fullScoreDue(context: CheckContext): boolean {
  return executionRate(context.scoreTable)?.gte(1) ?? false;
}

function lostOf(rows: readonly ScoredRow[]): DeductionUnexplained['lost'] {
  return rows.map((one) => ({ name: one.row.name.value, score: one.score, weight: one.weight, at: one.at }));
}

function cut(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
