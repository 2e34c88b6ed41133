/** The text of a 审核意见 file, read and written. What this version does not know is kept and written back. */
import type { Severity } from '../words';
import { BAD_FILE, type BadFile, FILE_IS } from './texts';
import {
  type FindingOpinion,
  type OpinionBook,
  type OpinionPlace,
  type OpinionTable,
  type OpinionReport,
  type OwnOpinion,
  PLACE_FIELDS,
  type ReportOpinions,
  type Rest,
  type RowReview,
  type TableOpinions,
} from './types';

const VERSION = 1;
/** Letters of a file: a county's opinions are some hundred thousand. */
const LONGEST = 50_000_000;

export type ReadOpinions = { readonly ok: true; readonly book: OpinionBook } | { readonly ok: false; readonly why: string };

/** Somebody's file, or what a crash left of one: whatever it is, the answer is a book or a sentence. */
export function readOpinions(text: string): ReadOpinions {
  if (text.length > LONGEST) return bad('large');
  const told = parsed(text.replace(/^\uFEFF/, ''));
  if (told === undefined) return bad('damaged');
  if (!isObject(told) || told['is'] !== FILE_IS || !Array.isArray(told['tables'])) return bad('other');
  const version = told['version'];
  if (typeof version !== 'number') return bad('other');
  return version > VERSION ? bad('newer') : { ok: true, book: bookFrom(told) };
}

