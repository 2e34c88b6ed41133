/** Replies to findings that no table has: those of the reports, each under its report in 审核结果. */
import { normal } from '../workbook';
import type { Severity } from '../words';
import type { FindingAnswer } from './answered';
import { isWritten, type WrittenReply } from './reply';
import { stateOf } from './state';
import { isEmptyPhrase, repeats, SAME_FOR } from './vague';

export interface ListedFinding {
  readonly id: string;
  readonly code: string;
  readonly severity: Severity;
  /** A code over what it rests on. */
  readonly values: string;
  /** Its own words: whoever repeats them explains nothing. */
  readonly words: readonly string[];
}

export interface ListAnswers {
  /** In the order of the findings. */
  readonly findings: readonly FindingAnswer[];
  /** Replies to findings of this list that arise no longer. */
  readonly left: readonly WrittenReply[];
}

/** `name`: what the list stands under; a reply elsewhere counts where none stands under it. */
export function answeredList(findings: readonly ListedFinding[], name: string, replies: readonly WrittenReply[]): ListAnswers {
  const own = replies.filter(({ report }) => report === name);
  const byId = new Map([...replies, ...own].map((reply) => [reply.id, reply]));
  const codes = new Map<string, Set<string>>();
  for (const { id, code } of findings) {
    const text = normal(byId.get(id)?.text ?? '');
    codes.set(text, (codes.get(text) ?? new Set()).add(code));
  }
  const isVague = (text: string, words: readonly string[]): boolean =>
    isEmptyPhrase(text) || repeats(text, words) || codes.get(normal(text))!.size >= SAME_FOR;
  const known = new Set(findings.map(({ id }) => id));
  return {
    findings: findings.map(({ id, severity, values, words }): FindingAnswer => {
      const found = byId.get(id);
      const reply = found === undefined || !isWritten(found) ? null : found;
      const state = stateOf(reply, severity, values, reply !== null && isVague(reply.text, words));
      return { id, values, reply, state, handled: found?.handled ?? '' };
    }),
    left: own.filter(({ id, info }) => !info && !known.has(id)),
  };
}
