import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newWorkbook, readXlsx, sniff } from '../../../../src/hosts/file';
import { sampleSheet, wholePlan } from '../../../support/edit-plans';
import { writtenBy } from '../../../support/edited';
import { corpusFiles } from '../../../support/shared-folder';

/** Where LibreOffice is installed it opens every result; elsewhere this is skipped with a notice. */
const OFFICE = ['soffice', 'libreoffice'].find((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0);
if (OFFICE === undefined) process.stdout.write('skipped: no LibreOffice here to open the results\n');
const UNREADABLE = /^(21|22|32)_/;
const workbooks = [...(corpusFiles() ?? [])].filter(([name, bytes]) => !UNREADABLE.test(name) && sniff(bytes) === 'xlsx');
const LONGEST_MS = 300_000;
const rect = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

(OFFICE === undefined ? test.skip : test)(
  'LibreOffice opens every annotated workbook and a new one',
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'jihe-office-'));
    try {
      const out = path.join(folder, 'out');
      mkdirSync(out);
      const files = workbooks.map(([, bytes], index): readonly [string, Uint8Array] => [
        `${index}.xlsx`,
        writtenBy(bytes, wholePlan(readXlsx(bytes))).bytes,
      ]);
      files.push(['new.xlsx', newWorkbook([{ name: '汇总', replaces: false, content: sampleSheet({ sheet: '汇总', a1: 'A1' }) }])]);
      const chart = { kind: 'bars', title: '图', area: rect(0, 4, 9, 9), names: rect(1, 0, 2, 0), values: rect(1, 1, 2, 1) } as const;
      files.push([
        'charts.xlsx',
        newWorkbook([{ name: '图表', replaces: false, content: { ...sampleSheet({ sheet: '图表', a1: 'A1' }), charts: [chart] } }]),
      ]);
      for (const [name, bytes] of files) writeFileSync(path.join(folder, name), bytes);
      const run = spawnSync(
        OFFICE!,
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          'csv',
          '--outdir',
          out,
          ...files.map(([name]) => path.join(folder, name)),
        ],
        { timeout: LONGEST_MS },
      );
      expect(run.error).toBeUndefined();
      expect(files.map(([name]) => name).filter((name) => !existsSync(path.join(out, name.replace('.xlsx', '.csv'))))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  LONGEST_MS + 30_000,
);
