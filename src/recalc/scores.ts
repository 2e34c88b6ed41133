import {
  type IndicatorRow,
  isUnfilled,
  rounded,
  type ScoreCell,
  scoreCells,
  scoreDecimals,
  scoredRows,
  type ScoreTable,
  stepOfOthers,
  storedPoints,
} from '../score-table';
/** Scores that the rules determine. What a person decides, or what rests on a fact nobody gave, is left and listed. */
import { type Dec, errorText } from '../workbook';
import { notApplicableReason, scoreReason } from './texts';
import { type Derivation, isWeaklyBound } from '../scoring';
import { determinedScore, type DeterminedScore } from './determined-score';
import { liveFormula } from './live-formula';
import type { Step } from './sheet';
import type { Why } from './types';

/** Plans the self-scores of one table; how many scores stand as a person wrote them because the rules leave them open. */
export function planScores(step: Step): number {
  const { scoreTable } = step.assessment;
  const { self } = scoreTable;
  if (self === null || isReviewers(scoreTable, self)) return 0;
  const decimals = Math.max(2, scoreDecimals(scoreTable));
  const cells = scoreCells(scoreTable, scoredRows(scoreTable), self).filter((cell) => cell.rows[0]!.role !== 'bonus');
  const unfilled = isUnfilled(scoreTable);
  let asStated = 0;
  for (const cell of cells) asStated += new CellPlan(step, cell, self, decimals, unfilled).plan() ? 1 : 0;
  return asStated;
}

/** The only score column of a form may be the reviewer's. */
export function isReviewers(scoreTable: ScoreTable, column: number): boolean {
  const kind = scoreTable.scoreColumns[column]?.kind;
  return kind === 'review' || kind === 'finance';
}

const isUnnamed = (derivation: Derivation | undefined): boolean => derivation !== undefined && isWeaklyBound(derivation);

class CellPlan {
  private readonly row: IndicatorRow;
  private readonly name: string;

  constructor(
    private readonly step: Step,
    private readonly cell: ScoreCell,
    private readonly column: number,
    private readonly decimals: number,
    private readonly unfilled: boolean,
  ) {
    this.row = cell.rows[0]!;
    this.name = this.row.name.value.replace(/[:：]\s*$/, '');
  }

  /** True where a typed score stays because the rules leave it open. */
  plan(): boolean {
    const { slot } = this.cell;
    const content = this.step.content(slot.at);
    const derivation = this.step.assessment.derivations.get(this.row.id);
    const due = this.due(derivation);
    if (slot.state === 'error') {
      this.keep({ is: 'error', error: errorText(slot.raw) });
      return false;
    }
    if (content.kind === 'formula') return this.formula(due);
    if (slot.state === 'blank') {
      this.blank(derivation, due);
      return false;
    }
    if (slot.value === null) {
      this.keep({ is: 'text', text: String(slot.raw ?? '').trim() });
      return false;
    }
    if (due !== null) return this.typed(due, slot.value);
    if (!this.step.questioned(slot.at)) return true;
    const why = derivation?.admissible.is === 'unknown' ? derivation.admissible.why : null;
    this.keep(why === 'no-target' || why === 'no-actual' ? this.whyOpen(derivation) : { is: 'questioned' });
    return false;
  }

  private due(derivation: Derivation | undefined): DeterminedScore | null {
    if (derivation === undefined || this.cell.rows.length > 1 || this.row.weightFrom === 'merged') return null;
    if (derivation.facts.some((fact) => [fact.at, ...fact.cells].some((at) => this.step.doubted(at)))) return null;
    if (this.step.doubted(this.cell.slot.at) || this.step.doubted(this.row.weight?.at)) return null;
    if (isUnnamed(derivation) || this.step.directionMatters(this.row)) return null;
    const due = determinedScore(derivation, this.row, this.decimals);
    return due !== null && this.isProjectsRule(derivation, due.score) ? null : due;
  }

  /** The general rule says what a project loses that missed its target; on a department's sheet each place has its own. */
  private isProjectsRule({ rule }: Derivation, score: Dec): boolean {
    const weight = this.row.weight?.value ?? null;
    return this.step.assessment.scoreTable.kind === 'whole' && rule?.from === 'general' && weight !== null && score.lt(weight);
  }

  private blank(derivation: Derivation | undefined, due: DeterminedScore | null): void {
    if (due !== null) this.write(due, 'filled');
    else if (!this.unfilled) this.keep(isUnnamed(derivation) ? { is: 'unnamed' } : this.whyOpen(derivation));
  }

  private whyOpen(derivation: Derivation | undefined): Why {
    if (this.row.applies === false) return { is: 'not-applicable' };
    if (derivation === undefined) return { is: 'unknown', why: 'no-rule' };
    const { admissible, missing } = derivation;
    if (this.cell.rows.length > 1 || this.row.weightFrom === 'merged') return { is: 'shared' };
    switch (admissible.is) {
      case 'exact':
        return this.isProjectsRule(derivation, admissible.score) ? { is: 'unknown', why: 'no-rule' } : { is: 'doubted' };
      case 'not-applicable':
        return { is: 'not-applicable' };
      case 'one-of':
        return { is: 'several', scores: admissible.scores, missing };
      case 'range':
        return { is: 'range', from: admissible.from, to: admissible.to, missing };
      case 'unknown':
        return missing.length > 0 && (admissible.why === 'facts-missing' || admissible.why === 'not-understood')
          ? { is: 'facts', missing }
          : { is: 'unknown', why: admissible.why };
    }
  }

  /** A formula computes by itself: never replaced, only spoken of where it differs. */
  private formula(due: DeterminedScore | null): boolean {
    const { slot } = this.cell;
    if (due === null) return slot.value !== null;
    if (slot.value !== null && this.differs(slot.value, due)) this.keep({ is: 'formula', expected: due.score });
    return false;
  }

  private typed(due: DeterminedScore, stated: Dec): boolean {
    if (!this.differs(stated, due)) return false;
    const { options } = this.step;
    const says = { expected: due.score, because: due.arithmetic };
    if (options.scores !== 'all') this.keep({ is: 'needs-all', ...says });
    else if (due.score.gt(stated) && !options.raise) this.keep({ is: 'needs-raise', ...says });
    else this.write(due, 'corrected');
    return false;
  }

  /** A score rounded as the whole sheet rounds is right. */
  private differs(stated: Dec, due: DeterminedScore): boolean {
    const step = stepOfOthers(this.step.assessment.scoreTable, this.row, this.column);
    const full = this.row.role === 'bonus' ? null : (this.row.weight?.value ?? null);
    return due.readings.every((exact) => rounded(stated, { ...exact, full }, step).is !== 'right');
  }

  private write(due: DeterminedScore, how: 'filled' | 'corrected'): void {
    const { slot } = this.cell;
    const derivation = this.step.assessment.derivations.get(this.row.id);
    const reason = due.treatment === null ? scoreReason(derivation?.rule ?? null, due.arithmetic) : notApplicableReason(due.treatment);
    const after = liveFormula(this.step, this.cell, this.column, due) ?? { kind: 'value' as const, value: storedPoints(slot, due.score) };
    this.step.change({ part: 'score', how, name: this.name, at: slot.at, after, reason });
  }

  private keep(why: Why): void {
    this.step.keep('score', this.name, this.cell.slot.at, why);
  }
}
