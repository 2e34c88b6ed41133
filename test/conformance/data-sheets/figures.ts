/** A unit's yearly figures, made up and consistent: what a data sheet shows and a score table speaks of. */
import { Random } from '../random';

export type Column = 'last' | 'budget' | 'actual';

export type Unit = '万元' | '人' | '份' | '%';

export interface Item {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  /** Below another item: written behind 「其中：」 or indented. */
  readonly part?: true;
  /** Hundredths (of 万元, of a percent); whole numbers for heads and contracts. */
  values: Record<Column, number>;
}

export interface Group {
  readonly title: string;
  readonly items: readonly Item[];
}

export interface Figures {
  readonly seed: number;
  readonly unit: string;
  readonly year: number;
  readonly groups: readonly Group[];
  item(key: string): Item;
}

const COLUMNS: readonly Column[] = ['last', 'budget', 'actual'];

type Values = Record<Column, number>;

function each(of: (column: Column) => number): Values {
  return { last: of('last'), budget: of('budget'), actual: of('actual') };
}

function plus(...all: readonly Values[]): Values {
  return each((column) => all.reduce((sum, one) => sum + one[column], 0));
}

/** Half up, in hundredths of a percent. */
export function rateOf(part: number, whole: number): number {
  return Math.floor((2 * part * 10_000 + whole) / (2 * whole));
}

/** Figures without a mistake; the same seed gives the same. */
export function correctFigures(seed: number): Figures {
  const r = new Random(seed * 40_503 + 7);
  // Budgets lie a little below what was spent: no adjustment to explain.
  const money = (from: number, to: number): Values => {
    const actual = r.int(from, to);
    return { last: r.int(from, to), budget: Math.floor(actual * 0.95), actual };
  };
  const [personnel, publicCosts, project] = [money(30_000, 90_000), money(5_000, 20_000), money(20_000, 150_000)];
  const basic = plus(personnel, publicCosts);
  const spending = plus(basic, project);
  const carriedIn = each(() => r.int(1_000, 9_000));
  const carriedOut = each(() => r.int(500, 8_000));
  const income = each((column) => spending[column] + carriedOut[column] - carriedIn[column]);
  const otherIncome = each((column) => Math.floor(income[column] / r.int(20, 40)));
  const appropriation = each((column) => income[column] - otherIncome[column]);
  const kept = (actual: number, below: number): Values => ({ last: r.int(50, 900), budget: actual + r.int(0, below), actual });
  const [car, reception] = [kept(r.int(300, 900), 500), kept(r.int(50, 300), 300)];
  const abroad = kept(r.pick([0, 0, r.int(100, 400)]), 0);
  const three = plus(abroad, car, reception);
  const threeBudget = three.budget;
  const posts = r.int(20, 90);
  const inService = posts - r.int(0, 6);
  const buying = r.int(5_000, 30_000);
  const bought = buying - r.int(0, 900);
  const assets = r.int(50_000, 400_000);
  const inUse = assets - r.int(0, 9_000);
  const contracts = r.int(8, 60);
  const inTime = contracts - r.int(0, 3);
  const same = (value: number): Values => each(() => value);
  const item = (key: string, label: string, unit: Unit, values: Values, part?: true): Item => ({
    key,
    label,
    unit,
    values: { ...values },
    ...(part === undefined ? {} : { part }),
  });
  const groups: Group[] = [
    {
      title: '收支情况',
      items: [
        item('income', r.pick(['本年收入合计', '收入合计', '本年收入']), '万元', income),
        item('appropriation', '财政拨款收入', '万元', appropriation, true),
        item('otherIncome', '其他收入', '万元', otherIncome, true),
        item('spending', r.pick(['本年支出合计', '支出合计', '本年支出']), '万元', spending),
        item('basic', '基本支出', '万元', basic, true),
        item('project', '项目支出', '万元', project, true),
        item('carriedIn', r.pick(['年初结转和结余', '上年结转结余']), '万元', carriedIn),
        item('carriedOut', r.pick(['年末结转和结余', '年末结转结余']), '万元', carriedOut),
      ],
    },
    {
      title: '基本支出情况',
      items: [item('personnel', '人员经费', '万元', personnel), item('public', r.pick(['公用经费', '日常公用经费']), '万元', publicCosts)],
    },
    {
      title: '“三公”经费',
      items: [
        item('three', r.pick(['“三公”经费合计', '三公经费支出', '“三公”经费支出合计']), '万元', three),
        item('abroad', r.pick(['因公出国（境）费', '因公出国（境）费用']), '万元', abroad, true),
        item('car', '公务用车购置及运行维护费', '万元', car, true),
        item('reception', r.pick(['公务接待费', '公务接待费用']), '万元', reception, true),
        item('threeBudget', '“三公”经费预算数', '万元', same(threeBudget)),
      ],
    },
    {
      title: '人员情况',
      items: [
        item('posts', r.pick(['编制人数', '编制数', '核定编制数']), '人', same(posts)),
        item('inService', r.pick(['在职人数', '实有在职人数', '年末在职人数']), '人', same(inService)),
        item('control', r.pick(['在职人员控制率', '财政供养人员控制率']), '%', same(rateOf(inService, posts))),
      ],
    },
    {
      title: '政府采购',
      items: [
        item('buying', '政府采购预算数', '万元', same(buying)),
        item('bought', '实际政府采购金额', '万元', same(bought)),
        item('buyingRate', '政府采购执行率', '%', same(rateOf(bought, buying))),
        item('contracts', r.pick(['合同总数', '签订合同数']), '份', same(contracts)),
        item('inTime', '按时签订合同数', '份', same(inTime)),
      ],
    },
    {
      title: '资产情况',
      items: [
        item('assets', r.pick(['固定资产总额', '固定资产原值']), '万元', same(assets)),
        item('inUse', '在用固定资产总额', '万元', same(inUse)),
        item('useRate', '固定资产利用率', '%', same(rateOf(inUse, assets))),
      ],
    },
  ];
  const items = groups.flatMap((group) => group.items);
  return {
    seed,
    unit: r.pick(['东江县交通运输局', '临河市卫生健康局', '南屏区市场监督管理局']),
    year: r.int(2021, 2025),
    groups,
    item: (key) => items.find((one) => one.key === key) ?? fail(key),
  };
}

function fail(key: string): never {
  throw new Error(`no figure ${key}`);
}

/** 950 → "9.50", rates 10870 → "108.70%", heads as they are; `scale` 元: 万元 written out. */
export function shown(item: Pick<Item, 'unit'>, value: number, money: '万元' | '元' = '万元'): string {
  if (item.unit === '人' || item.unit === '份') return String(value);
  if (item.unit === '%') return `${(value / 100).toFixed(2)}%`;
  return money === '万元' ? (value / 100).toFixed(2) : `${value * 100}.00`;
}

export { COLUMNS };
