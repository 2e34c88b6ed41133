/** Files dropped on the page or chosen; copies handed out. */
import { askWith } from '../../taskpane';
import { make } from './dom';

/** Endings of what a person may choose as a list. */
export const LIST_ENDINGS = '.xlsx,.xlsm,.xls,.et,.csv,.html,.htm';
const TYPES = '.xlsx,.xlsm,.xls,.et,.xlsb,.xml,.html,.htm';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const KEEP_MS = 60_000;

/** Listens for files dropped anywhere on the page; the returned function ends it. */
export function dropping(page: HTMLElement, take: (files: readonly File[]) => void): () => void {
  let depth = 0;
  const show = (on: boolean): void => {
    page.classList.toggle('dropping', on);
  };
  const over = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
  };
  const enter = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    depth += 1;
    show(true);
  };
  const leave = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    depth = Math.max(0, depth - 1);
    if (depth === 0) show(false);
  };
  const drop = (event: DragEvent): void => {
    depth = 0;
    show(false);
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer === null) return;
    void dropped(event.dataTransfer).then((files) => {
      if (files.length > 0) take(files);
    });
  };
  document.addEventListener('dragover', over);
  document.addEventListener('dragenter', enter);
  document.addEventListener('dragleave', leave);
  document.addEventListener('drop', drop);
  return () => {
    document.removeEventListener('dragover', over);
    document.removeEventListener('dragenter', enter);
    document.removeEventListener('dragleave', leave);
    document.removeEventListener('drop', drop);
  };
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/** Files dropped by themselves, and the spreadsheets and documents of dropped folders with their paths, in the order of their names. */
async function dropped(data: DataTransfer): Promise<readonly File[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (!entries.some((entry) => entry?.isDirectory === true)) return [...data.files];
  const found = await Promise.all(entries.map((entry) => (entry === null ? [] : filesIn(entry, entry.isDirectory))));
  return byPath(found.flat());
}

/** Lock files and what is named like no spreadsheet are left out of folders. */
const IN_FOLDERS = /^(?![~.]).*\.(?:xlsx|xlsm|xls|et|docx|docm|doc|wps|odt|rtf|ofd|pdf|txt)$/i;

/** What may be a report beside the workbooks, by its name. */
export const isDocument = ({ name }: File): boolean => /\.(?:docx|docm|doc|wps|odt|rtf|ofd|pdf|txt)$/i.test(name);

async function filesIn(entry: FileSystemEntry, inFolder: boolean): Promise<readonly File[]> {
  if (entry.isFile) {
    if (inFolder && !IN_FOLDERS.test(entry.name)) return [];
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    // A dropped file does not know its folder.
    Object.defineProperty(file, 'webkitRelativePath', { value: entry.fullPath.replace(/^\//, '') });
    return [file];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const all: FileSystemEntry[] = [];
  // A folder is told in portions, the last one empty.
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    all.push(...some);
  }
  return (await Promise.all(all.map((one) => filesIn(one, true)))).flat();
}

/** Lets the person choose files; `accept`: of these endings, and one only where `one`. */
export function chooseFiles(take: (files: readonly File[]) => void, { accept = TYPES, one = false } = {}): void {
  const input = make('input', '', [], { type: 'file', accept, ...(one ? {} : { multiple: '' }) });
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    if (files.length > 0) take(files);
  });
  askWith(input);
}

/** Lets the person choose a folder: its spreadsheets and documents, those of its folders too, in the order of their names. */
export function chooseFolder(take: (files: readonly File[]) => void): void {
  const input = make('input', '', [], { type: 'file', webkitdirectory: '' });
  input.addEventListener('change', () => {
    const files = byPath([...(input.files ?? [])].filter(({ name }) => IN_FOLDERS.test(name)));
    if (files.length > 0) take(files);
  });
  askWith(input);
}

const byPath = (files: readonly File[]): readonly File[] =>
  [...files].sort((a, b) => (a.webkitRelativePath < b.webkitRelativePath ? -1 : 1));

/** Hands a workbook to the person, under the name of the file it came from. */
export function handOut(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: XLSX }));
  const link = make('a', '', [], { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}

/** 「评分表.xlsx」 → 「评分表_副本.xlsx」. */
export function copyName(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? `${name}_副本` : `${name.slice(0, dot)}_副本${name.slice(dot)}`;
}
