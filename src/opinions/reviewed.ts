/** 复核分: what people typed, row by row, and what it adds up to. Nothing of it is ours; 重算分 stands elsewhere. */
import type { IndicatorJson, TableJson } from '../receipt';
import { Dec, decOfNumber } from '../workbook';
import type { FittedOpinions } from './fit';
import { rowsByKey } from './rows';

export interface ReviewedRow {
  readonly key: string;
  readonly row: IndicatorJson;
  readonly self: Dec | null;
  /** As typed; '' where nothing was. */
  readonly typed: string;
  /** null: nothing was typed, or no number. */
  readonly review: Dec | null;
  /** 自评分 − 复核分; null where one of them is unknown. */
  readonly cut: Dec | null;
  readonly why: string;
}

export interface ReviewedScores {
  readonly rows: readonly ReviewedRow[];
  /** Typed in the unit's own sheet, which has a column for it; else in the reviewer's file. */
  readonly inSheet: boolean;
  /** Rows with a 复核分, of those that have a 自评分. */
  readonly done: number;
  readonly of: number;
  readonly self: Dec | null;
  /** null: not every row has one, or the form's scores are not simply added up. */
  readonly review: Dec | null;
  readonly cut: Dec | null;
  readonly selfGrade: string | null;
  /** By the cut-offs in force. */
  readonly grade: string | null;
}

const TINY = 0.01;
const dec = (value: number | null): Dec | null => (value === null ? null : decOfNumber(value));

/** 「4.5」, full width, with 分 behind; null for anything else. */
export function typedScore(typed: string): Dec | null {
  const bare = typed.normalize('NFKC').replace(/[\s,]/g, '').replace(/分$/, '');
  return /^-?\d{1,6}(\.\d{1,6})?$/.test(bare) ? new Dec(bare) : null;
}

const minus = (a: Dec | null, b: Dec | null): Dec | null => (a === null || b === null ? null : a.minus(b));

/** Whether 分值 of the rows add up to the full score: shares of shares do not, and neither do their scores. */
function isAdded({ indicators, totals }: TableJson): boolean {
  if (totals.fullScore === null) return false;
  const weights = indicators.filter(({ bonus }) => !bonus).reduce((sum, { fullScore }) => sum + (fullScore ?? 0), 0);
  return Math.abs(weights - totals.fullScore) <= totals.fullScore * TINY;
}

export function reviewedScores(entry: TableJson, { scores }: Pick<FittedOpinions, 'scores'>): ReviewedScores {
  const inSheet = entry.indicators.some(({ cells }) => cells.reviewScore !== null);
  const rows = [...rowsByKey(entry)].map(([key, row]): ReviewedRow => {
    const own = scores.get(key);
    const self = dec(row.selfScore);
    const typed = inSheet ? (dec(row.reviewScore)?.toFixed() ?? '') : (own?.score ?? '');
    const review = typedScore(typed);
    return { key, row, self, typed, review, cut: minus(self, review), why: own?.why ?? '' };
  });
  const due = rows.filter(({ self, row }) => self !== null || (row.fullScore !== null && !row.bonus));
  const done = due.filter(({ review }) => review !== null);
  const whole = due.length > 0 && done.length === due.length && isAdded(entry);
  const { stated, sum, grade, review: statedReview, fullScore } = entry.totals;
  const added = whole ? rows.reduce((all, one) => all.plus(one.review ?? 0), new Dec(0)) : null;
  const review = inSheet && statedReview !== null ? dec(statedReview) : added;
  const self = dec(stated ?? sum);
  const share = review === null || fullScore === null || fullScore <= 0 ? null : review.div(fullScore);
  const band = share === null ? undefined : grade.bands.find(({ from }) => share.gte(from));
  return {
    rows,
    inSheet,
    done: done.length,
    of: due.length,
    self,
    review,
    cut: minus(self, review),
    selfGrade: grade.stated,
    grade: band?.name ?? null,
  };
}
