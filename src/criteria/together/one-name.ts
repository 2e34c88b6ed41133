/**
 * Two readers name one thing in two ways: 报表迟报的,按天 and 报表迟报, 综合评分 in 分 and without a unit. Before their rules are held
 * together each such thing gets one name, so that nobody is asked for it twice.
 */
import { wordsPattern } from '../../workbook';
import { factKey, factsOf } from '../facts';
import sayings from '../reading/data/sayings.json';
import type { Criterion, FactRef } from '../types';
import { mapped } from '../mapped';

export interface TwoRules {
  readonly former: Criterion;
  readonly later: Criterion;
}

/** Names that differ in one of these say opposite things. */
const NOT = /[不未无没否非]/;

const overlap = ({ span: [a, b] }: FactRef, { span: [c, d] }: FactRef): boolean => a < d && c < b;
const contains = (one: FactRef, other: FactRef): boolean => one.name.includes(other.name) || other.name.includes(one.name);
const negations = ({ name }: FactRef): number => [...name].filter((char) => NOT.test(char)).length;

/** Two refs that speak of one thing in the text. */
function isOneThing(one: FactRef, other: FactRef): boolean {
  if (one.kind !== other.kind || one.role !== 'named' || other.role !== 'named') return false;
  if (one.unit !== other.unit && one.unit !== '' && other.unit !== '') return false;
  if (one.kind === 'yes') return contains(one, other) && negations(one) === negations(other) && overlap(one, other);
  return overlap(one, other) || (one.name !== '' && other.name !== '' && contains(one, other));
}

/** A name that goes on over a comma, holds a figure or says 任何一项 was cut too late. */
const TOO_LONG = new RegExp(`[,\\d]|${wordsPattern(sayings.anyOne)}`);
const isLong = ({ name }: FactRef): boolean => TOO_LONG.test(name);

function nameOf(one: FactRef, other: FactRef): FactRef {
  // 「…不合格，每卷扣1分」: what is counted is no 卷.
  const isUnit = one.name !== '' && one.name === other.unit;
  const better = (isUnit || isLong(one)) && !isLong(other) && other.name !== '' ? other : one;
  return { ...better, unit: one.kind === 'count' && one.unit === '' ? other.unit : one.unit };
}

type NewNames = ReadonlyMap<string, FactRef>;

/** New names for what both speak of; a name is given once. */
function newNames({ former, later }: TwoRules): { readonly former: NewNames; readonly later: NewNames } {
  const ours = factsOf(later);
  const theirs = factsOf(former);
  const known = new Set(theirs.map(factKey));
  const left = new Set(theirs.filter((ref) => !ours.some((one) => factKey(one) === factKey(ref))));
  const forFormer = new Map<string, FactRef>();
  const forLater = new Map<string, FactRef>();
  for (const ref of ours) {
    if (known.has(factKey(ref))) continue;
    const other = [...left].find((one) => isOneThing(one, ref));
    if (other === undefined) continue;
    left.delete(other);
    const name = nameOf(other, ref);
    forFormer.set(factKey(other), name);
    forLater.set(factKey(ref), name);
  }
  return { former: forFormer, later: forLater };
}

const isFact = (value: object): value is FactRef => 'role' in value && 'name' in value && 'unit' in value;

const renamed = (rule: Criterion, names: NewNames): Criterion =>
  mapped(rule, (part) => {
    if (!isFact(part)) return undefined;
    const name = names.get(factKey(part));
    return name === undefined ? part : { ...part, name: name.name, unit: name.unit };
  });

/** Both rules, each thing by one name. */
export function withOneName(rules: TwoRules): TwoRules {
  const names = newNames(rules);
  if (names.former.size === 0) return rules;
  return { former: renamed(rules.former, names.former), later: renamed(rules.later, names.later) };
}
