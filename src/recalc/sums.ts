/** Subtotals, scores of heading rows and totals of the self-score column, each added up from its leaves. */
import { addsUp, fullScoreOf, isClearNumber, isText, judgeSum, type StatedSum, statedSums, sumFormula } from '../checks';
import {
  decimalsShown,
  oldValuesReadBy,
  plainSumAt,
  readPoints,
  type ScoreCell,
  scoreCells,
  storedDecimals,
  storedPoints,
} from '../score-table';
import type { Derivation, Derivations } from '../scoring';
import { formReason, rangeReason, sumReason } from './texts';
import { halfUp, addrKey, type Content, Dec, errorText, type Evaluator, evaluatorOf, parseFormula } from '../workbook';
import { isReviewers } from './scores';
import type { Proposed, Step } from './sheet';
import { withFigure } from './typed-figure';

const ZERO = new Dec(0);
const RESIDUE = new Dec('1e-9');
const MOST_DECIMALS = 6;

type Kind = 'subtotal' | 'total';

/** Plans all sums of one kind. Subtotals come first: a total's formula may read them. */
export function planSums(step: Step, kind: Kind): void {
  const { scoreTable } = step.assessment;
  const { self } = scoreTable;
  if (self === null || isReviewers(scoreTable, self)) return;
  const own = statedSums({ scoreTable }, kind).filter((stated) => stated.column === self);
  const evaluate = evaluatorOf(step.book, { deep: true });
  const formulas = tableHasFormulas(step);
  for (const stated of own) if (kind === 'total' || isInUse(stated, own)) new SumPlan(step, kind, stated, evaluate, formulas).plan();
  for (const total of scoreTable.totals) {
    const slot = total.scores[self];
    if (total.kind === kind && total.covers === null && slot?.state === 'blank' && step.content(slot.at).kind === 'blank') {
      step.keep(kind, total.label.value, slot.at, { is: 'covers-unknown' });
    }
  }
}

/** A blank beside a heading is a place for a sum only where another heading has one. */
function isInUse(stated: StatedSum, all: readonly StatedSum[]): boolean {
  return stated.total !== null || stated.slot.value !== null || all.some((other) => other.total === null && other.slot.value !== null);
}

/** True where a score or a sum of this table is a formula. */
function tableHasFormulas(step: Step): boolean {
  const { scoreTable } = step.assessment;
  const scores = scoreTable.rows.flatMap((row) => row.scores.map((slot) => slot.at));
  const sums = [...statedSums({ scoreTable }, 'total'), ...statedSums({ scoreTable }, 'subtotal')].map((stated) => stated.slot.at);
  const weights = scoreTable.totals.flatMap((total) => (total.weight === undefined ? [] : [total.weight.at]));
  return [...scores, ...sums, ...weights].some((at) => step.content(at).kind === 'formula');
}

class SumPlan {
  private readonly cells: readonly ScoreCell[];
  /** Leaves whose score is still open. */
  private readonly open: readonly ScoreCell[];
  private readonly decimals: number;
  private readonly sum: Dec;
  private readonly filled: number;

  constructor(
    private readonly step: Step,
    private readonly kind: Kind,
    private readonly stated: StatedSum,
    private readonly evaluate: Evaluator,
    private readonly tableFormulas: boolean,
  ) {
    const { scoreTable } = step.assessment;
    this.cells = scoreCells(scoreTable, stated.rows, stated.column);
    this.open = this.cells.filter((cell) => isOpen(cell, step.assessment.derivations));
    const filled = this.cells.filter((cell) => cell.slot.value !== null);
    this.filled = filled.length;
    this.decimals = Math.min(MOST_DECIMALS, Math.max(2, ...filled.map((cell) => decimalsShown(cell.slot, step.book))));
    this.sum = halfUp(
      filled.reduce((all, cell) => all.plus(cell.slot.value!), ZERO),
      this.decimals,
    );
  }

  plan(): void {
    if (this.stated.slot.state === 'error') return this.keep({ is: 'error', error: errorText(this.stated.slot.raw) });
    if (!addsUp(this.step.assessment.scoreTable, this.stated))
      return this.stated.slot.state === 'blank' ? this.keep({ is: 'covers-unknown' }) : undefined;
    if (this.cells.length === 0 || this.step.doubted(this.stated.slot.at)) return;
    const content = this.step.content(this.stated.slot.at);
    if (content.kind === 'formula') this.formula(content.formula);
    else if (this.open.length > 0) this.incomplete();
    else if (this.stated.slot.state === 'blank' || content.kind === 'blank') this.blank();
    else this.typed(content.value);
  }

  /** A blank that remains is unknown, not 0: nothing is added up. */
  private incomplete(): void {
    if (this.stated.slot.state === 'blank')
      this.keep({ is: 'blanks-remain', rows: this.open.length, unclear: this.open.some(({ slot }) => isText(slot)) });
  }

  private blank(): void {
    if (this.isProRata()) return this.keep({ is: 'pro-rata' });
    const { totals } = this.step.options;
    const live = totals === 'formula' || (totals === 'keep' && this.tableFormulas) ? this.live() : null;
    this.write('filled', live ?? this.number(), this.reason());
  }

