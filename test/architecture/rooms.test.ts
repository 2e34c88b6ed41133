import { readFileSync } from 'node:fs';
import path from 'node:path';
import { circlesIn, complaints, ROOT, script } from './lint';

const ROOM = 'jihe/rooms';
const PACKAGE = 'no-restricted-imports';
const GLOBAL = 'no-restricted-globals';
const PROPERTY = 'no-restricted-properties';
const WORDS = 'jihe/word-lists';

interface Ratchet {
  readonly lines: Readonly<Record<string, number>>;
  readonly complexity: Readonly<Record<string, number>>;
}

/** Files too long, files with tangled functions. */
const MOST = [7, 77];

describe('rooms of src/', () => {
  it('lets a check import the rooms below it through their doors, and its own files', async () => {
    const legal = [
      "import type { ScoreTable } from '../../score-table';",
      "import { Dec } from '../../workbook';",
      "import { accused } from '../support/accused';",
      "import { staleValue } from '../workbook/stale-value';",
      'export const used = [Dec, accused, staleValue];',
      'export type S = ScoreTable;',
    ];
    expect(await complaints('src/checks/scores/x.ts', legal)).toEqual([]);
  });

  it('refuses arrows that point the wrong way, at any depth and in any form', async () => {
    expect(
      await complaints('src/checks/support/x.ts', [
        "import { run } from '../../cli';",
        "import { readXlsx } from '../../hosts/file';",
        "export { assess } from '../../assessment';",
        "import type { Assessment } from '../../assessment';",
        'export type A = Assessment;',
        "export const later = (): Promise<unknown> => import('../../assessment');",
        'export const used = [run, readXlsx];',
      ]),
    ).toEqual([`1 ${ROOM}`, `2 ${ROOM}`, `3 ${ROOM}`, `4 ${ROOM}`, '6 no-restricted-syntax', `6 ${ROOM}`]);
    expect(await complaints('src/recognition/x.ts', ["import { CHECKS } from '../checks';", 'export const all = CHECKS;'])).toEqual([
      `1 ${ROOM}`,
    ]);
    expect(await complaints('src/workbook/x.ts', ["import { recognise } from '../recognition';", 'export const r = recognise;'])).toEqual([
      `1 ${ROOM}`,
    ]);
  });

  it('refuses ways past a door', async () => {
    const lines = [
      "import { Dec } from '../workbook/decimal';",
      "import { assess } from '../assessment/assess';",
      'export const used = [Dec, assess];',
    ];
    expect(await complaints('src/recalc/x.ts', lines)).toEqual([`1 ${ROOM}`, `2 ${ROOM}`]);
  });

  it('keeps Node, clocks, chance, locales and the DOM out of the core', async () => {
    expect(
      await complaints('src/assessment/x.ts', [
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
      `1 ${PACKAGE}`,
      `2 ${PACKAGE}`,
      `3 ${PACKAGE}`,
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

  it('lets hosts see the workbook only, and not one another', async () => {
    expect(
      await complaints('src/hosts/wps/x.ts', [
        "import type { WorkbookSnapshot } from '../../workbook';",
        "import { readXlsx } from '../file';",
        "import { assess } from '../../assessment';",
        "import { readFile } from 'node:fs/promises';",
        "import { read } from '@e965/xlsx';",
        'export type B = WorkbookSnapshot;',
        'export const used = [readXlsx, assess, readFile, read];',
      ]),
    ).toEqual([`2 ${ROOM}`, `3 ${ROOM}`, `4 ${PACKAGE}`, `5 ${PACKAGE}`]);
    expect(await complaints('src/hosts/workbench/x.ts', ["import { readXlsx } from '../file';", 'export const used = readXlsx;'])).toEqual(
      [],
    );
  });

  it('lets a room see the port where that is all it may know of hosts', async () => {
    const lines = [
      "import type { Host } from '../hosts/port';",
      "import { readXlsx } from '../hosts/file';",
      'export type H = Host;',
      'export const used = [readXlsx, document];',
      'export const later = (then: () => void): unknown => setTimeout(then, 1);',
    ];
    expect(await complaints('src/open-workbook/x.ts', lines)).toEqual([`2 ${ROOM}`, `4 ${GLOBAL}`]);
    expect(await complaints('src/taskpane/x.ts', lines.slice(0, 4))).toEqual([`1 ${ROOM}`, `2 ${ROOM}`]);
    expect(await complaints('src/entries/x.ts', ["import { readXlsx } from '../hosts/file';", 'export const used = readXlsx;'])).toEqual(
      [],
    );
  });

  it('knows every folder of src/ and every host, has no circle and no name that means two things', () => {
    expect(script('structure.mjs')).toEqual({ status: 0, stderr: '' });
  });

  it('has no more files over the limits than it had', () => {
    // That they are no higher than they need be, scripts/lint/ratchet.mjs sees in `npm run lint`.
    const { lines, complexity } = JSON.parse(readFileSync(path.join(ROOT, 'scripts/lint/ratchet.json'), 'utf8')) as Ratchet;
    const sizes = [lines, complexity].map((one) => Object.keys(one).length);
    // These may only be made smaller.
    MOST.forEach((most, index) => expect(sizes[index]).toBeLessThanOrEqual(most));
  });

  it('refuses any, long files and tangled functions', async () => {
    expect(await complaints('src/checks/x.ts', ['export const x: any = 1;'])).toEqual(['1 @typescript-eslint/no-explicit-any']);
    expect(
      await complaints(
        'src/checks/x.ts',
        Array.from({ length: 301 }, (_, index) => `export const x${index} = 1;`),
      ),
    ).toEqual(['301 max-lines']);
    const branches = Array.from({ length: 15 }, (_, index) => `  if (x === ${index}) return ${index * 2};`);
    expect(await complaints('src/checks/x.ts', ['export function f(x: number): number {', ...branches, '  return x;', '}'])).toEqual([
      '1 complexity',
    ]);
  });

  it('refuses lists of more than five Chinese words in patterns and arrays, outside the language of criteria', async () => {
    const listed = [
      'export const inPattern = /^(?:一个|两个|三个|四个|五个|六个)$/;',
      'export const inText = `${inPattern.source}(?:年初|全年|年末?|期末|[上下]期|调整(?:前|后)).{0,4}`;',
      "export const inWords = ['一个', '两个', '三个', '四个', '五个', '六个'];",
    ];
    expect(await complaints('src/checks/x.ts', listed)).toEqual([`1 ${WORDS}`, `2 ${WORDS}`, `3 ${WORDS}`]);
    expect(await complaints('src/criteria/x.ts', listed)).toHaveLength(3);
    expect(await complaints('src/criteria/former/x.ts', listed)).toEqual([]);
    const legal = [
      'export const five = /^(?:一个|两个|三个|四个|五个)(?:年|月)?(?:a|b|c|d|e|f)|[一二三四五六七八九]\\(|x(?:年初|年末)$/;',
      "export const texts = ['a', 'b', 'c', 'd', 'e', 'f', '一个'];",
      'export const said = `第一种|第二种\\n第三种|第四种|第五种|第六种|第七种`;',
    ];
    expect(await complaints('src/checks/x.ts', legal)).toEqual([]);
  });

  it('sees circles of types', () => {
    expect(circlesIn('test/architecture/fixtures/cycle')).toEqual([
      ['test/architecture/fixtures/cycle/a.ts', 'test/architecture/fixtures/cycle/b.ts'],
    ]);
  });
});

describe('what comes from a file stays text', () => {
  const MARKUP = 'jihe/no-markup';
  const SLOW = 'jihe/slow-patterns';

  it('no markup, no code and no messages of other windows', async () => {
    const lines = [
      'export const a = <p dangerouslySetInnerHTML={{ __html: x }} />;',
      'node.innerHTML = x;',
      "node.insertAdjacentHTML('beforeend', x);",
      'document.write(x);',
      'eval(x);',
      'new Function(x);',
      "window.addEventListener('message', x);",
      'window.onmessage = x;',
      'export const b = <iframe srcDoc={x} />;',
      'export const fine = <p>{x}</p>;',
      'worker.onmessage = x;',
      'stream.write(x);',
    ];
    expect((await complaints('src/taskpane/parts/x.tsx', lines)).filter((one) => one.endsWith(MARKUP))).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((line) => `${line} ${MARKUP}`),
    );
  });

  it('no expression whose time grows faster than its text', async () => {
    const lines = [
      'export const a = /(?:甲+)+/;',
      'export const b = /a*a*b/;',
      "export const c = new RegExp('(a*)*');",
      'export const d = /a+b/;',
    ];
    expect((await complaints('src/words/x.ts', lines)).filter((one) => one.endsWith(SLOW))).toEqual(
      [1, 2, 3].map((line) => `${line} ${SLOW}`),
    );
  });
});
