import { Workbook, type CellValue } from 'exceljs';
import { contractBook } from './contract';

/** The workbook of the contract as bytes, written by another program's library. */
export async function contractBytes(): Promise<Uint8Array> {
  const written = new Workbook();
  for (const sheet of contractBook().sheets) {
    const target = written.addWorksheet(sheet.name);
    for (let row = 0; row < sheet.rows; row += 1) {
      for (const [col, cell] of sheet.cellsOfRow(row)) {
        const own = target.getCell(row + 1, col + 1);
        own.value = (cell.formula === undefined ? cell.value : { formula: cell.formula, result: cell.value }) as CellValue;
        if (cell.format !== 'General') own.numFmt = cell.format;
      }
    }
  }
  return new Uint8Array(await written.xlsx.writeBuffer());
}
