/** The simulated Excel as a whole: its workbook, how it behaves, what it tells of itself. */
import { a1OfRect, inRect } from '../../../../src/workbook/address';
import { recalculated } from '../../../../src/workbook/recalculated';
import type { Addr, Rect } from '../../../../src/workbook/types';
import { Dec } from '../../../../src/workbook/decimal';
import { bookFrom, snapshotOf, type Json, type ModelBook, type ModelCell, type ModelSheet } from './model';
import { enter } from './typed';

/** Ways in which real hosts differ, or misbehave. */
export interface Quirks {
  /** The requirement set it tells, e.g. '1.14'. */
  readonly api: string;
  /** Somebody is typing in a cell. */
  cellEdit: boolean;
  /** Merged areas that reach out of the range asked are cut at its edge. */
  clipMerges: boolean;
  /** auto · manual · slow: results come only with `settle`. */
  calculation: 'auto' | 'manual' | 'slow';
  /** Bytes of a reply beyond which the host refuses. */
  replyCap: number;
  /** The nth setting of cell values (from 1) fails, as if somebody had locked the cell meanwhile. */
  failAtWrite: number | null;
  /** Formulas as the host spells them. */
  spell: (formula: string) => string;
  /** Excel before 1.14 does not tell whether a change was the add-in's own. */
  tellsTrigger: boolean;
}

export const EVENTS = { changed: 10, added: 13, selection: 14, deleted: 15, calculated: 16, protection: 24 } as const;
export type EventName = keyof typeof EVENTS;

export interface Session {
  readonly listening: Set<EventName>;
  push(event: PushedEvent): void;
}

export interface PushedEvent {
  readonly type: number;
  readonly args: Json;
}

export class World {
  readonly quirks: Quirks;
  /** One for each runtime of the add-in: the pane's, the ribbon's. */
  readonly sessions = new Set<Session>();
  private readonly dirty = new Map<string, Addr>();
  private writes = 0;
  private rules = 0;

  constructor(
    public book: ModelBook,
    quirks: Partial<Quirks> = {},
  ) {
    this.quirks = {
      api: '1.14',
      cellEdit: false,
      clipMerges: false,
      calculation: 'auto',
      replyCap: 5_000_000,
      failAtWrite: null,
      spell: (text) => text,
      tellsTrigger: true,
      ...quirks,
    };
  }

  /** As if the workbook had been saved and opened again: what lasts only for a session is new. */
  reopened(): World {
    const book = bookFrom(snapshotOf(this.book), this.book.name);
    book.readOnly = this.book.readOnly;
    book.structureProtected = this.book.structureProtected;
    this.book.sheets.forEach((sheet, index) => {
      const copy = book.sheets[index]!;
      copy.protection = sheet.protection;
      copy.names.clear();
      for (const [name, item] of sheet.names) copy.names.set(name, item);
      copy.rules = sheet.rules.map((rule) => ({ ...rule, id: this.ruleId() }));
    });
    for (const [key, value] of this.book.settings) book.settings.set(key, value);
    return new World(book, this.quirks);
  }

  ruleId(): string {
    this.rules += 1;
    return `{CF${this.rules.toString().padStart(6, '0')}-${Math.trunc(this.rules * 7919).toString(16)}}`;
  }

  /** Puts what the add-in sends into a cell. */
  write(sheet: ModelSheet, row: number, col: number, value: Json): void {
    const cell = sheet.cell(row, col);
    const hadFormula = cell.formula;
    enter(cell, value);
    if (cell.formula !== undefined && cell.formula !== hadFormula) cell.formula = this.quirks.spell(cell.formula);
    this.touched(sheet, row, col);
  }

  countWrite(): boolean {
    this.writes += 1;
    return this.writes === this.quirks.failAtWrite;
  }

  touched(sheet: ModelSheet, row: number, col: number): void {
    this.dirty.set(`${sheet.id}!${row},${col}`, { sheet: this.book.sheets.indexOf(sheet), row, col });
  }

  /** Formulas get their results; in a slow workbook only what was just entered. */
  calculate(all = this.quirks.calculation === 'auto'): void {
    if (this.dirty.size === 0) return;
    const changed = [...this.dirty.values()];
    const fresh = changed.filter((at) => this.cellAt(at)?.formula !== undefined);
    const edits = recalculated(snapshotOf(this.book), new Set(fresh.map((at) => at.sheet)), changed, '');
    for (const { at, after } of edits) {
      if (after.kind !== 'formula' || (!all && !fresh.some((one) => one.sheet === at.sheet && one.row === at.row && one.col === at.col)))
        continue;
      this.cellAt(at)!.value = after.stored instanceof Dec ? after.stored.toNumber() : after.stored;
    }
    if (all) this.dirty.clear();
  }

  get calculationState(): 'Done' | 'Pending' {
    return this.quirks.calculation === 'slow' && this.dirty.size > 0 ? 'Pending' : 'Done';
  }

  /** The slow calculation comes to its end. */
  settle(): void {
    this.calculate(true);
    for (const sheet of this.book.sheets) this.tell('calculated', { worksheetId: sheet.id });
  }

  tell(name: EventName, args: Record<string, Json>): void {
    for (const session of this.sessions) if (session.listening.has(name)) session.push({ type: EVENTS[name], args });
  }

  tellChanged(sheet: ModelSheet, rect: Rect, by: 'user' | 'add-in' | 'co-author'): void {
    const trigger = by === 'add-in' ? 'ThisLocalAddin' : 'Unknown';
    this.tell('changed', {
      worksheetId: sheet.id,
      address: a1OfRect(rect),
      changeType: 'RangeEdited',
      source: by === 'co-author' ? 'Remote' : 'Local',
      shiftDirection: 'None',
      ...(this.quirks.tellsTrigger ? { triggerSource: trigger } : {}),
    });
  }

  /** Somebody types into a cell. */
  type(sheetName: string, row: number, col: number, value: Json, by: 'user' | 'co-author' = 'user'): void {
    const sheet = this.book.sheet(sheetName)!;
    enter(sheet.cell(row, col), value);
    this.touched(sheet, row, col);
    this.calculate();
    this.tellChanged(sheet, { top: row, left: col, bottom: row, right: col }, by);
    if (this.quirks.calculation === 'auto') this.tell('calculated', { worksheetId: sheet.id });
  }

  selectByHand(sheetName: string, address: string): void {
    const sheet = this.book.sheet(sheetName)!;
    this.book.selection = { sheet: sheet.id, address };
    this.tell('selection', { worksheetId: sheet.id, address });
  }

  protect(sheetName: string, allowFormatCells = false): void {
    const sheet = this.book.sheet(sheetName)!;
    sheet.protection = { protected: true, options: { allowFormatCells } };
    this.tell('protection', { worksheetId: sheet.id, isProtected: true, source: 'Local' });
  }

  unlock(sheetName: string, rect: Rect): void {
    const sheet = this.book.sheet(sheetName)!;
    for (let row = rect.top; row <= rect.bottom; row += 1)
      for (let col = rect.left; col <= rect.right; col += 1) sheet.cell(row, col).locked = false;
  }

  /** Whether a rule of ours, or anybody's, lies over the cell. */
  rulesAt(sheetName: string, row: number, col: number): readonly string[] {
    return this.book
      .sheet(sheetName)!
      .rules.filter((rule) => rule.areas.some((area) => inRect(area, row, col)))
      .map((rule) => rule.formula);
  }

  private cellAt(at: Addr): ModelCell | undefined {
    return this.book.sheets[at.sheet]?.at(at.row, at.col);
  }
}
