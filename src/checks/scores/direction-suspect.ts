import { type Comparator, directionOfName, type IndicatorRow, type Way } from '../../score-table';
import type { Addr } from '../../workbook';
import { accused } from '../support/accused';
import { PRACTICE } from '../support/basis';
import type { Check } from '../types';
import words from '../data/scores.json';
import { wordsPattern } from '../../workbook';

export interface DirectionSuspect {
  readonly name: string;
  readonly at: Addr;
  readonly sign: '≥' | '≤';
  readonly way: 'up' | 'down';
}

const SHOWN: Readonly<Partial<Record<Comparator, '≥' | '≤'>>> = { '>=': '≥', '>': '≥', '<=': '≤', '<': '≤' };
/** Work to be done, counted: 「建设数量」 「培训人数」. What is counted to be kept low is not done but happens. */
const WORK_COUNTED = new RegExp(`${wordsPattern(words.workDone)}.{0,16}${wordsPattern(words.workCounted)}$`);

export const directionSuspect: Check<DirectionSuspect> = {
  code: 'direction-suspect',
  title: '指标方向可能写反',
  headline: '指标方向可能写反',
  severities: ['advisory'],
  basis: { ...PRACTICE, article: '成本类指标用「≤」，产出和效益的数量、比率用「≥」' },
  needs: ['targets'],
  explain: {
    looksFor: '越多越好的数量、比率写了「≤」，或者成本、差错、投诉一类越少越好的指标写了「≥」。',
    howToFix: '核实符号；写反的改正，并按改正后的方向核对得分。',
  },
  *run(context) {
    for (const row of context.scoreTable.rows) {
      const target = row.target;
      const comparator = target?.value?.comparator ?? null;
      const sign = comparator === null ? undefined : SHOWN[comparator];
      if (
        target === undefined ||
        target.value === null ||
        sign === undefined ||
        row.role !== 'indicator' ||
        row.applies === false ||
        context.doubted(target.at)
      )
        continue;
      const way = wayOf(row, sign);
      if (way === 'unknown' || (way === 'up') === (sign === '≥')) continue;
      const at = target.value.comparatorFrom === 'column' && row.symbol !== undefined ? row.symbol.at : target.at;
      yield {
        severity: 'advisory',
        accused: accused(row.id, 'target'),
        cell: at,
        indicator: row.name.value,
        data: { name: row.name.value, at, sign, way },
        actual: sign,
        expected: sign === '≥' ? '≤' : '≥',
      };
    }
  },
  message(data, words) {
    const [nature, other] = data.way === 'up' ? ['一般越高越好', '≥'] : ['一般越低越好', '≤'];
    return `${words.name(data.name)}${nature}，${words.cell(data.at)} 却写作「${data.sign}」。请核实是否应为「${other}」。`;
  },
};

/** Only what is certain by name, work that is counted, and money under 成本指标. */
function wayOf(row: IndicatorRow, sign: '≥' | '≤'): Way {
  const target = row.target!.value!;
  const byName = directionOfName(row, target);
  if (byName.certain) return byName.way;
  const name = row.name.value.replace(/\s/g, '').replace(/[(（][^()（）]*[)）]$/, '');
  const above = row.path.slice(0, -1).join('/');
  if (sign === '≤' && !target.percent && WORK_COUNTED.test(name) && !/成本|控制|限|减少|压缩/.test(above + name)) return 'up';
  if (sign === '≥' && /元$/.test(target.unit) && /成本/.test(above) && byName.way === 'down') return 'down';
  return 'unknown';
}
