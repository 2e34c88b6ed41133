/** One pair of audited files held against each other, as the contract writes it. */
import { compareBooks, type ComparisonKind, likelyKind, type WithheldAnswer } from '../comparison';
import { comparisonJson, type ComparisonJson, notComparedJson } from '../receipt';
import type { Review } from '../results';
import { NOT_A_FILE } from '../words';
import type { AuditedBook } from './audit-book';
import { noTableToCompare, NOTHING_ALIKE } from './texts';

/** A file as it was given, and what auditing it came to; null: it is no workbook. */
export interface ComparedFile {
  readonly file: string;
  readonly audited: AuditedBook | null;
}

type Read =
  | { readonly ok: true; readonly review: Review }
  | { readonly ok: false; readonly status: 'unreadable' | 'unrecognised'; readonly reason: string };

function read({ audited }: ComparedFile): Read {
  if (audited?.review != null) return { ok: true, review: audited.review };
  const first = audited?.entries[0];
  if (first === undefined || first.status === 'ok') return { ok: false, status: 'unreadable', reason: NOT_A_FILE };
  return { ok: false, status: first.status, reason: first.status === 'unrecognised' ? noTableToCompare(first.reason) : first.reason };
}

/** `withheld`: what was answered to differences of what was made public. */
export function comparedBooks(
  [before, after]: readonly [ComparedFile, ComparedFile],
  as: ComparisonKind | null,
  withheld: readonly WithheldAnswer[] = [],
): ComparisonJson {
  const [one, other] = [read(before), read(after)];
  for (const [side, { file }] of [[one, before] as const, [other, after] as const])
    if (!side.ok) return notComparedJson(before.file, after.file, side.status, `「${file}」：${side.reason}`);
  if (!one.ok || !other.ok) throw new Error('both were read');
  const [was, is] = [one.review, other.review].map(({ tables }) => tables.map(({ assessment }) => assessment));
  const comparison = compareBooks(one.review, other.review, as ?? likelyKind(was!, is!), { answers: withheld, file: after.file });
  if (comparison.tables.every((table) => table.before === null || table.after === null))
    return notComparedJson(before.file, after.file, 'unmatched', NOTHING_ALIKE);
  return comparisonJson(before.file, after.file, comparison);
}
