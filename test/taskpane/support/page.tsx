/** A page with nothing but the pane, for tests in a browser: `scene` of the address says which state, or `jihe.show(name, theme)`. */
import { browserShell, mountPane, type PaneHandle } from '../../../src/taskpane';
import { FRESH, remember } from '../../../src/taskpane/audit/memory';
import { FakeOpen } from './fake-open';
import { LARGE, SCENES } from './scenes';
import './page.css';

const shell = browserShell({
  version: '0.1.0',
  licences: async () => 'MIT',
  openFile: () => undefined,
  openSample: () => undefined,
  saveAsXlsx: () => undefined,
});
let pane: PaneHandle | null = null;

function show(name: string, theme: 'light' | 'dark'): void {
  const scene = (SCENES[name] ?? LARGE[name])!;
  shell.setTheme(theme);
  const open = scene.state === null ? null : new FakeOpen(scene.state);
  if (open !== null) remember(shell, open.state.name, { ...FRESH, tab: scene.tab ?? 'findings', score: scene.score ?? null });
  if (pane === null) pane = mountPane(document.getElementById('root')!, open, shell);
  else pane.show(open);
  Object.assign(window, { jihe: { open, pane, shell, show, scenes: Object.keys(SCENES) } });
}

const query = new URLSearchParams(location.search);
show(query.get('scene') ?? 'audit', query.get('theme') === 'dark' ? 'dark' : 'light');
