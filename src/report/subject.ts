/** Whose score a clause tells: the table's own, or somebody else's. */
import { normal, wordsPattern } from '../workbook';
import type { ReportContext } from './context';
import { ownWordsOff } from './scope';
import { WORDS } from './words';

const ORGANISATION = new RegExp(`[\\u4e00-\\u9fa5]{2,}(?:${wordsPattern(WORDS.organisationEnds)})$`);
const WHOLE = new RegExp(wordsPattern(WORDS.wholeScopes));
const YEARS_AND_LINKS = /(?:\d{4}年(?:度)?|本年度|年度|项目|绩效|的|在)+$/;
const QUOTED = /[“"「『《]([^”"」』》]{2,60})[”"」』》]/g;

/**
 * Running text names a subordinate unit, another project, or the department's 整体支出 before a score of theirs. What is not named is the
 * table's own.
 * @param clause the clause before the score, up to the word for it (自评得分)
 */
export function isAnothers(clause: string, context: ReportContext): boolean {
  const { scoreTable } = context.table ?? {};
  if (scoreTable === undefined) return false;
  if (scoreTable.kind !== null && scoreTable.kind !== 'whole' && WHOLE.test(clause)) return true;
  const own = [context.unit, scoreTable.unit?.value, scoreTable.project?.value].flatMap((name) => (name == null ? [] : [normal(name)]));
  const isOwn = (name: string): boolean => own.some((one) => one.includes(normal(name)) || normal(name).includes(one));
  const quoted = [...clause.matchAll(QUOTED)].map(([, name]) => name!);
  if (scoreTable.project?.value != null && quoted.length > 0 && !quoted.some(isOwn)) return true;
  const subject = ownWordsOff(normal(clause)).replace(YEARS_AND_LINKS, '');
  const name = ORGANISATION.exec(subject)?.[0];
  return name !== undefined && own.length > 0 && !isOwn(name);
}
