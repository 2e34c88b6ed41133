import { readdirSync } from 'node:fs';
import path from 'node:path';
import { complaints, complaintsOnDisk, ROOT, tables } from './lint';

const IMPORT = 'no-restricted-imports';
const GLOBAL = 'no-restricted-globals';
const PROPERTY = 'no-restricted-properties';

describe('rooms of src/', () => {
  it('lets a check import the rooms below it and its own', () => {
    const legal = [
      "import type { ScoreTable } from '../score-table/types';",
      "import { Dec } from '../workbook/decimal';",
      "import { accused } from './support/accused';",
      'export const used = [Dec, accused];',
      'export type S = ScoreTable;',
    ];
    expect(complaints('src/checks/x.ts', legal)).toEqual([]);
  });

  it('refuses arrows that point the wrong way, at any depth and in any form', () => {
    expect(
      complaints('src/checks/support/x.ts', [
        "import { run } from '../../cli/run';",
        "import { readXlsx } from '../../hosts/file/read-xlsx';",
        "export { assess } from '../../assessment/assess';",
        "import type { Assessment } from '../../assessment/types';",
        'export type A = Assessment;',
        'export const used = [run, readXlsx];',
      ]),
    ).toEqual([`1 ${IMPORT}`, `2 ${IMPORT}`, `3 ${IMPORT}`, `4 ${IMPORT}`]);
    expect(complaints('src/recognition/x.ts', ["import { CHECKS } from '../checks';", 'export const all = CHECKS;'])).toEqual([
      `1 ${IMPORT}`,
    ]);
    expect(complaints('src/workbook/x.ts', ["import { recognise } from '../recognition';", 'export const r = recognise;'])).toEqual([
      `1 ${IMPORT}`,
    ]);
  });

  it('keeps Node, clocks, chance, locales and the DOM out of the core', () => {
    expect(
      complaints('src/assessment/x.ts', [
        "import { readFileSync } from 'node:fs';",
        "import path from 'path';",
        "import { unzipSync } from 'fflate';",
        'export const used = [readFileSync, path, unzipSync];',
        'export const now = (): number => Date.now();',
        'export const luck = (): number => Math.random();',
        'export const order = (a: string, b: string): number => a.localeCompare(b);',
        'export const shown = (n: number): string => n.toLocaleString();',
        "export const locale = (): unknown => new Intl.NumberFormat('zh');",
        'export const page = (): unknown => document;',
        'export const env = (): unknown => process.env;',
        "export const later = (): Promise<unknown> => import('./totals');",
      ]),
    ).toEqual([
      `1 ${IMPORT}`,
      `2 ${IMPORT}`,
      `3 ${IMPORT}`,
      `5 ${GLOBAL}`,
      `6 ${PROPERTY}`,
      `7 ${PROPERTY}`,
      `8 ${PROPERTY}`,
      `9 ${GLOBAL}`,
      `10 ${GLOBAL}`,
      `11 ${GLOBAL}`,
      '12 no-restricted-syntax',
    ]);
  });

  it('lets hosts see the workbook only, and not one another', () => {
    expect(
      complaints('src/hosts/wps/x.ts', [
        "import type { WorkbookSnapshot } from '../../workbook/types';",
        "import { readXlsx } from '../file/read-xlsx';",
        "import { assess } from '../../assessment/assess';",
        "import { readFile } from 'node:fs/promises';",
        "import { read } from '@e965/xlsx';",
        'export type B = WorkbookSnapshot;',
        'export const used = [readXlsx, assess, readFile, read];',
      ]),
    ).toEqual([`2 ${IMPORT}`, `3 ${IMPORT}`, `4 ${IMPORT}`, `5 ${IMPORT}`]);
    expect(
      complaints('src/hosts/workbench/x.ts', ["import { readXlsx } from '../file/read-xlsx';", 'export const used = readXlsx;']),
    ).toEqual([]);
  });

  it('lets a room see the port where that is all it may know of hosts', () => {
    const lines = [
      "import type { Host } from '../hosts/port';",
      "import { readXlsx } from '../hosts/file';",
      'export type H = Host;',
      'export const used = [readXlsx, document];',
      'export const later = (then: () => void): unknown => setTimeout(then, 1);',
    ];
    expect(complaints('src/open-workbook/x.ts', lines)).toEqual([`2 ${IMPORT}`, `4 ${GLOBAL}`]);
    expect(complaints('src/taskpane/x.ts', lines.slice(0, 4))).toEqual([`1 ${IMPORT}`, `2 ${IMPORT}`]);
    expect(complaints('src/entries/x.ts', ["import { readXlsx } from '../hosts/file';", 'export const used = readXlsx;'])).toEqual([]);
  });

  it('knows every folder of src/ and every host', () => {
    const folders = (at: string): string[] =>
      readdirSync(path.join(ROOT, at), { withFileTypes: true })
        .filter((one) => one.isDirectory() && readdirSync(path.join(ROOT, at, one.name)).length > 0)
        .map(({ name }) => name);
    const { rooms, hosts } = tables();
    expect(folders('src').filter((name) => !rooms.includes(name))).toEqual([]);
    expect(folders('src/hosts').filter((name) => !hosts.includes(name))).toEqual([]);
  });

  it('refuses any and circular imports', () => {
    expect(complaints('src/checks/x.ts', ['export const x: any = 1;'])).toEqual(['1 @typescript-eslint/no-explicit-any']);
    expect(complaintsOnDisk(['test/architecture/fixtures/cycle/a.ts', 'test/architecture/fixtures/cycle/b.ts'])).toEqual([
      'import/no-cycle',
      'import/no-cycle',
    ]);
  });
});
