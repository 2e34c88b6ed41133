/** Which standard a sheet follows, by its headings and 分值. A place name is never looked at. */
import type { ScoreTable } from '../score-table';
import { Dec } from '../workbook';
import { align, type Alignment } from './align';
import { holdsIn } from './dates';
import { sheetLines, type SheetLine } from './lines';
import { resolved, type ResolvedStandard } from './resolve';
import type { Standard } from './types';

export interface Detected {
  readonly resolved: ResolvedStandard;
  readonly alignment: Alignment;
}

/** Of a standard's named indicators so many must be there … */
const NAMED_SHARE = 0.7;
/** … and of those so many must carry its 分值. */
const WEIGHT_SHARE = 0.8;
const LEAST_LEAVES = 5;
/** A standard that ended is not expected in sheets of a much later year. */
const YEARS_AFTER = 1;

/** 分值 of a line: its own, or the sum of what stands below. */
export function worthOf(lines: readonly SheetLine[], index: number): Dec | null {
  const own = lines[index]!.weight?.value ?? null;
  if (own !== null) return own;
  const children = lines.flatMap((line, at) =>
    line.parent === index && line.kind !== 'part' && line.kind !== 'bonus' && !line.slot ? [at] : [],
  );
  let sum: Dec | null = children.length === 0 ? null : new Dec(0);
  for (const child of children) {
    const part = worthOf(lines, child);
    sum = sum === null || part === null ? null : sum.plus(part);
  }
  return sum;
}

/** The best of those that fit; null where none does. */
export function detect(scoreTable: ScoreTable, standards: readonly Standard[]): Detected | null {
  const lines = sheetLines(scoreTable);
  const names = new Set(lines.flatMap((line) => line.keys));
  const year = scoreTable.year?.value ?? null;
  let best: { readonly detected: Detected; readonly leaves: number } | null = null;
  for (const standard of standards) {
    if (
      standard.rows.length === 0 ||
      (standard.kind !== null && scoreTable.kind !== null && standard.kind !== scoreTable.kind) ||
      !inTime(standard, year)
    )
      continue;
    const one = resolved(standard, year);
    const leaves = one.lines.filter((line) => line.kind === 'leaf').length;
    const alignment = leaves >= LEAST_LEAVES ? byLeaves(one, lines, names) : byClasses(one, lines, names);
    if (alignment !== null && (best === null || leaves > best.leaves)) best = { detected: { resolved: one, alignment }, leaves };
  }
  return best?.detected ?? null;
}

function inTime(standard: Standard, year: number | null): boolean {
  if (year === null || standard.until === null) return true;
  return holdsIn({ from: null, until: String(Number(standard.until.slice(0, 4)) + YEARS_AFTER) }, year);
}

/** A form with its own indicators: most are there under the same names and with the same 分值. */
function byLeaves({ lines: form }: ResolvedStandard, sheet: readonly SheetLine[], names: ReadonlySet<string>): Alignment | null {
  const leaves = form.flatMap((line, index) => (line.kind === 'leaf' ? [index] : []));
  // Cheap first: most sheets have none of these names.
  if (leaves.filter((index) => form[index]!.keys.some((key) => names.has(key))).length < leaves.length * NAMED_SHARE) return null;
  const alignment = align(form, sheet);
  const found = leaves.filter((index) => alignment.toSheet[index] != null && !alignment.renamed.has(index));
  if (found.length < leaves.length * NAMED_SHARE) return null;
  const weighed = found.filter((index) => form[index]!.weight !== null && worthOf(sheet, alignment.toSheet[index]!) !== null);
  const same = weighed.filter((index) => worthOf(sheet, alignment.toSheet[index]!)!.eq(form[index]!.weight!.value));
  return weighed.length > 0 && same.length >= weighed.length * WEIGHT_SHARE ? alignment : null;
}

/** A form whose units name their indicators: every class is there and worth what the standard says, the execution rate too. */
function byClasses({ lines: form }: ResolvedStandard, sheet: readonly SheetLine[], names: ReadonlySet<string>): Alignment | null {
  if (!form.some((line) => line.kind === 'class') || !form.every((line) => line.keys.some((key) => names.has(key)))) return null;
  const alignment = align(form, sheet);
  const fits = form.every((line, index) => {
    const at = alignment.toSheet[index];
    if (at === null || at === undefined || alignment.renamed.has(index)) return false;
    // A class by its full name: 「产出」 stands in many forms, 「产出指标」 in this one.
    if (line.kind === 'class' && !sheet[at]!.keys.includes(line.keys[0]!)) return false;
    return line.weight === null || worthOf(sheet, at)?.eq(line.weight.value) === true;
  });
  return fits ? alignment : null;
}
