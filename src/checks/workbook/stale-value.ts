import { Dec } from '../../workbook/decimal';
import type { Addr } from '../../workbook/types';
import { readPoints } from '../../score-table/stored-points';
import { evaluateFormula } from '../../workbook/formulas';
import { WORKBOOK_SOUNDNESS } from '../support/basis';
import { formulaAt, plainSumAt } from '../../score-table/sum-formulas';
import { statedSums, type StatedSum } from '../support/totals';
import { fedSums } from '../totals/sum-range';
import type { Check, CheckContext, Raw } from '../types';

export interface StaleValue {
  readonly cell: Addr;
  readonly label: string;
  readonly stored: Dec;
  readonly recomputed: Dec;
}

/** Binary residue of a stored sum, far below anything a score can differ by. */
const RESIDUE = new Dec('1e-9');

export const staleValue: Check<StaleValue> = {
  code: 'stale-value',
  title: '公式结果未更新',
  severities: ['advisory'],
  basis: WORKBOOK_SOUNDNESS,
  needs: ['scores'],
  explain: {
    looksFor: '总分或小计的公式保存的结果，与按表中现有数据重新计算的结果是否一致。',
    howToFix: '在表格软件中重新计算（按 F9）并保存后再报送。',
  },
  *run(context) {
    for (const stated of [...statedSums(context, 'subtotal'), ...statedSums(context, 'total')]) {
      const raw = judge(context, stated);
      if (raw !== null) yield raw;
    }
  },
  message(data, words) {
    const n = words.number;
    return `${words.name(data.label)} ${words.cell(data.cell)} 保存的公式结果为${n(data.stored)}，按表中现有数据重新计算为${n(data.recomputed)}。请在表格软件中重新计算（按 F9）并保存。`;
  },
};

function judge(context: CheckContext, stated: StatedSum): Raw<StaleValue> | null {
  const { book } = context;
  const { at, value } = stated.slot;
  if (value === null || context.doubted(at)) return null;
  const formula = formulaAt(book, at);
  const result = formula === null ? 'unknown' : evaluateFormula(formula, book, at);
  if (formula === null || result === 'unknown' || 'error' in result || !(result.value instanceof Dec)) return null;
  const recomputed = readPoints(stated.slot, result.value);
  if (recomputed.minus(value).abs().lte(RESIDUE)) return null;
  return {
    severity: 'advisory',
    accused: stated.accused,
    accountsFor: stated.kind === 'subtotal' ? fedSums(context, stated) : [],
    cell: at,
    indicator: stated.kind === 'subtotal' ? stated.label : null,
    data: { cell: at, label: stated.label, stored: value, recomputed },
    actual: value,
    expected: recomputed,
    ...(plainSumAt(book, at) === null ? {} : { fix: { cell: at, to: { formula: `=${formula.text}` } } }),
  };
}
