/** What one step of the plan knows: the workbook as it is by now, one table of it, and what may not be written. */
import type { Assessment } from '../assessment';
import type { IndicatorRow } from '../score-table';
import { type Addr, addrKey, type CellEdit, type Content, contentOf, sameContent, type WorkbookSnapshot } from '../workbook';
import { barrierOf } from './barriers';
import type { Change, Kept, Part, RecalcOptions, Why } from './types';

/** Findings that doubt what stands in a cell: nothing is computed from it. */
const DOUBTING: ReadonlySet<string> = new Set([
  'formula-error',
  'ocr-slip',
  'export-residue',
  'score-not-numeric',
  'unit-scale',
  'total-misplaced',
]);

export interface Proposed {
  readonly part: Exclude<Part, 'stored'>;
  readonly how: Change['how'];
  readonly name: string;
  readonly at: Addr;
  readonly after: Content;
  readonly reason: string;
}

/** Collects the changes of one step for one table. Refuses what may not be written and remembers why. */
export class Step {
  readonly changes: Change[] = [];
  readonly kept: Kept[] = [];
  private readonly doubtful: ReadonlySet<string>;
  private readonly turned: ReadonlySet<string>;
  private readonly refused: ReadonlySet<string>;

  constructor(
    readonly assessment: Assessment,
    readonly book: WorkbookSnapshot,
    readonly options: RecalcOptions,
    /** Nothing has been written yet, in this step or before. */
    readonly untouched = false,
  ) {
    const doubting = assessment.findings.filter((finding) => DOUBTING.has(finding.code));
    this.doubtful = new Set(doubting.flatMap((finding) => [finding.cell, ...finding.related]).map(addrKey));
    this.turned = new Set(
      assessment.findings.filter((finding) => finding.code === 'direction-suspect').map((finding) => finding.accused.row),
    );
    this.refused = new Set((options.refused ?? []).map(addrKey));
  }

  doubted(at: Addr | undefined): boolean {
    return at !== undefined && this.doubtful.has(addrKey(at));
  }

  /** A finding stands against the score in this cell. */
  questioned(at: Addr): boolean {
    const key = addrKey(at);
    return this.assessment.findings.some(
      (finding) =>
        finding.accused.aspect === 'score' &&
        finding.severity !== 'info' &&
        finding.code !== 'score-not-numeric' &&
        addrKey(finding.cell) === key,
    );
  }

  /** The ≤ or ≥ of this row may be meant the other way round, and it makes a difference. */
  directionMatters(row: IndicatorRow): boolean {
    const [target, actual] = [row.target?.value?.number, row.actual?.value?.number];
    return this.turned.has(row.id) && (target == null || actual == null || !target.eq(actual));
  }

  content(at: Addr): Content {
    return contentOf(this.book, at);
  }

  /** Adds a change; false where the cell may not be written, which is then listed, or already holds it. */
  change({ at, after, reason, ...rest }: Proposed): boolean {
    const before = this.content(at);
    if (sameContent(before, after)) return false;
    const barrier = this.refused.has(addrKey(at)) ? 'refused' : barrierOf(this.book, at);
    if (barrier !== null) {
      this.keep(rest.part, rest.name, at, { is: barrier });
      return false;
    }
    this.changes.push({ ...rest, edit: { at, before, after, reason } });
    return true;
  }

  keep(part: Kept['part'], name: string, at: Addr, why: Why): void {
    this.kept.push({ part, name, at, blank: this.content(at).kind === 'blank', why });
  }

  edits(): readonly CellEdit[] {
    return this.changes.map((change) => change.edit);
  }
}
