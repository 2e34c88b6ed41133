/** A page with nothing but the pane, for tests in a browser: `scene` of the address says which state. */
import { browserShell, mountPane } from '../../../src/taskpane';
import { remember } from '../../../src/taskpane/audit/memory';
import { FRESH } from '../../../src/taskpane/audit/memory';
import { FakeOpen } from './fake-open';
import { SCENES } from './scenes';
import './page.css';

const query = new URLSearchParams(location.search);
const scene = SCENES[query.get('scene') ?? 'audit']!;
const shell = browserShell({
  version: '0.1.0',
  licences: 'MIT',
  openFile: () => undefined,
  openSample: () => undefined,
  saveAsXlsx: () => undefined,
});
shell.setTheme(query.get('theme') === 'dark' ? 'dark' : 'light');
const open = scene.state === null ? null : new FakeOpen(scene.state);
if (open !== null) remember(shell, open.state.name, { ...FRESH, tab: scene.tab ?? 'findings', score: scene.score ?? null });
const pane = mountPane(document.getElementById('root')!, open, shell);
Object.assign(window, { jihe: { open, pane, shell } });
