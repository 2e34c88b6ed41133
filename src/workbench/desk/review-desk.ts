/** The reviewer's desk of the page: opinions of one batch, kept in this browser while they are written. */
import { newWorkbook, writeDocument } from '../../hosts/file';
import {
  type FindingChange,
  type FindingOpinion,
  fitted,
  type FittedOpinions,
  isListed,
  laidOpinions,
  mergedOpinions,
  NO_OPINIONS,
  type OpinionBook,
  opinionsFileName,
  opinionsOn,
  opinionsText,
  type OpinionTable,
  opinionTable,
  placeAt,
  placeText,
  readOpinions,
  nameOfReport,
  reviewedScores,
  tableName,
  type TakenReport,
  withFinding,
  withOwn,
  withOwnChanged,
  withReportFinding,
  withReportsSeen,
  withScore,
} from '../../opinions';
import { letterText, REPORT_REMARKS, returnContent, returnedUnits, type ReturnedUnit, type ReturnLetter } from '../../papers';
import type { FindingJson, ReportFindingJson, ReportJson, TableJson } from '../../receipt';
import { rectificationSheet, reviewSheet, reviewSummary } from '../../results';
import type { Desk, DeskState, OwnFile } from '../../taskpane';
import { a1, type Addr, type SheetEdit } from '../../workbook';
import { jsonsOf, type ReportOwner, TakenReports } from './taken-reports';
import { keepOpinions, keptOpinions } from './kept-opinions';
import { fileNames, sayOpened } from './texts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const SETTLE_MS = 400;
/** Letters written without a pause. */
const BREATH = 8;

export interface DeskOptions {
  /** Name of a sheet of the workbook that is shown; null: there is none. */
  readonly sheetName: (sheet: number) => string | null;
  /** The cell that is selected there, whoever selected it; null: not known. */
  readonly selected?: () => Addr | null;
  /** SHA-256 of the file a receipt was made of; null: not known. */
  readonly digestOf: (file: string) => string | null;
  readonly load?: (batch: string) => Promise<string | null>;
  readonly keep?: (batch: string, text: string) => Promise<boolean>;
  readonly settle?: number;
}

export class ReviewDesk implements Desk {
  state: DeskState = { opinions: NO_OPINIONS, kept: null, note: null };
  private readonly listeners = new Set<() => void>();
  private batch = '';
  private waiting: ReturnType<typeof setTimeout> | null = null;
  /** What lies in the browser, as we know it: another page may have written since. */
  private known: string | null = null;
  private readonly taken = new TakenReports();
  private readonly fits = new WeakMap<
    TableJson,
    { readonly of: OpinionBook; readonly digest: string | null; readonly fit: FittedOpinions }
  >();

  constructor(private readonly options: DeskOptions) {}

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Another batch: what was written for the last one is kept first, and what is kept of this one comes back. */
  async enter(batch: string): Promise<void> {
    await this.keepNow();
    this.batch = batch;
    this.known = await (this.options.load ?? keptOpinions)(batch);
    const read = this.known === null ? null : readOpinions(this.known);
    const opinions = read?.ok === true ? read.book : { ...NO_OPINIONS, batch };
    this.set({ opinions, kept: read?.ok === true ? true : null, note: null });
  }

  /** A file is known by its bytes now. */
  told(): void {
    this.set({});
  }

  on(entry: TableJson): FittedOpinions {
    const { opinions } = this.state;
    const table = this.table(entry);
    const { digest } = table;
    const last = this.fits.get(entry);
    if (last?.of === opinions && last.digest === digest) return last.fit;
    const fit = fitted(opinionsOn(opinions, table), entry);
    this.fits.set(entry, { of: opinions, digest, fit });
    return fit;
  }

  wasNamed(entry: TableJson): string | null {
    const [one] = laidOpinions(this.state.opinions, [entry], () => this.table(entry).digest).renamed;
    return one === undefined ? null : tableName(one.was);
  }

  reviewed(entry: TableJson): ReturnType<typeof reviewedScores> {
    return reviewedScores(entry, this.on(entry));
  }

  placeOf(...[entry, told]: Parameters<Desk['placeOf']>): ReturnType<Desk['placeOf']> {
    const at = this.options.selected?.() ?? told;
    if (at === null) return null;
    const { sheet, row, col } = at;
    const name = this.options.sheetName(sheet);
    return name === null ? null : placeAt(entry, { sheet: name, address: a1(row, col) });
  }

