/**
 * 运算: blank scores that the rules determine, subtotals, total and grade. Each step sees the workbook as the step
 * before left it, read anew: rate, texts that are numbers, then scores, then subtotals, totals, grade; formulas are recomputed in between.
 */
import type { FormulaError } from '../checks';
import { isUnfilled } from '../score-table';
import type { Assessment } from '../assessment';
import { followReason, staleReason } from './texts';
import { type Addr, addrKey, type CellEdit, compareAddr, editedBook, joinedEdits, recalculated, type WorkbookSnapshot } from '../workbook';
import { barrierOf } from './barriers';
import { planGrade } from './grade';
import { proposalsFor } from './proposals';
import { planRate } from './rates';
import { planScores } from './scores';
import { Step } from './sheet';
import { planSums } from './sums';
import { planTextScores } from './text-scores';
import type { Change, Kept, Recalc, RecalcOptions, RecalcTable } from './types';

/** Reads every score table of a workbook and audits it. It is asked again after each step. */
export type Assess = (book: WorkbookSnapshot) => readonly Assessment[];

/** What one table has had done to it so far. */
interface Record {
  readonly changes: Change[];
  kept: Kept[];
  asStated: number;
}

/** The plan for all score tables of a workbook; pure, and nothing is written. A correct sheet gives no cells. */
export function planRecalc(book: WorkbookSnapshot, assess: Assess, options: RecalcOptions): Recalc {
  return ran(book, assess, options).result();
}

/** The changes of that plan alone, table after table: what comes of the last of them need not be read anew. */
export function plannedChanges(book: WorkbookSnapshot, assess: Assess, options: RecalcOptions): readonly Change[] {
  return ran(book, assess, options).changes();
}

function ran(book: WorkbookSnapshot, assess: Assess, options: RecalcOptions): Run {
  const run = new Run(book, assess, options);
  run.start();
  run.each((step) => planRate(step));
  run.each((step) => planTextScores(step));
  run.each((step, record) => {
    record.asStated = planScores(step);
  });
  run.each((step) => planSums(step, 'subtotal'));
  run.each((step) => planSums(step, 'total'));
  run.each((step) => planGrade(step));
  return run;
}

class Run {
  private book: WorkbookSnapshot;
  private readonly before: readonly Assessment[];
  /** The tables as they are by now; null: not yet read anew since something was written. */
  private read: readonly Assessment[] | null;
  private readonly records: readonly Record[];
  private readonly edits: CellEdit[] = [];
  private readonly followed: CellEdit[] = [];
  private readonly refused: ReadonlySet<string>;

  constructor(
    private readonly original: WorkbookSnapshot,
    private readonly assess: Assess,
    private readonly options: RecalcOptions,
  ) {
    this.book = original;
    this.before = assess(original);
    this.read = this.before;
    this.records = this.before.map(() => ({ changes: [], kept: [], asStated: 0 }));
    this.refused = new Set((options.refused ?? []).map(addrKey));
  }

  /** Formulas of the tables' sheets whose stored value is old or missing come first: what follows reads them. */
  start(): void {
    const sheets = new Set(this.before.map((one) => one.scoreTable.table.sheet));
    this.follow(recalculated(this.book, sheets, [], staleReason));
  }

  private get now(): readonly Assessment[] {
    this.read ??= this.assess(this.book);
    return this.read;
  }

  /** One step over every table. */
  each(plan: (step: Step, record: Record) => void): void {
    // A table that is no longer recognised as before is not worked on any further.
    if (this.now.length !== this.before.length) return;
    const steps = this.now.map((assessment) => new Step(assessment, this.book, this.options, this.edits.length === 0));
    steps.forEach((step, index) => plan(step, this.records[index]!));
    steps.forEach((step, index) => {
      this.records[index]!.changes.push(...step.changes);
      this.records[index]!.kept.push(...step.kept);
    });
    const edits = steps.flatMap((step) => step.edits());
    if (edits.length === 0) return;
    this.write(edits);
    this.follow(
      recalculated(
        this.book,
        new Set(),
        edits.map((edit) => edit.at),
        followReason,
      ),
    );
  }

  changes(): readonly Change[] {
    const written = this.written();
    return this.records.flatMap((record) => changesOf(record, written));
  }

  result(): Recalc {
    const cells = [...joinedEdits(this.edits)].sort((a, b) => compareAddr(a.at, b.at));
    const written = this.written();
    const own = new Set(this.records.flatMap((record) => record.changes.map((change) => addrKey(change.edit.at))));
    const still = this.now.length === this.before.length;
    return {
      cells,
      tables: this.before.map((before, index) => this.table(before, still ? this.now[index]! : before, this.records[index]!, written)),
      followed: joinedEdits(this.followed).filter((edit) => !own.has(addrKey(edit.at))),
      book: this.book,
    };
  }

  private table(before: Assessment, after: Assessment, record: Record, written: ReadonlySet<string>): RecalcTable {
    const changes = changesOf(record, written);
    const done = new Set(changes.map((change) => addrKey(change.edit.at)));
    return {
      before,
      after,
      changes,
      kept: withBroken(record.kept, after)
        .filter((kept) => !done.has(addrKey(kept.at)))
        .sort((a, b) => compareAddr(a.at, b.at)),
      asStated: record.asStated,
      proposals: proposalsFor(after),
      unfilled: isUnfilled(before.scoreTable),
    };
  }

  /** Values of formulas that follow. A locked formula is computed by the spreadsheet program when it opens the file. */
  private follow(edits: readonly CellEdit[]): void {
    const writable = edits.filter((edit) => !this.refused.has(addrKey(edit.at)) && mayFollow(this.book, edit.at));
    this.write(writable);
    this.followed.push(...writable);
  }

  private write(edits: readonly CellEdit[]): void {
    if (edits.length === 0) return;
    this.edits.push(...edits);
    this.book = editedBook(this.original, joinedEdits(this.edits));
    this.read = null;
  }

  /** Keys of the cells that differ in the end. */
  private written(): ReadonlySet<string> {
    return new Set(joinedEdits(this.edits).map((edit) => addrKey(edit.at)));
  }
}

/** What was done to a table and still stands, in the order of its cells. */
function changesOf({ changes }: Record, written: ReadonlySet<string>): readonly Change[] {
  return changes.filter((change) => written.has(addrKey(change.edit.at))).sort((a, b) => compareAddr(a.edit.at, b.edit.at));
}

/** Every cell that shows an error is listed, also where nothing would have been written. */
function withBroken(kept: readonly Kept[], { findings }: Assessment): readonly Kept[] {
  const known = new Set(kept.map((one) => addrKey(one.at)));
  const broken = findings.flatMap((finding) => {
    if (finding.code !== 'formula-error') return [];
    const { what, error } = finding.data as FormulaError;
    return [finding.cell, ...finding.related].map((at) => ({
      at,
      name: finding.indicator === null ? what : `${finding.indicator}${what}`,
      error,
    }));
  });
  const missing = broken.filter(({ at }) => !known.has(addrKey(at)));
  return [
    ...kept,
    ...missing.map(({ at, name, error }): Kept => ({ part: 'figure', name, at, blank: false, why: { is: 'error', error } })),
  ];
}

function mayFollow(book: WorkbookSnapshot, at: Addr): boolean {
  const barrier = barrierOf(book, at);
  return barrier === null || barrier === 'signature';
}
