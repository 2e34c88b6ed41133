import { type Quantity, valueOf } from '../../score-table';
import type { Addr } from '../../workbook';
import { accused } from '../support/accused';
import { PRACTICE } from '../support/basis';
import type { Check } from '../types';

export interface ValueType {
  readonly name: string;
  readonly at: Addr;
  readonly target: string;
  readonly actual: string;
  /** words: words where a figure is due · scale: the name of a scale instead of a place on it. */
  readonly why: 'words' | 'scale';
}

/** Names of scales: they say what could be answered, not what was. */
const SCALE = /^(?:好坏|高低|有无|大小|多少|优劣|强弱|快慢|优良中差|好中差|高中低)$/;
/** Figures written as words, or a remark that there are none. */
const COUNTED = /[\d一二三四五六七八九十百千零两]|全覆盖|不适用|不涉及|无法/;

export const valueType: Check<ValueType> = {
  code: 'value-type',
  title: '完成值应填数值',
  severities: ['advisory'],
  basis: { ...PRACTICE, article: '定量指标的完成值填数值' },
  needs: ['targets', 'actuals'],
  explain: {
    looksFor: '目标值是带单位的数值、完成值却是「完成」一类文字的指标；以及完成值写成量表名称（「好坏」「高低」）的指标。',
    howToFix: '按目标值的单位填写实际数值；定性指标写实际达到的程度。',
  },
  *run(context) {
    for (const row of context.scoreTable.rows) {
      const target = valueOf(row.target);
      const actual = valueOf(row.actual);
      if (row.role !== 'indicator' || row.applies === false || row.actual === undefined || actual === null || actual.kind !== 'words')
        continue;
      const why = SCALE.test(actual.text) ? 'scale' : target !== null && isMeasured(target) && !COUNTED.test(actual.text) ? 'words' : null;
      if (why === null || context.doubted(row.actual.at)) continue;
      yield {
        severity: 'advisory',
        accused: accused(row.id, 'actual'),
        cell: row.actual.at,
        indicator: row.name.value,
        data: { name: row.name.value, at: row.actual.at, target: target?.text ?? '', actual: actual.text, why },
        actual: actual.text,
      };
    }
  },
  message(data, words) {
    const where = `${words.name(data.name)} ${words.cell(data.at)} 的完成值写的是「${data.actual}」`;
    if (data.why === 'scale') return `${where}，这是量表的名称，不是实际达到的程度。请填写实际完成情况。`;
    return `${where}，而目标值「${data.target}」是数值，无法比较。请按同一单位填写实际完成的数值。`;
  },
};

/** A figure with its unit; dates and deadlines are answered in words too. */
function isMeasured(target: Quantity): boolean {
  if (target.kind !== 'number' && target.kind !== 'range') return false;
  return target.percent || (target.unit !== '' && !/[年月日天]/.test(target.unit));
}
