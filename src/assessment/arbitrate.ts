/** For one mistake, one finding (../checks/precedence.ts holds the lists). */
import { accusedKey, codeOrder, type Finding, FUNDING_PRECEDENCE, rank, REPEATING } from '../checks';
import type { Severity } from '../words';
import { type Addr, addrKey, compareAddr } from '../workbook';

const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { mandatory: 0, advisory: 1, info: 2 };

/**
 * Of the findings that blame the same thing the first by precedence stays; what another finding accounts for goes;
 * what repeats down a column becomes one. In order of severity, then of reading.
 */
export function arbitrate(all: readonly Finding[]): readonly Finding[] {
  return merged(settled([...oneFundingFinding(winners(all))].sort((a, b) => (precedes(a, b) ? -1 : 1)))).sort(byImportance);
}

/** Severity, then sheet, row and column, then the order of the codes. */
export function byImportance(a: Finding, b: Finding): number {
  return (
    SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] ||
    compareAddr(a.cell, b.cell) ||
    codeOrder(a.code) - codeOrder(b.code) ||
    compareText(accusedKey(a.accused), accusedKey(b.accused))
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function better(a: Finding, b: Finding): boolean {
  return (rank(a) - rank(b) || SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] || compareAddr(a.cell, b.cell)) < 0;
}

/** One finding for each (row, aspect). */
function winners(all: readonly Finding[]): readonly Finding[] {
  const best = new Map<string, Finding>();
  for (const finding of all) {
    const key = accusedKey(finding.accused);
    const other = best.get(key);
    if (other === undefined || better(finding, other)) best.set(key, finding);
  }
  return [...best.values()];
}

/** A funding row has one finding among its four, whichever aspect they blame. */
function oneFundingFinding(findings: readonly Finding[]): readonly Finding[] {
  const best = new Map<string, number>();
  const place = (finding: Finding): number => FUNDING_PRECEDENCE.indexOf(finding.code);
  for (const finding of findings) {
    const own = place(finding);
    if (own < 0) continue;
    const known = best.get(finding.accused.row);
    if (known === undefined || own < known) best.set(finding.accused.row, own);
  }
  return findings.filter((finding) => place(finding) < 0 || best.get(finding.accused.row) === place(finding));
}

/** In one order, whatever order they were found in. What is dropped may have silenced others that stand now: looked at again until nothing more goes. */
function settled(findings: readonly Finding[]): readonly Finding[] {
  const left = unaccounted(findings);
  return left.length === findings.length ? left : settled(left);
}

/** Of two that account for each other: the order of the codes, then of reading, so that one always stands. */
function precedes(a: Finding, b: Finding): boolean {
  return (
    (codeOrder(a.code) - codeOrder(b.code) || compareAddr(a.cell, b.cell) || compareText(accusedKey(a.accused), accusedKey(b.accused))) < 0
  );
}

/** Drops what a standing finding accounts for; of two that account for each other the first in contract order stands. */
function unaccounted(findings: readonly Finding[]): readonly Finding[] {
  const accounters = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const who of finding.accountsFor) {
      const key = accusedKey(who);
      const list = accounters.get(key);
      if (list === undefined) accounters.set(key, [finding]);
      else list.push(finding);
    }
  }
  if (accounters.size === 0) return findings;
  const verdicts = new Map<Finding, boolean>();
  const stands = (finding: Finding, asking: ReadonlySet<Finding>): boolean => {
    const decided = verdicts.get(finding);
    if (decided !== undefined) return decided;
    const within = new Set(asking).add(finding);
    const others = accounters.get(accusedKey(finding.accused)) ?? [];
    const verdict = !others.some((other) => other !== finding && (asking.has(other) ? precedes(other, finding) : stands(other, within)));
    if (asking.size === 0) verdicts.set(finding, verdict);
    return verdict;
  };
  return findings.filter((finding) => stands(finding, new Set()));
}

/** The block in which a repeated mistake counts once: for a missing value the part of the sheet, else the column. */
function block(finding: Finding): string {
  if (finding.code === 'evidence-missing') return '';
  if (finding.code !== 'value-missing') return `${finding.accused.aspect} ${finding.cell.col}`;
  const { aspect } = finding.accused;
  return aspect === 'money' || aspect === 'rate' ? 'funding' : aspect === 'text' || aspect === 'file' ? 'head' : 'indicators';
}

function merged(findings: readonly Finding[]): Finding[] {
  const out: Finding[] = [];
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!REPEATING.has(finding.code)) {
      out.push(finding);
      continue;
    }
    const key = `${finding.code} ${finding.severity} ${finding.cell.sheet} ${block(finding)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  for (const group of groups.values()) out.push(group.length === 1 ? group[0]! : joined(group));
  return out;
}

/**
 * The first in reading order speaks for all; every cell, its own included, stands in `related`. Its actual, expected and fix
 * hold for one cell only and are not said of many.
 */
function joined(group: readonly Finding[]): Finding {
  const inOrder = [...group].sort((a, b) => compareAddr(a.cell, b.cell));
  const first = inOrder[0]!;
  return {
    code: first.code,
    severity: first.severity,
    accused: first.accused,
    cell: first.cell,
    basis: first.basis,
    data: first.data,
    indicator: null,
    related: distinct(inOrder.flatMap((finding) => [finding.cell, ...finding.related])),
    accountsFor: inOrder.flatMap((finding) => finding.accountsFor),
  };
}

function distinct(cells: readonly Addr[]): readonly Addr[] {
  const seen = new Map(cells.map((at) => [addrKey(at), at]));
  return [...seen.values()].sort(compareAddr);
}
