/** The lines of a form, whoever says what they are: classes and leaves in order, so that a sheet can be held against them. */
import type { Group, IndicatorRow, RowId, ScoreTable, Slot } from '../score-table';
import { isTemplateName } from '../recognition';
import { type Addr, type Dec, normal } from '../workbook';
import { nameKey, textKey } from './names';

/** A line that breaks nothing down and is not scored is a part. */
export type LineKind = 'class' | 'leaf' | 'execution' | 'bonus' | 'part';

/** What aligning needs to know of a line. */
export interface AlignedLine {
  readonly kind: LineKind;
  /** For people. */
  readonly name: string;
  /** The name and its synonyms as they are compared. */
  readonly keys: readonly string[];
  /** Index of the class it belongs to, in the same list; null for the outermost. */
  readonly parent: number | null;
  /** Its criterion as it is compared; '' where it has none. */
  readonly body: string;
}

/** A line as a sheet has it. */
export interface SheetLine extends AlignedLine {
  readonly at: Addr;
  readonly row: IndicatorRow | null;
  readonly group: Group | null;
  readonly weight: Slot<Dec> | null;
  /** A slot of the form that the unit names by itself («指标2:», «……»). */
  readonly slot: boolean;
}

const KINDS: Readonly<Record<IndicatorRow['role'], LineKind>> = {
  indicator: 'leaf',
  execution: 'execution',
  bonus: 'bonus',
  breakdown: 'part',
  placeholder: 'leaf',
};

/** 分值 as written for this row: one written only on its class is not the row's own, one merged over several belongs to the first. */
function ownWeight(row: IndicatorRow): Slot<Dec> | null {
  if (row.weight === undefined || row.weightFrom === 'group') return null;
  return row.weightFrom === 'merged' && (row.weight.at.row < row.top || row.weight.at.row > row.bottom) ? null : row.weight;
}

function rowLine(row: IndicatorRow, parent: number | null): SheetLine {
  const name = row.name.value;
  return {
    kind: KINDS[row.role],
    name,
    keys: [nameKey(name)],
    parent,
    body: textKey(row.criterion?.value ?? ''),
    at: row.name.at,
    row,
    group: null,
    weight: ownWeight(row),
    slot: row.role === 'placeholder' || isTemplateName(normal(name)),
  };
}

function groupLine(group: Group, parent: number | null): SheetLine {
  const name = group.name.value;
  return {
    kind: 'class',
    name,
    keys: [nameKey(name)],
    parent,
    body: '',
    at: group.name.at,
    row: null,
    group,
    weight: group.weight ?? null,
    slot: false,
  };
}

/** Classes and rows in reading order, each class before what belongs to it. */
export function sheetLines(scoreTable: ScoreTable): readonly SheetLine[] {
  const lines: SheetLine[] = [];
  const groups = new Map(scoreTable.groups.map((group) => [group.id, group]));
  const places = new Map<string, number>();
  const place = (id: Group['id'] | null): number | null => {
    const group = id === null ? undefined : groups.get(id);
    if (group === undefined) return null;
    const known = places.get(group.id);
    if (known !== undefined) return known;
    const parent = place(group.parent);
    lines.push(groupLine(group, parent));
    places.set(group.id, lines.length - 1);
    return lines.length - 1;
  };
  for (const row of scoreTable.rows) lines.push(rowLine(row, place(row.group)));
  // Classes without rows: forms whose units name their own indicators.
  for (const group of scoreTable.groups) place(group.id);
  return lines;
}

/** Index of a row's line. */
export function lineOfRow(lines: readonly SheetLine[], id: RowId): number {
  return lines.findIndex((line) => line.row?.id === id);
}

/** The names from the outermost class down to the line itself. */
export function pathOf(lines: readonly AlignedLine[], index: number): readonly string[] {
  const line = lines[index]!;
  return line.parent === null ? [line.name] : [...pathOf(lines, line.parent), line.name];
}
