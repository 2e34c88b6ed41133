import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { readXlsx } from '../../../../src/hosts/file';
import { columnOf, readLooks, type BorderLook, type CellLook } from '../../../../src/hosts/file/looks';
import { UnreadableError } from '../../../../src/workbook/unreadable';
import { corpusFiles } from '../../../support/shared-folder';

const SAMPLES = path.resolve(__dirname, '../../../../samples');
const corpus = corpusFiles();

function read(file: string): Uint8Array {
  return new Uint8Array(readFileSync(file));
}

const samples = readdirSync(SAMPLES).filter((name) => name.endsWith('.xlsx'));

describe.each(samples)('%s', (name) => {
  const bytes = read(path.join(SAMPLES, name));

  it('looks as another reader says', async () => {
    const looks = readLooks(bytes);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const differences: string[] = [];
    book.worksheets.forEach((sheet, index) => {
      const ours = looks.sheets[index]!;
      expect(ours.name).toBe(sheet.name);
      for (let row = 0; row < sheet.rowCount; row += 1) {
        for (let col = 0; col < sheet.columnCount; col += 1) {
          const theirs = sheet.getCell(row + 1, col + 1);
          if (theirs.isMerged && theirs.master !== theirs) continue;
          const mine = plainLook(looks.styles[ours.styleAt(row, col)]!);
          const wanted = look(theirs);
          if (JSON.stringify(mine) !== JSON.stringify(wanted))
            differences.push(`${sheet.name} ${theirs.address}: ${JSON.stringify(mine)} ≠ ${JSON.stringify(wanted)}`);
        }
      }
      sheet.columns?.forEach((column, col) => {
        if (column.width !== undefined && columnOf(ours.columns, col) !== undefined)
          expect(columnOf(ours.columns, col)!.width).toBeCloseTo(column.width, 6);
      });
      const views = (sheet.views ?? []) as readonly { state?: string; xSplit?: number; ySplit?: number }[];
      const frozen = views.find((view) => view.state === 'frozen');
      expect(ours.frozen).toEqual({ rows: frozen?.ySplit ?? 0, cols: frozen?.xSplit ?? 0 });
    });
    expect(differences.slice(0, 5)).toEqual([]);
  });
});

function plainLook(look: CellLook): unknown {
  const { font, border } = look;
  return {
    format: look.format,
    font: [font.name, font.size, font.bold, font.italic, font.color],
    fill: look.fill,
    border: sides((side) => border[side]?.style),
    horizontal: look.horizontal === 'general' ? undefined : look.horizontal,
    vertical: look.vertical === 'bottom' ? undefined : look.vertical,
    wrap: look.wrap,
    indent: look.indent,
  };
}

function look(cell: ExcelJS.Cell): unknown {
  const { font, fill, border, alignment } = cell;
  const color = fill?.type === 'pattern' && fill.pattern === 'solid' ? fill.fgColor?.argb : undefined;
  return {
    format: cell.numFmt ?? 'General',
    font: [font?.name ?? '宋体', font?.size ?? 11, font?.bold ?? false, font?.italic ?? false, rgb(font?.color?.argb)],
    fill: rgb(color),
    border: sides((side) => border?.[side]?.style),
    horizontal: alignment?.horizontal,
    vertical: alignment?.vertical === 'middle' ? 'center' : alignment?.vertical,
    wrap: alignment?.wrapText ?? false,
    indent: alignment?.indent ?? 0,
  };
}

function rgb(argb: string | undefined): string | null {
  return argb === undefined ? null : `#${argb.slice(2).toLowerCase()}`;
}

function sides<T>(of: (side: 'top' | 'right' | 'bottom' | 'left') => T): T[] {
  return (['top', 'right', 'bottom', 'left'] as const satisfies readonly (keyof BorderLook)[]).map(of);
}

(corpus === null ? describe.skip : describe)('real workbooks of others', () => {
  const files = [...(corpus ?? new Map<string, Uint8Array>()).keys()].filter((name) => name.endsWith('.xlsx'));

  it.each(files)('%s: as many sheets as the reader finds, every style known, refused where reading is', (name) => {
    const bytes = corpus!.get(name)!;
    let book;
    try {
      book = readXlsx(bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableError);
      expect(() => readLooks(bytes)).toThrow(UnreadableError);
      return;
    }
    const looks = readLooks(bytes);
    expect(looks.sheets.map((sheet) => sheet.name)).toEqual(book.sheets.map((sheet) => sheet.name));
    book.sheets.forEach((sheet, index) => {
      const ours = looks.sheets[index]!;
      expect(ours.extent.rows).toBeGreaterThanOrEqual(sheet.rows);
      expect(ours.extent.cols).toBeGreaterThanOrEqual(sheet.cols);
      for (let row = 0; row < Math.min(sheet.rows, 200); row += 1) {
        for (const [col, cell] of sheet.cellsOfRow(row))
          expect(looks.styles[ours.styleAt(row, col)]?.format ?? 'General').toBe(cell.format);
      }
    });
  });
});
