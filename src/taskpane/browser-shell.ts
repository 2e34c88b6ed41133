import type { Shell, ShellState, ThemeChoice } from './shell';

const PREFIX = 'jihe:';
const THEME = 'theme';

export type ShellParts = Partial<Omit<Shell, 'state' | 'subscribe' | 'setTheme' | 'load' | 'save'>> & Pick<Shell, 'version'>;

/** A shell whose state the page may change. */
export interface BrowserShell extends Shell {
  update(change: Partial<ShellState>): void;
}

/** What every page of a browser can offer; `parts` are what this page has besides. */
export function browserShell(parts: ShellParts): BrowserShell {
  const listeners = new Set<() => void>();
  let state: ShellState = { theme: themeOf(load(THEME)), hostTheme: null, back: null, settings: [] };
  const update = (change: Partial<ShellState>) => {
    state = { ...state, ...change };
    listeners.forEach((listener) => listener());
  };
  return {
    licences: async () => '',
    copy,
    download,
    ...parts,
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update,
    setTheme(theme) {
      save(THEME, theme);
      update({ theme });
    },
    load,
    save,
  };
}

const themeOf = (text: string | null): ThemeChoice => (text === 'light' || text === 'dark' ? text : 'system');

/** Some hosts forbid storage; then nothing is kept. */
function load(key: string): string | null {
  try {
    return window.localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

function save(key: string, text: string): void {
  try {
    window.localStorage.setItem(PREFIX + key, text);
  } catch {
    // Full or forbidden: the pane only forgets where it was.
  }
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyOldWay(text);
  }
}

/** Where the clipboard's own interface is refused: select a hidden text and copy it. */
function copyOldWay(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.style.cssText = 'position:fixed;left:-9999px;top:0';
  document.body.append(area);
  area.select();
  let done = false;
  try {
    done = document.execCommand('copy');
  } catch {
    done = false;
  }
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}

function download({ name, bytes, type }: Parameters<Shell['download']>[0]): void {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
