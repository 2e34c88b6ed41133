import { type Addr, Dec } from '../../workbook';
import { accused } from '../support/accused';
import { PRACTICE } from '../support/basis';
import { valueOf } from '../../score-table';
import { quotedSlot } from '../support/quoted';
import type { Check } from '../types';

export interface OcrSlip {
  readonly name: string;
  readonly at: Addr;
  readonly target: string;
  readonly actual: string;
  /** 「≥90%」 for 「290%」. */
  readonly likely: string;
}

const TWO = new Dec(2);
const THREE = new Dec(3);

/** Only rates: a count that begins with 2 is as likely a count as any other. */
export const ocrSlip: Check<OcrSlip> = {
  code: 'ocr-slip',
  title: '指标值疑为「≥」误识为「2」',
  headline: '指标值疑似识别有误',
  severities: ['info'],
  basis: { ...PRACTICE, article: '扫描识别常把「≥」读成「2」' },
  needs: ['targets', 'actuals'],
  explain: {
    looksFor: '指标值是 200%—299% 的比率、完成值却不超过 100% 的指标，例如「≥90%」被识别成「290%」。只看比率，不看数量。',
    howToFix: '对照原表核实指标值；确为识别错误的，把「2」改回「≥」。',
  },
  *run(context) {
    for (const row of context.scoreTable.rows) {
      const target = valueOf(row.target);
      const actual = valueOf(row.actual);
      if (
        row.target === undefined ||
        target === null ||
        target.number === null ||
        actual === null ||
        actual.number === null ||
        row.applies === false
      )
        continue;
      if (
        target.kind !== 'number' ||
        !target.percent ||
        target.comparatorFrom === 'text' ||
        !target.number.gte(TWO) ||
        !target.number.lt(THREE)
      )
        continue;
      if (actual.kind !== 'number' || actual.number.gt(1) || actual.number.isNegative() || !(actual.percent || actual.number.lte(1)))
        continue;
      const likely = `≥${target.number.minus(TWO).times(100).toFixed()}%`;
      yield {
        severity: 'info',
        accused: accused(row.id, 'target'),
        cell: row.target.at,
        indicator: row.name.value,
        data: { name: row.name.value, at: row.target.at, target: quotedSlot(row.target), actual: quotedSlot(row.actual!), likely },
        actual: quotedSlot(row.target),
        expected: likely,
      };
    }
  },
  message(data, words) {
    return `${words.name(data.name)} ${words.cell(data.at)} 的指标值为「${data.target}」，完成值为「${data.actual}」。指标值可能是「${data.likely}」经扫描识别所致，本行不再比较，请对照原表核实。`;
  },
};
