/** Which of a rule's items were kept, where the 完成值 tells them by their marks or their number: 「①②符合，③不符合」, 「4项均符合」, 「符合3项」. */
import { type Criterion, factKey, type FactRef } from '../../../criteria';
import { Dec } from '../../../workbook';
import words from '../../data/loose-words.json';
import { anyWord } from '../word-patterns';
import { isUnbound, looseFact, NOTHING_LOOSE, type LooseFinder, type LooseInput } from './finder';
import type { KnownFact } from '../known';

const KEPT = anyWord(words.kept);
const NOT_KEPT = anyWord(words.notKept);
const MARKS = '①②③④⑤⑥⑦⑧⑨⑩';
const MARKED = new RegExp(`^([${MARKS}]+)(?:项|均|都)*(?:(${NOT_KEPT})|${KEPT})$`);
const ALL = new RegExp(`^(?:[${MARKS}]*|(\\d{1,2})个?(?:项|方面|条)?(?:要求|内容)?|)(?:均|都|全部)(?:已)?(?:${KEPT})$`);
const SOME = new RegExp(`^(?:仅|只)?(?:(?:${KEPT})(?:其中)?(\\d{1,2})(?:项|条)|(\\d{1,2})(?:项|条)(?:${KEPT}))$`);
const SOME_NOT = new RegExp(`^(?:(?:有)?(\\d{1,2})(?:项|条)(?:${NOT_KEPT})|(?:${NOT_KEPT})(\\d{1,2})(?:项|条))$`);
const CLAUSES = /[,;。、 ]/;

export const looseItems: LooseFinder = (input) => {
  const { row } = input;
  const text = typeof row.actual?.raw === 'string' ? row.actual.raw.replace(/[，；]/g, ',').replace(/\s/g, '') : '';
  if (text === '') return NOTHING_LOOSE;
  const items = itemsOf(input.criterion);
  const kept = items.length === 0 ? null : (byMarks(text, items.length) ?? byNumber(text, items));
  if (kept === null) return howMany(input, text);
  return new Map(
    items.flatMap(({ ref }, at): [string, KnownFact][] =>
      ref === null || !isUnbound(input, ref) ? [] : [[factKey(ref), looseFact(kept[at]!, 'row', row.actual)]],
    ),
  );
};

interface Item {
  /** Whether it was kept; null where it is scored by more than that. */
  readonly ref: FactRef | null;
  readonly points: string;
}

function itemsOf(criterion: Criterion): readonly Item[] {
  if (criterion.kind === 'veto' || criterion.kind === 'exempt' || criterion.kind === 'limit') return itemsOf(criterion.rule);
  if (criterion.kind !== 'sum') return [];
  return criterion.items.map(({ points, rule }) => ({
    ref: rule.kind === 'award' && rule.when.kind === 'holds' ? rule.when.of : null,
    points: JSON.stringify(points),
  }));
}

/** Every item told of once. */
function byMarks(text: string, count: number): readonly boolean[] | null {
  const kept = new Array<boolean | undefined>(count).fill(undefined);
  for (const clause of text.split(CLAUSES)) {
    const match = MARKED.exec(clause);
    if (match === null) return null;
    for (const mark of match[1]!) {
      const at = MARKS.indexOf(mark);
      if (at >= count || kept[at] !== undefined) return null;
      kept[at] = match[2] === undefined;
    }
  }
  return kept.every((one): one is boolean => one !== undefined) ? kept : null;
}

/** So many of them; which ones is of no account where all are worth the same. */
function byNumber(text: string, items: readonly Item[]): readonly boolean[] | null {
  const count = items.length;
  const all = ALL.exec(text);
  if (all !== null) return all[1] === undefined || Number(all[1]) === count ? items.map(() => true) : null;
  const some = keptIn(text, count);
  const isEqual = items.every(({ points, ref }) => points === items[0]!.points && ref !== null);
  return some === null || !isEqual ? null : items.map((_item, at) => at < some);
}

function keptIn(text: string, count: number): number | null {
  const [some, not] = [SOME.exec(text), SOME_NOT.exec(text)];
  const kept = some !== null ? Number(some[1] ?? some[2]) : not !== null ? count - Number(not[1] ?? not[2]) : -1;
  return kept < 0 || kept > count ? null : kept;
}

/** 「符合3项」 of 「符合其中3项得60%」. */
function howMany(input: LooseInput, text: string): ReadonlyMap<string, KnownFact> {
  const some = SOME.exec(text);
  const counts = input.refs.filter(({ kind, name, role }) => kind === 'count' && role === 'named' && new RegExp(`^${KEPT}`).test(name));
  const [only] = counts;
  if (some === null || only === undefined || counts.length > 1 || !isUnbound(input, only)) return NOTHING_LOOSE;
  return new Map([[factKey(only), looseFact(new Dec(Number(some[1] ?? some[2])), 'row', input.row.actual)]]);
}
