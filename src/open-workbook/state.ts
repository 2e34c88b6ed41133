/** What one open workbook looks like to whoever shows it. Every change makes a new state; parts that did not change stay the same objects. */
import type { HostCan, Traces } from '../hosts/port';
import type { ReplyField } from '../answers';
import type { Length } from '../narrative';
import type { Addr } from '../workbook';
import type { AuditView, KeptView, NarrativeView, PlanView } from './view/types';

/** fill: 「我填的表」 · review: 「收到的表」: no cell of the unit is written. */
export type Mode = 'fill' | 'review';

/** What is being done, for words and a progress bar; `share` 0…1, null where it cannot be told. */
export interface Doing {
  readonly doing: 'reading' | 'auditing' | 'planning' | 'writing' | 'marking' | 'removing';
  readonly share: number | null;
}

/** A sentence for people: what happened, where, what to do. `detail` is for 复制错误信息, never shown by itself. */
export interface Trouble {
  readonly sentence: string;
  readonly detail: string | null;
  /** The program that holds the workbook cannot do what is needed, whatever the workbook; trying again is of no use. */
  readonly program?: true;
}

/** The 写入 list while it is open. `ticked` are ids of its lines. */
export interface OpenPlan {
  readonly view: PlanView;
  readonly ticked: ReadonlySet<string>;
}

/** The last write of ours. */
export interface LastWrite {
  readonly cells: number;
  readonly kept: readonly KeptView[];
  /** null: 撤销写入 can be had; else why not (「H14 已由他人改动」). */
  readonly blocked: string | null;
}

export interface Settings {
  /** Id of a built-in standard, or the YAML text of one's own; null: detect. */
  readonly standard: { readonly builtin: string } | { readonly yaml: string; readonly title: string } | null;
  /** Name of the blank form in force; null: none. */
  readonly template: string | null;
  readonly recheck: boolean;
}

/** A built-in standard to choose from. `title` for people, with its years. */
export interface StandardChoice {
  readonly id: string;
  readonly title: string;
  /** Put together from public material, not an official text. */
  readonly reconstructed: boolean;
}

export interface OpenState {
  /** opening → (reading, auditing) → ready, with no `audit` where the first was cancelled; refused: the host or the file cannot be used at all, see `trouble`. */
  readonly phase: 'opening' | 'auditing' | 'ready' | 'refused';
  readonly name: string;
  readonly can: HostCan | null;
  /** Why no cell can be written whatever the mode: .xls, .et and what web systems save as .xls, or a read-only workbook; null: it can. */
  readonly unwritable: 'old-format' | 'read-only' | null;
  /** null: not asked yet. */
  readonly mode: Mode | null;
  /** The result shown; kept while a new one is on its way. null before the first, and when refused. */
  readonly audit: AuditView | null;
  /** Index in audit.tables. */
  readonly table: number;
  readonly busy: Doing | null;
  /** The workbook changed since `audit` and no re-check is on its way. */
  readonly stale: boolean;
  /** The last thing that did not work; null once something did. */
  readonly trouble: Trouble | null;
  /** Counted findings the last re-check has fewer (negative: more) than before it; null: none yet. */
  readonly lessBy: number | null;
  readonly plan: OpenPlan | null;
  readonly last: LastWrite | null;
  /** Marks of ours drawn or written: how many cells; null: none. */
  readonly marked: number | null;
  /** What was left out of the last 标注: 「3 处所在工作表受保护，未标注」. */
  readonly markNote: string | null;
  readonly traces: Traces | null;
  /** The cell selected in the sheet, by the host's word. */
  readonly selected: Addr | null;
  readonly settings: Settings;
}

/** One workbook, opened, over whatever host. Methods never throw: what did not work is in `state.trouble`. */
export interface OpenWorkbook {
  readonly state: OpenState;
  /** Called after every change of `state`. The returned function ends it. */
  subscribe(listener: () => void): () => void;
  /** Opens the host, reads settings, audits for the first time. */
  start(): Promise<void>;
  /** Reads and audits anew. */
  audit(): Promise<void>;
  /** Ends a read or an audit that is on its way; what was shown before stays. */
  cancel(): void;
  setMode(mode: Mode): Promise<void>;
  showTable(index: number): void;
  /** Selects a cell in the sheet; `focus`: the keyboard goes there too. */
  locate(at: Addr, focus?: boolean): Promise<void>;
  /** 改为 of one finding, or of one row of 得分: written, read back, re-checked. Never in review mode. */
  change(id: string): Promise<boolean>;
  /** 运算: opens the 写入 list. */
  recalc(): Promise<void>;
  tick(id: string, on: boolean): Promise<void>;
  dismissPlan(): void;
  /** Writes the ticked lines. */
  write(): Promise<boolean>;
  /** 撤销写入: puts back the cells that still hold what we wrote; the others are named in `trouble`. */
  undo(): Promise<boolean>;
  /** 标注, 清除标注. */
  mark(): Promise<void>;
  clearMarks(): Promise<void>;
  /** 清除绩核痕迹: marks, notes, sheets and settings of ours. */
  removeTraces(): Promise<void>;
  /** An answer to what a rule asks (得分); null takes it back. Kept with the workbook's settings, never in cells. */
  answer(row: string, key: string, value: string | boolean | null): Promise<void>;
  /** What is replied to a finding, by its 编号: the unit's 说明 or a reviewer's opinion; '' takes it back. Kept with the workbook's settings. */
  reply(id: string, field: ReplyField, text: string): Promise<void>;
  /** The 小结 of the shown table. */
  narrative(length: Length): NarrativeView | null;
  /** 写入「自评小结」表. */
  writeSummary(): Promise<boolean>;
  /** The built-in standards to choose from, dated ones newest first. */
  standards(): Promise<readonly StandardChoice[]>;
  /** Answers sentences of what is wrong with a YAML text, each with its line; none: it is in force. */
  setStandard(standard: Settings['standard']): Promise<readonly string[]>;
  /** The blank form as bytes of a workbook, or null to judge without; answers sentences of what is wrong with it. */
  setTemplate(file: { readonly name: string; readonly bytes: Uint8Array } | null): Promise<readonly string[]>;
  setRecheck(on: boolean): Promise<void>;
  /** Where no table was found: the user says which sheet and which row holds the headings (0-based). */
  useHeading(sheet: number, row: number): Promise<void>;
  /** 导出审核结果: the contract's JSON, or a workbook. */
  exportJson(): string;
  exportWorkbook(): Promise<Uint8Array | null>;
  /** The 自评报告 as a Word document; null where this page makes none, and its answer where nothing was audited. */
  readonly exportReport: (() => Promise<Uint8Array | null>) | null;
  close(): Promise<void>;
}
