/** Lines deleted, renamed, added and moved, and their 分值. */
import { type Addr, Dec } from '../../workbook';
import type { SheetLine } from '../lines';
import type { FormChange } from './changes';
import type { FormComparison } from './comparison';
import { labelKey, type FormLine } from './form';

const NOTHING = { row: null, group: null, above: [], count: 1, names: [], related: [], total: null, column: null } as const;

export function lineChanges(one: FormComparison): readonly FormChange[] {
  const changes = [...deleted(one), ...kept(one), ...added(one)];
  return [
    ...changes,
    ...labels(
      one,
      changes.some((change) => WEIGH.has(change.kind)),
    ),
  ];
}

/** Changes after which the total's 分值 may well be another. */
const WEIGH: ReadonlySet<FormChange['kind']> = new Set(['row-deleted', 'class-deleted', 'added', 'class-added', 'weight']);

const onSheet = ({ scoreTable }: FormComparison, spot: { readonly row: number; readonly col: number }): Addr => ({
  sheet: scoreTable.table.sheet,
  row: spot.row,
  col: spot.col,
});

/** Classes above a line of the sheet, by their keys. */
function above(lines: readonly SheetLine[], index: number | null): readonly string[] {
  const groups: string[] = [];
  for (let at = index; at !== null; at = lines[at]!.parent) {
    const { group } = lines[at]!;
    if (group !== null) groups.push(group.id);
  }
  return groups;
}

// ---- gone

function deleted(one: FormComparison): readonly FormChange[] {
  const { form, alignment } = one;
  const gone = (index: number | null): boolean => index !== null && alignment.toSheet[index] === null;
  /** A class speaks for its lines where several went with it. */
  const speaks = (index: number): boolean => gone(index) && leavesBelow(form.lines, index).length !== 1;
  return form.lines.flatMap((line, index): readonly FormChange[] => {
    if (!gone(index) || classesAbove(form.lines, index).some(speaks)) return [];
    const base = {
      ...NOTHING,
      name: line.name,
      at: before(one, index),
      was: line.weight?.text ?? '',
      is: '',
      above: aboveGone(one, index),
    };
    if (line.kind === 'class') {
      const names = leavesBelow(form.lines, index).map((at) => form.lines[at]!.name);
      return speaks(index) ? [{ ...base, kind: 'class-deleted' as const, count: Math.max(1, names.length), names }] : [];
    }
    // Slots need not be used.
    return line.open ? [] : [{ ...base, kind: 'row-deleted' as const }];
  });
}

function classesAbove(lines: readonly FormLine[], index: number): readonly number[] {
  const { parent } = lines[index]!;
  return parent === null ? [] : [parent, ...classesAbove(lines, parent)];
}

function leavesBelow(lines: readonly FormLine[], index: number): readonly number[] {
  return lines.flatMap((line, at) => (line.kind !== 'class' && !line.open && isBelow(lines, at, index) ? [at] : []));
}

function isBelow(lines: readonly FormLine[], at: number, index: number): boolean {
  const { parent } = lines[at]!;
  return parent !== null && (parent === index || isBelow(lines, parent, index));
}

/** The name cell of the line it would follow, of its own class where there is one. */
function before(one: FormComparison, index: number): Addr {
  const { form, alignment, lines, scoreTable } = one;
  const there = (at: number): SheetLine | null => {
    const sheet = alignment.toSheet[at];
    return sheet === null || sheet === undefined ? null : lines[sheet]!;
  };
  for (let at = index - 1; at >= 0; at -= 1) {
    const line = there(at);
    if (line !== null && line.kind !== 'class') return line.at;
  }
  for (let at = index + 1; at < form.lines.length; at += 1) {
    const line = there(at);
    if (line !== null && line.kind !== 'class') return line.at;
  }
  return { sheet: scoreTable.table.sheet, row: scoreTable.headerRows.bottom, col: scoreTable.table.range.left };
}

/** Of the classes above a line that went, those that stand in the sheet. */
function aboveGone(one: FormComparison, index: number): readonly string[] {
  const there = classesAbove(one.form.lines, index)
    .map((at) => one.alignment.toSheet[at])
    .find((at) => at !== null && at !== undefined);
  return there === undefined ? [] : above(one.lines, there);
}

// ---- still there

