/** Points that running text gives or takes by an indicator's or a class's own name, against the sheet. */
import { numberText } from '../../words';
import { type Addr, addrKey, Dec, normal } from '../../workbook';
import type { ReportContext } from '../context';
import { figuresIn, NUMBERED, type TextFigure } from '../numbers';
import { isOfAPart, isOfThisYear, ownWordsOff, shortName } from '../scope';
import { standsUnderAnother } from '../subject';
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

/** 「送戏下乡54场，得9分」: the unit says what ends the name. */
function withShortNames(sums: ReadonlyMap<string, Sums>): ReadonlyMap<string, Sums> {
  const all = new Map<string, Sums | null>(sums);
  for (const [name, own] of sums) {
    const short = shortName(name);
    if (short !== null) all.set(short, all.has(short) ? null : own);
  }
  return new Map([...all].filter((one): one is [string, Sums] => one[1] !== null));
}

/** The one indicator or class that the words up to the points begin with. */
function subjectOf(figure: TextFigure, sums: ReadonlyMap<string, Sums>): readonly [name: string, sums: Sums] | null {
  const { half } = figure.line;
  const segment = half.slice(sentenceStart(half, figure.from), figure.from);
  const inside = [...sums].filter(([name]) => name.length >= SHORTEST && segment.includes(name));
  const own = inside.filter(([name]) => inside.every(([other]) => other === name || !other.includes(name)));
  return own.length === 1 ? own[0]! : null;
}

/** 「（2）合同签订及时性。共签订18份，1份超期，扣1分，得4分」: the paragraph's own title, where no other name stands before the points. */
function leadSubject({ line, from }: TextFigure, sums: ReadonlyMap<string, Sums>): readonly [name: string, sums: Sums] | null {
  const [lead = '', ...rest] = line.half.slice(0, from).replace(NUMBERED, '').split(/[。:]/);
  const known = sums.get(normal(lead));
  const said = rest.join('。');
  return known === undefined || [...sums.keys()].some((name) => name.length >= SHORTEST && said.includes(name))
    ? null
    : [normal(lead), known];
}

/** 「投入10分、过程29.4分」: a name and nothing else before the points. */
function bareSubject(figure: TextFigure, sums: ReadonlyMap<string, Sums>): readonly [name: string, sums: Sums] | null {
  const name = ownWordsOff(clauseBefore(figure.line.half, figure.from).replace(GIVEN, '').replace(TAKEN, ''));
  const known = sums.get(name);
  return known === undefined ? null : [name, known];
}

export function checkTextScores(context: ReportContext): void {
  if (context.table === null) return;
  const sums = withShortNames(namedSums(context.table));
  for (const figure of context.lines.flatMap(figuresIn)) {
    if (figure.unit !== '分' || figure.line.table !== null) continue;
    const clause = clauseBefore(figure.line.half, figure.from);
    const role = roleOf(clause);
    if (role === null || standsUnderAnother(figure.line.heading, context)) continue;
    const bare = bareSubject(figure, sums);
    // A name some words earlier may have more points given and taken than these.
    const subject =
      bare ?? (role === 'bare' || isOneOfSeveral(figure, role) ? null : (subjectOf(figure, sums) ?? leadSubject(figure, sums)));
    if (subject !== null && (isOfThisYear(figure, context) || isLastYearsOnlyBefore(figure, context)))
      judge(figure, role, bare !== null, subject, context);
  }
}

/** 「5.采购管理（分值9分，得分」: number, name, what it can have, and the word for points, and nothing else. */
function isDirect({ line, from }: TextFigure, name: string): boolean {
  const segment = normal(line.half.slice(sentenceStart(line.half, from), from)).replace(LEADING, '');
  return segment.startsWith(name) && DIRECT.test(segment.slice(name.length));
}

const LEADING = /^[^:]{0,20}:|^(?:\d{1,2}[.、]|\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}、)/;
const DIRECT = /^(?:指标)?[(,]?(?:分值|满分|权重)?(?:[\d.]+分\)?)?[,(]?(?:自评)?(?:实际)?(?:得分|得)(?:为|是)?$/;

/** The sentence states what was reached, or a loss: its points are no rule's. */
function isOfFact(figure: TextFigure, due: Due, { table }: ReportContext): boolean {
  const { line, from } = figure;
  const start = sentenceStart(line.half, from);
  const before = figuresIn(line).filter((one) => one.from >= start && one.end <= from);
  if (before.some((one) => one.unit === '分' && !one.value.isZero() && roleOf(clauseBefore(line.half, one.from)) === 'taken')) return true;
  const row = table!.scoreTable.rows.find(({ name }) => addrKey(name.at) === addrKey(due.at));
  const actual = row?.actual?.value?.number ?? null;
  const held = actual === null ? null : row!.actual!.value!.percent ? actual.times(100) : actual;
  return (
    held !== null &&
    !due.score.eq(due.weight) &&
    before.some(({ value, unit, counted }) => (unit !== '' || counted !== '') && value.eq(held))
  );
}

const namesARule = ({ line, from }: TextFigure, name: string): boolean =>
  holdsAny(clauseBefore(line.half, from).replace(name, ''), WORDS.ruleWords);

/** A number may be the 分值, points one of several losses of the row. */
const mayBeElse = (figure: TextFigure, role: Role, weight: Dec, context: ReportContext): boolean =>
  figure.value.eq(weight) || (role !== 'bare' && isOfAPart(figure, context));

interface Due {
  readonly score: Dec;
  readonly weight: Dec;
  readonly at: Addr;
}

function judge(
  figure: TextFigure,
  role: Role,
  isBare: boolean,
  [name, { score, weight, at }]: readonly [string, Sums],
  context: ReportContext,
): void {
  if (score === null || weight === null) return;
  const due = role === 'taken' ? weight.minus(score) : score;
  // Full points are no rounding of less.
  const rounds = figure.value.decimalPlaces() < due.decimalPlaces() && !figure.value.eq(weight);
  const half = rounds ? figure.half : new Dec(0);
  if (figure.value.minus(due).abs().lte(half)) return context.tie(figure, 'tied');
  const sure = role === 'given' && (isBare || isDirect(figure, name) || isOfFact(figure, { score, weight, at }, context));
  if (namesARule(figure, name) || (!sure && mayBeElse(figure, role, weight, context))) return;
  const word = role === 'taken' ? '扣分' : '得分';
  context.find(
    'report-score',
    'advisory',
    figure,
    `报告写「${name}」${word}${numberText(figure.value)}分，评分表（${context.cellText(at)}）是${numberText(due)}分。请核对后改为一致。`,
    { cell: at, indicator: name, actual: figure.value, expected: due },
  );
}

/** 「使用率88.65%，比上年的85.5%提高3.15个百分点，得14.78分」: points behind a comparison are this year's. */
function isLastYearsOnlyBefore({ line, from }: TextFigure, context: ReportContext): boolean {
  const before = context.masked(line.half.slice(sentenceStart(line.half, from), from));
  return (
    /^(?:得|得分)$/.test(clauseBefore(line.half, from).trim()) &&
    !/\d{4}年/.test(before) &&
    !holdsAny(before, WORDS.plans) &&
    THAN.test(before)
  );
}

const THAN = /(?:比|较|与)(?:上年|去年)/;

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
