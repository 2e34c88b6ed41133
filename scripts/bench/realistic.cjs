/**
 * A folder as a finance bureau receives it: forms of five kinds with units, layouts, figures and data sheets of their own, drawn by the
 * generator of the conformance tests; in forms with 评分标准 a third of the rows have a wording that was published somewhere, and every
 * criterion text says something no other says. Dressed as offices dress them, written by exceljs.
 */
const path = require('node:path');
const exceljs = require('exceljs');
const load = require('./typescript.cjs');

const DRAWN = path.resolve(__dirname, '../../test/conformance/drawn');
const BORDER = { top: { style: 'thin' }, left: { style: 'thin' }, bottom: { style: 'thin' }, right: { style: 'thin' } };
/** Rows that get a published wording. */
const WORDED = 3;

const MOST_ROWS = 40;
const NAMES = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒'];

/** Four characters for a number, so that no two texts are the same; a figure would be read as a part of the rule. */
const nameOf = (number) => [1, 30, 900, 27_000].map((place) => NAMES[Math.floor(number / place) % NAMES.length]).join('');

let parts;
function generator() {
  parts ??= {
    ...load(path.join(DRAWN, 'table.ts')),
    ...load(path.join(DRAWN, 'lay.ts')),
    ...load(path.join(DRAWN, 'wording-rows.ts')),
    ...load(path.join(DRAWN, '../random.ts')),
  };
  return parts;
}

/** The n-th form; the same n gives the same. */
function drawn(n) {
  const { drawTable, toldWording, WORDINGS, Random } = generator();
  const table = drawTable(n);
  if (table.form !== 'criteria' && table.form !== 'review') return table;
  const r = new Random(n * 131 + 5);
  const rows = table.rows.map((row, at) => {
    const told = at % WORDED === 0 ? toldWording((n * 7 + at) % WORDINGS, r, row.name) : null;
    const criterion = told === null ? row.criterion : told.text;
    return { ...row, criterion: criterion.replace(/[。；]?$/, `（依据${nameOf(n * MOST_ROWS + at)}方案）。`) };
  });
  return { ...table, rows };
}

/** The n-th workbook, as the core sees it. */
const realisticBook = (n) => generator().lay(drawn(n)).book;

function valueOf(cell) {
  if (typeof cell.value === 'object' && cell.value !== null) return { error: cell.value.error };
  if (cell.formula === null || cell.formula === undefined) return cell.value;
  return { formula: cell.formula, ...(cell.value === null ? {} : { result: cell.value }) };
}

function fill(target, sheet) {
  for (let row = 0; row < sheet.rows; row += 1) {
    for (let col = 0; col < sheet.cols; col += 1) {
      const cell = sheet.at(row, col);
      const own = target.getCell(row + 1, col + 1);
      if (cell !== undefined) {
        own.value = valueOf(cell);
        if (cell.format !== 'General') own.numFmt = cell.format;
      }
      own.border = BORDER;
      own.alignment = { wrapText: true, vertical: 'middle', horizontal: typeof cell?.value === 'number' ? 'right' : 'center' };
      own.font = { name: row === 0 ? '方正小标宋简体' : '仿宋_GB2312', size: row === 0 ? 18 : 10 };
    }
  }
  for (const { top, left, bottom, right } of sheet.merges) target.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
}

/** Its bytes. */
async function realisticFile(n) {
  const out = new exceljs.Workbook();
  for (const sheet of realisticBook(n).sheets) fill(out.addWorksheet(sheet.name), sheet);
  return new Uint8Array(await out.xlsx.writeBuffer());
}

module.exports = { realisticBook, realisticFile };
