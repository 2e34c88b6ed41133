import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { readWorkbook } from '../../../src/hosts/file';
import { a1 } from '../../../src/workbook/address';
import { Dec } from '../../../src/workbook/decimal';
import { evaluatorOf, parseFormula, type FormulaResult } from '../../../src/workbook/formulas';
import type { CellValue, WorkbookSnapshot } from '../../../src/workbook/types';

const CORPUS = '../shared/corpus';

interface Tally {
  agreed: number;
  unknown: number;
  readonly different: string[];
}

/** Results that other programs stored in real files, against ours. */
(existsSync(CORPUS) ? test : test.skip)('what we compute is what other programs stored', async () => {
  const tally: Tally = { agreed: 0, unknown: 0, different: [] };
  for (const name of readdirSync(CORPUS).filter((file) => /\.xls[xm]$/.test(file))) {
    const book = await opened(`${CORPUS}/${name}`);
    if (book !== null) compareBook(name, book, tally);
  }
  expect(tally.different).toEqual([]);
  expect(tally.agreed).toBeGreaterThan(50);
  console.info(`${tally.agreed} formulas agree, ${tally.unknown} are unknown to us`);
});

if (!existsSync(CORPUS)) console.info(`${CORPUS} is not there: the comparison with real files is skipped`);

async function opened(path: string): Promise<WorkbookSnapshot | null> {
  try {
    return await readWorkbook(readFileSync(path));
  } catch {
    // Encrypted and damaged files are the reader's own tests.
    return null;
  }
}

function compareBook(name: string, book: WorkbookSnapshot, tally: Tally): void {
  const evaluate = evaluatorOf(book);
  book.sheets.forEach((sheet, index) => {
    for (let row = 0; row < sheet.rows; row += 1) {
      for (const [col, { formula, value }] of sheet.cellsOfRow(row)) {
        if (formula === undefined || value === null) continue;
        const result = evaluate(parseFormula(formula), { sheet: index, row, col });
        if (result === 'unknown') tally.unknown += 1;
        else if (agree(result, value)) tally.agreed += 1;
        else tally.different.push(`${name} ${sheet.name}!${a1(row, col)} ${formula}: ${JSON.stringify([result, value])}`);
      }
    }
  });
}

function agree(result: Exclude<FormulaResult, 'unknown'>, stored: CellValue): boolean {
  if ('error' in result) return typeof stored === 'object' && stored?.error === result.error;
  if (!(result.value instanceof Dec)) return result.value === stored;
  if (typeof stored !== 'number') return false;
  return result.value
    .minus(stored)
    .abs()
    .lessThanOrEqualTo(Math.max(1, Math.abs(stored)) * 1e-9);
}
