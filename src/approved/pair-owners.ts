/** Whose score table belongs to which approved goals: by 项目编码, else by unit and project. Never guessed. */
import { cleanName } from '../score-table';
import { ownerKey } from './names';
import { TARGETS } from './texts';

/** Whose something is. */
export interface Owned {
  readonly code: string | null;
  readonly project: string | null;
  readonly unit: string | null;
  readonly department: string | null;
  readonly year: number | null;
}

export interface PairedOwners<A extends Owned, N extends Owned> {
  /** In the order of `now`; what was approved once may stand for several. */
  readonly pairs: readonly (readonly [A, N])[];
  /** With the reason, as a sentence without its full stop. */
  readonly withoutApproved: readonly (readonly [N, string])[];
  readonly withoutTable: readonly (readonly [A, string])[];
}

const yearsFit = (a: Owned, b: Owned): boolean => a.year === null || b.year === null || a.year === b.year;

const names = ({ unit, department }: Owned): readonly string[] =>
  [unit, department].flatMap((name) => (name === null || cleanName(name) === '' ? [] : [cleanName(name)]));

/** 「某县教育局」 and 「教育局」; null where one of them names nobody. */
function unitsFit(a: Owned, b: Owned): boolean | null {
  const [one, other] = [names(a), names(b)];
  if (one.length === 0 || other.length === 0) return null;
  return one.some((name) => other.some((own) => name === own || isEnd(name, own) || isEnd(own, name)));
}

const SHORTEST_END = 3;
const isEnd = (end: string, whole: string): boolean => end.length >= SHORTEST_END && whole.endsWith(end);

const unitOf = (owned: Owned): string => cleanName(owned.unit ?? '');

/** A table without a project is the unit's own: its unit is its name. */
const nameOf = (owned: Owned): string => (ownerKey(owned.project) === '' ? `单位 ${unitOf(owned)}` : `项目 ${ownerKey(owned.project)}`);
const isNamed = (owned: Owned): boolean => ownerKey(owned.project) !== '' || unitOf(owned) !== '';

type Chosen<A> = { readonly is: A } | { readonly why: string };

/** The one of several that is meant; of one name the unit must not contradict, and of several it must decide. */
function only<A extends Owned>(found: readonly A[], now: Owned, byCode: boolean): Chosen<A> | null {
  if (found.length === 0) return null;
  const ofYear = found.filter((one) => yearsFit(one, now));
  if (ofYear.length === 0) return { why: TARGETS.otherYear };
  const fitting = ofYear.filter((one) => (byCode && ofYear.length === 1 ? true : unitsFit(one, now) !== false));
  if (fitting.length === 1) return { is: fitting[0]! };
  if (fitting.length === 0) return null;
  const exact = fitting.filter((one) => unitOf(one) !== '' && unitOf(one) === unitOf(now));
  return exact.length === 1 ? { is: exact[0]! } : { why: TARGETS.several };
}

function grouped<T>(items: readonly T[], key: (item: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const own = key(item);
    if (own === null) continue;
    const known = found.get(own);
    if (known === undefined) found.set(own, [item]);
    else known.push(item);
  }
  return found;
}

/** Codes that differ contradict each other, whatever the names say. */
const codesFit = (a: Owned, b: Owned): boolean => a.code === null || b.code === null || a.code === b.code;

export function pairOwners<A extends Owned, N extends Owned>(approved: readonly A[], now: readonly N[]): PairedOwners<A, N> {
  const byCode = grouped(approved, ({ code }) => code);
  const byName = grouped(approved, (one) => (isNamed(one) ? nameOf(one) : null));
  const nowByName = grouped(now, (one) => (isNamed(one) ? nameOf(one) : null));
  const ofName = (table: N): Chosen<A> | null => {
    if (!isNamed(table)) return null;
    const found = (byName.get(nameOf(table)) ?? []).filter((one) => codesFit(one, table));
    const chosen = only(found, table, false);
    if (chosen === null || 'why' in chosen) return chosen;
    // Without a unit on one side the name must be nobody else's.
    const others = (nowByName.get(nameOf(table)) ?? []).filter((other) => unitsFit(chosen.is, other) === null);
    return unitsFit(chosen.is, table) === null && others.length > 1 && unitsDiffer(others) ? { why: TARGETS.several } : chosen;
  };
  const pairs: (readonly [A, N])[] = [];
  const withoutApproved: (readonly [N, string])[] = [];
  for (const table of now) {
    const chosen = (table.code === null ? null : only(byCode.get(table.code) ?? [], table, true)) ?? ofName(table);
    if (chosen !== null && 'is' in chosen) pairs.push([chosen.is, table]);
    else withoutApproved.push([table, chosen?.why ?? TARGETS.noGoals]);
  }
  const taken = new Set(pairs.map(([one]) => one));
  return {
    pairs,
    withoutApproved,
    withoutTable: approved.filter((one) => !taken.has(one)).map((one) => [one, TARGETS.noSheet] as const),
  };
}

const unitsDiffer = (owned: readonly Owned[]): boolean => new Set(owned.map(unitOf)).size > 1;
