/** A standard as it stood in one year: its lines with their 分值 and rules. */
import type { Dec } from '../workbook';
import { holdsIn, valueIn } from './dates';
import type { AlignedLine } from './lines';
import { nameKey, textKey } from './names';
import type { Reference, Standard, StandardRow } from './types';

/** A line as a standard or a blank form has it. */
export interface ExpectedLine extends AlignedLine {
  /** null: nothing is said. */
  readonly weight: { readonly value: Dec; readonly reference: Reference } | null;
  readonly rule: { readonly text: string; readonly reference: Reference } | null;
  readonly note: string | null;
  /** The unit names the lines below. */
  readonly open: boolean;
}

export interface ResolvedStandard {
  readonly standard: Standard;
  /** null: the sheet does not say; what holds today. */
  readonly year: number | null;
  readonly lines: readonly ExpectedLine[];
  readonly notes: readonly string[];
}

const cache = new WeakMap<Standard, Map<number | null, ResolvedStandard>>();

/** The lines of a standard in a year; one before its first year is judged by the first, and a standard that has ended by its last. */
export function resolved(standard: Standard, year: number | null): ResolvedStandard {
  const at = clamped(standard, year);
  const known = cache.get(standard) ?? new Map<number | null, ResolvedStandard>();
  cache.set(standard, known);
  let answer = known.get(at);
  if (answer === undefined) {
    answer = {
      standard,
      year: at,
      lines: linesOf(standard, at),
      notes: standard.notes.filter((note) => holdsIn(note, at)).map((note) => note.value),
    };
    known.set(at, answer);
  }
  return answer;
}

function clamped(standard: Standard, year: number | null): number | null {
  const from = standard.from === null ? null : Number(standard.from.slice(0, 4));
  const until = standard.until === null ? null : Number(standard.until.slice(0, 4));
  if (year === null) return until;
  if (from !== null && year < from) return from;
  return until !== null && year > until ? until : year;
}

function linesOf(standard: Standard, year: number | null): readonly ExpectedLine[] {
  const lines: ExpectedLine[] = [];
  const visit = (row: StandardRow, parent: number | null): void => {
    if (!holdsIn(row, year)) return;
    const weight = valueIn(row.weight, year);
    const rule = valueIn(row.rule, year);
    const index = lines.length;
    lines.push({
      kind: row.role !== 'indicator' ? row.role : row.children.length > 0 || row.open ? 'class' : 'leaf',
      name: row.name,
      keys: [row.name, ...row.aliases].map(nameKey),
      parent,
      body: textKey(rule?.value ?? ''),
      weight: weight === null ? null : { value: weight.value, reference: weight.reference },
      rule: rule === null ? null : { text: rule.value, reference: rule.reference },
      note: valueIn(row.note, year)?.value ?? null,
      open: row.open,
    });
    for (const child of row.children) visit(child, index);
  };
  for (const row of standard.rows) visit(row, null);
  return lines;
}
