/** The 得分 tab: every scored row with what its rule says, what was read of it, and what is lacking. */
import type { Assessment } from '../../assessment';
import { parseCriterion, type Parsed } from '../../criteria';
import { type IndicatorRow, scoredRows, type ScoreTable, selfScore } from '../../score-table';
import { workedOutArithmetic, type Derivation, shownScore } from '../../scoring';
import { addrKey, contentOf, Dec, type WorkbookSnapshot } from '../../workbook';
import { numberText, unknownText, whyUnknown } from '../../words';
import { hasAnswers, rowKeys, type Answers } from '../answers';
import { asksOf } from './asks';
import { changeView, type Offered } from './changes';
import { cellViews } from './texts';
import type { CriterionPart, ScoreGroupView, ScoreRowView } from './types';

export interface ScoreSource {
  readonly assessment: Assessment;
  /** The same with the user's answers counted; the same object where there are none. */
  readonly answered: Assessment;
  readonly answers: Answers;
  readonly book: WorkbookSnapshot;
  readonly offered: Offered;
}

export function scoreGroups(source: ScoreSource): readonly ScoreGroupView[] {
  const groups = new Map<string, IndicatorRow[]>();
  for (const row of scoredRows(source.assessment.scoreTable)) {
    const name = row.role === 'execution' ? row.name.value : (row.path[0] ?? row.name.value);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].map(([name, rows]) => ({
    name,
    score: sumText(rows.map((row) => selfScore(source.assessment.scoreTable, row)?.value ?? null)),
    weight: sumText(rows.map((row) => row.weight?.value ?? null)),
    rows: rows.map((row) => scoreRow(row, source)),
  }));
}

function sumText(values: readonly (Dec | null)[]): string | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : numberText(known.reduce((sum, value) => sum.plus(value), new Dec(0)));
}

function scoreRow(row: IndicatorRow, source: ScoreSource): ScoreRowView {
  const { assessment, answered, answers, book, offered } = source;
  const { scoreTable } = assessment;
  const cell = cellViews(book, scoreTable.table.sheet);
  const key = rowKeys(scoreTable).get(row.id) ?? row.id;
  const slot = selfScore(scoreTable, row);
  const derivation = answered.derivations.get(row.id);
  const criterion = row.criterion?.state === 'value' || row.criterion?.state === 'text' ? row.criterion : undefined;
  const state = stateOf(row, derivation, assessment, answered);
  return {
    id: key,
    name: row.name.value,
    nameCell: cell(row.name.at),
    cell: slot === undefined ? null : cell(slot.at),
    weight: row.weight?.value == null ? null : numberText(row.weight.value),
    score: slot?.value == null ? null : numberText(slot.value),
    state,
    expected: derivation === undefined ? null : expectedText(scoreTable, derivation),
    criterion: criterion?.value == null ? ruleParts(derivation) : partsOf(criterion.value, parseCriterion(criterion.value)),
    criterionCell: criterion === undefined ? null : cell(criterion.at),
    arithmetic: derivation === undefined ? null : workedOutArithmetic(scoreTable, derivation.admissible),
    source: sourceText(row, derivation, hasAnswers(answers)),
    asks: asksOf(row, key, derivation, answers),
    change: changeOf(row, source, derivation, offered),
  };
}

/** 应为 x only beside a finding against the score, or where the user's answers make another: never one without the other's word. */
function stateOf(row: IndicatorRow, derivation: Derivation | undefined, plain: Assessment, answered: Assessment): ScoreRowView['state'] {
  if (derivation === undefined) return 'open';
  const { admissible } = derivation;
  const accused = plain.findings.some(({ accused: who, severity }) => who.row === row.id && who.aspect === 'score' && severity !== 'info');
  const score = selfScore(plain.scoreTable, row)?.value ?? null;
  if (admissible.is === 'unknown') return admissible.why === 'judgement' || admissible.why === 'no-rule' ? 'judged' : 'open';
  if (score === null) return 'open';
  if (admissible.is === 'range') return accused ? 'differs' : 'judged';
  if (admissible.is === 'not-applicable') return accused ? 'differs' : 'agrees';
  const allowed = admissible.is === 'exact' ? [admissible.score] : admissible.scores;
  // Among the scores a rule allows is not yet what it demands: where facts are lacking it is for people to judge.
  if (allowed.some((one) => fits(plain.scoreTable, score, one)))
    return admissible.is === 'exact' || derivation.missing.length === 0 ? 'agrees' : 'judged';
  return accused || plain !== answered ? 'differs' : 'open';
}

