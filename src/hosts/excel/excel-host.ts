/** The port over Excel, through Microsoft's own library. */
import type { Addr, Mark, Note, WorkbookSnapshot } from '../../workbook';
import {
  HostError,
  type Host,
  type HostCan,
  type HostEvent,
  type HostPlan,
  type LeftOut,
  type MarkOutcome,
  type Traces,
  type WriteOutcome,
} from '../port';
import { codeOf, hostErrorOf, sentenceOf, excelTrouble } from './errors';
import { KnownRules, replaceMarks } from './marks';
import type { OfficeRuntime, RequestContext } from './office-types';
import { planFault, refused } from '../live';
import { readBook } from './read-book';
import { loadText, saveText } from './settings';
import { requireSupport } from './support';
import { findTraces, takeTraces } from './traces';
import { OwnDoings, Watch } from './watching';
import { writeCells } from './write-cells';
import { writeSheets } from './write-sheets';

const NOTHING_TO_DO: WriteOutcome = { is: 'done', undo: { cells: [], sheets: [] }, warnings: [] };
const STRUCTURE = '工作簿结构受保护，不能添加或删除工作表。请先在 Excel 里撤销工作簿保护。';

export class ExcelHost implements Host {
  readonly kind = 'excel';
  private called = '';
  private readonly rules = new KnownRules();
  private readonly own = new OwnDoings(() => Date.now());
  private readonly watches = new Set<Watch>();
  /** One thing at a time: requests of two doings would mix. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly office: OfficeRuntime) {}

  get name(): string {
    return this.called;
  }

  async open(): Promise<HostCan> {
    requireSupport(this.office);
    const { readOnly, closed } = await this.run(async (context) => {
      const { workbook } = context;
      workbook.load('name,readOnly');
      workbook.protection.load('protected');
      await context.sync();
      this.called = workbook.name;
      return { readOnly: workbook.readOnly, closed: workbook.protection.protected };
    });
    return {
      // The library that can be shipped has no notes; comments would be signed in the user's name.
      notes: false,
      marks: readOnly ? 'none' : 'persistent',
      addSheets: !readOnly && !closed,
      formats: true,
      undoGroup: true,
      write: !readOnly,
      oldFormat: false,
      calculates: true,
      select: true,
      watch: true,
      storage: 'workbook',
    };
  }

  read(signal?: AbortSignal): Promise<WorkbookSnapshot> {
    return this.run((context) => readBook(context, signal));
  }

  async write(plan: HostPlan, on: WorkbookSnapshot): Promise<WriteOutcome> {
    if (plan.cells.length + plan.sheets.length === 0) return NOTHING_TO_DO;
    const fault = planFault(plan.cells, on);
    if (fault !== null) return fault;
    return this.own.during(() => this.outcome((context) => this.carryOut(context, plan, on)));
  }

  async mark(marks: readonly Mark[], notes: readonly Note[], on: WorkbookSnapshot): Promise<MarkOutcome> {
    const noNotes: LeftOut[] = notes.length === 0 ? [] : [{ at: notes.map((note) => note.at), why: 'unsupported' }];
    try {
      const leftOut = await this.own.during(() => this.run((context) => replaceMarks(context, marks, on, this.rules)));
      return { leftOut: [...leftOut, ...noNotes], warnings: [] };
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return { leftOut: [{ at: marks.flatMap((mark) => mark.cells), why: error.why }, ...noNotes], warnings: [] };
    }
  }

  traces(): Promise<Traces> {
    return this.run((context) => findTraces(context, this.rules));
  }

  removeTraces(): Promise<WriteOutcome> {
    return this.own.during(() => this.outcome((context) => takeTraces(context, this.rules)));
  }

  /** Excel gives the keyboard to the grid or keeps it in the pane as it pleases; there is no asking for it. */
  async select(at: Addr, on: WorkbookSnapshot): Promise<void> {
    const sheet = on.sheets[at.sheet];
    if (sheet === undefined) throw new HostError('gone');
    await this.run(async (context) => {
      const found = context.workbook.worksheets.getItemOrNullObject(sheet.key).load('visibility');
      await context.sync();
      if (found.isNullObject) throw new HostError('gone', `「${sheet.name}」表已经不在了，请重新审核。`);
      if (found.visibility !== 'Visible') throw new HostError('unsupported', `「${sheet.name}」表已隐藏，请先取消隐藏再定位。`);
      found.activate();
      found.getCell(at.row, at.col).select();
      await context.sync();
    });
  }

  watch(listener: (event: HostEvent) => void): () => void {
    const watch = new Watch(this.office, this.own, listener);
    this.watches.add(watch);
    return () => {
      watch.end();
      this.watches.delete(watch);
    };
  }

  /** Key of the sheet in front; null where it holds no cells. */
  async sheetInFront(): Promise<string | null> {
    return this.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet().load('id');
      await context.sync();
      return sheet.id;
    }).catch(() => null);
  }

  load(key: string): Promise<string | null> {
    return this.run((context) => loadText(context, key));
  }

  save(key: string, text: string | null): Promise<void> {
    return this.run((context) => saveText(context, key, text));
  }

  async close(): Promise<void> {
    for (const watch of this.watches) watch.end();
    this.watches.clear();
    await this.queue.catch(() => undefined);
  }

  private async carryOut(context: RequestContext, { cells, sheets }: HostPlan, on: WorkbookSnapshot): Promise<WriteOutcome> {
    if (sheets.length > 0) {
      const { protection } = context.workbook;
      protection.load('protected');
      await context.sync();
      if (protection.protected) return refused('protected', [], STRUCTURE);
    }
    const written = cells.length === 0 ? NOTHING_TO_DO : await writeCells(context, cells, on, (sheet, rect) => this.own.wrote(sheet, rect));
    if (written.is !== 'done' || sheets.length === 0) return written;
    try {
      const { undo, warnings } = await writeSheets(context, sheets, (key) => this.own.madeSheet(key));
      return { is: 'done', undo: { cells: written.undo.cells, sheets: undo }, warnings };
    } catch (error) {
      return sheetsBroken(error, { cells, sheets: [] }, written.undo);
    }
  }

  private outcome(work: (context: RequestContext) => Promise<WriteOutcome>): Promise<WriteOutcome> {
    return this.run(work).catch((error: unknown) => {
      if (!(error instanceof HostError)) throw error;
      return refused(error.why, [], error.say);
    });
  }

  private run<T>(work: (context: RequestContext) => Promise<T>): Promise<T> {
    const turn = this.queue.catch(() => undefined).then(() => this.office.Excel.run(work));
    this.queue = turn;
    return turn.catch((error: unknown) => {
      throw hostErrorOf(error);
    });
  }
}

/** The cells stand, a sheet of ours does not, or not whole. */
function sheetsBroken(error: unknown, written: HostPlan, undo: HostPlan): WriteOutcome {
  if (codeOf(error) === null) throw error;
  const say = sentenceOf(error);
  return { is: 'partly', why: excelTrouble(error), written, undo, restored: [], ...(say === undefined ? {} : { say }) };
}
