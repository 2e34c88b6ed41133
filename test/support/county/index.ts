/** A made-up county for tests of the reviewer's desk; see plan.ts for what is in it and how to add to it. */
export { type County, type CountyIndicator, countyOf, type CountyProject, type CountyUnit, spread, writtenName } from './plan';
export { budgetFile, changedTargets, otherAmounts, targetsFile } from './approved';
export {
  type CountyFile,
  folderOf,
  handedIn,
  handedInAgain,
  listFile,
  plainWorkbook,
  type PlainSheet,
  returned,
  type SheetCells,
} from './files';
