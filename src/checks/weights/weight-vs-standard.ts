import type { RowId } from '../../score-table';
import { type HeldStandard, type Reference, textKey, worthOf } from '../../standards';
import type { Addr, Dec } from '../../workbook';
import { accused, groupKey, TABLE } from '../support/accused';
import { standardTitle, weighs } from '../support/standards';
import type { Accused, Check, CheckContext, Raw } from '../types';

export interface WeightVsStandard {
  /** weight, missing, added, rule: one line · other: hardly a line in common · several: all lines of a standard that nobody named. */
  readonly what: 'weight' | 'missing' | 'added' | 'rule' | 'other' | 'several';
  readonly name: string;
  readonly at: Addr;
  readonly due: Dec | null;
  readonly is: Dec | null;
  /** The standard's sentence, and the sheet's. */
  readonly rule: string;
  readonly own: string;
  readonly standard: string;
  readonly principle: boolean;
  /** several: how many lines. */
  readonly count?: number;
}

/** Of a chosen standard's lines so many must be in the sheet, or another standard was meant. */
const COMMON = 0.4;

export const weightVsStandard: Check<WeightVsStandard> = {
  code: 'weight-vs-standard',
  title: '与标准的分值、指标不一致',
  headline: '与标准分值不符',
  severities: ['mandatory', 'advisory', 'info'],
  basis: { title: '所用的评分标准', status: 'practice' },
  needs: ['weights'],
  explain: {
    looksFor:
      '表中的分值、指标和评分标准中的数字与所选标准（--standard）是否一致；没有选标准而按表头和分值识别出地方标准的，只比分值，只作提示；识别出的标准不是官方文本的，合为一条参考。给了空白表（--template）的，改由「与下发的空白表不一致」检查。',
    howToFix: '与标准核对后更正；确需调整的，写明依据。标准选错了的，换用正确的标准再审核。',
  },
  *run(context) {
    const { held, template } = context.standards;
    if (held === null || held.resolved.lines.length === 0 || template?.fits === true) return;
    if (held.how === 'chosen' && commonShare(held) < COMMON) return void (yield other(context, held));
    const off = new Set<number>();
    if (isGuess(held)) return void (yield* together(context, [...weights(context, held, off)]));
    yield* weights(context, held, off);
    if (held.how === 'chosen') {
      yield* missing(context, held);
      yield* added(context, held);
      yield* rules(context, held);
    }
  },
  message(data, words, finding) {
    const where = `${words.name(data.name)}（${words.cell(data.at)}）`;
    const by = data.principle ? `${data.standard}原则上` : data.standard;
    const due = data.due === null ? '' : words.number(data.due);
    switch (data.what) {
      case 'weight':
        return `${where}的分值为${words.number(data.is!)}，${by}为${due}分。${data.principle ? '确有需要调整的，请说明依据；否则请更正。' : '请核对后更正，或说明调整的依据。'}`;
      case 'missing':
        return `${by}有${words.name(data.name)}${due === '' ? '' : `（${due}分）`}，表中没有找到这一项（应在 ${words.cell(data.at)} 附近）。请补上；已改名或并入其他指标的，请说明。`;
      case 'added':
        return `${where}不在${data.standard}的指标之内。请核对是否自行增加，并说明依据。`;
      case 'rule':
        return `${where}的评分标准写的是「${clip(data.own)}」，${data.standard}为「${clip(data.rule)}」，其中的数字不同。请按标准更正，或说明依据。`;
      case 'several':
        return `本表${data.count === 1 ? '' : `有${data.count}项`}分值与《${data.standard}》（依公开资料整理，非官方文本）不同（${words.cells(finding.related.length === 0 ? [data.at] : [data.at, ...finding.related])}），供参考，以当地下发的表样为准。`;
      case 'other':
        return `本表的指标与所选的${data.standard}大多不同，没有逐项核对。请核对是否选错了标准。`;
    }
  },
};

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function commonShare({ resolved, alignment }: HeldStandard): number {
  const found = resolved.lines.filter((_, index) => alignment.toSheet[index] != null && !alignment.renamed.has(index));
  return found.length / resolved.lines.length;
}

/** A standard put together from public sources that the table only looks like. */
function isGuess({ how, resolved }: HeldStandard): boolean {
  return how === 'detected' && resolved.standard.status === 'reconstructed';
}

/** One line that asks nothing: the unit's own 分值 are its own affair. */
function* together({ standards }: CheckContext, all: readonly Raw<WeightVsStandard>[]): Iterable<Raw<WeightVsStandard>> {
  const [first, ...rest] = all;
  if (first === undefined) return;
  const { title } = standards.held!.resolved.standard;
  yield {
    severity: 'info',
    accused: accused(`${TABLE} standard`, 'weight'),
    cell: first.cell,
    related: rest.map(({ cell }) => cell),
    indicator: null,
    data: { ...first.data, what: 'several', standard: title, count: all.length },
    ...(first.basis === undefined ? {} : { basis: first.basis }),
  };
}

type Part = Pick<WeightVsStandard, 'what' | 'name' | 'at'> & Partial<WeightVsStandard>;