const fits = (scoreTable: ScoreTable, score: Dec, expected: Dec): boolean =>
  shownScore(scoreTable, expected).eq(score) || expected.eq(score);

function expectedText(scoreTable: ScoreTable, { admissible }: Derivation): string | null {
  const shown = (value: Dec): string => numberText(shownScore(scoreTable, value));
  if (admissible.is === 'exact') return shown(admissible.score);
  if (admissible.is === 'range') return `${shown(admissible.from)}至${shown(admissible.to)}`;
  if (admissible.is !== 'one-of') return null;
  return admissible.scores.length > 6
    ? `${shown(admissible.scores[0]!)}至${shown(admissible.scores.at(-1)!)}中的一档`
    : admissible.scores.map(shown).join('或');
}

function sourceText(row: IndicatorRow, derivation: Derivation | undefined, answering: boolean): string {
  if (derivation === undefined) return unknownText('no-rule');
  const { admissible, facts, missing } = derivation;
  if (admissible.is === 'exact' || admissible.is === 'one-of') {
    const typed = answering && facts.some((fact) => fact.from === 'answer');
    if (missing.length === 0 || admissible.is === 'exact') return typed ? '按填写的情况算出' : '由表内数据算出';
  }
  if (admissible.is === 'unknown') return whyUnknown(derivation, row);
  if (admissible.is === 'not-applicable') return '该项不适用';
  return missing.length > 0 ? '还缺下列情况，填写后可算出' : '由评分人按完成情况判断';
}

function changeOf(
  row: IndicatorRow,
  { assessment, answered, book }: ScoreSource,
  derivation: Derivation | undefined,
  offered: Offered,
): ScoreRowView['change'] {
  const slot = selfScore(assessment.scoreTable, row);
  if (slot === undefined) return null;
  const planned = offered.get(addrKey(slot.at));
  if (planned !== undefined) return changeView(planned);
  if (assessment === answered || derivation?.admissible.is !== 'exact' || row.shares !== undefined) return null;
  const value = shownScore(assessment.scoreTable, derivation.admissible.score);
  const before = contentOf(book, slot.at);
  if (before.kind === 'formula' || (slot.value !== null && fits(assessment.scoreTable, slot.value, derivation.admissible.score)))
    return null;
  if (!derivation.facts.some((fact) => fact.from === 'answer')) return null;
  return changeView({ at: slot.at, before, after: { kind: 'value', value }, reason: '按填写的情况和评分标准计算' });
}

/** The criterion as written: what was not understood stands apart. */
export function partsOf(text: string, { opaque, understood }: Pick<Parsed, 'opaque' | 'understood'>): readonly CriterionPart[] {
  if (understood === 'none') return [{ text, is: 'unread' }];
  const parts: CriterionPart[] = [];
  let from = 0;
  for (const [start, end] of [...opaque].sort((a, b) => a[0] - b[0])) {
    if (start > from) parts.push({ text: text.slice(from, start), is: 'read' });
    if (end > Math.max(from, start)) parts.push({ text: text.slice(Math.max(from, start), end), is: 'unread' });
    from = Math.max(from, end);
  }
  if (from < text.length) parts.push({ text: text.slice(from), is: 'read' });
  return parts.map((part) => (part.is === 'read' && /^[\s\p{P}]*$/u.test(part.text) ? { ...part, is: 'plain' } : part));
}

function ruleParts(derivation: Derivation | undefined): readonly CriterionPart[] | null {
  const rule = derivation?.rule ?? null;
  return rule === null ? null : partsOf(rule.text, rule.parsed);
}
