/** A test that was skipped although what it wants is there is a hole in the run, and fails it where a machine looks on. */
import { isWithoutReason } from '../../scripts/jest/untested.cjs';

const CORPUS = 'test/hosts/corpus.test.ts';
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
