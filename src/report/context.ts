/** What every check of a report has at hand. */
import type { Assessment } from '../assessment';
import type { DocumentSnapshot } from '../document';
import type { Addr, Dec, WorkbookSnapshot } from '../workbook';
import { type Words, wordsFor } from '../words';
import { halfWidthOf } from './half-width';
import { REPORT_PRECEDENCE, type ReportCode } from './codes';
import type { ReportFinding, ReportLine, TextSpan } from './types';

/** What became of a number that was understood. */
export type Tie = 'tied' | 'differing' | 'no-place';

/** Stands for a letter of a name. */
const MASK = '#';
const SHORTEST_NAME = 4;

export class ReportContext {
  readonly findings: ReportFinding[] = [];
  private readonly ties = new Map<string, { readonly span: TextSpan; readonly how: Tie }>();

  constructor(
    readonly document: Pick<DocumentSnapshot, 'revisions' | 'hidden'>,
    readonly lines: readonly ReportLine[],
    /** The table the report is about; null where there is none or nobody can tell which. */
    readonly table: Assessment | null,
    readonly book: WorkbookSnapshot | null,
    /** The unit as the cover names it, else as the sheet does. */
    readonly unit: string | null,
    private readonly coverYear: number | null,
  ) {}

  get words(): Words | null {
    return this.book === null || this.table === null ? null : wordsFor(this.book, this.table.scoreTable.table.sheet);
  }

  private names: readonly string[] | null = null;

  /** The unit's and the project's names, the longest first. */
  private ownNames(): readonly string[] {
    const { unit, project } = this.table?.scoreTable ?? {};
    const all = [this.unit, unit?.value, project?.value].flatMap((name) => (name == null ? [] : [halfWidthOf(name).trim()]));
    return all.filter((name) => name.length >= SHORTEST_NAME).sort((a, b) => b.length - a.length);
  }

  /** Letter for letter, the unit's and the project's names made unreadable: 「最低生活保障」 says nothing of the lowest. */
  masked(text: string): string {
    this.names ??= this.ownNames();
    return this.names.reduce((all, name) => (all.includes(name) ? all.replaceAll(name, MASK.repeat(name.length)) : all), text);
  }

  /** 「评分表!F16」 */
  cellText(at: Addr): string {
    const name = this.book?.sheets[at.sheet]?.name ?? '';
    return `「${name}」${this.words?.cell({ ...at, sheet: this.table!.scoreTable.table.sheet }) ?? ''}`;
  }

  /** The year the report is about, as the sheet says, else the cover. */
  get year(): number | null {
    return this.table?.scoreTable.year?.value ?? this.coverYear;
  }

  tie(span: TextSpan, how: Tie): void {
    const key = `${span.line.paragraph} ${span.from}`;
    // What is wrong stays wrong; what one check cannot place another may.
    if (this.ties.get(key)?.how === 'differing' || (how === 'no-place' && this.ties.has(key))) return;
    this.ties.set(key, { span, how });
  }

  /** Held against the sheet, or found wrong. */
  wasHeld({ line, from }: TextSpan): boolean {
    const how = this.ties.get(`${line.paragraph} ${from}`)?.how;
    return how === 'tied' || how === 'differing';
  }

  isDiffering({ line, from }: TextSpan): boolean {
    return this.ties.get(`${line.paragraph} ${from}`)?.how === 'differing';
  }

  /** What was found in a part of the report that is about a table of its own. */
  absorb(part: ReportContext): void {
    this.findings.push(...part.findings);
    for (const { span, how } of part.ties.values()) this.tie(span, how);
  }

  /** Numbers that agree: with the sheet, or among themselves. */
  agreeing(): readonly TextSpan[] {
    return [...this.ties.values()].filter(({ how }) => how === 'tied').map(({ span }) => span);
  }

  counts(): { readonly read: number; readonly tied: number; readonly differing: number; readonly noPlace: number } {
    const all = [...this.ties.values()].map(({ how }) => how);
    const of = (how: Tie): number => all.filter((one) => one === how).length;
    return { read: all.length, tied: of('tied'), differing: of('differing'), noPlace: of('no-place') };
  }

  find(
    code: ReportCode,
    severity: ReportFinding['severity'],
    place: TextSpan | null,
    message: string,
    more: Partial<Pick<ReportFinding, 'also' | 'cell' | 'indicator' | 'basis'>> & {
      readonly actual?: Dec | string;
      readonly expected?: Dec | string;
    } = {},
  ): void {
    this.findings.push({ code, severity, place, message, also: [], cell: null, indicator: null, actual: null, expected: null, ...more });
    if (place !== null && REPORT_PRECEDENCE.includes(code)) this.tie(place, 'differing');
  }
}
