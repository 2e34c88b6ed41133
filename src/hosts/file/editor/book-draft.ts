import {
  type Addr,
  type EditWarning,
  freeSheetName,
  type Mark,
  marksOfSheet,
  type Note,
  passesForFormula,
  SHEET_NAME,
  type SheetEdit,
  sheetTag,
} from '../../../workbook';
import { DEFAULT_LIMITS } from '../limits';
import { openPart, type PartSource } from '../package-parts';
import { blankStyles } from './blank-workbook';
import { writeCharts } from './charts';
import { widenDimension } from './dimension';
import { SheetDraft } from './draft';
import { writeMarks } from './marks';
import { newSheetXml, printTitles } from './new-sheet';
import { writeNotes } from './notes';
import { ContentTypes, Relations } from './package-list';
import { PartPatch } from './part-patch';
import { RefusedEdit } from './refused';
import { inAnyRect, type SheetEditCell } from './sheet-cells';
import { sharedTexts } from './shared-texts';
import { passSheet, type SheetPass } from './sheet-pass';
import { StyleBook } from './style-book';
import { pivotAreas, tablesOf } from './tables';
import { RECORD_AFTER, RECORD_BEFORE, RECORD_TYPE } from './trace-record';
import { WorkbookPart, worksheetsOf, type Worksheet } from './workbook-part';
import { utf8 } from './xml-write';

const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** What one worksheet gets. */
export interface SheetWork {
  readonly cells: readonly SheetEditCell[];
  readonly marks: readonly Mark[];
  readonly notes: readonly Note[];
}

/** A workbook while a plan is written into it: its lists, its styles and its sheets, each opened once and when needed. */
export class BookDraft {
  readonly draft: SheetDraft;
  readonly worksheets: readonly Worksheet[];
  readonly warnings: EditWarning[] = [];
  readonly book: WorkbookPart;
  readonly folder: string;
  readonly types: ContentTypes;
  readonly relations: Relations;
  private styles: StyleBook | null = null;
  /** Where the workbook has no styles part yet. */
  private ownStyles: { readonly patch: PartPatch; readonly related: boolean } | null = null;

  constructor(
    source: PartSource,
    private readonly bookPart: string,
  ) {
    this.draft = new SheetDraft(source);
    this.folder = this.bookPart.slice(0, this.bookPart.lastIndexOf('/') + 1);
    this.book = new WorkbookPart(this.draft.patch(this.bookPart));
    this.types = new ContentTypes(this.draft);
    this.relations = new Relations(this.draft, this.types, this.book.strict);
    this.worksheets = worksheetsOf(source, this.bookPart, this.book.sheets);
  }

  /** Names of all sheets in use, in lower case. */
  get sheetNames(): Set<string> {
    return new Set(this.book.sheets.map((sheet) => sheet.name.toLowerCase()));
  }

  /** Writes cells, marks and notes of one worksheet in one pass. @throws Refused `unsupported`, `protected` */
  workOn(sheet: number, work: SheetWork): void {
    const place = this.worksheets[sheet];
    if (place === undefined) return;
    const patch = this.draft.patch(place.part);
    const pass = passSheet(patch, work.cells, work.notes.length > 0, {
      formatFor: (own, { after, format }) => {
        const style = format === undefined ? own : this.styleBook().withFormat(own, format);
        const text = after.kind === 'value' && typeof after.value === 'string' ? after.value : null;
        const quoted = text !== null && passesForFormula(text);
        return quoted || style > 0 ? this.styleBook().quoted(style, quoted) : style;
      },
      sharedText: (text) => this.sharedText(text),
    });
    if (work.cells.length > 0) this.afterCells(sheet, pass, work.cells, patch);
    const marked = marksOfSheet(work.marks, sheet);
    if (marked.size > 0) writeMarks(patch, pass, marked, (severity) => this.styleBook().mark(severity));
    if (work.notes.length > 0) this.notesOn(place, sheet, patch, pass, work.notes);
  }

