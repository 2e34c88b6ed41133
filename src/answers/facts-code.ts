/**
 * 核对码, a column of 审核结果: 「9K2MQ」 are the values the finding rested on when the sheet was written. A sheet that is written anew
 * keeps texts that are out of date, and then says which they were: 「9K2MQ-3F7-0-0」, in the order of REPLY_FIELDS. A text that has been
 * written anew since is about the values of the sheet it stands in.
 */
import { normal, shortCode } from '../workbook';
import { type WrittenReply, REPLY_FIELDS, type ReplyField } from './reply';

const LETTERS = 3;
const NOTHING = '0';

const textCode = (text: string): string => shortCode(normal(text), LETTERS);

function partsOf(facts: string): readonly string[] {
  return normal(facts).toUpperCase().split('-');
}

/**
 * Whether what stands in a field is about the values as they are now. Where somebody took the code away nobody can tell: `untold` is
 * the answer then.
 */
export function isAbout(reply: WrittenReply, field: ReplyField, values: string, untold: boolean): boolean {
  const [known = '', ...old] = partsOf(reply.facts);
  if (known === '') return untold;
  return known === values && old[REPLY_FIELDS.indexOf(field)] !== textCode(reply[field]);
}

/** 核对码 for a sheet written now. */
export function factsCode(values: string, reply: WrittenReply | null): string {
  if (reply === null) return values;
  const old = REPLY_FIELDS.map((field) => (reply[field] !== '' && !isAbout(reply, field, values, true) ? textCode(reply[field]) : NOTHING));
  return old.every((code) => code === NOTHING) ? values : [values, ...old].join('-');
}
