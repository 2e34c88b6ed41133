import type { Desk } from './desk-types';
import type { OwnFile } from './own-file';

/** What the page around the pane offers. Parts a page has not are left out, and so are their buttons. */

export type ThemeChoice = 'system' | 'light' | 'dark';

/** A setting of the page that stands among ours: 「上次的内容」 of the workbench. */
export interface ExtraSetting {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly on: boolean;
}

/** What may change while the pane stands. Every change makes a new object. */
export interface ShellState {
  readonly theme: ThemeChoice;
  /** What the host itself looks like; null: it does not tell, the system's is taken. */
  readonly hostTheme: 'light' | 'dark' | null;
  /** 「返回 312 份」; null: there is nothing to go back to. */
  readonly back: string | null;
  readonly settings: readonly ExtraSetting[];
}

export interface Shell {
  readonly state: ShellState;
  /** Called after every change of `state`. The returned function ends it. */
  subscribe(listener: () => void): () => void;
  /** The pane stands beside the sheet in one page, whose landmark it fills; else it is the whole page. */
  readonly beside?: boolean;
  readonly version: string;
  /** Licences of what is built in, as text, fetched when somebody asks; '' where there are none. */
  licences(): Promise<string>;
  setTheme(choice: ThemeChoice): void;
  /** Puts text into the clipboard; false: it could not be done. */
  copy(text: string): Promise<boolean>;
  /** Hands a file to the user. */
  download(file: OwnFile): void;
  /** Keeps the pane's own state (tab, open row, scroll) while it is closed. */
  load(key: string): string | null;
  save(key: string, text: string): void;
  /** Lets the user choose another file. */
  openFile?(): void;
  openSample?(): void;
  saveCopy?(): void;
  saveAsXlsx?(): void;
  back?(): void;
  /** WPS: takes the pane away. */
  collapse?(): void;
  /** 环境自检: a sentence for everything found wanting. */
  selfCheck?(): Promise<readonly string[]>;
  /** The reviewer's own place beside the workbooks. */
  desk?(): Promise<Desk>;
  changeSetting?(key: string, on: boolean): void;
}
