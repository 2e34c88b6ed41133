/** 修改情况核对: which findings of the first submission are gone, which are still there, and which are new. */
import { findingSubjects } from '../answers';
import type { ComparedFinding, FindingState, ComparedSide, SideTable } from './types';

interface Keyed {
  readonly key: string;
  readonly index: number;
}

function keyed({ assessment }: SideTable, { book }: ComparedSide): readonly Keyed[] {
  return findingSubjects(assessment, book)
    .map((key, index) => ({ key, index }))
    .filter(({ index }) => assessment.findings[index]!.severity !== 'info');
}

function told(table: SideTable, index: number, state: FindingState, side: 'before' | 'after'): ComparedFinding {
  return {
    state,
    finding: table.assessment.findings[index]!,
    answer: table.answers.findings[index]!,
    sentence: table.spoken.sentences[index]!,
    side,
  };
}

/** Whether its check came to an answer on this table, so that its silence says something. */
function wasAsked({ assessment }: SideTable, code: string): boolean {
  const { notApplicable, failed } = assessment.coverage;
  return ![...notApplicable, ...failed].some((one) => one.code === code);
}

/** 参考 asks for nothing and is left out. In the order: still there, new, corrected. */
export function compareFindings(before: [SideTable, ComparedSide], after: [SideTable, ComparedSide]): readonly ComparedFinding[] {
  const [old, now] = [keyed(...before), keyed(...after)];
  const known = new Map(old.map(({ key, index }) => [key, index]));
  const here = new Set(now.map(({ key }) => key));
  const [were, are] = [before[0], after[0]];
  const still = now
    .filter(({ key }) => known.has(key))
    .map(({ key, index }) => {
      const same = were.answers.findings[known.get(key)!]!.values === are.answers.findings[index]!.values;
      return told(are, index, same ? 'remaining' : 'changed', 'after');
    });
  const fresh = now.filter(({ key }) => !known.has(key)).map(({ index }) => told(are, index, 'new', 'after'));
  const gone = old
    .filter(({ key }) => !here.has(key))
    .map(({ index }) => {
      const sure = wasAsked(are, were.assessment.findings[index]!.code);
      return told(were, index, sure ? 'resolved' : 'unchecked', 'before');
    });
  return [...still, ...fresh, ...gone];
}
