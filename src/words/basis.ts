import type { Reference } from '../standards';

const NOT_OFFICIAL = '依公开资料整理，非官方文本';
const NOT_READ = '未核对原文';
/** Rules made for projects are nothing to hold against a department as a whole. */
const FOR_PROJECTS = /项目支出/;

/**
 * A rule's source in one line: 《…办法》（财预〔2020〕10号）第三条. The number of a document stands only beside words taken from
 * it; what forms do in practice is called 惯例, with the document it goes back to where that is of the same kind.
 * @param kind of the table the rule is held against
 */
export function basisText(reference: Reference, kind: 'whole' | 'project' | 'transfer' | null = null): string {
  const { status, number, article } = reference;
  if (status === 'practice' && number !== undefined) return practiceText(reference, kind);
  const title = status === 'official' || number !== undefined ? inTitleMarks(reference.title) : reference.title;
  if (status === 'reconstructed') return `${title}${article === undefined ? '' : `：${article}`}（${NOT_OFFICIAL}）`;
  const stated = status === 'official' && number !== undefined ? `（${number}）` : '';
  if (article === undefined) return `${title}${stated}`;
  return `${title}${stated}${status === 'official' && /^第.+[条款项章]/.test(article) ? article : `：${article}`}`;
}

/** What is said behind a text that is no official one. */
export const UNOFFICIAL = `（${NOT_OFFICIAL}）`;
const UNREAD_SOURCE = new RegExp(`（参照[^（）]*(?:（[^（）]*）[^（）]*)*，${NOT_READ}）`);

/**
 * A ground as an office may give it in a letter of its own: a custom is called one, but no document is named that nobody has looked up;
 * '' where nothing is left. A source that is no official text keeps its remark: whoever writes the letter settles it.
 */
export function groundForLetter(basis: string): string {
  const plain = basis.replace(UNREAD_SOURCE, '');
  const ground = plain.startsWith('惯例') ? plain.replace(UNOFFICIAL, '') : plain;
  return ground === '惯例' ? '' : ground;
}

/** 「依据：…」; what is mere custom says so by itself: 「惯例：…」. */
export const labelled = (basis: string): string => (/^(?:惯例|参照)/.test(basis) ? basis : `依据：${basis}`);

const inTitleMarks = (title: string): string => (title.startsWith('《') ? title : `《${title}》`);

function practiceText({ title, article }: Reference, kind: string | null): string {
  const said = article === undefined ? '惯例' : `惯例：${article}`;
  return kind === 'whole' && FOR_PROJECTS.test(title) ? said : `${said}（参照${inTitleMarks(title)}，${NOT_READ}）`;
}
