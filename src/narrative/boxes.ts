/** The boxes of the reporting system: each text fits its limit, the most important first. */
import { extentOf, measureTaken } from './deductions';
import { causeOf, idsOf, nameOf, offOf } from './item-pieces';
import type { ScoredItem, Model } from './model';
import { count, joined, lengthOf, line, ordinal, toFill, type Pieces } from './pieces';
import { countsPieces, gapPieces, gradePieces, hasOpenScores, offPieces, totalPieces } from './result';
import { inQuotes } from './quoted';
import { settled } from './settle';
import { rateSentence } from './rate';
import { kind, subject } from './subject';
import type { Box } from './types';

/** Characters a box of the system takes. */
export const BOX_LIMIT = 200;
const REASONS = [80, 60, 40, 28, 20, 12];

export function boxesOf(model: Model, limit = BOX_LIMIT): readonly Box[] {
  return [
    { title: '评价结论', pieces: first(conclusions(model), limit), limit },
    { title: '存在问题', pieces: first(problems(model), limit), limit },
    { title: '改进措施', pieces: first(measures(model), limit), limit },
  ];
}

/** The first that fits; the last is made to. */
function first(candidates: readonly (() => Pieces)[], limit: number): Pieces {
  let last: Pieces = [];
  for (const candidate of candidates) {
    last = candidate();
    if (lengthOf(last) <= limit) return last;
  }
  return shortened(last, limit);
}

/** Whole pieces only, so that no number is cut in two. */
function shortened(pieces: Pieces, limit: number): Pieces {
  const kept: Pieces[number][] = [];
  for (const piece of pieces) {
    if (lengthOf([...kept, piece]) > limit - 2) break;
    kept.push(piece);
  }
  return line(kept, '……');
}

/** The largest deductions first, in sheet order where equal. */
function byOff(items: readonly ScoredItem[]): readonly ScoredItem[] {
  return [...items].sort((a, b) => b.off!.cmp(a.off!));
}

function conclusions(model: Model): readonly (() => Pieces)[] {
  const head = (): Pieces =>
    settled(line(subject(model.scoreTable), kind(model.scoreTable), totalPieces(model), gradePieces(model)), [], model.findings);
  const rate = rateSentence(model.scoreTable);
  const spending = rate.length === 0 ? [] : line(settled(rate, [], model.findings), '。');
  const counts = line(countsPieces(model), '。');
  if (hasOpenScores(model))
    return [
      () => line(head(), '。', counts, settle(model)),
      () => line(head(), '。', settle(model)),
      () => line(totalPieces(model), '。', settle(model)),
    ];
  const mainly = (most: number): Pieces => {
    const items = byOff(model.deducted).slice(0, most);
    if (items.length === 0) return [];
    return line('扣分主要在', joined(items.map((item) => line(inQuotes(nameOf(item)), '（扣', offOf(item), '）'))), '。');
  };
  return [
    () => line(head(), '。', spending, counts, mainly(3)),
    () => line(head(), '。', spending, counts, mainly(1)),
    () => line(head(), '。', spending, counts),
    () => line(head(), '。', counts),
    () => line(head(), '。'),
  ];
}

/** No conclusion: what has to be settled first. */
function settle(model: Model): Pieces {
  const blank = model.items.filter((item) => item.state === 'blank');
  return line(
    gapPieces(model),
    model.unexplained.length === 0
      ? []
      : line(
          '其中',
          count(
            model.unexplained.flatMap((item) => item.scoreAt.slice(0, 1)),
            '项',
          ),
          '共',
          offPieces(model.unexplained),
          '尚未说明原因',
          toFill(
            '扣分原因',
            model.unexplained.flatMap((item) => item.scoreAt),
          ),
          '。',
        ),
    blank.length === 0
      ? []
      : line(
          '尚有',
          count(
            blank.flatMap((item) => item.scoreAt.slice(0, 1)),
            '项',
          ),
          '得分没有填写',
          toFill(
            '得分',
            blank.flatMap((item) => item.scoreAt),
          ),
          '。',
        ),
    '以上事项核实后形成评价结论。',
  );
}

function problems(model: Model): readonly (() => Pieces)[] {
  if (model.deducted.length === 0)
    return [() => (extentOf(model.items) !== 'complete' ? [toFill('得分填写完整后写明存在问题')] : line('各项指标没有扣分。'))];
  const one = (item: ScoredItem, most: number): Pieces =>
    settled(line(inQuotes(nameOf(item)), '扣', offOf(item), '，', causeOf(item, model.scoreTable, most)), idsOf(item), model.findings);
  return lists(model, one);
}

function measures(model: Model): readonly (() => Pieces)[] {
  if (model.deducted.length === 0)
    return [
      () =>
        extentOf(model.items) !== 'complete' ? [toFill('得分填写完整后写明改进措施')] : line('各项指标没有扣分，没有对应的改进事项。'),
    ];
  const one = (item: ScoredItem, most: number): Pieces => line(inQuotes(nameOf(item)), '：', measureTaken(item, model, most));
  return lists(model, one);
}

/** All items with long reasons, then shorter ones, then fewer items. */
function lists(model: Model, one: (item: ScoredItem, most: number) => Pieces): readonly (() => Pieces)[] {
  const all = model.deducted;
  const listed = (items: readonly ScoredItem[], most: number): Pieces =>
    line(...items.map((item, index) => line(ordinal(index + 1), one(item, most), '。')), rest(all, items));
  const full = REASONS.map((most) => () => listed(all, most));
  const fewer = Array.from(
    { length: all.length - 1 },
    (_, index) => () => listed(byOff(all).slice(0, all.length - 1 - index), REASONS[REASONS.length - 1]!),
  );
  return [
    ...full,
    ...fewer,
    () =>
      line(
        '扣分',
        count(
          all.flatMap((item) => item.scoreAt.slice(0, 1)),
          '项',
        ),
        '，详见评分表。',
      ),
  ];
}

function rest(all: readonly ScoredItem[], told: readonly ScoredItem[]): Pieces {
  const left = all.filter((item) => !told.includes(item));
  return left.length === 0
    ? []
    : line(
        '另有',
        count(
          left.flatMap((item) => item.scoreAt.slice(0, 1)),
          '项',
        ),
        '共扣',
        offPieces(left),
        '，详见评分表。',
      );
}
