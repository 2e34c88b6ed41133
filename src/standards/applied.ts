/** Whose rules a sheet is judged by, worked out once a table: the blank form, the standard the user chose, or the one it follows. */
import type { ScoreTable } from '../score-table';
import type { WorkbookSnapshot } from '../workbook';
import { align, type Alignment } from './align';
import { BUILTIN, COMMON } from './builtin';
import { detect } from './detect';
import { sheetLines, type SheetLine } from './lines';
import { parametersIn, type Parameters } from './parameters';
import { resolved, type ResolvedStandard } from './resolve';
import { matchForm, type FormMatch } from './template/compare';
import type { TemplateForm } from './template/form';
import type { Standard } from './types';

/** What the user gave; both may be given, then the form stands above the standard. */
export interface GivenStandards {
  readonly standard?: Standard | null;
  /** The tables of a blank workbook. */
  readonly template?: readonly TemplateForm[];
}

/** A standard held against the lines of a sheet. */
export interface HeldStandard {
  readonly resolved: ResolvedStandard;
  readonly alignment: Alignment;
  readonly lines: readonly SheetLine[];
  readonly how: 'chosen' | 'detected';
}

export interface StandardLabel {
  readonly id: string;
  readonly status: 'official' | 'reconstructed' | 'template' | 'own';
  readonly how: 'from-template' | 'chosen' | 'detected' | 'from-sheet';
  /** For people. */
  readonly title: string;
}

export interface AppliedStandards {
  /** null: none was chosen, and the sheet follows none that is known. */
  readonly held: HeldStandard | null;
  readonly template: FormMatch | null;
  readonly parameters: Parameters;
  readonly label: StandardLabel;
}

/** The sheet's own weights, rules and notes alone. */
export const OWN_LABEL: StandardLabel = { id: 'own', status: 'own', how: 'from-sheet', title: '' };

export function applyStandards(scoreTable: ScoreTable, book: WorkbookSnapshot, given: GivenStandards = {}): AppliedStandards {
  const template = given.template === undefined || given.template.length === 0 ? null : matchForm(given.template, scoreTable, book);
  const held = given.standard == null ? detected(scoreTable) : chosen(scoreTable, given.standard);
  return {
    held,
    template,
    parameters: parametersIn(held?.resolved.standard ?? COMMON, held?.resolved.year ?? scoreTable.year?.value ?? null),
    label: labelOf(held, template),
  };
}

function chosen(scoreTable: ScoreTable, standard: Standard): HeldStandard {
  const one = resolved(standard, scoreTable.year?.value ?? null);
  const lines = sheetLines(scoreTable);
  return { resolved: one, alignment: align(one.lines, lines), lines, how: 'chosen' };
}

function detected(scoreTable: ScoreTable): HeldStandard | null {
  const found = detect(scoreTable, BUILTIN);
  return found === null ? null : { ...found, lines: sheetLines(scoreTable), how: 'detected' };
}

function labelOf(held: HeldStandard | null, template: FormMatch | null): StandardLabel {
  if (template !== null && template.fits)
    return { id: template.form.file, status: 'template', how: 'from-template', title: template.form.title || template.form.sheet };
  if (held === null) return OWN_LABEL;
  const { standard } = held.resolved;
  return { id: standard.id, status: standard.status, how: held.how, title: standard.title };
}
