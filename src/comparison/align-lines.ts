/** Which line of one state is which line of the other: by names first; what is left over by likeness and place. */
import { likeness } from '../workbook';
import type { TableLine } from './types';

export interface AlignedLines {
  readonly pairs: readonly (readonly [TableLine, TableLine])[];
  readonly removed: readonly TableLine[];
  readonly added: readonly TableLine[];
}

/** A name so alike that it is the same one, written otherwise. */
const ALIKE = 0.6;

class Aligner {
  readonly partner = new Map<TableLine, TableLine>();

  constructor(
    private readonly before: readonly TableLine[],
    private readonly after: readonly TableLine[],
  ) {}

  /** Both sides must have exactly one of a name, or nobody knows which is meant. */
  byName(nameOf: (line: TableLine) => string): void {
    const [left, right] = [this.before, this.after].map((lines) => this.alone(lines, nameOf)) as [
      Map<string, TableLine>,
      Map<string, TableLine>,
    ];
    for (const [name, line] of left) {
      const other = right.get(name);
      if (other !== undefined) this.pair(line, other);
    }
  }

  private alone(lines: readonly TableLine[], nameOf: (line: TableLine) => string): Map<string, TableLine> {
    const known = new Map<string, TableLine | null>();
    for (const line of this.left(lines)) known.set(nameOf(line), known.has(nameOf(line)) ? null : line);
    return new Map([...known].filter((one): one is [string, TableLine] => one[1] !== null));
  }

  left(lines: readonly TableLine[]): readonly TableLine[] {
    return lines.filter((line) => !this.partner.has(line));
  }

  private pair(before: TableLine, after: TableLine): void {
    this.partner.set(before, after);
    this.partner.set(after, before);
  }

  /** The likest first; equally like ones in their order. */
  byLikeness(): void {
    const alike = this.left(this.before)
      .flatMap((one) =>
        this.left(this.after).map((other) => ({ one, other, alike: one.kind === other.kind ? likeness(one.own, other.own) : 0 })),
      )
      .filter((found) => found.alike >= ALIKE)
      .sort((a, b) => b.alike - a.alike);
    for (const { one, other } of alike) if (!this.partner.has(one) && !this.partner.has(other)) this.pair(one, other);
  }

  /** Left alone between the same two neighbours, with the same 分值 and aim or the same criterion: the name was changed. */
  byPlace(): void {
    for (const line of this.left(this.before)) {
      const others = this.left(this.after).filter((other) => other.kind === line.kind && this.gap(other) === this.gapOfPartner(line));
      const own = this.left(this.before).filter((other) => this.gapOfPartner(other) === this.gapOfPartner(line));
      if (others.length === 1 && own.length === 1 && sharesContent(line, others[0]!)) this.pair(line, others[0]!);
    }
  }

  /** The key of the nearest line above that is known on both sides. */
  private gap(line: TableLine): string {
    const index = this.after.indexOf(line);
    const above = this.after
      .slice(0, index)
      .reverse()
      .find((one) => this.partner.has(one));
    return `${line.kind} ${above?.key ?? ''}`;
  }

  private gapOfPartner(line: TableLine): string {
    const index = this.before.indexOf(line);
    const above = this.before
      .slice(0, index)
      .reverse()
      .find((one) => this.partner.has(one));
    return `${line.kind} ${above === undefined ? '' : this.partner.get(above)!.key}`;
  }
}

function sharesContent(a: TableLine, b: TableLine): boolean {
  if (a.kind !== 'row') return false;
  const same = (['fullScore', 'target', 'criterion'] as const).filter((field) => {
    const [one, other] = [a.values.get(field)?.held, b.values.get(field)?.held];
    return one != null && other != null && String(one.is) === String(other.is);
  });
  return same.includes('criterion') || (same.includes('fullScore') && same.includes('target'));
}

export function alignLines(before: readonly TableLine[], after: readonly TableLine[]): AlignedLines {
  const aligner = new Aligner(before, after);
  aligner.byName(({ key }) => key);
  // The class above was renamed, or there is none any more.
  aligner.byName(({ kind, own }) => `${kind} ${own}`);
  aligner.byLikeness();
  aligner.byPlace();
  const pairs = after.flatMap((line): readonly (readonly [TableLine, TableLine])[] => {
    const other = aligner.partner.get(line);
    return other === undefined ? [] : [[other, line]];
  });
  return { pairs, removed: aligner.left(before), added: aligner.left(after) };
}
