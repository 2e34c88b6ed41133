/**
 * The room's door: one open workbook over a port, which panes, ribbon commands and the command line share.
 *   openWorkbook(host, options): OpenWorkbook   observable plain state; methods that never throw
 *   localEngine(): Engine                       the core in this thread; see engine/ for the one in another
 */
export { type Answers } from './answers';
export { auditBook, reviewOf, type AuditedBook } from './audit-book';
export { comparedBooks, type ComparedFile } from './compared-books';
export { type Compared, comparedFolders, type FolderFile, type FolderQuestions } from './compared-folders';
export { type FileQuestions, pairedReports, READ_DOCUMENT, type ReportPair } from './report-pairs';
export { type OpenedReport, reportAgainst, unpairedReport, type WorkbookBeside } from './report-against';
export { reportsBeside, type ReportsBeside } from './reports-beside';
export { laterEngine, lateLocalEngine } from './engine/later';
export { localEngine } from './engine/local';
export { type Thread } from './engine/messages';
export { remoteEngine, type RemoteOptions } from './engine/remote';
export { serveEngine } from './engine/serve';
export { type Engine, type Planned } from './engine/types';
export { rehearsal, warmUp } from './engine/warm';
export { judgeBy, MESSAGES, withoutOurs, type Judge } from './judge';
export { BY_THE_SHEET, type Judging, type PlainStandard } from './judging';
export { openWorkbook, type OpenOptions } from './open-workbook';
export type { ReadYaml } from './standards-chosen';
export * from './state';
export { SAY_WITH } from './texts';
export { writeAndVerify } from './write-and-verify';
export * from './view/types';
export { HEADLINES } from './view/headlines';
