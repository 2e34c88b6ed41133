import { contentsCode, type TableAnswers } from '../answers';
import { a1OfRect, type WorkbookSnapshot } from '../workbook';
import type { Assessment, Coverage, Spoken, Totals } from '../assessment';
import { resolvedJson } from './answers';
import { findingJson } from './findings';
import { indicatorsOf } from './indicators';
import { held, num } from './plain';
import { CONTRACT, type NotRunJson, type StandardJson, type TableJson, type TotalsJson } from './types';

/** Whose rules the table was judged by; its own have no title. */
export function standardOf({ id, status, how, title }: Assessment['standard']): StandardJson {
  return { id, status, how, ...(title === '' ? {} : { title }) };
}

function totalsOf(totals: Totals): TotalsJson {
  return {
    fullScore: num(totals.fullScore),
    stated: num(totals.stated),
    sum: num(totals.sum),
    review: num(totals.review),
    recomputed: num(totals.recomputed),
    asStated: { indicators: totals.asStated.indicators, fullScore: totals.asStated.fullScore.toNumber() },
    deducted: num(totals.deducted),
    explained: num(totals.explained),
    grade: {
      stated: totals.grade.stated,
      expected: totals.grade.expected,
      bands: totals.grade.bands.map(({ name, from }) => ({ name, from: from.toNumber() })),
    },
  };
}

const plain = ({ code, why }: NotRunJson): NotRunJson => ({ code, why });

/** checks = run + notApplicable + failed, also when a sentence failed after its check had run. */
function coverageOf(coverage: Coverage, failedLater: readonly NotRunJson[]): TableJson['coverage'] {
  const known = new Set<string>(coverage.failed.map(({ code }) => code));
  const late = failedLater.filter(({ code }) => !known.has(code));
  return {
    checks: coverage.checks,
    run: coverage.run - late.length,
    notApplicable: coverage.notApplicable.map(plain),
    failed: [...coverage.failed.map(plain), ...late],
  };
}

/** What is said of a table: the sentences of its findings, and what each is known by and was replied, in the same order. */
export interface AuditedTable {
  readonly assessment: Assessment;
  readonly spoken: Spoken;
  readonly answers: TableAnswers;
}

/** One audited table as the contract writes it. `file` is the path as given. */
export function tableJson(file: string, { assessment, spoken, answers }: AuditedTable, book: WorkbookSnapshot): TableJson {
  const { scoreTable } = assessment;
  const { sentences, failed } = spoken;
  const { sheet, range } = scoreTable.table;
  return {
    contract: CONTRACT,
    file,
    status: 'ok',
    sheet: book.sheets[sheet]?.name ?? '',
    table: a1OfRect(range),
    moneyUnit: scoreTable.money === 'mixed' ? null : scoreTable.money,
    kind: scoreTable.kind,
    unit: held(scoreTable.unit) || null,
    project: held(scoreTable.project) || null,
    year: scoreTable.year?.value ?? null,
    contents: contentsCode(scoreTable, book),
    standard: standardOf(assessment.standard),
    totals: totalsOf(assessment.totals),
    indicators: indicatorsOf(scoreTable, assessment.derivations, book),
    findings: assessment.findings.map((finding, index) =>
      findingJson(finding, answers.findings[index]!, sentences[index]!, assessment, book),
    ),
    resolved: resolvedJson(answers.resolved),
    coverage: coverageOf(assessment.coverage, failed),
  };
}
