/** One number changed in a report that is right: one finding, at it. The same number written otherwise: none. */
import { readDocument } from '../../src/hosts/file';
import type { TextSpan } from '../../src/report';
import { held, told } from './support';
import { docxOf, EVERY_TWO } from './written/docx';
import { bookIn, written, type Written } from './written/written';

const RIGHT = written('right');
const read = (text: string, { book }: Written, cut?: typeof EVERY_TWO): ReturnType<typeof held> =>
  held(readDocument(docxOf(text, cut))!, book);

/** The second digit, where there are two, one higher: 97.5 → 98.5. */
function changed(number: string): string {
  const digits = [...number.matchAll(/\d/g)].map(({ index }) => index);
  const at = digits[1] ?? digits[0]!;
  return number.slice(0, at) + String((Number(number[at]) + 1) % 10) + number.slice(at + 1);
}

const isAt = (place: TextSpan | null, line: string, from: number, to: number): boolean =>
  place !== null && place.line.text === line && place.from < to && from < place.to;

type Outcome = 'one' | 'none' | 'more' | 'elsewhere';

function outcomeOf({ line, from, to }: TextSpan, one: Written): Outcome {
  const number = line.text.slice(from, to);
  const other = line.text.slice(0, from) + changed(number) + line.text.slice(to);
  const found = read(one.text.replace(line.text, other), one).reading.findings.filter(({ severity }) => severity !== 'info');
  const hit = found.some(({ place, also }) => [place, ...also].some((span) => isAt(span, other, from, to)));
  return found.length === 0 ? 'none' : !hit ? 'elsewhere' : found.length === 1 ? 'one' : 'more';
}

it('each number that agrees, changed by itself', () => {
  const counts: Record<Outcome, number> = { one: 0, none: 0, more: 0, elsewhere: 0 };
  for (const one of RIGHT)
    for (const span of read(one.text, one).reading.agreeing)
      if (span.line.table === null && /^[\d.,]+$/.test(span.line.text.slice(span.from, span.to))) counts[outcomeOf(span, one)] += 1;
  expect([counts.more, counts.elsewhere]).toEqual([0, 0]);
  // What agrees only with a list that need not be whole, or goes by a name of several things, is never a finding.
  expect(counts.one / (counts.one + counts.none)).toBeGreaterThan(0.85);
});

const wide = (text: string): string => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const withCommas = (text: string): string =>
  text.replace(
    /(?<![\d.,])(\d{4,})((?:\.\d+)?(?:万元|元))/g,
    (_, whole: string, rest: string) => whole.replace(/\B(?=(\d{3})+$)/g, ',') + rest,
  );
const inTenThousands = (text: string): string =>
  text.replace(/(?<![\d.,])(\d{5,})(\.\d+)?元/g, (_, whole: string, decimals = '') => {
    const digits = `${whole.slice(0, -4)}.${whole.slice(-4)}${(decimals as string).slice(1)}`;
    return `${digits.replace(/\.?0+$/, '')}万元`;
  });

it.each<[string, (text: string) => string, typeof EVERY_TWO | undefined]>([
  ['in full width', wide, undefined],
  ['with commas', withCommas, undefined],
  ['in 万元', inTenThousands, undefined],
  ['over many runs', (text) => text, EVERY_TWO],
])('the same %s', (_, rewrite, cut) => {
  // Equations are written with their units, so those that hold in 元 are left.
  const lines = (text: string): string =>
    text
      .split('\n')
      .map((line) => (line.includes('=') ? line : rewrite(line)))
      .join('\n');
  expect(RIGHT.flatMap((one) => told(read(lines(one.text), one, cut)).map((found) => `${one.name} ${found}`))).toEqual([]);
});

it.each([
  ['01', '日常公用经费决算数|3187455.2', '日常公用经费决算数|3187465.2', 'report-data', 3187455.2, 3187465.2],
  ['07', '群众满意度|≥90%|93%', '群众满意度|≥90%|94%', 'report-data', 0.93, 0.94],
  ['07', '93%|10|10\n总分|||||100|98.7', '93%|10|9\n总分|||||100|97.7', 'report-total', 98.7, 97.7],
])('the sheet of %s changed instead: %s', (name, from, to, code, actual, expected) => {
  const one = RIGHT.find((report) => report.name.startsWith(name))!;
  const { findings } = read(one.text, { ...one, book: bookIn(`${name}.sheet.txt`, from, to) }).reading;
  const found = findings.filter((finding) => finding.code === code);
  expect(found.map((finding) => [Number(finding.actual), Number(finding.expected)])).toEqual([[actual, expected]]);
});
