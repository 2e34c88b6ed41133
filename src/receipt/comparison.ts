import type { Assessment } from '../assessment';
import {
  type ChangedCell,
  type ComparedFinding,
  type ComparedTable,
  type BookComparison,
  FIELD_NAMES,
  type LineChange,
} from '../comparison';
import { a1OfRect, Dec, type WorkbookSnapshot } from '../workbook';
import { answerJson } from './answers';
import { cellRef, held, num, scalar } from './plain';
import type {
  ChangeJson,
  ComparedFindingJson,
  ComparedRowJson,
  ComparedTableJson,
  ComparisonJson,
  ComparisonSideJson,
} from './comparison-types';
import { CONTRACT } from './types';

function sideJson(assessment: Assessment | null, book: WorkbookSnapshot): ComparisonSideJson | null {
  if (assessment === null) return null;
  const { scoreTable, totals } = assessment;
  const { sheet, range } = scoreTable.table;
  return {
    sheet: book.sheets[sheet]?.name ?? '',
    table: a1OfRect(range),
    unit: held(scoreTable.unit) || null,
    project: held(scoreTable.project) || null,
    year: scoreTable.year?.value ?? null,
    total: num(totals.stated ?? totals.sum),
    grade: totals.grade.stated,
  };
}

const valueJson = (value: ChangedCell['before']): number | string | null => {
  if (value === null) return null;
  return value.is instanceof Dec ? num(value.is) : value.shown;
};

function changeJson({ field, before, after, cells, meaning }: ChangedCell, { before: from, after: to }: BookComparison): ChangeJson {
  return {
    field,
    name: FIELD_NAMES[field],
    before: valueJson(before),
    after: valueJson(after),
    shown: [before?.shown ?? null, after?.shown ?? null],
    cells: [cells[0] === null ? null : cellRef(from, cells[0]), cells[1] === null ? null : cellRef(to, cells[1])],
    meaning,
  };
}

function rowJson({ kind, name, state, changes }: LineChange, comparison: BookComparison): ComparedRowJson {
  return { indicator: name, kind, state, changes: changes.map((change) => changeJson(change, comparison)) };
}

function findingJsonOf({ state, finding, answer, sentence, side }: ComparedFinding, comparison: BookComparison): ComparedFindingJson {
  return {
    id: answer.id,
    code: finding.code,
    severity: finding.severity,
    state,
    side,
    cell: cellRef(comparison[side], finding.cell),
    indicator: finding.indicator,
    message: sentence,
    actual: scalar(finding.actual),
    expected: scalar(finding.expected),
    answer: answerJson(answer.state, answer.reply),
  };
}

function tableJsonOf(table: ComparedTable, comparison: BookComparison): ComparedTableJson {
  return {
    before: sideJson(table.before, comparison.before),
    after: sideJson(table.after, comparison.after),
    same: table.same,
    scoresDiffer: table.scoresDiffer,
    rows: table.lines.map((line) => rowJson(line, comparison)),
    findings: table.findings.map((finding) => findingJsonOf(finding, comparison)),
    ...(table.withheld === 0 ? {} : { withheld: table.withheld }),
  };
}

/** Two workbooks held against each other, as the contract writes it. `before`, `after`: the paths as given. */
export function comparisonJson(before: string, after: string, comparison: BookComparison): ComparisonJson {
  return {
    contract: CONTRACT,
    is: 'comparison',
    before,
    after,
    as: comparison.as,
    status: 'ok',
    tables: comparison.tables.map((table) => tableJsonOf(table, comparison)),
  };
}

/** Two files that could not be held against each other, or one without its counterpart; `reason` is for people. */
export function notComparedJson(
  before: string | null,
  after: string | null,
  status: Exclude<ComparisonJson['status'], 'ok'>,
  reason: string,
): ComparisonJson {
  return { contract: CONTRACT, is: 'comparison', before, after, as: null, status, reason, tables: [] };
}
