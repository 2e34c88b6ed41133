const LINE = { style: 'thin', color: { argb: 'FF808080' } };
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE };
const BODY = { name: '宋体', size: 10 };
const HEADER_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDCE6F1' } };
const LINE_HEIGHT = 14;

export const MONEY = '#,##0.00';
export const SCORE = '0.00';

/** A4 across, all columns on one page, `titleRow` repeated on every page. */
export function page(sheet, titleRow) {
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(titleRow === undefined ? {} : { printTitlesRow: `${titleRow}:${titleRow}` }),
  };
  sheet.headerFooter.oddFooter = '第 &P 页 共 &N 页';
}

export function widths(sheet, list) {
  list.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
}

export function title(sheet, range, text) {
  const cell = merged(sheet, range, text);
  cell.font = { name: '黑体', size: 16 };
  cell.alignment = { horizontal: 'center', vertical: 'middle' };
  sheet.getRow(cell.row).height = 30;
}

/** A cell over a range; one cell is not merged. */
export function merged(sheet, range, value) {
  if (range.includes(':')) sheet.mergeCells(range);
  const cell = sheet.getCell(range.split(':')[0]);
  cell.value = value;
  return cell;
}

/** A line of plain text above or below a table. */
export function line(sheet, range, text, horizontal = 'left') {
  const cell = merged(sheet, range, text);
  cell.font = BODY;
  cell.alignment = { horizontal, vertical: 'middle', wrapText: true };
  return cell;
}

export function header(sheet, range, text) {
  return box(sheet, range, text, { bold: true, fill: true });
}

/** A bordered cell of a table. */
export function box(sheet, range, value, { bold = false, fill = false, left = false, format } = {}) {
  const cell = merged(sheet, range, value);
  eachCell(sheet, range, (one) => (one.border = BORDER));
  cell.font = { ...BODY, bold };
  cell.alignment = { horizontal: left ? 'left' : 'center', vertical: 'middle', wrapText: true };
  if (fill) cell.fill = HEADER_FILL;
  if (format !== undefined) cell.numFmt = format;
  return cell;
}

function eachCell(sheet, range, change) {
  const [from, to = from] = range.split(':').map((address) => sheet.getCell(address));
  for (let row = from.row; row <= to.row; row += 1) {
    for (let col = from.col; col <= to.col; col += 1) change(sheet.getRow(row).getCell(col));
  }
}

/** Row height for texts of the given column widths; a Chinese character is two wide. */
export function fitRow(sheet, row, texts) {
  const lines = texts.map(([text, width]) =>
    String(text ?? '')
      .split('\n')
      .reduce((sum, part) => sum + Math.max(1, Math.ceil(displayWidth(part) / (width - 1.5))), 0),
  );
  sheet.getRow(row).height = Math.max(20, Math.max(...lines) * LINE_HEIGHT + 6);
}

function displayWidth(text) {
  return [...text].reduce((sum, char) => sum + (char.codePointAt(0) > 0xff ? 2.1 : 1.1), 0);
}
