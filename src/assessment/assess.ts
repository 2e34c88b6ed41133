/** Runs the checks over one table and collects what they found, what they had nothing to look at, and what crashed. */
import {
  accused,
  type Check,
  type CheckContext,
  checkCrashed,
  type CheckCrashed,
  checksFor,
  codeOrder,
  DOUBTERS,
  type Finding,
  type Raw,
  scoreMismatch,
  TABLE,
} from '../checks';
import { type IndicatorRow, rowById, type RowId, type ScoreTable } from '../score-table';
import { deriveAll, type DeriveOptions, unknownDerivation } from '../scoring';
import { applyStandards, type GivenStandards, type Parameters, ruleFor } from '../standards';
import { type Addr, calculated, type WorkbookSnapshot } from '../workbook';
import { arbitrate } from './arbitrate';
import { fixInScale } from './fix-in-scale';
import { unlessUnread } from './unread-rows';
import { unmet } from './needs';
import { totalsOf } from './totals';
import type { Assessment, NotRun } from './types';

export interface AssessOptions {
  /** The blank form and the standard the user gave; without them the standard is detected. */
  readonly standards?: GivenStandards;
  /** Instead of those of the standard, for tests. */
  readonly parameters?: Parameters;
  /** The first table of the workbook: findings about the whole file stand there only. Default: its number is 1. */
  readonly first?: boolean;
  /** How ambiguities of criteria are read, a standard's rules, the user's answers: see scoring. */
  readonly scoring?: Omit<DeriveOptions, 'failed'>;
  /** Other checks than those that are due, for tests. */
  readonly checks?: readonly Check[];
}

/** Pure: the same table and workbook give the same assessment. A check that throws never takes the others with it. */
export function assess(scoreTable: ScoreTable, given: WorkbookSnapshot, options: AssessOptions = {}): Assessment {
  const { book, stale } = calculated(given);
  const checks = options.checks ?? checksFor(scoreTable);
  const standards = applyStandards(scoreTable, book, options.standards);
  const parameters = options.parameters ?? standards.parameters;
  const doubtful = new Set<number>();
  const errors = new Map<RowId, unknown>();
  const derivations = deriveAll(scoreTable, {
    switches: parameters.criteria.value,
    qualitativeBands: parameters.qualitativeBands.value,
    ...(standards.held === null ? {} : { items: standards.held.resolved.standard.items }),
    standardRule: (row) => ruleFor(standards, row.id),
    ...options.scoring,
    failed: (row, error) => errors.set(row.id, error),
  });
  const context: CheckContext = {
    scoreTable,
    book,
    stale,
    parameters,
    standards,
    row: (id) => rowById(scoreTable, id),
    expected: (id) => derivations.get(id) ?? unknownDerivation('no-rule'),
    doubted: (at) => doubtful.size > 0 && doubtful.has(place(at)),
    first: options.first ?? scoreTable.table.number === 1,
  };
  // A context of its own: what is remembered of one holds for its doubts, and those are not known before the doubters have spoken.
  const undoubting: CheckContext = { ...context, doubted: () => false };
  const run = new Run(scoreTable);
  const doubters = checks.filter((check) => DOUBTERS.includes(check.code));
  // Doubters do not silence one another: what they found counts as doubt only when all have spoken.
  for (const check of doubters) run.check(check, undoubting);
  for (const finding of run.findings)
    if (DOUBTERS.includes(finding.code)) for (const at of [finding.cell, ...finding.related]) doubtful.add(place(at));
  for (const check of checks) if (!DOUBTERS.includes(check.code)) run.check(check, context);
  for (const [id, error] of errors) run.rowFailed(rowById(scoreTable, id), error);
  return {
    scoreTable,
    standard: standards.label,
    derivations,
    totals: totalsOf(scoreTable, derivations, parameters, run.findings),
    findings: arbitrate(run.findings),
    coverage: {
      checks: checks.length,
      run: checks.length - run.notApplicable.length - run.failed.length,
      notApplicable: inOrder(run.notApplicable),
      failed: inOrder(run.failed),
    },
  };
}

function inOrder(list: readonly NotRun[]): readonly NotRun[] {
  return [...list].sort((a, b) => codeOrder(a.code) - codeOrder(b.code));
}

function place(at: Addr): number {
  return (at.sheet * 1_048_576 + at.row) * 16_384 + at.col;
}

class Run {
  readonly findings: Finding[] = [];
  readonly notApplicable: NotRun[] = [];
  readonly failed: NotRun[] = [];

  constructor(private readonly scoreTable: ScoreTable) {}

  check(check: Check, context: CheckContext): void {
    try {
      const why = unmet(check.needs, this.scoreTable, context.book);
      if (why !== null) {
        this.notApplicable.push({ code: check.code, why });
        return;
      }
      // Taken whole or not at all: half of a check's answer is no answer.
      const found = [...check.run(context)].map((raw) => unlessUnread(fixInScale(complete(check, raw), this.scoreTable), this.scoreTable));
      this.findings.push(...found);
    } catch (error) {
      this.failed.push({ code: check.code, why: `「${check.title}」检查中断，没有结论` });
      this.findings.push(this.crash(check, error));
    }
  }

  /** One row could not be worked out: its score went unchecked, the rest of the table did not. */
  rowFailed(row: IndicatorRow, error: unknown): void {
    const name = row.name.value;
    const known = this.failed.find(({ code }) => code === scoreMismatch.code);
    if (known === undefined && !this.notApplicable.some(({ code }) => code === scoreMismatch.code))
      this.failed.push({ code: scoreMismatch.code, why: `「${name}」一行的评分规则处理时出错，得分没有核对` });
    const finding = this.crash(scoreMismatch, error);
    const cell = row.criterion?.value == null ? row.name.at : row.criterion.at;
    this.findings.push({ ...finding, accused: accused(row.id, 'file'), cell, indicator: name, data: { ...finding.data, row: name } });
  }

  private crash(check: Pick<Check, 'code' | 'title'>, error: unknown): Finding<CheckCrashed> {
    const { table } = this.scoreTable;
    return {
      code: 'check-crashed',
      severity: 'info',
      accused: accused(`${TABLE} ${check.code}`, 'file'),
      accountsFor: [],
      cell: { sheet: table.sheet, row: table.range.top, col: table.range.left },
      related: [],
      indicator: null,
      data: { code: check.code, title: check.title, error: error instanceof Error ? error.message : String(error) },
      basis: checkCrashed.basis,
    };
  }
}

/** A check's raw finding with its code, and what it left out filled in. */
export function complete<D>(check: Check<D>, raw: Raw<D>): Finding<D> {
  return { ...raw, code: check.code, accountsFor: raw.accountsFor ?? [], related: raw.related ?? [], basis: raw.basis ?? check.basis };
}
