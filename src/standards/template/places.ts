/** Where a cell of the form stands in a sheet made from it: by the lines and labels both have, and by its columns. */
import type { Column, ScoreTable } from '../../score-table';
import type { Rect } from '../../workbook';
import type { Alignment } from '../align';
import type { SheetLine } from '../lines';
import { nameKey } from '../names';
import { labelKey, type FormColumn, type TemplateForm } from './form';

/** Rows that a range may cover besides, because they were added to the form. */
export interface RowRange {
  readonly top: number;
  readonly bottom: number;
  readonly topAtLeast: number;
  readonly bottomAtMost: number;
}

export class FormPlaces {
  /** Row of the form → row of the sheet, for rows that both have. */
  private readonly anchors = new Map<number, number>();
  private readonly gone = new Set<number>();
  private readonly added: ReadonlySet<number>;
  private readonly cols: ReadonlyMap<number, number>;

  constructor(form: TemplateForm, scoreTable: ScoreTable, lines: readonly SheetLine[], alignment: Alignment) {
    this.anchorLabels(form, scoreTable);
    form.lines.forEach((line, index) => {
      const at = alignment.toSheet[index];
      if (line.kind === 'class') return;
      if (at === null || at === undefined) this.gone.add(line.at.row);
      else this.anchors.set(line.at.row, lines[at]!.at.row);
    });
    this.anchors.set(form.headerRows.bottom, scoreTable.headerRows.bottom);
    this.added = new Set(lines.flatMap((line, index) => (alignment.toForm[index] === null && line.row !== null ? [line.at.row] : [])));
    this.cols = columnsOf(form, scoreTable);
  }

  private anchorLabels(form: TemplateForm, scoreTable: ScoreTable): void {
    const labels = [
      ...(scoreTable.funding?.rows ?? []).map((row) => row.label),
      ...scoreTable.totals.filter((total) => total.where === 'row').map((total) => total.label),
    ];
    const taken = new Set<number>();
    for (const label of form.labels) {
      const found = labels.findIndex((one, index) => !taken.has(index) && labelKey(one.value) === label.key);
      if (found < 0) continue;
      taken.add(found);
      this.anchors.set(label.row, labels[found]!.at.row);
    }
  }

  /** null where the line went. */
  row(formRow: number): number | null {
    const known = this.anchors.get(formRow);
    if (known !== undefined) return known;
    if (this.gone.has(formRow)) return null;
    const before = [...this.anchors.keys()].filter((row) => row < formRow);
    const nearest = before.length > 0 ? Math.max(...before) : Math.min(...this.anchors.keys());
    return Number.isFinite(nearest) ? formRow + this.anchors.get(nearest)! - nearest : formRow;
  }

  /** False where the sheet has no such column any more. */
  hasCol(formCol: number): boolean {
    return this.cols.has(formCol);
  }

  col(formCol: number): number {
    const known = this.cols.get(formCol);
    if (known !== undefined) return known;
    const before = [...this.cols.keys()].filter((col) => col < formCol);
    const nearest = before.length > 0 ? Math.max(...before) : null;
    return nearest === null ? formCol : formCol + this.cols.get(nearest)! - nearest;
  }

  /** The rows that the lines of a range of the form have in the sheet; null where none is left. */
  rows({ top, bottom }: Rect): RowRange | null {
    const inside = [...this.anchors].filter(([row]) => row >= top && row <= bottom);
    if (inside.length === 0) {
      const [from, to] = [this.row(top), this.row(bottom)];
      return from === null || to === null ? null : { top: from, bottom: to, topAtLeast: from, bottomAtMost: to };
    }
    const kept = inside.map(([row]) => row);
    const rows = inside.map(([, row]) => row);
    // A range that begins above its first line (a heading, say) still does; lines that went leave no gap.
    const above = spare(top, Math.min(...kept), this.gone);
    const below = spare(Math.max(...kept), bottom, this.gone);
    const from = Math.min(...rows) - above;
    const to = Math.max(...rows) + below;
    return { top: from, bottom: to, topAtLeast: this.over(from, -1), bottomAtMost: this.over(to, 1) };
  }

  private over(row: number, step: 1 | -1): number {
    let at = row;
    while (this.added.has(at + step)) at += step;
    return at;
  }
}

function spare(from: number, to: number, gone: ReadonlySet<number>): number {
  let rows = to - from;
  for (const row of gone) if (row >= from && row <= to) rows -= 1;
  return Math.max(0, rows);
}

/** A heading without the figures a unit may have filled in (年度). */
export function headerKey(text: string): string {
  return nameKey(text).replace(/\d+/g, '');
}

/** Columns under the same heading; what is left by its meaning: role, level, and order among equals. */
function columnsOf(form: TemplateForm, scoreTable: ScoreTable): ReadonlyMap<number, number> {
  const cols = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (fits: (a: FormColumn, b: Column) => boolean): void => {
    for (const column of form.columns) {
      if (cols.has(column.col)) continue;
      const found = scoreTable.columns.find((one) => !taken.has(one.col) && fits(column, one));
      if (found === undefined) continue;
      taken.add(found.col);
      cols.set(column.col, found.col);
    }
  };
  pair((a, b) => headerKey(a.text) === headerKey(b.header.value) && a.role === b.role && a.level === (b.level ?? null));
  pair((a, b) => headerKey(a.text) === headerKey(b.header.value));
  pair((a, b) => a.role === b.role && a.level === (b.level ?? null));
  return cols;
}
