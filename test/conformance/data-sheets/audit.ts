/** Runs the audit over a workbook with a data sheet and tells where it found something. */
import { assess } from '../../../src/assessment/assess';
import type { Finding } from '../../../src/checks/types';
import { recognise } from '../../../src/recognition';
import type { ScoreTable } from '../../../src/score-table';
import { a1, type Addr } from '../../../src/workbook';
import { Random } from '../random';
import { correctBook, layBook, type Draft, type Laid } from './book';
import type { DataMistake } from './mistakes';

export interface DataAudit {
  readonly laid: Laid;
  readonly tables: readonly ScoreTable[];
  readonly findings: readonly Finding[];
}

export function auditDraft(draft: Draft, layout: number): DataAudit {
  const laid = layBook(draft, layout);
  const { tables } = recognise(laid.book);
  const table = tables.find((one) => one.table.sheet === laid.table);
  if (table === undefined) throw new Error(`seed ${draft.seed}, layout ${layout}: no score table`);
  return { laid, tables, findings: assess(table, laid.book, { first: true }).findings };
}

/** null: the draft has no place for the mistake in this layout. */
export function isFound(mistake: DataMistake, seed: number, layout: number): boolean | null {
  const draft = correctBook(seed);
  const where = mistake.put(draft, new Random(seed * 97 + 5));
  if (where === null) return null;
  const { laid, findings } = auditDraft(draft, layout);
  const wanted = new Set(where.flatMap((place) => cellsOf(laid, place)));
  if (wanted.size === 0) return null;
  return findings.some(
    (finding) => finding.code === mistake.code && [finding.cell, ...finding.related].some((at) => wanted.has(nameOf(laid, at))),
  );
}

/** 「data:spending:actual」 → the cell on the data sheet; 「data:title」 its first lines; 「score:three:reason」 the cell on the score sheet. */
function cellsOf(laid: Laid, place: string): readonly string[] {
  const [side, ...rest] = place.split(':');
  const key = rest.join(':');
  if (side === 'data' && key === 'title') return ['data!A1', 'data!A2'];
  const cell = side === 'data' ? laid.data.places.get(key) : laid.places.get(key);
  return cell === undefined ? [] : [`${side!}!${cell}`];
}

function nameOf(laid: Laid, at: Addr): string {
  return `${at.sheet === laid.table ? 'score' : 'data'}!${a1(at.row, at.col)}`;
}
