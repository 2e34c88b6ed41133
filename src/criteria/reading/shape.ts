/**
 * The format of shapes: which clauses are taken together, and what they are then. Every scoring clause of an item is taken by exactly
 * one role, or the shape does not apply.
 */
import type { Criterion } from '../types';
import type { Clause, Subject } from './clause';
import type { RuleSetting } from './subjects';

export type TakenClauses<Role extends string> = Readonly<Record<Role, readonly Clause[]>>;

/** A text, its points, and facts with the score: as for patterns. */
export interface ClauseShape {
  readonly id: string;
  readonly says: string;
  readonly takes: Readonly<Record<string, string>>;
  readonly cost: number;
  readonly means: (taken: TakenClauses<string>, setting: RuleSetting) => Criterion | null;
}

interface ShapeSource<Role extends string> {
  readonly id: string;
  readonly says: string;
  /** «arm.zero(holds)|else.zero *»: kinds of clause, and how many: one, ? at most one, + one or more, 2+, * any. */
  readonly takes: Readonly<Record<Role, string>>;
  readonly cost?: number;
  readonly means: (taken: TakenClauses<Role>, setting: RuleSetting) => Criterion | null;
}

export function shape<const Role extends string>(source: ShapeSource<Role>): ClauseShape {
  return { cost: 0, ...source };
}

/** 「holds」 where no figure decides. */
function subjectKind(subject: Subject): 'holds' | 'within' | 'mixed' {
  if (subject.is === 'holds') return 'holds';
  return subject.is === 'within' ? 'within' : 'mixed';
}

function isZeroGift(clause: Clause & { is: 'arm' | 'else' }): boolean {
  const { amount } = clause.gives;
  return amount.is === 'points' && 'points' in amount.points && amount.points.points.isZero();
}

/** The kinds a clause is of: arm, arm.give, arm(holds), arm.give(holds) … */
function kindsOf(clause: Clause): readonly string[] {
  const detail = detailOf(clause);
  const subject = clause.is === 'arm' || clause.is === 'once' ? `(${subjectKind(clause.when)})` : '';
  const named = detail === '' ? [clause.is] : [clause.is, `${clause.is}.${detail}`];
  return subject === '' ? named : [...named, ...named.map((one) => `${one}${subject}`)];
}

function detailOf(clause: Clause): string {
  if (clause.is === 'unit') return clause.effect === 'deduct' ? 'take' : 'award';
  if (clause.is === 'arm' || clause.is === 'else') {
    if (clause.gives.row) return 'row';
    if (isZeroGift(clause)) return 'zero';
    return clause.gives.amount.is === 'points' ? 'give' : 'other';
  }
  return '';
}

const COUNTS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  '': [1, 1],
  '?': [0, 1],
  '+': [1, Infinity],
  '2+': [2, Infinity],
  '*': [0, Infinity],
};

interface Role {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly least: number;
  readonly most: number;
}

const rolesKnown = new WeakMap<ClauseShape, readonly Role[]>();

function rolesOf(of: ClauseShape): readonly Role[] {
  const known = rolesKnown.get(of);
  if (known !== undefined) return known;
  const roles = Object.entries(of.takes).map(([name, said]): Role => {
    const [kinds = '', count = ''] = said.split(' ');
    const [least, most] = COUNTS[count]!;
    return { name, kinds: kinds.split('|'), least, most };
  });
  rolesKnown.set(of, roles);
  return roles;
}

/** The clauses by role; null where one is left over or a role is not filled. */
export function takenBy(of: ClauseShape, clauses: readonly Clause[]): TakenClauses<string> | null {
  const roles = rolesOf(of);
  const taken: Record<string, Clause[]> = Object.fromEntries(roles.map(({ name }) => [name, []]));
  for (const clause of clauses) {
    const kinds = kindsOf(clause);
    const role = roles.find((one) => one.kinds.some((kind) => kinds.includes(kind)) && taken[one.name]!.length < one.most);
    if (role === undefined) return null;
    taken[role.name]!.push(clause);
  }
  return roles.every(({ name, least }) => taken[name]!.length >= least) ? taken : null;
}
