/**
 * The strict tester: a check's behaviour as tables of passing, failing and boundary sheets. Vague cases are refused: a failing
 * case names severity, cell, related cells, the whole message and the fix, and the check may not change what it is given.
 */
import { complete } from '../../../src/assessment/assess';
import { unmet } from '../../../src/assessment/needs';
import { rowById } from '../../../src/score-table/scored-rows';
import { wordsFor } from '../../../src/words/words';
import type { Check, CheckContext, Finding, Raw } from '../../../src/checks/types';
import type { Severity } from '../../../src/words/severity';
import { deriveAll, unknownDerivation } from '../../../src/scoring';
import { applyStandards, type GivenStandards } from '../../../src/standards/applied';
import type { Parameters } from '../../../src/standards/parameters';
import { a1, parseA1 } from '../../../src/workbook/address';
import { calculated } from '../../../src/workbook/calculated';
import type { Addr, WorkbookSnapshot } from '../../../src/workbook/types';
import { scoreTableOf, type Built, type SheetSpec } from '../../support/score-table';

/** A sheet described, or a score table and workbook made in another way. */
export type Subject = { readonly sheet: SheetSpec } | { readonly built: Built };

export interface ExpectedFinding {
  readonly severity: Severity;
  /** A1, on the table's own sheet; 「Sheet!A1」 on another. */
  readonly cell: string;
  readonly related: readonly string[];
  /** The whole sentence. */
  readonly message: string;
  /** null: there is no fix. */
  readonly fix: { readonly cell: string; readonly value: number | string } | { readonly cell: string; readonly formula: string } | null;
  /** Optional: name of the indicator, `actual` and `expected` as numbers or text, the accused. */
  readonly indicator?: string | null;
  readonly actual?: number | string | null;
  readonly expected?: number | string | null;
  readonly accused?: { readonly row: string; readonly aspect: string };
  readonly accountsFor?: readonly { readonly row: string; readonly aspect: string }[];
}

interface CaseBase {
  readonly name: string;
  /** Cells doubted by another check. */
  readonly doubted?: readonly string[];
  readonly parameters?: Parameters;
  /** The blank form and the standard the user gave. */
  readonly standards?: GivenStandards;
  readonly first?: boolean;
}

export type PassingCase = CaseBase & Subject;
export type FailingCase = CaseBase & Subject & { readonly findings: readonly ExpectedFinding[] };
export type BoundaryCase = CaseBase & Subject & { readonly findings?: readonly ExpectedFinding[] };

export interface Cases {
  readonly passing: readonly PassingCase[];
  readonly failing: readonly FailingCase[];
  /** Just inside and just outside; `findings` absent means none. */
  readonly boundary: readonly BoundaryCase[];
}

/** Defines the tests of one check. */
export function testCheck<D>(check: Check<D>, cases: Cases): void {
  describe(check.code, () => {
    it('has at least one failing, two passing and one boundary case, each named once', () => {
      expect(problemsOf(cases)).toEqual([]);
    });
    it('is described in Chinese', () => {
      expect(descriptionProblems(check)).toEqual([]);
    });
    for (const one of cases.passing) it(`passes: ${one.name}`, () => expect(found(check, one)).toEqual([]));
    for (const one of cases.failing) it(`finds: ${one.name}`, () => expectFindings(check, one, one.findings));
    for (const one of cases.boundary) it(`boundary: ${one.name}`, () => expectFindings(check, one, one.findings ?? []));
  });
}

/** What is wrong with a table of cases; empty when nothing is. */
export function problemsOf(cases: Cases): string[] {
  const problems: string[] = [];
  if (cases.failing.length < 1) problems.push('no failing case');
  if (cases.passing.length < 2) problems.push('fewer than two passing cases');
  if (cases.boundary.length < 1) problems.push('no boundary case');
  for (const one of cases.failing) if (one.findings.length === 0) problems.push(`failing case without findings: ${one.name}`);
  const names = [...cases.passing, ...cases.failing, ...cases.boundary].map((one) => one.name);
  for (const name of new Set(names)) if (names.filter((other) => other === name).length > 1) problems.push(`two cases are named: ${name}`);
  return problems;
}

function descriptionProblems(check: Check<never> | Check): string[] {
  const texts = { title: check.title, looksFor: check.explain.looksFor, howToFix: check.explain.howToFix, basis: check.basis.title };
  const problems = Object.entries(texts)
    .filter(([, text]) => !/[\u4e00-\u9fa5]/.test(text))
    .map(([key]) => `${key} is not Chinese`);
  if (check.severities.length === 0) problems.push('no severities');
  for (const text of Object.values(texts)) problems.push(...forbidden(text));
  return problems;
}

