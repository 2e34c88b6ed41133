/**
 * The room's door: what other rooms use of it.
 * What the ribbon's buttons do, with or without the pane open. Each answers what there is to say.
 */
export { auditNow } from './audit';
export { clearTraces, type Ask, type Question } from './clear';
export { recalcNow } from './recalc';
export { type CommandReport, reportOf } from './command-report';
export { CLOSE, FAILED } from './texts';
export { default as FUNCTION_NAMES } from './function-names.json';
