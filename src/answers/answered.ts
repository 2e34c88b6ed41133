/** Findings with what was replied to them, and earlier findings that arise no longer. */
import type { Assessment, Messages } from '../assessment';
import type { CheckCode } from '../checks';
import { normal, type WorkbookSnapshot } from '../workbook';
import { identified, type Identity } from './identity';
import { isWritten, type WrittenReply } from './reply';
import { type AnswerState, stateOf } from './state';
import { isEmptyPhrase, repeats, SAME_FOR } from './vague';

export interface FindingAnswer extends Identity {
  readonly state: AnswerState;
  /** null: nothing was written to it. */
  readonly reply: WrittenReply | null;
  /** What stood in 处理, which is kept; '' for nothing. */
  readonly handled: string;
}

/** An earlier finding that arises no longer. */
export interface Resolved {
  readonly id: string;
  /** null: a check this version does not know. */
  readonly code: CheckCode | null;
  readonly indicator: string | null;
  readonly reply: WrittenReply;
  /** false: its check had nothing to look at or could not finish this time, so nobody can say that it was corrected. */
  readonly sure: boolean;
}

export interface TableAnswers {
  /** In the order of the findings. */
  readonly findings: readonly FindingAnswer[];
  readonly resolved: readonly Resolved[];
}

export interface AnswerSource {
  readonly book: WorkbookSnapshot;
  readonly assessments: readonly Assessment[];
  /** Sentences of the findings, a list a table. */
  readonly sentences: readonly (readonly string[])[];
  readonly messages: Messages;
}

/** One for each table. `replies`: of several for one finding the last that holds a word counts. */
export function answeredTables(asked: AnswerSource, replies: readonly WrittenReply[]): readonly TableAnswers[] {
  const identities = identified(asked.assessments, asked.book);
  const matched = new Matched(asked, identities, replies);
  const vague = vagueReplies(asked, identities, matched);
  return asked.assessments.map(({ findings }, table) => ({
    findings: findings.map((finding, index): FindingAnswer => {
      const identity = identities[table]![index]!;
      const reply = matched.to(identity.id);
      const state = stateOf(reply, finding.severity, identity.values, reply !== null && vague.has(reply));
      return { ...identity, reply, state, handled: matched.handled(identity.id) };
    }),
    resolved: matched.left(table).map((reply) => resolved(reply, asked, table)),
  }));
}

function resolved(reply: WrittenReply, { assessments, messages }: AnswerSource, table: number): Resolved {
  const { notApplicable, failed } = assessments[table]!.coverage;
  const check = [...messages.values()].find(({ title }) => title === reply.check);
  const code = check?.code ?? null;
  const indicator = /^[—\-]?$/.test(reply.indicator) ? null : reply.indicator;
  return { id: reply.id, code, indicator, reply, sure: code !== null && ![...notApplicable, ...failed].some((one) => one.code === code) };
}

const sameWords = (title: string, indicator: string): string => `${normal(title)} ${/^[—\-]?$/.test(indicator) ? '' : normal(indicator)}`;

/** Which reply belongs to which finding. */
class Matched {
  private readonly byId = new Map<string, WrittenReply>();
  private readonly known: ReadonlySet<string>;

  constructor(
    private readonly asked: AnswerSource,
    identities: readonly (readonly Identity[])[],
    replies: readonly WrittenReply[],
  ) {
    for (const reply of replies) if (isWritten(reply) || !this.byId.has(reply.id)) this.byId.set(reply.id, reply);
    this.known = new Set(identities.flat().map(({ id }) => id));
    asked.assessments.forEach((_, table) => this.byWords(table, identities[table]!));
  }

  to(id: string): WrittenReply | null {
    const reply = this.byId.get(id);
    return reply === undefined || !isWritten(reply) ? null : reply;
  }

  handled(id: string): string {
    return this.byId.get(id)?.handled ?? '';
  }

  /** Replies to findings of this table that arise no longer. 参考 asked nothing and is not told. */
  left(table: number): readonly WrittenReply[] {
    return [...this.byId.values()].filter(
      (reply) => reply.report === undefined && !this.known.has(reply.id) && !reply.info && this.tableOf(reply) === table,
    );
  }

  private tableOf({ table }: WrittenReply): number {
    return table === null || table > this.asked.assessments.length ? 0 : table - 1;
  }

  /**
   * Where the table itself goes by another name now (the unit's name was filled in), a reply whose id is gone belongs to the finding
   * of the same check and indicator, where there is one of each only.
   */
  private byWords(table: number, identities: readonly Identity[]): void {
    const { messages, assessments } = this.asked;
    const open = assessments[table]!.findings.flatMap((finding, index) => {
      const { id } = identities[index]!;
      return this.byId.has(id) ? [] : [{ id, words: sameWords(messages.get(finding.code)?.title ?? '', finding.indicator ?? '') }];
    });
    const lost = this.left(table).map((reply) => ({ reply, words: sameWords(reply.check, reply.indicator) }));
    for (const { reply, words } of lost) {
      const those = open.filter((one) => one.words === words);
      if (those.length !== 1 || lost.filter((one) => one.words === words).length !== 1) continue;
      this.byId.delete(reply.id);
      this.byId.set(those[0]!.id, { ...reply, id: those[0]!.id });
    }
  }
}

/** Replies whose text explains nothing. */
function vagueReplies(asked: AnswerSource, identities: readonly (readonly Identity[])[], matched: Matched): ReadonlySet<WrittenReply> {
  const all = asked.assessments.flatMap(({ findings }, table) =>
    findings.flatMap((finding, index) => {
      const reply = matched.to(identities[table]![index]!.id);
      return reply === null || reply.text === '' ? [] : [{ reply, code: finding.code, sentence: asked.sentences[table]![index]! }];
    }),
  );
  const codes = new Map<string, Set<string>>();
  for (const { reply, code } of all) {
    const key = normal(reply.text);
    codes.set(key, (codes.get(key) ?? new Set()).add(code));
  }
  const isVague = ({ reply, code, sentence }: (typeof all)[number]): boolean =>
    isEmptyPhrase(reply.text) ||
    repeats(reply.text, [sentence, asked.messages.get(code)?.title ?? '', asked.messages.get(code)?.headline ?? '']) ||
    codes.get(normal(reply.text))!.size >= SAME_FOR;
  return new Set(all.filter(isVague).map(({ reply }) => reply));
}