  /** Sheets behind all others. @returns their names as given */
  addSheets(edits: readonly SheetEdit[], tagged: boolean): void {
    const taken = this.sheetNames;
    const given = new Map<SheetEdit, string>();
    for (const edit of edits) {
      if (edit.content.rows.reduce((sum, row) => sum + row.cells.length, 0) > DEFAULT_LIMITS.cells)
        throw new RefusedEdit('unsupported', [], `工作表「${edit.name}」内容过多。`);
      const name = freeSheetName(edit.name, taken);
      if (name !== edit.name && edit.replaces) this.warnings.push({ kind: 'sheet-renamed', wanted: edit.name, given: name });
      taken.add(name.toLowerCase());
      given.set(edit, name);
    }
    if (edits.length > 0 && this.book.structureLocked) this.warnings.push({ kind: 'structure-protected' });
    const own = new Map([...given].map(([edit, name]) => [edit.name, name]));
    for (const edit of edits) this.addSheet(edit, given.get(edit)!, own, tagged);
  }

  /** To be called between cells and sheets: a styles part that cells asked for is related as if nothing else came. */
  settleStyles(): void {
    if (this.ownStyles === null || this.ownStyles.related || this.styles?.hasContent !== true) return;
    this.relations.add(this.bookPart, 'styles', this.ownStyles.patch.name, false);
    this.ownStyles = { ...this.ownStyles, related: true };
  }

  calculateOnLoad(): void {
    this.book.calculateOnLoad();
  }

  /** The part that will hold the record of our traces, related and typed; its bytes come last. */
  reserveRecord(): string {
    const name = this.types.free(RECORD_BEFORE, RECORD_AFTER);
    this.types.declareByExtension(name, RECORD_TYPE, true);
    this.relations.add(this.bookPart, 'customXml', name, true);
    return name;
  }

  /** Writes what was gathered for the lists and the styles. */
  finish(): void {
    this.book.finish();
    if (this.styles !== null) this.finishStyles(this.styles);
    this.relations.finish();
    this.types.finish();
  }

  private finishStyles(styles: StyleBook): void {
    styles.finish();
    if (this.ownStyles === null) return;
    const { patch, related } = this.ownStyles;
    const trace = !styles.hasContent;
    if (trace) this.draft.make(patch.name, patch.render().bytes, true);
    else this.draft.adopt(patch);
    this.types.declare(patch.name, STYLES_TYPE, trace);
    if (!related) this.relations.add(this.bookPart, 'styles', patch.name, trace);
  }

  private styleBook(): StyleBook {
    if (this.styles !== null) return this.styles;
    const relation = this.relations.of(this.bookPart).find((one) => one.kind === 'styles' && !one.external);
    if (relation !== undefined && this.draft.source.has(relation.target))
      return (this.styles = new StyleBook(this.draft.patch(relation.target)));
    const name =
      relation?.target ??
      (this.draft.has(`${this.folder}styles.xml`) ? this.types.free(`${this.folder}styles`, '.xml') : `${this.folder}styles.xml`);
    const patch = new PartPatch(utf8(blankStyles(this.book.mainNamespace)), name);
    this.ownStyles = { patch, related: relation !== undefined };
    return (this.styles = new StyleBook(patch));
  }

  private texts: ReadonlyMap<string, number> | null = null;

  private sharedText(text: string): number | null {
    if (this.texts === null) {
      const relation = this.relations.of(this.bookPart).find((one) => one.kind === 'sharedStrings' && !one.external);
      const part = relation === undefined ? undefined : openPart(this.draft.source, relation.target);
      this.texts = part === undefined ? new Map() : sharedTexts(part);
    }
    return this.texts.get(text) ?? null;
  }

