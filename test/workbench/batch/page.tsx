/** A page with nothing but the view of many files; `jihe.show(state, theme)`. */
import { browserShell } from '../../../src/taskpane';
import type { BatchState } from '../../../src/workbench/batch';
import { mountBatch, type BatchHandle } from '../../../src/workbench/batch/view';
import { STATES } from './states';
import '../../taskpane/support/page.css';
import '../../../src/workbench/batch/view/batch.css';

const shell = browserShell({ version: '0.1.0' });
const calls: string[] = [];
let handle: BatchHandle | null = null;

function show(name: string, theme: 'light' | 'dark'): void {
  shell.setTheme(theme);
  handle?.destroy();
  const state: BatchState = STATES[name]!;
  const batch = { state, subscribe: () => () => undefined, cancel: () => calls.push('cancel') };
  handle = mountBatch(document.getElementById('root')!, batch, shell, {
    open: (row) => calls.push(`open ${row.id}`),
    back: { name: '项目自评_有误.xlsx', go: () => calls.push('back') },
    openOther: () => calls.push('other'),
    saveCopies: () => calls.push('copies'),
    saveSummary: () => calls.push('summary'),
    desk: name.startsWith('cancelled')
      ? null
      : {
          tables: 2,
          lost: ['某县水利局，项目支出自评，附件3.xlsx“表1”'],
          note: null,
          writing: null,
          letters: () => calls.push('letters'),
          scores: () => calls.push('scores'),
          ledger: () => calls.push('ledger'),
          save: () => calls.push('save'),
          open: () => calls.push('open opinions'),
        },
    chooseRoster: () => calls.push('roster'),
    dropRoster: () => calls.push('drop'),
    held: null,
    hold: (kind) => calls.push(`hold ${kind}`),
    copy: async (text) => calls.push(`copy ${text}`) > 0,
  });
  Object.assign(window, { jihe: { show, calls, states: Object.keys(STATES) } });
}

const query = new URLSearchParams(location.search);
show(query.get('scene') ?? 'done', query.get('theme') === 'dark' ? 'dark' : 'light');
