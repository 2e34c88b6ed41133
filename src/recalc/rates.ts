/** The execution rate of 年度资金总额. Its parts are never filled: forms leave them blank. */
import { executionRow, fundingTotal, type Slot } from '../score-table';
import { AMOUNT_NAMES, denominator, type ExecutionRate, rateAsTyped, rateOn } from '../checks';
import { rateReason } from './texts';
import { addrKey, type Content, type Dec, errorText } from '../workbook';
import type { Step } from './sheet';
import type { Proposed } from './sheet';

/** Fills a blank rate; with `all` corrects one that is beyond doubt not 执行数÷预算数, or rounded or cut. */
export function planRate(step: Step): void {
  const { scoreTable } = step.assessment;
  const total = fundingTotal(scoreTable);
  if (total?.rate === undefined) return;
  const on = denominator(scoreTable.funding!);
  const expected = rateOn(total, on);
  const { rate } = total;
  if (rate.state === 'error')
    return step.keep('rate', total.label.value.replace(/[:：]\s*$/, ''), rate.at, { is: 'error', error: errorText(rate.raw) });
  if (expected === null || step.content(rate.at).kind === 'formula') return;
  if ([total.executed, total[on], rate].some((slot) => step.doubted(slot?.at))) return;
  const after: Content = { kind: 'value', value: rateAsTyped(rate, step.book, expected) };
  const name = total.label.value.replace(/[:：]\s*$/, '');
  const reason = rateReason(AMOUNT_NAMES[on], total.executed!.value!, total[on]!.value!, expected);
  const proposed = { part: 'rate' as const, name, at: rate.at, after, reason };
  if (rate.state === 'blank') step.change({ ...proposed, how: 'filled' });
  else if (rate.value !== null) correct(step, rate, expected, { ...proposed, how: 'corrected' });
}

function correct(step: Step, rate: Slot<Dec>, expected: Dec, proposed: Proposed): void {
  const { scoreTable, findings } = step.assessment;
  const key = executionRow(scoreTable)?.id;
  const finding = findings.find(
    (one) => one.code === 'execution-rate' && one.accused.row === key && addrKey(one.cell) === addrKey(rate.at),
  );
  if (finding === undefined) return;
  const { how } = finding.data as ExecutionRate;
  const { name, at, reason } = proposed;
  if (how !== null && how !== 'rounded' && how !== 'cut') step.keep('rate', name, at, { is: 'rate-otherwise' });
  else if (step.options.scores !== 'all') step.keep('rate', name, at, { is: 'needs-all', expected, because: reason });
  else if (expected.gt(rate.value!) && !step.options.raise) step.keep('rate', name, at, { is: 'needs-raise', expected, because: reason });
  else step.change(proposed);
}
