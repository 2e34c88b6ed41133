export { watchActiveBook } from './active-book';
export type { EtApp } from './et';
export { collapsePane, watchCommands, type RibbonCommand, type ShellApp } from './pane-shell';
export { saveReport } from './self-test/save-report';
export { selfTest, type SelfTestReport } from './self-test/self-test';
export type { PageStore } from './storage';
export { WpsHost, type WpsHostOptions } from './wps-host';
