import { type IndicatorRow, isUnfilled, type Slot } from '../../score-table';
import { normal } from '../../workbook';
import { accused } from '../support/accused';
import { PRACTICE } from '../support/basis';
import { markedCells } from '../support/marked-cells';
import type { Check } from '../types';

export interface ExportResidue {
  readonly text: string;
  readonly readAs: string;
}

/** The code some systems put before a comparison sign when they export: 「004 >=」. */
const CODE = /^0\d{1,2}(?=(?:[<>]=?|=|≥|≤))/;

/** One finding a cell; assessment makes one of them for the column. */
export const exportResidue: Check<ExportResidue> = {
  code: 'export-residue',
  title: '系统导出的编码残留',
  headline: '系统编码残留',
  severities: ['info'],
  basis: { ...PRACTICE, article: '系统导出的符号编码' },
  needs: ['targets'],
  explain: {
    looksFor: '指标性质或指标值里带有系统编码的符号，例如「004 >=」；审核时按「≥」理解。',
    howToFix: '不影响得分；需要对外公开的，把编码删去，只留「≥」「≤」「=」。',
  },
  *run(context) {
    if (isUnfilled(context.scoreTable)) return;
    for (const row of context.scoreTable.rows) {
      for (const slot of cellsWithSigns(row)) {
        const text = typeof slot.raw === 'string' ? normal(slot.raw) : '';
        const code = CODE.exec(text);
        if (code === null) continue;
        const readAs = text.slice(code[0].length).replace(/^>=/, '≥').replace(/^<=/, '≤');
        yield {
          severity: 'info',
          accused: accused(`residue:${row.id}:${slot.at.col}`, 'text'),
          cell: slot.at,
          indicator: row.name.value,
          data: { text, readAs },
          actual: text,
          expected: readAs,
        };
      }
    }
  },
  message(data, words, finding) {
    const cells = markedCells(finding);
    const where = cells.length === 1 ? words.cell(cells[0]!) : words.cells(cells);
    return `${where} 带有系统导出的编码（如「${data.text}」），审核时按「${data.readAs}」理解，不影响得分。需要公开的表请删去编码。`;
  },
};

function cellsWithSigns(row: IndicatorRow): readonly Slot<unknown>[] {
  return [row.symbol, row.target, row.actual].filter((slot) => slot !== undefined);
}
