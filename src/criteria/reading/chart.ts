/**
 * All that can be read from each place of a text: a top-down chart, remembered by rule and place. Work is counted and bounded; a text
 * that needs more is not read.
 */
import type { TextPlace } from './clause';
import { FreeWords, type Free } from './free-words';
import { FREE_RULES, type Form, type Grammar } from './grammar';
import type { Lattice } from './lattice';

export interface Read {
  readonly from: number;
  readonly to: number;
  readonly value: unknown;
  readonly cost: number;
  /** null for free words. */
  readonly form: Form | null;
  /** What its phrases were read as. */
  readonly parts: readonly Read[];
}

/** Steps a character: ordinary texts take less than a third of it. */
const MOST_STEPS = 200;
const FREE_STEPS = 4_000;
/** Brackets in brackets, factors of a product: nobody writes more. */
const DEEPEST = 60;
const NONE: readonly Read[] = [];
/** For one end so many of a rule. */
const KEPT = 2;

export class TooMuchWork extends Error {}

export class ReadingChart {
  steps = 0;
  private depth = 0;
  private readonly most: number;
  private readonly memo: (readonly Read[] | undefined)[][];
  private readonly free: FreeWords;
  private slots: Record<string, unknown> = {};
  private readonly parts: Read[] = [];

  constructor(
    readonly lattice: Lattice,
    readonly grammar: Grammar,
  ) {
    const { text } = lattice;
    this.most = MOST_STEPS * text.length + FREE_STEPS;
    this.memo = new Array<(readonly Read[] | undefined)[]>(grammar.rules.length);
    this.free = new FreeWords(lattice);
  }

  match(rule: number, from: number): readonly Read[] {
    const column = (this.memo[rule] ??= new Array<readonly Read[] | undefined>(this.lattice.text.length + 1));
    const known = column[from];
    if (known !== undefined) return known;
    if (rule < FREE_RULES.length) return (column[from] = this.freeWords(rule, from));
    if (this.depth >= DEEPEST) return NONE;
    column[from] = NONE;
    const out: Read[] = [];
    const outer = this.slots;
    const base = this.parts.length;
    this.depth += 1;
    for (const form of this.grammar.rules[rule]!) {
      if (!this.mayMatch(form, from)) continue;
      this.slots = {};
      this.walk(form, 0, from, from, form.pattern.prior, out, base);
    }
    this.depth -= 1;
    this.slots = outer;
    return (column[from] = cheapest(out));
  }

  private freeWords(rule: number, from: number): readonly Read[] {
    const found = this.free.from(FREE_RULES[rule]!, from);
    this.count(this.free.steps);
    return found.map(({ mention, to, cost }: Free) => ({ from, to, value: mention, cost, form: null, parts: NONE }));
  }

  private count(steps: number): void {
    this.steps += steps;
    if (this.steps > this.most) throw new TooMuchWork();
  }

  private mayMatch({ elements, needs }: Form, from: number): boolean {
    const first = elements[0]!;
    if (first.isClass && !first.optional && !this.lattice.has(from, first.id)) return false;
    return this.lattice.liesAhead(from, needs);
  }

  private walk(form: Form, at: number, place: number, from: number, cost: number, out: Read[], base: number): void {
    this.count(1);
    const element = form.elements[at];
    if (element === undefined) {
      if (place > from) this.finish(form, from, place, cost, out, base);
      return;
    }
    const { slot, id, isClass, optional } = element;
    const before = this.slots[slot];
    if (isClass) {
      if (this.lattice.has(place, id))
        for (const edge of this.lattice.at(place)) {
          if (edge.cls !== id) continue;
          if (slot !== '') this.slots[slot] = edge;
          this.walk(form, at + 1, edge.to, from, cost, out, base);
        }
    } else {
      for (const read of this.match(id, place)) {
        if (slot !== '') this.slots[slot] = read.value;
        this.parts.push(read);
        this.walk(form, at + 1, read.to, from, cost + read.cost, out, base);
        this.parts.pop();
      }
    }
    if (slot !== '') this.slots[slot] = before;
    if (optional) this.walk(form, at + 1, place, from, cost, out, base);
  }

  private finish(form: Form, from: number, to: number, cost: number, out: Read[], base: number): void {
    const place: TextPlace = [from, to];
    const value = form.pattern.means(this.slots, place);
    if (value !== null) out.push({ from, to, value, cost, form, parts: this.parts.slice(base) });
  }
}

/** For one end the cheapest few. */
function cheapest(reads: Read[]): readonly Read[] {
  if (reads.length < 2) return reads;
  reads.sort((one, other) => one.to - other.to || one.cost - other.cost);
  const kept: Read[] = [];
  let same = 0;
  for (const read of reads) {
    same = kept.length > 0 && kept[kept.length - 1]!.to === read.to ? same + 1 : 0;
    if (same < KEPT) kept.push(read);
  }
  return kept;
}