  placeText(...[entry, place]: Parameters<Desk['placeText']>): string {
    return placeText(entry, place, true);
  }

  isListed(entry: TableJson, finding: FindingJson): boolean {
    return isListed(finding, this.on(entry).findings.get(finding.id));
  }

  setFinding(...[entry, finding, change]: Parameters<Desk['setFinding']>): void {
    this.change(withFinding(this.state.opinions, [this.table(entry), entry], finding, change));
  }

  /** Reports that a reviewer looks at now; none: they were taken away. */
  tookReports(owner: ReportOwner, reports: readonly TakenReport[]): void {
    this.taken.take(owner, reports);
    const opinions = withReportsSeen(this.state.opinions, this.taken.of(owner));
    if (opinions === this.state.opinions) this.set({});
    else this.change(opinions);
  }

  onReport(report: ReportJson): ReadonlyMap<string, FindingOpinion> {
    return this.taken.laid(this.state.opinions, this.taken.among(report)).on(report) ?? new Map();
  }

  goneOfReport(report: ReportJson): readonly FindingOpinion[] {
    return this.taken.laid(this.state.opinions, this.taken.among(report)).gone(report);
  }

  setReportFinding(report: ReportJson, finding: ReportFindingJson, change: FindingChange): void {
    this.change(withReportFinding(this.state.opinions, this.taken.among(report), [report, finding], change));
  }

  listedOfReports(...[entries, entry]: Parameters<Desk['listedOfReports']>): ReturnType<Desk['listedOfReports']> {
    const reports = this.unitOf(entries, entry)?.reports ?? [];
    return reports.flatMap((report) => {
      const own = this.onReport(report);
      return report.findings.filter((finding) => isListed(finding, own.get(finding.id))).map((finding) => ({ report, finding }));
    });
  }

  add(...[entry, own]: Parameters<Desk['add']>): void {
    this.change(withOwn(this.state.opinions, this.table(entry), own));
  }

  setOwn(...[entry, id, change]: Parameters<Desk['setOwn']>): void {
    this.change(withOwnChanged(this.state.opinions, this.table(entry), id, change));
  }

  setScore(...[entry, row, change]: Parameters<Desk['setScore']>): void {
    this.change(withScore(this.state.opinions, this.table(entry), row, change));
  }

  restAsSelf(entry: TableJson): void {
    const open = this.reviewed(entry).rows.filter(({ typed, self }) => typed === '' && self !== null);
    const table = this.table(entry);
    this.change(open.reduce((book, { key, self }) => withScore(book, table, key, { score: self!.toFixed() }), this.state.opinions));
  }

  setReviewer(reviewer: string): void {
    this.change({ ...this.state.opinions, reviewer });
  }

  letter(...[entries, entry]: Parameters<Desk['letter']>): OwnFile | null {
    const letter = this.letterOf(entries, entry);
    return letter === null
      ? null
      : { name: fileNames.letter(entry), bytes: writeDocument(letter.content, REPORT_REMARKS).bytes, type: DOCX };
  }

  letterText(...[entries, entry]: Parameters<Desk['letterText']>): string | null {
    const letter = this.letterOf(entries, entry);
    return letter === null ? null : letterText(letter);
  }

  scoreFile(entry: TableJson): OwnFile {
    return workbook(fileNames.scores(entry), [reviewSheet({ entry, opinions: this.on(entry) })]);
  }

  ledgerFile(entries: readonly TableJson[]): OwnFile {
    return workbook(fileNames.ledger(this.batch), [rectificationSheet(this.laid(entries))]);
  }

  summaryFile(entries: readonly TableJson[]): OwnFile {
    return workbook(fileNames.summary(this.batch), reviewSummary(this.laid(entries)));
  }

  /**
   * One letter a unit of the batch, by names no two share; between some of them the page may answer.
   * `told`: how many units are done, of how many; where it answers false the rest is not written, and null is what came of it.
   */
  async letters(
    entries: readonly TableJson[],
    told: (done: number, of: number) => boolean = () => true,
  ): Promise<readonly (readonly [string, Uint8Array])[] | null> {
    const reports = this.taken.of('batch');
    const opinions = laidOpinions(this.state.opinions, entries, (entry) => this.options.digestOf(entry.file), reports);
    const made = new Map<string, Uint8Array>();
    const units = returnedUnits([...entries, ...jsonsOf(reports)]);
    for (const [index, unit] of units.entries()) {
      if (index % BREATH === BREATH - 1) {
        await new Promise((resolve) => setTimeout(resolve));
        if (!told(index, units.length)) return null;
      }
      const letter = returnContent(unit, { ...NO_NAMES, opinions });
      if (letter === null) continue;
      const name = fileNames.letter(unit.tables[0] ?? unit.reports[0]!);
      let own = name;
      for (let count = 2; made.has(own); count += 1) own = name.replace(/\.docx$/, ` (${count}).docx`);
      made.set(own, writeDocument(letter.content, REPORT_REMARKS).bytes);
    }
    return [...made];
  }

