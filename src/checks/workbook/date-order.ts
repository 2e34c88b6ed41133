import type { Addr } from '../../workbook';
import { accused, headKey } from '../support/accused';
import { PRACTICE } from '../support/basis';
import { type IndicatorRow, type ScoreTable, valueOf } from '../../score-table';
import type { Check, Raw } from '../types';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface DateOrder {
  /** before-year-end: the form was filled before its year was over · done-later: something was done after it was filled in. */
  readonly why: 'before-year-end' | 'done-later';
  readonly at: Addr;
  readonly filled: Day;
  readonly year: number;
  readonly name: string;
  readonly done: string;
}

export const dateOrder: Check<DateOrder> = {
  code: 'date-order',
  title: '日期先后不合理',
  headline: '日期先后不合理',
  severities: ['advisory'],
  basis: { ...PRACTICE, article: '自评在年度结束后进行' },
  needs: [],
  explain: {
    looksFor: '填报日期早于评价年度结束，或指标的完成时间晚于填报日期。',
    howToFix: '核实填报日期、评价年度和完成时间，改正写错的一处。',
  },
  *run({ scoreTable }) {
    const filled = scoreTable.filledOn;
    const year = scoreTable.year;
    if (filled === undefined) return;
    const on = filled.value;
    const sameCell = year !== undefined && year.at.row === filled.at.row && year.at.col === filled.at.col;
    if (year !== undefined && !sameCell && isBefore(on, { year: year.value, month: 12, day: 31 })) {
      const data: DateOrder = { why: 'before-year-end', at: filled.at, filled: on, year: year.value, name: '', done: '' };
      yield {
        severity: 'advisory',
        accused: accused(headKey('date'), 'text'),
        cell: filled.at,
        related: [year.at],
        indicator: null,
        data,
        actual: dayText(on),
      };
      return;
    }
    yield* doneLater(scoreTable, on, filled.at);
  },
  message(data, words) {
    if (data.why === 'before-year-end') {
      return `${words.cell(data.at)} 的填报日期为${dayText(data.filled)}，早于${data.year}年度结束，全年数据尚未形成。请核实填报日期或评价年度。`;
    }
    return `${words.name(data.name)} ${words.cell(data.at)} 的完成时间「${data.done}」晚于填报日期${dayText(data.filled)}。请核实两个日期。`;
  },
};

/** Rows said to be done after the form was filled in. */
function* doneLater(scoreTable: ScoreTable, on: Day, filledAt: Addr): Iterable<Raw<DateOrder>> {
  for (const row of scoreTable.rows) {
    // A date where a quantity is due is none: value-type says so.
    if (row.target?.value?.kind === 'number') continue;
    const done = dayDone(row);
    // The first day the text can mean: only then is it surely later.
    if (done === null || !isBefore(on, { year: done.year, month: done.month, day: done.day })) continue;
    const text = row.actual!.value!.text;
    yield {
      severity: 'advisory',
      accused: accused(`date:${row.id}`, 'actual'),
      cell: row.actual!.at,
      related: [filledAt],
      indicator: row.name.value,
      data: { why: 'done-later', at: row.actual!.at, filled: on, year: done.year, name: row.name.value, done: text },
      actual: text,
    };
  }
}

/** When the 完成值 says that it was done; null where that is no day, or a deadline. */
function dayDone(row: IndicatorRow): Day | null {
  const actual = valueOf(row.actual);
  const done = actual === null || actual.kind !== 'date' ? null : actual.date;
  return done === null || done.year === null || done.month === null || done.before
    ? null
    : { year: done.year, month: done.month, day: done.day ?? 1 };
}

function isBefore(a: Day, b: Day): boolean {
  return a.year * 10000 + a.month * 100 + a.day < b.year * 10000 + b.month * 100 + b.day;
}

function dayText(on: Day): string {
  return `${on.year}年${on.month}月${on.day}日`;
}
