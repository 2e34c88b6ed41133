/** Points that running text gives or takes by an indicator's or a class's own name, against the sheet. */
import { numberText } from '../../words';
import { Dec } from '../../workbook';
import type { ReportContext } from '../context';
import { figuresIn, type TextFigure } from '../numbers';
import { isOfAPart, isOfThisYear, ownWordsOff } from '../scope';
import { clauseBefore, holdsAny, LONGEST_SENTENCE, sentenceStart, WORDS } from '../words';
import { namedSums, type Sums } from './scores';

const SHORTEST = 2;
/** What the words right before the points say they are. */
const TAKEN = /(?:扣|减)(?:减|除|了|掉)?\s*$/;
const GIVEN = new RegExp(`(?:自评)?(?:得分|得|计)(?:为|是)?\\s*$`);
const FULL = /(?:分值|满分|权重)(?:为|是)?\s*$/;

type Role = 'taken' | 'given' | 'bare';

function roleOf(before: string): Role | null {
  if (FULL.test(before)) return null;
  if (TAKEN.test(before)) return /(?:共|合计|累计|总计)(?:被)?扣$/.test(before.trim()) ? null : 'taken';
  return GIVEN.test(before) ? 'given' : 'bare';
}

/** The one indicator or class that the words up to the points begin with. */
function subjectOf(figure: TextFigure, sums: ReadonlyMap<string, Sums>): readonly [name: string, sums: Sums] | null {
  const { half } = figure.line;
  const segment = half.slice(sentenceStart(half, figure.from), figure.from);
  const inside = [...sums].filter(([name]) => name.length >= SHORTEST && segment.includes(name));
  const own = inside.filter(([name]) => inside.every(([other]) => other === name || !other.includes(name)));
  return own.length === 1 ? own[0]! : null;
}

/** 「投入10分、过程29.4分」: a name and nothing else before the points. */
function bareSubject(figure: TextFigure, sums: ReadonlyMap<string, Sums>): readonly [name: string, sums: Sums] | null {
  const name = ownWordsOff(clauseBefore(figure.line.half, figure.from).replace(GIVEN, '').replace(TAKEN, ''));
  const known = sums.get(name);
  return known === undefined ? null : [name, known];
}

export function checkTextScores(context: ReportContext): void {
  if (context.table === null) return;
  const sums = namedSums(context.table);
  for (const figure of context.lines.flatMap(figuresIn)) {
    if (figure.unit !== '分' || figure.line.table !== null) continue;
    const clause = clauseBefore(figure.line.half, figure.from);
    const role = roleOf(clause);
    if (role === null || !isOfThisYear(figure, context)) continue;
    const bare = bareSubject(figure, sums);
    // A name some words earlier may have more points given and taken than these.
    const subject = bare ?? (role === 'bare' || isOneOfSeveral(figure, role) ? null : subjectOf(figure, sums));
    if (subject !== null) judge(figure, role, subject, context);
  }
}

function judge(figure: TextFigure, role: Role, [name, { score, weight, at }]: readonly [string, Sums], context: ReportContext): void {
  if (score === null || weight === null) return;
  const due = role === 'taken' ? weight.minus(score) : score;
  const half = figure.value.decimalPlaces() < due.decimalPlaces() ? figure.half : new Dec(0);
  if (figure.value.minus(due).abs().lte(half)) return context.tie(figure, 'tied');
  // A bare number may be the 分值; taken points may be one of several losses of the row; text may name the rule itself.
  const rule = holdsAny(clauseBefore(figure.line.half, figure.from).replace(name, ''), WORDS.ruleWords);
  if (figure.value.eq(weight) || rule || (role !== 'bare' && isOfAPart(figure, context))) return;
  const word = role === 'taken' ? '扣分' : '得分';
  context.find(
    'report-score',
    'advisory',
    figure,
    `报告写「${name}」${word}${numberText(figure.value)}分，评分表（${context.cellText(at)}）是${numberText(due)}分。请核对后改为一致。`,
    { cell: at, indicator: name, actual: figure.value, expected: due },
  );
}

/** Points of this kind stand twice in the sentence: each is a part of the row's. */
function isOneOfSeveral(figure: TextFigure, role: Role): boolean {
  const { line, from } = figure;
  const start = sentenceStart(line.half, from);
  const stop = line.half.slice(from, from + LONGEST_SENTENCE).search(/[。；;]/);
  const end = from + (stop < 0 ? LONGEST_SENTENCE : stop);
  const alike = figuresIn(line).filter(
    (one) => one.unit === '分' && one.from >= start && one.from < end && roleOf(clauseBefore(line.half, one.from)) === role,
  );
  return alike.length > 1;
}
