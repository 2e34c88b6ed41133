/** 指标分析: what earned full marks in one sentence a family, a paragraph for every row with something to tell. */
import type { Slot } from '../score-table';
import { cellsOfPieces, count, figure, joined, line, quote, textOf, words, type Pieces } from './pieces';
import { evidenceOf, idsOf, nameOf, notApplicableAt, scorePieces, valuesOf } from './item-pieces';
import type { Family, ScoredItem, Model } from './model';
import { familyName } from './result';
import { inner } from './quoted';
import { ruleOf } from './rule-pieces';
import { paragraph } from './sections';
import { pendingFor, settled } from './settle';
import type { Block } from './types';

const MOST_LISTED = 8;

/** Heading and paragraphs of one family; the execution row stands in the spending section. */
export function familyBlocks(model: Model, family: Family, heading: string): readonly Block[] {
  if (family.group === null && family.items.every((item) => item.rows[0]!.role === 'execution')) return [];
  const plain = family.items.filter((item) => item.state === 'full' && isPlain(item, model));
  const told = family.items.filter((item) => !plain.includes(item));
  const name = familyName(family);
  return [
    { is: 'heading', slot: `family:${textOf(name)}`, level: 2, pieces: line(heading, name) },
    ...(plain.length === 0 ? [] : [paragraph(`full:${textOf(name)}`, fullMarks(plain))]),
    ...told.map((item) => paragraph(`item:${textOf(nameOf(item))}`, itemParagraph(item, model))),
  ];
}

/** Nothing to tell but the full marks: no formula of its own, nothing doubted, applicable. */
function isPlain(item: ScoredItem, model: Model): boolean {
  if (item.rows.some((row) => row.applies === false)) return false;
  return (
    ruleOf(item).length === 0 && pendingFor(line(nameOf(item), scorePieces(item), valuesOf(item)), idsOf(item), model.findings).length === 0
  );
}

/** 「A、B等5项指标均得满分，共25分。」 */
function fullMarks(items: readonly ScoredItem[]): Pieces {
  const cells = items.flatMap((item) => item.scoreAt);
  const sum = items.reduce((all, item) => all.plus(item.score!), items[0]!.score!.minus(items[0]!.score!));
  const points = figure(sum, '分', { of: 'sum', cells });
  const listed = joined(items.slice(0, MOST_LISTED).map((item) => withValues(item, items.length)));
  if (items.length === 1) return line(listed, '得满分', points, '。');
  const number = count(
    items.flatMap((item) => item.scoreAt.slice(0, 1)),
    '项',
  );
  return line(listed, items.length > MOST_LISTED ? '等' : '', number, '指标均得满分，共', points, '。');
}

function withValues(item: ScoredItem, among: number): Pieces {
  const values = among > MOST_LISTED ? [] : valuesOf(item);
  return values.length === 0 ? nameOf(item) : line(nameOf(item), '（', values, '）');
}

/** A row by itself: scores, facts, arithmetic, reason, evidence. */
function itemParagraph(item: ScoredItem, model: Model): Pieces {
  if (item.state === 'excluded' || item.rows.every((row) => row.applies === false)) return notApplicable(item, model);
  const sentences: Pieces[] = [line(nameOf(item), '：', scorePieces(item))];
  if (item.state === 'bonus') sentences[0] = line(nameOf(item), '（加减分项）：', scorePieces(item));
  const values = valuesOf(item);
  if (values.length > 0) sentences.push(values);
  const rule = ruleOf(item);
  if (rule.length > 0) sentences.push(rule);
  const evidence = evidenceOf(item);
  if (evidence.length > 0) sentences.push(evidence);
  const whole = joined(sentences, '。');
  return line(settled(whole, idsOf(item), model.findings), words('。'));
}

/** What the sheet itself says of it, and how it was scored. */
function notApplicable(item: ScoredItem, model: Model): Pieces {
  const at = notApplicableAt(item);
  const slot = saying(item);
  const said = slot === null ? [] : line('，表中注明', quote(`“${inner(slot.text)}”`, [slot.slot.at]));
  const scored = item.score === null ? line('，未计分') : line('，', scorePieces(item));
  const sentence = line(nameOf(item), '：本年度不适用', said, scored);
  const cells = cellsOfPieces(sentence);
  const place = at === undefined || cells.length > 1 ? [] : [quote('', [at])];
  return line(settled([...sentence, ...place], idsOf(item), model.findings), words('。'));
}

function saying(item: ScoredItem): { readonly slot: Slot<unknown>; readonly text: string } | null {
  const at = notApplicableAt(item);
  if (at === undefined) return null;
  for (const row of item.rows) {
    for (const slot of [row.reason, row.actual, row.target, row.evidence, row.description]) {
      if (slot === undefined || slot.at.row !== at.row || slot.at.col !== at.col || typeof slot.raw !== 'string') continue;
      const text = slot.raw
        .replace(/\s+/g, ' ')
        .replace(/(?<![。；;])[。；;]+$/, '')
        .trim();
      if (text !== '' && [...text].length <= 40) return { slot, text };
    }
  }
  return null;
}
