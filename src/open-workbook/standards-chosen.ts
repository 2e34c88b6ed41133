/** The standard and the blank form that the user chose, checked before they are used. */
import { BUILTIN, builtinStandard, formOf, loadStandard, type TemplateForm, yearsText } from '../standards';
import type { YamlRead } from '../standards/yaml';
import { recognise } from '../recognition';
import type { WorkbookSnapshot } from '../workbook';
import { problemsText } from '../words';
import type { PlainStandard } from './judging';
import type { Settings, StandardChoice } from './state';
import { NO_OWN_STANDARD, NO_SUCH_STANDARD, formWithoutTable } from './texts';

/** What reading a YAML text gives; the reader is handed in, for it is loaded only when somebody has a standard of his own. */
export type ReadYaml = (text: string) => Promise<YamlRead>;

export type Chosen<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly wrong: readonly string[] };

/** Dated ones newest first. */
export function standardChoices(): readonly StandardChoice[] {
  return [...BUILTIN].map((standard) => ({
    id: standard.id,
    title: `${standard.title}${yearsText(standard) === '' ? '' : `（${yearsText(standard)}）`}`,
    reconstructed: standard.status === 'reconstructed',
  }));
}

export async function chosenStandard(setting: Settings['standard'], readYaml: ReadYaml | undefined): Promise<Chosen<PlainStandard | null>> {
  if (setting === null) return { ok: true, value: null };
  if ('builtin' in setting) {
    return builtinStandard(setting.builtin) === null ? { ok: false, wrong: [NO_SUCH_STANDARD] } : { ok: true, value: setting };
  }
  if (readYaml === undefined) return { ok: false, wrong: [NO_OWN_STANDARD] };
  const read = await readYaml(setting.yaml);
  const loaded = read.ok ? loadStandard(read.tree, { baseOf: builtinStandard, lineOf: read.lineOf }) : null;
  if (read.ok && loaded?.ok === true) return { ok: true, value: { tree: read.tree, bases: {} } };
  const problems = read.ok ? (loaded !== null && !loaded.ok ? loaded.problems : []) : read.problems;
  return {
    ok: false,
    wrong: problemsText(problems, setting.title)
      .split('\n')
      .filter((line) => line.trim() !== ''),
  };
}

/** The tables of a blank form. */
export function formsIn(book: WorkbookSnapshot, name: string): Chosen<readonly TemplateForm[]> {
  const { tables } = recognise(book);
  if (tables.length === 0) return { ok: false, wrong: [formWithoutTable(name)] };
  return { ok: true, value: tables.map((table) => formOf(table, book, name)) };
}
