/** What has become of a finding. States change neither its severity nor, but for --require-answers, an exit status. */
import type { Severity } from '../words';
import { normal } from '../workbook';
import { isAbout } from './facts-code';
import type { WrittenReply, ReplyField } from './reply';
import { AGREED, RETURNED } from './sheet-words';
import { isEmptyPhrase } from './vague';

/**
 * - open 待处理: nothing was written, or a reviewer sent it back · explained 已说明 · vague 说明过于笼统 ·
 * - stale 说明已失效: the values have changed since · not-accepted 强制性不以说明代替更正: shown to the reviewer, open all the same ·
 * - accepted 经审核认定: a reviewer agreed and gave a ground; it counts as open no longer.
 */
export type AnswerState = 'open' | 'explained' | 'vague' | 'stale' | 'not-accepted' | 'accepted';

export const STATE_NAMES: Readonly<Record<AnswerState | 'resolved', string>> = {
  open: '待处理',
  explained: '已说明',
  vague: '说明过于笼统',
  stale: '说明已失效',
  'not-accepted': '强制性不以说明代替更正',
  accepted: '经审核认定',
  resolved: '已更正',
};

const OPINIONS: readonly ReplyField[] = ['department', 'finance'];
const BREAKS = /^[\s\p{P}]+/u;

function after(text: string, words: readonly string[]): string | null {
  const said = normal(text);
  const word = words.find((one) => said.startsWith(one));
  return word === undefined ? null : said.slice(word.length).replace(BREAKS, '');
}

/** 「同意：附件3会议纪要第2条」: agreed, with a ground; 「同意」 alone changes nothing. */
export function isAgreed(opinion: string): boolean {
  const ground = after(opinion, AGREED);
  return ground !== null && ground !== '' && !isEmptyPhrase(ground);
}

export const isReturned = (opinion: string): boolean => after(opinion, RETURNED) !== null;

/** `vague`: whether its text explains nothing, by whoever sees the other answers too. */
export function stateOf(reply: WrittenReply | null, severity: Severity, values: string, vague: boolean): AnswerState {
  if (reply === null) return 'open';
  // Without the code nobody can tell what was agreed to: an opinion then counts for nothing.
  const opinions = OPINIONS.filter((field) => isAbout(reply, field, values, false)).map((field) => reply[field]);
  if (opinions.some(isReturned)) return 'open';
  if (opinions.some(isAgreed)) return 'accepted';
  if (reply.text === '') return 'open';
  if (severity === 'mandatory') return 'not-accepted';
  if (!isAbout(reply, 'text', values, true)) return 'stale';
  return vague ? 'vague' : 'explained';
}
