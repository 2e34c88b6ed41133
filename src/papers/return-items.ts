/** What a unit is asked for, and what became of what it was asked before. */
import { STATE_NAMES } from '../answers';
import type { FindingJson, ReportFindingJson, TableJson } from '../receipt';
import type { ReturnedUnit } from './returned-units';

export interface ReturnItem {
  readonly file: string;
  readonly id: string;
  readonly text: string;
}

export interface ReturnItems {
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

function rest(finding: Either): string {
  const basis = finding.basis === '' ? '' : ended(finding.basis.startsWith('惯例') ? finding.basis : `依据：${finding.basis}`);
  return `${ended(finding.message)}${basis}${AGAIN[stateOf(finding)] ?? ''}（编号${finding.id}）`;
}

/** 「附件2.xlsx“评分表”G30：…。依据：…。（编号R7QK-3F）」 */
function ofTable({ file }: TableJson, finding: FindingJson): ReturnItem {
  const { sheet, address } = finding.cell;
  return { file, id: finding.id, text: `${baseName(file)}“${sheet}”${address}：${rest(finding)}` };
}

function ofReport(file: string, finding: ReportFindingJson): ReturnItem {
  const { place } = finding;
  const where = place === null ? '' : `第${place.paragraph}段“${place.quote}”`;
  return { file, id: finding.id, text: `${baseName(file)}${where}：${rest(finding)}` };
}

const of = <T extends Either>(findings: readonly T[], severity: Either['severity']): readonly T[] =>
  findings.filter((finding) => finding.severity === severity && !isSettled(finding));

function itemsOf({ tables, reports }: ReturnedUnit, severity: Either['severity']): readonly ReturnItem[] {
  return [
    ...tables.flatMap((table) => of(table.findings, severity).map((finding) => ofTable(table, finding))),
    ...reports.flatMap((report) => of(report.findings, severity).map((finding) => ofReport(report.file, finding))),
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

export function returnItems(unit: ReturnedUnit): ReturnItems {
  const files = [...new Set([...unit.tables, ...unit.reports].map(({ file }) => file))];
  return {
    mandatory: itemsOf(unit, 'mandatory'),
    advisory: itemsOf(unit, 'advisory'),
    earlier: earlierOf(unit),
    files: files.map(baseName),
  };
}
