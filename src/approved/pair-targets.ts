/** Which score table is held against which approved goals. */
import { bareIndicatorKey } from './names';
import { type PairedOwners, pairOwners } from './pair-owners';
import type { TargetTable } from './types';

/** Of two tables that somebody put side by side so many names must be common. */
const COMMON = 0.5;

function isAlike(approved: TargetTable, now: TargetTable): boolean {
  if (approved.code !== null && now.code !== null && approved.code !== now.code) return false;
  if (approved.year !== null && now.year !== null && approved.year !== now.year) return false;
  const names = new Set(now.lines.map(({ name }) => bareIndicatorKey(name)));
  const common = approved.lines.filter(({ name }) => names.has(bareIndicatorKey(name))).length;
  return common > 0 && common >= approved.lines.length * COMMON;
}

/** By code, else by unit and project; the only table on both sides is that one, also where its name was put right. */
export function pairTargets<A extends TargetTable, N extends TargetTable>(approved: readonly A[], now: readonly N[]): PairedOwners<A, N> {
  const paired = pairOwners(approved, now);
  const [was, is] = [approved[0], now[0]];
  if (paired.pairs.length > 0 || approved.length !== 1 || now.length !== 1 || !isAlike(was!, is!)) return paired;
  return { pairs: [[was!, is!]], withoutApproved: [], withoutTable: [] };
}
