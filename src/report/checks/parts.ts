/** What a report should say and does not: where points were lost, which problems there are, what is done about them. */
import { scoredRows, selfScore } from '../../score-table';
import { numberText } from '../../words';
import type { Dec } from '../../workbook';
import type { ReportContext } from '../context';
import { holdsAny, WORDS } from '../words';
import { statedTotals, totalCell } from './total';

/** Reports shorter than this are excerpts. */
const FEWEST_LINES = 8;

/** Points lost by the sheet; null where it is not known. */
function lost({ table }: ReportContext): Dec | null {
  const total = table === null ? null : (table.totals.stated ?? table.totals.sum);
  const full = table?.totals.fullScore ?? null;
  return total === null || full === null ? null : full.minus(total);
}

/** Whether the sheet says of any row that it lost points. */
function sheetDeducts({ table }: ReportContext): boolean {
  if (table === null) return false;
  const { scoreTable } = table;
  return scoredRows(scoreTable).some((row) => {
    const [weight, score] = [row.weight?.value ?? null, selfScore(scoreTable, row)?.value ?? null];
    return weight !== null && score !== null && score.lt(weight);
  });
}

export function checkDeductions(context: ReportContext): void {
  const [total] = statedTotals(context);
  const full = context.table?.totals.fullScore ?? null;
  // Judged on what the report itself says: a total of 100 needs no deduction.
  if (total === undefined || full === null || total.value.gte(full) || context.lines.length < FEWEST_LINES) return;
  const own = [context.table?.totals.stated, context.table?.totals.sum];
  // Another total than the sheet's is a finding of its own.
  if (
    !own.some(
      (value) =>
        value != null &&
        value
          .minus(total.value)
          .abs()
          .lte(total.value.isInteger() ? 0 : total.half),
    )
  )
    return;
  if (context.lines.some(({ half }) => holdsAny(half, WORDS.deductionWords))) return;
  const named = sheetDeducts(context);
  context.find(
    'report-deduction-unexplained',
    named ? 'advisory' : 'mandatory',
    total,
    `报告写总分${numberText(total.value)}分，比满分少${numberText(full.minus(total.value))}分，全文没有一处写明在哪里扣分、为什么扣分。${
      named ? '评分表里有扣分的指标，请在报告中写明扣分原因。' : '评分表各项也都是满分，请核对总分和各项得分。'
    }`,
    { cell: totalCell(context) },
  );
}

/** Only typed or automatic headings tell which parts there are. */
export function checkParts(context: ReportContext): void {
  const points = lost(context);
  const headings = context.lines.filter(({ level }) => level !== null);
  if (points === null || points.lte(0) || headings.filter(({ level }) => level === 0).length < 2 || context.lines.length < FEWEST_LINES)
    return;
  const titles = headings.map(({ half }) => half.slice(0, 40));
  const missing = [
    ...(titles.some((title) => holdsAny(title, WORDS.problems)) ? [] : ['存在问题']),
    ...(titles.some((title) => holdsAny(title, WORDS.measures)) ? [] : ['改进措施']),
  ];
  if (missing.length === 0) return;
  context.find(
    'report-part-missing',
    'advisory',
    null,
    `评分表有扣分（共扣${numberText(points)}分），报告中没有找到「${missing.join('」「')}」部分。请补写；已写在别处的，请设标题。`,
    { expected: missing.join('、') },
  );
}

const DATA_SHEET = /(?:基础)?数据表/;

/** A data sheet that the report lists among its attachments, and a workbook without one. */
export function checkAttachments(context: ReportContext): void {
  const { book, table } = context;
  if (book === null || table === null || table.scoreTable.data.length > 0) return;
  if (book.sheets.some((sheet) => /数据/.test(sheet.name) || /数据表/.test(String(sheet.valueAt(0, 0) ?? '')))) return;
  const from = context.lines.findIndex(({ half }) => /^\s*附(?:件|表)?\s*[::]/.test(half));
  if (from < 0) return;
  const line = context.lines.slice(from, from + 6).find(({ half }) => DATA_SHEET.test(half) && half.length < 80);
  if (line === undefined) return;
  const found = DATA_SHEET.exec(line.half)!;
  context.find(
    'report-attachment-missing',
    'advisory',
    { line, from: Math.max(0, line.half.lastIndexOf('2.', found.index)), to: found.index + found[0].length },
    '报告的附件列有数据表，送来的工作簿中没有。请补报，或更正附件名称。',
  );
}
