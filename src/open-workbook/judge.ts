/** By whose rules a workbook is judged, as plain data, and the two questions asked of the core with it. */
import { assess, type Assessment } from '../assessment';
import { recognise } from '../recognition';
import type { Recognised } from '../score-table';
import { builtinStandard, type GivenStandards, loadStandard, recogniseByForms, type Standard, type TemplateForm } from '../standards';
import { SheetBuilder, type WorkbookSnapshot } from '../workbook';
import { answerTo, hasAnswers, NO_ANSWERS, type Answers } from './answers';

/** A built-in by its id, or the tree of a YAML text with the trees of those it rests on, by the names it calls them. */
export type PlainStandard = { readonly builtin: string } | { readonly tree: unknown; readonly bases: Readonly<Record<string, unknown>> };

export interface Judging {
  /** null: detect. */
  readonly standard: PlainStandard | null;
  /** The tables of the blank form. */
  readonly forms: readonly TemplateForm[] | null;
  readonly answers: Answers;
  /** Where the user says the headings stand; absent or null: recognition finds them. */
  readonly heading?: { readonly sheet: number; readonly row: number } | null;
}

export const BY_THE_SHEET: Judging = { standard: null, forms: null, answers: NO_ANSWERS };

/** One judging, made ready once. */
export interface Judge {
  readonly given: GivenStandards;
  recognise(book: WorkbookSnapshot): Recognised;
  /** One for each table, in workbook order, as the command line judges them: answers do not count. */
  assess(book: WorkbookSnapshot): readonly Assessment[];
  /** The same with the user's answers counted; `plain` itself where there are none. */
  answered(book: WorkbookSnapshot, plain: readonly Assessment[]): readonly Assessment[];
}

/** @throws Error for a tree that was never found good: callers hand over what loadStandard accepted. */
export function judgeBy(judging: Judging): Judge {
  const standards: GivenStandards = {
    standard: standardOf(judging.standard),
    ...(judging.forms === null ? {} : { template: judging.forms }),
  };
  const told = judging.heading ?? null;
  const recogniseOwn = (book: WorkbookSnapshot): Recognised =>
    judging.forms === null || told !== null ? recognise(book, told) : recogniseByForms((one) => recognise(one), book, judging.forms);
  return {
    given: standards,
    recognise: recogniseOwn,
    assess: (book) => recogniseOwn(book).tables.map((table, index) => assess(table, book, { first: index === 0, standards })),
    answered: (book, plain) =>
      hasAnswers(judging.answers)
        ? plain.map((one, index) =>
            assess(one.scoreTable, book, {
              first: index === 0,
              standards,
              scoring: { answers: (row, ref) => answerTo(judging.answers, one.scoreTable, row, ref) },
            }),
          )
        : plain,
  };
}

function standardOf(plain: PlainStandard | null): Standard | null {
  if (plain === null) return null;
  if ('builtin' in plain) return builtinStandard(plain.builtin);
  const read = (tree: unknown): Standard => {
    const loaded = loadStandard(tree, {
      baseOf: (name) => builtinStandard(name) ?? (name in plain.bases ? read(plain.bases[name]) : null),
    });
    if (!loaded.ok) throw new Error(`a standard that was good is faulty: ${loaded.problems[0]!.code}`);
    return loaded.standard;
  };
  return read(plain.tree);
}

/** The workbook as if the sheets we added were not in it. Each keeps its place, empty, so that addresses hold for the workbook as it is. */
export function withoutOurs(book: WorkbookSnapshot): WorkbookSnapshot {
  if (!book.sheets.some((sheet) => sheet.ours === true)) return book;
  return { ...book, sheets: book.sheets.map((sheet) => (sheet.ours === true ? emptied(sheet.name, sheet.key) : sheet)) };
}

function emptied(name: string, key: string): WorkbookSnapshot['sheets'][number] {
  const builder = new SheetBuilder(name);
  builder.key = key;
  return builder.build();
}
