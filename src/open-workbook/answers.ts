/** What the user answered to what rules ask, by row and question; kept with the workbook's settings, never in cells. */
import { factKey, type FactRef, type FactValue } from '../criteria';
import type { IndicatorRow, RowId, ScoreTable } from '../score-table';
import { Dec, oncePerObject } from '../workbook';

export type Answer = string | boolean;
/** Row key → question key → answer. */
export type Answers = Readonly<Record<string, Readonly<Record<string, Answer>>>>;

export const NO_ANSWERS: Answers = {};

/** A key for each row that holds after rows were inserted or sheets renamed: its names from the outermost level down, doubles counted. */
export const rowKeys = oncePerObject((scoreTable: ScoreTable): ReadonlyMap<RowId, string> => {
  const seen = new Map<string, number>();
  return new Map(
    scoreTable.rows.map((row) => {
      const names = [...row.path, row.name.value].map((name) => name.replace(/\s+/g, '')).join('/');
      const count = (seen.get(names) ?? 0) + 1;
      seen.set(names, count);
      return [row.id, count === 1 ? names : `${names} ${count}`];
    }),
  );
});

export function answerTo(answers: Answers, scoreTable: ScoreTable, row: IndicatorRow, ref: FactRef): FactValue | undefined {
  const answer = answers[rowKeys(scoreTable).get(row.id) ?? '']?.[factKey(ref)];
  return answer === undefined ? undefined : valueOf(answer, ref);
}

export function withAnswer(answers: Answers, row: string, key: string, answer: Answer | null): Answers {
  const own = Object.fromEntries(
    Object.entries({ ...answers[row], ...(answer === null ? {} : { [key]: answer }) }).filter(([name]) => answer !== null || name !== key),
  );
  const rest = Object.fromEntries(Object.entries(answers).filter(([name]) => name !== row));
  return Object.keys(own).length === 0 ? rest : { ...rest, [row]: own };
}

export function hasAnswers(answers: Answers): boolean {
  return Object.keys(answers).length > 0;
}

/** What was kept is somebody's text: anything that is no set of answers counts as none. */
export function answersFrom(text: string | null): Answers {
  try {
    const read: unknown = JSON.parse(text ?? '{}');
    if (typeof read !== 'object' || read === null) return NO_ANSWERS;
    const rows = Object.entries(read as Record<string, unknown>).filter(
      (entry): entry is [string, Record<string, unknown>] => typeof entry[1] === 'object' && entry[1] !== null,
    );
    return Object.fromEntries(
      rows.map(([row, own]) => [
        row,
        Object.fromEntries(Object.entries(own).filter((one): one is [string, Answer] => ['string', 'boolean'].includes(typeof one[1]))),
      ]),
    );
  } catch {
    return NO_ANSWERS;
  }
}

/** undefined where what was typed is no such value yet. */
function valueOf(answer: Answer, { kind }: FactRef): FactValue | undefined {
  if (kind === 'yes') return typeof answer === 'boolean' ? answer : undefined;
  if (typeof answer !== 'string') return undefined;
  if (kind === 'level') return answer === '' ? undefined : answer;
  const number = numberIn(answer);
  if (number === null) return undefined;
  if (kind === 'count' && (!number.isInteger() || number.isNegative())) return undefined;
  return kind === 'rate' ? number.div(100) : number;
}

function numberIn(text: string): Dec | null {
  const bare = text.normalize('NFKC').replace(/[\s,%]/g, '');
  return /^-?\d+(\.\d+)?$/.test(bare) ? new Dec(bare) : null;
}
