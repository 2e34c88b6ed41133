/** One mistake put into a drawn form, with what has to be found and where. */
import type { Random } from '../random';
import { round2 } from './rows';
import { gradeOf, type Table } from './table';
import type { WorkbookSnapshot } from '../../../src/workbook/types';
import { editedBook, parseA1, type Dec, contentOf } from '../../../src/workbook';
import { Dec as Decimal } from '../../../src/workbook/decimal';
import type { Laid } from './lay';

export interface Put {
  readonly book: WorkbookSnapshot;
  readonly codes: readonly string[];
  /** Any of these cells. */
  readonly cells: readonly string[];
}

export interface DrawnMistake {
  readonly name: string;
  /** null where this form has no place for it. */
  readonly put: (table: Table, laid: Laid, r: Random) => Put | null;
}

type Value = number | string | null;

function changed(laid: Laid, cells: Readonly<Record<string, Value>>): WorkbookSnapshot {
  return editedBook(
    laid.book,
    Object.entries(cells).map(([at, value]) => {
      const { row, col } = parseA1(at)!;
      const place = { sheet: 0, row, col };
      const after =
        value === null
          ? ({ kind: 'blank' } as const)
          : ({ kind: 'value', value: typeof value === 'number' ? (new Decimal(value) as Dec) : value } as const);
      return { at: place, before: contentOf(laid.book, place), after, reason: '' };
    }),
  );
}

const at = (laid: Laid, place: string): string | undefined => laid.places.get(place);
const typed = (table: Table): boolean => table.layout.sums === 'typed' && table.form !== 'transfer';

/** Cells of the sums that follow when row n gets this score; null where they cannot be told. */
function withScore(table: Table, laid: Laid, n: number, score: number): Record<string, Value> | null {
  const cells: Record<string, Value> = { [at(laid, `${n}:score`)!]: score };
  if (table.layout.sums !== 'typed') return table.layout.sums === 'unstored' ? cells : null;
  if (table.layout.subtotals) return null;
  const total = round2(table.total.score - table.rows[n]!.score + score);
  if (table.total.grade !== null && gradeOf(total) !== table.total.grade) return null;
  return { ...cells, [at(laid, 'total:score')!]: total };
}

const pick = (table: Table, r: Random, fits: (n: number) => boolean): number | null => {
  const fit = table.rows.map((_, n) => n).filter(fits);
  return fit.length === 0 ? null : r.pick(fit);
};

const SCORE = [
  'score-mismatch',
  'score-inadmissible',
  'missed-target-full-score',
  'met-target-deducted',
  'deduction-unexplained',
  'score-rounded',
];

