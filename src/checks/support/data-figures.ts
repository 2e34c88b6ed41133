/** A stated figure held against the data sheet's figures of the same measure. */
import type { Figure, IndicatorRow } from '../../score-table';
import {
  type MeasuredFigure,
  measuredFigures,
  measureOf,
  sameFigure,
  shortRateName,
  type Standing,
  type Stated,
  workedOutOfData,
} from '../../scoring';
import type { Addr, Dec } from '../../workbook';
import type { CheckContext } from '../types';

/** The figure that differs, on the scale of what is stated. */
export interface Clash {
  readonly value: Dec;
  readonly cells: readonly Addr[];
  /** Label, year and basis are the same beyond doubt. */
  readonly sure: boolean;
  /** 「在职人员数÷编制数」 where the data sheet has no such figure but what it is worked out of. */
  readonly formula: string | null;
}

const BUDGETS: ReadonlySet<Standing | null> = new Set<Standing | null>(['planned', 'initial', 'adjusted']);

function fits(stated: Standing | null, figure: Standing | null): boolean {
  if (stated === 'planned') return BUDGETS.has(figure);
  return (stated ?? 'actual') === (figure ?? 'actual');
}

/** null where the figure is the same, where there is none to compare, or where it is not clear with which. */
export function clashWith(
  context: CheckContext,
  stated: Stated,
  standing: Standing | null,
  key = measureOf(stated.label).key,
): Clash | null {
  if (context.doubted(stated.at)) return null;
  const all = (measuredFigures(context.scoreTable).get(key) ?? []).filter(
    (one) => one.measure.period === 'this' && !context.doubted(one.figure.value.at),
  );
  const compared = all.flatMap((one) => {
    const same = sameFigure(one.figure, stated);
    return same === null ? [] : [{ ...one, ...same }];
  });
  if (compared.some((one) => one.equal)) return null;
  const [first, second] = compared.filter((one) => fits(standing, one.measure.standing));
  if (first === undefined || (second !== undefined && !second.value.eq(first.value))) return null;
  const named = first.label.replace(/\s/g, '').includes(stated.label) || stated.label.includes(first.label);
  const sure =
    second === undefined &&
    named &&
    first.figure.period !== null &&
    (standing === null || standing === (first.measure.standing ?? 'actual'));
  return { value: first.value, cells: [first.figure.value.at], sure, formula: null };
}

/** The row's own rate where the data sheet calls it by its short name alone, and nothing else there or in the table could be meant. */
export function shortNameClash(context: CheckContext, row: IndicatorRow, stated: Stated): Clash | null {
  const { scoreTable } = context;
  const key = measureOf(row.name.value).key;
  const short = shortRateName(key);
  if (short === undefined || short === key || stated.kind !== 'rate' || measuredFigures(scoreTable).has(key)) return null;
  const others = scoreTable.rows.filter((one) => one !== row && one.role === 'indicator' && measureOf(one.name.value).key.endsWith(short));
  const figures: MeasuredFigure[] = [...measuredFigures(scoreTable)].filter(([name]) => name.endsWith(short)).flatMap(([, list]) => list);
  if (others.length > 0 || figures.length !== 1) return null;
  const clash = clashWith(context, stated, null, figures[0]!.measure.key === short ? short : '');
  return clash === null ? null : { ...clash, sure: false };
}

/** A stated rate against what the data sheet's own figures come to; only where the sheet does not state the rate. */
export function workedOutClash(context: CheckContext, name: string, stated: Stated): Clash | null {
  if (stated.kind !== 'rate' || context.doubted(stated.at) || measuredFigures(context.scoreTable).has(measureOf(name).key)) return null;
  const found = workedOutOfData(context.scoreTable, name);
  if (found === null || found.cells.some((at) => context.doubted(at))) return null;
  const figure: Figure = {
    path: [name],
    value: { state: 'value', value: found.value, at: found.cells[0]!, raw: null, odd: [] },
    period: 'this',
    basis: null,
    unit: '率',
    percent: true,
  };
  const same = sameFigure(figure, stated);
  return same === null || same.equal ? null : { value: found.value, cells: found.cells, sure: false, formula: found.formula };
}
