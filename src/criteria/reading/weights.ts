/** What stands in a stretch of a text that no clause was read from: words that give or take points, rates, mere figures. */
import { classId, type Lattice } from './lattice';

const HARD_NAMES = [
  'PTS',
  'PTSRANGE',
  'PCT',
  'PP',
  'ZERO',
  'NODEDUCT',
  'VETO',
  'FULL',
  'UNTILDONE',
  'DISCRETE',
  'EXCLUDED',
  'MOST',
  'STOPCOUNT',
  'HALF',
];
const HARD = HARD_NAMES.map(classId);
const FIGURE = ['QTY', 'NUM'].map(classId);
const TIMES = classId('TIMES');
const MAX_POINTS = classId('MAXPTS');
const DEDUCT = classId('DEDUCT');
const GIVE = classId('GIVE');
const AWARD = classId('AWARD');
const CONVERTS = classId('CONVERTS');
const RATIO = classId('RATIO');
const BY = classId('BY');

const SIGNS = new Set('×*|');
const ENDS = new Set(',;。\n:');

/** Sums from the beginning, so that any stretch is weighed at once. */
export class Weights {
  /** The next comma or stop, and the next stop, from each place. */
  readonly pauses: Int32Array;
  readonly stops: Int32Array;
  private readonly hard: Int32Array;
  private readonly figures: Int32Array;

  constructor(private readonly lattice: Lattice) {
    const { length } = lattice.text;
    [this.pauses, this.stops] = [this.next(',;。\n'), this.next(';。\n')];
    this.hard = new Int32Array(length + 1);
    this.figures = new Int32Array(length + 1);
    for (let at = 0; at < length; at += 1) {
      this.hard[at + 1] = this.hard[at]! + Number(this.isHard(at));
      this.figures[at + 1] = this.figures[at]! + Number(FIGURE.some((cls) => lattice.has(at, cls)));
    }
  }

  between(from: number, to: number): { readonly hard: number; readonly figures: number } {
    return { hard: this.hard[to]! - this.hard[from]!, figures: this.figures[to]! - this.figures[from]! };
  }

  private next(ends: string): Int32Array {
    const { text } = this.lattice;
    const next = new Int32Array(text.length + 1).fill(text.length);
    for (let at = text.length - 1; at >= 0; at -= 1) next[at] = ends.includes(text[at]!) ? at : next[at + 1]!;
    return next;
  }

  /** 「按完成率得分」: points are given by something. */
  private givesBy(at: number): boolean {
    const { lattice } = this;
    const ends = lattice.at(at).some(({ cls, to, text }) => cls === GIVE && text.endsWith('分') && ENDS.has(lattice.text[to] ?? ';'));
    if (!ends) return false;
    for (let back = at - 1; back >= 0 && !ENDS.has(lattice.text[back]!); back -= 1) if (lattice.has(back, BY)) return true;
    return false;
  }

  /** 「其他部门得分为…的平均分」, 「比例计分」: points that were not read. */
  private isGiven(at: number): boolean {
    const { lattice } = this;
    return lattice
      .at(at)
      .some(
        ({ cls, to, text }) => (cls === AWARD && text.length > 2) || (cls === RATIO && (lattice.has(to, GIVE) || lattice.has(to, AWARD))),
      );
  }

  private isHard(at: number): boolean {
    const { lattice } = this;
    const { text } = lattice;
    if (HARD.some((cls) => lattice.has(at, cls)) || this.givesBy(at)) return true;
    if (SIGNS.has(text[at]!) || lattice.has(at, TIMES) || lattice.has(at, CONVERTS)) return text[at] !== 'x' && text[at] !== 'X';
    if (lattice.has(at, DEDUCT)) return text[at] === '扣';
    if (this.isGiven(at)) return true;
    if (lattice.has(at, RATIO)) return '按以'.includes(text[at - 1] ?? '无');
    return (
      lattice.has(at, MAX_POINTS) &&
      ((at > 0 && lattice.has(at - 1, TIMES)) || lattice.at(at).some((edge) => edge.cls === MAX_POINTS && lattice.has(edge.to, TIMES)))
    );
  }
}