function raw(
  context: CheckContext,
  who: Accused,
  part: Part,
  basis: Reference,
  accountsFor: readonly Accused[] = [],
): Raw<WeightVsStandard> {
  const { standards } = context;
  const standard = standards.held!.resolved.standard;
  const data: WeightVsStandard = {
    due: null,
    is: null,
    rule: '',
    own: '',
    standard: standardTitle(standards),
    principle: standard.force === 'principle',
    ...part,
  };
  return {
    severity: weighs(standards) && part.what !== 'added' && part.what !== 'other' ? 'mandatory' : 'advisory',
    accused: who,
    accountsFor,
    cell: part.at,
    indicator: part.what === 'other' ? null : part.name,
    data,
    actual: part.is ?? (part.own === undefined || part.own === '' ? null : part.own),
    expected: part.due ?? (part.rule === undefined || part.rule === '' ? null : part.rule),
    basis,
  };
}

function other(context: CheckContext, held: HeldStandard): Raw<WeightVsStandard> {
  const { sheet, range } = context.scoreTable.table;
  return raw(
    context,
    accused(`${TABLE} standard`, 'text'),
    { what: 'other', name: '', at: { sheet, row: range.top, col: range.left } },
    held.resolved.standard.reference,
  );
}

function* weights(context: CheckContext, held: HeldStandard, off: Set<number>): Iterable<Raw<WeightVsStandard>> {
  const { lines, alignment, resolved } = held;
  // The innermost first: a class whose leaves differ says nothing more.
  for (let index = resolved.lines.length - 1; index >= 0; index -= 1) {
    const line = resolved.lines[index]!;
    const at = alignment.toSheet[index];
    if (line.weight === null || at === null || at === undefined) continue;
    // A detected standard was known by its classes' 分值, or its classes were not looked at.
    if (held.how === 'detected' && line.kind === 'class') continue;
    if (
      line.kind === 'class' &&
      resolved.lines.some((other, below) => other.parent === index && (off.has(below) || alignment.toSheet[below] === null))
    ) {
      off.add(index);
      continue;
    }
    const there = lines[at]!;
    const is = worthOf(lines, at);
    if (is === null || is.eq(line.weight.value)) continue;
    off.add(index);
    if (there.weight !== null && context.doubted(there.weight.at)) continue;
    const cell = there.weight !== null && there.weight.value !== null ? there.weight.at : there.at;
    const who = there.row !== null ? accused(there.row.id, 'weight') : accused(`${groupKey(there.group!.id)}:standard`, 'weight');
    yield raw(context, who, { what: 'weight', name: there.name, at: cell, due: line.weight.value, is }, line.weight.reference);
  }
}

function* missing(context: CheckContext, held: HeldStandard): Iterable<Raw<WeightVsStandard>> {
  const { lines, alignment, resolved } = held;
  for (const [index, line] of resolved.lines.entries()) {
    const gone = (at: number | null): boolean => at !== null && alignment.toSheet[at] == null;
    if (!gone(index) || gone(line.parent)) continue;
    const before = alignment.toSheet
      .slice(0, index)
      .filter((at) => at !== null)
      .at(-1);
    const near = lines[before ?? 0];
    if (near === undefined) continue;
    yield raw(
      context,
      accused(`standard:${index}`, 'weight'),
      { what: 'missing', name: line.name, at: near.at, due: line.weight?.value ?? null },
      line.weight?.reference ?? resolved.standard.reference,
      [accused(TABLE, 'weight')],
    );
  }
}

function* added(context: CheckContext, held: HeldStandard): Iterable<Raw<WeightVsStandard>> {
  const { lines, alignment, resolved } = held;
  const isNew = (at: number | null): boolean => at !== null && alignment.toForm[at] == null;
  for (const [index, line] of lines.entries()) {
    if (!isNew(index) || isNew(line.parent) || line.slot || line.kind === 'part' || line.kind === 'bonus' || inOpen(held, line.parent))
      continue;
    yield raw(
      context,
      accused(line.row?.id ?? `${groupKey(line.group!.id)}:standard`, 'text'),
      { what: 'added', name: line.name, at: line.at },
      resolved.standard.reference,
    );
  }
}

/** Below a class that the standard leaves to the unit, or outside all of them where the standard names classes only. */
function inOpen({ lines, alignment, resolved }: HeldStandard, parent: number | null): boolean {
  for (let at = parent; at !== null; at = lines[at]!.parent) {
    const form = alignment.toForm[at];
    if (form != null && resolved.lines[form]!.open) return true;
  }
  return resolved.lines.some((line) => line.open && line.parent === null && alignment.toSheet[resolved.lines.indexOf(line)] == null);
}

const FIGURES = /\d+(?:\.\d+)?/g;
const figures = (text: string): string =>
  (
    textKey(text)
      .replace(/[①-⑳]|(?:^|[;；。.])\d+[.、．]/g, '')
      .match(FIGURES) ?? []
  )
    .map(Number)
    .join(' ');

/** A criterion may be worded otherwise; its figures are the rule. */
function* rules(context: CheckContext, held: HeldStandard): Iterable<Raw<WeightVsStandard>> {
  const { lines, alignment, resolved } = held;
  for (const [index, line] of resolved.lines.entries()) {
    const at = alignment.toSheet[index];
    const row = at == null ? null : lines[at]!.row;
    const slot = row?.criterion;
    if (line.rule === null || row === null || slot === undefined || slot.value === null || figures(line.rule.text) === figures(slot.value))
      continue;
    yield raw(
      context,
      accused(`standard:${row.id as RowId}`, 'text'),
      { what: 'rule', name: row.name.value, at: slot.at, rule: line.rule.text, own: slot.value },
      line.rule.reference,
    );
  }
}