/** Deterministic: the same opinions give the same text. */
export function opinionsText({ reviewer, batch, tables, reports, rest }: OpinionBook): string {
  const ofReports = listOut(reports.map(reportOut), rest, 'reports');
  const file = {
    is: FILE_IS,
    version: VERSION,
    reviewer,
    batch,
    tables: listOut(tables.map(tableOut), rest, 'tables'),
    ...(ofReports.length === 0 ? {} : { reports: ofReports }),
    ...known(rest),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

const bad = (why: BadFile): ReadOpinions => ({ ok: false, why: BAD_FILE[why] });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

type Plain = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
const textIn = (from: Plain, key: string): string => (typeof from[key] === 'string' ? from[key] : '');
const textOrNull = (from: Plain, key: string): string | null => (typeof from[key] === 'string' ? from[key] : null);
const listIn = (from: Plain, key: string): readonly unknown[] => (Array.isArray(from[key]) ? from[key] : []);

/** What is left when the known fields are taken out. */
function without(from: Plain, known: readonly string[]): Rest {
  return Object.fromEntries(Object.entries(from).filter(([key]) => !known.includes(key)));
}

/** Entries of a list that could not be read stand in `rest` under this name, and go back into the list. */
const oddOf = (list: string): string => `unread ${list}`;

function entries<T>(from: Plain, key: string, read: (one: Plain) => T | null): { readonly good: readonly T[]; readonly rest: Rest } {
  const good: T[] = [];
  const odd: unknown[] = [];
  for (const one of listIn(from, key)) {
    const own = isObject(one) ? read(one) : null;
    if (own === null) odd.push(one);
    else good.push(own);
  }
  return { good, rest: odd.length === 0 ? {} : { [oddOf(key)]: odd } };
}

/** A list as it is written, with what could not be read behind. */
function listOut(own: readonly unknown[], rest: Rest, key: string): readonly unknown[] {
  const odd = rest[oddOf(key)];
  return [...own, ...(Array.isArray(odd) ? (odd as readonly unknown[]) : [])];
}

function bookFrom(from: Plain): OpinionBook {
  const tables = entries(from, 'tables', tableFrom);
  const reports = entries(from, 'reports', reportFrom);
  const rest = without(from, ['is', 'version', 'reviewer', 'batch', 'tables', 'reports']);
  return {
    reviewer: textIn(from, 'reviewer'),
    batch: textIn(from, 'batch'),
    tables: tables.good,
    reports: reports.good,
    rest: { ...rest, ...tables.rest, ...reports.rest },
  };
}

function tableFrom(from: Plain): TableOpinions | null {
  const { table } = from;
  if (!isObject(table)) return null;
  const findings = entries(from, 'findings', findingFrom);
  const own = entries(from, 'own', ownFrom);
  const scores = entries(from, 'scores', scoreFrom);
  const rest = { ...without(from, ['table', 'findings', 'own', 'scores']), ...findings.rest, ...own.rest, ...scores.rest };
  return { table: identityFrom(table), findings: findings.good, own: own.good, scores: scores.good, rest };
}

function reportFrom(from: Plain): ReportOpinions | null {
  const { report } = from;
  if (!isObject(report)) return null;
  const findings = entries(from, 'findings', findingFrom);
  return { report: reportIdentity(report), findings: findings.good, rest: { ...without(from, ['report', 'findings']), ...findings.rest } };
}

function reportIdentity(from: Plain): OpinionReport {
  const year = typeof from['year'] === 'number' ? from['year'] : null;
  return { unit: textOrNull(from, 'unit'), year, file: textIn(from, 'file'), digest: textOrNull(from, 'digest') };
}

const KINDS = ['whole', 'project', 'transfer'] as const;

function identityFrom(from: Plain): OpinionTable {
  const kind = KINDS.find((one) => one === from['kind']) ?? null;
  const year = typeof from['year'] === 'number' ? from['year'] : null;
  const [unit, project, digest, contents] = ['unit', 'project', 'digest', 'contents'].map((key) => textOrNull(from, key));
  return {
    kind,
    unit: unit!,
    project: project!,
    year,
    sheet: textIn(from, 'sheet'),
    file: textIn(from, 'file'),
    digest: digest!,
    contents: contents!,
  };
}

const SEVERITIES: readonly Severity[] = ['mandatory', 'advisory', 'info'];
const severityIn = (from: Plain, key: string): Severity => SEVERITIES.find((one) => one === from[key]) ?? 'advisory';
const alsoIn = (from: Plain): readonly Rest[] => listIn(from, 'also').filter(isObject);

function findingFrom(from: Plain): FindingOpinion | null {
  const id = textIn(from, 'id');
  if (id === '') return null;
  return {
    id,
    code: textIn(from, 'code'),
    indicator: textOrNull(from, 'indicator'),
    severity: severityIn(from, 'severity'),
    message: textIn(from, 'message'),
    listed: typeof from['listed'] === 'boolean' ? from['listed'] : null,
    words: textIn(from, 'words'),
    ledger: from['ledger'] === true,
    also: alsoIn(from),
    rest: without(from, ['id', 'code', 'indicator', 'severity', 'message', 'listed', 'words', 'ledger', 'also']),
  };
}

function placeFrom(value: unknown): OpinionPlace | null {
  if (!isObject(value)) return null;
  const field = PLACE_FIELDS.find((one) => one === value['field']) ?? null;
  return { row: textOrNull(value, 'row'), field, sheet: textIn(value, 'sheet'), address: textIn(value, 'address') };
}

function ownFrom(from: Plain): OwnOpinion | null {
  const id = textIn(from, 'id');
  if (id === '') return null;
  return {
    id,
    place: placeFrom(from['place']),
    text: textIn(from, 'text'),
    level: severityIn(from, 'level'),
    ledger: from['ledger'] === true,
    also: alsoIn(from),
    rest: without(from, ['id', 'place', 'text', 'level', 'ledger', 'also']),
  };
}

function scoreFrom(from: Plain): RowReview | null {
  const row = textIn(from, 'row');
  if (row === '') return null;
  const score = typeof from['score'] === 'number' ? String(from['score']) : textIn(from, 'score');
  return { row, score, why: textIn(from, 'why'), also: alsoIn(from), rest: without(from, ['row', 'score', 'why', 'also']) };
}

const oddKeys = ['findings', 'own', 'scores', 'tables', 'reports'].map(oddOf);
const known = (rest: Rest): Rest => without(rest, oddKeys);

function tableOut({ table, findings, own, scores, rest }: TableOpinions): unknown {
  return {
    table,
    findings: listOut(findings.map(flat), rest, 'findings'),
    own: listOut(own.map(flat), rest, 'own'),
    scores: listOut(scores.map(flat), rest, 'scores'),
    ...known(rest),
  };
}

const reportOut = ({ report, findings, rest }: ReportOpinions): unknown => ({
  report,
  findings: listOut(findings.map(flat), rest, 'findings'),
  ...known(rest),
});

function flat({ rest, also, ...own }: FindingOpinion | OwnOpinion | RowReview): unknown {
  return { ...own, ...(also.length === 0 ? {} : { also }), ...rest };
}
