import type { FindingView } from '../../open-workbook';

/** From how many findings on searching is worth its place. */
export const SEARCH_FROM = 12;

export interface Filter {
  readonly text: string;
  /** Code of a check; null: all. */
  readonly code: string | null;
}

export const NO_FILTER: Filter = { text: '', code: null };

export const isFiltering = (filter: Filter): boolean => filter.text.trim() !== '' || filter.code !== null;

/** Full-width letters and digits as ASCII, no blanks, no case. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** Findings whose indicator, headline or one of whose cells holds the text, of the chosen check. */
export function filtered(findings: readonly FindingView[], filter: Filter): readonly FindingView[] {
  const wanted = plain(filter.text);
  if (wanted === '' && filter.code === null) return findings;
  return findings.filter(
    (finding) =>
      (filter.code === null || finding.code === filter.code) && (wanted === '' || searched(finding).some((text) => text.includes(wanted))),
  );
}

function searched({ subject, headline, cell, repeated }: FindingView): string[] {
  return [subject, headline, cell.address, ...repeated.map(({ address }) => address)].map(plain);
}

export interface CheckCount {
  readonly code: string;
  readonly headline: string;
  readonly count: number;
}

/** The checks of these findings with how often each speaks, the most frequent first. */
export function countByCheck(findings: readonly FindingView[]): CheckCount[] {
  const counts = new Map<string, CheckCount>();
  for (const { code, headline } of findings) {
    counts.set(code, { code, headline, count: (counts.get(code)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
