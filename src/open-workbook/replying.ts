/** What is replied to findings in the pane: kept with the workbook's settings, and written into 审核结果 when that is made. */
import { isWritten, REPLY_FIELDS, type ReplyField, type WrittenReply } from '../answers';
import type { FindingView } from './view/types';

/** The replies with one field of one finding written anew. */
export function withReply(
  replies: readonly WrittenReply[],
  { reply, title, subject, severity }: Pick<FindingView, 'reply' | 'title' | 'subject' | 'severity'>,
  field: ReplyField,
  text: string,
): readonly WrittenReply[] {
  const { id, department, finance, facts } = reply;
  const about = { check: title, indicator: subject, table: null, info: severity === 'info', handled: '', cell: null };
  const own: WrittenReply = { id, text: reply.text, department, finance, facts, ...about, [field]: text.trim() };
  const others = replies.filter((one) => one.id !== id);
  return isWritten(own) ? [...others, own] : others;
}

export function repliesText(replies: readonly WrittenReply[]): string | null {
  return replies.length === 0 ? null : JSON.stringify(replies);
}

/** What was kept is somebody's text: anything that is no reply is left out. */
export function repliesFrom(text: string | null): readonly WrittenReply[] {
  try {
    const read: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(read) ? read.flatMap((one) => replyFrom(one)) : [];
  } catch {
    return [];
  }
}

function replyFrom(kept: unknown): readonly WrittenReply[] {
  if (typeof kept !== 'object' || kept === null) return [];
  const texts = kept as Readonly<Record<string, unknown>>;
  const said = (key: string): string => (typeof texts[key] === 'string' ? texts[key] : '');
  const [text, department, finance] = REPLY_FIELDS.map(said);
  const own = { id: said('id'), check: said('check'), indicator: said('indicator'), facts: said('facts') };
  if (own.id === '') return [];
  const fields = { text: text!, department: department!, finance: finance! };
  return [{ ...own, ...fields, table: null, info: texts['info'] === true, handled: '', cell: null }];
}
