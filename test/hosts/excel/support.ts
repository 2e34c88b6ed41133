/** An Excel with a workbook open, and what a test wants to know of it. */
import { ExcelHost } from '../../../src/hosts/excel';
import { contentOf } from '../../../src/workbook/contents';
import { parseA1 } from '../../../src/workbook/address';
import type { WorkbookSnapshot } from '../../../src/workbook/types';
import type { CellEdit, Content } from '../../../src/workbook/write-plan';
import { bookFrom } from './double/model';
import { openOffice, type SimulatedOffice } from './double/office';
import { World, type Quirks } from './double/world';

export interface OpenExcel extends SimulatedOffice {
  readonly host: ExcelHost;
  readonly world: World;
}

/** Runs `work` in an Excel that holds this workbook; afterwards nothing may be held of it. */
export async function inExcel<T>(
  book: WorkbookSnapshot | World,
  work: (excel: OpenExcel) => Promise<T>,
  quirks: Partial<Quirks> = {},
): Promise<T> {
  const world = book instanceof World ? book : new World(bookFrom(book), quirks);
  const simulated = openOffice(world);
  const host = new ExcelHost(simulated.office);
  try {
    const result = await work({ ...simulated, host, world });
    await host.close();
    await pause(5);
    expect(simulated.bridge.held).toBe(0);
    return result;
  } finally {
    simulated.close();
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One edit, its precondition taken from the workbook as read. */
export function edit(book: WorkbookSnapshot, a1: string, after: Content, sheet = 0, format?: string): CellEdit {
  const at = { sheet, ...parseA1(a1)! };
  return { at, before: contentOf(book, at), after, reason: '试', ...(format === undefined ? {} : { format }) };
}
