/**
 * Holds the lines of a sheet against those of a form: which is which, what is missing, added, renamed and moved.
 * By names first; what is left between two known neighbours is told by likeness and place. Quadratic only in what is left over.
 */
import type { AlignedLine } from './lines';
import { likeness } from '../workbook';

export interface Alignment {
  /** Index of the sheet's line for each line of the form; null: missing. */
  readonly toSheet: readonly (number | null)[];
  /** Index of the form's line for each line of the sheet; null: the form has no such line. */
  readonly toForm: readonly (number | null)[];
  /** Lines of the form that the sheet calls otherwise. */
  readonly renamed: ReadonlySet<number>;
  /** Lines of the form that stand at another place in the sheet, as few as explain the order. */
  readonly moved: ReadonlySet<number>;
}

const ALIKE = 0.5;
const RESEMBLING = 0.3;

export function align(form: readonly AlignedLine[], sheet: readonly AlignedLine[]): Alignment {
  return new Aligner(form, sheet).run();
}

const isLeaf = (line: AlignedLine): boolean => line.kind !== 'class';

class Aligner {
  private readonly toSheet: (number | null)[];
  private readonly toForm: (number | null)[];
  private readonly renamed = new Set<number>();

  constructor(
    private readonly form: readonly AlignedLine[],
    private readonly sheet: readonly AlignedLine[],
  ) {
    this.toSheet = form.map(() => null);
    this.toForm = sheet.map(() => null);
  }

  run(): Alignment {
    this.byName(true);
    this.byName(false);
    this.classesByContent();
    this.leavesBetween();
    return { toSheet: this.toSheet, toForm: this.toForm, renamed: this.renamed, moved: this.moved() };
  }

  private pair(form: number, sheet: number, renamed = false): void {
    this.toSheet[form] = sheet;
    this.toForm[sheet] = form;
    if (renamed) this.renamed.add(form);
  }

  private free(form: number): boolean {
    return this.toSheet[form] === null;
  }

  /** Does a line of the sheet stand for a line of the form as far as kinds go? */
  private kin(form: AlignedLine, sheet: AlignedLine): boolean {
    return isLeaf(form) === isLeaf(sheet) && (form.kind === 'execution') === (sheet.kind === 'execution');
  }

  /** Same name, and with `path` under classes of the same names. Doubles pair in their order. */
  private byName(path: boolean): void {
    const waiting = new Map<string, number[]>();
    this.sheet.forEach((line, index) => {
      if (this.toForm[index] !== null) return;
      for (const key of line.keys) {
        const list = waiting.get(key);
        if (list === undefined) waiting.set(key, [index]);
        else list.push(index);
      }
    });
    this.form.forEach((line, index) => {
      if (!this.free(index)) return;
      for (const key of line.keys) {
        const found = waiting
          .get(key)
          ?.find((at) => this.toForm[at] === null && this.kin(line, this.sheet[at]!) && (!path || this.sameClass(index, at)));
        if (found === undefined) continue;
        this.pair(index, found);
        return;
      }
    });
  }

  private sameClass(form: number, sheet: number): boolean {
    const [a, b] = [this.form[form]!.parent, this.sheet[sheet]!.parent];
    if (a === null || b === null) return a === b;
    return this.form[a]!.keys.some((key) => this.sheet[b]!.keys.includes(key)) && this.sameClass(a, b);
  }

  /** A class under another name holds the same leaves, or its name is like. */
  private classesByContent(): void {
    this.form.forEach((line, index) => {
      if (isLeaf(line) || !this.free(index)) return;
      const votes = new Map<number, number>();
      const members = this.below(this.form, index);
      for (const member of members) {
        const at = this.toSheet[member];
        const parent =
          at === null || at === undefined ? null : this.ancestorAt(at, this.depth(this.form, member) - this.depth(this.form, index));
        if (parent !== null && this.toForm[parent] === null) votes.set(parent, (votes.get(parent) ?? 0) + 1);
      }
      const best = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
      if (best !== undefined && best[1] * 2 >= members.length) return this.pair(index, best[0], true);
      const like = this.sheet.findIndex(
        (one, at) => this.toForm[at] === null && !isLeaf(one) && this.likeness(line, one) >= ALIKE && this.parentsAgree(index, at),
      );
      if (like >= 0) this.pair(index, like, true);
    });
  }

  private depth(lines: readonly AlignedLine[], index: number): number {
    const { parent } = lines[index]!;
    return parent === null ? 0 : 1 + this.depth(lines, parent);
  }

