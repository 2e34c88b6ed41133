/**
 * The best covers of a whole cell by clauses: the shortest paths from its beginning to its end over clauses, separators, marks and
 * what is not read. Cutting a cell into statements is part of it.
 */
import type { ReadingChart, Read } from './chart';
import type { Clause, ClauseMeaning } from './clause';
import { classId } from './lattice';
import { Weights } from './weights';

export interface Cover {
  readonly cost: number;
  /** In the order of the text; nothing is left over but separators. */
  readonly clauses: readonly Clause[];
  readonly reads: readonly Read[];
}

interface Node {
  readonly cost: number;
  readonly before: Node | null;
  readonly clause: Clause | null;
  readonly read: Read | null;
  /** A clause may begin here. */
  readonly open: boolean;
}

const KEPT = 3;
const COST = { clause: 1, glued: 0.8, remark: 1.6, figure: 1.5, unread: 12, hard: 4, comma: 0.15, pause: 0.3 };
const FREE = new Set(';。!?\n ');
const PAUSES = new Set('、:()[]');
/** 的 parts only before a pause or 每. */
const BEHIND_PARTICLE = new Set(',;。每');
const GOES_ON = new Set('且并但');
const ENDS = new Set(',;。\n()[]!?:、');
/** Clauses another may follow without a pause: 「得2分80%以上得1分」. */
const GLUED = new Set<ClauseMeaning['is']>(['arm', 'else', 'once', 'else-take', 'unit', 'limit', 'total', 'mark', 'heading']);
const MARK = classId('MARK');

export class Covering {
  private readonly nodes: Node[][];
  private readonly text: string;
  private readonly weights: Weights;

  constructor(
    private readonly chart: ReadingChart,
    private readonly clause: number,
  ) {
    this.text = chart.lattice.text;
    this.nodes = Array.from({ length: this.text.length + 1 }, () => []);
    this.weights = new Weights(chart.lattice);
  }

  covers(): readonly Cover[] {
    this.put(0, { cost: 0, before: null, clause: null, read: null, open: true });
    for (let at = 0; at < this.text.length; at += 1) if (this.nodes[at]!.length > 0) this.stepsFrom(at);
    return this.nodes[this.text.length]!.map(coverOf);
  }

  private put(at: number, node: Node): void {
    const list = this.nodes[at]!;
    if (list.length === KEPT && node.cost >= list[KEPT - 1]!.cost) return;
    let place = list.length;
    while (place > 0 && list[place - 1]!.cost > node.cost) place -= 1;
    list.splice(place, 0, node);
    if (list.length > KEPT) list.pop();
  }

  private step(
    from: number,
    to: number,
    cost: number,
    node: { clause: Clause | null; read: Read | null; open: boolean },
    only: (one: Node) => boolean,
  ): void {
    for (const one of this.nodes[from]!) if (only(one)) this.put(to, { cost: one.cost + cost, before: one, ...node });
  }

  private stepsFrom(at: number): void {
    const char = this.text[at]!;
    const separator = FREE.has(char) ? 0 : char === ',' ? COST.comma : PAUSES.has(char) || this.isParting(at) ? COST.pause : null;
    if (separator !== null) this.step(at, at + 1, separator, { clause: null, read: null, open: true }, () => true);
    this.marks(at);
    for (const read of this.chart.match(this.clause, at)) {
      const end = this.endsWell(read.to) ? 0 : COST.glued;
      const clause = { ...(read.value as ClauseMeaning), place: [read.from, read.to] as const, pattern: read.form!.pattern.id };
      this.step(at, read.to, COST.clause + read.cost + end, { clause, read, open: false }, mayFollow);
    }
    this.unread(at);
  }

  private isParting(at: number): boolean {
    return this.text[at] === '的' && (at + 1 === this.text.length || BEHIND_PARTICLE.has(this.text[at + 1]!));
  }

  private marks(at: number): void {
    for (const edge of this.chart.lattice.at(at)) {
      if (edge.cls !== MARK) continue;
      const clause: Clause = { is: 'mark', kind: edge.text, place: [at, edge.to], pattern: 'mark' };
      this.step(at, edge.to, 0, { clause, read: null, open: true }, mayFollow);
    }
  }

  /** Up to the next pause, or the next stop. */
  private unread(at: number): void {
    if (PAUSES.has(this.text[at]!) || this.isParting(at) || FREE.has(this.text[at]!) || this.text[at] === ',') return;
    const near = this.weights.pauses[at]!;
    const far = this.weights.stops[at]!;
    for (const to of near === far ? [near] : [near, far]) {
      const { hard, figures } = this.weights.between(at, to);
      // 「项目未开工的，…」, 「…，且…」 is a condition of what follows.
      const conditional = this.text[to] === ',' && (this.text[to - 1] === '的' || GOES_ON.has(this.text[to + 1] ?? ''));
      const is = hard > 0 || conditional ? 'unread' : 'remark';
      const cost = is === 'unread' ? COST.unread + COST.hard * hard : COST.remark + COST.figure * figures;
      this.step(at, to, cost, { clause: { is, place: [at, to], pattern: is }, read: null, open: false }, (one) => one.open);
    }
  }

  private endsWell(at: number): boolean {
    return at === this.text.length || ENDS.has(this.text[at]!);
  }
}

const mayFollow = (one: Node): boolean => one.open || (one.clause !== null && GLUED.has(one.clause.is));

function coverOf(last: Node): Cover {
  const clauses: Clause[] = [];
  const reads: Read[] = [];
  for (let node: Node | null = last; node !== null; node = node.before) {
    if (node.clause !== null) clauses.push(node.clause);
    if (node.read !== null) reads.push(node.read);
  }
  return { cost: last.cost, clauses: clauses.reverse(), reads: reads.reverse() };
}
