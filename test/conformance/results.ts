/** Counts of what was recognised and found, for the tests and for the printed table. */
import { assess } from '../../src/assessment/assess';
import { recognise } from '../../src/recognition';
import { CASES } from './cases';
import { compare } from './compare';
import { correctDraft, toCase } from './draft';
import { compareFindings } from './findings';
import type { Layout } from './layout';
import { NAMED_LAYOUTS, randomLayout } from './layout';
import type { Mistake } from './mistakes';
import { render } from './render';
import { audit, describeFindings, seedMistake, type Audit } from './seeded';
import { bookOfGrids } from './sheet';
import { show } from './show';

/** Where seeds begin: FUZZ_SEED, for sheets nobody has seen. */
const FROM = Number(process.env['FUZZ_SEED'] ?? 1);

/** The named layouts and `random` drawn ones. */
export function layoutsOf(random: number): readonly Layout[] {
  return [...NAMED_LAYOUTS, ...Array.from({ length: random }, (_, seed) => randomLayout(seed + 1))];
}

export interface CaseResult {
  readonly id: string;
  readonly sheets: number;
  readonly fields: number;
  readonly wrong: number;
  readonly findings: number;
  readonly missing: number;
  readonly unexpected: number;
}

/** Reading and findings of the published tables. */
export function publishedTables(layouts: readonly Layout[]): CaseResult[] {
  return CASES.map((table) => {
    const sum = { id: table.id, sheets: 0, fields: 0, wrong: 0, findings: 0, missing: 0, unexpected: 0 };
    for (const drawn of layouts) {
      const rendered = render(table, drawn);
      const book = bookOfGrids(rendered.grids);
      const found = recognise(book).tables.find((one) => one.table.sheet === rendered.sheet);
      sum.sheets += 1;
      sum.findings += table.findings.filter((one) => one.optional !== true).length;
      if (found === undefined) {
        sum.wrong += 1;
        continue;
      }
      const read = compare(rendered.truth, found);
      sum.fields += read.fields;
      sum.wrong += read.wrong.length;
      const auditable = withoutFilledReview(drawn);
      const said = auditable === drawn ? { rendered, found, book } : renderedAgain(table, auditable);
      if (said === null) continue;
      const result = compareFindings(said.rendered, assess(said.found, said.book, { first: true }), table.findings);
      sum.missing += result.missing.length;
      sum.unexpected += result.unexpected.length;
    }
    return sum;
  });
}

function renderedAgain(table: (typeof CASES)[number], layout: Layout) {
  const rendered = render(table, layout);
  const book = bookOfGrids(rendered.grids);
  const found = recognise(book).tables.find((one) => one.table.sheet === rendered.sheet);
  return found === undefined ? null : { rendered, found, book };
}

/** A reviewer's column that repeats the unit's mistakes would be a second table of mistakes. */
export function withoutFilledReview(layout: Layout): Layout {
  return layout.review === 'filled' ? { ...layout, review: 'blank' } : layout;
}

export interface CorrectResult {
  readonly sheets: number;
  readonly unrecognised: number;
  readonly mandatory: number;
  /** Sheets with more than two advisory findings. */
  readonly chatty: number;
  readonly advisory: number;
  /** The first few that failed, for people. */
  readonly failures: readonly string[];
}

/** Correct forms in random layouts: nothing mandatory, at most two advisory findings each. */
export function correctSheets(count: number): CorrectResult {
  const sum = { sheets: count, unrecognised: 0, mandatory: 0, chatty: 0, advisory: 0, failures: [] as string[] };
  for (let seed = FROM; seed < FROM + count; seed += 1) {
    const result = audit(render(toCase(correctDraft(seed), `correct-${seed}`), randomLayout(seed)));
    const findings = result.assessment?.findings ?? [];
    const mandatory = findings.filter((one) => one.severity === 'mandatory').length;
    const advisory = findings.filter((one) => one.severity === 'advisory').length;
    const crashed = (result.assessment?.coverage.failed.length ?? 0) > 0;
    sum.unrecognised += result.assessment === null ? 1 : 0;
    sum.mandatory += mandatory > 0 ? 1 : 0;
    sum.chatty += advisory > 2 ? 1 : 0;
    sum.advisory += advisory;
    if ((result.assessment === null || mandatory > 0 || advisory > 2 || crashed) && sum.failures.length < 3)
      sum.failures.push(failureText(`correct sheet, seed ${seed}`, result));
  }
  return sum;
}

export interface MistakeResult {
  readonly mistake: Mistake;
  readonly seeded: number;
  readonly found: number;
  /** Sheets where the audit said nothing besides. */
  readonly alone: number;
  readonly failures: readonly string[];
}

/** `count` sheets with this mistake, each in a layout of its own. */
export function seededSheets(mistake: Mistake, count: number): MistakeResult {
  const sum = { mistake, seeded: 0, found: 0, alone: 0, failures: [] as string[] };
  for (let seed = FROM; sum.seeded < count && seed < FROM + count * 60; seed += 1) {
    const result = seedMistake(mistake, seed);
    if (result === null) continue;
    sum.seeded += 1;
    sum.found += result.found ? 1 : 0;
    sum.alone += result.besides.length === 0 ? 1 : 0;
    if ((!result.found || result.besides.length > 0) && sum.failures.length < 3) {
      const wanted = result.expected.map((one) => `${one.code} @${result.rendered.resolve(one.at).join('|') || 'any'}`).join(', ');
      sum.failures.push(failureText(`${mistake.name}, seed ${seed}: wanted ${wanted}`, result));
    }
  }
  return sum;
}

function failureText(title: string, { rendered, assessment }: Audit): string {
  return `${title} (${rendered.layout.name})\n${assessment === null ? 'not recognised' : describeFindings(assessment)}\n${show(rendered.grids[rendered.sheet]!)}`;
}
