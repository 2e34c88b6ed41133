/** 预算数, 执行数 and 执行率 in a table of the report: a row whose rate is another than its amounts give, where the other rows are right. */
import { numberText } from '../../words';
import { type Dec, halfUp, normal } from '../../workbook';
import type { ReportContext } from '../context';
import { isRoundedOrCut, type TextFigure } from '../numbers';
import { cellAt, onlyFigure, type ReportRow, reportTables } from '../tables';
import { oneOfWords, WORDS } from '../words';

const unitOff = (half: string): string => normal(half).replace(/\(.*\)$/, '');
const RATE_HEAD = new RegExp(`^(?:${oneOfWords([...WORDS.rates, ...WORDS.completion])})$`);
const SPENT_HEAD = /(?:执行|决算|支出|支付|完成)(?:数|额|金额|资金)?$/;
const BUDGET_HEAD = /(?:预算|下达|安排|到位|指标)(?:数|额|金额|资金)?$/;
/** So many rows must be right for the columns to be understood. */
const FEWEST = 2;

interface Row {
  readonly rate: TextFigure;
  readonly due: Dec;
  readonly also: readonly TextFigure[];
}

function onlyColumn(head: ReportRow, heading: RegExp): number | null {
  const found = head.filter(({ half }) => heading.test(unitOff(half)));
  return found.length === 1 ? found[0]!.table![1] : null;
}

function rowOf(row: ReportRow, [budgetCol, spentCol, rateCol]: readonly number[]): Row | null {
  const [budget, spent, rate] = [budgetCol, spentCol, rateCol].map((col) => onlyFigure(cellAt(row, col!)));
  if (budget == null || spent == null || rate == null || budget.value.isZero() || budget.unit !== spent.unit) return null;
  return { rate, due: spent.value.div(budget.value).times(100), also: [budget, spent] };
}

export function checkTableRates(context: ReportContext): void {
  for (const [head, ...rows] of reportTables(context.lines)) {
    if (head === undefined) continue;
    const columns = [BUDGET_HEAD, SPENT_HEAD, RATE_HEAD].map((heading) => onlyColumn(head, heading));
    if (columns.some((col) => col === null)) continue;
    const read = rows.flatMap((row) => rowOf(row, columns as readonly number[]) ?? []);
    const wrong = read.filter(({ rate, due }) => !isRoundedOrCut(rate.value, rate.half, due));
    const right = read.filter((row) => !wrong.includes(row));
    for (const { rate } of right) context.tie(rate, 'tied');
    if (right.length >= FEWEST && right.length > wrong.length) for (const row of wrong) tell(row, context);
  }
}

function tell({ rate, due, also }: Row, context: ReportContext): void {
  const [budget, spent] = also;
  context.find(
    'report-rate',
    'advisory',
    rate,
    `报告表中这一行的执行率是${numberText(rate.value)}%，按${numberText(spent!.value)}÷${numberText(budget!.value)}计算是${numberText(halfUp(due, 2))}%。请核对。`,
    { actual: rate.value.div(100), expected: halfUp(due.div(100), 4), also, basis: '文内算术关系' },
  );
}
