/** Criterion trees by hand: short words for test tables. */
import { Dec } from '../../../src/workbook/decimal';
import { DEFAULT_SWITCHES, evaluate, factKey } from '../../../src/criteria/index';
import type {
  Condition,
  CriteriaSwitches,
  Criterion,
  Expr,
  FactRef,
  FactValue,
  Given,
  Interval,
  Outcome,
  Points,
  ReadingId,
} from '../../../src/criteria/index';

export const d = (value: number | string): Dec => new Dec(value);
const span = [0, 0] as const;
type Kind<K extends Criterion['kind']> = Extract<Criterion, { kind: K }>;
type Settings<K extends Criterion['kind']> = Partial<Omit<Kind<K>, 'kind' | 'span'>>;

let place = 0;
/** Refs built later stand later in the text. */
function ref(kind: FactRef['kind'], name: string, unit = '', role: FactRef['role'] = 'named'): FactRef {
  place += 1;
  return { kind, role, name, unit, span: [place, place + 1] };
}

export const count = (name = '不符合要求', unit = '例'): FactRef => ref('count', name, unit);
export const rate = (name: string): FactRef => ref('rate', name);
export const amount = (name: string, unit = '万元'): FactRef => ref('number', name, unit);
export const yes = (name: string): FactRef => ref('yes', name);
export const level = (name = ''): FactRef => ref('level', name, '', 'own');
export const target = (): FactRef => ref('number', '', '', 'target');
export const actual = (): FactRef => ref('number', '', '', 'actual');

export const points = (value: number | string): Points => ({ points: d(value) });
export const share = (value: number | string): Points => ({ share: d(value) });
export const FULL = share(1);
export const NONE = points(0);

export const num = (value: number | string): Expr => ({ op: 'number', value: d(value), shown: 'plain' });
/** 95 is 95%. */
export const pct = (value: number | string): Expr => ({ op: 'number', value: d(value).div(100), shown: 'percent' });
export const fact = (of: FactRef): Expr => ({ op: 'fact', ref: of });
export const weight: Expr = { op: 'max-points' };
export const two = (left: Expr, op: '+' | '-' | '*' | '/', right: Expr): Expr => ({
  op: ({ '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const)[op],
  left,
  right,
});
export const mul = (...of: readonly Expr[]): Expr => of.reduce((left, right) => two(left, '*', right));

export const holds = (of: FactRef): Condition => ({ kind: 'holds', of });
export const not = (of: Condition): Condition => ({ kind: 'not', of });
export const all = (...of: readonly Condition[]): Condition => ({ kind: 'all', of });
export const any = (...of: readonly Condition[]): Condition => ({ kind: 'any', of });
export const compare = (left: Expr, comparator: '>=' | '<=' | '=' | '>' | '<', right: Expr): Condition => ({
  kind: 'compare',
  left,
  comparator,
  right,
});

/** «[0.9,1]», «(0,0.1]», «[0.9,)». */
export function interval(text: string): Interval {
  const [, open, from, to, close] = /^([[(])([^,]*),([^\])]*)([\])])$/.exec(text)!;
  return {
    from: from === '' ? null : d(from!),
    fromIncluded: open === '[' && from !== '',
    to: to === '' ? null : d(to!),
    toIncluded: close === ']' && to !== '',
  };
}

