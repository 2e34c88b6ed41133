import { FAMILIES } from './whole-rows.mjs';
import { MONEY, SCORE, box, fitRow, header, line, merged, page, title, widths } from './style.mjs';

const UNIT = '湛江市政务服务和数据管理局';
const COLUMNS = ['序号', '一级指标', '二级指标', '三级指标', '分值', '评分标准', '自评得分', '自评说明', '佐证材料'];
const WIDTHS = [6, 12, 14, 20, 8, 46, 9, 36, 18];
const HEADER_ROW = 4;

/** 评分表, 基础数据表 and 说明 of one department. */
export function wholeDepartment(book) {
  scoreSheet(book.addWorksheet('评分表', { views: [{ state: 'frozen', ySplit: HEADER_ROW }] }));
  dataSheet(book.addWorksheet('基础数据表'));
  aboutSheet(book.addWorksheet('说明'));
}

function scoreSheet(sheet) {
  widths(sheet, WIDTHS);
  page(sheet, HEADER_ROW);
  line(sheet, 'A1:I1', '附件2');
  title(sheet, 'A2:I2', '2024年度整体绩效自评指标评分表');
  line(sheet, 'A3:E3', `单位名称：${UNIT}`);
  line(sheet, 'F3:I3', '金额单位：元', 'right');
  COLUMNS.forEach((text, index) => header(sheet, `${'ABCDEFGHI'[index]}${HEADER_ROW}`, text));
  sheet.getRow(HEADER_ROW).height = 26;
  const last = families(sheet, HEADER_ROW + 1);
  totals(sheet, last);
  footnotes(sheet, last + 2);
}

function families(sheet, first) {
  let row = first;
  for (const [family, groups] of FAMILIES) {
    const familyFrom = row;
    for (const [group, leaves] of groups) {
      const groupFrom = row;
      for (const leaf of leaves) {
        leafRow(sheet, row, row - first + 1, leaf);
        row += 1;
      }
      box(sheet, span('C', groupFrom, row - 1), group);
    }
    box(sheet, span('B', familyFrom, row - 1), family);
  }
  return row - 1;
}

function span(column, from, to) {
  return from === to ? `${column}${from}` : `${column}${from}:${column}${to}`;
}

function leafRow(sheet, row, number, [name, full, criterion, score, explanation, evidence]) {
  box(sheet, `A${row}`, number);
  box(sheet, `D${row}`, name, { left: true });
  box(sheet, `E${row}`, full);
  box(sheet, `F${row}`, criterion, { left: true });
  box(sheet, `G${row}`, score, { format: SCORE });
  box(sheet, `H${row}`, explanation, { left: true });
  box(sheet, `I${row}`, evidence, { left: true });
  fitRow(sheet, row, [[name, WIDTHS[3]], [criterion, WIDTHS[5]], [explanation, WIDTHS[7]], [evidence, WIDTHS[8]]]);
}

function totals(sheet, last) {
  const row = last + 1;
  const sum = (column) => `SUM(${column}${HEADER_ROW + 1}:${column}${last})`;
  const leaves = FAMILIES.flatMap(([, groups]) => groups.flatMap(([, rows]) => rows));
  const full = leaves.reduce((all, leaf) => all + leaf[1], 0);
  const score = leaves.reduce((all, leaf) => all + leaf[3], 0);
  if (full !== 100 || score !== 97.5) throw new Error(`full ${full}, score ${score}`);
  box(sheet, `A${row}:D${row}`, '总分', { bold: true });
  box(sheet, `E${row}`, { formula: sum('E'), result: full }, { bold: true });
  box(sheet, `F${row}`, null);
  box(sheet, `G${row}`, { formula: sum('G'), result: score }, { bold: true, format: SCORE });
  box(sheet, `H${row}`, null);
  box(sheet, `I${row}`, null);
  sheet.getRow(row).height = 24;
}

function footnotes(sheet, row) {
  const notes = [
    '注：1.本表为演示样例。分值中只有“预算编制约束性”4分取自公开的自评报告，其余分值和全部评分标准文字由本项目重构，不是官方分值，见“说明”表。',
    '2.分值合计100分；自评得分不得超过该项分值。',
  ];
  notes.forEach((text, index) => {
    line(sheet, `A${row + index}:I${row + index}`, text);
    fitRow(sheet, row + index, [[text, 169]]);
  });
  line(sheet, `A${row + 2}:I${row + 2}`, '填报日期：2025年5月14日', 'right');
}

