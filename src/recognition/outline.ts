/** Second pass: from lines to leaves and the groups above them. */
import type { Line, LineSpot } from './lines';
import { isBonusName, isBreakdownName, isTemplateName, nameAndWeight, numberingOf, totalLabel } from './names';
import type { Addr, CellValue, Dec } from '../workbook';

export interface DraftGroup {
  /** Names from the outermost level to its own, unnamed ones left out. */
  readonly path: readonly string[];
  readonly level: number;
  /** As typed, normalised. */
  readonly text: string;
  readonly name: string;
  readonly at: Addr;
  readonly raw: CellValue;
  readonly nameWeight: Dec | null;
  readonly parent: DraftGroup | null;
  /** Its points in a column of its level. */
  readonly weightSpot: LineSpot | null;
  /** The line that carries its points, where it has one of its own. */
  readonly line: Line | null;
  readonly leaves: Leaf[];
  readonly children: DraftGroup[];
}

export interface Leaf {
  readonly line: Line;
  readonly bottom: number;
  readonly name: string;
  readonly at: Addr;
  readonly raw: CellValue;
  readonly nameWeight: Dec | null;
  readonly group: DraftGroup | null;
  readonly breakdown: boolean;
  readonly template: boolean;
  readonly bonus: boolean;
}

export interface Outline {
  readonly groups: readonly DraftGroup[];
  readonly leaves: readonly Leaf[];
}

function filled(place: LineSpot | null): boolean {
  return place !== null && place.own && place.text !== '';
}

function hasPoints(line: Line): boolean {
  return filled(line.weight) || line.scores.some(filled);
}

/** Index of the deepest level with a name of its own in this line; −1 when none. */
function deepestOwn(line: Line): number {
  for (let level = line.names.length - 1; level >= 0; level--) if (filled(line.names[level]!)) return level;
  return -1;
}

/** True when the rows below fill in deeper levels under this line's name: it is a heading, not a leaf. */
function leads(lines: readonly Line[], index: number, depth: number): boolean {
  if (depth >= lines[index]!.names.length - 1) return false;
  for (let next = index + 1; next < lines.length; next++) {
    const line = lines[next]!;
    if (line.kind === 'heading') return false;
    if (line.kind !== 'data') continue;
    const deep = deepestOwn(line);
    if (deep < 0) continue;
    for (let level = 0; level <= depth; level++) {
      const name = line.names[level]!;
      if (
        filled(name) &&
        !(level < depth && name.text === lines[index]!.names[level]?.text) &&
        name.text !== lines[index]!.names[level]?.text
      )
        return false;
    }
    return deep > depth;
  }
  return false;
}

/** Lines numbered 一、 above lines numbered 1. in the same column are headings where their points are the sum of what follows, or absent. */
function numberedHeadings(lines: readonly Line[]): ReadonlySet<Line> {
  const data = lines.filter((line) => line.kind === 'data' && deepestOwn(line) >= 0);
  const kindOf = (line: Line): string => {
    const bySequence = numberingOf(line.sequence);
    return bySequence !== 'none' ? bySequence : numberingOf(line.names[deepestOwn(line)]!.text);
  };
  const kinds = data.map(kindOf);
  const headings = new Set<Line>();
  const outer = kinds.includes('chinese') ? 'chinese' : kinds.includes('bracketed') ? 'bracketed' : null;
  if (outer === null || kinds.every((kind) => kind === outer)) return headings;
  for (let index = 0; index < data.length; index++) {
    if (kinds[index] !== outer) continue;
    let end = index + 1;
    while (end < data.length && kinds[end] !== outer) end += 1;
    const line = data[index]!;
    if (end === index + 1 || line.hasValues) continue;
    const own = Number(line.weight?.text ?? '');
    if (!filled(line.weight)) {
      if (!line.scores.some(filled)) headings.add(line);
      continue;
    }
    let sum = 0;
    for (let below = index + 1; below < end; below++) sum += Number(data[below]!.weight?.own === true ? data[below]!.weight!.text : 0) || 0;
    if (Math.abs(sum - own) < 1e-9) headings.add(line);
  }
  return headings;
}

class Builder {
  readonly groups: DraftGroup[] = [];
  readonly leaves: Leaf[] = [];
  private section: DraftGroup | null = null;
  private readonly current: (DraftGroup | null)[] = [];
  private readonly hasSections: boolean;
  private readonly headings: ReadonlySet<Line>;
  /** The name of the last leaf, for a row that goes on with it. */
  private lastName: { readonly place: LineSpot; readonly level: number } | null = null;

  constructor(
    private readonly lines: readonly Line[],
    private readonly nameless: ReadonlySet<number>,
  ) {
    this.headings = numberedHeadings(lines);
    this.hasSections = this.headings.size > 0 || lines.some((line) => line.kind === 'heading');
  }

  build(): Outline {
    this.lines.forEach((line, index) => {
      if (line.kind === 'heading') this.startSection(line, line.label!.text, { ...this.addrOf(line), col: line.label!.col }, null);
      else if (line.kind === 'data') this.data(line, index);
      else this.besideTotal(line, this.lines[index + 1]);
    });
    return { groups: this.groups, leaves: this.leaves };
  }