export const perOccurrence = (of: FactRef, each: number | Points, more: Settings<'per-occurrence'> = {}): Criterion => ({
  kind: 'per-occurrence',
  span,
  effect: 'deduct',
  each: typeof each === 'number' ? points(each) : each,
  eachTo: null,
  per: d(1),
  once: false,
  cap: null,
  of,
  ...more,
});
export const perPoint = (of: Expr, from: Expr, each: number, more: Settings<'per-point'> = {}): Criterion => ({
  kind: 'per-point',
  span,
  of,
  from,
  step: d('0.01'),
  side: 'above',
  effect: 'deduct',
  each: points(each),
  cap: null,
  ...more,
});
export const steps = (of: Expr, ...arms: readonly (readonly [when: string, award: Points])[]): Kind<'steps'> => ({
  kind: 'steps',
  span,
  of,
  arms: arms.map(([when, award]) => ({ when: interval(when), award })),
});
export const choose = (arms: readonly (readonly [when: Condition, award: Points])[], otherwise: Points | null = null): Criterion => ({
  kind: 'choose',
  span,
  arms: arms.map(([when, award]) => ({ when, award })),
  otherwise,
});
export const cases = (arms: readonly (readonly [when: Condition, rule: Criterion])[], otherwise: Criterion | null = null): Criterion => ({
  kind: 'cases',
  span,
  arms: arms.map(([when, rule]) => ({ when, rule })),
  otherwise,
});
export const fixed = (worth: Points): Criterion => ({ kind: 'fixed', span, points: worth });
export const sum = (...items: readonly (readonly [points: Points | null, rule: Criterion])[]): Criterion => ({
  kind: 'sum',
  span,
  items: items.map(([worth, rule]) => ({ points: worth, rule })),
});
export const award = (when: Condition, worth: Points = FULL, otherwise: Points = NONE): Criterion => ({
  kind: 'award',
  span,
  when,
  points: worth,
  otherwise,
});
export const formula = (expr: Expr, cap: Points | null = null): Criterion => ({ kind: 'formula', span, expr, cap });
export const bands = (of: FactRef, ...of3: readonly (readonly [names: string, share: string])[]): Criterion => ({
  kind: 'bands',
  span,
  of,
  bands: of3.map(([names, one]) => ({ names: names.split('/'), share: interval(one) })),
});
export const deductions = (...rules: readonly Criterion[]): Criterion => ({ kind: 'deductions', span, rules });
export const veto = (when: Condition, rule: Criterion, score: Points = NONE): Criterion => ({ kind: 'veto', span, when, score, rule });
export const exempt = (when: Condition, policy: Kind<'exempt'>['policy'], rule: Criterion): Criterion => ({
  kind: 'exempt',
  span,
  when,
  policy,
  rule,
});
export const limit = (atLeast: Points | null, atMost: Points | null, rule: Criterion): Criterion => ({
  kind: 'limit',
  span,
  atLeast,
  atMost,
  rule,
});
export const discretion = (from: Points, to: Points): Criterion => ({ kind: 'discretion', span, from, to });
export const readings = (...of: readonly (readonly [reading: string, rule: Criterion])[]): Criterion => ({
  kind: 'readings',
  span,
  of: of.map(([reading, rule]) => ({ reading: reading as ReadingId, rule })),
});
export const opaque: Criterion = { kind: 'opaque', span };

export type Facts = readonly (readonly [of: FactRef, value: number | string | boolean | Given])[];

const isGiven = (value: number | string | boolean | Given): value is Given => typeof value === 'object';

export function givenOf(of: FactRef, value: number | string | boolean | Given): Given {
  if (isGiven(value)) return value;
  const plain: FactValue = typeof value === 'boolean' || of.kind === 'level' ? (value as boolean | string) : d(value as number | string);
  return { value: plain };
}

export function run(criterion: Criterion, of: number | null, facts: Facts = [], switches: Partial<CriteriaSwitches> = {}): Outcome {
  const known = new Map(facts.map(([one, value]) => [factKey(one), givenOf(one, value)]));
  return evaluate(criterion, {
    weight: of === null ? null : d(of),
    fact: (one) => known.get(factKey(one)),
    switches: { ...DEFAULT_SWITCHES, ...switches },
  });
}

/** «4.5», «{0 2 4}», «[0,5]», «不适用 full», «?». */
export function short(outcome: Outcome): string {
  switch (outcome.is) {
    case 'exact':
      return outcome.score.toString();
    case 'one-of':
      return `{${outcome.scores.join(' ')}}`;
    case 'range':
      return `${outcome.fromIncluded ? '[' : '('}${outcome.from},${outcome.to}${outcome.toIncluded ? ']' : ')'}`;
    case 'not-applicable':
      return `不适用 ${outcome.treatment}`;
    case 'unknown':
      return '?';
  }
}

export const lacking = (outcome: Outcome): string[] => outcome.missing.map(({ name, role }) => name || role);
