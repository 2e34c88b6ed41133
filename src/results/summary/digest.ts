/** What the summary over a batch keeps of one table: plain data, small, fit to be handed from thread to thread. */
import { explanation, type ScoreTable } from '../../score-table';
import { type Severity, wordsFor } from '../../words';
import type { Dec } from '../../workbook';
import { findingCount, failedChecks, tableFigures } from '../figures';
import type { Review, ReviewedTable } from '../types';
import { reconstructedUsed } from '../used-standards';
import { changesText } from './changes';
import type { ReportDigest } from './report-digest';

/** Decimals as plain text, exact; null is unknown. */
export interface TableDigest {
  readonly status: 'ok';
  readonly file: string;
  readonly sheet: string;
  readonly kind: ScoreTable['kind'];
  readonly unit: string | null;
  readonly year: number | null;
  readonly self: string | null;
  readonly recomputed: string | null;
  readonly difference: string | null;
  readonly fullScore: string | null;
  readonly grade: string | null;
  readonly mandatory: number;
  readonly advisory: number;
  readonly failed: number;
  /** 需修改事项, ready to be sent back. */
  readonly changes: string;
  /** 强制性 and 提示性 findings. */
  readonly mistakes: readonly Mistake[];
  /** Indicators with a 分值 and a score, and those of them with full marks. */
  readonly scored: number;
  readonly full: number;
  /** Reasons given, each once in a table, spaces taken out. */
  readonly reasons: readonly string[];
  /** Reconstructed standards used. */
  readonly reconstructed: readonly string[];
}

export interface Mistake {
  readonly code: string;
  readonly severity: Severity;
  readonly indicator: string | null;
  readonly sentence: string;
}

/** A file that gave no table. */
export interface RefusedDigest {
  readonly status: 'unreadable' | 'unrecognised';
  readonly file: string;
  readonly reason: string;
}

export type Digest = TableDigest | RefusedDigest | ReportDigest;

/** A reason shorter than this («无», «见附件») is the same everywhere and says nothing. */
const SHORTEST_REASON = 6;
const LONGEST_REASON = 300;

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
const plain = (value: Dec | null): string | null => value?.toFixed() ?? null;

function reasonsOf({ rows }: ScoreTable): readonly string[] {
  const reasons = rows.flatMap((row) => (row.reason === undefined ? [] : [explanation(row.reason).replace(/\s+/g, '')]));
  return [
    ...new Set(
      reasons.filter((reason) => [...reason].length >= SHORTEST_REASON).map((reason) => [...reason].slice(0, LONGEST_REASON).join('')),
    ),
  ];
}

function fullMarksOf({ rows, self }: ScoreTable): Pick<TableDigest, 'scored' | 'full'> {
  if (self === null) return { scored: 0, full: 0 };
  let scored = 0;
  let full = 0;
  for (const row of rows) {
    const weight = row.weight?.value;
    const score = row.scores[self]?.value;
    if (row.role !== 'indicator' || row.shares !== undefined || weight == null || score == null) continue;
    scored += 1;
    if (score.eq(weight)) full += 1;
  }
  return { scored, full };
}

function mistakesOf({ assessment, spoken }: ReviewedTable): readonly Mistake[] {
  return assessment.findings.flatMap((finding, index): Mistake[] =>
    finding.severity === 'info'
      ? []
      : [
          {
            code: finding.code,
            severity: finding.severity,
            indicator: finding.indicator === null ? null : flat(finding.indicator),
            sentence: spoken.sentences[index]!,
          },
        ],
  );
}

/** One digest a table, in workbook order. `file` is the path as given. */
export function digestsOf(file: string, review: Review): readonly TableDigest[] {
  return review.tables.map((table): TableDigest => {
    const { scoreTable, totals } = table.assessment;
    const figures = tableFigures(table);
    return {
      status: 'ok',
      file,
      sheet: review.book.sheets[scoreTable.table.sheet]?.name ?? '',
      kind: scoreTable.kind,
      unit: scoreTable.unit?.value == null ? null : flat(scoreTable.unit.value) || null,
      year: scoreTable.year?.value ?? null,
      self: plain(figures.self),
      recomputed: plain(figures.recomputed),
      difference: plain(figures.difference),
      fullScore: plain(totals.fullScore),
      grade: figures.grade.stated,
      mandatory: findingCount(table, 'mandatory'),
      advisory: findingCount(table, 'advisory'),
      failed: failedChecks(table).length,
      changes: changesText(table, review, wordsFor(review.book, scoreTable.table.sheet)),
      mistakes: mistakesOf(table),
      ...fullMarksOf(scoreTable),
      reasons: reasonsOf(scoreTable),
      reconstructed: reconstructedUsed([table.assessment]),
    };
  });
}
