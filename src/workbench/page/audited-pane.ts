/** The task pane beside the sheet: one open workbook after another, its findings marked in the sheet. */
import { newWorkbook, readWorkbook, writeDocument } from '../../hosts/file';
import type { Host } from '../../hosts/port';
import type { Guard } from '../../hosts/workbench';
import { REPORT_REMARKS } from '../../papers';
import { openWorkbook, type AuditView, type Judging, type OpenState, type OpenWorkbook, type ReadYaml } from '../../open-workbook';
import { browserShell, mountPane, type BrowserShell } from '../../taskpane';
import { SEVERITY_NAMES } from '../../words';
import { inRect, type WorkbookSnapshot } from '../../workbook';
import { DeskPlace } from '../desk/place';
import type { ReviewDesk } from '../desk/review-desk';
import type { ViewMark } from '../sheet';
import { readOld } from './open-file';
import type { PaneSlot, WorkbenchPage } from './page';
import { pageEngines } from './page-engine';
import { licencesText } from './worker';

const KEEPING = 'safekeeping';
/** Where the last answer to 我填的表 or 收到的表 is kept on this machine. */
const MODE = 'mode';

export interface PaneParts {
  readonly version: string;
  readonly openSample: () => void;
  readonly readYaml: ReadYaml;
  /** Back to the many files this one was opened from. */
  readonly back: () => void;
  /** Light or dark, for what is not the pane. */
  readonly themed: (dark: boolean) => void;
}

/** The pane in its place, and what the page offers it. */
export interface AuditedPane extends PaneSlot {
  readonly shell: BrowserShell;
  readonly place: DeskPlace;
  /** The desk, where received tables are looked at; else null. */
  desk(): Promise<ReviewDesk | null>;
  /** Audits what is open beside a budget list, or without. */
  hold(budget: Judging['budget'] | null): void;
  /** What the next file that is opened is held against. */
  next(budget: Judging['budget'] | null): void;
}

/** Mounts the pane into its place. */
export function auditedPane(slot: HTMLElement, page: WorkbenchPage, parts: PaneParts): AuditedPane {
  const place = new DeskPlace({
    sheetName: (sheet) => page.host?.book.sheets[sheet]?.name ?? null,
    selected: () => (page.view === null ? null : { sheet: page.view.index, ...page.view.selection.active }),
  });
  const shell = browserShell({
    version: parts.version,
    licences: licencesText,
    beside: true,
    back: parts.back,
    desk: () => place.desk(),
    openFile: () => page.choose(),
    openSample: parts.openSample,
    saveCopy: () => page.saveCopy(),
    changeSetting: (key, on) => {
      if (key !== KEEPING) return;
      page.keeping.turn(on);
      shell.update({ settings: settingsOf(page) });
    },
  });
  shell.update({ settings: settingsOf(page) });
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const theme = (): void => parts.themed(shell.state.theme === 'system' ? dark.matches : shell.state.theme === 'dark');
  shell.subscribe(theme);
  dark.addEventListener('change', theme);
  theme();
  const pane = mountPane(slot, null, shell);
  const engine = pageEngines();
  let open: OpenWorkbook | null = null;
  let shown = 0;
  let budget: Judging['budget'] | null = null;
  let coming: Judging['budget'] | null = null;

  const start = async (host: Host, turn: number): Promise<void> => {
    const next = openWorkbook(host, {
      engine: engine(),
      readYaml: parts.readYaml,
      readForm: (bytes) => readWorkbook(bytes, { legacy: readOld }),
      newWorkbook,
      newDocument: (content) => writeDocument(content, REPORT_REMARKS).bytes,
      beside: () => (budget == null ? {} : { budget }),
      mode: modeOf(shell.load(MODE)),
    });
    open = next;
    let audit: AuditView | null = null;
    let guarded: OpenState['mode'] = null;
    const settle = (): void => {
      const { mode } = next.state;
      if (mode !== null && mode !== modeOf(shell.load(MODE))) shell.save(MODE, mode);
      if (turn !== shown || (next.state.audit === audit && mode === guarded)) return;
      if (next.state.audit !== audit) page.mark(next.state.audit === null ? [] : viewMarks(next.state.audit));
      audit = next.state.audit;
      guarded = mode;
      page.host?.setGuard(mode === 'review' ? reviewGuard(page.host.book, audit) : null);
    };
    next.subscribe(settle);
    settle();
    pane.show(next);
    await next.start();
  };

  return {
    shell,
    place,
    desk: () => (open?.state.mode === 'review' ? place.desk() : Promise.resolve(null)),
    show(host) {
      shown += 1;
      void open?.close();
      open = null;
      if (host === null) pane.show(null);
      else {
        const { host: bench } = page;
        budget = coming;
        coming = null;
        if (bench !== null) void place.seen(host.name, 'state' in bench ? bench.state.bytes : bench.copy());
        void start(host, shown);
      }
    },
    focus: () => pane.focus(),
    hold(given) {
      budget = given;
      void open?.audit();
    },
    next(given) {
      coming = given;
    },
  };
}

function modeOf(text: string | null): 'fill' | 'review' | null {
  return text === 'fill' || text === 'review' ? text : null;
}

function settingsOf({ keeping }: WorkbenchPage): { key: string; label: string; hint: string; on: boolean }[] {
  return [{ key: KEEPING, label: '留存未另存的改动', hint: '只留在本机浏览器中，意外关闭后可以恢复。', on: keeping.on }];
}

/** In 审核 nobody types into the unit's cells; the reviewer's own columns stay open. */
export function reviewGuard(book: WorkbookSnapshot, audit: AuditView | null): Guard {
  return ({ sheet, row, col }) => {
    const key = book.sheets[sheet]?.key;
    const own = audit?.tables.some((table) => table.sheetKey === key && table.reviewer.some((area) => inRect(area, row, col)));
    return own === true ? null : '审核模式：不改单位的数。';
  };
}

/** Every cell a finding accuses, with the words its name ends with. 参考 is not marked. */
export function viewMarks(audit: AuditView): ViewMark[] {
  return audit.tables.flatMap(({ findings }) =>
    findings.flatMap(({ severity, headline, cell, repeated }) => {
      if (severity === 'info') return [];
      // Several cells of one row are one mistake: its own cell is marked.
      const cells = new Set(repeated.map(({ at }) => at.row)).size > 1 ? repeated : [cell];
      return cells.map(({ at }) => ({ at, severity, name: `${SEVERITY_NAMES[severity]}，${headline}` }));
    }),
  );
}
