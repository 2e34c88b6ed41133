/** The Hebei funding block: 「预算数:|100|到位数:|100|执行数:|86.2|86.20%」, labels and figures side by side. */
import type { Grid, GridCell } from './grid';
import { moneySlot, rateSlot } from './numbers';
import type { Funding, FundingRow, MoneyUnit, Slot } from '../score-table';
import type { Dec } from '../workbook';

type Amount = 'initial' | 'budget' | 'arrived' | 'executed';

const LABELS: readonly (readonly [Amount, RegExp])[] = [
  ['initial', /^年初预算数?:?$/],
  ['budget', /^(?:调整后?|全年)?预算数:?$/],
  ['arrived', /^(?:资金)?到位数:?$/],
  ['executed', /^(?:资金|全年)?执行数:?$/],
];
const PART = /^其中|^其他|资金:?$|拨款:?$/;
const MAX_PARTS = 6;

interface Found {
  readonly amount: Amount;
  readonly cell: GridCell;
}

function labelsOf(cells: readonly GridCell[]): readonly Found[] {
  return cells.flatMap((cell) => {
    const label = LABELS.find(([, pattern]) => pattern.test(cell.text));
    return label === undefined ? [] : [{ amount: label[0], cell }];
  });
}

/** The figure to the right of a label, before the next label. */
function figureAfter(grid: Grid, row: number, label: GridCell, limit: number, unit: '元' | '万元' | null): Slot<Dec> {
  for (let col = label.right + 1; col < limit; col++) {
    const raw = grid.own(row, col);
    if (raw !== null) return moneySlot(raw, { sheet: grid.index, row, col }, unit);
  }
  return moneySlot(null, { sheet: grid.index, row, col: label.right + 1 }, unit);
}

function rowOf(
  grid: Grid,
  row: number,
  places: readonly Found[],
  labels: readonly GridCell[],
  kind: FundingRow['kind'],
  unit: '元' | '万元' | null,
): FundingRow {
  const first = labels[0]!;
  const amounts: Partial<Record<Amount, Slot<Dec>>> = {};
  places.forEach((place, index) => {
    const label = labels[index];
    if (label === undefined) return;
    amounts[place.amount] = figureAfter(grid, row, label, labels[index + 1]?.col ?? label.right + 2, unit);
  });
  const name = kind === 'total' ? '预算资金' : first.text.replace(/:$/, '');
  return {
    label: { value: name, at: { sheet: grid.index, row, col: first.col }, raw: grid.own(row, first.col) },
    kind,
    parent: kind === 'total' ? null : 0,
    ...amounts,
  };
}

/** The rate beside the figures, under a header like 预算执行进度. */
function rateOf(grid: Grid, row: number, last: GridCell): Slot<Dec> | undefined {
  for (let above = row - 1; above >= Math.max(0, row - 3); above--) {
    const header = grid.cells(above).find((cell) => /执行(?:进度|率)/.test(cell.text));
    if (header === undefined) continue;
    for (let col = Math.max(header.col, last.right + 2); col <= header.right; col++) {
      const raw = grid.own(row, col);
      if (raw !== null) return rateSlot(raw, { sheet: grid.index, row, col }, grid.format(row, col), true);
    }
    const raw = grid.own(row, header.col);
    return raw === null ? undefined : rateSlot(raw, { sheet: grid.index, row, col: header.col }, grid.format(row, header.col), true);
  }
  return undefined;
}

/** Finds such a block between two rows (inclusive); null when there is none. */
export function readFundingPairs(grid: Grid, from: number, to: number, money: MoneyUnit | null): Funding | null {
  const unit = money === '元' || money === '万元' ? money : null;
  for (let row = from; row <= to; row++) {
    const places = labelsOf(grid.cells(row));
    if (places.length < 2 || !places.some((place) => place.amount === 'executed')) continue;
    const labels = places.map((place) => place.cell);
    const total = rowOf(grid, row, places, labels, 'total', unit);
    const rate = rateOf(grid, row, labels[labels.length - 1]!);
    const rows: FundingRow[] = [{ ...total, ...(rate === undefined ? {} : { rate }) }];
    let bottom = row;
    for (let below = row + 1; below <= Math.min(to, row + MAX_PARTS); below++) {
      const parts = places.map((place) => grid.cells(below).find((cell) => cell.col === place.cell.col && PART.test(cell.text)));
      if (parts.some((part) => part === undefined)) break;
      rows.push(rowOf(grid, below, places, parts as GridCell[], 'part', unit));
      bottom = below;
    }
    const columns = Object.fromEntries(
      places.map(({ amount, cell }) => [
        amount,
        { value: cell.text.replace(/:$/, ''), at: { sheet: grid.index, row, col: cell.col }, raw: grid.own(row, cell.col) },
      ]),
    );
    return {
      range: { top: row, left: labels[0]!.col, bottom, right: labels[labels.length - 1]!.right + 1 },
      rows,
      total: 0,
      unit,
      columns,
    };
  }
  return null;
}
