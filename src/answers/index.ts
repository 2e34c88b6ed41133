/**
 * The room's door: what other rooms use of it.
 * What units and reviewers reply to findings, by an identity that holds when the workbook is moved about.
 */
export { type Identity, idFrom, identified } from './identity';
