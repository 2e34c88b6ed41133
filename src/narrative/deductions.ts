/** 扣分情况, 存在问题 and 改进措施: one problem and one measure for each deduction. */
import { causeOf, idsOf, nameOf, offOf, valuesOf } from './item-pieces';
import { speaksForItself, type ScoredItem, type Model } from './model';
import { count, figure, line, ordinal, toFill, type Pieces } from './pieces';
import { inQuotes, quoted } from './quoted';
import { gapPieces, offPieces } from './result';
import { settled } from './settle';
import { Dec } from '../workbook';

type Extent = 'blank' | 'unweighted' | 'complete';

/** What may be said where no row is below its 分值. */
const NOTHING_OFF: Readonly<Record<Extent, string>> = {
  blank: '部分指标尚未填写得分，扣分情况待得分填写完整后汇总。',
  unweighted: '部分指标没有写明分值，扣分情况不能逐项核对。',
  complete: '各项指标没有扣分。',
};

export function extentOf(items: readonly ScoredItem[]): Extent {
  if (items.some((item) => item.state === 'blank')) return 'blank';
  return items.some((item) => item.state === 'unweighted') ? 'unweighted' : 'complete';
}

/** 「扣分2项共2.5分，其中已说明1分」 */
export function deductionParagraph(model: Model): Pieces {
  const { deducted, unexplained, items } = model;
  const gap = gapPieces(model);
  if (deducted.length === 0) return line(NOTHING_OFF[extentOf(items)], gap);
  const explained = deducted.filter((item) => !unexplained.includes(item) && !speaksForItself(item));
  const byRate = deducted.filter(speaksForItself);
  const number = count(
    deducted.flatMap((item) => item.scoreAt.slice(0, 1)),
    '项',
  );
  const told = line(
    '扣分',
    number,
    '共',
    offPieces(deducted),
    byRate.length === deducted.length ? [] : line('，其中已说明', explained.length === 0 ? [none(deducted)] : offPieces(explained)),
    byRate.length === 0 ? [] : line('，按预算执行率计分扣', offPieces(byRate)),
    unexplained.length === 0 ? [] : line('，尚未说明', offPieces(unexplained)),
  );
  return line(settled(told, [], model.findings), '。', gap);
}

/** 「0分」: nothing of it is explained. */
function none(items: readonly ScoredItem[]): Pieces[number] {
  const at = items.flatMap((item) => item.scoreAt);
  return figure(new Dec(0), '分', { of: 'difference', cells: at, minus: at });
}

/** Without a conclusion: what has to be settled before there can be one. */
export function openParagraphs(model: Model): readonly Pieces[] {
  const lines = [
    ...model.unexplained.map((item) => line(nameOf(item), '扣', offOf(item), '，', causeOf(item, model.scoreTable))),
    ...model.items.filter((item) => item.state === 'blank').map((item) => line(nameOf(item), '：', toFill('得分', item.scoreAt))),
  ];
  if (lines.length === 0) return [line('总分与各项得分核对一致后，再形成评价结论。')];
  return [line('以下事项补充说明后，再形成评价结论：'), ...lines.map((one, index) => line(ordinal(index + 1), one, '。'))];
}

export function problemParagraphs(model: Model, most = 80): readonly Pieces[] {
  if (model.deducted.length === 0)
    return [
      extentOf(model.items) === 'complete'
        ? line('各项指标没有扣分。如有其他问题，由单位据实填写。')
        : line(toFill('分值、得分填写完整后，逐项写明存在问题')),
    ];
  return model.deducted.map((item, index) => line(ordinal(index + 1), problemOf(item, model, most), '。'));
}

function problemOf(item: ScoredItem, model: Model, most: number): Pieces {
  const values = valuesOf(item);
  const body = line(
    inQuotes(nameOf(item)),
    '扣',
    offOf(item),
    values.length === 0 ? [] : line('，', values),
    '，原因：',
    causeOf(item, model.scoreTable, most),
  );
  return settled(body, idsOf(item), model.findings);
}

export function measureParagraphs(model: Model, most = 80): readonly Pieces[] {
  if (model.deducted.length === 0)
    return [
      extentOf(model.items) === 'complete'
        ? line('各项指标没有扣分。如有改进事项，由单位据实填写。')
        : line(toFill('分值、得分填写完整后，逐项写明改进措施')),
    ];
  return model.deducted.map((item, index) => line(ordinal(index + 1), inQuotes(nameOf(item)), '：', measureTaken(item, model, most), '。'));
}

/** What the unit wrote that it does about it; one place to fill in where it wrote nothing. */
export function measureTaken(item: ScoredItem, model: Model, most: number): Pieces {
  return item.measure === '' || item.reason === undefined
    ? [toFill('改进措施、责任科室和完成时限')]
    : quoted(item.measure, item.reason, model.scoreTable, most);
}
