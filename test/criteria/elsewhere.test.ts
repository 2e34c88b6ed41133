/** Cells of published tables and of the corpus that are no criteria: nothing may be read out of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAfresh } from '../../src/criteria/together/read';
import { readWorkbook } from '../../src/hosts/file';
import { readLegacy } from '../../src/hosts/file/legacy';
import { corpusFiles } from '../support/shared-folder';

const CASES = path.join(__dirname, '..', '..', '..', 'shared', 'cases');
const CRITERION = /评分标准|得分计算方法|赋分规则/;
/** 黄石: a header that does say how the score is made. */
const SAYS_HOW = new Set(['得分 (20分*执行率)']);

interface CaseFile {
  readonly header?: readonly string[];
  readonly rows?: readonly (readonly unknown[])[];
  readonly fund_header?: readonly string[];
  readonly fund_rows?: readonly (readonly unknown[])[];
  readonly title?: string;
  readonly unit?: string;
}

function cells(header: readonly string[], rows: readonly (readonly unknown[])[]): readonly string[] {
  return [...header, ...rows.flatMap((row) => row.filter((_cell, col) => !CRITERION.test(header[col] ?? '')))].filter(
    (cell): cell is string => typeof cell === 'string',
  );
}

const readAnything = (text: string): boolean => parseAfresh(text).understood !== 'none';
const invented = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts)].filter((text) => !SAYS_HOW.has(text) && readAnything(text));

describe('cells that are no criteria', () => {
  const names = existsSync(CASES) ? readdirSync(CASES).filter((name) => name.endsWith('.json')) : [];
  if (names.length === 0) process.stdout.write('skipped: ../shared/cases is not here\n');

  (names.length === 0 ? test.skip.each(['']) : test.each(names))('%s', (name) => {
    const table = JSON.parse(readFileSync(path.join(CASES, name), 'utf8')) as CaseFile;
    const texts = [
      ...cells(table.header ?? [], table.rows ?? []),
      ...cells(table.fund_header ?? [], table.fund_rows ?? []),
      table.title ?? '',
      table.unit ?? '',
    ];
    expect(invented(texts)).toEqual([]);
  });

  const files = corpusFiles();
  (files === null ? test.skip : test)('the workbooks of the corpus', async () => {
    const texts: string[] = [];
    for (const bytes of files?.values() ?? []) {
      const book = await readWorkbook(bytes, { legacy: async (old) => readLegacy(old) }).catch(() => null);
      for (const sheet of book?.sheets ?? []) {
        for (let row = 0; row < sheet.rows; row += 1) {
          for (const [, cell] of sheet.cellsOfRow(row)) if (typeof cell.value === 'string') texts.push(cell.value);
        }
      }
    }
    expect(texts.length).toBeGreaterThan(0);
    expect(invented(texts)).toEqual([]);
  });
});
