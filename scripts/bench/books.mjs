/** Workbooks for the bench, made in memory with exceljs: nobody's data, the shape of real score sheets. */
import exceljs from 'exceljs';

const HEADERS = [
  '一级指标',
  '二级指标',
  '三级指标',
  '指标说明',
  '评分标准',
  '年度指标值',
  '实际完成值',
  '分值',
  '自评得分',
  '得分率',
  '偏差原因分析',
  '佐证材料',
];
const RULES = [
  '完成率100%得满分，每低1个百分点扣0.5分，扣完为止',
  '按时完成得满分，每延误一天扣1分',
  '满意度≥95%得满分，每低1%扣0.2分',
  '发现一例扣2分，扣完为止',
];

/** Whole points, in very long sheets hundredths; all together 100. */
function weightOf(n, leaves) {
  const units = leaves <= 100 ? 100 : 10_000;
  return ((Math.floor(units / leaves) + (n < units % leaves ? 1 : 0)) * 100) / units;
}

/** One sheet of `rows` × 12 with merged groups, styles and, in two columns, formulas with stored values. */
function fillSheet(sheet, rows, seed) {
  sheet.mergeCells(1, 1, 1, 12);
  sheet.getCell(1, 1).value = `项目支出绩效自评表（${seed}）`;
  sheet.getCell(1, 1).font = { name: '方正小标宋简体', size: 18 };
  sheet.getRow(2).values = HEADERS;
  const last = rows - 1;
  const leaves = last - 2;
  let total = 0;
  for (let row = 3; row <= last; row += 1) {
    // Points add up to 100; one row in eight lost some and says why, one of them forgot to.
    const weight = weightOf(row - 3, leaves);
    const share = (row + seed) % 8 === 0 ? (800 + ((row * 7 + seed) % 150)) / 1000 : 1;
    const score = Math.round(weight * share * 100) / 100;
    total += score;
    const cells = sheet.getRow(row);
    cells.values = [
      '产出指标',
      ['数量指标', '质量指标', '时效指标', '成本指标'][row % 4],
      `第${row}项任务完成情况`,
      `反映第${row}项任务的完成情况`,
      RULES[row % RULES.length],
      '100%',
      `${(share * 100).toFixed(1)}%`,
      weight,
      { formula: `ROUND(H${row}*J${row},2)`, result: score },
      { formula: `MIN(1,${share})`, result: share },
      share < 1 && row > 12 ? `受外部条件影响，第${row}项进度滞后，扣${(weight - score).toFixed(2)}分，已约定整改时限` : null,
      `附件${row}`,
    ];
    dress(cells);
  }
  const totals = sheet.getRow(rows);
  totals.values = [
    '总分',
    null,
    null,
    null,
    null,
    null,
    null,
    { formula: `SUM(H3:H${last})`, result: 100 },
    { formula: `SUM(I3:I${last})`, result: Math.round(total * 100) / 100 },
  ];
  dress(totals);
  for (let row = 3; row + 3 <= last; row += 4) sheet.mergeCells(row, 1, row + 3, 1);
}

function dress(cells) {
  cells.getCell(9).numFmt = '0.00';
  cells.getCell(10).numFmt = '0.00%';
  for (let col = 1; col <= 12; col += 1) {
    cells.getCell(col).border = { top: { style: 'thin' }, left: { style: 'thin' }, bottom: { style: 'thin' }, right: { style: 'thin' } };
    cells.getCell(col).alignment = { wrapText: true, vertical: 'middle' };
  }
}

/** The bytes of a workbook of `sheets` sheets. */
export async function makeBook(sheets, rows, seed = 0) {
  const book = new exceljs.Workbook();
  for (let n = 1; n <= sheets; n += 1) fillSheet(book.addWorksheet(`评分表${n}`), rows, seed + n);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
