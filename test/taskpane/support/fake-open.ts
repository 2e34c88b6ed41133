import type { OpenState, OpenWorkbook, Settings } from '../../../src/open-workbook/state';
import type { FindingView, NarrativeView, TableView } from '../../../src/open-workbook/view/types';
import type { Addr } from '../../../src/workbook/types';
import { PLAN, audit, narrative, table } from './views';

const CAN = {
  notes: true,
  marks: 'overlay',
  addSheets: true,
  formats: true,
  undoGroup: true,
  write: true,
  select: true,
  watch: true,
  storage: 'machine',
  oldFormat: false,
  calculates: false,
} as const;

export const STATE: OpenState = {
  phase: 'ready',
  name: '项目自评_有误.xlsx',
  can: CAN,
  unwritable: null,
  mode: 'fill',
  audit: audit(table()),
  table: 0,
  busy: null,
  stale: false,
  trouble: null,
  lessBy: null,
  plan: null,
  last: null,
  marked: null,
  markNote: null,
  traces: { marks: 0, notes: 0, sheets: [], settings: false },
  selected: null,
  settings: { standard: null, template: null, recheck: true },
};

/** An open workbook without a workbook: it keeps what it was told, tells what it was asked, and does the simplest of it. */
export class FakeOpen implements OpenWorkbook {
  state: OpenState;
  /** What was called, 「locate 0:5:8」 「change execution-score 0!I6」, in order. */
  readonly calls: string[] = [];
  /** Whether selecting a cell is reported back as selected, as live hosts do. */
  echo = true;
  /** What change, write and undo answer. */
  works = true;
  problems: readonly string[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(state: Partial<OpenState> = {}) {
    this.state = { ...STATE, ...state };
  }

  set(change: Partial<OpenState>): void {
    this.state = { ...this.state, ...change };
    this.#listeners.forEach((listener) => listener());
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #said(...call: readonly unknown[]): void {
    this.calls.push(call.map(String).join(' '));
  }

  async start(): Promise<void> {
    this.#said('start');
  }

  async audit(): Promise<void> {
    this.#said('audit');
    this.set({ stale: false });
  }

  cancel(): void {
    this.#said('cancel');
  }

  async setMode(mode: OpenState['mode'] & string): Promise<void> {
    this.#said('setMode', mode);
    this.set({ mode });
  }

  showTable(index: number): void {
    this.#said('showTable', index);
    this.set({ table: index });
  }

  async locate(at: Addr, focus = false): Promise<void> {
    this.#said('locate', `${at.sheet}:${at.row}:${at.col}`, ...(focus ? ['focus'] : []));
    if (this.echo) this.set({ selected: at });
  }

  async change(id: string): Promise<boolean> {
    this.#said('change', id);
    if (!this.works) return false;
    this.#withTable((shown) => ({ findings: shown.findings.filter((one) => one.id !== id) }));
    this.set({ lessBy: 1, last: { cells: 1, kept: [], blocked: null } });
    return true;
  }

  #withTable(change: (shown: TableView) => { readonly findings: readonly FindingView[] }): void {
    const tables = this.state.audit!.tables.map((one, index) =>
      index === this.state.table ? table({ ...one, ...change(one), verdict: undefined! }) : one,
    );
    const counted = tables.map((one) => ({ ...one, verdict: table({ findings: one.findings, failed: one.failed }).verdict }));
    this.set({ audit: { ...this.state.audit!, tables: counted } });
  }

  async recalc(): Promise<void> {
    this.#said('recalc');
    this.set({ plan: { view: PLAN, ticked: new Set(PLAN.fill.map(({ id }) => id)) } });
  }

  async tick(id: string, on: boolean): Promise<void> {
    this.#said('tick', id, on);
    const ticked = new Set(this.state.plan!.ticked);
    if (on) ticked.add(id);
    else ticked.delete(id);
    this.set({ plan: { ...this.state.plan!, ticked } });
  }

  dismissPlan(): void {
    this.#said('dismissPlan');
    this.set({ plan: null });
  }

  async write(): Promise<boolean> {
    this.#said('write');
    if (!this.works) return false;
    this.set({ plan: null, last: { cells: this.state.plan!.ticked.size, kept: [], blocked: null } });
    return true;
  }

  async undo(): Promise<boolean> {
    this.#said('undo');
    this.set({ last: null });
    return this.works;
  }

  async mark(): Promise<void> {
    this.#said('mark');
    this.set({ marked: 8 });
  }

  async clearMarks(): Promise<void> {
    this.#said('clearMarks');
    this.set({ marked: null });
  }

  async removeTraces(): Promise<void> {
    this.#said('removeTraces');
    this.set({ traces: { marks: 0, notes: 0, sheets: [], settings: false } });
  }

  async reply(id: string, field: string, text: string): Promise<void> {
    this.calls.push(`reply ${id} ${field} ${text}`);
  }

  async answer(row: string, key: string, value: string | boolean | null): Promise<void> {
    this.#said('answer', row, key, value);
    const tables = this.state.audit!.tables.map((one) => ({
      ...one,
      scores: one.scores.map((group) => ({
        ...group,
        rows: group.rows.map((each) =>
          each.id === row ? { ...each, asks: each.asks.map((ask) => (ask.key === key ? { ...ask, answer: value } : ask)) } : each,
        ),
      })),
    }));
    this.set({ audit: { ...this.state.audit!, tables } });
  }

  narrative(length: NarrativeView['length']): NarrativeView | null {
    return narrative(length);
  }

  async writeSummary(): Promise<boolean> {
    this.#said('writeSummary');
    return this.works;
  }

  async standards() {
    return [
      { id: 'national-project', title: '项目支出绩效自评表（全国通用版式）', reconstructed: true },
      { id: 'zhanjiang-whole-2024', title: '湛江市部门整体自评指标评分表（2024年度）', reconstructed: false },
    ];
  }

  async setStandard(standard: Settings['standard']): Promise<readonly string[]> {
    this.#said('setStandard', JSON.stringify(standard));
    if (this.problems.length === 0) this.set({ settings: { ...this.state.settings, standard } });
    return this.problems;
  }

  async setTemplate(file: { readonly name: string } | null): Promise<readonly string[]> {
    this.#said('setTemplate', file?.name);
    this.set({ settings: { ...this.state.settings, template: file?.name ?? null } });
    return this.problems;
  }

  async setRecheck(on: boolean): Promise<void> {
    this.#said('setRecheck', on);
    this.set({ settings: { ...this.state.settings, recheck: on } });
  }

  async useHeading(sheet: number, row: number): Promise<void> {
    this.#said('useHeading', sheet, row);
  }

  exportJson(): string {
    return '[]';
  }

  exportReport: OpenWorkbook['exportReport'] = null;

  async exportWorkbook(): Promise<Uint8Array | null> {
    return this.works ? new Uint8Array([1]) : null;
  }

  async close(): Promise<void> {
    this.#said('close');
  }
}