  private typed(held: Dec | string | boolean): void {
    const { value } = this.stated.slot;
    const wantsFormula = this.step.options.totals === 'formula';
    if (value === null) return this.keep({ is: 'text', text: String(held) });
    // What the audit takes for rounded is no mistake; but once a score below it has changed, the total follows exactly.
    const right = this.isRight(value) || (this.step.untouched && this.isRounded());
    if (right && !wantsFormula) return;
    if (!right && this.isProRata()) return this.keep({ is: 'pro-rata' });
    const live = wantsFormula ? this.live() : null;
    if (right) {
      if (live !== null) this.write('form', live, formReason('formula'));
      else this.keep(this.whyNotLive());
      return;
    }
    const figure = typeof held === 'string' ? withFigure(held, value, this.sum) : this.stored();
    if (figure === null) return this.keep({ is: 'text', text: String(held) });
    this.write('corrected', live ?? { kind: 'value', value: figure }, this.reason());
  }

  private formula(text: string): void {
    const comesTo = this.valueOf(text);
    const fault = this.step.assessment.findings.find(
      (one) => one.code === 'sum-range' && addrKey(one.cell) === addrKey(this.stated.slot.at),
    );
    const complete = this.open.length === 0;
    if (fault === undefined && (comesTo === null || !complete || this.isRight(comesTo))) {
      if (this.step.options.totals === 'value' && complete && comesTo !== null) this.write('form', this.number(), formReason('value'));
      return;
    }
    const plain = plainSumAt(this.step.book, this.stated.slot.at) !== null;
    if (!plain && fault === undefined) return this.isProRata() ? undefined : this.keep({ is: 'formula', expected: this.sum });
    if (this.step.options.totals === 'value' && complete) return this.write('corrected', this.number(), this.reason());
    const live = this.live();
    if (live === null) this.keep(this.whyNotLive());
    else this.write('corrected', live, fault === undefined ? this.reason() : rangeReason(this.filled, this.sum));
  }

  /** The sum itself, to as many decimals as the total shows; or the sum without 加分/扣分 rows, which some forms leave out. */
  private isRight(value: Dec): boolean {
    const bonus = this.cells.filter((cell) => cell.rows[0]!.role === 'bonus' && cell.slot.value !== null);
    const without = bonus.reduce((rest, cell) => rest.minus(cell.slot.value!), this.sum);
    const shown = (sum: Dec): Dec => halfUp(sum, Math.max(2, Math.min(this.decimals, value.decimalPlaces())));
    return [this.sum, without, shown(this.sum)].some((sum) => sum.minus(value).abs().lte(RESIDUE));
  }

  private isRounded(): boolean {
    const { scoreTable } = this.step.assessment;
    return judgeSum({ scoreTable, book: this.step.book, doubted: (at) => this.step.doubted(at) }, this.stated).is === 'rounded';
  }

  /** Rows that are not counted at all may call for a conversion to the full score: not for us to guess. */
  private isProRata(): boolean {
    return this.stated.rows.some((row) => {
      const admissible = this.step.assessment.derivations.get(row.id)?.admissible;
      return row.applies === false && admissible?.is === 'not-applicable' && admissible.treatment === 'excluded';
    });
  }

  private reason(): string {
    const full = this.kind === 'total' ? fullScoreOf(this.step.assessment.scoreTable) : null;
    const bonus = this.cells.some((cell) => cell.rows[0]!.role === 'bonus');
    return sumReason(this.filled, this.sum, full !== null && this.sum.gt(full) && !bonus ? full : null);
  }

  private number(): Content {
    return { kind: 'value', value: this.stored() };
  }

  private stored(): Dec {
    return storedPoints(this.stated.slot, this.sum);
  }

  /** The sum as a formula over the leaves; null where it would not come to the sum (texts that SUM passes over, another sheet). */
  private live(): Content | null {
    const { at } = this.stated.slot;
    if (this.cells.some((cell) => cell.slot.at.sheet !== at.sheet)) return null;
    const formula = sumFormula(this.cells)
      .slice(1)
      .replace(/,\d+\)$/, `,${storedDecimals(this.stated.slot, this.decimals)})`);
    const value = this.valueOf(formula);
    return value !== null && value.minus(this.sum).abs().lte(RESIDUE) ? { kind: 'formula', formula, stored: this.stored() } : null;
  }

  /** Why a formula would not come to the sum. */
  private whyNotLive(): Parameters<Step['keep']>[3] {
    const old = oldValuesReadBy(this.step.book, this.stated.slot.at);
    return old.length === 0 ? { is: 'text-scores' } : { is: 'old-values', cells: old.map((one) => one.at) };
  }

  private valueOf(formula: string): Dec | null {
    const result = this.evaluate(parseFormula(formula), this.stated.slot.at);
    return result !== 'unknown' && 'value' in result && result.value instanceof Dec ? readPoints(this.stated.slot, result.value) : null;
  }

  private write(how: Proposed['how'], after: Content, reason: string): void {
    this.step.change({ part: this.kind, how, name: this.name(), at: this.stated.slot.at, after, reason });
  }

  private keep(why: Parameters<Step['keep']>[3]): void {
    this.step.keep(this.kind, this.name(), this.stated.slot.at, why);
  }

  private name(): string {
    return this.stated.label.replace(/\s+/g, '').replace(/[:：].*$/, '');
  }
}

/**
 * Without a number, or with a text of which nobody knows the number, and yet to be scored. A row that does not apply is open as well, unless
 * its rule says that nothing is counted for it: full marks would be a score like any other.
 */
export function isOpen({ slot, rows }: ScoreCell, derivations: Derivations): boolean {
  if (isText(slot) && slot.value !== null && !isClearNumber(slot)) return true;
  if (slot.value !== null || rows[0]!.role === 'bonus') return false;
  return !rows.every((row) => row.applies === false && countsNothing(derivations.get(row.id)));
}

function countsNothing(derivation: Derivation | undefined): boolean {
  return derivation?.admissible.is === 'not-applicable' && derivation.admissible.treatment !== 'full';
}
