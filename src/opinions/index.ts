/**
 * The room's door: what other rooms use of it.
 * 审核意见: a reviewer's own file, by what tables and findings are and not by where they lie.
 */
export type { FindingChange } from './change-finding';
export { opinionsOn, type OwnChange, withFinding, withOwn, withOwnChanged, withScore } from './edit';
export { fitted, type FittedOpinions, isListed } from './fit';
export { laidOpinions, type LaidOpinions } from './laid';
export { type MatchedTables, matchTables, opinionTable } from './match';
export { type OpinionDifference, mergedOpinions, type MergedOpinions } from './merge';
export { laidReports, type LaidReports, type OpinionsOfReport, type TakenReport, withReportFinding, withReportsSeen } from './reports';
export { opinionsText, readOpinions, type ReadOpinions } from './read';
export { type ReviewedRow, reviewedScores, type ReviewedScores, typedScore } from './reviewed';
export { placeAt, placeNow, placeText, rowsByKey } from './rows';
export { opinionsFileName, nameOfReport, tableName } from './texts';
export {
  type FindingOpinion,
  NO_OPINIONS,
  type OpinionBook,
  type OpinionPlace,
  type OpinionReport,
  type OpinionTable,
  type OwnOpinion,
  type ReportOpinions,
  type RowReview,
  type TableOpinions,
} from './types';