function kept(one: FormComparison): readonly FormChange[] {
  const { form, alignment, lines } = one;
  return form.lines.flatMap((line, index) => {
    const at = alignment.toSheet[index];
    if (at === null || at === undefined || (line.open && line.kind !== 'class')) return [];
    const sheet = lines[at]!;
    const base = { ...NOTHING, name: sheet.name, row: sheet.row?.id ?? null, group: sheet.group?.id ?? null };
    const changes: FormChange[] = [];
    if (alignment.renamed.has(index))
      changes.push({
        ...base,
        kind: line.kind === 'class' ? 'class-renamed' : 'renamed',
        name: line.name,
        at: sheet.at,
        was: line.name,
        is: sheet.name,
      });
    if (alignment.moved.has(index))
      changes.push({ ...base, kind: 'moved', at: sheet.at, was: String(line.at.row + 1), is: String(sheet.at.row + 1) });
    const weight = weightChange(one, line, sheet);
    if (weight !== null) changes.push({ ...base, ...weight, kind: 'weight', above: above(lines, sheet.parent) });
    return changes;
  });
}

function weightChange(one: FormComparison, line: FormLine, sheet: SheetLine): Pick<FormChange, 'at' | 'was' | 'is'> | null {
  if (line.weight === null || isFormula(one, line.weight)) return null;
  const there = sheet.weight;
  // Where the whole column went, that is said once.
  if (there === null)
    return line.weight.col !== line.at.col && !one.places.hasCol(line.weight.col) ? null : { at: sheet.at, was: line.weight.text, is: '' };
  if (there.value !== null && there.value.eq(new Dec(line.weight.text))) return null;
  return { at: there.at, was: line.weight.text, is: there.value === null ? shown(there.raw) : there.value.toFixed() };
}

/** A 分值 that the form computes is compared as a formula. */
function isFormula({ form }: FormComparison, spot: { readonly row: number; readonly col: number }): boolean {
  return form.formulas.some((one) => one.row === spot.row && one.col === spot.col);
}

function shown(raw: unknown): string {
  return typeof raw === 'string' || typeof raw === 'number' ? String(raw).trim() : '';
}

// ---- new

function added(one: FormComparison): readonly FormChange[] {
  const { form, alignment, lines } = one;
  const isNew = (index: number | null): boolean => index !== null && alignment.toForm[index] === null;
  return lines.flatMap((line, index) => {
    if (!isNew(index) || isNew(line.parent) || line.slot || isOpen(one, line.parent)) return [];
    // Below a scored line units break down what they did.
    if (line.kind === 'part' || (form.lines.length > 0 && form.lines.every((other) => other.open))) return [];
    const names = lines.filter((other) => other.parent === index && other.kind !== 'part').map((other) => other.name);
    return [
      {
        ...NOTHING,
        kind: line.kind === 'class' ? ('class-added' as const) : ('added' as const),
        name: line.name,
        at: line.at,
        was: '',
        is: line.name,
        row: line.row?.id ?? null,
        group: line.group?.id ?? null,
        above: above(lines, line.parent),
        count: Math.max(1, names.length),
        names,
      },
    ];
  });
}

/** A class in which, or above which, the form leaves the lines to the unit. */
function isOpen(one: FormComparison, index: number | null): boolean {
  for (let at = index; at !== null; at = one.lines[at]!.parent) {
    const form = one.alignment.toForm[at];
    if (form !== null && form !== undefined && one.form.lines[form]!.open) return true;
  }
  // A form that prints nothing but its heading.
  return (
    index === null &&
    one.form.lines.every((line) => line.kind !== 'leaf' || line.open) &&
    !one.form.lines.some((line) => line.kind === 'class')
  );
}

// ---- labels of the funding table and of the totals

function labels(one: FormComparison, explained: boolean): readonly FormChange[] {
  const { form, scoreTable } = one;
  const found = [
    ...(scoreTable.funding?.rows ?? []).map((row) => ({ label: row.label, weight: row.weight })),
    ...scoreTable.totals.map((total) => ({ label: total.label, weight: total.weight })),
  ];
  const left = [...found];
  return form.labels.flatMap((label): readonly FormChange[] => {
    const index = left.findIndex((other) => labelKey(other.label.value) === label.key);
    if (index < 0)
      return [{ ...NOTHING, kind: 'label-deleted' as const, name: label.text, at: labelPlace(one, label.row), was: label.text, is: '' }];
    const [there] = left.splice(index, 1);
    const { weight } = there!;
    if (label.weight === null || isFormula(one, label.weight) || (label.part === 'total' && explained)) return [];
    if (weight === undefined || weight.value?.eq(new Dec(label.weight.text)) === true) return [];
    return [
      {
        ...NOTHING,
        kind: 'weight' as const,
        name: there!.label.value,
        at: weight.at,
        was: label.weight.text,
        is: weight.value === null ? shown(weight.raw) : weight.value.toFixed(),
      },
    ];
  });
}

function labelPlace(one: FormComparison, formRow: number): Addr {
  const { scoreTable, places } = one;
  const { range } = scoreTable.table;
  const row = places.row(formRow);
  return onSheet(one, { row: Math.min(Math.max(row ?? range.bottom, 0), range.bottom), col: range.left });
}
