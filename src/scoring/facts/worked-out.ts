/** Figures worked out of other figures of the data sheet: rates by their well-known formulas, and what a sheet itself says it adds up. */
import { parseItemFormula } from '../../standards';
import type { Figure, ScoreTable } from '../../score-table';
import { type Addr, Dec, normal } from '../../workbook';
import { yuanPer } from './amounts';
import { derive, knownItems, NO_ITEMS } from './items';
import type { KnownFact } from './known';
import { labelOf } from './labels';
import { measuredFigures, measureOf, type MeasuredFigure, type LabelPeriod } from './measures';

export interface WorkedOut {
  readonly value: Dec;
  /** The figures it rests on. */
  readonly cells: readonly Addr[];
  /** 「在职人员数÷编制数」 */
  readonly formula: string;
}

/** A rate by its well-known formula, of figures of the same year; null where one is missing or stands there twice. */
export function workedOutOfData(scoreTable: ScoreTable, rate: string, period: LabelPeriod = 'this'): WorkedOut | null {
  const formula = knownItems(NO_ITEMS).itemOf(rate)?.formula;
  return formula === undefined ? null : evaluated(scoreTable, formula, period);
}

/** What the sheet itself says beside a figure, or behind its label: 「本年支出÷本年收入」 「基本支出＋项目支出」. Every name has to be a label of the sheet. */
export function statedFormula(scoreTable: ScoreTable, figure: Figure, period: LabelPeriod): WorkedOut | null {
  if (figure.formula === undefined) return null;
  const text = normal(figure.formula)
    .replace(/＋/g, '+')
    .replace(/^[^=]*=/, '')
    .replace(/[*×]100%?$/, '')
    .replace(/[。;]$/, '');
  return /[+\-−÷/]/.test(text) ? evaluated(scoreTable, text, period) : null;
}

function evaluated(scoreTable: ScoreTable, formula: string, period: LabelPeriod): WorkedOut | null {
  const expr = parseItemFormula(formula);
  if (expr === null) return null;
  const found = derive(expr, (name) => figureFor(scoreTable, name, period));
  return found?.value instanceof Dec ? { value: found.value, cells: found.cells, formula } : null;
}

/** The one figure of this name; amounts in 元. */
function figureFor(scoreTable: ScoreTable, name: string, period: LabelPeriod): KnownFact | undefined {
  const asked = measureOf(name);
  const due = asked.period === 'this' ? period : asked.period;
  const all = (measuredFigures(scoreTable).get(asked.key) ?? []).filter((one) => one.measure.period === due);
  const exact = all.filter((one) => labelOf(one.label).key === labelOf(name).key);
  const fitting =
    only(exact) ??
    only(all.filter((one) => one.measure.standing === asked.standing)) ??
    only(all.filter((one) => stands(one, asked.standing)));
  const value = fitting?.figure.value.value;
  if (fitting === undefined || value == null || fitting.figure.unit === '率') return undefined;
  const scale = yuanPer(fitting.figure.unit);
  return {
    value: scale === null ? value : value.times(scale),
    from: 'data',
    cells: [fitting.figure.value.at],
    money: scale === null ? '' : '元',
  };
}

function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

/** A figure that does not say on what it stands is what was spent or is there. */
function stands({ measure }: MeasuredFigure, asked: MeasuredFigure['measure']['standing']): boolean {
  return (measure.standing ?? 'actual') === (asked ?? 'actual');
}
