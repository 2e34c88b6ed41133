/** A sheet against the blank form it was made from. What the unit fills in never counts; what the form printed always does. */
import type { ScoreTable } from '../../score-table';
import type { WorkbookSnapshot } from '../../workbook';
import { align, type Alignment } from '../align';
import { sheetLines, type SheetLine } from '../lines';
import type { FormChange } from './changes';
import type { TemplateForm } from './form';
import type { FormComparison } from './comparison';
import { formulaChanges } from './formula-changes';
import { lineChanges } from './line-changes';
import { FormPlaces } from './places';
import { textChanges } from './text-changes';

/** A sheet with the form it belongs to. */
export interface FormMatch {
  readonly form: TemplateForm;
  readonly lines: readonly SheetLine[];
  readonly alignment: Alignment;
  /** False: too little in common to be this form; then nothing is said of its lines. */
  readonly fits: boolean;
  readonly changes: readonly FormChange[];
}

/** Of the form's lines so many must be in the sheet, or it is another form. */
const COMMON = 0.4;

/** The form a sheet was made from and what was changed in it; null where no form was given. */
export function matchForm(forms: readonly TemplateForm[], scoreTable: ScoreTable, book: WorkbookSnapshot): FormMatch | null {
  const lines = sheetLines(scoreTable);
  let best: { readonly form: TemplateForm; readonly alignment: Alignment; readonly share: number } | null = null;
  for (const form of forms) {
    const alignment = align(form.lines, lines);
    const share = shareOf(form, alignment);
    if (best === null || share > best.share) best = { form, alignment, share };
  }
  if (best === null) return null;
  const { form, alignment, share } = best;
  const match = { form, lines, alignment };
  if (share < COMMON) return { ...match, fits: false, changes: [otherForm(scoreTable, form)] };
  const comparison: FormComparison = { ...match, scoreTable, book, places: new FormPlaces(form, scoreTable, lines, alignment) };
  return { ...match, fits: true, changes: [...lineChanges(comparison), ...textChanges(comparison), ...formulaChanges(comparison)] };
}

function shareOf(form: TemplateForm, alignment: Alignment): number {
  const named = form.lines.flatMap((line, index) => (line.kind !== 'class' && line.open ? [] : [index]));
  const found = named.filter((index) => alignment.toSheet[index] !== null && !alignment.renamed.has(index));
  return named.length === 0 ? 0 : found.length / named.length;
}

function otherForm(scoreTable: ScoreTable, form: TemplateForm): FormChange {
  const { sheet, range } = scoreTable.table;
  return {
    kind: 'other-form',
    name: null,
    at: { sheet, row: range.top, col: range.left },
    was: form.title || form.sheet,
    is: scoreTable.title?.value ?? '',
    row: null,
    group: null,
    above: [],
    count: 1,
    names: [],
    related: [],
    total: null,
    column: null,
  };
}
