/** Which approved indicator is which of the score table: by names within their classes, then by names that only one has. */
import { bareIndicatorKey, classKey, indicatorKey } from './names';
import { sameTarget } from './same-target';
import type { TargetLine } from './types';

export interface PairedLines {
  /** In the order of the score table. */
  readonly pairs: readonly (readonly [TargetLine, TargetLine])[];
  readonly dropped: readonly TargetLine[];
  readonly added: readonly TargetLine[];
  /** Under a name that several have. */
  readonly ambiguous: readonly (readonly [TargetLine | null, TargetLine | null])[];
}

type Key = (line: TargetLine) => string;

const classes = ({ path }: TargetLine): readonly string[] => path.slice(0, -1).map(classKey);
const KEYS: readonly Key[] = [
  (line) => [...classes(line), indicatorKey(line.name)].join('/'),
  (line) => [classes(line)[0] ?? '', indicatorKey(line.name)].join('/'),
  ({ name }) => indicatorKey(name),
  ({ name }) => bareIndicatorKey(name),
];

const isEqual = (one: TargetLine, other: TargetLine): boolean =>
  one.target !== null && other.target !== null && sameTarget(one.target, other.target) === 'same';

class Pairing {
  readonly partner = new Map<TargetLine, TargetLine>();

  constructor(
    private readonly approved: readonly TargetLine[],
    private readonly now: readonly TargetLine[],
  ) {}

  left(lines: readonly TargetLine[]): readonly TargetLine[] {
    return lines.filter((line) => !this.partner.has(line));
  }

  private pair(one: TargetLine, other: TargetLine): void {
    this.partner.set(one, other);
    this.partner.set(other, one);
  }

  by(key: Key): void {
    const there = grouped(this.left(this.now), key);
    for (const [name, own] of grouped(this.left(this.approved), key)) this.pairGroup(own, there.get(name) ?? []);
  }

  /** Of several of one name those with the same value belong together; of the rest only a single one on each side. */
  private pairGroup(own: readonly TargetLine[], others: readonly TargetLine[]): void {
    if (own.length > 1 || others.length > 1) {
      for (const line of own) {
        const same = this.left(others).find((other) => isEqual(line, other));
        if (same !== undefined) this.pair(line, same);
      }
    }
    const [left, right] = [this.left(own), this.left(others)];
    if (left.length === 1 && right.length === 1) this.pair(left[0]!, right[0]!);
  }
}

function grouped(lines: readonly TargetLine[], key: Key): ReadonlyMap<string, readonly TargetLine[]> {
  const found = new Map<string, TargetLine[]>();
  for (const line of lines) {
    const name = key(line);
    const known = found.get(name);
    if (known === undefined) found.set(name, [line]);
    else known.push(line);
  }
  return found;
}

export function pairLines(approved: readonly TargetLine[], now: readonly TargetLine[]): PairedLines {
  const pairing = new Pairing(approved, now);
  for (const key of KEYS) pairing.by(key);
  const [lost, fresh] = [pairing.left(approved), pairing.left(now)];
  const names = (lines: readonly TargetLine[]): ReadonlySet<string> => new Set(lines.map(({ name }) => bareIndicatorKey(name)));
  const [here, there] = [names(lost), names(fresh)];
  const isShared = ({ name }: TargetLine): boolean => here.has(bareIndicatorKey(name)) && there.has(bareIndicatorKey(name));
  return {
    pairs: now.flatMap((line): readonly (readonly [TargetLine, TargetLine])[] => {
      const other = pairing.partner.get(line);
      return other === undefined ? [] : [[other, line]];
    }),
    dropped: lost.filter((line) => !isShared(line)),
    added: fresh.filter((line) => !isShared(line)),
    ambiguous: [
      ...lost.filter(isShared).map((line) => [line, null] as const),
      ...fresh.filter(isShared).map((line) => [null, line] as const),
    ],
  };
}
