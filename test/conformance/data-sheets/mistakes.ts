/** Mistakes in a data sheet, and between a data sheet and the score table beside it. */
import type { Random } from '../random';
import { said, type Draft } from './book';
import type { Figures } from './figures';

export interface DataMistake {
  readonly name: string;
  readonly code: string;
  /** Cells one of which has to be named, as the cell or among the related ones; null: this draft has no place for it. */
  put(draft: Draft, r: Random): readonly string[] | null;
}

type Column = 'last' | 'budget' | 'actual';

/** In the data sheet alone: the figure no longer fits the others there. Nothing in the score table speaks of it. */
function unbalanced(name: string, key: string, terms: readonly string[]): DataMistake {
  return {
    name,
    code: 'budget-balance',
    put: (draft, r) => {
      draft.rows = draft.rows.map((row) => ({ ...row, reason: row.score === row.weight ? '' : '按比例扣分，下年加快进度' }));
      draft.funding = null;
      draft.data.item(key).values.actual += r.pick([1_000, 2_500, -900]);
      return [key, ...terms].map((one) => `data:${one}:actual`);
    },
  };
}

/** The score table's words state another figure than the data sheet. */
function inWords(
  name: string,
  row: string,
  key: string,
  change: (value: number, r: Random) => number = (value, r) => value + r.pick([1_500, 3_000]),
): DataMistake {
  return {
    name,
    code: 'data-vs-score',
    put: (draft, r) => {
      if (draft.form !== 'explained') return null;
      const one = draft.rows.find((each) => each.key === row)!;
      const right = said(draft.said, key);
      const wrong = changed(draft.said, key, 'actual', r, change);
      if (!one.reason.includes(right)) return null;
      one.reason = one.reason.replace(right, wrong);
      return [`score:${row}:reason`];
    },
  };
}

function changed(figures: Figures, key: string, column: Column, r: Random, change: (value: number, r: Random) => number): string {
  const item = figures.item(key);
  const before = item.values[column];
  item.values[column] = change(before, r);
  const text = said(figures, key, column);
  item.values[column] = before;
  return text;
}

/** The 完成值 states another figure than the data sheet; the score is made to fit what is stated. */
function asActual(name: string, row: string, key: string, change: (value: number, r: Random) => number): DataMistake {
  return {
    name,
    code: 'data-vs-score',
    put: (draft, r) => {
      if (draft.form !== 'valued') return null;
      const one = draft.rows.find((each) => each.key === row)!;
      const item = draft.said.item(key);
      const value = change(item.values.actual, r);
      one.actual = changed(draft.said, key, 'actual', r, () => value);
      if (row === 'buying' || row === 'assets') {
        one.score = Math.floor((2 * one.weight * value + 100) / 200) / 100;
        one.reason = '按比例扣分，下年加快进度';
      }
      return [`score:${row}:actual`];
    },
  };
}

function inFunding(name: string, column: 'initial' | 'executed', key: string): DataMistake {
  return {
    name,
    code: 'data-vs-score',
    put: (draft, r) => {
      if (draft.funding === null || (column === 'initial' && draft.data.item(key).values.budget === 0)) return null;
      draft.funding[column] += r.pick([2_000, -3_000]);
      draft.funding.budget = Math.max(draft.funding.budget, draft.funding.executed);
      return [`score:funding:${column}`];
    },
  };
}

const few = (value: number, r: Random): number => value + r.int(2, 5);
const lower = (value: number, r: Random): number => value - r.int(300, 900);

export const DATA_MISTAKES: readonly DataMistake[] = [
  unbalanced('支出合计不等于基本支出加项目支出', 'spending', ['basic', 'project', 'income', 'carriedIn', 'carriedOut']),
  unbalanced('基本支出多写', 'basic', ['spending', 'project', 'personnel', 'public']),
  unbalanced('收入合计不等于各项收入', 'income', ['appropriation', 'otherIncome', 'carriedIn', 'spending', 'carriedOut']),
  unbalanced('财政拨款收入多写', 'appropriation', ['income', 'otherIncome']),
  unbalanced('年末结转与收支不平', 'carriedOut', ['income', 'carriedIn', 'spending']),
  unbalanced('年初结转与收支不平', 'carriedIn', ['income', 'carriedOut', 'spending']),
  unbalanced('三公经费合计不等于三项', 'three', ['abroad', 'car', 'reception']),
  unbalanced('公务用车费多写', 'car', ['three', 'abroad', 'reception']),
  unbalanced('人员经费加公用经费不等于基本支出', 'personnel', ['basic', 'public']),
  {
    name: '控制率与编制、在职人数不符',
    code: 'budget-balance',
    put: (draft, r) => {
      draft.rows = draft.rows.map((row) => ({ ...row, reason: '', actual: row.key === 'control' ? '' : row.actual }));
      draft.data.item('control').values.actual += r.int(300, 900);
      return ['data:control:actual', 'data:posts:actual', 'data:inService:actual'];
    },
  },
  {
    name: '利用率与资产总额不符',
    code: 'budget-balance',
    put: (draft, r) => {
      draft.rows = draft.rows.map((row) => ({
        ...row,
        reason: row.score === row.weight ? '' : '按比例扣分',
        actual: row.key === 'assets' ? '' : row.actual,
      }));
      draft.data.item('useRate').values.actual -= r.int(300, 900);
      return ['data:useRate:actual', 'data:assets:actual', 'data:inUse:actual'];
    },
  },
  inWords('说明中的支出合计', 'spending', 'spending'),
  inWords('说明中的基本支出', 'spending', 'basic'),
  inWords('说明中的项目支出', 'spending', 'project'),
  inWords('说明中的三公经费支出', 'three', 'three', (value, r) => value - r.int(60, 150)),
  inWords('说明中的三公经费预算', 'three', 'threeBudget', (value, r) => value + r.int(300, 900)),
  inWords('说明中的公务接待费', 'reception', 'reception', (value, r) => value + r.int(400, 900)),
  inWords('说明中的编制人数', 'control', 'posts', few),
  inWords('说明中的在职人数', 'control', 'inService', (value, r) => value - r.int(1, 3)),
  inWords('说明中的控制率（简称）', 'control', 'control', lower),
  inWords('说明中的采购金额', 'buying', 'bought', (value, r) => value + r.int(1_000, 3_000)),
  inWords('说明中的采购预算', 'buying', 'buying', (value, r) => value + r.int(1_000, 3_000)),
  inWords('说明中的政府采购执行率', 'buying', 'buyingRate', lower),
  inWords('说明中的固定资产利用率', 'assets', 'useRate', lower),
  inWords('说明中的公用经费', 'public', 'public'),
  inWords('说明中的人员经费', 'public', 'personnel'),
  inWords('说明中的年末结转结余', 'carry', 'carriedOut', (value, r) => value + r.int(500, 1_500)),
  asActual('完成值：控制率', 'control', 'control', lower),
  asActual('完成值：三公经费', 'three', 'three', (value, r) => value - r.int(60, 150)),
  asActual('完成值：公务接待费', 'reception', 'reception', (value, r) => value + r.int(400, 900)),
  asActual('完成值：政府采购执行率', 'buying', 'buyingRate', lower),
  asActual('完成值：固定资产利用率', 'assets', 'useRate', lower),
  inFunding('资金表：全年执行数', 'executed', 'spending'),
  {
    name: '数据表是另一年度的',
    code: 'year-mismatch',
    put: (draft) => {
      draft.titleYear = draft.said.year - 1;
      for (const row of draft.rows) if (row.score === row.weight) row.reason = '';
      return ['data:title'];
    },
  },
];
