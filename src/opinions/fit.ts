/** Opinions laid against a table as it is now: what still fits, and what does not, which is told and kept. */
import type { FindingJson, TableJson } from '../receipt';
import type { Severity } from '../words';
import { normal } from '../workbook';
import { rowsByKey } from './rows';
import type { FindingOpinion, OwnOpinion, RowReview, TableOpinions } from './types';

export interface FittedOpinions {
  /** By 编号 of the findings as they are now. */
  readonly findings: ReadonlyMap<string, FindingOpinion>;
  readonly own: readonly OwnOpinion[];
  /** By the key of the row. */
  readonly scores: ReadonlyMap<string, RowReview>;
  /** Opinions on findings that arise no longer, and 复核分 of rows that are gone. */
  readonly gone: readonly FindingOpinion[];
  readonly goneScores: readonly RowReview[];
}

export const NOTHING_FITTED: FittedOpinions = { findings: new Map(), own: [], scores: new Map(), gone: [], goneScores: [] };

const wordsOf = ({ code, indicator }: Pick<FindingOpinion, 'code' | 'indicator'>): string => `${code} ${normal(indicator ?? '')}`;

/** By 编号; where a table goes by another name now, and so do its findings, by check and indicator where there is one of each. */
export function fitted(opinions: TableOpinions | null, table: TableJson): FittedOpinions {
  if (opinions === null) return NOTHING_FITTED;
  const ids = new Set(table.findings.map(({ id }) => id));
  const findings = new Map(opinions.findings.filter(({ id }) => ids.has(id)).map((one) => [one.id, one]));
  const lost = opinions.findings.filter(({ id }) => !ids.has(id));
  const open = table.findings.filter(({ id }) => !findings.has(id));
  const gone = lost.filter((one) => {
    const those = open.filter((finding) => wordsOf(finding) === wordsOf(one));
    const rivals = lost.filter((other) => wordsOf(other) === wordsOf(one));
    if (those.length !== 1 || rivals.length !== 1) return true;
    findings.set(those[0]!.id, { ...one, id: those[0]!.id });
    return false;
  });
  const rows = rowsByKey(table);
  const scores = new Map(opinions.scores.filter(({ row }) => rows.has(row)).map((one) => [one.row, one]));
  return { findings, own: opinions.own, scores, gone, goneScores: opinions.scores.filter(({ row }) => !rows.has(row)) };
}

type Ticked = Pick<FindingJson, 'id'> & { readonly severity: Severity; readonly answer: { readonly state: string } | null };

/** 列入反馈意见: as somebody ticked it; else what must be corrected and no reviewer has accepted. */
export function isListed({ severity, answer }: Ticked, opinion: Pick<FindingOpinion, 'listed'> | undefined): boolean {
  return opinion?.listed ?? (severity === 'mandatory' && answer?.state !== 'accepted');
}
