/**
 * The room's door: what other rooms use of it.
 * The contract's JSON of one audited workbook.
 */
export { type BudgetHeld, budgetHeld, budgetJson, type BudgetList, budgetList } from './budget';
export { type BudgetJson } from './budget-types';
export { budgetLine, budgetOwnerText, publishingLine, reportsLine, roundLine, targetsLine } from './counts-lines';
export { comparisonJson, notComparedJson } from './comparison';
export { changesTitle, comparisonLine, FINDING_GROUPS, oneSideText, sidesParts, tallyText } from './comparison-lines';
export {
  type ChangeJson,
  type ComparedFindingJson,
  type ComparedRowJson,
  type ComparedTableJson,
  type ComparisonJson,
  type ComparisonSideJson,
} from './comparison-types';
export { type PublishingJson, publishingJson, type RemarkJson, unreadPublishingJson } from './publishing';
export { answeredReport, reportAnswers, reportCheckTitle, reportName } from './report-answers';
export { reportJson, reportVerdict, unreadReportJson } from './report';
export { rosterJson } from './roster';
export { type AskedTable, askedTables, roundJson } from './round';
export { type RoundJson, type RoundState, type RoundUnitJson } from './round-types';
export { type RosterJson, type RosterLineJson, type UnassignedJson } from './roster-types';
export { type ReportFindingJson, type ReportJson, type ReportPlaceJson } from './report-types';
export { unreadableJson, unrecognisedJson } from './no-table';
export { ledgerJson } from './ledger';
export { heldTargets, type TargetFile } from './hold-targets';
export { type LedgerJson } from './ledger-types';
export { tableJson } from './table';
export {
  type EntryJson,
  type FailureJson,
  type AnswerJson,
  type CellRef,
  type FindingJson,
  type IndicatorJson,
  type RefusedJson,
  type TableJson,
  type UnreadableJson,
} from './types';
