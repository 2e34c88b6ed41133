/** Forms that have targets and 完成值 but no scores, as those for 转移支付: what was reached, what was not and why. */
import { compareQuantities, directionOf, type IndicatorRow } from '../score-table';
import { a1 } from '../workbook';
import { causeAndMeasure } from './cause-and-measure';
import { goalsParagraph, type NarrativeSection, numberedSections, paragraph, perItem } from './sections';
import { nameOfRow, valuesOfRow } from './item-pieces';
import type { Model } from './model';
import { count, joined, line, ordinal, toFill, type Pieces } from './pieces';
import { inQuotes, quoted, wordsOfCell } from './quoted';
import { settled } from './settle';
import { spendingParagraph } from './spending';
import { kind, subject } from './subject';
import type { Block } from './types';

type Reached = 'met' | 'missed' | 'untold' | 'blank';

interface Told {
  readonly row: IndicatorRow;
  readonly is: Reached;
  readonly cause: string;
  readonly measure: string;
}

/** null where the form has neither targets nor 完成值 to tell of. */
export function unscoredBlocks(model: Model): readonly Block[] | null {
  const rows = toldRows(model);
  if (rows.length === 0) return null;
  const missed = rows.filter((one) => one.is === 'missed');
  const spending = spendingParagraph(model);
  const goals = goalsParagraph(model);
  const sections: NarrativeSection[] = [
    { slot: 'result', title: '自评结果', blocks: [paragraph('result', resultOf(model, rows))] },
    { slot: 'spending', title: '资金执行情况', blocks: spending === null ? [] : [paragraph('spending', spending)] },
    { slot: 'goals', title: '年度总体目标完成情况', blocks: goals === null ? [] : [paragraph('goals', goals)] },
    {
      slot: 'indicators',
      title: '绩效指标完成情况',
      blocks: perItem(
        'item',
        rows.map((one) => indicator(one, model)),
        rows,
        nameOfTold,
      ),
    },
    { slot: 'problems', title: '存在问题', blocks: perItem('problem', problems(missed, model), missed, nameOfTold) },
    { slot: 'measures', title: '改进措施', blocks: perItem('measure', measures(missed, model), missed, nameOfTold) },
  ];
  return numberedSections(sections);
}

const nameOfTold = ({ row }: Told): Pieces => nameOfRow(row);

function toldRows({ scoreTable }: Model): readonly Told[] {
  return scoreTable.rows.flatMap((row): Told[] => {
    if (row.role !== 'indicator' || row.applies === false || (row.target?.value == null && row.actual?.value == null)) return [];
    return [{ row, is: reached(row, scoreTable.year?.value ?? null), ...causeAndMeasure(wordsOfCell(row.reason)) }];
  });
}

function reached(row: IndicatorRow, year: number | null): Reached {
  const [target, actual] = [row.target?.value ?? null, row.actual?.value ?? null];
  if (actual === null) return 'blank';
  if (target === null) return 'untold';
  const verdict = compareQuantities(target, actual, directionOf(row), year);
  return verdict === 'unknown' ? 'untold' : verdict;
}

const COUNTS: readonly (readonly [Reached, string])[] = [
  ['met', '达到指标值的'],
  ['missed', '未达到指标值的'],
  ['untold', '定性或不能直接比较的'],
  ['blank', '尚未填写完成值的'],
];

const cellsOf = (rows: readonly Told[]) => rows.map(({ row }) => row.name.at);

/** 「某局2024年度某项目绩效自评。绩效指标共9项，达到指标值的7项，未达到指标值的2项。」 */
function resultOf(model: Model, rows: readonly Told[]): Pieces {
  const parts = COUNTS.flatMap(([is, label]) => {
    const own = rows.filter((one) => one.is === is);
    return own.length === 0 ? [] : [line(label, count(cellsOf(own), '项'))];
  });
  const head = settled(line(subject(model.scoreTable), kind(model.scoreTable)), [], model.findings);
  return line(head, '：绩效指标共', count(cellsOf(rows), '项'), '，其中', joined(parts, '，'), '。表中没有评分，不计得分。');
}

function indicator({ row }: Told, model: Model): Pieces {
  return line(settled(line(nameOfRow(row), '：', valuesOfRow(row)), [row.id], model.findings), '。');
}

function problems(missed: readonly Told[], model: Model): readonly Pieces[] {
  if (missed.length === 0) return [line('按表中指标值和完成值，没有未达到指标值的指标。如有其他问题，由单位据实填写。')];
  return missed.map((one, index) => line(ordinal(index + 1), problem(one, model), '。'));
}

function problem({ row, cause }: Told, model: Model): Pieces {
  const at = row.reason?.at ?? row.actual?.at;
  const why =
    cause !== '' && row.reason !== undefined
      ? quoted(cause, row.reason, model.scoreTable)
      : [toFill(at === undefined ? '未完成原因' : `未完成原因，见${a1(at.row, at.col)}`, at === undefined ? [] : [at])];
  return line(inQuotes(nameOfRow(row)), '未达到指标值，原因：', why);
}

function measures(missed: readonly Told[], model: Model): readonly Pieces[] {
  return missed.map(({ row, measure }, index) => {
    const told =
      measure !== '' && row.reason !== undefined ? quoted(measure, row.reason, model.scoreTable) : [toFill('改进措施、责任单位和完成时限')];
    return line(ordinal(index + 1), inQuotes(nameOfRow(row)), '：', told, '。');
  });
}
