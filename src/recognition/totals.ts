/** Total and subtotal rows, and which rows each adds up. Sums that come out are evidence; without evidence: not sure. */
import type { Grid } from './grid';
import type { Line } from './lines';
import type { TableColumns } from './columns';
import { nameAndWeight, scoreInLabel } from './names';
import { weightSlot, type PointScale } from './points';
import { totalIn } from './total-text';
import type { Group, IndicatorRow, RowId, Slot, TotalRow } from '../score-table';
import { type Addr, Dec } from '../workbook';

interface Context {
  readonly grid: Grid;
  readonly columns: TableColumns;
  readonly rows: readonly IndicatorRow[];
  readonly groups: readonly Group[];
  readonly scale: Dec | null;
  readonly points: PointScale;
  /** The funding table's scored execution row. */
  readonly execution: IndicatorRow | null;
}

const HUNDRED = new Dec(100);

function numbersAfter({ grid, points }: Context, line: Line): { readonly at: Addr; readonly slot: Slot<Dec> }[] {
  const label = line.label!;
  const out: { at: Addr; slot: Slot<Dec> }[] = [];
  for (const cell of grid.cells(line.row)) {
    if (cell.col <= label.col) continue;
    const at: Addr = { sheet: grid.index, row: cell.row, col: cell.col };
    const slot = totalIn(points, grid, grid.own(cell.row, cell.col), at);
    if (slot.state === 'value') out.push({ at, slot });
  }
  return out;
}

const FULL_CELL = /^(?:总分值|满分值?|分值合计|总分数):?(\d+(?:\.\d+)?)分?$/;
const SCORE_CELL = /^(?:自评)?(?:总得分|得分|总分|得分合计):?(\d+(?:\.\d+)?)分?$/;

/** 「总分值:100」, 「总得分:99」: a figure with its own label in a cell of the total's line. */
function labelledCell({ grid }: Context, line: Line, label: RegExp): Slot<Dec> | undefined {
  for (const cell of grid.cells(line.row)) {
    const match = label.exec(cell.text);
    if (match !== null)
      return {
        state: 'value',
        value: new Dec(match[1]!),
        at: { sheet: grid.index, row: cell.row, col: cell.col },
        raw: grid.own(cell.row, cell.col),
        odd: [],
      };
  }
  return undefined;
}

/** Reads the figures of a total line: by column, else by order after the label. */
function figures(context: Context, line: Line): { weight?: Slot<Dec>; scores: (Slot<Dec> | null)[] } {
  const { grid, columns } = context;
  const scores = line.scores.map((place) => (place.covered ? null : totalIn(context.points, grid, place.raw, place.at)));
  const weightPlace = line.weight;
  let weight =
    weightPlace === null || weightPlace.covered
      ? undefined
      : weightSlot(weightPlace.raw, weightPlace.at, grid.format(weightPlace.at.row, weightPlace.at.col), context.scale);
  const anything = weight?.state === 'value' || scores.some((slot) => slot?.state === 'value');
  const weightIsScore =
    weightPlace !== null &&
    columns.self !== null &&
    scores[columns.self] === null &&
    weightPlace.at.col < line.scores[columns.self]!.at.col + 1 &&
    line.scores[columns.self]!.covered;
  if (weightIsScore && weight?.state === 'value' && columns.self !== null) {
    // One cell merged over 分值 and 得分: it states the score.
    scores[columns.self] = weight;
    return { scores };
  }
  if (weight?.state !== 'value') weight = labelledCell(context, line, FULL_CELL) ?? weight;
  if (columns.self !== null && scores[columns.self]?.state !== 'value')
    scores[columns.self] = labelledCell(context, line, SCORE_CELL) ?? scores[columns.self] ?? null;
  const inline = line.label === null ? null : scoreInLabel(line.label.text);
  if (inline !== null && columns.self !== null && scores[columns.self]?.state !== 'value') {
    const at: Addr = { sheet: grid.index, row: line.label!.row, col: line.label!.col };
    scores[columns.self] = { state: 'value', value: inline, at, raw: grid.own(at.row, at.col), odd: [] };
    return weight === undefined ? { scores } : { weight, scores };
  }
  if (anything || columns.self === null) return weight === undefined ? { scores } : { weight, scores };
  const found = numbersAfter(context, line);
  if (found.length === 1) scores[columns.self] = found[0]!.slot;
  else if (found.length >= 2) {
    weight = found[0]!.slot;
    scores[columns.self] = found[1]!.slot;
  }
  return weight === undefined ? { scores } : { weight, scores };
}

