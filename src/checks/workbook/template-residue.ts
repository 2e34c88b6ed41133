import { normal } from '../../workbook';
import { accused } from '../support/accused';
import { PRACTICE } from '../support/basis';
import { isUnfilled } from '../../score-table';
import { markedCells } from '../support/marked-cells';
import type { Check } from '../types';

export interface TemplateResidue {
  readonly text: string;
}

/** 「指标2：」 「指标1：/」 「……」: what the blank form had there. A bare 「/」 says 不适用 and is an answer. */
const RESIDUE = /^(?:(?:三级)?指标\d*[:.、]?[/\\….·—-]*|…+|\.{3,}|。{3,}|·{3,})$/;

/** One finding a cell; assessment makes one of them for the column. */
export const templateResidue: Check<TemplateResidue> = {
  code: 'template-residue',
  title: '模板占位内容未清理',
  headline: '模板文字未清理',
  severities: ['advisory'],
  basis: { ...PRACTICE, article: '未使用的模板行应清理' },
  needs: [],
  explain: {
    looksFor: '已填报的表中残留的模板占位行：「指标2：」「……」等，没有指标名称，也没有分值和得分。',
    howToFix: '删去不用的占位行，或补填指标；确无此类指标的，填「无」。',
  },
  *run(context) {
    const { rows } = context.scoreTable;
    if (isUnfilled(context.scoreTable)) return;
    for (const row of rows) {
      const text = normal(row.name.value);
      if (row.role !== 'placeholder' || !RESIDUE.test(text)) continue;
      yield { severity: 'advisory', accused: accused(row.id, 'text'), cell: row.name.at, indicator: null, data: { text }, actual: text };
    }
  },
  message(data, words, finding) {
    const cells = markedCells(finding);
    if (cells.length === 1) return `${words.cell(cells[0]!)} 还留有模板占位内容「${data.text}」。请删去该行，或补填指标。`;
    return `${cells.length}处还留有模板占位内容（${words.cells(cells)}，如「${data.text}」）。请删去不用的行，或补填指标。`;
  },
};
