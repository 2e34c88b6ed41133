/** The task pane in Excel. */
import './excel.css';
import { ExcelHost, type OfficeRuntime } from '../hosts/excel';
import { newWorkbook, readXlsx } from '../hosts/file';
import { openWorkbook } from '../open-workbook';
import { browserShell, mountPane } from '../taskpane';
import { version } from '../../package.json';
import { licencesText, pageEngines } from '../workbench';
import { excelHere, officeHere, type OfficeGlobal } from './office-page';

const OUTSIDE = '这个页面要在 Excel 里打开：在功能区「绩核」选项卡按「打开面板」。没有 Excel 时，可以用浏览器里的绩核工作台打开文件。';

/** Excel tells how it looks, on Windows and Mac; where it does not, or fails at it, the system's choice holds. */
function hostTheme(office: OfficeGlobal): 'light' | 'dark' | null {
  let theme: OfficeGlobal['context']['officeTheme'];
  try {
    theme = office.context.officeTheme;
  } catch {
    return null;
  }
  if (theme === undefined || theme === null) return null;
  if (typeof theme.isDarkTheme === 'boolean') return theme.isDarkTheme ? 'dark' : 'light';
  const color = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(theme.bodyBackgroundColor ?? '');
  if (color === null) return null;
  const [red, green, blue] = color.slice(1).map((part) => parseInt(part, 16)) as [number, number, number];
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128 ? 'dark' : 'light';
}

function start(root: HTMLElement, runtime: OfficeRuntime, office: OfficeGlobal): void {
  const shell = browserShell({ version, licences: licencesText });
  const look = () => shell.update({ hostTheme: hostTheme(office) });
  look();
  // There is no event for it.
  window.addEventListener('focus', look);
  const engine = pageEngines();
  const open = openWorkbook(new ExcelHost(runtime), { engine: engine(), readForm: async (bytes) => readXlsx(bytes), newWorkbook });
  mountPane(root, open, shell);
  void open.start();
}

async function main(): Promise<void> {
  const root = document.getElementById('root');
  const office = officeHere();
  if (root === null) return;
  const runtime = await excelHere();
  if (office === null || runtime === null) root.textContent = OUTSIDE;
  else start(root, runtime, office);
}

void main();
