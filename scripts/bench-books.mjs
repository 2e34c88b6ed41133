/** Workbooks for the bench, made in memory with exceljs: nobody's data, the shape of real score sheets. */
import exceljs from 'exceljs';

const HEADERS = ['一级指标', '二级指标', '三级指标', '指标说明', '评分标准', '年度指标值', '实际完成值', '分值', '自评得分', '得分率', '偏差原因分析', '佐证材料'];
const RULES = ['完成率100%得满分，每低1个百分点扣0.5分，扣完为止', '按时完成得满分，每延误一天扣1分', '满意度≥95%得满分，每低1%扣0.2分', '发现一例扣2分，扣完为止'];

/** One sheet of `rows` × 12 with merged groups, styles and, in two columns, formulas with stored values. */
function fillSheet(sheet, rows, seed) {
  sheet.mergeCells(1, 1, 1, 12);
  sheet.getCell(1, 1).value = `项目支出绩效自评表（${seed}）`;
  sheet.getCell(1, 1).font = { name: '方正小标宋简体', size: 18 };
  sheet.getRow(2).values = HEADERS;
  for (let row = 3; row <= rows; row += 1) {
    const weight = 1 + ((row + seed) % 4);
    const share = 0.8 + ((row * 7 + seed) % 20) / 100;
    const cells = sheet.getRow(row);
    cells.values = [
      '产出指标', ['数量指标', '质量指标', '时效指标', '成本指标'][row % 4], `第${row}项任务完成情况`, `反映第${row}项任务的完成情况`, RULES[row % RULES.length],
      '≥95%', `${(share * 100).toFixed(1)}%`, weight,
      { formula: `ROUND(H${row}*J${row},2)`, result: Math.round(weight * share * 100) / 100 },
      { formula: `MIN(1,${share})`, result: share },
      row % 5 === 0 ? '受外部条件影响，进度稍有滞后，已制定整改措施' : null, row % 3 === 0 ? `附件${row}` : null,
    ];
    cells.getCell(9).numFmt = '0.00';
    cells.getCell(10).numFmt = '0.00%';
    for (let col = 1; col <= 12; col += 1) {
      cells.getCell(col).border = { top: { style: 'thin' }, left: { style: 'thin' }, bottom: { style: 'thin' }, right: { style: 'thin' } };
      cells.getCell(col).alignment = { wrapText: true, vertical: 'middle' };
    }
  }
  for (let row = 3; row + 3 <= rows; row += 4) sheet.mergeCells(row, 1, row + 3, 1);
}

/** The bytes of a workbook of `sheets` sheets. */
export async function makeBook(sheets, rows, seed = 0) {
  const book = new exceljs.Workbook();
  for (let n = 1; n <= sheets; n += 1) fillSheet(book.addWorksheet(`评分表${n}`), rows, seed + n);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
