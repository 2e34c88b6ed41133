/** The task pane in WPS 表格: opened from the add-in's folder, beside whatever workbook is in front. */
import { version } from '../../package.json';
import { newWorkbook, readWorkbook } from '../hosts/file';
import {
  collapsePane,
  saveReport,
  selfTest,
  watchActiveBook,
  watchCommands,
  type EtApp,
  type RibbonCommand,
  type ShellApp,
} from '../hosts/wps';
import { lateLocalEngine, remoteEngine, type Engine, type OpenWorkbook } from '../open-workbook';
import { readYaml } from '../standards/yaml';
import { browserShell, mountPane, type BrowserShell } from '../taskpane';
import { coreThread, hasWorkers, readLegacyHere } from './folder-workers.web';
import { Sessions } from './wps-sessions';
import './wps.css';

const OUTSIDE = '这个页面要在 WPS 表格里打开：在「绩核」选项卡按「面板」。';
/** Milliseconds after which an audit in the worker is ended. */
const BUDGET_MS = 60_000;
const NUDGE_MS = 15_000;

interface WpsWindow {
  readonly Application?: EtApp & ShellApp;
  readonly wps?: { EtApplication?(): EtApp & ShellApp };
}

function appHere(): (EtApp & ShellApp) | null {
  const { Application, wps } = window as unknown as WpsWindow;
  return Application ?? wps?.EtApplication?.() ?? null;
}

/** In a thread of its own where the browser starts one, else here. */
function engineHere(): Engine {
  return hasWorkers() ? remoteEngine(coreThread, { budget: BUDGET_MS }) : lateLocalEngine();
}

/** Every 15 seconds and whenever the pane gets the keyboard: events of WPS are not relied on alone. */
function nudges(check: () => void): () => void {
  const timer = setInterval(check, NUDGE_MS);
  window.addEventListener('focus', check);
  return () => {
    clearInterval(timer);
    window.removeEventListener('focus', check);
  };
}

function pageStore(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function pageFacts(): Readonly<Record<string, string | boolean>> {
  return {
    userAgent: navigator.userAgent,
    language: navigator.language,
    protocol: location.protocol,
    origin: String(location.origin),
    localStorage: pageStore() !== null,
    workers: hasWorkers(),
    pixelRatio: String(window.devicePixelRatio),
  };
}

/** One sentence for everything wanting, and where the report lies that can be sent back. */
async function checkSelf(app: EtApp, download: (name: string, text: string) => void): Promise<readonly string[]> {
  const report = await selfTest(app, { version, page: pageFacts() });
  const text = JSON.stringify(report, null, 1);
  const name = `绩核WPS自检_${report.wps.version || '未知版本'}.json`;
  const path = saveReport(app, name, text);
  if (path === null) download(name, text);
  const saved = path === null ? `自检结果已下载为 ${name}，可发给我们改进。` : `自检结果保存在 ${path}，可发给我们改进。`;
  return [...(report.wanting.length === 0 ? ['一切正常。'] : report.wanting), saved];
}

function command(open: OpenWorkbook | null, which: RibbonCommand): void {
  if (open === null) return;
  if (which === 'audit') void open.audit();
  else if (which === 'recalc') void open.recalc();
  else void open.mark();
}

/** Below every screen of the pane: takes it away. */
function collapseButton(shell: BrowserShell, collapse: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'wps-collapse';
  button.textContent = '收起面板';
  button.addEventListener('click', collapse);
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const paint = (): void => {
    const { theme } = shell.state;
    document.documentElement.classList.toggle('wps-dark', theme === 'dark' || (theme === 'system' && system.matches));
  };
  paint();
  shell.subscribe(paint);
  system.addEventListener('change', paint);
  return button;
}

function start(root: HTMLElement, app: EtApp & ShellApp): void {
  let shown: OpenWorkbook | null = null;
  /** The self-test opens a workbook of its own, which is none to audit. */
  let testing = false;
  const collapse = (): void => void collapsePane(app);
  const shell = browserShell({
    version,
    licences: async () => (globalThis as { readonly jiheLicences?: string }).jiheLicences ?? '',
    collapse,
    selfCheck: async () => {
      testing = true;
      try {
        return await checkSelf(app, (name, text) =>
          shell.download({ name, bytes: new TextEncoder().encode(text), type: 'application/json' }),
        );
      } finally {
        testing = false;
      }
    },
  });
  const pane = mountPane(root, null, shell);
  root.after(collapseButton(shell, collapse));
  const sessions = new Sessions({
    app,
    engine: engineHere,
    open: { newWorkbook, readYaml: async (text) => readYaml(text), readForm: (bytes) => readWorkbook(bytes, { legacy: readLegacyHere }) },
    page: pageStore(),
    nudges,
  });
  watchActiveBook(app, (name) => {
    if (testing) return;
    shown = name === null ? null : sessions.show(name);
    pane.show(shown);
  });
  watchCommands(app, (which) => command(shown, which));
}

const root = document.getElementById('root');
const app = appHere();
if (root !== null && app === null) root.textContent = OUTSIDE;
else if (root !== null && app !== null) start(root, app);
