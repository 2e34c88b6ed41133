import { type IndicatorRow, type Quantity, valueOf } from '../../score-table';
import type { Words } from '../../words';
import type { Addr } from '../../workbook';
import { accused } from '../support/accused';
import { PRACTICE } from '../support/basis';
import { quotedSlot } from '../support/quoted';
import type { Check, CheckContext, Raw } from '../types';
import words from '../data/scores.json';
import { wordsPattern } from '../../workbook';

export interface ValueType {
  readonly name: string;
  readonly at: Addr;
  readonly target: string;
  readonly actual: string;
  /** words: words where a figure is due · scale: the name of a scale instead of a place on it · target-date, actual-date: a date where a figure is due. */
  readonly why: 'words' | 'scale' | 'target-date' | 'actual-date';
}

/** Names of scales: they say what could be answered, not what was. */
const SCALE = new RegExp(`^${wordsPattern(words.scales)}$`);
/** Figures written as words, or a remark that there are none. */
const IN_FIGURES = new RegExp(`\\d|${wordsPattern(words.inFigures)}`);
const ALL = new RegExp(wordsPattern(words.all));
const NONE_OF_IT = new RegExp(`^(?:均|全年|本年)?${wordsPattern(words.noneOfIt)}`);

/** 「已全部完成」 answers a rate, 「未发生」 answers 0 and whatever may be no more than something: the figure is said, in words. */
function saysFigure(text: string, target: Quantity): boolean {
  if (IN_FIGURES.test(text)) return true;
  const isAtMost = target.comparator === '<=' || target.comparator === '<' || target.number?.isZero() === true;
  return isAtMost ? NONE_OF_IT.test(text) : target.percent && ALL.test(text);
}

export const valueType: Check<ValueType> = {
  code: 'value-type',
  title: '指标值、完成值应填数值',
  headline: '完成值应填数值',
  severities: ['advisory'],
  basis: { ...PRACTICE, article: '定量指标的完成值填数值' },
  needs: ['targets', 'actuals'],
  explain: {
    looksFor:
      '指标值是带单位的数值、完成值却是「完成」一类文字的指标；完成值写成量表名称（「好坏」「高低」）的指标；以及应填数值而单元格里是日期的指标（输入 6-12 被自动转成了日期）。',
    howToFix: '按指标值的单位填写实际数值；定性指标写实际达到的程度。',
  },
  *run(context) {
    for (const row of context.scoreTable.rows) {
      const dated = datedSlot(context, row);
      if (dated !== null) {
        yield dated;
        continue;
      }
      const target = valueOf(row.target);
      const actual = valueOf(row.actual);
      if (row.role !== 'indicator' || row.applies === false || row.actual === undefined || actual === null || actual.kind !== 'words')
        continue;
      const why = SCALE.test(actual.text)
        ? 'scale'
        : target !== null && isMeasured(target) && !saysFigure(actual.text, target)
          ? 'words'
          : null;
      if (why === null || context.doubted(row.actual.at)) continue;
      yield {
        severity: 'advisory',
        accused: accused(row.id, 'actual'),
        cell: row.actual.at,
        indicator: row.name.value,
        data: {
          name: row.name.value,
          at: row.actual.at,
          target: row.target === undefined ? '' : quotedSlot(row.target),
          actual: quotedSlot(row.actual),
          why,
        },
        actual: quotedSlot(row.actual),
      };
    }
  },
  message(data, words) {
    const where = `${words.name(data.name)} ${words.cell(data.at)} 的完成值写的是「${data.actual}」`;
    if (data.why === 'target-date' || data.why === 'actual-date') return datedText(data, words);
    if (data.why === 'scale') return `${where}，这是量表的名称，不是实际达到的程度。请填写实际完成情况。`;
    return `${where}，而指标值「${data.target}」是数值，无法比较。请按同一单位填写实际完成的数值。`;
  },
};

/** Rows whose values are dates by right. */
const TIMED = new RegExp(wordsPattern(words.timed));
/** Units that count or measure anything but time. */
const COUNTS = new RegExp(`^${wordsPattern(words.countUnits)}`);

/** 「6-12」 typed for a range or a fraction becomes the 12th of June in a cell that is no text: a real date beside a figure with its unit. */
function datedSlot(context: CheckContext, row: IndicatorRow): Raw<ValueType> | null {
  const [target, actual] = [valueOf(row.target), valueOf(row.actual)];
  if (row.role !== 'indicator' || row.applies === false || target === null || actual === null || TIMED.test(row.path.join(''))) return null;
  const unit = row.unit?.value ?? '';
  const isDate = (value: Quantity, raw: unknown): boolean => value.kind === 'date' && typeof raw === 'number';
  const figure = (value: Quantity): boolean => isMeasured(value) || (COUNTS.test(unit) && value.kind !== 'words');
  const wrong =
    isDate(target, row.target!.raw) && figure(actual) ? 'target' : isDate(actual, row.actual!.raw) && figure(target) ? 'actual' : null;
  if (wrong === null || context.doubted(row[wrong]!.at)) return null;
  const data: ValueType = {
    name: row.name.value,
    at: row[wrong]!.at,
    target: quotedSlot(row.target!),
    actual: quotedSlot(row.actual!),
    why: `${wrong}-date`,
  };
  return {
    severity: 'advisory',
    accused: accused(row.id, wrong),
    cell: data.at,
    indicator: row.name.value,
    data,
    actual: quotedSlot(row[wrong]!),
  };
}

function datedText({ name, at, target, actual, why }: ValueType, words: Words): string {
  const [what, typed, other, beside] = why === 'target-date' ? ['指标值', target, '完成值', actual] : ['完成值', actual, '指标值', target];
  return `${words.name(name)} ${words.cell(at)} 的${what}是日期（${typed}），而${other}是「${beside}」，可能是输入“6-12”一类内容时被自动转成了日期。请把该单元格设为文本后重新填写。`;
}

/** A figure with its unit; dates and deadlines are answered in words too. */
function isMeasured(target: Quantity): boolean {
  if (target.kind !== 'number' && target.kind !== 'range') return false;
  return target.percent || (target.unit !== '' && !/[年月日天]/.test(target.unit));
}
