/** A report held against its score sheet. Pure: what it says follows from the two alone. */
import type { Assessment } from '../assessment';
import type { DocumentSnapshot } from '../document';
import { normal } from '../workbook';
import { checkArithmetic } from './checks/arithmetic';
import { checkDates, dayText, statedDay } from './checks/dates';
import { checkBalance, checkFigures } from './checks/figures';
import { checkAttachments, checkDeductions, checkParts } from './checks/parts';
import { checkChanges } from './checks/changes';
import { checkCounts } from './checks/counts';
import { checkDeductionSum } from './checks/deduction-sum';
import { checkFullClaims } from './checks/full-claims';
import { checkFunding } from './checks/funding';
import { checkFundingParts } from './checks/funding-parts';
import { checkCompletion } from './checks/completion';
import { checkProjectList } from './checks/project-list';
import { checkSentenceRates } from './checks/sentence-rates';
import { checkSumsBehind } from './checks/sums-behind';
import { checkTargetRates } from './checks/target-rates';
import { checkSatisfaction } from './checks/satisfaction';
import { checkShares } from './checks/shares';
import { checkTableRates } from './checks/table-rates';
import { checkDataRates } from './checks/data-rates';
import { checkTableSums } from './checks/table-sums';
import { checkHiddenText } from './checks/hidden-text';
import { checkInconsistent } from './checks/inconsistent';
import { checkIndicators } from './checks/indicators';
import { checkPartsOfWhole } from './checks/parts-of-whole';
import { checkPlaceholders } from './checks/placeholders';
import { checkRevisions } from './checks/revisions';
import { checkTextScores } from './checks/text-scores';
import { checkUnitNames } from './checks/unit-names';
import { checkUnreadableNumbers } from './checks/unreadable-numbers';
import { checkYear } from './checks/years';
import { checkRates } from './checks/rates';
import { checkNumbering } from './checks/numbering';
import { checkRest } from './checks/rest';
import { checkStatements } from './checks/statements';
import { checkScores } from './checks/scores';
import { checkGrade, checkTotal, statedGrade, statedTotals } from './checks/total';
import { ReportContext } from './context';
import { linesOfReport } from './lines';
import { projectPartsOf } from './project-parts';
import { toldOf } from './settle';
import { figuresIn } from './numbers';
import type { ReportLine, ReportReading, ReportSheet } from './types';

/** What is held against a table. */
const AGAINST_TABLE = [
  checkTotal,
  checkGrade,
  checkScores,
  checkRates,
  checkFunding,
  checkFundingParts,
  checkIndicators,
  checkCompletion,
  checkTextScores,
];

/** Whole reports are asked for a grade, their parts are not. */
const AGAINST_TABLE_OF_PART = AGAINST_TABLE.map((check) =>
  check === checkGrade ? (part: ReportContext): void => (statedGrade(part) === null ? undefined : checkGrade(part)) : check,
);

const CHECKS = [
  checkArithmetic,
  ...AGAINST_TABLE,
  checkSentenceRates,
  checkDataRates,
  checkTargetRates,
  checkSatisfaction,
  checkShares,
  checkTableRates,
  checkBalance,
  checkSumsBehind,
  checkTableSums,
  checkRest,
  checkStatements,
  checkNumbering,
  checkPartsOfWhole,
  checkFigures,
  checkInconsistent,
  checkDeductionSum,
  checkFullClaims,
  checkChanges,
  checkCounts,
  checkYear,
  checkUnitNames,
  checkPlaceholders,
  checkUnreadableNumbers,
  checkRevisions,
  checkHiddenText,
  checkDeductions,
  checkParts,
  checkDates,
  checkAttachments,
];

/** What stands in front of the first heading: title and cover. */
function coverLines(lines: readonly ReportLine[]): readonly ReportLine[] {
  const first = lines.findIndex(({ level }) => level === 0);
  return lines.slice(0, first < 0 ? 6 : first);
}

const coverOf = (lines: readonly ReportLine[]): string =>
  normal(
    coverLines(lines)
      .map(({ text }) => text)
      .join('\n'),
  );

/** The table a report is about: the only one; the only one of a whole unit; the only project that its title names. */
function tableOf(lines: readonly ReportLine[], sheet: ReportSheet | null): Assessment | null {
  const all = sheet?.assessments ?? [];
  if (all.length <= 1) return all[0] ?? null;
  const cover = coverOf(lines);
  const named = all.filter(({ scoreTable: { project } }) => project?.value != null && cover.includes(normal(project.value)));
  if (named.length === 1) return named[0]!;
  const whole = all.filter(({ scoreTable }) => scoreTable.kind === 'whole');
  return whole.length === 1 && named.length === 0 ? whole[0]! : null;
}

const UNIT = /^(?:评价单位|填报单位|单位名称|部门名称)(?:\((?:公章|盖章)\))?:?([\u4e00-\u9fa5()]{4,40})$/;

/** Title and cover, by which people tell what a report is about. */
export const coverText = (document: DocumentSnapshot): string => coverOf(linesOfReport(document));

/** The unit as the cover names it; null where it does not. */
function unitOf(lines: readonly ReportLine[]): string | null {
  return coverLines(lines).flatMap(({ text }) => UNIT.exec(normal(text))?.[1] ?? [])[0] ?? null;
}

function yearOfReport(lines: readonly ReportLine[]): number | null {
  const found = /(20\d{2})年/.exec(coverOf(lines));
  return found === null ? null : Number(found[1]);
}

/** A report on several projects of the workbook, each part against its own. How many parts there are. */
function readParts(context: ReportContext, sheet: ReportSheet): number {
  const sections = projectPartsOf(context.lines, sheet.assessments);
  for (const { own, about } of sections) {
    const part = new ReportContext(context.document, own, about, sheet.book, context.unit, yearOfReport(context.lines));
    for (const check of AGAINST_TABLE_OF_PART) check(part);
    context.absorb(part);
  }
  if (sections.length > 0) checkProjectList(context, sheet.assessments);
  return sections.length;
}

function statedIn(context: ReportContext): ReportReading['stated'] {
  const day = statedDay(context);
  return {
    total: statedTotals(context)[0]?.value ?? null,
    grade: statedGrade(context)?.word ?? null,
    date: day === null ? null : dayText(day),
  };
}

/** `sheet`: null where there is none; then only what the report says of itself is looked at. */
export function readReport(document: DocumentSnapshot, sheet: ReportSheet | null): ReportReading {
  const lines = linesOfReport(document);
  const table = tableOf(lines, sheet);
  const unit = unitOf(lines) ?? table?.scoreTable.unit?.value ?? null;
  const context = new ReportContext(document, lines, table, sheet?.book ?? null, unit, yearOfReport(lines));
  const parts = table === null && sheet !== null ? readParts(context, sheet) : 0;
  for (const check of CHECKS) check(context);
  return {
    document,
    judged: table !== null || parts > 0,
    unit,
    year: yearOfReport(lines) ?? context.year,
    stated: statedIn(context),
    claims: { numbers: lines.reduce((sum, line) => sum + figuresIn(line).length, 0), ...context.counts() },
    agreeing: context.agreeing(),
    findings: toldOf(context.findings),
  };
}
