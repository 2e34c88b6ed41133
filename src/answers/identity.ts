/**
 * What a finding is known by, however the workbook was moved about: people name it on the telephone, in Word and in 审核结果, and
 * the next check finds the answer to it again.
 */
import type { Assessment } from '../assessment';
import type { Finding } from '../checks';
import type { ScoreTable } from '../score-table';
import { calculated, compareAddr, normal, shortCode, type WorkbookSnapshot } from '../workbook';
import { checkLetter, lettersOf } from './hash';
import { stableSubject } from './subject';
import { valuesCode } from './values';

/** Letters of an id before its check letter. */
const LETTERS = 5;

export interface Identity {
  /** 「R7QK-3F」: unique in its workbook; no address goes into it. The last letter tells when another was misread. */
  readonly id: string;
  /** A code over the values the finding rests on. */
  readonly values: string;
}

/** One list a table, in the order of its findings. The assessments are those of all tables of one workbook, in workbook order. */
export function identified(assessments: readonly Assessment[], given: WorkbookSnapshot): readonly (readonly Identity[])[] {
  const { book } = calculated(given);
  const tables = tableKeys(assessments.map(({ scoreTable }) => scoreTable));
  const taken = new Set<string>();
  return assessments.map(({ findings, scoreTable }, index) => {
    const keys = distinct(findings, (one) => `${one.code} ${tables[index]!} ${stableSubject(one, scoreTable, book)}`);
    return findings.map((finding): Identity => ({ id: freeId(keys.get(finding)!, taken), values: valuesCode(finding, scoreTable, book) }));
  });
}

/**
 * What each finding is about, in words that know nothing of the table it stands in: to find it again in another state of that table,
 * also where its unit or project goes by another name there.
 */
export function findingSubjects({ findings, scoreTable }: Assessment, given: WorkbookSnapshot): readonly string[] {
  const { book } = calculated(given);
  const keys = distinct(findings, (one) => `${one.code} ${stableSubject(one, scoreTable, book)}`);
  return findings.map((finding) => keys.get(finding)!);
}

/** An id as somebody typed it (small letters, without its hyphen, O for 0), set right; null where it is none. */
export function idFrom(typed: string): string | null {
  const letters = lettersOf(typed);
  if (letters?.length !== LETTERS + 1) return null;
  const code = letters.slice(0, LETTERS);
  return checkLetter(code) === letters[LETTERS] ? spelled(code) : null;
}

function spelled(code: string): string {
  const whole = code + checkLetter(code);
  return `${whole.slice(0, 4)}-${whole.slice(4)}`;
}

/** An id for a key; two texts of one code are rare, and the second gets another. */
export function freeId(key: string, taken: Set<string>): string {
  for (let more = 0; ; more += 1) {
    const id = spelled(shortCode(more === 0 ? key : `${key} ${more}`, LETTERS));
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

/** A key for each finding; equal ones are counted in reading order. */
function distinct(findings: readonly Finding[], keyOf: (finding: Finding) => string): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  return new Map(
    [...findings]
      .sort((a, b) => compareAddr(a.cell, b.cell))
      .map((finding) => {
        const key = keyOf(finding);
        const count = (seen.get(key) ?? 0) + 1;
        seen.set(key, count);
        return [finding, count === 1 ? key : `${key} ${count}`];
      }),
  );
}

const held = (value: string | null | undefined): string => (typeof value === 'string' ? normal(value) : '');

/** What tells tables apart, the surest first; further words only where tables of one workbook would be called the same. */
const TELLING: readonly ((table: ScoreTable) => string)[] = [
  ({ kind, unit, project }) => `${kind ?? ''} ${held(unit?.value)} ${held(project?.value)}`,
  ({ year }) => String(year?.value ?? ''),
  ({ title }) => held(title?.value),
];

function tableKeys(tables: readonly ScoreTable[]): readonly string[] {
  let keys = tables.map(TELLING[0]!);
  for (const told of TELLING.slice(1)) {
    if (new Set(keys).size === keys.length) return keys;
    keys = keys.map((key, index) => (isAlone(key, keys) ? key : `${key} ${told(tables[index]!)}`));
  }
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key} #${count}`;
  });
}

const isAlone = (key: string, keys: readonly string[]): boolean => keys.filter((other) => other === key).length === 1;
