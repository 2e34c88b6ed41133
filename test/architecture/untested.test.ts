/** A test that was skipped although what it wants is there is a hole in the run, and fails it where a machine looks on. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isWithoutReason } from '../../scripts/jest/untested.cjs';

const CORPUS = 'test/hosts/corpus.test.ts';
const TESTS = path.join(__dirname, '..');
/** A whole run as the ground for having a test or none. */
const SKIPS_BY_RUN = /isWholeRun\s*\?\s*(?:it|test|describe)\b/;
const OFFICE = 'test/recalc/soffice.test.ts';

test.each<[string, string, readonly string[], readonly string[], boolean]>([
  ['a test of the corpus, all there', CORPUS, [], [], true],
  ['a test of the corpus, LibreOffice lacking', CORPUS, [], ['LibreOffice'], true],
  ['a test of the corpus, the corpus lacking', CORPUS, ['../shared/corpus'], [], false],
  ['a test with LibreOffice, all there', OFFICE, [], [], true],
  ['a test with LibreOffice, LibreOffice lacking', OFFICE, [], ['LibreOffice'], false],
  ['a test with LibreOffice, the corpus lacking', OFFICE, ['../shared/corpus'], [], false],
])('%s', (_name, file, folders, office, without) => {
  expect(isWithoutReason(file, { folders, office })).toBe(without);
});

test('no test is skipped for a run being no whole one: it tries less then', () => {
  const skipping = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && SKIPS_BY_RUN.test(readFileSync(path.join(TESTS, name), 'utf8')),
  );
  expect(skipping).toEqual([]);
});
