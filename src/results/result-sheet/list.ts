/** The findings of all tables, one line each, by table and severity, with what was replied to them; then what arises no longer. */
import { basisText, GROUP_NAMES, type Severity, SEVERITY_MEANINGS, wordsFor } from '../../words';
import { LIST_HEADINGS, NOTHING_FOUND, NOT_ALL_CHECKED, resolvedHead } from './texts';
import { a1 } from '../../workbook';
import { arithmeticOf } from '../arithmetic';
import { failedChecks } from '../figures';
import { type NumberedFinding, SEVERITIES, wrongCells } from '../items';
import type { Page, PageCell } from '../page';
import type { Review } from '../types';
import { NOTHING, actualValue, expectedValue } from '../values';
import { COL, LAST } from './layout';
import { replyPieces, resolvedLines } from './replies';

/** Cells of one finding that are named; further ones are counted. */
const MOST_CELLS = 4;

function placePiece({ finding, table }: NumberedFinding, { book, tables }: Review, linked: boolean): PageCell {
  const words = wordsFor(book, tables[table]!.assessment.scoreTable.table.sheet);
  const cells = wrongCells(finding);
  const named = cells.slice(0, MOST_CELLS).map(words.cell).join('、');
  const value = cells.length > MOST_CELLS ? `${named}等${cells.length}处` : named;
  const { cell } = finding;
  const sheet = book.sheets[cell.sheet]?.name;
  if (!linked || sheet === undefined) return { col: COL.place, value, style: 'text' };
  return { col: COL.place, value, style: 'link', link: { sheet, a1: a1(cell.row, cell.col) } };
}

function itemLine(item: NumberedFinding, review: Review, linked: boolean): readonly PageCell[] {
  const { finding, number, sentence, table, answer } = item;
  const text = (col: number, value: string): PageCell => ({ col, value, style: 'text' });
  return [
    { col: COL.number, value: String(number), style: 'text' },
    text(COL.id, answer.id),
    placePiece(item, review, linked),
    text(COL.check, review.messages.get(finding.code)?.title ?? finding.code),
    text(COL.indicator, finding.indicator?.replace(/\s+/g, ' ').trim() ?? NOTHING),
    text(COL.sentence, sentence),
    { col: COL.actual, ...actualValue(finding, review.book) },
    { col: COL.expected, ...expectedValue(finding) },
    text(COL.arithmetic, arithmeticOf(finding, review.tables[table]!.assessment) || NOTHING),
    text(COL.basis, basisText(finding.basis, review.tables[table]!.assessment.scoreTable.kind)),
    ...replyPieces(finding, answer),
  ];
}

function severityHead(severity: Severity, count: number): PageCell {
  return { col: 0, to: LAST, value: `${GROUP_NAMES[severity]}　${count} 项　${SEVERITY_MEANINGS[severity]}`, style: severity };
}

function tableHead(review: Review, index: number): string {
  const { scoreTable } = review.tables[index]!.assessment;
  const names = [review.book.sheets[scoreTable.table.sheet]?.name ?? '', scoreTable.unit?.value?.trim() ?? ''];
  return [`评分表 ${index + 1}`, ...new Set(names.filter((name) => name !== ''))].join('　');
}

/** Adds the heading line and the findings; the 0-based number of the heading line, which is repeated on every page. */
export function addList(page: Page, review: Review, items: readonly NumberedFinding[], linked: boolean): number {
  const heading = page.line(LIST_HEADINGS.map((value, col): PageCell => ({ col, value, style: 'heading' })));
  review.tables.forEach((table, index) => {
    if (review.tables.length > 1) page.band(tableHead(review, index), 'label');
    const own = items.filter((item) => item.table === index);
    if (!own.some(({ finding }) => finding.severity !== 'info'))
      page.band(failedChecks(table).length === 0 ? NOTHING_FOUND : NOT_ALL_CHECKED, 'text');
    for (const severity of SEVERITIES) {
      const group = own.filter(({ finding }) => finding.severity === severity);
      if (group.length === 0) continue;
      page.line([severityHead(severity, group.length)]);
      for (const item of group) page.line(itemLine(item, review, linked));
    }
    const lines = resolvedLines(table.answers.resolved);
    if (lines.length > 0) page.band(resolvedHead(table.answers.resolved.filter(({ sure }) => sure).length), 'label');
    for (const line of lines) page.line(line);
  });
  return heading;
}
