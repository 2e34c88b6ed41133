/** Every word of a text at every place, overlaps kept. What lies inside a whole word (会计, 不健全) and not beyond it is none. */
import { figuresAt, type FigureSaid } from './figures';
import { Marks } from './marks';
import { unitEnd, wholeWordEnd, wordTrie, CLASS_NAMES } from './words';
import type { Dec } from '../../workbook';

export interface Edge {
  readonly cls: number;
  readonly to: number;
  /** What is written. */
  readonly text: string;
  readonly figure: FigureSaid | null;
  readonly upper: Dec | null;
}

const OTHERS = ['PCT', 'PP', 'PTS', 'PTSRANGE', 'QTY', 'NUM', 'ORD', 'DATE', 'UNIT', 'MARK', 'LINE', 'STOP'];
const IDS: ReadonlyMap<string, number> = new Map([...CLASS_NAMES, ...OTHERS].map((name, id) => [name, id]));
const MASKS = 4;
const BITS = 30;
/** A clause ends at one of these. */
const ENDS_SENTENCE = new Set(';。\n');

/** Classes as bits, so that many are looked for at once. */
export function masksOf(classes: readonly number[]): readonly number[] {
  const masks = new Array<number>(MASKS).fill(0);
  for (const cls of classes) masks[Math.floor(cls / BITS)]! |= 1 << (cls % BITS);
  return masks;
}

/** The number of a class of words; throws where there is no such class, which is a slip in a pattern. */
export function classId(name: string): number {
  const id = IDS.get(name);
  if (id === undefined) throw new Error(`no class of words: ${name}`);
  return id;
}

const STOPS = new Set('。!?');
const NO_EDGES: readonly Edge[] = [];
/** A unit without a number stands behind one of these: 每|项, 扣1分/|次, 按|天. */
const BEFORE_UNIT = new Set('每/按');

export class Lattice {
  private readonly edges: (Edge[] | undefined)[];
  private readonly masks: readonly Int32Array[];
  /** Classes from each place to the end of its sentence. */
  private readonly ahead: readonly Int32Array[];
  private readonly marks = new Marks();

  constructor(readonly text: string) {
    this.edges = new Array<Edge[] | undefined>(text.length + 1);
    this.masks = Array.from({ length: MASKS }, () => new Int32Array(text.length + 1));
    let whole = 0;
    for (let at = 0; at < text.length; at += 1) {
      const inside = at < whole;
      if (!inside) whole = Math.max(whole, wholeWordEnd(text, at));
      this.wordsAt(at, inside ? whole + 1 : whole);
      this.othersAt(at, whole);
    }
    this.ahead = this.masks.map((mask) => {
      const ahead = mask.slice();
      for (let at = text.length - 1; at >= 0; at -= 1) if (!ENDS_SENTENCE.has(text[at]!)) ahead[at]! |= ahead[at + 1]!;
      return ahead;
    });
  }

  /** 「完成率(最高按100%计算)」: whether one of a class stands in the bracket that opens here. */
  bracketHas(at: number, cls: number): boolean {
    for (let place = at + 1; place < this.text.length && this.text[place] !== ')'; place += 1) if (this.has(place, cls)) return true;
    return false;
  }

  /** Whether all of these classes are found from here to the end of the sentence. */
  liesAhead(place: number, wanted: readonly number[]): boolean {
    for (let at = 0; at < MASKS; at += 1) if ((this.ahead[at]![place]! & wanted[at]!) !== wanted[at]!) return false;
    return true;
  }

  at(place: number): readonly Edge[] {
    return this.edges[place] ?? NO_EDGES;
  }

  has(place: number, cls: number): boolean {
    return (this.masks[Math.floor(cls / BITS)]![place]! & (1 << (cls % BITS))) !== 0;
  }

  /** Whether any word begins here. */
  begins(place: number): boolean {
    return this.edges[place] !== undefined;
  }

  private add(place: number, edge: Edge): void {
    (this.edges[place] ??= []).push(edge);
    this.masks[Math.floor(edge.cls / BITS)]![place]! |= 1 << (edge.cls % BITS);
  }

  private plain(place: number, cls: string, to: number): void {
    this.add(place, { cls: classId(cls), to, text: this.text.slice(place, to), figure: null, upper: null });
  }

  private wordsAt(at: number, whole: number): void {
    let node = wordTrie();
    for (let to = at; to < this.text.length;) {
      const next = node.next.get(this.text[to]!);
      if (next === undefined) return;
      node = next;
      to += 1;
      if (to >= whole) for (const cls of node.classes) this.plain(at, cls, to);
    }
  }

  private othersAt(at: number, whole: number): void {
    const { text } = this;
    const char = text[at]!;
    if (char === '\n') this.plain(at, 'LINE', at + 1);
    if (STOPS.has(char)) this.plain(at, 'STOP', at + 1);
    for (const { cls, to, figure, upper } of figuresAt(text, at))
      if (to > whole || figure.as !== 'quantity')
        this.add(at, { cls: classId(cls), to, text: text.slice(at, to), figure, upper: upper ?? null });
    if (BEFORE_UNIT.has(text[at - 1] ?? '')) {
      const to = unitEnd(text, at);
      if (to > at) this.plain(at, 'UNIT', to);
    }
    const mark = this.marks.at(text, at);
    if (mark !== null) this.add(at, { cls: classId('MARK'), to: mark.to, text: mark.kind, figure: null, upper: null });
  }
}
