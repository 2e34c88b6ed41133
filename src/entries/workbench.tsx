import { sampleFile, WorkbenchPage, type PaneSlot } from '../workbench';
import '../workbench/sheet/sheet.css';
import '../workbench/page/page.css';

const SAMPLE = '部门整体自评_湛江2024.xlsx';

function start(root: HTMLElement): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const theme = (): void => {
    document.documentElement.dataset['theme'] = dark.matches ? 'dark' : 'light';
  };
  theme();
  dark.addEventListener('change', theme);
  const pane = (): PaneSlot => ({ show: () => undefined, focus: () => undefined });
  const page = new WorkbenchPage(root, { pane });
  void sampleFile(SAMPLE)
    .then((bytes) => (bytes === null ? false : page.open(SAMPLE, bytes)))
    .then(() => page.offerKept());
}

const root = document.getElementById('root');
if (root !== null) start(root);
