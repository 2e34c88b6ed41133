/** Whose score a sentence tells: the table's own, or somebody else's. */
import { normal, wordsPattern } from '../workbook';
import type { ReportContext } from './context';
import { holdsAny, sentenceStart, WORDS } from './words';

/** Letters before a score in which its owner is looked for: a line of any length is read in time that grows with it. */
const LOOK_BACK = 1000;
/** Stands for the unit's or the project's own name. */
const OWN = '#';
const CLAUSE = /[，,；;：:、]/;
const BY_SOMETHING = new RegExp(`^${wordsPattern(WORDS.bySomething)}`);
const LEAD = new RegExp(`^(?:\\d{4}年(?:度)?|本年度|${wordsPattern(WORDS.leads)}|[\\d.]|[()（）一二三四五六七八九十])+`);
const ORGANISATION = new RegExp(
  `^[\\u4e00-\\u9fa5]{2,}?${wordsPattern(WORDS.organisationEnds)}(?=\\d|${wordsPattern(WORDS.behindSubjects)}|$)`,
);
const PROJECT = new RegExp(`[^，,]{2,}项目(?!${wordsPattern(WORDS.behindProject)})`);
const QUOTED = /["「『《]([^"」』》]{2,60})["」』》]/g;
const QUOTED_PROJECT = /["」』》]项目/;
const OWN_PRONOUNS = new RegExp(wordsPattern(WORDS.ownPronouns));

/**
 * Running text names a subordinate unit, another project, or the department's 整体支出, and then a score of theirs, often a clause later. The
 * last that is named in the sentence counts; where nobody is named, the table's own is meant.
 * @param text of the line, up to the word for the score (自评得分)
 */
export function isAnothers(text: string, context: ReportContext): boolean {
  if (context.table === null) return false;
  const near = text.slice(-LOOK_BACK);
  const start = sentenceStart(near, near.length);
  for (const clause of clausesOf(near.slice(start)).reverse()) {
    const whose = subjectOf(clause, context);
    if (whose !== null) return whose === 'other';
  }
  return isAnotherProject(near.slice(0, start), context);
}

const clausesOf = (text: string): string[] =>
  normal(text.replace(/[“”]/g, '"'))
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .split(CLAUSE);

/** 「2.“平台运维”项目：执行率97.3%。自评得分96.8分」: a paragraph of another project, named sentences before. */
function isAnotherProject(text: string, context: ReportContext): boolean {
  const { kind, project } = context.table!.scoreTable;
  const names = ownNames(context);
  for (const clause of clausesOf(text.replace(/[。!?！？]/g, '，')).reverse()) {
    if (names.some((name) => clause.includes(name))) return false;
    const quotes = QUOTED_PROJECT.test(clause);
    if (quotes && (kind === 'whole' || (project?.value != null && quotesAnother(clause, names)))) return true;
  }
  return false;
}

/** A heading that names a project: 「（一）河道清淤整治项目」, 「三、重点项目情况」; not 本项目, 项目支出, 项目概况. */
const PROJECT_HEADING = /[\u4e00-\u9fa5]{2,}项目(?:情况|绩效|自评|完成|实施|$)/;

/**
 * What stands under the heading of a project is told of that project: of none of the whole unit's measures, and of no other project's.
 * @param heading titles above a line, the outermost first
 */
export function standsUnderAnother(heading: readonly string[], context: ReportContext): boolean {
  if (context.table === null) return false;
  const project = normal(context.table.scoreTable.project?.value ?? '');
  const isOwn = (title: string): boolean =>
    context.table!.scoreTable.kind === 'whole' ? holdsAny(title, WORDS.wholeScopes) : project === '' || title.includes(project);
  return heading.map(normal).some((title) => PROJECT_HEADING.test(title) && !OWN_PRONOUNS.test(title) && !isOwn(title));
}

/** Of the unit and the project, the longest first. */
function ownNames(context: ReportContext): readonly string[] {
  const { unit, project } = context.table!.scoreTable;
  const names = [context.unit, unit?.value, project?.value].flatMap((name) => (name == null || name === '' ? [] : [normal(name)]));
  return names.sort((a, b) => b.length - a.length);
}

type Whose = 'own' | 'other';

function subjectOf(clause: string, context: ReportContext): Whose | null {
  const { kind, project } = context.table!.scoreTable;
  if (kind !== null && kind !== 'whole' && holdsAny(clause, WORDS.wholeScopes)) return 'other';
  const names = ownNames(context);
  const marked = names.reduce((all, name) => all.replaceAll(name, OWN), clause.trim());
  if (marked.includes(OWN) || OWN_PRONOUNS.test(marked)) return 'own';
  const named = marked.replace(LEAD, '');
  if (BY_SOMETHING.test(named)) return null;
  if (kind === 'whole' && PROJECT.test(named)) return 'other';
  return (project?.value != null && quotesAnother(named, names)) || isAnotherUnit(named, names) ? 'other' : null;
}

function quotesAnother(named: string, names: readonly string[]): boolean {
  return [...named.matchAll(QUOTED)].some(([, name]) => !names.some((own) => own.includes(name!)));
}

function isAnotherUnit(named: string, names: readonly string[]): boolean {
  const organisation = ORGANISATION.exec(named)?.[0];
  return names.length > 0 && organisation !== undefined && !names.some((own) => own.endsWith(organisation));
}