  private afterCells(sheet: number, pass: SheetPass, cells: readonly SheetEditCell[], patch: PartPatch): void {
    const refuse = (why: 'unsupported' | 'protected', which: readonly SheetEditCell[], say: string): void => {
      if (which.length > 0)
        throw new RefusedEdit(
          why,
          which.map((edit): Addr => ({ sheet, row: edit.row, col: edit.col })),
          say,
        );
    };
    if (pass.protected) {
      const styles = this.styleBook();
      refuse(
        'protected',
        cells.filter((edit) => styles.locked(pass.cells.styles.get(edit) ?? 0)),
        '单元格在受保护的工作表中被锁定。',
      );
    }
    refuse(
      'unsupported',
      cells.filter((edit) => inAnyRect(pass.cells.areas, edit.row, edit.col)),
      '单元格属于数组公式或模拟运算表，不能单独改写。',
    );
    refuse('unsupported', pass.cells.rich, '单元格内是图片或其他特殊内容，不能改写。');
    refuse(
      'unsupported',
      cells.filter((edit) => this.tableCells(this.worksheets[sheet]!.part, edit)),
      '单元格是表格（超级表）的标题行或汇总行，不能改写。',
    );
    const pivots = pivotAreas(
      this.draft.source,
      this.relations
        .of(this.worksheets[sheet]!.part)
        .filter((one) => one.kind === 'pivotTable')
        .map((one) => one.target),
    );
    refuse(
      'unsupported',
      cells.filter((edit) => inAnyRect(pivots, edit.row, edit.col)),
      '单元格在数据透视表中，不能改写。',
    );
    if (pass.cells.disordered && pass.cells.inserted) refuse('unsupported', cells, '工作表中行或列的顺序混乱，无法确定新单元格的位置。');
    if (pass.cells.formulasChanged) this.dropCalculationChain();
    if (pass.cells.inserted) widenDimension(patch, pass, cells);
  }

  private readonly tables = new Map<string, readonly ((edit: SheetEditCell) => boolean)[]>();

  /** Heads and totals of tables stand in the table's own part as well and must agree with it. */
  private tableCells(part: string, edit: SheetEditCell): boolean {
    let found = this.tables.get(part);
    if (found === undefined) {
      found = tablesOf(
        this.draft.source,
        this.relations
          .of(part)
          .filter((one) => one.kind === 'table')
          .map((one) => one.target),
      );
      this.tables.set(part, found);
    }
    return found.some((isFixed) => isFixed(edit));
  }

  /** Programs make the chain of calculation anew; one that names a cell without formula is a fault to them. */
  private dropCalculationChain(): void {
    const chain = this.relations.of(this.bookPart).find((one) => one.kind === 'calcChain' && !one.external);
    if (chain === undefined || this.chainDropped) return;
    this.chainDropped = true;
    this.relations.forget(this.bookPart, 'calcChain');
    this.types.forget(chain.target);
    if (this.draft.source.has(chain.target)) this.draft.drop(chain.target);
  }

  private chainDropped = false;

  private notesOn(place: Worksheet, sheet: number, patch: PartPatch, pass: SheetPass, notes: readonly Note[]): void {
    const leftOut = writeNotes(
      {
        draft: this.draft,
        types: this.types,
        relations: this.relations,
        part: place.part,
        patch,
        pass,
        folder: this.folder,
        mainNamespace: this.book.mainNamespace,
        relationsNamespace: this.book.relationsNamespace,
        index: sheet,
      },
      notes,
    );
    if (leftOut.length > 0) this.warnings.push({ kind: 'note-left-out', at: leftOut });
  }

  private addSheet(edit: SheetEdit, name: string, own: ReadonlyMap<string, string>, tagged: boolean): void {
    const known = new Set(this.book.sheets.map((sheet) => sheet.name));
    const part = this.types.free(`${this.folder}worksheets/sheet`, '.xml');
    const xml = newSheetXml(edit.content, {
      mainNamespace: this.book.mainNamespace,
      drawing: writeCharts(this, part, name, edit.content),
      look: (style, quoted) => this.styleBook().look(style, quoted),
      sheetNamed: (wanted) => own.get(wanted) ?? (known.has(wanted) ? wanted : null),
    });
    this.draft.make(part, utf8(xml), true);
    this.types.declare(part, SHEET_TYPE, true);
    const place = this.book.addSheet(name, this.relations.add(this.bookPart, 'worksheet', part, true));
    const repeat = edit.content.print.repeatRows;
    if (repeat !== null) this.book.addName('_xlnm.Print_Titles', place, printTitles(name, repeat), false);
    if (tagged) this.book.addName(SHEET_NAME, place, sheetTag(edit.name, name), true);
  }
}
