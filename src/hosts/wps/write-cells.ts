/**
 * Writes cells. This program has no transaction: everything is looked at before the first change, each cell is read back,
 * and where it breaks off what was written is put back.
 */
import {
  a1,
  type Addr,
  type Cell,
  type CellEdit,
  type CellValue,
  type Content,
  contentOfCell,
  holds,
  type WorkbookSnapshot,
} from '../../workbook';
import type { HostTrouble } from '../port';
import { needsPlainFormat, places, planFault, refused, type RefusedWrite } from '../live';
import { attempt, get, isTrue } from './bridge';
import { putCell, readCell, sameCell } from './cells';
import type { EtWorksheet } from './et';
import { rectOf } from './extent';

/** A cell to write: where it stands today, and what it held. */
interface Target {
  readonly edit: CellEdit;
  readonly sheet: EtWorksheet;
  readonly was: Cell;
  /** The number format it has afterwards. */
  readonly format: string;
}

export interface WrittenCell {
  readonly target: Target;
  readonly now: Cell;
}

/** What broke off, and why. */
export interface Break {
  readonly why: HostTrouble;
  readonly at: readonly Addr[];
  readonly say: string;
}

export type CellsOutcome =
  | { readonly ok: true; readonly written: readonly WrittenCell[] }
  | { readonly ok: false; readonly refused: RefusedWrite }
  | { readonly ok: false; readonly broke: Break; readonly written: readonly WrittenCell[] };

export interface CellPlan {
  /** As the plan has them: sheets by their place in `on`. */
  readonly edits: readonly CellEdit[];
  readonly on: WorkbookSnapshot;
  /** The workbook as it is now, sheets in their places of today. */
  readonly now: WorkbookSnapshot;
  sheetOf(index: number): EtWorksheet;
}

/** Writes all cells or says why not; after a break the caller puts back. */
export function writeCells(plan: CellPlan): CellsOutcome {
  const fault = faultIn(plan);
  if (fault !== null) return { ok: false, refused: fault };
  const targets = plan.edits.map((edit) => targetOf(edit, plan));
  const blocked = targets.filter(isBlocked).map(({ edit }) => edit);
  if (blocked.length > 0) return { ok: false, refused: refused('protected', places(blocked)) };
  const arrays = targets.filter(({ sheet, edit: { at } }) =>
    attempt(() => isTrue(get(sheet.Range(a1(at.row, at.col)), 'HasArray')), false),
  );
  if (arrays.length > 0)
    return { ok: false, refused: refused('unsupported', places(arrays.map(({ edit }) => edit)), '该单元格属于数组公式，不能单独改写。') };
  const covered = targets.filter(isCovered).map(({ edit }) => edit);
  if (covered.length > 0)
    return { ok: false, refused: refused('unsupported', places(covered), '该单元格被合并单元格遮盖，请改写合并区域左上角的单元格。') };
  const written: WrittenCell[] = [];
  for (const target of targets) {
    const { sheet, edit, format } = target;
    try {
      const now = putCell(sheet, edit.at.row, edit.at.col, edit.after, format);
      written.push({ target, now: now ?? target.was });
      if (now === undefined) return { ok: false, broke: notAccepted(edit), written };
    } catch (error) {
      written.push({ target, now: target.was });
      return { ok: false, broke: thrown(sheet, edit, error), written };
    }
  }
  const settled = written.map(({ target, now }) => ({ target, now: afterAll(target, now) }));
  const failing = settled.find(({ target, now }) => comesToError(now, target.edit.after));
  return failing === undefined ? { ok: true, written: settled } : { ok: false, broke: formulaFails(failing), written: settled };
}

/** Puts back what was written, last first. @returns the cells that could not be put back, and those that were */
export function putBack(written: readonly WrittenCell[]): {
  readonly standing: readonly WrittenCell[];
  readonly restored: readonly Addr[];
} {
  const standing: WrittenCell[] = [];
  const restored: Addr[] = [];
  for (const one of [...written].reverse()) {
    const { sheet, edit, was } = one.target;
    const { row, col } = edit.at;
    const same = attempt(() => sameCell(readCell(sheet, row, col), was), false);
    if (same || attempt(() => putCell(sheet, row, col, contentOfCell(was), was.format) !== undefined, false)) restored.push(edit.at);
    else standing.push({ ...one, now: attempt(() => readCell(sheet, row, col), one.now) });
  }
  return { standing, restored };
}

