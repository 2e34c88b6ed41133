/** Statements of the report that other words of it speak against. */
import type { ReportContext } from '../context';
import type { ReportLine, TextSpan } from '../types';

const DENIED = /(?:无|没有|未)(?:发生)?[^，,。；;]{0,8}(?:调剂|追加)[^，,。；;]{0,12}/;
/** Money that came in the course of the year. */
const ADDED = /增人增编经费|追加(?:预算|经费|资金|安排)?\d/;

function denialIn(line: ReportLine): TextSpan | null {
  const found = DENIED.exec(line.half);
  return found === null ? null : { line, from: found.index, to: found.index + found[0].length };
}

export function checkStatements(context: ReportContext): void {
  const added = context.lines.filter(({ half }) => ADDED.test(half));
  const denials = context.lines.flatMap((line) => denialIn(line) ?? []);
  if (added.length === 0 || denials.length === 0) return;
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
