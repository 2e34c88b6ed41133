import { type Addr, normal } from '../../workbook';
import { type ScoreTable, valueOf } from '../../score-table';
import { accused, headKey } from '../support/accused';
import { PRACTICE } from '../support/basis';
import { staleYear } from '../support/years';
import type { Check, CheckContext, Raw } from '../types';

export interface YearMismatch {
  readonly where: '标题' | '年度' | '绩效目标' | '指标值' | '数据表标题' | '其他评分表';
  readonly at: Addr;
  readonly stated: number;
  readonly year: number;
  readonly count: number;
}

interface Stale {
  readonly where: YearMismatch['where'];
  readonly at: Addr;
  readonly stated: number;
}

/** One finding for the head of the sheet, one for the texts below it: each is one slip. */
export const yearMismatch: Check<YearMismatch> = {
  code: 'year-mismatch',
  title: '年度前后不一致',
  headline: '年度不一致',
  severities: ['advisory'],
  basis: { ...PRACTICE, article: '同一张表的年度应当一致' },
  needs: [],
  explain: {
    looksFor:
      '标题、绩效目标、指标值里的年份，基础数据表标题的年份，或工作簿中其他评分表的年度与本表年度不同，例如 2023 年度的表写「在2022年12月31日前完成」。跨年区间、文号年份、以前年度立项不算。',
    howToFix: '核实年度，把沿用上年的文字改正；确为跨年事项的，加以说明。',
  },
  *run(context) {
    const { scoreTable } = context;
    const year = scoreTable.year?.value;
    if (year === undefined) return;
    const head = inHead(scoreTable, year);
    if (head !== null) yield finding(headKey('year'), [head], year);
    const below = inTexts(scoreTable, year).filter((one) => !context.doubted(one.at));
    if (below.length > 0) yield finding('years', below, year);
    const elsewhere = inDataSheet(context) ?? (head === null ? amongTables(scoreTable) : null);
    if (elsewhere !== null) yield finding(headKey('other-years'), [elsewhere], year);
  },
  message(data, words, found) {
    const more =
      data.count > 1 ? `等${data.count}处（${words.cells([found.cell, ...found.related.filter((at) => at !== found.cell)])}）` : '';
    if (data.where === '其他评分表')
      return `本表年度（${words.cell(data.at)}）为${data.year}年，而工作簿中其他表均为${data.stated}年。请核实年度，沿用以前年度文字的请改正。`;
    return `${words.cell(data.at)} 的${data.where}${more}写的是${data.stated}年，与本表年度${data.year}年不一致。请核实年度，沿用以前年度文字的请改正。`;
  },
};

function finding(key: string, all: readonly Stale[], year: number): Raw<YearMismatch> {
  const first = all[0]!;
  return {
    severity: 'advisory',
    accused: accused(key, 'text'),
    cell: first.at,
    related: all.length > 1 ? all.map((one) => one.at) : [],
    indicator: null,
    data: { ...first, year, count: all.length },
    actual: String(first.stated),
    expected: String(year),
  };
}

/** The data sheet beside the table is another year's; said once a workbook. */
function inDataSheet({ scoreTable, first }: CheckContext): Stale | null {
  const { dataYear, year } = scoreTable;
  if (!first || dataYear === undefined || dataYear.value === year!.value) return null;
  return { where: '数据表标题', at: dataYear.at, stated: dataYear.value };
}

/** This table alone is of another year: the others, two at least (the data sheet among them), agree on one. */
function amongTables({ year, otherYears = [], dataYear }: ScoreTable): Stale | null {
  const others = dataYear === undefined ? otherYears : [...otherYears, dataYear];
  const [first, second] = others;
  if (first === undefined || second === undefined || otherYears.length === 0 || others.some((one) => one.value !== first.value))
    return null;
  return first.value === year!.value ? null : { where: '其他评分表', at: year!.at, stated: first.value };
}

/** The title names one other year, or a line of its own does. */
function inHead(scoreTable: ScoreTable, year: number): Stale | null {
  const { title } = scoreTable;
  if (title !== null) {
    const years = new Set([...normal(title.value).matchAll(/(?<!\d)((?:19|20)\d{2})\)?年度/g)].map((match) => Number(match[1])));
    const [stated] = years;
    if (years.size === 1 && stated !== undefined && stated !== year) return { where: '标题', at: title.at, stated };
  }
  for (const one of scoreTable.yearsMentioned) {
    const alone = typeof one.raw === 'string' && /^\(?(?:年度:)?(?:19|20)\d{2}年?度\)?$/.test(normal(one.raw));
    if (alone && one.value !== year) return { where: '年度', at: one.at, stated: one.value };
  }
  return null;
}

function inTexts(scoreTable: ScoreTable, year: number): readonly Stale[] {
  const found: Stale[] = [];
  for (const slot of [scoreTable.goals?.expected, scoreTable.goals?.achieved]) {
    const stated = slot === undefined || slot.value === null ? null : staleYear(normal(slot.value), year);
    if (slot !== undefined && stated !== null) found.push({ where: '绩效目标', at: slot.at, stated });
  }
  for (const row of scoreTable.rows) {
    const target = valueOf(row.target);
    if (row.target === undefined || target === null) continue;
    const dated = target.kind === 'date' ? (target.date?.year ?? null) : null;
    const stated = dated !== null ? (dated < year && dated >= year - 3 ? dated : null) : staleYear(target.text, year);
    if (stated !== null) found.push({ where: '指标值', at: row.target.at, stated });
  }
  return found;
}
