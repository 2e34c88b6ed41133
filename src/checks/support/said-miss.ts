/** Targets that were missed, by what the words say, where there are no two figures to hold against each other. */
import { directionOf, type IndicatorRow, type Quantity } from '../../score-table';
import { wordsPattern } from '../../workbook';
import words from './data/said-miss.json';

type Says = (target: Quantity, actual: Quantity, row: IndicatorRow, year: number | null) => boolean;

const any = (list: readonly string[]): string => wordsPattern(list);
const ALREADY = new RegExp(`^${any(words.already)}`);
const DENIED = new RegExp(`^${any(words.denials)}(.+)$`);
const BAD = new RegExp(any([...words.bad, ...words.mishaps]));
const FIGURE = '\\d+(?:\\.\\d+)?';

/** 「未达标」 where 「达标」 was wanted; 「否」 for 「是」. */
const isDenied: Says = ({ text: wanted }, { text }) => {
  const reached = text.replace(ALREADY, '').replace(/。$/, '');
  if (words.opposites.some(([one, other]) => one === wanted && other === reached)) return true;
  return /^[\u4e00-\u9fa5]{1,8}$/.test(wanted) && !BAD.test(wanted) && !DENIED.test(wanted) && DENIED.exec(reached)?.[1] === wanted;
};

/** Place on the scale 优、良、中、差; null for other words. 「良及以上」 is 良. */
function gradeOf(text: string): number | null {
  const bare = text.replace(/及?以上$/, '');
  const at = words.grades.findIndex((names) => names.includes(bare));
  return at < 0 ? null : at;
}

const isLowerGrade: Says = (target, actual) => {
  const [wanted, reached] = [gradeOf(target.text), gradeOf(actual.text)];
  return wanted !== null && reached !== null && reached > wanted;
};

const ALL = new RegExp(`^${any(words.all)}$`);
const RATE = new RegExp(`^([^\\d%]{0,6}?)(${FIGURE})%$`);
const OTHER_RATE = new RegExp(any(words.otherRates));

/** 「应保尽保」 and 97%. */
const isNotAll: Says = (target, actual) => {
  const rate = ALL.test(target.text) ? RATE.exec(actual.text) : null;
  return rate !== null && !OTHER_RATE.test(rate[1]!) && Number(rate[2]) < 100;
};

const OCCURRENCES = any(words.occurrences);
const NONE = new RegExp(`^(?:[0零]${OCCURRENCES}|零${any(words.mishaps)})$`);
const SOME = new RegExp(`^${any(words.happened)}?(${FIGURE})${OCCURRENCES}?$`);

/** 「零事故」, 「0起」 and 1. */
const isSome: Says = (target, actual) =>
  target.comparator === null && NONE.test(target.text) && Number(SOME.exec(actual.text)?.[1] ?? 0) > 0;

const NEXT_YEAR = new RegExp(`^${any(words.until)}?${any(words.nextYear)}\\d{1,2}月(?:\\d{1,2}日|[底初末中])?[^\\d,;，；。]{0,6}$`);

/** By the end of the year evaluated, and done in the next. */
const isNextYear: Says = ({ kind, date, comparator }, actual, _row, year) =>
  kind === 'date' &&
  date?.month != null &&
  (date.year === null || date.year === year) &&
  (comparator === null || comparator.startsWith('<')) &&
  NEXT_YEAR.test(actual.text);

const WORK_DAYS = new RegExp(`^(${FIGURE})个?工作日$`);

/** So many working days are as many days at least. */
const isMoreDays: Says = ({ comparator, number, unit }, actual) =>
  comparator?.startsWith('<') === true &&
  /^(?:天|日|自然日)$/.test(unit) &&
  number !== null &&
  number.lt(WORK_DAYS.exec(actual.text)?.[1] ?? 0);

const BESIDE = `(?:(?:比|较|与)?${any(words.beside)}(?:相比|水平)?)?`;
const CHANGE = new RegExp(
  `^${BESIDE}(?:(${any(words.raised)})|${any(words.lowered)})率?(≥|>=|不低于|不少于|超过)?(${FIGURE})(%|个百分点|[\\u4e00-\\u9fa5]{0,3}?)(?:及?以上)?$`,
);

interface Change {
  readonly up: boolean;
  readonly bound: boolean;
  readonly by: number;
  readonly unit: string;
}

function changeOf(text: string): Change | null {
  const match = CHANGE.exec(text);
  if (match === null) return null;
  return { up: match[1] !== undefined, bound: match[2] !== undefined || /上$/.test(text), by: Number(match[3]), unit: match[4]! };
}

const COST = new RegExp(any(words.costs));

/** 「下降5%」 and 「下降4.2%」; 「增长5%」 and 「下降1%」. A rise is wanted only of what is no cost, unless the target says ≥. */
const isSmallerChange: Says = (target, actual, row) => {
  const [wanted, reached] = [changeOf(target.text), changeOf(actual.text)];
  if (wanted === null || reached === null || wanted.unit !== reached.unit || /[以之]?[内下]$/.test(target.text)) return false;
  if (wanted.up && !wanted.bound && (COST.test(row.path.join('')) || directionOf(row).way === 'down')) return false;
  return wanted.up === reached.up ? reached.by < wanted.by : reached.by > 0;
};

const LAST_YEAR = new RegExp(`^(?:(${any(words.noLess)})|${any(words.noMore)})${any(words.beside)}(?:水平|数|值)?$`);

/** 「不低于上年」 and 「较上年下降3%」. */
const isWorseThanLastYear: Says = (target, actual) => {
  const wanted = LAST_YEAR.exec(target.text);
  const reached = changeOf(actual.text);
  return wanted !== null && reached !== null && reached.by > 0 && reached.up === (wanted[1] === undefined);
};

const ALL_WAYS: readonly Says[] = [isDenied, isLowerGrade, isNotAll, isSome, isNextYear, isMoreDays, isSmallerChange, isWorseThanLastYear];

/** True where the actual value says in words that the target was missed; false where it does not, or not plainly. `year`: the one evaluated. For advisories only. */
export function saidMiss(row: IndicatorRow, target: Quantity, actual: Quantity, year: number | null): boolean {
  return ALL_WAYS.some((says) => says(target, actual, row, year));
}
