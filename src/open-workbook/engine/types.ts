/** What an open workbook asks of the core. The answers are plain data and edits, so that the core may work in another thread. */
import type { DocumentContent } from '../../document';
import type { Length } from '../../narrative';
import type { CellEdit, SheetEdit, WorkbookSnapshot } from '../../workbook';
import type { Judging } from '../judging';
import type { AuditView, NarrativeView, PlanView } from '../view/types';

/** A choice of 运算: its list, which lines are ticked, and what would be written. */
export interface Planned {
  readonly view: PlanView;
  readonly ticked: readonly string[];
  readonly cells: readonly CellEdit[];
  /** 运算记录 over what would be written; null where nothing is. */
  readonly record: SheetEdit | null;
}

/** Remembers the workbook audited last; everything but `audit` speaks of that one. */
export interface Engine {
  audit(book: WorkbookSnapshot, judging: Judging, file: string, signal?: AbortSignal): Promise<AuditView>;
  /** `ticked` null: the list as it opens. `refused`: cells the host would not write. */
  plan(table: number, ticked: readonly string[] | null, refused: readonly CellEdit['at'][]): Promise<Planned>;
  narrative(table: number, length: Length): Promise<NarrativeView>;
  /** The 自评小结 sheet over all tables. */
  summary(): Promise<readonly SheetEdit[]>;
  /** 审核结果 as sheets of a workbook of its own. */
  result(): Promise<readonly SheetEdit[]>;
  /** The 自评报告 over all tables, to be written as a document. */
  report(): Promise<DocumentContent>;
  close(): void;
}