function counted(rows: readonly IndicatorRow[]): readonly IndicatorRow[] {
  return rows.filter((row) => row.role === 'indicator' || row.role === 'execution' || row.role === 'bonus');
}

function weightSum(rows: readonly IndicatorRow[]): Dec {
  let sum = new Dec(0);
  for (const row of rows) if (row.role !== 'bonus' && row.weight?.value != null) sum = sum.plus(row.weight.value);
  return sum;
}

function scoreSum(rows: readonly IndicatorRow[], self: number): Dec {
  let sum = new Dec(0);
  for (const row of rows) sum = sum.plus(row.scores[self]?.value ?? 0);
  return sum;
}

function ids(rows: readonly IndicatorRow[]): readonly RowId[] {
  return rows.map((row) => row.id);
}

/** Does this set of rows make up what the total says? By 分值 where it states one, else by score. */
function matches(
  total: { weight?: Slot<Dec>; scores: readonly (Slot<Dec> | null)[] },
  rows: readonly IndicatorRow[],
  self: number | null,
): boolean {
  if (total.weight?.value != null) return weightSum(rows).eq(total.weight.value);
  const score = self === null ? null : (total.scores[self]?.value ?? null);
  return score !== null && self !== null && scoreSum(rows, self).eq(score);
}

function coversOfTotal(
  context: Context,
  total: { weight?: Slot<Dec>; scores: readonly (Slot<Dec> | null)[] },
): { covers: readonly RowId[]; whole: boolean } {
  const indicators = counted(context.rows);
  const all = context.execution === null ? indicators : [context.execution, ...indicators];
  if (context.execution === null) return { covers: ids(all), whole: true };
  const stated = total.weight?.value;
  if (stated != null) {
    const partial = stated.lt(HUNDRED) && weightSum(indicators).eq(stated) && !weightSum(all).eq(stated);
    return partial ? { covers: ids(indicators), whole: false } : { covers: ids(all), whole: true };
  }
  const partial =
    !matches(total, all, context.columns.self) &&
    matches(total, indicators, context.columns.self) &&
    weightSum(indicators).lt(HUNDRED) &&
    weightSum(all).eq(HUNDRED);
  return partial ? { covers: ids(indicators), whole: false } : { covers: ids(all), whole: true };
}

/** Rows of the group a subtotal's label names: 「产出指标小计」. */
function namedGroup(context: Context, label: string): Group | null {
  const name = nameAndWeight(label)
    .name.replace(/(?:得分)?(?:小计|合计)$/, '')
    .replace(/[:：()]/g, '');
  if (name.length < 2) return null;
  return (
    context.groups.find((group) => group.name.value === name || (group.name.value.length > 2 && group.name.value.startsWith(name))) ?? null
  );
}

function coversOfSubtotal(
  context: Context,
  line: Line,
  since: number,
  total: { weight?: Slot<Dec>; scores: readonly (Slot<Dec> | null)[] },
): readonly RowId[] | null {
  const rows = counted(context.rows);
  const before = rows.filter((row) => row.top > since && row.top < line.row);
  const after = rows.filter((row) => row.top > line.row);
  const sets: (readonly IndicatorRow[])[] = [];
  const named = namedGroup(context, line.label!.text);
  const ofGroup = (group: Group): readonly IndicatorRow[] => rows.filter((row) => group.rows.includes(row.id));
  // The class that begins on this very line comes first: equal points elsewhere prove nothing.
  const begun = context.groups.filter((group) => group.name.at.row === line.row && group.name.at.col < line.label!.col);
  for (const group of begun) sets.push(ofGroup(group));
  if (named !== null) sets.push(ofGroup(named));
  if (before.length > 0) {
    sets.push(before);
    const last = before[before.length - 1]!;
    for (const group of context.groups) if (group.rows.includes(last.id)) sets.push(ofGroup(group).filter((row) => row.top < line.row));
  }
  if (before.length === 0 || after.length > 0) {
    const next = after[0];
    if (next !== undefined) for (const group of context.groups) if (group.rows.includes(next.id)) sets.push(ofGroup(group));
    sets.push(after);
  }
  sets.push(
    rows.filter((row) => row.top < line.row),
    rows,
  );
  const fitting = sets.find((set) => set.length > 0 && matches(total, set, context.columns.self));
  if (fitting !== undefined) return ids(fitting);
  const own = begun.find((group) => group.rows.length > 0);
  if (own !== undefined) return ids(ofGroup(own));
  if (named !== null) return ids(ofGroup(named));
  if (before.length === 0) return null;
  // Structure alone: sure only when «what came before» is one whole group.
  const last = before[before.length - 1]!;
  const same = context.groups.some(
    (group) => group.rows.includes(last.id) && group.rows.length === before.length && before.every((row) => group.rows.includes(row.id)),
  );
  return same ? ids(before) : null;
}

