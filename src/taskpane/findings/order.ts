import type { AuditView, FindingView } from '../../open-workbook';
import type { Addr } from '../../workbook';

/** A finding and the table it belongs to (index in audit.tables). */
export interface PlacedFinding {
  readonly table: number;
  readonly finding: FindingView;
}

const sameCell = (a: Addr, b: Addr): boolean => a.sheet === b.sheet && a.row === b.row && a.col === b.col;

/** Sheet, then row, then column. */
export const compareCells = (a: Addr, b: Addr): number => a.sheet - b.sheet || a.row - b.row || a.col - b.col;

/** Whether a finding marks this cell: its own, or one where the same mistake is repeated. */
export const findingCovers = (finding: FindingView, at: Addr): boolean =>
  sameCell(finding.cell.at, at) || finding.repeated.some((cell) => sameCell(cell.at, at));

/** The same mistake in several rows; several cells of one row are one mistake. */
export const isRepeated = ({ repeated }: FindingView): boolean => new Set(repeated.map(({ at }) => at.row)).size > 1;

/** Findings that ask for something, of all tables of the workbook, in the order of their cells. */
export function inSheetOrder(audit: AuditView): PlacedFinding[] {
  return audit.tables
    .flatMap(({ findings }, table) => findings.map((finding) => ({ table, finding })))
    .filter(({ finding }) => finding.severity !== 'info')
    .sort((a, b) => compareCells(a.finding.cell.at, b.finding.cell.at));
}

interface Step extends PlacedFinding {
  /** 1-based place in the walk, and its length. */
  readonly position: number;
  readonly count: number;
}

/**
 * Where F8 (`by` 1) or ⇧F8 (−1) goes: on from the open finding if the selected cell is its own, else from the selected cell; at the end it
 * begins again. Never to another workbook. null: there is nothing to walk.
 */
export function stepFrom(audit: AuditView, selected: Addr | null, openId: string | null, by: 1 | -1): Step | null {
  const walk = inSheetOrder(audit);
  if (walk.length === 0) return null;
  const index = nextIndex(walk, selected, openId, by);
  return { ...walk[index]!, position: index + 1, count: walk.length };
}

function nextIndex(walk: readonly PlacedFinding[], selected: Addr | null, openId: string | null, by: 1 | -1): number {
  const size = walk.length;
  const open = walk.findIndex(({ finding }) => finding.id === openId);
  if (open >= 0 && (selected === null || findingCovers(walk[open]!.finding, selected))) return (open + by + size) % size;
  if (selected === null) return by === 1 ? 0 : size - 1;
  if (by === 1) {
    const after = walk.findIndex(({ finding }) => compareCells(finding.cell.at, selected) > 0);
    return after < 0 ? 0 : after;
  }
  for (let at = size - 1; at >= 0; at -= 1) if (compareCells(walk[at]!.finding.cell.at, selected) < 0) return at;
  return size - 1;
}

/** The finding to show for a cell selected in the sheet; null where it has none (a 参考 is no mark). The table shown comes first. */
export function findingAt(audit: AuditView, table: number, at: Addr): PlacedFinding | null {
  const order = [table, ...audit.tables.keys()].filter((one, index, all) => all.indexOf(one) === index);
  for (const one of order) {
    const finding = audit.tables[one]?.findings.find((each) => each.severity !== 'info' && findingCovers(each, at));
    if (finding !== undefined) return { table: one, finding };
  }
  return null;
}

/**
 * The row to go on with once `current` is gone: the one that came after it in the old list and is still there, else the nearest before it,
 * else the first.
 */
export function successor(old: readonly string[], now: readonly string[], current: string): string | null {
  const still = new Set(now);
  const at = old.indexOf(current);
  const after = at < 0 ? undefined : old.slice(at + 1).find((id) => still.has(id));
  if (after !== undefined) return after;
  const before = old.slice(0, Math.max(at, 0)).reverse();
  return before.find((id) => still.has(id)) ?? now[0] ?? null;
}
