/** The pane over a real open workbook in memory: `sample` of the address is the number of one of samples/. */
import { readXlsx } from '../../../src/hosts/file';
import { openWorkbook } from '../../../src/open-workbook';
import { browserShell, mountPane } from '../../../src/taskpane';
import { MemoryHost } from '../../support/memory-host';
import WHOLE from '../../../samples/部门整体自评_湛江2024.xlsx';
import FAULTY from '../../../samples/项目自评_有误.xlsx';
import RIGHT from '../../../samples/项目自评_正确.xlsx';
import './page.css';

const query = new URLSearchParams(location.search);
const content = [FAULTY, WHOLE, RIGHT][Number(query.get('sample') ?? 0)]!;
const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
const shell = browserShell({ version: '0.1.0' });
shell.setTheme(query.get('theme') === 'dark' ? 'dark' : 'light');
const open = openWorkbook(new MemoryHost(readXlsx(bytes)), { mode: query.get('mode') === 'review' ? 'review' : 'fill' });
const pane = mountPane(document.getElementById('root')!, open, shell);
void open.start();
Object.assign(window, { jihe: { open, pane, shell } });
