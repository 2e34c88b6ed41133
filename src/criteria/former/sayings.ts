/** What statements say in words: whole names, whether they speak of the row as a whole, of counting, of converting. */
import { plainName } from './naming';
import type { Conditions, Name, Reading } from './readings';
import { wordsOf } from './tokens';

export function conditionsText(conditions: Conditions): string {
  return plainName(conditions.terms.map((term) => term.name?.text ?? '').join(','));
}

/** 「要达到40%，未达到目标的，每低…」: the second says nothing new. */
export function withoutFalling(lead: Conditions): Conditions {
  const measured = lead.terms.filter((term) => term.between !== null && !term.between.bare);
  const rest = lead.terms.filter((term) => !measured.includes(term));
  const idle = rest.every(
    (term) =>
      term.against === null && term.between === null && /未达|达不到|不足|达到目标|未完成|低于目标|超过的|超出的/.test(term.name!.text),
  );
  return measured.length === 1 && rest.length > 0 && idle && !lead.joins.includes('or') ? { terms: measured, joins: [] } : lead;
}

/** 「完好率未达到90%的，每处扣0.5分」: the figure says which are counted. */
export function countsOccurrences({ every }: Reading & { is: 'every' }): boolean {
  return every.side === null && every.step?.as === 'quantity';
}

export function textBefore(reading: Reading & { is: 'every' }): Name {
  const { tokens } = reading.statement;
  const before = tokens.slice(
    0,
    Math.max(
      1,
      tokens.findIndex(({ kind }) => kind === 'every'),
    ),
  );
  return { text: wordsOf(before), from: before[0]!.from, to: before[before.length - 1]!.to, counted: null };
}

/** All the words of a lead as one name. */
export function wholeName(lead: Conditions): Name {
  const { terms, joins } = lead;
  const text = terms
    .map(
      (term, at) =>
        (at === 0 ? '' : joins[at - 1] === 'or' ? '或' : ',') +
        term.name!.text +
        (term.between === null ? '' : `${term.between.from!.value.value.toString()}${term.between.from!.value.unit}`),
    )
    .join('');
  return { text, from: terms[0]!.name!.from, to: terms[terms.length - 1]!.name!.to, counted: null };
}

/** Words, and quantities that are part of them: 「采购前30日公开」. */
export function wordsOnly(conditions: Conditions): boolean {
  return conditions.terms.every(
    (term) =>
      term.against === null &&
      (term.between === null || (term.between.bare && term.name !== null && term.between.from!.value.as === 'quantity')),
  );
}

export function onlyNames(conditions: Conditions): boolean {
  return conditions.terms.every((term) => term.between === null && term.against === null);
}

/** 「本项不得分」, whatever else was earned. */
export function saysWholeRow(reading: Reading): boolean {
  return reading.statement.tokens.some(({ kind, text }) => kind === 'no-score' && /本项|该项|此项|指标|整项|一票/.test(text));
}

/** 「不涉及的不计分」: it is not counted; 「不得分」 would be nought. */
export function uncounted(reading: Reading): boolean {
  return reading.statement.tokens.some(
    ({ kind, text }) => kind === 'no-score' && /不计分|不记分|不评分|不赋分/.test(text) && !/项|指标/.test(text),
  );
}

/** 「按其余指标得分折算」 behind 「不计分」: how the table is converted, no points of this row. */
export function saysHowToConvert(reading: Reading): boolean {
  const { tokens } = reading.statement;
  return (
    tokens.some(({ text }) => /折算|换算|分摊|折合/.test(text)) &&
    !tokens.some(({ kind }) => kind === 'pct' || kind === 'num' || kind === 'pts')
  );
}
