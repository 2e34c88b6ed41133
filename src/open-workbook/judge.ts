/** One judging made ready, and the two questions asked of the core with it. */
import { budgetsOf } from '../approved';
import { assess, type Assessment, type Messages, messagesOf } from '../assessment';
import { isReplySheet } from '../answers';
import { CHECKS } from '../checks';
import { recognise } from '../recognition';
import { RESULT_SHEET, RESULT_TITLE } from '../results';
import type { Recognised, ScoreTable } from '../score-table';
import { builtinStandard, type GivenStandards, loadStandard, recogniseByForms, type Standard } from '../standards';
import { CompactSheet, SheetBuilder, type SheetSnapshot, type WorkbookSnapshot } from '../workbook';
import { answerTo, hasAnswers } from './answers';
import type { Judging, PlainStandard } from './judging';

/** Titles and sentences of all checks. */
export const MESSAGES: Messages = messagesOf(CHECKS);

/** One judging, made ready once. */
export interface Judge {
  readonly given: GivenStandards;
  readonly messages: Messages;
  recognise(book: WorkbookSnapshot): Recognised;
  /** One for each table, in workbook order; answers do not count. `recognised`: what `recognise` made of the same book. */
  assess(book: WorkbookSnapshot, recognised?: Recognised): readonly Assessment[];
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
    messages: MESSAGES,
    recognise: recogniseOwn,
    assess: (book, recognised = recogniseOwn(book)) =>
      withBudgets(recognised.tables, book, judging.budget).map((table, index) => assess(table, book, { first: index === 0, standards })),
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

function withBudgets(tables: readonly ScoreTable[], book: WorkbookSnapshot, budget: Judging['budget']): readonly ScoreTable[] {
  if (budget === undefined) return tables;
  const budgets = budgetsOf(tables, book, budget);
  return tables.map((table, index) => ({ ...table, budget: budgets[index]! }));
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

/**
 * The workbook as if the sheets we added (审核结果, 自评小结, 运算记录) were not in it, so that a marked copy gives the findings of
 * the original. Each keeps its place, empty, so that addresses hold for the workbook as it is. A sheet of the user's own by such a
 * name stays.
 */
export function withoutOurs(book: WorkbookSnapshot): WorkbookSnapshot {
  if (!book.sheets.some(isOurs)) return book;
  return { ...book, sheets: book.sheets.map((sheet) => (isOurs(sheet) ? emptied(sheet) : sheet)) };
}

/** By its tag; or, where a program has dropped that, by its name and its first line. */
function isOurs(sheet: SheetSnapshot): boolean {
  return sheet.ours === true || isReplySheet(sheet) || (sheet.name.startsWith(RESULT_SHEET) && sheet.valueAt(0, 0) === RESULT_TITLE);
}

function emptied({ name, key }: SheetSnapshot): SheetSnapshot {
  const builder = new SheetBuilder(name);
  builder.key = key;
  return new CompactSheet({ ...builder.buildData(), ours: true });
}
