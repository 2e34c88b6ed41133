/** A data sheet beside the form, in eight layouts: figures that fit the form, counts among money, none of them for scoring. */
import { a1 } from '../../../src/workbook';
import type { SheetSnapshot } from '../../../src/workbook/types';
import { sheetOf, type TestCell } from '../../support/sheets';
import { Random } from '../random';
import { round2 } from './rows';
import type { Table } from './table';

type Item = readonly [string, string, number, number];

function itemsOf(table: Table): readonly Item[] {
  const r = new Random(table.seed * 31 + 7);
  const control = table.rows.find((one) => one.name === '在职人员控制率');
  const basic = r.int(200, 900);
  const project = r.int(50, 400);
  const total = basic + project;
  const rise = (value: number): number => round2(value * 0.97);
  return [
    ['编制人数', '人', 100, 100],
    // The form may state the rate of the two.
    ['年末在职人数', '人', control?.figures?.actual ?? r.int(80, 100), 98],
    ['本年收入合计', '万元', total, rise(total)],
    ['本年支出合计', '万元', total, round2(rise(basic) + rise(project))],
    ['其中：基本支出', '万元', basic, rise(basic)],
    ['项目支出', '万元', project, rise(project)],
    ['“三公”经费支出', '万元', r.int(5, 20), 21],
    ['合同总数', '份', r.int(8, 40), 30],
    ['公务接待批次', '批次', r.int(5, 30), 32],
  ];
}

/** In order: 项目|单位|本年|上年 · 项目|金额（万元） with units in labels · 序号 first · two blocks beside each other · transposed · title year and 备注 · labels with colons in one cell · in 元. */
export function dataSheet(table: Table): SheetSnapshot {
  const items = itemsOf(table);
  const title = `${table.year}年度部门基础数据表`;
  const unit = `填报单位：${table.unit}`;
  const wan = (unitOf: string): boolean => unitOf === '万元';
  const lines: readonly (readonly TestCell[])[][] = [
    [[title], [unit], ['项目', '计量单位', `${table.year}年`, `${table.year - 1}年`], ...items],
    [
      [title],
      [unit, '单位：万元'],
      ['项目', '数值'],
      ...items.map(([name, of, value]): TestCell[] => [wan(of) ? name : `${name}（${of}）`, value]),
    ],
    [
      [title],
      [unit],
      ['序号', '指标项目', '计量单位', '数值', '备注'],
      ...items.map(([name, of, value], n): TestCell[] => [n + 1, name, of, value, n === 0 ? '三定方案' : null]),
    ],
    [
      [title],
      [unit],
      ['项目', '单位', '数值', '项目', '单位', '数值'],
      ...[0, 1, 2, 3].map((n): TestCell[] => [...items[n]!.slice(0, 3), ...items[n + 4]!.slice(0, 3)]),
    ],
    [
      [title],
      [unit],
      ['年度', ...items.map(([name, of]) => `${name}（${of}）`)],
      [`${table.year}年`, ...items.map(([, , value]) => value)],
    ],
    [
      [`${table.unit}基础数据采集表（${table.year}年）`],
      ['数据项', '数据', '单位', '填报说明'],
      ...items.map(([name, of, value]): TestCell[] => [name, value, of, '据决算']),
    ],
    [[title], [unit], ['指标', '单位', '上年数', '本年数'], ...items.map(([name, of, value, last]): TestCell[] => [name, of, last, value])],
    [
      [title],
      [unit, null, '单位：元'],
      ['项目', '金额'],
      ...items.filter(([, of]) => wan(of)).map(([name, , value]): TestCell[] => [name, Math.round(value * 10000)]),
    ],
  ];
  const chosen = lines[table.layout.data!]!;
  return sheetOf('基础数据表', chosen, { merges: [`A1:${a1(0, 2)}`] });
}
