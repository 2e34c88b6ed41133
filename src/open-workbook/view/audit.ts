/** An audited workbook as it is shown. */
import type { WrittenReply } from '../../answers';
import type { Assessment, Messages } from '../../assessment';
import { type CheckCode, checksFor, isReviewersColumn } from '../../checks';
import { numberedFindings, marksOf, notesOf, type ReviewedTable } from '../../results';
import { tableJson, type TableJson } from '../../receipt';
import { isUnfilled, type Recognised, scoredRows, type ScoreTable } from '../../score-table';
import { applyStandards } from '../../standards';
import { type Rect, type WorkbookSnapshot, wordsPattern } from '../../workbook';
import { unrecognisedReason } from '../../words';
import { reviewOf } from '../audit-book';
import type { Judge } from '../judge';
import type { Judging } from '../judging';
import { offeredBy, type Offered } from './changes';
import { figuresView } from './figures';
import { findingViews } from './findings';
import { everyCorrection } from './plan';
import { scoreGroups } from './scores';
import reviewers from './data/reviewer-columns.json';
import type { AuditView, NotRunView, TableView, UnrecognisedSheet } from './types';

export interface AuditSource {
  readonly book: WorkbookSnapshot;
  /** As the receipt names it. */
  readonly file: string;
  readonly judge: Judge;
  readonly judging: Judging;
  readonly recognised: Recognised;
  readonly assessments: readonly Assessment[];
  readonly answered: readonly Assessment[];
  readonly messages: Messages;
  /** What was replied to findings, in the workbook's 审核结果 and here. */
  readonly replies: readonly WrittenReply[];
}

const KINDS = { whole: '部门整体自评', project: '项目自评', transfer: '转移支付自评' } as const;
/** Words of a reviewer's column that say whose they are, and such as are the reviewer's only behind a reviewer's score. */
const REVIEWER_WORDS = new RegExp(wordsPattern(reviewers.words));
const REVIEWER_REASON = new RegExp(`^${wordsPattern(reviewers.points)}${wordsPattern(reviewers.why)}$`);
/** Not run but on a blank workbook, or when a check broke off. */
const OUR_OWN: CheckCode = 'check-crashed';

export function auditView(source: AuditSource): AuditView {
  const { book, assessments, messages } = source;
  const { tables } = reviewOf(book, assessments, messages, source.replies);
  const items = numberedFindings({ tables });
  const offered = offeredBy(assessments.length === 0 ? [] : correctionsOf(source));
  return {
    tables: tables.map((table, index) => tableView(table, source.answered[index]!, source, offered)),
    unrecognised: assessments.length > 0 ? null : unrecognised(source.recognised, book),
    marks: marksOf(items),
    notes: notesOf(items),
  };
}

/** What 运算 would write with every correction it offers. */
function correctionsOf({ book, judge, answered }: AuditSource): ReturnType<typeof everyCorrection> {
  return everyCorrection(book, (now) => (now === book ? answered : judge.answered(now, judge.assess(now))));
}

function tableView(table: ReviewedTable, answered: Assessment, source: AuditSource, offered: Offered): TableView {
  const { assessment, spoken, answers } = table;
  const { book, messages, judging, file } = source;
  const { scoreTable, standard } = assessment;
  const entry = tableJson(file, table, book);
  const parameters = applyStandards(scoreTable, book, source.judge.given).parameters;
  return {
    entry,
    sheet: scoreTable.table.sheet,
    sheetKey: book.sheets[scoreTable.table.sheet]?.key ?? '',
    kind: scoreTable.kind === null ? '评分表' : KINDS[scoreTable.kind],
    year: entry.year,
    unit: entry.unit ?? scoreTable.project?.value ?? null,
    verdict: verdictOf(entry, isUnfilled(scoreTable)),
    figures: figuresView(assessment, parameters),
    findings: findingViews({ assessment, sentences: spoken.sentences, book, messages, offered, answers }),
    ...checkLists(entry, messages, scoreTable),
    scores: scoreGroups({ assessment, answered, answers: judging.answers, book, offered }),
    standard:
      standard.how === 'from-sheet'
        ? null
        : { title: standard.title, reconstructed: standard.status === 'reconstructed', chosen: standard.how !== 'detected' },
    reviewer: reviewerAreas(scoreTable),
    rows: scoredRows(scoreTable).length,
  };
}

/** Columns that are the reviewer's to write, below their headings. */
function reviewerAreas({ columns, scoreColumns, table, headerRows }: ScoreTable): readonly Rect[] {
  const scores = scoreColumns.filter(({ kind }) => kind === 'review' || kind === 'finance').map(({ col }) => col);
  const words = columns
    .filter(({ header, col }) => {
      const heading = header.value.replace(/\s+/g, '');
      // A bare 扣分理由 is the unit's own, unless it stands behind what a reviewer gave.
      if (REVIEWER_REASON.test(heading)) return scores.some((score) => score < col);
      return isReviewersColumn(heading) && REVIEWER_WORDS.test(heading);
    })
    .map(({ col }) => col);
  return [...new Set([...scores, ...words])].map((col) => ({
    top: headerRows.bottom + 1,
    bottom: table.range.bottom,
    left: col,
    right: col,
  }));
}

function verdictOf({ findings, coverage }: TableJson, unfilled: boolean): TableView['verdict'] {
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return { mandatory: count('mandatory'), advisory: count('advisory'), info: count('info'), failed: coverage.failed.length, unfilled };
}

/** 已通过: run to the end, and nothing was found. */
function checkLists(
  { findings, coverage }: TableJson,
  messages: Messages,
  scoreTable: ScoreTable,
): Pick<TableView, 'passed' | 'notApplicable' | 'failed'> {
  const titleOf = (code: string): string => messages.get(code)?.title ?? code;
  const view = ({ code, why }: { readonly code: string; readonly why: string }): NotRunView => ({ code, title: titleOf(code), why });
  const out = new Set([...findings, ...coverage.notApplicable, ...coverage.failed].map(({ code }) => code));
  return {
    passed: checksFor(scoreTable)
      .filter(({ code }) => !out.has(code) && code !== OUR_OWN)
      .map(({ code, title }) => ({ code, title })),
    notApplicable: coverage.notApplicable.map(view),
    failed: coverage.failed.map(view),
  };
}

function unrecognised({ doubts }: Recognised, book: WorkbookSnapshot): NonNullable<AuditView['unrecognised']> {
  const sheets = book.sheets.flatMap((sheet, index): UnrecognisedSheet[] => {
    if (sheet.ours === true || sheet.state !== 'visible') return [];
    const doubt = doubts.find((one) => one.at?.sheet === index || one.what === `工作表「${sheet.name}」`);
    const found = doubt?.found ?? '';
    const lacking =
      doubt === undefined || found === '' ? '没有指标表头' : `缺${doubt.lookedFor.map((one) => one.replace(/列$/, '')).join('、')}`;
    return [{ sheet: index, name: sheet.name, found, lacking: sheet.rows === 0 ? '空白工作表' : lacking }];
  });
  return { reason: unrecognisedReason(doubts, book), sheets };
}
