import { type AnswerState, isWritten, type WrittenReply, type Resolved } from '../answers';
import type { AnswerJson, ResolvedJson } from './types';

/** What was replied to a finding; null where nothing was written. */
export function answerJson(state: AnswerState | 'resolved', reply: WrittenReply | null): AnswerJson | null {
  if (reply === null || !isWritten(reply)) return null;
  const { text, department, finance, cell } = reply;
  return { state, text, department: department || null, finance: finance || null, cell };
}

/** Earlier findings that arise no longer; those whose check had nothing to look at this time are not called corrected. */
export function resolvedJson(resolved: readonly Resolved[]): readonly ResolvedJson[] {
  return resolved
    .filter(({ sure }) => sure)
    .map(({ id, code, indicator, reply }) => ({ id, code, indicator, answer: answerJson('resolved', reply) }));
}
