/** Statements of the report that other words of it speak against. */
import { type Figure, fundingTotal } from '../../score-table';
import { numberText } from '../../words';
import { type Addr, type Dec, normal } from '../../workbook';
import type { ReportContext } from '../context';
import type { ReportLine, TextSpan } from '../types';
import { oneOfWords, WORDS } from '../words';

const DENIED = /(?:无|没有|未)(?:发生)?[^，,。；;]{0,8}(?:调剂|追加)[^，,。；;]{0,12}/;
/** Money that came in the course of the year. */
const ADDED = /增人增编经费|追加(?:预算|经费|资金|安排)?\d/;

function denialIn(line: ReportLine): TextSpan | null {
  const found = DENIED.exec(line.half);
  return found === null ? null : { line, from: found.index, to: found.index + found[0].length };
}

/** 「年中无预算追加」 and nothing that narrows it: 无违规追加 says something else. */
const NOTHING_ADDED = new RegExp(`(?:无|没有|未)(?:发生)?(?:过)?(?:${oneOfWords(WORDS.addedSubjects)})*(?:调剂[、和及或])?追加`);

/** 年初 and 调整 of the whole, by the funding table, else by the data sheet. */
function budgetsOf({ table }: ReportContext): { readonly initial: Dec; readonly adjusted: Dec; readonly at: Addr } | null {
  if (table === null) return null;
  const total = fundingTotal(table.scoreTable);
  if (total?.initial?.value != null && total.budget?.value != null)
    return { initial: total.initial.value, adjusted: total.budget.value, at: total.budget.at };
  const only = (label: RegExp): Figure | null => {
    const found = table.scoreTable.data.filter(({ path, period }) => period !== 'last' && label.test(normal(path.at(-1) ?? '')));
    return found.length === 1 ? found[0]! : null;
  };
  const [initial, adjusted] = [only(/^年初预算数?$/), only(/^(?:调整|全年)预算数?$/)];
  if (initial?.value.value == null || adjusted?.value.value == null || initial.unit !== adjusted.unit) return null;
  return { initial: initial.value.value, adjusted: adjusted.value.value, at: adjusted.value.at };
}

/** 「年中无预算追加」 where the sheet's 调整预算数 is more than 年初预算数. */
function againstBudgets(context: ReportContext): void {
  const budgets = budgetsOf(context);
  const line = context.lines.find(({ half, table }) => table === null && NOTHING_ADDED.test(half));
  if (budgets === null || line === undefined || budgets.adjusted.lte(budgets.initial)) return;
  const found = NOTHING_ADDED.exec(line.half)!;
  const [initial, adjusted] = [budgets.initial, budgets.adjusted].map(numberText);
  context.find(
    'report-claim-vs-data',
    'advisory',
    { line, from: found.index, to: found.index + found[0].length },
    `报告写「${line.text.slice(found.index, found.index + found[0].length)}」，表中年初预算数${initial}，调整后预算数（${context.cellText(budgets.at)}）${adjusted}。请核对后写明年中调整、追加的情况。`,
    { cell: budgets.at },
  );
}

export function checkStatements(context: ReportContext): void {
  const added = context.lines.filter(({ half }) => ADDED.test(half));
  const denials = context.lines.flatMap((line) => denialIn(line) ?? []);
  if (denials.length === 0) return;
  if (added.length === 0) return againstBudgets(context);
  const first = denials.find(({ line }) => added.includes(line)) ?? denials[0]!;
  const words = ADDED.exec(added.find((line) => line === first.line)?.half ?? added[0]!.half)![0].replace(/\d$/, '');
  context.find(
    'report-claim-vs-data',
    'advisory',
    first,
    `报告写「${first.line.text.slice(first.from, first.to)}」，又写有「${words}」，两种说法不一致。请核对后写明年中调整、追加的情况。`,
    { also: denials.filter((one) => one !== first) },
  );
}
