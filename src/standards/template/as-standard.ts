/** A blank form as the tree of a standard's file, with the words an accountant would write. */
import { FORCES, KINDS, REFERENCE_KEYS, ROLES, ROW_KEYS, STANDARD_KEYS, STATUSES, SWITCH_KEYS } from '../keys';
import { holdsFill } from './fill';
import type { FormLine, TemplateForm } from './form';

type Tree = Record<string, unknown>;

/** Plain data; keys without content are left out. `year`: from when it holds, as the form says. */
export function formAsStandard(form: TemplateForm, year: number | null): Tree {
  const rows = rowsOf(form.lines, null);
  return {
    [STANDARD_KEYS.id]: `form-${year ?? 'new'}`,
    [STANDARD_KEYS.title]: form.title === '' ? form.sheet : form.title,
    [STANDARD_KEYS.kind]: KINDS[form.kind ?? 'any'],
    [STANDARD_KEYS.status]: STATUSES.reconstructed,
    [STANDARD_KEYS.force]: FORCES.binding,
    [STANDARD_KEYS.extends]: 'national-common',
    [STANDARD_KEYS.reference]: { [REFERENCE_KEYS.title]: `下发的空白表「${form.file}」` },
    ...(year === null ? {} : { [STANDARD_KEYS.from]: year }),
    ...(form.fullScore === null ? {} : { [STANDARD_KEYS.switches]: { [SWITCH_KEYS.fullScore]: Number(form.fullScore) } }),
    ...(rows.length === 0 ? {} : { [STANDARD_KEYS.rows]: rows }),
    ...notesOf(form),
  };
}

function notesOf(form: TemplateForm): Tree {
  const notes = form.notes.map((note) => note.text).filter((text) => !holdsFill(text));
  return notes.length === 0 ? {} : { [STANDARD_KEYS.notes]: notes };
}

function rowsOf(lines: readonly FormLine[], parent: number | null): readonly Tree[] {
  return lines.flatMap((line, index) => {
    if (line.parent !== parent || line.kind === 'part' || (line.kind !== 'class' && line.open)) return [];
    const children = rowsOf(lines, index);
    return [
      {
        [ROW_KEYS.name]: line.name,
        ...(line.kind === 'execution' || line.kind === 'bonus' ? { [ROW_KEYS.role]: ROLES[line.kind] } : {}),
        ...(line.weight === null ? {} : { [ROW_KEYS.weight]: Number(line.weight.text) }),
        ...(line.rule === null || children.length > 0 ? {} : { [ROW_KEYS.rule]: line.rule.text }),
        ...(line.note === null ? {} : { [ROW_KEYS.note]: line.note.text }),
        ...(line.kind === 'class' && line.open ? { [ROW_KEYS.open]: '是' } : {}),
        ...(children.length === 0 ? {} : { [ROW_KEYS.children]: children }),
      },
    ];
  });
}