  /** 「产出指标|小计|…」: the class begins on its subtotal's line. */
  private besideTotal(line: Line, next: Line | undefined): void {
    const labelCol = line.label?.col ?? 0;
    line.names.forEach((place, level) => {
      if (!filled(place) || place.at.col >= labelCol || totalLabel(place.text) !== null) return;
      const below = next?.kind === 'data' ? next.names[level] : undefined;
      const goesOn = below !== undefined && (!filled(below) || below.text === place.text);
      if (place.bottom > line.row || goesOn) this.openGroup(level, place, null, null);
    });
  }

  private addrOf(line: Line): Addr {
    return { sheet: line.names[0]?.at.sheet ?? 0, row: line.row, col: 0 };
  }

  private add(group: DraftGroup): DraftGroup {
    this.groups.push(group);
    group.parent?.children.push(group);
    return group;
  }

  private startSection(line: Line, text: string, at: Addr, raw: CellValue): void {
    const { name, weight } = nameAndWeight(text);
    this.current.length = 0;
    this.section = this.add({
      path: name === '' ? [] : [name],
      level: 0,
      text,
      name,
      at,
      raw: raw ?? text,
      nameWeight: weight,
      weightSpot: null,
      parent: null,
      line,
      leaves: [],
      children: [],
    });
  }

  private parentOf(level: number): DraftGroup | null {
    for (let above = level - 1; above >= 0; above--) {
      const group = this.current[above];
      if (group !== null && group !== undefined) return group;
    }
    return this.section;
  }

  private openGroup(level: number, place: LineSpot, weightSpot: LineSpot | null, line: Line | null): void {
    const known = this.current[level];
    // A parent typed again in every row is the same parent.
    if (known !== null && known !== undefined && known.text === place.text && line === null && known.parent === this.parentOf(level))
      return;
    const { name, weight } = nameAndWeight(place.text);
    this.current.length = level;
    while (this.current.length < level) this.current.push(null);
    const parent = this.parentOf(level);
    const above = parent?.path ?? [];
    const group = this.add({
      path: name === '' ? above : [...above, name],
      level: level + (this.hasSections ? 1 : 0),
      text: place.text,
      name,
      at: place.at,
      raw: place.raw,
      nameWeight: weight,
      weightSpot,
      parent,
      line,
      leaves: [],
      children: [],
    });
    this.current[level] = group;
  }

  private data(line: Line, index: number): void {
    const deep = deepestOwn(line);
    if (deep < 0) {
      this.unnamed(line);
      return;
    }
    if (this.headings.has(line)) {
      const place = line.names[deep]!;
      this.startSection(line, place.text, place.at, place.raw);
      return;
    }
    const heading = leads(this.lines, index, deep);
    const upTo = heading ? deep : deep - 1;
    for (let level = 0; level <= upTo; level++) {
      const place = line.names[level]!;
      if (filled(place))
        this.openGroup(level, place, line.levelWeights[level] ?? null, heading && level === deep && hasPoints(line) ? line : null);
    }
    if (heading) return;
    // A new name at a level closes the deeper ones still open.
    if (deep < line.names.length - 1) this.current.length = Math.min(this.current.length, deep);
    else if (this.current.length > deep) this.current.length = deep;
    this.leaf(line, line.names[deep]!, deep);
  }

  /** A row whose name cell is merged from above, or that has none at all. */
  private unnamed(line: Line): void {
    if (!hasPoints(line)) return;
    for (let level = line.names.length - 1; level >= 0; level--) {
      const place = line.names[level]!;
      if (place.text === '') continue;
      this.leaf(line, place, level);
      return;
    }
    // A criterion of its own, with points, under the name above: cells that were not merged.
    const above = this.lastName;
    if (above !== null && (line.hasValues || this.nameless.has(line.row))) this.leaf(line, { ...above.place, own: false }, above.level);
  }

  private leaf(line: Line, place: LineSpot, level: number): void {
    const { name, weight } = nameAndWeight(place.text);
    const bySequence = isBonusName(line.sequence);
    const group = bySequence ? null : this.parentOf(level);
    const leaf: Leaf = {
      line,
      bottom: Math.max(line.row, place.own ? place.bottom : line.row),
      name,
      at: place.at,
      raw: place.raw,
      nameWeight: weight,
      group,
      breakdown: isBreakdownName(name),
      template: isTemplateName(name),
      bonus: bySequence || isBonusName(name) || this.inBonusGroup(group),
    };
    this.leaves.push(leaf);
    this.lastName = { place, level };
    for (let up = group; up !== null; up = up.parent) up.leaves.push(leaf);
  }

  private inBonusGroup(group: DraftGroup | null): boolean {
    for (let up = group; up !== null; up = up.parent) if (isBonusName(up.name)) return true;
    return false;
  }
}

/** Builds leaves and groups out of the lines of one table. `nameless`: rows that are indicators though nothing names them. */
export function outlineOf(lines: readonly Line[], nameless: ReadonlySet<number> = new Set()): Outline {
  return new Builder(lines, nameless).build();
}
