/** The facts a finding rests on, as one code: while it stays, an answer is still about the same facts. */
import { type Finding, REPEATING } from '../checks';
import type { IndicatorRow, ScoreTable, Slot } from '../score-table';
import { type Addr, addrKey, type CellValue, Dec, decOfNumber, normal, shortCode, type WorkbookSnapshot } from '../workbook';

const LETTERS = 5;
/** Aspects whose findings weigh the whole row: what was aimed at, what came of it, what was scored, what was said. */
const OF_THE_ROW: ReadonlySet<string> = new Set(['score', 'reason', 'target', 'actual', 'rate', 'evidence']);

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return decOfNumber(value).toFixed();
  if (typeof value === 'string') return normal(value);
  return typeof value === 'boolean' ? String(value) : value.error;
}

function slots(row: IndicatorRow, scoreTable: ScoreTable): readonly (Slot<unknown> | undefined)[] {
  const self = scoreTable.self === null ? undefined : row.scores[scoreTable.self];
  return [row.weight, self, row.target, row.actual, row.completion, row.criterion, row.reason];
}

/**
 * Values only, never addresses or formulas: rows and columns that were inserted, sheets that were renamed and families in another
 * order change nothing. `book`: calculated, so that the same sheet saved by another program gives the same code.
 */
export function valuesCode(finding: Finding, scoreTable: ScoreTable, book: WorkbookSnapshot): string {
  const at = ({ sheet, row, col }: Addr): string => textOf(book.sheets[sheet]?.valueAt(row, col) ?? null);
  const marked = new Map([finding.cell, ...finding.related].map((cell) => [addrKey(cell), cell]));
  const cells = [...marked.values()].map(at).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  // One for a whole column rests on its cells alone: which row comes first does not matter.
  const ofOneRow = OF_THE_ROW.has(finding.accused.aspect) && !REPEATING.has(finding.code);
  const row = ofOneRow ? scoreTable.rows.find(({ id }) => id === finding.accused.row) : undefined;
  const facts = row === undefined ? [] : slots(row, scoreTable).map((slot) => (slot === undefined ? '' : at(slot.at)));
  const figures = [finding.actual, finding.expected].map((value) => (value instanceof Dec ? value.toFixed() : ''));
  return shortCode(JSON.stringify([cells, facts, figures]), LETTERS);
}

/** Rows and letters below which a table says too little to be told by. */
const LEAST = { rows: 3, letters: 30 };
const CONTENTS_LETTERS = 8;
const WORDS_ONLY = /\P{Script=Han}/gu;

/**
 * 「9K2MQ7XA-3F70BCDE」: what the rows of a table ask for (names, 分值, 指标值), and what they say of it (完成值, 得分, 说明). Equal halves: the
 * same words and figures. The second is left out where a form is filled in with too little of one's own to tell one unit from another;
 * null: with too few rows for either.
 */
export function contentsCode({ rows, self }: ScoreTable, book: WorkbookSnapshot): string | null {
  const at = (slot: Slot<unknown> | undefined): string =>
    slot === undefined ? '' : textOf(book.sheets[slot.at.sheet]?.valueAt(slot.at.row, slot.at.col) ?? null);
  const asked = rows.map((row) => [...row.path.map(normal), normal(row.name.value), at(row.weight), at(row.target)]);
  const said = rows.map((row) => [at(row.actual), self === null ? '' : at(row.scores[self]), at(row.reason), at(row.evidence)]);
  if (rows.length < LEAST.rows) return null;
  const code = (lines: readonly (readonly string[])[]): string => shortCode(JSON.stringify(lines), CONTENTS_LETTERS);
  const own = said.flat().join('').replace(WORDS_ONLY, '').length;
  return own < LEAST.letters ? code(asked) : `${code(asked)}-${code(said)}`;
}
