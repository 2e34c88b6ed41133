/** The 自评小结 is made of the sheet's numbers: read as a report, it differs in none. */
import { readPlainText } from '../../src/hosts/file';
import { narrate, narrativeText } from '../../src/narrative';
import { readReport } from '../../src/report';
import { auditedBook } from '../support/audited';
import { PINNED_BOOKS } from '../support/pinned-books';
import { quoted } from './support';

it.each(['told', 'forms', 'regions'])('%s', (group) => {
  const found = PINNED_BOOKS[group]!().flatMap(({ id, book }) =>
    auditedBook(book).flatMap((assessment) => {
      const { findings } = readReport(readPlainText(narrativeText(narrate(assessment, 'full'))), { book, assessments: [assessment] });
      return findings.filter(({ severity }) => severity !== 'info').map((one) => `${id} ${one.code} ${quoted(one)}`);
    }),
  );
  expect(found).toEqual([]);
});