  private ancestorAt(sheet: number, levels: number): number | null {
    let at: number | null = sheet;
    for (let n = 0; n < levels && at !== null; n += 1) at = this.sheet[at]!.parent;
    return at;
  }

  private below(lines: readonly AlignedLine[], index: number): readonly number[] {
    return lines.flatMap((_, at) => (this.isBelow(lines, at, index) ? [at] : []));
  }

  private isBelow(lines: readonly AlignedLine[], at: number, above: number): boolean {
    const { parent } = lines[at]!;
    return parent !== null && (parent === above || this.isBelow(lines, parent, above));
  }

  private likeness(form: AlignedLine, sheet: AlignedLine): number {
    return Math.max(...form.keys.map((key) => Math.max(...sheet.keys.map((other) => likeness(key, other)))));
  }

  private parentsAgree(form: number, sheet: number): boolean {
    const [a, b] = [this.form[form]!.parent, this.sheet[sheet]!.parent];
    return a === null || b === null ? a === b : this.toSheet[a] === null || this.toSheet[a] === b;
  }

  /** What is left between the same neighbours: by criterion, by likeness, and, where as many are left on both sides, by place. */
  private leavesBetween(): void {
    const leaves = this.form.flatMap((line, index) => (isLeaf(line) ? [index] : []));
    for (let from = 0; from < leaves.length; from += 1) {
      if (!this.free(leaves[from]!)) continue;
      let to = from;
      while (to + 1 < leaves.length && this.free(leaves[to + 1]!)) to += 1;
      const left = this.between(leaves[from - 1], leaves[to + 1]);
      this.settle(leaves.slice(from, to + 1), left);
      from = to;
    }
  }

  /** Unknown leaves of the sheet between the places of two known ones. */
  private between(before: number | undefined, after: number | undefined): readonly number[] {
    const from = before === undefined ? -1 : (this.toSheet[before] ?? -1);
    const to = after === undefined ? this.sheet.length : (this.toSheet[after] ?? this.sheet.length);
    return this.sheet.flatMap((line, index) => (index > from && index < to && isLeaf(line) && this.toForm[index] === null ? [index] : []));
  }

  private settle(wanted: readonly number[], there: readonly number[]): void {
    const scored = wanted
      .flatMap((form) => there.map((sheet) => ({ form, sheet, score: this.resemblance(form, sheet) })))
      .filter((one) => one.score >= RESEMBLING)
      .sort((a, b) => b.score - a.score || a.form - b.form || a.sheet - b.sheet);
    for (const { form, sheet } of scored) if (this.free(form) && this.toForm[sheet] === null) this.pair(form, sheet, true);
    const wantedLeft = wanted.filter((form) => this.free(form));
    const thereLeft = there.filter((sheet) => this.toForm[sheet] === null);
    if (wantedLeft.length !== thereLeft.length) return;
    wantedLeft.forEach((form, index) => {
      const sheet = thereLeft[index]!;
      if (this.kin(this.form[form]!, this.sheet[sheet]!) && this.sharesParent(form, sheet)) this.pair(form, sheet, true);
    });
  }

  private sharesParent(form: number, sheet: number): boolean {
    const [a, b] = [this.form[form]!.parent, this.sheet[sheet]!.parent];
    return a === null || b === null ? a === b : this.toSheet[a] === b;
  }

  private resemblance(form: number, sheet: number): number {
    const [a, b] = [this.form[form]!, this.sheet[sheet]!];
    if (!this.kin(a, b) || !this.sharesParent(form, sheet)) return 0;
    const body = a.body.length > 6 && a.body === b.body ? 1 : 0;
    return Math.max(body, this.likeness(a, b));
  }

  /** Leaves outside the longest run that keeps the form's order, and lines that went to another class. */
  private moved(): ReadonlySet<number> {
    const pairs = this.form.flatMap((line, form) => {
      const sheet = this.toSheet[form];
      return sheet === null || sheet === undefined || !isLeaf(line) ? [] : [{ form, sheet }];
    });
    const kept = longestRise(pairs.map((one) => one.sheet));
    const moved = new Set(pairs.filter((_, index) => !kept.has(index)).map((one) => one.form));
    for (const { form, sheet } of pairs) {
      const [a, b] = [this.form[form]!.parent, this.sheet[sheet]!.parent];
      if (a !== null && b !== null && this.toSheet[a] !== null && this.toSheet[a] !== b && this.toForm[b] !== null) moved.add(form);
    }
    return moved;
  }
}

/** Indexes of a longest rising run, the earliest ends first. */
export function longestRise(values: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before: number[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = index;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) kept.add(at);
  return kept;
}
