/**
 * The port: how the rest of the program speaks to a place that holds a workbook, whatever program that is.
 * What a host is told and what it tells is plain data. Its eleven rules:
 *  1. What a host cannot know is null in the snapshot, never empty (external links, hidden rows, locked cells, pictures).
 *  2. Sheets have keys. A plan speaks of sheets by their index in the snapshot it was made on; every call that names
 *     cells is given that snapshot, and the host finds each sheet again by its key, wherever people have moved it.
 *  3. A plan holds what we mean to change; stored results of untouched formulas are the host's own business.
 *  4. A host's spelling of a formula and the last binary digit of a value are no difference (workbook/contents `holds`).
 *  5. Sheets are put or removed, so that 撤销 is whole; a cell edit may carry a number format.
 *  6. `write` is done, refused or broke off partly. Locked cells leave the plan before it comes here.
 *  7. Marks never travel with values; `mark` says what it left out. `traces` tells what of ours is there.
 *  8. Events carry who and where; our own writes are not reported, calculated results are awaited.
 *  9. `can` is known once `open` has answered. `kind` is for words only, never for decisions.
 * 10. Journal and undo are not the host's: see open-workbook/.
 * 11. One contract suite (test/hosts/contract/) runs over every host.
 */
import type { Addr, CellEdit, EditWarning, Mark, Note, Refusal, SheetChange, WorkbookSnapshot } from '../workbook';

export type HostKind = 'file' | 'memory' | 'workbench' | 'excel' | 'wps';

/** What this host, with this workbook open, is able to do. */
export interface HostCan {
  /** Notes of ours at cells. */
  readonly notes: boolean;
  /** persistent: saved with the workbook · overlay: drawn over it while it is open here · none. */
  readonly marks: 'persistent' | 'overlay' | 'none';
  /** Sheets of ours may be added (not where the structure is protected, or in a read-only workbook). */
  readonly addSheets: boolean;
  /** A cell edit may carry a number format. */
  readonly formats: boolean;
  /** One `write` is one step of the host's own undo. */
  readonly undoGroup: boolean;
  /** Cells can be written at all: false for old formats and read-only workbooks. */
  readonly write: boolean;
  /** The file is of an old kind (.xls, .et, a web table), which is never written; only where `write` is false. */
  readonly oldFormat: boolean;
  /** Results of formulas follow by themselves: edits that only refresh a stored result are not sent here. */
  readonly calculates: boolean;
  readonly select: boolean;
  /** `watch` reports changes and selections. */
  readonly watch: boolean;
  /** Where `load` and `save` keep things. */
  readonly storage: 'workbook' | 'machine' | 'none';
}

/**
 * Why a host cannot do what it was asked:
 * unsupported: too old a program, or a kind of cell or file never written · busy: the program is calculating, a dialog is open ·
 * editing: the user is typing in a cell · read-only: the workbook may not be written · gone: the workbook or sheet was closed or
 * replaced · other Refusals: see write-plan. `say`, where present, is a whole Chinese sentence that knows more than the reason.
 */
export type HostTrouble = Refusal | 'editing' | 'read-only' | 'gone';

/** Thrown by `open`, `read`, `select`, `load` and `save`; `write`, `mark` and `removeTraces` answer with it instead. */
export class HostError extends Error {
  constructor(
    readonly why: HostTrouble,
    readonly say?: string,
    /** Nothing that is done here will help: the program itself is too old. */
    readonly lasting = false,
  ) {
    super(say ?? why);
    this.name = 'HostError';
  }
}

/** Cells and sheets to write, all or nothing. The cells' `before` is the precondition. */
export interface HostPlan {
  readonly cells: readonly CellEdit[];
  readonly sheets: readonly SheetChange[];
}

export type WriteOutcome =
  /** Everything stands; `undo` puts back the cells and the sheets as they were, to the last digit. */
  | { readonly is: 'done'; readonly undo: HostPlan; readonly warnings: readonly EditWarning[] }
  /** Nothing was changed. `at`: the cells in the way, where it is cells. */
  | { readonly is: 'refused'; readonly why: HostTrouble; readonly at: readonly Addr[]; readonly say?: string }
  /** It broke off. `written`: what stands now; the rest is as before. `restored`: cells that had been written and were put back. */
  | {
      readonly is: 'partly';
      readonly why: HostTrouble;
      readonly written: HostPlan;
      readonly undo: HostPlan;
      readonly restored: readonly Addr[];
      readonly say?: string;
    };

/** Cells that got no mark or note, and why. */
export interface LeftOut {
  readonly at: readonly Addr[];
  /** protected: formats may not be changed there · limit: more than this host takes · occupied: a note or thread of somebody else · unsupported. */
  readonly why: 'protected' | 'limit' | 'occupied' | 'unsupported' | HostTrouble;
}

export interface MarkOutcome {
  readonly leftOut: readonly LeftOut[];
  readonly warnings: readonly EditWarning[];
}

/** What of ours a workbook holds. */
export interface Traces {
  /** Cells or areas with our marks; notes of ours. */
  readonly marks: number;
  readonly notes: number;
  /** Names of the sheets we added. */
  readonly sheets: readonly string[];
  /** Settings of ours stored in the workbook. */
  readonly settings: boolean;
}

/** Cells by sheet key, so that it holds for sheets moved or renamed meanwhile. */
export interface Place {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export type HostEvent =
  /** `where` null: anywhere (sheets added, moved, renamed, another program wrote). Sent once results have been calculated. */
  | { readonly is: 'changed'; readonly by: 'user' | 'calculation' | 'other'; readonly where: Place | null }
  | { readonly is: 'selected'; readonly where: Place }
  | { readonly is: 'protection' }
  | { readonly is: 'closing' };

/** A place that holds a workbook. */
export interface Host {
  readonly kind: HostKind;
  /** Name of the workbook for people; '' when it has none yet. */
  readonly name: string;
  /** Must be awaited before anything else. @throws HostError unsupported, gone */
  open(): Promise<HostCan>;
  /** @throws HostError; UnreadableError (hosts over bytes); the signal's reason when aborted */
  read(signal?: AbortSignal): Promise<WorkbookSnapshot>;
  /** `on`: the snapshot the plan was made on. */
  write(plan: HostPlan, on: WorkbookSnapshot): Promise<WriteOutcome>;
  /** Replaces all marks and notes of ours by these. Never touches others'. */
  mark(marks: readonly Mark[], notes: readonly Note[], on: WorkbookSnapshot): Promise<MarkOutcome>;
  /** What of ours is in the workbook now. */
  traces(): Promise<Traces>;
  /** Takes away marks, notes, sheets and settings of ours; cells that were written stay. */
  removeTraces(): Promise<WriteOutcome>;
  /** Shows and selects a cell; `focus`: the keyboard goes to it too, where that can be had. */
  select(at: Addr, on: WorkbookSnapshot, focus?: boolean): Promise<void>;
  /** The returned function ends it. */
  watch(listener: (event: HostEvent) => void): () => void;
  /** A text kept with the workbook (or on this machine, see `can.storage`); null when nothing was saved. */
  load(key: string): Promise<string | null>;
  save(key: string, text: string | null): Promise<void>;
  /** Ends listening and lets the workbook go. */
  close(): Promise<void>;
}
