import { type IndicatorRow, scoredRows, selfScore, type Slot } from '../../score-table';
import { type Addr, addrKey, type Dec, normal, wordsPattern } from '../../workbook';
import { accused } from '../support/accused';
import { EVALUATION_RULES } from '../support/basis';
import { hasKind } from '../../scoring';
import type { Check, CheckContext, Raw } from '../types';
import words from '../data/scores.json';

interface NotApplicable {
  readonly name: string;
  /** null: the words stand in the score cell itself. */
  readonly score: Dec | null;
  readonly weight: Dec;
  /** What the rules say; null: nothing is said. */
  readonly due: 'full' | 'excluded' | 'zero' | null;
}

export const notApplicable: Check<NotApplicable> = {
  code: 'not-applicable',
  title: '不适用指标的计分方式',
  headline: '不适用项计分未明',
  severities: ['advisory'],
  basis: { ...EVALUATION_RULES, article: '不适用的指标须写明怎样计分' },
  needs: ['scores', 'weights'],
  explain: {
    looksFor: '指标写明不适用、不涉及，而没有写明怎样计分（得满分、不计分折算或计0分），或得分与评分标准规定的方式不一致。',
    howToFix: '在说明栏写明该项不适用时的计分方式和依据，并按规定的方式填写得分。',
  },
  *run(context) {
    for (const row of scoredRows(context.scoreTable)) {
      const raw = judge(context, row);
      if (raw !== null) yield raw;
    }
  },
  message(data, words, finding) {
    const filled = data.score === null ? `处写的是不适用` : `为${words.number(data.score)}分`;
    const place = `${words.name(data.name)}填写为不适用，得分（${words.cell(finding.cell)}）${filled}（分值${words.number(data.weight)}分）`;
    if (data.due === null) return `${place}，表中没有写明不适用时怎样计分（得满分、不计分折算或计0分）。请写明计分方式和依据。`;
    const due = data.due === 'full' ? '得满分' : data.due === 'zero' ? '计0分' : '不计分，按其余指标折算';
    return `${place}，按规定不适用的应${due}。请核实得分，另有规定的请写明。`;
  },
};

/** Words that say how it was scored. */
const SAID = new RegExp(`${wordsPattern(words.leftOut)}|[得计记按]\\d+(?:\\.\\d+)?分`);

/** The score cell of a row that does not apply, and its 分值; null where there is nothing to ask. */
function asked(context: CheckContext, row: IndicatorRow): { readonly slot: Slot<Dec>; readonly weight: Dec } | null {
  if (row.applies !== false || row.role !== 'indicator' || row.shares !== undefined) return null;
  const slot = selfScore(context.scoreTable, row);
  const weight = row.weight?.value ?? null;
  if (slot === undefined || weight === null || weight.lte(0)) return null;
  if (slot.value === null && !saysSo(row, slot.at)) return null;
  return context.doubted(slot.at) || context.doubted(row.weight!.at) ? null : { slot, weight };
}

/** Scored as is due; where nothing is due, it is said how it was scored. */
function isInOrder(context: CheckContext, row: IndicatorRow, due: NotApplicable['due'], score: Dec | null, weight: Dec): boolean {
  if (due === null) return saysHow(context, row);
  return score === null ? due !== 'full' : fits(due, score, weight);
}

function judge(context: CheckContext, row: IndicatorRow): Raw<NotApplicable> | null {
  const one = asked(context, row);
  if (one === null) return null;
  const { slot, weight } = one;
  const { value: usual, reference } = context.parameters.notApplicable;
  const due = dueFor(context, row) ?? (usual === 'as-said' ? null : usual);
  if (isInOrder(context, row, due, slot.value, weight)) return null;
  return {
    severity: 'advisory',
    accused: accused(row.id, 'reason'),
    cell: slot.at,
    related: row.notApplicableAt === undefined ? [] : [row.notApplicableAt],
    indicator: row.name.value,
    data: { name: row.name.value, score: slot.value, weight, due },
    actual: slot.value,
    expected: due === 'full' ? weight : null,
    basis: due === null ? notApplicable.basis : (context.expected(row.id).rule?.basis ?? reference),
  };
}

/** 「不涉及」 stands in the score cell itself. */
function saysSo({ notApplicableAt }: IndicatorRow, at: Addr): boolean {
  return notApplicableAt !== undefined && addrKey(notApplicableAt) === addrKey(at);
}

function dueFor(context: CheckContext, row: IndicatorRow): NotApplicable['due'] {
  const { admissible } = context.expected(row.id);
  if (admissible.is === 'not-applicable') return admissible.treatment;
  return null;
}

/** 不计分折算: 0 or a blank cell; what a blank cell is, score-missing knows. */
function fits(due: 'full' | 'excluded' | 'zero', score: Dec, weight: Dec): boolean {
  return due === 'full' ? score.eq(weight) : score.isZero();
}

function saysHow(context: CheckContext, row: IndicatorRow): boolean {
  const { scoreTable } = context;
  const texts = [row.reason, row.evidence, row.criterion, row.description, scoreTable.remarks].map((slot) =>
    slot === undefined ? '' : normal(String(slot.value ?? slot.raw ?? '')),
  );
  // 「本年度未安排的，不扣分」: the rule has its own words for it.
  const { rule } = context.expected(row.id);
  if (rule !== null && hasKind(rule.parsed.criterion, 'exempt')) return true;
  // A criterion speaks of the row as it would be scored; only its words on rows that do not apply count.
  return (
    texts.some((text, index) =>
      index === 2 || index === 3 ? /(?:不适用|不涉及|无此项)[^。;]{0,12}(?:满分|不计分|折算|不扣分|[得计]\d)/.test(text) : SAID.test(text),
    ) ||
    saidBesideTotal(context) ||
    scoreTable.notes.some((note) => /(?:不适用|不涉及|无此项)/.test(note.value) && SAID.test(normal(note.value)))
  );
}

/** 「其中20分不适用」 in the line of the total. */
function saidBesideTotal({ scoreTable, book }: CheckContext): boolean {
  return scoreTable.totals.some(({ label }) =>
    [...(book.sheets[label.at.sheet]?.cellsOfRow(label.at.row) ?? [])].some(
      ([, { value }]) =>
        typeof value === 'string' && /\d+(?:\.\d+)?分?.{0,4}(?:不适用|不涉及|无此项)|(?:不适用|不涉及|无此项).{0,6}\d/.test(normal(value)),
    ),
  );
}