/** All totals among the lines of the table. */
export function readTotals(context: Context, lines: readonly Line[]): readonly TotalRow[] {
  const totals: TotalRow[] = [];
  const marked = lines.filter((line) => line.kind === 'total' || line.kind === 'subtotal' || isUnlabelledSum(context, line));
  const lastTotal = [...marked].reverse().find((line) => line.kind === 'total') ?? null;
  let since = -1;
  for (const line of marked) {
    const read = figures(context, line);
    const labelCell = line.label;
    const label =
      labelCell === null
        ? { value: '小计', at: { sheet: context.grid.index, row: line.row, col: context.columns.levels[0]?.col ?? 0 }, raw: null }
        : {
            value: labelCell.text,
            at: { sheet: context.grid.index, row: labelCell.row, col: labelCell.col },
            raw: context.grid.own(labelCell.row, labelCell.col),
          };
    const indicatorsBelow = counted(context.rows).some((row) => row.top > line.row && row.role !== 'bonus');
    const unnamedTotal =
      line.kind === 'data' && lastTotal === null && !indicatorsBelow && matches(read, counted(context.rows), context.columns.self);
    if (unnamedTotal || (line.kind === 'total' && !indicatorsBelow && !isOfClass(context, line, lastTotal))) {
      const { covers, whole } = coversOfTotal(context, read);
      totals.push({ kind: whole ? 'total' : 'subtotal', label, where: 'row', ...read, covers });
    } else if (line.kind === 'total' && since < 0 && !counted(context.rows).some((row) => row.top < line.row)) {
      // A total as the first line of the table.
      const { covers, whole } = coversOfTotal(context, read);
      totals.push({ kind: whole ? 'total' : 'subtotal', label, where: 'row', ...read, covers });
    } else {
      const covers = coversOfSubtotal(
        context,
        { ...line, label: labelCell ?? { row: line.row, col: 0, right: 0, bottom: line.row, text: '小计' } },
        since,
        read,
      );
      // Without a label only a sum that comes out is one.
      if (labelCell === null && !isSumOf(context, read, covers)) continue;
      totals.push({ kind: 'subtotal', label, where: 'row', ...read, covers });
    }
    since = line.row;
  }
  return totals;
}

/** 「合计」 in a deeper column, or beside a class that reaches down to it, is that class's where the table's own total follows. */
function isOfClass({ columns }: Context, line: Line, lastTotal: Line | null): boolean {
  if (lastTotal === null || lastTotal === line || line.label === null || lastTotal.label === null) return false;
  const outer = columns.levels[0]?.col ?? 0;
  return line.label.col > outer && lastTotal.label.col < line.label.col;
}

function isSumOf(context: Context, read: ReturnType<typeof figures>, covers: readonly RowId[] | null): boolean {
  const rows = covers === null ? [] : context.rows.filter((row) => covers.includes(row.id));
  return rows.length > 0 && matches(read, rows, context.columns.self);
}

/** A line without any name but with 分值 and score, first or last in the block: a subtotal the system left unnamed. */
function isUnlabelledSum(context: Context, line: Line): boolean {
  if (line.kind !== 'data' || line.hasValues) return false;
  if (line.names.some((name) => name.text !== '')) return false;
  return line.weight !== null && line.weight.own && /^\d/.test(line.weight.text) && !context.rows.some((row) => row.top === line.row);
}
