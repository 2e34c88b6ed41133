import type { FindingJson } from '../receipt';
import type { FindingOpinion } from './types';

export type FindingChange = Partial<Pick<FindingOpinion, 'listed' | 'words' | 'ledger'>>;

const said = ({ listed, words, ledger, also, rest }: FindingOpinion): boolean =>
  listed !== null || words !== '' || ledger || also.length > 0 || Object.keys(rest).length > 0;

type Told = Pick<FindingJson, 'id' | 'code' | 'indicator' | 'severity' | 'message'>;

/** The opinions with one written anew, last; gone where nothing is said any more. */
export function changedFinding(known: readonly FindingOpinion[], finding: Told, change: FindingChange): readonly FindingOpinion[] {
  const fresh = { listed: null, words: '', ledger: false, also: [], rest: {} };
  const { id, code, indicator, severity, message } = finding;
  const own = known.find((one) => one.id === id);
  const now: FindingOpinion = { ...fresh, ...own, id, code, indicator, severity, message, ...change };
  return [...known.filter((one) => one !== own), ...(said(now) ? [now] : [])];
}
