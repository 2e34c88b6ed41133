/** How far a table's findings have been answered. */
import type { RepliesTold, Severity } from '../words';
import type { AnswerState } from './state';

export interface ReplyState {
  readonly severity: Severity;
  /** null: nothing was written. */
  readonly state: AnswerState | 'resolved' | null;
}

/** null where nobody has written anything yet. */
export function replyTally(findings: readonly ReplyState[]): RepliesTold | null {
  if (findings.every(({ state }) => state === null)) return null;
  const count = (severity: Severity, wanted: AnswerState): number =>
    findings.filter((one) => one.severity === severity && (one.state ?? 'open') === wanted).length;
  return {
    explained: count('advisory', 'explained'),
    vague: count('advisory', 'vague'),
    stale: count('advisory', 'stale'),
    open: count('advisory', 'open'),
    accepted: { mandatory: count('mandatory', 'accepted'), advisory: count('advisory', 'accepted') },
  };
}
