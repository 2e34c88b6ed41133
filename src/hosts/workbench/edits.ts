import {
  type Addr,
  addrKey,
  type Cell,
  type CellEdit,
  type CellValue,
  type Content,
  contentOf,
  Dec,
  inRect,
  type Rect,
  sameContent,
  type WorkbookSnapshot,
  writable,
} from '../../workbook';
import type { WorkbookLooks } from '../file';
import type { HostTrouble } from '../port';

/** Why cells may not be written, and which. */
export interface InTheWay {
  readonly why: HostTrouble;
  readonly at: readonly Addr[];
  readonly say: string;
}

/** What stands in the way of writing these cells at all; the same that saving would find, so that no edit is lost then. */
export function inTheWay(
  book: WorkbookSnapshot,
  looks: WorkbookLooks | null,
  edits: readonly Pick<CellEdit, 'at' | 'after'>[],
): InTheWay | null {
  const tests: readonly (readonly [why: HostTrouble, say: string, test: (edit: Pick<CellEdit, 'at' | 'after'>) => boolean])[] = [
    ['gone', '工作簿中没有这张工作表。', ({ at }) => book.sheets[at.sheet] === undefined],
    ['unsupported', '这是绩核生成的表，不在这里修改。', ({ at }) => book.sheets[at.sheet]?.ours === true],
    ['protected', '单元格已锁定，工作表受保护，不能修改。', ({ at }) => isLocked(book, at)],
    [
      'unsupported',
      '该单元格被合并单元格遮盖，请改写合并区域左上角的单元格。',
      ({ at }) => isCovered(book.sheets[at.sheet]?.merges ?? [], at),
    ],
    ['unsupported', '该单元格属于数组公式，不能单独修改。', ({ at }) => isCovered(looks?.sheets[at.sheet]?.blocks ?? [], at, true)],
    ['unsupported', '内容超出单元格所能容纳的范围。', ({ after }) => !writable(after)],
  ];
  for (const [why, say, test] of tests) {
    const at = edits.filter(test).map((edit) => edit.at);
    if (at.length > 0) return { why, at, say };
  }
  return null;
}

function isLocked(book: WorkbookSnapshot, { sheet, row, col }: Addr): boolean {
  const one = book.sheets[sheet];
  return one !== undefined && one.protected && one.locked(row, col) === true;
}

function isCovered(areas: readonly Rect[], { row, col }: Addr, first = false): boolean {
  return areas.some((rect) => inRect(rect, row, col) && (first || row !== rect.top || col !== rect.left));
}

/** The cells an edit leaves behind. */
export function cellOf(content: Content, format: string): Cell {
  if (content.kind === 'blank') return { value: null, format };
  if (content.kind === 'value') return { value: valueOf(content.value), format };
  const { stored } = content;
  const value = stored === '' ? null : typeof stored === 'string' && ERROR.test(stored) ? { error: stored } : valueOf(stored);
  return { value, formula: content.formula.replace(/^=/, ''), format };
}

/** What a formula came to is an error, not a text, where plans spell it so. */
const ERROR = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/;

function valueOf(value: Dec | string | boolean): CellValue {
  return value instanceof Dec ? value.toNumber() : value;
}

/**
 * What has changed against the file, cell by cell, as saving needs it: typed cells, and formulas whose value is another one. A formula
 * without a value, or one that came to an error, is left to the program that opens the copy; the file then asks it to calculate.
 */
export function editsAgainst(file: WorkbookSnapshot, now: WorkbookSnapshot, touched: Iterable<Addr>): CellEdit[] {
  const edits: CellEdit[] = [];
  for (const at of touched) {
    const before = contentOf(file, at);
    const after = contentOf(now, at);
    if (sameContent(before, after) || onlyCalculated(before, after, now, at)) continue;
    const [was, format] = [file, now].map((book) => book.sheets[at.sheet]!.formatAt(at.row, at.col)) as [string, string];
    edits.push({ at, before, after, reason: '工作台中的修改', ...(format === was ? {} : { format }) });
  }
  return edits.sort((a, b) => a.at.sheet - b.at.sheet || a.at.row - b.at.row || a.at.col - b.at.col);
}

function onlyCalculated(before: Content, after: Content, now: WorkbookSnapshot, at: Addr): boolean {
  if (before.kind !== 'formula' || after.kind !== 'formula' || before.formula !== after.formula) return false;
  const value = now.sheets[at.sheet]?.valueAt(at.row, at.col) ?? null;
  return value === null || typeof value === 'object';
}

/** Two edits of one cell in one plan: which is meant? */
export function doubled(edits: readonly CellEdit[]): readonly Addr[] {
  const seen = new Set<string>();
  return edits.filter(({ at }) => seen.size === seen.add(addrKey(at)).size).map(({ at }) => at);
}
