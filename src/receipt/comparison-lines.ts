/** What two workbooks held against each other came to, in sentences: the command line and the workbench say the same. */
import { COMPARISON_TITLES, FINDING_STATES, NOT_PUBLISHED, ONLY_BEFORE, PUBLISHED_SAME, SAME, SIDE_NAMES } from '../words';
import type { ComparedFindingJson, ComparedTableJson, ComparisonJson, ComparisonSideJson } from './comparison-types';

type As = NonNullable<ComparisonJson['as']>;
type State = ComparedFindingJson['state'];

/** Still there first, as values that changed are there too. */
export const FINDING_GROUPS: readonly (readonly [string, readonly State[]])[] = [
  [FINDING_STATES.remaining, ['remaining', 'changed']],
  [FINDING_STATES.new, ['new']],
  [FINDING_STATES.unchecked, ['unchecked']],
  [FINDING_STATES.resolved, ['resolved']],
];

function tallyOf(findings: readonly ComparedFindingJson[], before: string): string {
  const count = (...states: readonly State[]): number => findings.filter(({ state }) => states.includes(state)).length;
  const earlier = count('resolved', 'remaining', 'changed', 'unchecked');
  const parts = [
    [FINDING_STATES.resolved, count('resolved')],
    [FINDING_STATES.remaining, count('remaining', 'changed')],
    [FINDING_STATES.unchecked, count('unchecked')],
  ] as const;
  const told = parts.flatMap(([word, number]) => (number > 0 ? [`${word} ${number}`] : [])).join('，');
  return `${before}的问题 ${earlier} 项${told === '' ? '' : `：${told}`}；${FINDING_STATES.new} ${count('new')} 项`;
}

/** 「上次的问题 5 项：已更正 3，仍存在 2；新增 1 项」 */
export const tallyText = ({ findings }: ComparedTableJson, as: As): string => tallyOf(findings, SIDE_NAMES[as][0]);

const figure = (value: number | string | null, unit: string): string => (value === null ? '未填' : `${value}${unit}`);

/** 「自评 97.5 分 → 98 分」; once where nothing changed. */
function between(word: string, before: string, after: string): string {
  return before === after ? `${word} ${after}` : `${word} ${before} → ${after}`;
}

/** Sheet, whose it is, 自评, 等级: of both sides where they differ. */
export function sidesParts(before: ComparisonSideJson, after: ComparisonSideJson): readonly string[] {
  const unit = after.project ?? after.unit ?? before.unit;
  return [
    between('', before.sheet, after.sheet).trim(),
    ...(unit === null ? [] : [unit]),
    between('自评', figure(before.total, ' 分'), figure(after.total, ' 分')),
    ...(before.grade === null && after.grade === null ? [] : [between('等级', figure(before.grade, ''), figure(after.grade, ''))]),
  ];
}

/** Said of a table that only one of the two has. */
export function oneSideText({ after }: ComparedTableJson, as: As): string {
  if (as === 'published' && after === null) return NOT_PUBLISHED;
  return ONLY_BEFORE(SIDE_NAMES[as][after === null ? 0 : 1]);
}

const changed = (as: As): string => (as === 'published' ? '不一致' : '改动');

/** 「改动 3 处（其余 40 处没有不同）」, or that there is none. */
export function changesTitle({ rows, same }: ComparedTableJson, as: As): string {
  if (rows.length === 0) return as === 'published' ? PUBLISHED_SAME : SAME;
  return `${changed(as)} ${rows.length} 处${same > 0 ? `（其余 ${same} 处没有不同）` : ''}`;
}

/** 「修改情况核对，与「附件2.xlsx」比对：改动 3 处；上次的问题 5 项：已更正 3，仍存在 2；新增 1 项。」; `other`: the file it was held against. */
export function comparisonLine({ as, tables }: ComparisonJson, other: string): string {
  const kind = as ?? 'resubmitted';
  const places = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  const alone = tables.filter(({ before, after }) => before === null || after === null).length;
  const findings = tables.flatMap((table) => table.findings);
  const none = alone > 0 ? `${changed(kind)} 0 处` : changesTitle({ ...tables[0]!, rows: [] }, kind).replace(/。$/, '');
  const parts = [
    places > 0 ? `${changed(kind)} ${places} 处` : none,
    ...(kind === 'published' || findings.length === 0 ? [] : [tallyOf(findings, SIDE_NAMES[kind][0])]),
    ...(alone > 0 ? [`只在一边有的评分表 ${alone} 张`] : []),
  ];
  return `${COMPARISON_TITLES[kind]}，与「${other}」比对：${parts.join('；')}。`;
}
