/** Holds what the program answered against what was expected; '' or lines of differences. */
import type { Expected } from './model';
import { contents } from './write';

export interface Finding {
  readonly code: string;
  readonly severity: 'mandatory' | 'advisory' | 'info';
  readonly cell: { readonly sheet: string; readonly address: string };
  readonly related: readonly { readonly address: string }[];
  readonly message: string;
}
export interface Answer {
  readonly file: string;
  readonly status: string;
  readonly sheet: string;
  readonly reason?: string;
  readonly totals: { readonly stated: number | null; readonly sum: number | null; readonly fullScore: number | null };
  readonly indicators: readonly {
    readonly name: string;
    readonly selfScore: number | null;
    readonly cells: { readonly sheet: string; readonly selfScore: string | null };
    readonly expected: { readonly is: string; readonly score?: number };
  }[];
  readonly findings: readonly Finding[];
}

const RANK = { I: 0, A: 1, M: 2, none: 3 } as const;
const rank = (finding: Finding): number => ({ info: 0, advisory: 1, mandatory: 2 })[finding.severity];
export const line = (finding: Finding): string =>
  `${finding.severity[0]!.toUpperCase()} ${finding.code} ${finding.cell.sheet}!${finding.cell.address} ${finding.message}`;

/** 「M code|code A1|A2」 as a question to a finding. */
function asks(text: string, atLeast: boolean): (finding: Finding) => boolean {
  const [severity, codes, cells = '*'] = text.split(' ') as [keyof typeof RANK, string, string?];
  const ok = (list: string, value: string): boolean => list.split('|').some((one) => one === '*' || one === value);
  return (finding) =>
    (atLeast ? rank(finding) >= RANK[severity] : rank(finding) <= RANK[severity]) &&
    ok(codes, finding.code) &&
    (ok(cells, finding.cell.address) || finding.related.some((one) => ok(cells, one.address)));
}

export function findingsWrong(expected: Expected, answers: readonly Answer[]): string[] {
  const wrong: string[] = [];
  const first = answers[0];
  if (first === undefined) return ['no answer'];
  const status = expected.status ?? 'ok';
  if (first.status !== status) wrong.push(`status ${first.status}: ${first.reason ?? ''}`);
  const text = JSON.stringify(answers);
  for (const pattern of expected.says ?? []) if (!pattern.test(text)) wrong.push(`does not say ${pattern}`);
  for (const pattern of expected.neverSays ?? []) {
    const match = pattern.exec(text);
    if (match !== null) wrong.push(`says ${pattern}: …${text.slice(Math.max(0, match.index - 60), match.index + 80)}…`);
  }
  if (first.status !== 'ok') return wrong;
  const findings = answers.flatMap((one) => one.findings ?? []);
  const musts = (expected.must ?? []).map((one) => ({ one, asks: asks(one, true) }));
  for (const must of musts) if (!findings.some(must.asks)) wrong.push(`missing: ${must.one}`);
  const may = (expected.may ?? []).map((one) => asks(one, false));
  const quiet = RANK[expected.quiet ?? 'A'];
  for (const finding of findings) {
    if (rank(finding) < quiet || musts.some((must) => must.asks(finding)) || may.some((ask) => ask(finding))) continue;
    wrong.push(`not asked for: ${line(finding)}`);
  }
  if (expected.tables !== undefined && answers.length !== expected.tables) wrong.push(`${answers.length} tables`);
  if (expected.indicators !== undefined && first.indicators.length !== expected.indicators)
    wrong.push(`${first.indicators.length} indicators, not ${expected.indicators}`);
  for (const [key, value] of Object.entries(expected.totals ?? {})) {
    const is = first.totals[key as 'sum'];
    if (is !== value) wrong.push(`totals.${key} ${is}, not ${value}`);
  }
  return wrong;
}

export function recalcWrong(expected: NonNullable<Expected['recalc']>, before: Uint8Array, after: Uint8Array | null): string[] {
  if (after === null) return Object.keys(expected.writes ?? {}).length === 0 ? [] : ['recalc wrote nothing'];
  const [was, is] = [contents(before), contents(after)];
  const wrong: string[] = [];
  const sheet = [...was.cells.keys()][0]!.split('!')[0]!;
  const writes = new Map(Object.entries(expected.writes ?? {}).map(([at, value]) => [`${sheet}!${at}`, value]));
  const free = new Set((expected.free ?? []).map((at) => `${sheet}!${at}`));
  for (const at of new Set([...was.cells.keys(), ...is.cells.keys()])) {
    const ours = !was.cells.has(at) && /^(自评小结|运算记录|审核结果)/.test(at);
    if (ours || free.has(at)) continue;
    const due = writes.has(at) ? writes.get(at) : was.cells.get(at);
    if (is.cells.get(at) !== due)
      wrong.push(`recalc ${at}: ${String(was.cells.get(at))} → ${String(is.cells.get(at))}, due ${String(due)}`);
  }
  for (const [at, value] of writes)
    if (is.cells.get(at) !== value && !wrong.some((one) => one.includes(` ${at}:`))) wrong.push(`recalc ${at}: not ${value}`);
  for (const [at, value] of Object.entries(expected.not ?? {}))
    if (is.cells.get(`${sheet}!${at}`) === value) wrong.push(`recalc ${at} holds ${value}`);
  for (const [at, value] of Object.entries(expected.results ?? {})) {
    const result = is.results.get(`${sheet}!${at}`);
    if (result !== undefined && Math.abs(Number(result) - value) > 1e-9) wrong.push(`recalc ${at} shows ${String(result)}, not ${value}`);
  }
  return wrong;
}