/** [label, amount or rate, format, source]; a lone label opens a group. */
const DATA = [
  ['一、收入和支出'],
  ['本年收入合计', 54941612.82, MONEY, '自评报告'],
  ['本年支出合计', { formula: 'C8+C9', result: 54941612.82 }, MONEY, '基本支出＋项目支出'],
  ['其中：基本支出', 22919373.49, MONEY, '自评报告'],
  ['项目支出', 32022239.33, MONEY, '自评报告'],
  ['支出完成率', { formula: 'C7/C6', result: 1 }, '0.00%', '本年支出÷本年收入'],
  ['二、日常公用经费'],
  ['日常公用经费调整预算数', 715006, MONEY, '自评报告'],
  ['日常公用经费决算数', 528671.81, MONEY, '自评报告'],
  ['三、“三公”经费'],
  ['预算安排的“三公”经费数', 211500, MONEY, '自评报告'],
  ['“三公”经费实际支出数', 70818.37, MONEY, '自评报告'],
  ['四、其他'],
  ['预算调剂率', 0, '0.00%', '自评报告'],
  ['年中追加率', 0, '0.00%', '自评报告'],
  ['固定资产利用率', 1, '0.00%', '自评报告'],
];

function dataSheet(sheet) {
  widths(sheet, [8, 36, 22, 28]);
  page(sheet, 4);
  title(sheet, 'A1:D1', '2024年度基础数据表');
  line(sheet, 'A2:B2', `单位名称：${UNIT}`);
  line(sheet, 'C2:D2', '金额单位：元', 'right');
  line(sheet, 'A3:D3', '本表版式由本项目自拟，金额取自公开的自评报告。');
  ['序号', '项目', '2024年度', '数据来源'].forEach((text, index) => header(sheet, `${'ABCD'[index]}4`, text));
  let number = 0;
  DATA.forEach(([label, value, format, source], index) => {
    const row = index + 5;
    sheet.getRow(row).height = 20;
    if (value === undefined) {
      box(sheet, `A${row}:D${row}`, label, { bold: true, left: true });
      return;
    }
    number += 1;
    box(sheet, `A${row}`, number);
    box(sheet, `B${row}`, label, { left: true });
    box(sheet, `C${row}`, value, { format }).alignment = { horizontal: 'right', vertical: 'middle' };
    box(sheet, `D${row}`, source, { left: true });
  });
}

const ABOUT = [
  '一、来源：金额、比率和履职事实取自湛江市政务服务和数据管理局公开的2024年度整体绩效自评报告，文字为本项目改写。',
  '二、取自报告的分值只有一项：“预算编制约束性”4分及其计算公式中的系数60%、40%。公式中两个比率的名称和先后为本项目推定。',
  '三、其余各项分值、指标的拆分和全部评分标准文字由本项目重构（reconstructed），不是财政部门公布的分值，只供演示和测试，不能据此认定任何单位的自评结果。',
  '四、报告总分为97.5分，没有写明扣在哪里。本表假定：“产业数字化转型成效”扣1分，“企业和群众满意度”扣1.5分，两行的自评说明留空。这是本项目的假定，不是报告内容。',
  '五、单位无食堂，“食堂食材采购份额预留”按不适用填写，得分取满分，也是本项目的假定。',
  '六、基础数据表的版式由本项目自拟；报告未提供年初预算数，因此表中没有。',
  '七、“佐证材料”一列只写材料名称，材料本身不在样例中。',
];

function aboutSheet(sheet) {
  widths(sheet, [110]);
  page(sheet);
  title(sheet, 'A1', '样例说明');
  ABOUT.forEach((text, index) => {
    const cell = merged(sheet, `A${index + 2}`, text);
    cell.font = { name: '宋体', size: 11 };
    cell.alignment = { wrapText: true, vertical: 'top' };
    fitRow(sheet, index + 2, [[text, 98]]);
  });
}