export const DRAWN_MISTAKES: readonly DrawnMistake[] = [
  {
    name: '总分不等于得分之和',
    put: (table, laid, r) => {
      if (!typed(table)) return null;
      const total = table.total.score - r.int(1, 3);
      const grade = table.total.grade === null ? {} : { [at(laid, 'grade')!]: gradeOf(total) };
      return {
        book: changed(laid, { [at(laid, 'total:score')!]: total, ...grade }),
        codes: ['total-score'],
        cells: [at(laid, 'total:score')!],
      };
    },
  },
  {
    name: '复核得分合计不对',
    put: (table, laid, r) => {
      const cell = at(laid, 'total:review');
      const sum = table.review.reduce((all, one) => all + one, 0);
      return cell === undefined
        ? null
        : { book: changed(laid, { [cell]: round2(sum + r.int(1, 4)) }), codes: ['total-score'], cells: [cell] };
    },
  },
  {
    name: '小计不等于得分之和',
    put: (table, laid, r) => {
      if (!table.layout.subtotals || table.layout.sums !== 'typed') return null;
      const cell = at(laid, 'sub:产出指标')!;
      const sum = table.rows.filter((one) => one.level === 'output').reduce((all, one) => all + one.score, 0);
      return {
        book: changed(laid, { [cell]: round2(sum - r.int(1, 2)) }),
        codes: ['subtotal-score', 'total-score'],
        cells: [cell, at(laid, 'total:score')!],
      };
    },
  },
  {
    name: '分值改动一处',
    put: (table, laid, r) => {
      if (table.form === 'transfer') return null;
      const n = r.int(0, table.rows.length - 1);
      const book = changed(laid, { [at(laid, `${n}:weight`)!]: table.rows[n]!.weight + r.int(1, 3) });
      const weights = [...laid.places].filter(([place]) => /weight$/.test(place)).map(([, cell]) => cell);
      return {
        book,
        codes: ['weights-sum', 'weight-tree', 'criterion-vs-weight'],
        cells: [...weights, ...[...laid.places].filter(([place]) => place.startsWith('sub:')).map(([, cell]) => cell)],
      };
    },
  },
  {
    name: '得分超过分值',
    put: (table, laid, r) => {
      if (table.form === 'transfer') return null;
      const n = r.int(0, table.rows.length - 1);
      const cells = withScore(table, laid, n, table.rows[n]!.weight + r.int(1, 2));
      return cells === null ? null : { book: changed(laid, cells), codes: ['score-out-of-range'], cells: [at(laid, `${n}:score`)!] };
    },
  },
  {
    name: '得分漏填',
    put: (table, laid, r) => {
      if (table.form === 'transfer') return null;
      const n = r.int(0, table.rows.length - 1);
      return { book: changed(laid, { [at(laid, `${n}:score`)!]: null }), codes: ['score-missing'], cells: [at(laid, `${n}:score`)!] };
    },
  },
  {
    name: '未达指标值却满分',
    put: (table, laid, r) => {
      if (table.form === 'transfer') return null;
      const n = pick(
        table,
        r,
        (one) =>
          table.rows[one]!.level !== 'whole' && table.rows[one]!.figures !== null && table.rows[one]!.score === table.rows[one]!.weight,
      );
      if (n === null) return null;
      const { target, down, percent } = table.rows[n]!.figures!;
      const actual = down ? Math.ceil(target * 1.3) : Math.floor(target * 0.8);
      return {
        book: changed(laid, { [at(laid, `${n}:actual`)!]: percent ? `${actual}%` : `${actual}${table.rows[n]!.unit}` }),
        codes: ['missed-target-full-score'],
        cells: [at(laid, `${n}:score`)!],
      };
    },
  },
  {
    name: '按比例应得的分算高了',
    put: (table, laid, r) => {
      if (table.funding === null || table.form === 'transfer') return null;
      const n = pick(table, r, (one) => table.rows[one]!.figures !== null && table.rows[one]!.weight - table.rows[one]!.score > 0.4);
      if (n === null) return null;
      const one = table.rows[n]!;
      const cells = withScore(table, laid, n, round2(one.score + (one.weight - one.score) / 2));
      return cells === null ? null : { book: changed(laid, cells), codes: SCORE, cells: [at(laid, `${n}:score`)!] };
    },
  },
  {
    name: '扣分没有原因',
    put: (table, laid, r) => {
      if (table.funding === null || table.form === 'transfer') return null;
      const n = pick(table, r, (one) => table.rows[one]!.reason !== '' && table.rows[one]!.score < table.rows[one]!.weight);
      return n === null
        ? null
        : {
            book: changed(laid, { [at(laid, `${n}:reason`)!]: null }),
            codes: ['deduction-unexplained'],
            cells: [at(laid, `${n}:score`)!, at(laid, `${n}:reason`)!],
          };
    },
  },
  {
    name: '整体表按标准应得的分填高了',
    put: (table, laid, r) => {
      const n = pick(
        table,
        r,
        (one) => ['steps', 'overrun', 'faults'].includes(table.rows[one]!.kind) && table.rows[one]!.score < table.rows[one]!.weight,
      );
      if (n === null) return null;
      const cells = withScore(table, laid, n, table.rows[n]!.weight);
      return cells === null
        ? null
        : {
            book: changed(laid, cells),
            codes: [...SCORE, 'full-score-with-deviation'],
            cells: [at(laid, `${n}:score`)!, at(laid, `${n}:reason`)!],
          };
    },
  },
  {
    name: '整体表按公式的分算错',
    put: (table, laid, r) => {
      const n = pick(table, r, (one) => table.rows[one]!.kind === 'share');
      if (n === null) return null;
      const one = table.rows[n]!;
      const cells = withScore(table, laid, n, round2(one.score === one.weight ? one.score - 1 : one.score + (one.weight - one.score) / 2));
      return cells === null ? null : { book: changed(laid, cells), codes: SCORE, cells: [at(laid, `${n}:score`)!] };
    },
  },
  {
    name: '执行率算错',
    put: (table, laid, r) => {
      const { funding, layout } = table;
      if (funding === null || layout.sums !== 'typed') return null;
      const rate = funding.rate - r.int(2, 9);
      return { book: changed(laid, { [at(laid, 'fund:rate')!]: `${rate}%` }), codes: ['execution-rate'], cells: [at(laid, 'fund:rate')!] };
    },
  },
  {
    name: '执行率得分算错',
    put: (table, laid, r) => {
      const { funding } = table;
      if (funding === null || !typed(table) || table.layout.subtotals) return null;
      const score = round2(funding.score - r.int(1, 3));
      const total = round2(table.total.score - funding.score + score);
      if (table.total.grade !== null && gradeOf(total) !== table.total.grade) return null;
      return {
        book: changed(laid, { [at(laid, 'fund:score')!]: score, [at(laid, 'total:score')!]: total }),
        codes: ['execution-score', 'met-target-deducted', 'score-mismatch'],
        cells: [at(laid, 'fund:score')!],
      };
    },
  },
  {
    name: '其中各项超过总额',
    put: (table, laid, r) => {
      const { funding, layout } = table;
      if (funding === null) return null;
      const part = funding.parts[0]![3] + r.int(5, 40);
      return {
        book: changed(laid, { [at(laid, 'fund:part')!]: layout.money === '元' ? Math.round(part * 10000) : part }),
        codes: ['funding-parts', 'execution-over-100'],
        cells: [at(laid, 'fund:part')!, at(laid, 'fund:executed')!],
      };
    },
  },
  {
    name: '等级与总分不符',
    put: (table, laid, r) => {
      if (table.total.grade === null || table.form === 'transfer') return null;
      const grade = r.pick(['优', '良', '中', '差'].filter((one) => one !== table.total.grade));
      return { book: changed(laid, { [at(laid, 'grade')!]: grade }), codes: ['grade'], cells: [at(laid, 'grade')!] };
    },
  },
];
