/** Who is evaluated, for which year, what the evaluation is called, in which unit money stands. */
import type { Found, ScoreTable, Slot } from '../score-table';
import { Dec } from '../workbook';
import { figure, line, quote, toCheck, toFill, words, type Pieces } from './pieces';
import { inQuotes } from './quoted';
import type { Piece } from './types';

const KINDS = { whole: '部门整体支出绩效自评', project: '项目支出绩效自评', transfer: '转移支付绩效自评' } as const;

/** 「湛江市政务服务和数据管理局2024年度」; what the sheet does not say is to be filled in. */
export function subject(scoreTable: ScoreTable): Pieces {
  const unit = named(scoreTable.unit) ?? named(scoreTable.department);
  return line(unit ?? toFill('单位名称', cellsOf(scoreTable.unit)), year(scoreTable.year));
}

function year(found: Found<number> | undefined): Pieces {
  if (found === undefined) return line(toFill('评价年度'), '年度');
  return [figure(new Dec(found.value), '年度', { of: 'cell', cells: [found.at] })];
}

/** 「项目支出绩效自评」, for a project with its name in front. */
export function kind(scoreTable: ScoreTable): Pieces {
  const { project } = scoreTable;
  const name = scoreTable.kind === null ? '绩效自评' : KINDS[scoreTable.kind];
  const title = named(project);
  return title !== null && scoreTable.kind !== 'whole' ? line(inQuotes([title]), name) : [words(name)];
}

function named(slot: Slot<string> | undefined): Piece | null {
  const text = slot?.value?.replace(/\s+/g, ' ').trim() ?? '';
  return slot === undefined || text === '' ? null : quote(text, [slot.at]);
}

function cellsOf(slot: Slot<string> | undefined): Slot<string>['at'][] {
  return slot === undefined ? [] : [slot.at];
}

/** 元 or 万元; where the sheet does not say which, nobody guesses from the amounts. */
export function moneyUnit(scoreTable: ScoreTable): { readonly unit: string; readonly doubt: Pieces } {
  const unit = scoreTable.funding?.unit ?? scoreTable.money;
  if (unit === '元' || unit === '万元') return { unit, doubt: [] };
  return { unit: '', doubt: [unit === 'mixed' ? toCheck('金额单位') : toFill('金额单位')] };
}
