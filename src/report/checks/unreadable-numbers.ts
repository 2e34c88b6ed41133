/** Numbers that nobody can read: two decimal points, 「99.698.5%」. */
import type { ReportContext } from '../context';
import { oneOfWords, WORDS } from '../words';

const BROKEN = new RegExp(
  String.raw`(?<![\d.])\d+(?:\.\d+\.\d+|\.\.\d+)(?![\d.])(?=\s*(?:%|分(?!${oneOfWords(WORDS.notPoints)})|亿元|万元|元|万?人))`,
  'g',
);

export function checkUnreadableNumbers(context: ReportContext): void {
  for (const line of context.lines)
    for (const { index, 0: digits } of line.half.matchAll(BROKEN))
      context.find(
        'report-unreadable-number',
        'info',
        { line, from: index, to: index + digits.length },
        `「${digits}」有两个小数点，读不出是多少。请核对。`,
        {
          actual: digits,
        },
      );
}
