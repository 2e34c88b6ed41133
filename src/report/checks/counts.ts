/** 「内设6个股室，即…」: the number and what is listed behind it. Never with 等. */
import { chineseDigit } from '../../workbook';
import type { ReportContext } from '../context';
import type { ReportLine } from '../types';
import { holdsAny, oneOfWords, sentenceStart, WORDS, wordsBefore } from '../words';

const COUNTED = String.raw`(\d{1,2}|[二两三四五六七八九十])\s*(?:${oneOfWords(WORDS.countWords)})`;
/** The number, what is counted, and the words that begin a whole list. */
const LISTED = new RegExp(
  String.raw`${COUNTED}([^\d。；;，,:、]{0,14})(?:[，,]\s*(?:即|分别(?:为|是))|:)\s{0,20}([^。；;\n]+)(?=[。；;]|$)`,
  'g',
);
const COUNTS = new RegExp(COUNTED, 'g');
const FEWEST = 2;
const LONGEST_ITEM = 24;

const numberOf = (text: string): number =>
  /\d/.test(text) ? Number(text) : text === '两' ? 2 : text === '十' ? 10 : (chineseDigit(text) ?? 0);

/** How many things a list may name: 和 stands between two of them or inside one. null: nobody can count them. */
function countOf(list: string): readonly [least: number, most: number] | null {
  const plain = list.replace(/\([^()]*\)/g, '').replace(/^:/, '');
  if (holdsAny(plain, WORDS.openLists) || holdsAny(plain, WORDS.restWords) || /[，,(:]|一是/.test(plain)) return null;
  const items = plain.split('、').map((item) => item.trim());
  if (items.length < FEWEST || items.some((item) => item === '' || item.length > LONGEST_ITEM)) return null;
  return [items.length, items.length + items.filter((item) => /[和及与]/.test(item)).length];
}

function judge(line: ReportLine, match: RegExpExecArray, context: ReportContext): void {
  const [whole, digits = '', , list = ''] = match;
  const start = sentenceStart(line.half, match.index);
  const head = line.half.slice(start, match.index + whole.length - list.length);
  // Of several numbers nobody can tell which one the list is about.
  if ([...head.matchAll(COUNTS)].length !== 1 || /[前第约近余]\s*$/.test(wordsBefore(line.half, match.index))) return;
  const [stated, counted] = [numberOf(digits), countOf(list)];
  if (counted === null || stated < FEWEST || (stated >= counted[0] && stated <= counted[1])) return;
  const listed = counted[0] === counted[1] ? String(counted[0]) : `${counted[0]}至${counted[1]}`;
  context.find(
    'report-count',
    'advisory',
    { line, from: match.index, to: match.index + digits.length },
    `报告写${line.text.slice(match.index, match.index + whole.length - list.length).replace(/[，,:：].*$/, '')}，后面列出的是${listed}个。请核对个数或补全名单。`,
    { actual: String(stated), expected: listed },
  );
}

export function checkCounts(context: ReportContext): void {
  for (const line of context.lines) if (line.table === null) for (const match of line.half.matchAll(LISTED)) judge(line, match, context);
}
