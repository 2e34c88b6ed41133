/** The task pane: an open workbook shown in one column, whatever holds it. */
export { browserShell, type BrowserShell, type ShellParts } from './browser-shell';
export type { Desk, DeskState } from './desk-types';
export { findingAt, stepFrom } from './findings/order';
export { mountPane, type PaneHandle } from './mount';
export type { OwnFile } from './own-file';
export type { ExtraSetting, Shell, ShellState, ThemeChoice } from './shell';
// For what else the page draws in the same manner.
export { useGradual, useMoment, useStore } from './parts/hooks';
export { KeptText } from './desk/kept-text';
export { askWith, pickFile } from './parts/pick-file';
export { TextLink } from './parts/link';
export { SeverityMark } from './parts/marks';
export { Themed } from './parts/themed';
export { sayFrom, type TextValues } from './texts/say';
