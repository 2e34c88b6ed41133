/**
 * The room's door: one open workbook over a port, which panes, ribbon commands and the command line share.
 *   openWorkbook(host, options): OpenWorkbook   observable plain state; methods that never throw
 *   localEngine(): Engine                       the core in this thread; see engine/ for the one in another
 */
export { type Answers } from './answers';
export { localEngine } from './engine/local';
export { type Engine, type Planned } from './engine/types';
export { BY_THE_SHEET, judgeBy, withoutOurs, type Judge, type Judging, type PlainStandard } from './judge';
export { openWorkbook, type OpenOptions } from './open-workbook';
export { type ReadYaml, type YamlRead } from './standards-chosen';
export * from './state';
export * from './view/types';
