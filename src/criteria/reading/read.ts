/**
 * From a text to its rule, by patterns and shapes. Total and pure; work is counted and bounded. Covers are taken in the order of their
 * cost, but none that costs much more than the best; what has a flaw is dropped; ties of different meaning are readings of both.
 */
import { oncePerObject } from '../../workbook';
import { factsOf } from '../facts';
import { flawsOf } from '../flaws';
import { isReason } from '../former/impostors';
import { normalise } from '../former/normalise';
import { PATTERNS } from '../patterns';
import type { Criterion, Parsed, Span } from '../types';
import { assembled, type Assembled } from './assemble';
import { ReadingChart, TooMuchWork } from './chart';
import { Covering, type Cover } from './cover';
import { grammarOf, type Grammar } from './grammar';
import { Lattice } from './lattice';
import { withOneKind } from './one-kind';
import type { Pattern } from './pattern';
import { SHAPES } from '../shapes';
import { namelessMeaning } from './same';
import { tellsOnly } from './told';
import { leavesUnused } from '../unused';

/** Longer texts are documents, not criteria. */
const MOST_CHARS = 20_000;
/** A cover that costs so much more than the best is no reading. */
const WINDOW = 2;
const TIE = 0.15;
const CHEAPEST_SHAPE = Math.min(0, ...SHAPES.map(({ cost }) => cost));
const MOST_READINGS = 3;

export interface Reading {
  readonly parsed: Parsed;
  /** The cover that was taken, or the best there is; null where nothing was tried. */
  readonly cover: Cover | null;
  readonly shape: string;
  readonly steps: number;
  readonly normal: string;
}

const grammars = oncePerObject((patterns: readonly Pattern[]): Grammar => grammarOf(patterns));

function nothing(text: string): Parsed {
  const span: Span = [0, text.length];
  return { criterion: { kind: 'opaque', span }, understood: 'none', opaque: text.length > 0 ? [span] : [], facts: [] };
}

interface Candidate extends Assembled {
  readonly cover: Cover;
}

/** Rules of the covers that may count, cheapest cover first: one that costs too much to tie with what was found is not looked at. */
function candidates(covers: readonly Cover[], places: Parameters<typeof assembled>[1], span: Span): readonly Candidate[] {
  const most = (covers[0]?.cost ?? 0) + WINDOW;
  const found: Candidate[] = [];
  let best = Infinity;
  for (const cover of covers) {
    if (cover.cost > Math.min(most, best + TIE - CHEAPEST_SHAPE)) break;
    const one = tellsOnly(cover.clauses, places.text) ? null : assembled(cover, places, span);
    const criterion = one === null ? null : withOneKind(one.criterion);
    if (one === null || criterion === null || flawsOf(criterion).length > 0 || leavesUnused(criterion, places.text)) continue;
    found.push({ ...one, criterion, cover });
    best = Math.min(best, one.cost);
  }
  return found;
}

/** The same but for what its facts are called. */
const meansTheSame = (one: Criterion, other: Criterion): boolean => namelessMeaning(one) === namelessMeaning(other);

/** The best, or the few of another meaning that are as good. */
function ranked(all: readonly Candidate[], span: Span): Criterion | null {
  const sorted = [...all].sort((one, other) => one.cost - other.cost);
  const best = sorted[0];
  if (best === undefined) return null;
  const distinct: Candidate[] = [];
  for (const one of sorted)
    if (one.cost <= best.cost + TIE && !distinct.some((other) => meansTheSame(one.criterion, other.criterion))) distinct.push(one);
  if (distinct.length === 1) return best.criterion;
  const of = distinct.slice(0, MOST_READINGS).map(({ criterion }, at) => ({ reading: `as-read-${at + 1}`, rule: criterion }));
  return { kind: 'readings', of, span };
}

/** As read by the patterns given; all of them, but in tests. */
export function readWith(patterns: readonly Pattern[], text: string): Reading {
  const normal = normalise(text);
  const none = { parsed: nothing(text), cover: null, shape: '', steps: 0, normal: normal.text };
  if (text.length > MOST_CHARS || isReason(normal.text)) return none;
  const grammar = grammars(patterns);
  const chart = new ReadingChart(new Lattice(normal.text), grammar);
  try {
    const covers = new Covering(chart, grammar.ruleId('clause')).covers();
    const span: Span = [0, text.length];
    const all = candidates(covers, normal, span);
    const criterion = ranked(all, span);
    const taken = all[0];
    const known = { cover: taken?.cover ?? covers[0] ?? null, shape: taken?.shape ?? '', steps: chart.steps, normal: normal.text };
    if (criterion === null) return { ...known, parsed: nothing(text) };
    return { ...known, parsed: { criterion, understood: 'whole', opaque: [], facts: factsOf(criterion) } };
  } catch (error) {
    if (error instanceof TooMuchWork) return { ...none, steps: chart.steps };
    throw error;
  }
}

export const readCriterion = (text: string): Reading => readWith(PATTERNS, text);
