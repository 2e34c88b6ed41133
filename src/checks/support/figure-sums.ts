/** Figures of a data sheet that do not come to what their own sheet says: rates, stated formulas, lists of parts. */
import type { Figure, ScoreTable } from '../../score-table';
import { type MeasuredFigure, measuredFigures, sameFigure, statedFormula, workedOutOfData } from '../../scoring';
import { type Addr, addrKey, Dec, pushTo } from '../../workbook';
import { sumTolerance } from './money';
import words from '../data/workbook.json';

export interface FigureDifference {
  readonly label: string;
  readonly at: Addr;
  readonly value: Dec;
  readonly sum: Dec;
  /** 「在职人员数÷编制数」; '' for a list of parts. */
  readonly formula: string;
  readonly terms: readonly Dec[];
  readonly cells: readonly Addr[];
  readonly rate: boolean;
  /** The sheet itself states the formula. */
  readonly stated: boolean;
}

/** Rates whose formula is the same wherever they are reported. */
const ONE_DEFINITION = new Set(words.oneDefinition);

/** What the sheet states beside a figure first, else the well-known formula of a rate. */
export function wrongFigures(scoreTable: ScoreTable): readonly FigureDifference[] {
  return [...measuredFigures(scoreTable).values()].flat().flatMap((one) => wrongFigure(scoreTable, one) ?? []);
}

function wrongFigure(scoreTable: ScoreTable, { figure, measure, label }: MeasuredFigure): FigureDifference | null {
  const stated = statedFormula(scoreTable, figure, measure.period);
  const found = stated ?? (ONE_DEFINITION.has(measure.key) ? workedOutOfData(scoreTable, measure.key, measure.period) : null);
  const value = figure.value.value;
  if (found === null || value === null || found.cells.some((at) => addrKey(at) === addrKey(figure.value.at))) return null;
  const rate = figure.percent === true || figure.unit === '率';
  const kind = rate ? 'rate' : 'number';
  const sum = rate ? found.value : found.value.div(figure.unit === '万元' ? 10_000 : 1);
  const same = sameFigure(figure, { value: found.value, kind, money: !rate && /元$/.test(figure.unit ?? ''), decimals: rate ? 6 : 2 });
  if (same === null || same.equal || closeEnough(rate ? same.value : value, sum, rate)) return null;
  return {
    label,
    at: figure.value.at,
    value,
    sum,
    formula: found.formula,
    terms: [],
    cells: found.cells,
    rate,
    stated: stated !== null,
  };
}

/** What rounding of the parts explains: a hundredth of a percent, two cents of the sheet's unit. */
function closeEnough(value: Dec, other: Dec, rate: boolean): boolean {
  return value
    .minus(other)
    .abs()
    .lte(rate ? '0.0002' : '0.02');
}

/** A list of amounts that closes: 其他 among its parts, or the other columns of the same list come out. */
const CATCH_ALL = /其他|其它|其余/;
const MOST_PARTS = 12;

interface PartList {
  readonly whole: Figure;
  readonly parts: readonly Figure[];
}

/** Parts that come to more than their whole, or to less in a list that is complete. */
export function wrongPartLists(scoreTable: ScoreTable): readonly FigureDifference[] {
  const lists = partLists(scoreTable);
  return lists.flatMap((list) => {
    const values = list.parts.flatMap((part) => part.value.value ?? []);
    const whole = list.whole.value.value!;
    const sum = total(values);
    const off = sum.minus(whole);
    if (off.abs().lte(sumTolerance([whole, ...values])) || (off.gt(0) ? mayNest(values, whole) : !isComplete(list, lists))) return [];
    const label = list.whole.path[list.whole.path.length - 1]!;
    return [
      {
        label,
        at: list.whole.value.at,
        value: whole,
        sum,
        formula: '',
        terms: values,
        cells: list.parts.map((part) => part.value.at),
        rate: false,
        stated: false,
      },
    ];
  });
}

function partLists(scoreTable: ScoreTable): readonly PartList[] {
  const byCell = new Map(scoreTable.data.map((figure) => [addrKey(figure.value.at), figure]));
  const lists = new Map<string, Figure[]>();
  for (const figure of scoreTable.data) {
    if (figure.partOf === undefined) continue;
    const key = addrKey(figure.partOf);
    pushTo(lists, key, figure);
  }
  return [...lists].flatMap(([key, parts]): readonly PartList[] => {
    const whole = byCell.get(key);
    const sound =
      whole?.value.value != null &&
      parts.length >= 2 &&
      parts.length <= MOST_PARTS &&
      parts.every((part) => part.value.value !== null && part.unit === whole.unit);
    return sound && /元$/.test(whole.unit ?? '') ? [{ whole, parts }] : [];
  });
}

function total(values: readonly Dec[]): Dec {
  return values.reduce((sum, one) => sum.plus(one), new Dec(0));
}

/** 财政拨款 900 and, of it, 一般公共预算 800 in one list: some of the parts already come to the whole. */
function mayNest(values: readonly Dec[], whole: Dec): boolean {
  for (let set = 1; set < 2 ** values.length - 1; set += 1) {
    if (total(values.filter((_, at) => (set & (1 << at)) !== 0)).eq(whole)) return true;
  }
  return false;
}

function isComplete({ whole, parts }: PartList, lists: readonly PartList[]): boolean {
  if (parts.some((part) => CATCH_ALL.test(part.path[part.path.length - 1]!))) return true;
  const others = lists.filter(
    (other) =>
      other.whole !== whole && other.whole.value.at.row === whole.value.at.row && other.whole.value.at.sheet === whole.value.at.sheet,
  );
  const filled = others.filter((other) => other.parts.filter((part) => !part.value.value!.isZero()).length >= 2);
  return (
    filled.length > 0 && filled.every((other) => total(other.parts.flatMap((part) => part.value.value ?? [])).eq(other.whole.value.value!))
  );
}
