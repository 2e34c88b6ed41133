/** Eight ways in which offices lay a data sheet out. Each puts every figure somewhere and says where. */
import { a1 } from '../../../src/workbook/address';
import { Random } from '../random';
import { Grid } from '../sheet';
import { shown, type Column, type Figures, type Group, type Item } from './figures';

export interface DataSheet {
  readonly grid: Grid;
  /** A1 by 「key:column」. */
  readonly places: ReadonlyMap<string, string>;
  /** Years and kinds of figures it shows besides this year's. */
  readonly columns: readonly Column[];
}

export type DataLayout = (figures: Figures, options: DataOptions) => DataSheet;

export interface DataOptions {
  readonly money: '万元' | '元';
  /** Numbers as numbers with a format, or as texts. */
  readonly typed: 'number' | 'text';
  /** Year in the title of the data sheet; null: the title has none. */
  readonly titleYear: number | null;
  readonly name: string;
}

class Sheet {
  readonly grid: Grid;
  readonly places = new Map<string, string>();
  row = 0;

  constructor(
    readonly figures: Figures,
    readonly options: DataOptions,
    private readonly width: number,
  ) {
    this.grid = new Grid(options.name);
    const year = options.titleYear === null ? '' : `${options.titleYear}年度`;
    this.grid.span({ top: 0, bottom: 0, left: 0, right: width - 1 }, `${figures.unit}${year}部门整体支出绩效评价基础数据表`);
    this.row = 1;
  }

  /** 「填报单位：…」 at the left, the money unit at the right. */
  head(money = true): void {
    this.grid.put(this.row, 0, `填报单位：${this.figures.unit}`);
    if (money) this.grid.put(this.row, this.width - 1, `单位：${this.options.money}`);
    this.row += 1;
  }

  texts(row: number, texts: readonly string[]): void {
    texts.forEach((text, col) => {
      if (text !== '') this.grid.put(row, col, text);
    });
  }

  value(row: number, col: number, item: Item, column: Column, suffix = ''): void {
    const text = shown(item, item.values[column], this.options.money);
    this.places.set(`${item.key}:${column}`, a1(row, col));
    if (this.options.typed === 'text' || suffix !== '') this.grid.put(row, col, text + suffix);
    else if (item.unit === '%') this.grid.put(row, col, item.values[column] / 10_000, '0.00%');
    else this.grid.put(row, col, Number(text), item.unit === '万元' ? '#,##0.00' : '0');
  }

  unitOf(item: Item): string {
    return item.unit === '万元' ? this.options.money : item.unit;
  }

  done(columns: readonly Column[]): DataSheet {
    return { grid: this.grid, places: this.places, columns };
  }
}

const ACTUAL: readonly Column[] = ['actual'];
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八'];

/** The first part of an item carries 「其中：」. */
function labelOf(group: Group, item: Item): string {
  const before = group.items[group.items.indexOf(item) - 1];
  return item.part === true && before?.part !== true ? `其中：${item.label}` : item.label;
}

/** 项目|金额: a section line for each group. */
const plainList: DataLayout = (figures, options) => {
  const sheet = new Sheet(figures, options, 3);
  sheet.head();
  sheet.texts(sheet.row++, ['项目', '金额', '备注']);
  figures.groups.forEach((group, index) => {
    sheet.texts(sheet.row++, [`${NUMERALS[index]!}、${group.title}`]);
    for (const item of group.items) {
      sheet.texts(sheet.row, [item.unit === '万元' ? labelOf(group, item) : `${labelOf(group, item)}（${item.unit}）`]);
      sheet.value(sheet.row++, 1, item, 'actual');
    }
  });
  return sheet.done(ACTUAL);
};

/** 序号|指标项目|计量单位|数值|备注. */
const unitColumn: DataLayout = (figures, options) => {
  const sheet = new Sheet(figures, options, 5);
  sheet.head(false);
  sheet.texts(sheet.row++, ['序号', '指标项目', '计量单位', '数值', '备注']);
  let number = 0;
  for (const group of figures.groups) {
    for (const item of group.items) {
      sheet.grid.put(sheet.row, 0, (number += 1));
      sheet.grid.put(sheet.row, 1, labelOf(group, item));
      sheet.grid.put(sheet.row, 2, sheet.unitOf(item));
      sheet.value(sheet.row, 3, item, 'actual');
      if (number % 6 === 0) sheet.grid.put(sheet.row, 4, '取自决算报表');
      sheet.row += 1;
    }
  }
  return sheet.done(ACTUAL);
};

/** 项目|上年决算数|本年预算数|本年决算数. */
const threeColumns: DataLayout = (figures, options) => {
  const sheet = new Sheet(figures, options, 4);
  sheet.head();
  sheet.texts(sheet.row++, ['项目', '上年决算数', '本年预算数', '本年决算数']);
  for (const group of figures.groups) {
    if (group.title.includes('人员') || group.title.includes('采购') || group.title.includes('资产')) {
      sheet.texts(sheet.row++, [group.title, '', '', '本年数']);
      for (const item of group.items) {
        sheet.texts(sheet.row, [item.unit === '万元' ? item.label : `${item.label}（${item.unit}）`]);
        sheet.value(sheet.row++, 3, item, 'actual');
      }
      continue;
    }
    for (const item of group.items) {
      if (item.key === 'threeBudget') continue;
      sheet.texts(sheet.row, [labelOf(group, item)]);
      (['last', 'budget', 'actual'] as const).forEach((column, at) => sheet.value(sheet.row, at + 1, item, column));
      sheet.row += 1;
    }
  }
  return sheet.done(['last', 'budget', 'actual']);
};

