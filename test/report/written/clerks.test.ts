/** In reports of clerks that are right nothing is asked; one mistake put into them is found where it stands. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readDocument } from '../../../src/hosts/file';
import type { ReportFinding, TextSpan } from '../../../src/report';
import { held, told } from '../support';
import { type Clerks, clerks, type Mistake } from './clerks';
import { docxOf } from './docx';

const CLERKS = clerks();
/** Those nobody can tell from the text and the workbook; a line leaves the file when it is found. */
const MISSED = readFileSync(path.join(__dirname, 'clerks', 'missed.txt'), 'utf8')
  .split('\n')
  .filter(Boolean);

const read = (text: string, { book }: Clerks): ReturnType<typeof held> => held(readDocument(docxOf(text))!, book);

it.each(CLERKS.map((one) => [one.name, one] as const))('%s: nothing is asked', (_, one) => {
  const { reading } = read(one.text, one);
  expect(told({ book: one.book, reading })).toEqual([]);
});

/** The number lies where the text was changed; in a table in one of the row's cells. */
function isAt(span: TextSpan | null, { to }: Mistake): boolean {
  if (span === null) return false;
  const { text, table } = span.line;
  if (table !== null && to.includes('|')) return to.split('|').includes(text.trim());
  const at = text.indexOf(to);
  return at >= 0 && at < span.to && span.from < at + to.length;
}

const fits = ({ code, severity, place, also }: ReportFinding, mistake: Mistake): boolean =>
  mistake.codes.includes(code) && mistake.severities.includes(severity) && [place, ...also].some((span) => isAt(span, mistake));

interface Outcome {
  readonly missed: readonly string[];
  readonly elsewhere: readonly string[];
}

function outcomeOf(one: Clerks): Outcome {
  const missed: string[] = [];
  const elsewhere: string[] = [];
  for (const mistake of one.mistakes) {
    if (one.text.split(mistake.from).length !== 2) throw new Error(`not once in ${one.name}: ${mistake.from}`);
    const { reading } = read(one.text.replace(mistake.from, mistake.to), one);
    const found = reading.findings.filter(({ severity }) => severity !== 'info');
    if (!found.some((finding) => fits(finding, mistake))) missed.push(`${one.name} ${mistake.from} => ${mistake.to}`);
    const other = found.filter(
      ({ severity, place, also }) => severity === 'mandatory' && ![place, ...also].some((span) => isAt(span, mistake)),
    );
    elsewhere.push(...other.map(({ code }) => `${one.name} ${mistake.to}: ${code}`));
  }
  return { missed, elsewhere };
}

it('one mistake put into each is found, and nothing mandatory is said elsewhere', () => {
  const outcomes = CLERKS.map(outcomeOf);
  expect(outcomes.flatMap(({ elsewhere }) => elsewhere)).toEqual([]);
  expect(outcomes.flatMap(({ missed }) => missed)).toEqual(MISSED);
});