const FORBIDDEN = ['违规', '虚报', '造假', '不实', '不合格'];

function forbidden(text: string): string[] {
  return FORBIDDEN.filter((word) => text.includes(word)).map((word) => `says ${word}: ${text}`);
}

/** Findings of one check on one sheet, as plain data for comparison. Throws where the check breaks a rule of the house. */
export function found<D>(check: Check<D>, one: CaseBase & Subject): Required<ExpectedFinding>[] {
  const { scoreTable, book: given } = 'sheet' in one ? scoreTableOf(one.sheet) : one.built;
  const { book, stale } = calculated(given);
  if (unmet(check.needs, scoreTable, book) !== null) return [];
  deepFreeze(scoreTable);
  const before = JSON.stringify(scoreTable);
  const doubted = new Set((one.doubted ?? []).map((text) => keyOf(addressOf(text, scoreTable.table.sheet, book))));
  const derivations = deriveAll(scoreTable);
  const standards = applyStandards(scoreTable, book, one.standards);
  const context: CheckContext = {
    scoreTable,
    book,
    stale,
    parameters: one.parameters ?? standards.parameters,
    standards,
    row: (id) => rowById(scoreTable, id),
    expected: (id) => derivations.get(id) ?? unknownDerivation('no-rule'),
    doubted: (at) => doubted.has(keyOf(at)),
    first: one.first ?? true,
  };
  const raws = [...check.run(context)];
  if (JSON.stringify(scoreTable) !== before) throw new Error(`${check.code} changed its input`);
  const twice = [...check.run(context)];
  const words = wordsFor(book, scoreTable.table.sheet);
  const plain = (raw: Raw<D>): Required<ExpectedFinding> => {
    const finding = complete(check, raw);
    const message = check.message(finding.data, words, finding);
    assertHouseRules(check, finding, message);
    const cell = words.cell;
    return {
      severity: finding.severity,
      cell: cell(finding.cell),
      related: finding.related.map(cell),
      message,
      fix: finding.fix === undefined ? null : { cell: cell(finding.fix.cell), ...plainFix(finding.fix.to) },
      indicator: finding.indicator,
      actual: plainValue(finding.actual),
      expected: plainValue(finding.expected),
      accused: { row: finding.accused.row, aspect: finding.accused.aspect },
      accountsFor: finding.accountsFor.map((who) => ({ row: who.row, aspect: who.aspect })),
    };
  };
  const result = raws.map(plain);
  expect(twice.map(plain)).toEqual(result);
  return result;
}

function assertHouseRules<D>(check: Check<D>, finding: Finding<D>, message: string): void {
  if (!check.severities.includes(finding.severity)) throw new Error(`${check.code} does not declare ${finding.severity}`);
  const bad = forbidden(message);
  if (bad.length > 0) throw new Error(bad.join('; '));
  if (!/[。？]$/.test(message)) throw new Error(`the message does not end a sentence: ${message}`);
  if (/undefined|null|NaN|\[object/.test(message)) throw new Error(`the message shows a value of ours: ${message}`);
}

function expectFindings<D>(check: Check<D>, one: CaseBase & Subject, expected: readonly ExpectedFinding[]): void {
  const actual = found(check, one);
  const named = actual.map((finding, index) => {
    const keys = Object.keys(expected[index] ?? { severity: 0, cell: 0, related: 0, message: 0, fix: 0 });
    return Object.fromEntries(Object.entries(finding).filter(([key]) => keys.includes(key)));
  });
  expect(named).toEqual(expected);
}

function plainFix(to: NonNullable<Finding['fix']>['to']): { value: number | string } | { formula: string } {
  if ('formula' in to) return { formula: to.formula };
  return { value: typeof to.value === 'string' ? to.value : to.value.toNumber() };
}

function plainValue(value: Finding['actual']): number | string | null {
  return value === undefined || value === null ? null : typeof value === 'string' ? value : value.toNumber();
}

function addressOf(text: string, sheet: number, book: WorkbookSnapshot): Addr {
  const [other, cell] = text.includes('!') ? (text.split('!') as [string, string]) : [null, text];
  const at = parseA1(cell);
  if (at === null) throw new Error(`not a cell: ${text}`);
  return { sheet: other === null ? sheet : book.sheets.findIndex(({ name }) => name === other), ...at };
}

function keyOf(at: Addr): string {
  return `${at.sheet}!${a1(at.row, at.col)}`;
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const one of Object.values(value)) deepFreeze(one);
}
