/** What the blank form and the standards say of one row of a sheet, in falling authority. */
import type { RowId } from '../score-table';
import { Dec } from '../workbook';
import type { AppliedStandards, HeldStandard } from './applied';
import type { Reference, Standard } from './types';

/**
 * template: the blank form given · chosen: a standard the user chose · official: a binding rule of an official standard ·
 * reconstructed: any other. The sheet's own text stands between official and reconstructed.
 */
export type StandardSource = 'template' | 'chosen' | 'official' | 'reconstructed';

interface StandardRule {
  readonly from: StandardSource;
  /** The sentence as the form or the standard has it. */
  readonly text: string;
  /** null: nothing is said of the 分值. */
  readonly weight: Dec | null;
  readonly basis: Reference;
}

/** As a basis: the form sent out is what the unit was asked to fill in. */
export function formReference(file: string): Reference {
  return { title: `下发的空白表「${file}」`, status: 'practice' };
}

/** Rules for a row, the highest first; empty where nobody but the sheet says anything. */
export function rulesFor(applied: AppliedStandards, row: RowId): readonly StandardRule[] {
  return [templateRule(applied, row), heldRule(applied.held, row)].filter((rule) => rule !== null);
}

/** The highest rule for a row: whether it stands above the sheet's own text is told by `from`. null: only the sheet speaks. */
export function ruleFor(applied: AppliedStandards, row: RowId): StandardRule | null {
  return rulesFor(applied, row)[0] ?? null;
}

function templateRule({ template }: AppliedStandards, row: RowId): StandardRule | null {
  if (template === null || !template.fits) return null;
  const at = template.lines.findIndex((line) => line.row?.id === row);
  const form = at < 0 ? null : template.alignment.toForm[at];
  const line = form === null || form === undefined ? null : template.form.lines[form]!;
  if (line === null || line.rule === null) return null;
  return {
    from: 'template',
    text: line.rule.text,
    weight: line.weight === null ? null : new Dec(line.weight.text),
    basis: formReference(template.form.file),
  };
}

function heldRule(held: HeldStandard | null, row: RowId): StandardRule | null {
  if (held === null) return null;
  const at = held.lines.findIndex((line) => line.row?.id === row);
  const index = at < 0 ? null : held.alignment.toForm[at];
  const line = index === null || index === undefined ? null : held.resolved.lines[index]!;
  if (line === null || line.rule === null) return null;
  return {
    from: sourceOf(held, held.resolved.standard),
    text: line.rule.text,
    weight: line.weight?.value ?? null,
    basis: line.rule.reference,
  };
}

function sourceOf(held: HeldStandard, standard: Standard): StandardSource {
  if (held.how === 'chosen') return 'chosen';
  return standard.status === 'official' && standard.force === 'binding' ? 'official' : 'reconstructed';
}
