/** What was checked, what could not be and why: for each table, once where several have the same answer. */
import { ALREADY_CHECKED, COULD_NOT_CHECK, COVERAGE_HEADING, coverageLine, notApplicableBecause } from './texts';
import type { Messages, NotRun } from '../../assessment';
import type { CellStyle } from '../../workbook';
import { failedChecks } from '../figures';
import type { Page } from '../page';
import type { Review, ReviewedTable } from '../types';
import { COL, LAST } from './layout';

interface Covered {
  readonly line: string;
  readonly parts: readonly { readonly head: string; readonly text: string; readonly style: CellStyle }[];
}

const titleOf = (messages: Messages, code: string): string => messages.get(code)?.title ?? code;

/** Titles of the checks that were not applicable, by reason, in the order of the first. */
function byReason(notApplicable: readonly NotRun[], messages: Messages): ReadonlyMap<string, readonly string[]> {
  const reasons = new Map<string, string[]>();
  for (const { code, why } of notApplicable) {
    const titles = reasons.get(why);
    if (titles === undefined) reasons.set(why, [titleOf(messages, code)]);
    else titles.push(titleOf(messages, code));
  }
  return reasons;
}

function coveredBy(table: ReviewedTable, messages: Messages): Covered {
  const { checks, notApplicable } = table.assessment.coverage;
  const failed = failedChecks(table);
  const notRun = new Set<string>([...notApplicable, ...failed].map(({ code }) => code));
  const run = [...messages.keys()].filter((code) => !notRun.has(code));
  return {
    line: coverageLine(checks, checks - notApplicable.length - failed.length, notApplicable.length, failed.length),
    parts: [
      ...failed.map(({ code, why }) => ({ head: COULD_NOT_CHECK, text: `${titleOf(messages, code)}：${why}`, style: 'advisory' as const })),
      ...[...byReason(notApplicable, messages)].map(([why, titles]) => ({
        head: notApplicableBecause(why),
        text: titles.join('、'),
        style: 'text' as const,
      })),
      { head: ALREADY_CHECKED, text: run.map((code) => titleOf(messages, code)).join('、'), style: 'text' as const },
    ],
  };
}

/** Numbers (1-based) of the tables with the same answer. */
function grouped(review: Review): readonly { readonly covered: Covered; readonly tables: readonly number[] }[] {
  const groups = new Map<string, { covered: Covered; tables: number[] }>();
  review.tables.forEach((table, index) => {
    const covered = coveredBy(table, review.messages);
    const key = JSON.stringify(covered);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { covered, tables: [index + 1] });
    else group.tables.push(index + 1);
  });
  return [...groups.values()];
}

export function addCoverage(page: Page, review: Review): void {
  page.gap();
  page.band(COVERAGE_HEADING, 'label');
  for (const { covered, tables } of grouped(review)) {
    const which = review.tables.length === 1 ? '' : `评分表 ${tables.join('、')}：`;
    page.band(`${which}${covered.line}`, 'paragraph');
    for (const { head, text, style } of covered.parts) {
      page.line([
        { col: 0, to: COL.indicator, value: head, style: 'text' },
        { col: COL.sentence, to: LAST, value: text, style },
      ]);
    }
  }
}
