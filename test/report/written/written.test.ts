/** What must be found in reports written before the checks were tried on them is found, and nothing in those that are right. */
import { readDocument } from '../../../src/hosts/file';
import type { ReportFinding } from '../../../src/report';
import { held, told } from '../support';
import { docxOf } from './docx';
import { type Expected, written } from './written';

/** The number it is about lies in the quote, or the quote in it; 「-」 is the whole report. */
function isAt({ place, also }: ReportFinding, quotes: readonly string[]): boolean {
  if (quotes[0] === '-') return place === null;
  return [place, ...also].some((one) => {
    if (one === null) return false;
    const { text } = one.line;
    return quotes.some((quote) => {
      const at = text.indexOf(quote);
      return at >= 0 && at < one.to && one.from < at + quote.length;
    });
  });
}

const fits = (finding: ReportFinding, { severities, codes, quotes }: Expected): boolean =>
  severities.includes(finding.severity) && codes.includes(finding.code) && isAt(finding, quotes);

const read = (text: string, book: Parameters<typeof held>[1]): ReturnType<typeof held> => held(readDocument(docxOf(text))!, book);

it.each(written('right').map((one) => [one.name, one] as const))('%s: nothing is asked', (_, { text, book }) => {
  const result = read(text, book);
  expect([result.reading.judged, told(result)]).toEqual([true, []]);
});

it.each(written('wrong').map((one) => [one.name, one] as const))(
  '%s: nothing else than what must be found',
  (_, { text, book, must, may, missed: unseen }) => {
    const result = read(text, book);
    const { findings } = result.reading;
    const missed = must.filter((one) => !findings.some((finding) => fits(finding, one)));
    expect(unseen.filter((one) => findings.some((finding) => fits(finding, one)))).toEqual([]);
    const allowed = [...must, ...may];
    const extra = findings.filter((finding) => finding.severity !== 'info' && !allowed.some((one) => fits(finding, one)));
    expect(told({ ...result, reading: { ...result.reading, findings: extra } })).toEqual([]);
    expect(missed).toEqual([]);
  },
);
