/** 「合计」 under the columns of a table: where one column adds up, the others must; a slip of the hand shows by itself. */
import { numberText } from '../../words';
import { Dec, normal } from '../../workbook';
import type { ReportContext } from '../context';
import type { TextFigure } from '../numbers';
import { isSlip } from '../slip';
import { cellAt, onlyFigure, type ReportRow, reportTables } from '../tables';
import { holdsAny, oneOfWords, WORDS } from '../words';

const TOTAL = new RegExp(`^(?:${oneOfWords(WORDS.tableTotals)})$`);
const FEWEST = 2;

interface Column {
  readonly total: TextFigure;
  readonly parts: readonly TextFigure[];
  readonly sum: Dec;
  readonly adds: boolean;
}

const nameOf = (row: ReportRow): string => normal(row.map(({ half }) => half).find((half) => /[\u4e00-\u9fa5]/.test(half)) ?? '');

function columnOf(col: number, rows: readonly ReportRow[], last: ReportRow): Column | null {
  const total = onlyFigure(cellAt(last, col));
  const parts = rows.map((row) => onlyFigure(cellAt(row, col)));
  if (total === null || total.unit === '%' || parts.some((part) => part === null || part.unit !== total.unit)) return null;
  const all = parts.filter((part) => part !== null);
  const sum = all.reduce((one, { value }) => one.plus(value), new Dec(0));
  const room = [total, ...all].reduce((one, { value, half }) => one.plus(value.isInteger() ? 0 : half), new Dec(0));
  return { total, parts: all, sum, adds: total.value.minus(sum).abs().lte(room) };
}

export function checkTableSums(context: ReportContext): void {
  for (const rows of reportTables(context.lines)) {
    const end = rows.findIndex((row) => TOTAL.test(nameOf(row)));
    const [head, ...parts] = rows.slice(0, Math.max(0, end));
    if (head === undefined || parts.length < FEWEST || parts.some((row) => holdsAny(nameOf(row), WORDS.subtotals))) continue;
    const cols = rows[end]!.map(({ table }) => table![1]);
    const summed = cols.filter((col) => !holdsAny(normal(cellAt(head, col)?.half ?? ''), WORDS.notSummed));
    const columns = summed.flatMap((col) => columnOf(col, parts, rows[end]!) ?? []);
    judge(columns, context);
  }
}

function judge(columns: readonly Column[], context: ReportContext): void {
  const someAdds = columns.some(({ adds, sum }) => adds && !sum.isZero());
  for (const { total, parts, sum, adds } of columns) {
    if (adds) for (const figure of [total, ...parts]) context.tie(figure, 'tied');
    else if ((someAdds || isSlip(total.value, sum)) && ![total, ...parts].some((one) => context.isDiffering(one)))
      context.find(
        'report-balance',
        'advisory',
        total,
        `表中合计是${numberText(total.value)}，上面各行相加是${numberText(sum)}，两者不相等。请核对。`,
        { actual: total.value, expected: sum, also: parts },
      );
  }
}
