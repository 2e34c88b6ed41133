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
/** Where more than so many names would have to be held against each other, nobody renamed them one by one. */
const MOST_PAIRS = 250_000;

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
    const [before, after] = [this.left(this.before), this.left(this.after)];
    if (before.length * after.length > MOST_PAIRS) return;
    const alike = before
      .flatMap((one) => after.map((other) => ({ one, other, alike: one.kind === other.kind ? likeness(one.own, other.own) : 0 })))
      .filter((found) => found.alike >= ALIKE)
      .sort((a, b) => b.alike - a.alike);
    for (const { one, other } of alike) if (!this.partner.has(one) && !this.partner.has(other)) this.pair(one, other);
  }

  /** Left alone behind the same line, with the same 分值 and aim or the same criterion: the name was changed. */
  byPlace(): void {
    const here = byGap(this.before, this.partner, (known) => this.partner.get(known)!.key);
    const there = byGap(this.after, this.partner, ({ key }) => key);
    for (const [gap, own] of here) {
      const others = there.get(gap) ?? [];
      if (own.length === 1 && others.length === 1 && sharesContent(own[0]!, others[0]!)) this.pair(own[0]!, others[0]!);
    }
  }
}

/** Lines that nothing is known of yet, by their kind and the known line they stand behind, which `keyOf` names in the later state. */
function byGap(
  lines: readonly TableLine[],
  known: ReadonlyMap<TableLine, TableLine>,
  keyOf: (line: TableLine) => string,
): ReadonlyMap<string, readonly TableLine[]> {
  const found = new Map<string, TableLine[]>();
  let above = '';
  for (const line of lines) {
    if (known.has(line)) {
      above = keyOf(line);
      continue;
    }
    const gap = `${line.kind} ${above}`;
    const others = found.get(gap);
    if (others === undefined) found.set(gap, [line]);
    else others.push(line);
  }
  return found;
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
