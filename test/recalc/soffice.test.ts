/** An independent program calculates what we wrote: its totals are ours. One run over all files; skipped where it is not installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { editWorkbook, readWorkbook } from '../../src/hosts/file';
import { contentOf, sameContent } from '../../src/workbook/contents';
import type { WorkbookSnapshot } from '../../src/workbook/types';
import type { CellEdit } from '../../src/workbook/write-plan';
import { planRecalc, type RecalcOptions } from '../../src/recalc';
import { correctDraft, toCase } from '../conformance/draft';
import { randomLayout } from '../conformance/layout';
import { render } from '../conformance/render';
import { xlsxOfGrids } from '../conformance/sheet';
import { assessBook, text } from './support';

const SHEETS = 100;
const SAMPLES = path.resolve(__dirname, '../../samples');
const NAMES = ['项目自评_正确.xlsx', '项目自评_有误.xlsx', '部门整体自评_湛江2024.xlsx'];
const OPTIONS: RecalcOptions = { scores: 'blank', raise: false, totals: 'formula' };
/** Calculates every formula when a file is opened, whatever value is stored. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

interface File {
  readonly name: string;
  readonly cells: readonly CellEdit[];
}

const installed = spawnSync('soffice', ['--version'], { encoding: 'utf8' }).status === 0;
let folder: string;

async function put(name: string, bytes: Uint8Array): Promise<File> {
  const book = await readWorkbook(bytes);
  const { cells } = planRecalc(book, assessBook, OPTIONS);
  const edited = editWorkbook(bytes, { cells });
  if (!edited.ok) throw new Error(`${name}: ${edited.why}`);
  writeFileSync(path.join(folder, 'in', name), edited.bytes);
  return { name, cells };
}

function calculate(files: readonly File[]): void {
  const profile = path.join(folder, 'profile');
  mkdirSync(path.join(profile, 'user'), { recursive: true });
  writeFileSync(path.join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
  const args = [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    '--headless',
    '--convert-to',
    'xlsx',
    '--outdir',
    path.join(folder, 'out'),
  ];
  const { status, stderr } = spawnSync('soffice', [...args, ...files.map((file) => path.join(folder, 'in', file.name))], {
    encoding: 'utf8',
    timeout: 300_000,
  });
  if (status !== 0) throw new Error(`soffice: ${stderr}`);
}

function differing({ name, cells }: File, book: WorkbookSnapshot): readonly string[] {
  return cells.flatMap(({ at, after }) => {
    const there = contentOf(book, at);
    const [ours, theirs] = [after, there].map((content) =>
      content.kind === 'formula' ? ({ kind: 'value', value: content.stored } as const) : content,
    );
    return sameContent(ours!, theirs!) ? [] : [`${name} ${at.row},${at.col}: ${text(after)} and ${text(there)}`];
  });
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jihe-soffice-'));
  mkdirSync(path.join(folder, 'in'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test(`calculated by another program, the totals of the samples and of ${SHEETS} sheets are ours`, async () => {
  if (!installed) {
    console.warn('skipped: soffice is not installed');
    return;
  }
  const files: File[] = [];
  for (const name of NAMES) files.push(await put(name, new Uint8Array(readFileSync(path.join(SAMPLES, name)))));
  for (let seed = 1; seed <= SHEETS; seed += 1) {
    const { grids } = render(toCase(correctDraft(seed), `soffice-${seed}`), {
      ...randomLayout(seed),
      numbers: 'number',
      totalLabel: 'printed',
    });
    files.push(await put(`${seed}.xlsx`, await xlsxOfGrids(grids)));
  }
  const formulas = files.flatMap((file) => file.cells).filter((edit) => edit.after.kind === 'formula');
  expect(formulas.length).toBeGreaterThan(SHEETS);
  calculate(files);
  const wrong: string[] = [];
  for (const file of files) {
    const result = path.join(folder, 'out', file.name);
    if (!existsSync(result)) wrong.push(`${file.name} was not opened`);
    else wrong.push(...differing(file, await readWorkbook(new Uint8Array(readFileSync(result)))));
  }
  expect(wrong).toEqual([]);
}, 400_000);
