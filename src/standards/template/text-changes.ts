/** What the form printed beside its lines: criteria, notes, targets, headings and footnotes. */
import { cellText } from './cell-text';
import { type Addr, likeness, wordsPattern } from '../../workbook';
import { textKey } from '../names';
import type { ChangeKind, FormChange } from './changes';
import type { FormComparison } from './comparison';
import { holdsFill } from './fill';
import type { FormColumn, FormLine, FormText, FormSpot } from './form';
import { headerKey } from './places';
import words from './data/form-words.json';

const NOTHING = { row: null, group: null, above: [], count: 1, names: [], related: [], total: null, column: null } as const;
const PRINTED = ['rule', 'note', 'target', 'symbol'] as const satisfies readonly (keyof FormLine & ChangeKind)[];
const COLUMN_OF = { rule: 'criterion', note: 'description', target: 'target', symbol: 'symbol' } as const;
/** Columns whose going is a change of the form. */
const KEPT: ReadonlySet<string> = new Set([
  'level',
  'name',
  'weight',
  'criterion',
  'description',
  'target',
  'symbol',
  'actual',
  'score',
  'reason',
  'evidence',
  'itemScore',
]);
/** A footnote changed this much is another one. */
const SAME_NOTE = 0.4;
const CARRIES_RULE = new RegExp(`${wordsPattern(words.scores)}|(?<!\\d)\\d+(?:\\.\\d+)?\\s{0,9}(?:分|%|％)`);

export function textChanges(one: FormComparison): readonly FormChange[] {
  return [...columns(one), ...besideLines(one), ...footnotes(one)];
}

// ---- headings

function columns(one: FormComparison): readonly FormChange[] {
  const { form, places, scoreTable } = one;
  return form.columns.flatMap((column): readonly FormChange[] => {
    if (!KEPT.has(column.role)) return [];
    if (!places.hasCol(column.col))
      return [{ ...NOTHING, kind: 'column-deleted' as const, name: column.text, at: headerPlace(one, column), was: column.text, is: '' }];
    const there = scoreTable.columns.find((other) => other.col === places.col(column.col))!;
    if (headerKey(column.text) === headerKey(there.header.value)) return [];
    return [{ ...NOTHING, kind: 'header' as const, name: column.text, at: there.header.at, was: column.text, is: there.header.value }];
  });
}

/** The heading that stands before it. */
function headerPlace({ form, places, scoreTable }: FormComparison, column: FormColumn): Addr {
  const left = form.columns.filter((other) => other.col < column.col && places.hasCol(other.col)).sort((a, b) => b.col - a.col)[0];
  const col = left === undefined ? scoreTable.table.range.left : places.col(left.col);
  return (
    scoreTable.columns.find((other) => other.col === col)?.header.at ?? {
      sheet: scoreTable.table.sheet,
      row: scoreTable.headerRows.bottom,
      col,
    }
  );
}

// ---- beside the lines

function besideLines(one: FormComparison): readonly FormChange[] {
  const { form, alignment, lines } = one;
  const seen = new Set<string>();
  return form.lines.flatMap((line, index) => {
    const at = alignment.toSheet[index];
    if (at === null || at === undefined || line.open) return [];
    return PRINTED.flatMap((kind): readonly FormChange[] => {
      const printed = line[kind];
      // One cell over several lines is looked at once.
      const key = printed === null ? '' : `${printed.row},${printed.col}`;
      if (printed === null || seen.has(key) || !one.places.hasCol(printed.col)) return [];
      seen.add(key);
      const there = read(one, printed, lines[at]!.row?.top ?? lines[at]!.at.row, line.at.row);
      if (textKey(there.text) === textKey(printed.text) || sameSlot(lines[at]!, kind, printed.text)) return [];
      return [
        { ...NOTHING, kind, name: lines[at]!.name, at: there.at, was: printed.text, is: there.text, row: lines[at]!.row?.id ?? null },
      ];
    });
  });
}

/** A target typed as 95% or as 0.95 shown as 95% is the same. */
function sameSlot(line: FormComparison['lines'][number], kind: (typeof PRINTED)[number], printed: string): boolean {
  const { row } = line;
  if (row === null) return false;
  const value = kind === 'target' ? row.target?.value?.text : row[COLUMN_OF[kind] as 'criterion' | 'description' | 'symbol']?.value;
  return value !== undefined && value !== null && textKey(value) === textKey(printed);
}

/** The text of the sheet's cell for a cell of the form, on the line itself where both stand on one row. */
function read(one: FormComparison, printed: FormSpot, sheetRow: number, formRow: number): FormText & { readonly at: Addr } {
  const row = printed.row === formRow ? sheetRow : (one.places.row(printed.row) ?? sheetRow);
  const at = topLeft(one, { row, col: one.places.col(printed.col) });
  const { sheet } = one.scoreTable.table;
  return { ...at, text: cellText(one.book.sheets[sheet]!.valueAt(at.row, at.col)), at: { sheet, ...at } };
}

function topLeft({ book, scoreTable }: FormComparison, spot: FormSpot): FormSpot {
  const merge = book.sheets[scoreTable.table.sheet]!.merges.find(
    (rect) => spot.row >= rect.top && spot.row <= rect.bottom && spot.col >= rect.left && spot.col <= rect.right,
  );
  return merge === undefined ? spot : { row: merge.top, col: merge.left };
}

// ---- footnotes

function footnotes(one: FormComparison): readonly FormChange[] {
  const { form, scoreTable } = one;
  const wanted = form.notes.filter((note) => !holdsFill(note.text));
  const there = scoreTable.notes.filter((note) => !holdsFill(note.value));
  const left = new Set(there.map((_, index) => index));
  const open: FormText[] = [];
  for (const note of wanted) {
    const index = [...left].find((at) => textKey(there[at]!.value) === textKey(note.text));
    if (index === undefined) open.push(note);
    else left.delete(index);
  }
  const changes: FormChange[] = [];
  for (const note of open) {
    const scored = [...left]
      .map((at) => ({ at, score: likeness(textKey(note.text), textKey(there[at]!.value)) }))
      .sort((a, b) => b.score - a.score || a.at - b.at);
    const best = scored[0];
    if (best === undefined || best.score < SAME_NOTE) {
      changes.push({ ...NOTHING, kind: 'footnote-deleted', name: null, at: notePlace(one), was: note.text, is: '' });
      continue;
    }
    left.delete(best.at);
    const found = there[best.at]!;
    changes.push({ ...NOTHING, kind: 'footnote', name: null, at: found.at, was: note.text, is: found.value });
  }
  for (const at of left) {
    const found = there[at]!;
    if (CARRIES_RULE.test(found.value))
      changes.push({ ...NOTHING, kind: 'footnote-added', name: null, at: found.at, was: '', is: found.value });
  }
  return changes;
}

/** Where footnotes stand: the first of the sheet, else the end of the table. */
function notePlace({ scoreTable }: FormComparison): Addr {
  const { sheet, range } = scoreTable.table;
  return scoreTable.notes[0]?.at ?? { sheet, row: range.bottom, col: range.left };
}