/** Two header rows: the years above, 预算 and 决算 below them; the groups in a merged first column. */
const twoHeaderRows: DataLayout = (figures, options) => {
  const sheet = new Sheet(figures, options, 5);
  sheet.head();
  const { row, grid } = sheet;
  grid.span({ top: row, bottom: row + 1, left: 0, right: 0 }, '类别');
  grid.span({ top: row, bottom: row + 1, left: 1, right: 1 }, '项目');
  grid.put(row, 2, `${figures.year - 1}年`);
  grid.span({ top: row, bottom: row, left: 3, right: 4 }, `${figures.year}年`);
  sheet.texts(row + 1, ['', '', '决算数', '预算数', '决算数']);
  sheet.row += 2;
  for (const group of figures.groups) {
    const top = sheet.row;
    for (const item of group.items) {
      if (item.key === 'threeBudget') continue;
      grid.put(sheet.row, 1, item.unit === '万元' ? labelOf(group, item) : `${item.label}（${item.unit}）`);
      if (group.title.includes('人员') || group.title.includes('采购') || group.title.includes('资产'))
        sheet.value(sheet.row, 4, item, 'actual');
      else (['last', 'budget', 'actual'] as const).forEach((column, at) => sheet.value(sheet.row, at + 2, item, column));
      sheet.row += 1;
    }
    grid.span({ top, bottom: sheet.row - 1, left: 0, right: 0 }, group.title);
  }
  return sheet.done(['last', 'budget', 'actual']);
};

/** Labels across, their figures below: a band for each group. */
const across: DataLayout = (figures, options) => {
  const sheet = new Sheet(figures, options, 8);
  sheet.head();
  for (const group of figures.groups) {
    sheet.grid.span({ top: sheet.row, bottom: sheet.row, left: 0, right: group.items.length - 1 }, group.title);
    sheet.row += 1;
    group.items.forEach((item, col) => {
      sheet.grid.put(sheet.row, col, item.unit === '万元' ? item.label : `${item.label}（${item.unit}）`);
      sheet.value(sheet.row + 1, col, item, 'actual');
    });
    sheet.row += 3;
  }
  return sheet.done(ACTUAL);
};

/** Label, figure, label, figure; no header at all. */
const pairs: DataLayout = (figures, options) => {
  const sheet = new Sheet(figures, options, 4);
  sheet.head();
  const items = figures.groups.flatMap((group) => group.items);
  items.forEach((item, index) => {
    const col = (index % 2) * 2;
    sheet.grid.put(sheet.row, col, item.unit === '万元' ? item.label : `${item.label}（${item.unit}）`);
    sheet.value(sheet.row, col + 1, item, 'actual');
    if (index % 2 === 1) sheet.row += 1;
  });
  return sheet.done(ACTUAL);
};

/** 类别|项目|单位|年初预算数|决算数|备注, the groups merged. */
const grouped: DataLayout = (figures, options) => {
  const sheet = new Sheet(figures, options, 6);
  sheet.head(false);
  sheet.texts(sheet.row++, ['类别', '项目', '单位', '年初预算数', '决算数', '备注']);
  for (const group of figures.groups) {
    const top = sheet.row;
    for (const item of group.items) {
      if (item.key === 'threeBudget') continue;
      sheet.texts(sheet.row, ['', item.label, sheet.unitOf(item)]);
      if (!group.title.includes('人员') && !group.title.includes('采购') && !group.title.includes('资产'))
        sheet.value(sheet.row, 3, item, 'budget');
      sheet.value(sheet.row, 4, item, 'actual');
      sheet.row += 1;
    }
    sheet.grid.span({ top, bottom: sheet.row - 1, left: 0, right: 0 }, group.title);
  }
  return sheet.done(['budget', 'actual']);
};

/** Label and figure in one cell, as in a Word form pasted in: 「基本支出：900.47万元」. */
const inline: DataLayout = (figures, options) => {
  const sheet = new Sheet(figures, options, 3);
  sheet.head(false);
  for (const group of figures.groups) {
    sheet.texts(sheet.row++, [group.title]);
    group.items.forEach((item, index) => {
      const text = shown(item, item.values.actual, options.money);
      sheet.grid.put(sheet.row, index % 3, `${item.label}：${text}${item.unit === '%' ? '' : sheet.unitOf(item)}`);
      sheet.places.set(`${item.key}:actual`, a1(sheet.row, index % 3));
      if (index % 3 === 2 || index === group.items.length - 1) sheet.row += 1;
    });
  }
  return sheet.done(ACTUAL);
};

export const DATA_LAYOUTS: readonly (readonly [name: string, layout: DataLayout])[] = [
  ['项目|金额', plainList],
  ['序号|指标项目|计量单位|数值|备注', unitColumn],
  ['项目|上年决算数|本年预算数|本年决算数', threeColumns],
  ['两行表头', twoHeaderRows],
  ['横排', across],
  ['成对', pairs],
  ['类别|项目|单位|年初预算数|决算数', grouped],
  ['一格一项', inline],
];

export function optionsFor(figures: Figures, seed: number): DataOptions {
  const r = new Random(seed * 131 + 3);
  return {
    money: r.pick(['万元', '万元', '元'] as const),
    typed: r.pick(['number', 'number', 'text'] as const),
    titleYear: r.chance(0.8) ? figures.year : null,
    name: r.pick(['基础数据表', '基础数据', '数据表', '附表2']),
  };
}
