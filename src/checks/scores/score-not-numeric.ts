import { scoreCells, scoredRows, type Slot } from '../../score-table';
import type { Dec } from '../../workbook';
import { accused, TABLE, totalKey } from '../support/accused';
import { WORKBOOK_SOUNDNESS } from '../support/basis';
import { isClearNumber, isText, skippedByTotal } from '../support/typed';
import type { Check, CheckContext, Raw } from '../types';

export interface ScoreNotNumeric {
  readonly name: string;
  readonly typed: string;
  readonly number: Dec | null;
  /** A live total passes over it. */
  readonly skipped: boolean;
  /** Set where the whole column is typed like this. */
  readonly column: number | null;
  /** text: words · ticked: TRUE or FALSE, a tick box · picture · total: not a row's score but the total. */
  readonly what: 'text' | 'ticked' | 'picture' | 'total';
}

export const scoreNotNumeric: Check<ScoreNotNumeric> = {
  code: 'score-not-numeric',
  title: '得分不是数字',
  headline: '得分不是数字',
  severities: ['mandatory', 'advisory'],
  basis: WORKBOOK_SOUNDNESS,
  needs: ['scores'],
  explain: {
    looksFor:
      '得分格（复核、财政审核得分格亦同）里是文字：「5分」、全角数字、存成文本的数字，或无法计算的词语、勾选框、图片；合计公式会漏加这样的格。总分格里是无法读出分数的文字。',
    howToFix: '把得分改成数字格式，只填数字，不写单位和文字。',
  },
  *run(context) {
    const { scoreTable } = context;
    const column = scoreTable.self!;
    const cells = scoreCells(scoreTable, scoredRows(scoreTable), column).filter(
      ({ slot }) => slot.state === 'value' || slot.state === 'text' || slot.state === 'picture',
    );
    const typed = cells.filter(({ slot, rows }) => isTyped(slot) && !rows.every((row) => row.applies === false && slot.state === 'text'));
    const live = typed.filter(({ slot }) => skippedByTotal(context, column, slot.at));
    const habit = live.length === 0 && typed.length > 2 && typed.filter(({ slot }) => isClearNumber(slot)).length * 2 > cells.length;
    if (habit && typed.some(({ slot }) => !isPlain(slot))) yield wholeColumn(context, typed.length);
    for (const { slot, rows } of typed) {
      if (habit && isClearNumber(slot)) continue;
      yield one(rows[0]!.id, rows[0]!.name.value, slot, skippedByTotal(context, column, slot.at));
    }
    yield* ofReviews(context, column);
    yield* ofTotals(context, column);
  },
  message(data, words, finding) {
    if (data.column !== null)
      return `得分列（${words.cell(finding.cell)}）有${data.column}处是带单位或全角的文字，不是数字，公式和系统可能读不出来。请改为数字格式，只填数字。`;
    if (data.what === 'total')
      return `${words.name(data.name)}（${words.cell(finding.cell)}）填的是${shownAs(data)}，不是数字，无法与各项得分之和核对。请填写数字。`;
    const place = `${words.name(data.name)}的得分（${words.cell(finding.cell)}）`;
    const skipped = data.skipped ? '，合计公式没有把它加进去' : '';
    if (data.number === null) return `${place}填的是${shownAs(data)}，不是数字${skipped}。请核实后填写数字。`;
    return `${place}填的是文字「${data.typed}」，不是数字${skipped}。请核实后改为数字${words.number(data.number)}。`;
  },
};

function isTyped(slot: Slot<Dec>): boolean {
  return slot.state === 'picture' || typeof slot.raw === 'boolean' || isText(slot);
}

function shownAs({ typed, what }: ScoreNotNumeric): string {
  if (what === 'picture') return '图片';
  return what === 'ticked' ? `勾选框（${typed}）` : `「${typed}」`;
}

function whatOf({ state, raw }: Slot<Dec>): ScoreNotNumeric['what'] {
  return state === 'picture' ? 'picture' : typeof raw === 'boolean' ? 'ticked' : 'text';
}

/** In the columns of reviewers: a tick, and a number typed as text that their own total passes over. Their words are their business. */
function* ofReviews(context: CheckContext, self: number): Iterable<Raw<ScoreNotNumeric>> {
  const { scoreTable } = context;
  for (let column = 0; column < scoreTable.scoreColumns.length; column += 1) {
    if (column === self) continue;
    for (const { slot, rows } of scoreCells(scoreTable, scoredRows(scoreTable), column)) {
      const skipped = skippedByTotal(context, column, slot.at);
      if (typeof slot.raw !== 'boolean' && !(skipped && isText(slot) && isClearNumber(slot))) continue;
      yield one(`${rows[0]!.id}:${column}`, rows[0]!.name.value, slot, skipped);
    }
  }
}

/** A total that is words or a tick cannot be held against the scores. Words without a figure are no attempt at one. */
function* ofTotals({ scoreTable }: CheckContext, column: number): Iterable<Raw<ScoreNotNumeric>> {
  for (const [index, total] of scoreTable.totals.entries()) {
    const slot = total.scores[column];
    if (total.kind !== 'total' || slot == null || slot.state !== 'text') continue;
    const typed = typeof slot.raw === 'boolean' ? ticked(slot.raw) : String(slot.raw).trim();
    if (typeof slot.raw !== 'boolean' && (!/\d|[一二三四五六七八九十百]分/.test(typed) || typed.length > 20)) continue;
    yield {
      severity: 'advisory',
      accused: accused(totalKey(index, column), 'total'),
      cell: slot.at,
      indicator: null,
      data: { name: total.label.value, typed, number: null, skipped: false, column: null, what: 'total' },
      actual: typed,
    };
  }
}

/** As spreadsheet programs show it. */
function ticked(value: boolean): string {
  return value ? 'TRUE' : 'FALSE';
}

function isPlain(slot: Slot<Dec>): boolean {
  return isClearNumber(slot) && slot.odd.every((odd) => odd === 'text-number');
}

function one(row: string, name: string, slot: Slot<Dec>, skipped: boolean): Raw<ScoreNotNumeric> {
  const number = isClearNumber(slot) ? slot.value : null;
  const typed = typeof slot.raw === 'boolean' ? ticked(slot.raw) : slot.state === 'picture' ? '' : String(slot.raw).trim();
  return {
    severity: skipped ? 'mandatory' : 'advisory',
    accused: accused(row, 'score'),
    cell: slot.at,
    indicator: name,
    data: { name, typed, number, skipped, column: null, what: whatOf(slot) },
    actual: typed,
    expected: number,
    ...(number === null ? {} : { fix: { cell: slot.at, to: { value: number } } }),
  };
}

/** Marked at the header: the figures themselves are clear and stay under audit. */
function wholeColumn({ scoreTable }: CheckContext, count: number): Raw<ScoreNotNumeric> {
  const { header } = scoreTable.scoreColumns[scoreTable.self!]!;
  const data = { name: header.value, typed: header.value, number: null, skipped: false, column: count, what: 'text' } as const;
  return { severity: 'advisory', accused: accused(TABLE, 'score'), cell: header.at, indicator: null, data };
}
