/** What was left to be filled in: 【待填】, （待补充）, 「XX村」, 「____」. Said once. */
import type { ReportContext } from '../context';
import type { TextSpan } from '../types';
import { oneOfWords, WORDS } from '../words';

const MARKED = new RegExp(
  [
    // A person's name is struck out by crosses behind it; here something is counted or named.
    `(?<![a-zA-Z0-9×])(?:[xX×]{2,4}|[〇○]{2,4})(?=${oneOfWords(WORDS.behindBlanks)})`,
    `20[xX×*]{2}(?=年)`,
    `[【(\\[〔](?:${oneOfWords(WORDS.blanks)})[】)\\]〕]`,
    `[【(\\[〔](?:${oneOfWords(WORDS.blankLeads)})(?:${oneOfWords(WORDS.blankVerbs)})[^】)\\]〕]{0,20}[】)\\]〕]`,
    `_{3,}(?=${oneOfWords(WORDS.behindBlanks)})`,
  ].join('|'),
  'g',
);

export function checkPlaceholders(context: ReportContext): void {
  const found = context.lines.flatMap((line): TextSpan[] =>
    [...line.half.matchAll(MARKED)].map((match) => ({ line, from: match.index, to: match.index + match[0].length })),
  );
  const [first, ...also] = found;
  if (first === undefined) return;
  const more = also.length === 0 ? '' : `等${found.length}处`;
  context.find(
    'report-placeholder',
    'advisory',
    first,
    `报告中「${first.line.text.slice(first.from, first.to)}」${more}还没有填写。请填写后再报送。`,
    { also },
  );
}
