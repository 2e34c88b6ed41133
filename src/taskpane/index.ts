/** The task pane: an open workbook shown in one column, whatever holds it. */
export { browserShell, type BrowserShell, type ShellParts } from './browser-shell';
export { findingAt, step } from './findings/order';
export { mountPane, type PaneHandle } from './mount';
export type { ExtraSetting, OwnFile, Shell, ShellState, ThemeChoice } from './shell';
