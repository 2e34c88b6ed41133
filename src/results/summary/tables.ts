/** 汇总: one row a score table; what could not be read or recognised stands last, with its reason. */
import { KIND_NAMES } from '../../words';
import { reconstructedLine } from '../result-sheet/texts';
import {
  NOTHING_REPEATED,
  STATUS,
  SUMMARY_GUIDE,
  SUMMARY_TITLE,
  TABLE_HEADINGS,
  UNIT_NOT_STATED,
  batchLine,
  statusWithFailed,
} from './texts';
import { Dec, type SheetContent } from '../../workbook';
import { NOTHING } from '../values';
import type { Collected, TableRow } from './collect';
import { returnedTexts } from './returned';
import type { RefusedDigest } from './digest';
import { type PageValue, tablePage } from './table-page';

const CHANGES_HEADING = '需修改事项';
const WIDTHS = [5, 16, 20, 12, 9, 6, 8, 8, 8, 6, 7, 7, 64, 9];

const dec = (text: string | null): PageValue => (text === null ? NOTHING : new Dec(text));
/** A count that asks for something stands out. */
const asking = (number: number, style: 'mandatory' | 'advisory'): PageValue => ({
  value: new Dec(number),
  style: number === 0 ? 'text' : style,
});

function tableRow(row: TableRow, index: number, changes: string): readonly PageValue[] {
  return [
    String(index + 1),
    row.unit ?? UNIT_NOT_STATED,
    row.file,
    row.sheet,
    row.kind === null ? NOTHING : KIND_NAMES[row.kind],
    row.year === null ? NOTHING : String(row.year),
    dec(row.self),
    dec(row.recomputed),
    dec(row.difference),
    row.grade ?? NOTHING,
    asking(row.mandatory, 'mandatory'),
    asking(row.advisory, 'advisory'),
    changes,
    row.failed > 0 ? { value: statusWithFailed(row.failed), style: 'advisory' } : STATUS.ok,
  ];
}

/** A text longer than a cell goes on in rows of its own below. */
function tableRows(row: TableRow, index: number, [changes, ...more]: readonly string[]): readonly (readonly PageValue[])[] {
  const blank = TABLE_HEADINGS.map((): PageValue => '');
  return [
    tableRow(row, index, changes!),
    ...more.map((text) => blank.map((value, col) => (TABLE_HEADINGS[col] === CHANGES_HEADING ? text : value))),
  ];
}

function refusedRow({ file, reason, status }: RefusedDigest, index: number): readonly PageValue[] {
  return [
    String(index + 1),
    NOTHING,
    file,
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    reason,
    STATUS[status],
  ];
}

export function tablesSheet(all: Collected): SheetContent {
  const { tables, refused } = all;
  const texts = returnedTexts(all);
  // Unreadable files may hold a table and come before workbooks that do not.
  const last = [...refused.filter(({ status }) => status === 'unreadable'), ...refused.filter(({ status }) => status === 'unrecognised')];
  return tablePage({
    title: SUMMARY_TITLE,
    above: [batchLine(all.counts()), SUMMARY_GUIDE],
    headings: TABLE_HEADINGS,
    widths: WIDTHS,
    rows: [
      ...tables.flatMap((row, index) => tableRows(row, index, texts[index]!)),
      ...last.map((one, index) => refusedRow(one, tables.length + index)),
    ],
    none: NOTHING_REPEATED,
    below: all.reconstructed.size === 0 ? [] : [reconstructedLine([...all.reconstructed])],
  });
}
