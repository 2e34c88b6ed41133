/** What a unit is asked for, and what became of what it was asked before. */
import { STATE_NAMES } from '../answers';
import { isListed, type LaidOpinions, type OwnOpinion, placeText } from '../opinions';
import type { FindingJson, ReportFindingJson, ReportJson, TableJson } from '../receipt';
import { groundForLetter } from '../words';
import type { ReturnedUnit } from './returned-units';

export interface ReturnItem {
  readonly file: string;
  readonly id: string;
  readonly text: string;
}

export interface ReturnItems {
  /** Opinions of a reviewer's that ask for nothing. */
  readonly info: readonly ReturnItem[];
  readonly mandatory: readonly ReturnItem[];
  readonly advisory: readonly ReturnItem[];
  /** Lines on earlier opinions; empty where there were none. */
  readonly earlier: readonly string[];
  readonly files: readonly string[];
}

type Either = FindingJson | ReportFindingJson;
type State = keyof typeof STATE_NAMES;

const stateOf = ({ answer }: Either): State => answer?.state ?? 'open';
/** Nothing more is asked: a reviewer agreed, or an advisory one was explained. */
const isSettled = (finding: Either): boolean =>
  stateOf(finding) === 'accepted' || (finding.severity === 'advisory' && stateOf(finding) === 'explained');

/** What was replied and does not settle it. */
const AGAIN: Readonly<Partial<Record<State, string>>> = {
  vague: '上次的说明过于笼统，请写明具体原因。',
  stale: '上次说明之后表中数据有变动，请重新说明。',
  'not-accepted': '这一项不以说明代替更正。',
};

const baseName = (file: string): string => file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
const ended = (sentence: string): string => (/[。！？]$/.test(sentence) ? sentence : `${sentence}。`);

/** `words`: the reviewer's, to go with it. */
function rest(finding: Either, words = ''): string {
  const ground = groundForLetter(finding.basis);
  const basis = ground === '' ? '' : ended(ground.startsWith('惯例') ? ground : `依据：${ground}`);
  const said = words === '' ? '' : ended(`审核意见：${words}`);
  return `${ended(finding.message)}${basis}${AGAIN[stateOf(finding)] ?? ''}${said}（编号${finding.id}）`;
}

/** 「附件2.xlsx“评分表”G30：…。依据：…。（编号R7QK-3F）」 */
function ofTable({ file }: TableJson, finding: FindingJson, words?: string): ReturnItem {
  const { sheet, address } = finding.cell;
  return { file, id: finding.id, text: `${baseName(file)}“${sheet}”${address}：${rest(finding, words)}` };
}

/** 「附件2.xlsx全表：…。（编号R7QK-3F）」 */
function ofReviewer(table: TableJson, { id, place, text }: OwnOpinion): ReturnItem {
  return { file: table.file, id, text: `${baseName(table.file)}${placeText(table, place)}：${ended(text)}（编号${id}）` };
}

function ofReport(file: string, finding: ReportFindingJson, words?: string): ReturnItem {
  const { place } = finding;
  const where = place === null ? '' : `第${place.paragraph}段“${place.quote}”`;
  return { file, id: finding.id, text: `${baseName(file)}${where}：${rest(finding, words)}` };
}

const of = <T extends Either>(findings: readonly T[], severity: Either['severity']): readonly T[] =>
  findings.filter((finding) => finding.severity === severity && !isSettled(finding));

/** What goes to the unit of one table: everything that is not settled, or what the reviewer ticked and wrote. */
function tableItems(table: TableJson, severity: Either['severity'], opinions: LaidOpinions | null): readonly ReturnItem[] {
  if (opinions === null) return of(table.findings, severity).map((finding) => ofTable(table, finding));
  const { findings, own } = opinions.on(table);
  const ticked = table.findings.filter((one) => one.severity === severity && isListed(one, findings.get(one.id)));
  return [
    ...ticked.map((finding) => ofTable(table, finding, findings.get(finding.id)?.words)),
    ...own.filter(({ level, text }) => level === severity && text.trim() !== '').map((one) => ofReviewer(table, one)),
  ];
}

/** What goes to the unit of one report: as of a table where a reviewer has looked at it, else everything that is not settled. */
function reportItems(report: ReportJson, severity: Either['severity'], opinions: LaidOpinions | null): readonly ReturnItem[] {
  const chosen = opinions?.reports.on(report) ?? null;
  if (chosen === null) return severity === 'info' ? [] : of(report.findings, severity).map((finding) => ofReport(report.file, finding));
  const ticked = report.findings.filter((one) => one.severity === severity && isListed(one, chosen.get(one.id)));
  return ticked.map((finding) => ofReport(report.file, finding, chosen.get(finding.id)?.words));
}

function itemsOf({ tables, reports }: ReturnedUnit, severity: Either['severity'], opinions: LaidOpinions | null): readonly ReturnItem[] {
  return [
    ...tables.flatMap((table) => tableItems(table, severity, opinions)),
    ...reports.flatMap((report) => reportItems(report, severity, opinions)),
  ];
}

const STATES: readonly State[] = ['resolved', 'explained', 'accepted', 'vague', 'stale', 'not-accepted', 'open'];

/** 「已更正2项：R7QK-3F、…。」, a line for each state that occurs. */
function earlierOf({ tables, reports }: ReturnedUnit): readonly string[] {
  const answered = [...tables, ...reports].flatMap(({ findings }): readonly Either[] => findings).filter(({ answer }) => answer !== null);
  const resolved = tables.flatMap((table) => table.resolved.map(({ id }) => id));
  return STATES.flatMap((state) => {
    const ids = state === 'resolved' ? resolved : answered.filter((finding) => stateOf(finding) === state).map(({ id }) => id);
    return ids.length === 0 ? [] : [`${STATE_NAMES[state]}${ids.length}项：${ids.join('、')}。`];
  });
}

/** `opinions` null: nobody chose, so that everything that is not settled is asked; 参考 is not. */
export function returnItems(unit: ReturnedUnit, opinions: LaidOpinions | null): ReturnItems {
  const files = [...new Set([...unit.tables, ...unit.reports].map(({ file }) => file))];
  return {
    mandatory: itemsOf(unit, 'mandatory', opinions),
    advisory: itemsOf(unit, 'advisory', opinions),
    info: opinions === null ? [] : itemsOf(unit, 'info', opinions),
    earlier: earlierOf(unit),
    files: files.map(baseName),
  };
}
