/** The add-in as it is built, and workbooks for it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from '../../../src/hosts/file';
import { bookFrom, snapshotOf } from '../../hosts/excel/double/model';
import { World } from '../../hosts/excel/double/world';
import { ROOT } from '../support/browser';

/** The folder of the built add-in; JIHE_FOLDER names one that is there already. */
export async function builtExcel(): Promise<string> {
  execFileSync(process.execPath, [path.join(ROOT, 'scripts/excel.mjs'), '--build', '--if-stale'], { stdio: 'ignore' });
  return path.join(ROOT, 'dist/excel');
}

/** One of our samples, open in a simulated Excel. */
export const sample = (name: string): World => new World(bookFrom(readXlsx(readFileSync(path.join(ROOT, 'samples', name))), name));

/** Every cell of every sheet. */
export function contents(world: World): unknown {
  return snapshotOf(world.book).sheets.map((sheet) => Array.from({ length: sheet.rows }, (_, row) => [...sheet.cellsOfRow(row)]));
}
