/** The list of changes as text: 已填写, 已更正, 未改动及原因, and what is only proposed. */
import { type Words, wordsFor } from '../../words';
import {
  asStatedText,
  changeText,
  editText,
  ENTRY_TITLES,
  findingsRemain,
  followedTitle,
  type How,
  keptText,
  NOTHING_TO_DO,
  NOTHING_WRITTEN,
  oldReasons,
  oldReasonsTitle,
  oldReasonText,
  type Recalc,
  type RecalcTable,
  totalLine,
  UNFILLED_FORM,
} from '../../recalc';
import type { CellEdit, WorkbookSnapshot } from '../../workbook';
import { hanging } from '../text/table';
import { type TextLook, oneLine, painted } from '../text/look';

/** One block for each score table. `book`: as it was. */
export function reportText(file: string, recalc: Recalc, book: WorkbookSnapshot, look: TextLook): string {
  const tables = recalc.tables.map((table) => tableReport(file, table, book, look)).join('\n');
  const words = wordsFor(book, recalc.tables[0]?.before.scoreTable.table.sheet ?? 0);
  const followed = list(followedTitle(recalc.followed.length), recalc.followed.map(editLine(words)), look);
  return `${tables}${followed.map((line) => `${line}\n`).join('')}`;
}

const editLine =
  (words: Words) =>
  (edit: CellEdit): string =>
    `${words.cell(edit.at)} ${editText(edit, words)}`;

function tableReport(file: string, table: RecalcTable, book: WorkbookSnapshot, look: TextLook): string {
  const { scoreTable } = table.before;
  const words = wordsFor(book, scoreTable.table.sheet);
  const unit = scoreTable.unit?.value ?? scoreTable.project?.value ?? '';
  const place = `${oneLine(file)} › ${oneLine(book.sheets[scoreTable.table.sheet]?.name ?? '')}`;
  const lines = [
    `${painted(place, 'bold', look)}${unit === '' ? '' : ` · ${oneLine(unit)}`}`,
    ...changes(table, 'filled', words, look),
    ...changes(table, 'corrected', words, look),
    ...changes(table, 'form', words, look),
    ...refreshed(table, words, look),
    ...reasons(table, words, look),
    ...list(
      ENTRY_TITLES.kept(table.kept.length),
      table.kept.map((one) => keptText(one, words)),
      look,
    ),
    ...list(
      ENTRY_TITLES.proposed,
      table.proposals.map((one) => `${words.cell(one.at)} ${words.name(one.name)}：${one.text}`),
      look,
    ),
    ...rest(table).map((line) => `  ${line}`),
    `  ${totalLine(table.before.totals, table.after.totals)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function changes(table: RecalcTable, how: Exclude<How, 'refreshed'>, words: Words, look: TextLook): readonly string[] {
  const own = table.changes.filter((change) => change.how === how);
  return list(
    ENTRY_TITLES[how](own.length),
    own.map((change) => changeText(change, words)),
    look,
  );
}

function refreshed(table: RecalcTable, words: Words, look: TextLook): readonly string[] {
  const own = table.changes.filter((change) => change.how === 'refreshed');
  return list(
    followedTitle(own.length),
    own.map((change) => changeText(change, words)),
    look,
  );
}

function reasons(table: RecalcTable, words: Words, look: TextLook): readonly string[] {
  const own = oldReasons(table);
  return list(
    oldReasonsTitle(own.length),
    own.map(({ name, at }) => `${words.cell(at)} ${words.name(name)}：${oldReasonText}`),
    look,
  );
}

function list(title: string, entries: readonly string[], look: TextLook): readonly string[] {
  return entries.length === 0 ? [] : [`  ${title}`, ...entries.map((entry) => hanging('    ', oneLine(entry), look))];
}

function rest({ asStated, unfilled, changes: done, kept, proposals, after }: RecalcTable): readonly string[] {
  if (unfilled) return [UNFILLED_FORM];
  const open = after.findings.filter(({ severity }) => severity !== 'info').length;
  const left = kept.length + proposals.length > 0;
  const nothing = done.length > 0 ? [] : left ? [NOTHING_WRITTEN] : open === 0 ? [NOTHING_TO_DO] : [];
  if (open > 0) nothing.push(findingsRemain(open));
  return asStated === 0 ? nothing : [...nothing, `${asStatedText(asStated)}。`];
}