/** The way back of cells that were written: `before` is what the program made of it. */
export function undoOf(written: readonly WrittenCell[]): CellEdit[] {
  return [...written].reverse().map(({ target: { edit, was }, now }): CellEdit => {
    const format = now.format === was.format ? {} : { format: was.format };
    return { at: edit.at, before: contentOfCell(now), after: contentOfCell(was), reason: '撤销', ...format };
  });
}

/** null: every cell is there, holds what the plan expects, and can be written. */
function faultIn({ edits, on, now, sheetOf }: CellPlan): RefusedWrite | null {
  const gone = edits.filter(({ at }) => attempt(() => sheetOf(at.sheet), null) === null);
  if (gone.length > 0) return refused('gone', places(gone), '要写的工作表已经不在了，请重新审核。');
  const here = edits.map((edit) => ({ ...edit, at: today(edit.at, on, now) }));
  const changed = edits.filter((edit, index) => {
    const { sheet, row, col } = here[index]!.at;
    return !holds(now.sheets[sheet]?.at(row, col), edit.before);
  });
  if (changed.length > 0) return refused('changed', places(changed));
  const fault = planFault(here, now);
  return fault === null
    ? null
    : { ...fault, at: fault.at.map((at) => ({ ...at, sheet: on.sheets.findIndex((sheet) => sheet.key === now.sheets[at.sheet]?.key) })) };
}

function today(at: Addr, on: WorkbookSnapshot, now: WorkbookSnapshot): Addr {
  return { ...at, sheet: now.sheets.findIndex((sheet) => sheet.key === on.sheets[at.sheet]?.key) };
}

function targetOf(edit: CellEdit, { sheetOf }: CellPlan): Target {
  const sheet = sheetOf(edit.at.sheet);
  const was = readCell(sheet, edit.at.row, edit.at.col);
  return { edit, sheet, was, format: edit.format ?? was.format };
}

/** On a protected sheet: a locked cell, or one whose format would have to change. */
function isBlocked({ sheet, edit, was, format }: Target): boolean {
  if (!attempt(() => isTrue(get(sheet, 'ProtectContents')), false)) return false;
  const locked = attempt(() => get(sheet.Range(a1(edit.at.row, edit.at.col)), 'Locked'), null);
  return locked !== false || was.format !== format || needsPlainFormat(edit.after, was.format);
}

/** Under a merged area, which reading may miss where something is hidden under it. */
function isCovered({ sheet, edit: { at } }: Target): boolean {
  const area = attempt(() => rectOf(get(sheet.Range(a1(at.row, at.col)), 'MergeArea')), null);
  return area !== null && (area.top !== at.row || area.left !== at.col);
}

/** Formulas written early may depend on cells written late. */
function afterAll({ sheet, edit }: Target, now: Cell): Cell {
  return edit.after.kind === 'formula' ? readCell(sheet, edit.at.row, edit.at.col) : now;
}

/** The value of a formula is the program's own business; an error where none was expected is not written. */
function comesToError({ value }: Cell, after: Content): boolean {
  return after.kind === 'formula' && value !== null && typeof value === 'object' && after.stored !== value.error;
}

function notAccepted(edit: CellEdit): Break {
  return { why: 'unsupported', at: [edit.at], say: `WPS 没有按原样接受写入 ${nameOf(edit)} 的内容（可能设有数据有效性或特殊格式）。` };
}

function formulaFails({ target: { edit }, now }: WrittenCell): Break {
  return { why: 'unsupported', at: [edit.at], say: `${nameOf(edit)} 的公式在表中算得 ${shown(now.value)}。` };
}

function thrown(sheet: EtWorksheet, edit: CellEdit, error: unknown): Break {
  const isProtected = attempt(() => isTrue(get(sheet, 'ProtectContents')), false);
  const detail = error instanceof Error ? error.message : String(error);
  if (isProtected) return { why: 'protected', at: [edit.at], say: `${nameOf(edit)} 受保护，无法写入。` };
  return {
    why: 'busy',
    at: [edit.at],
    say: `写到 ${nameOf(edit)} 时 WPS 没有响应（${detail}）。请关闭打开的对话框、结束单元格输入后再试。`,
  };
}

const nameOf = ({ at }: CellEdit): string => a1(at.row, at.col);
const shown = (value: CellValue): string => (value !== null && typeof value === 'object' ? value.error : String(value));
