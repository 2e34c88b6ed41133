/** The handed cases: what must be found is found at its quote, and nothing that must not be said is. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { testWith } from '../support/shared-folder';
import { cellOf, heldBytes, quoted, type Read } from './support';

const SHARED = path.resolve(__dirname, '../../../shared/reports');

interface Expected {
  readonly codes: readonly string[];
  readonly severity: string;
  readonly quote: string | null;
  readonly cell: string | null;
  readonly optional?: boolean;
}

interface Case {
  readonly report: string;
  readonly sheet: string;
  readonly must: readonly Expected[];
  readonly not: readonly Expected[];
}

/** Codes that are looked for; the others of the design come later. */
const BUILT: ReadonlySet<string> = new Set([
  'report-total',
  'report-grade',
  'report-score',
  'report-rate',
  'report-arithmetic',
  'report-deduction-unexplained',
  'report-part-missing',
  'report-dates',
  'report-attachment-missing',
  'report-balance',
  'report-claim-vs-data',
  'report-numbering',
  'report-full-claim',
  'report-data',
]);

const bytes = (...names: readonly string[]): Uint8Array => new Uint8Array(readFileSync(path.join(SHARED, ...names)));

function stands({ reading, book }: Read, { codes, severity, quote, cell }: Expected): boolean {
  return reading.findings.some((finding) => {
    if (!codes.includes(finding.code) || finding.severity !== severity) return false;
    if (cell !== null && severity === 'mandatory' && finding.cell !== null && cellOf(finding, book) !== cell) return false;
    if (quote === null) return true;
    const places = [finding.place, ...finding.also].filter((place) => place !== null);
    return places.some((place) => place.line.text.includes(quote));
  });
}

const RANKS = ['info', 'advisory', 'mandatory'];

describe.each(['01-zhanjiang-like', '02-hunan-balance', '03-yunnan-project', '04-sichuan-transfer-clean'])('%s', (name) => {
  const run = testWith('reports', name);

  run('has what it must have', async () => {
    const spec = JSON.parse(new TextDecoder().decode(bytes(name, 'expected.json'))) as Case;
    const read = await heldBytes(bytes(name, spec.report), bytes(name, spec.sheet));
    const due = spec.must.filter(({ codes, optional }) => optional !== true && codes.some((code) => BUILT.has(code)));
    expect(due.filter((one) => !stands(read, one))).toEqual([]);
  });

  run('has nothing mandatory but what it must have, and nothing that must not be said', async () => {
    const spec = JSON.parse(new TextDecoder().decode(bytes(name, 'expected.json'))) as Case;
    const read = await heldBytes(bytes(name, spec.report), bytes(name, spec.sheet));
    const strong = read.reading.findings.filter(({ severity }) => severity === 'mandatory');
    const allowed = spec.must.flatMap(({ codes, severity }) => (severity === 'mandatory' ? codes : []));
    expect(strong.filter(({ code }) => !allowed.includes(code)).map(({ code }) => code)).toEqual([]);
    const said = spec.not.filter(({ codes, severity, quote }) =>
      read.reading.findings.some(
        (finding) =>
          (codes.includes('any') || codes.includes(finding.code)) &&
          RANKS.indexOf(finding.severity) >= RANKS.indexOf(severity) &&
          (quote === null || quoted(finding).includes(quote) || (finding.place?.line.text.includes(quote) ?? false)),
      ),
    );
    expect(said).toEqual([]);
  });
});
