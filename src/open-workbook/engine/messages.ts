/** What the two threads say to each other. */
import type { WorkbookData } from '../../workbook';
import type { Judging } from '../judging';
import type { Slice } from './slices';

export type Request = { readonly id: number } & (
  | { readonly ask: 'audit'; readonly book: WorkbookData; readonly judging: Judging; readonly file: string }
  | { readonly ask: 'plan' | 'narrative' | 'summary' | 'result' | 'report'; readonly with: readonly unknown[] }
);

export type Reply =
  /** A part of an audit on its way; `view` follows. */
  | { readonly id: number; readonly piece: Slice }
  /** The audit, plain data as it is, its long lists sent before. */
  | { readonly id: number; readonly view: unknown }
  /** Packed: it may hold decimals. */
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failed: { readonly name: string; readonly message: string; readonly stack: string } };

/** The other thread, whatever kind of worker it is. */
export interface Thread {
  post(message: unknown): void;
  /** Called for each message, and with null when the thread has died. */
  listen(heard: (message: unknown) => void, died: (why: string) => void): void;
  end(): void;
}