  get lettersName(): string {
    return fileNames.letters(this.batch);
  }

  /** How many tables of a batch have opinions, and which opinions fit none. */
  over(entries: readonly TableJson[]): { readonly tables: number; readonly lost: readonly string[] } {
    const reports = this.taken.of('batch');
    const { lost, reports: laid } = laidOpinions(this.state.opinions, entries, (entry) => this.options.digestOf(entry.file), reports);
    // Nobody can say that a report is not there before the reports were read.
    const lostReports = reports.length === 0 ? [] : laid.lost.filter(({ findings }) => findings.length > 0);
    const names = [...lost.map(({ table }) => tableName(table)), ...lostReports.map(({ report }) => nameOfReport(report))];
    return { tables: this.state.opinions.tables.length - lost.length, lost: names };
  }

  /** A sentence for whoever shows the desk. */
  say(note: string): void {
    this.set({ note });
  }

  file(): OwnFile {
    const bytes = new TextEncoder().encode(opinionsText(this.state.opinions));
    return { name: opinionsFileName(this.batch), bytes, type: 'application/json' };
  }

  open(bytes: Uint8Array, name: string): void {
    const read = readOpinions(new TextDecoder().decode(bytes));
    if (!read.ok) return this.set({ note: sayOpened.refused(name, read.why) });
    const { book, differences } = mergedOpinions(this.state.opinions, read.book);
    this.change(book);
    return this.set({ note: sayOpened.merged(name, read.book.tables.length, differences) });
  }

  /** Tables with what belongs to them, told apart over the whole batch. */
  laid(entries: readonly TableJson[]): readonly { readonly entry: TableJson; readonly opinions: FittedOpinions }[] {
    const opinions = laidOpinions(this.state.opinions, entries, (entry) => this.options.digestOf(entry.file));
    return entries.map((entry) => ({ entry, opinions: opinions.on(entry) }));
  }

  /** Writes what is waiting; for the page that closes. */
  async keepNow(): Promise<void> {
    if (this.waiting === null) return;
    clearTimeout(this.waiting);
    this.waiting = null;
    const { batch } = this;
    const lying = await (this.options.load ?? keptOpinions)(batch);
    const other = lying === null || lying === this.known ? null : readOpinions(lying);
    // Another page has written meanwhile: neither may take the other's words away.
    if (other?.ok === true) this.set({ opinions: mergedOpinions(this.state.opinions, other.book).book });
    const text = opinionsText(this.state.opinions);
    const kept = await (this.options.keep ?? keepOpinions)(batch, text);
    if (kept) this.known = text;
    if (batch === this.batch) this.set({ kept });
  }

  private letterOf(entries: readonly TableJson[], entry: TableJson): ReturnLetter | null {
    const unit = this.unitOf(entries, entry);
    const reports = this.taken.laid(this.state.opinions, this.taken.beside);
    const laid = { on: (one: TableJson) => this.on(one), reports, lost: [], renamed: [] };
    return unit === undefined ? null : returnContent(unit, { ...NO_NAMES, opinions: laid });
  }

  private unitOf(entries: readonly TableJson[], entry: TableJson): ReturnedUnit | undefined {
    return returnedUnits([...entries, ...jsonsOf(this.taken.beside)]).find(({ tables }) => tables.includes(entry));
  }

  private table(entry: TableJson): OpinionTable {
    return opinionTable(entry, this.options.digestOf(entry.file));
  }

  private change(opinions: OpinionBook): void {
    if (opinions === this.state.opinions) return;
    this.set({ opinions });
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.keepNow(), this.options.settle ?? SETTLE_MS);
  }

  private set(change: Partial<DeskState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

const NO_NAMES = { deadline: null, names: { signer: null, date: null } };

const workbook = (name: string, sheets: readonly SheetEdit[]): OwnFile => ({ name, bytes: newWorkbook(sheets), type: XLSX });
