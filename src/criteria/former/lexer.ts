/** Total lexer: every character of the normalised text belongs to one token; unknown words are tokens. Linear. */
import { Dec } from '../../workbook';
import { figureAt, fractionAt, type Numeral } from './numerals';
import type { CriterionToken, TokenKind } from './tokens';
import { innocentAt, UNITS, wordsFrom, type Word } from './vocabulary';

const PERCENT = new Dec('0.01');
const ONE = new Dec(1);
const END = new Set([undefined, ',', ';', '。', '、', '\n', '(', ')', ':', '.', '!']);
const SIGNS: Readonly<Record<string, TokenKind>> = {
  ',': 'comma',
  ';': 'semi',
  '。': 'stop',
  '!': 'stop',
  '?': 'stop',
  ':': 'colon',
  '、': 'enum',
  '\n': 'line',
  '(': 'open',
  ')': 'close',
  '[': 'open',
  ']': 'close',
  '-': 'dash',
  '~': 'dash',
  '×': 'times',
  '*': 'times',
  '÷': 'div',
  '/': 'div',
  '+': 'plus',
};
/** ① ⑴ ⒈ Ⓐ ❶ ㈠ */
function isMark(char: string): boolean {
  const code = char.charCodeAt(0);
  return (
    code >= 0x2460 &&
    code <= 0x3229 &&
    (code <= 0x249b || (code >= 0x24b6 && code <= 0x24e9) || (code >= 0x2776 && code <= 0x277f) || code >= 0x3220)
  );
}
/** Not points, whatever stands before: 3分钟, 三分之一, 百分制. */
const NOT_POINTS = '钟之制公司期档类批别布局行会管组配部块';
const FILLERS = '该其此本项指标的相应标准基本总对约各为应可';
const MOST_FILLERS = 8;
/** A mark may stand after these. */
const BEFORE_MARK = new Set<TokenKind | undefined>([
  undefined,
  'line',
  'semi',
  'stop',
  'pts',
  'until-gone',
  'until-full',
  'no-score',
  'no-deduct',
  'full',
  'close',
  'colon',
  'mark',
]);
const VALUES = new Set<TokenKind | undefined>(['num', 'pct', 'qty', 'incl', 'excl', 'pts', 'points-of-percent']);
const TAKES_POINTS = new Set<TokenKind | undefined>(['award', 'deduct', 'at-most', 'at-least', 'full']);
const SCORES = ['得分', '计分', '记分', '赋分', '计算分值', '评分', '分数', '计算'];

const THRESHOLD_ENDS = ['为标准值', '为标准', '为基准值', '为基准', '为目标值', '为目标', '为基数', '为界', '为准', '为限'];

const BRACKETED = /([[(])(\d+(?:\.\d+)?)(%?)([,~-])(\d+(?:\.\d+)?)%?([\])])/y;
const SCORE_STARTS = '得计记赋评分';
const BY_RATIO =
  /(?:按照?|根据|依据|以)(?:其|实际|相应|目标|任务|工作|计划|各自|指标){0,3}(?:完成|达成|达标)?(?:进度|情况|程度)?的?(?:比例|率|比率|百分比)(?:计算|折算|换算|核定|确定|计|得|记|赋|给|评|相应|扣减|扣除|扣|核算|折合|来|予以){0,3}(?:得分|计分|记分|赋分|给分|扣分|分值|分数|分|计算|折算)/y;

const digit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';
const letter = (char: string | undefined): boolean => char !== undefined && /[A-Za-z]/.test(char);

class Lexing {
  readonly tokens: CriterionToken[] = [];
  private pos = 0;
  /** Where the words not yet handed on begin, or −1. */
  private wordsFrom = -1;

  constructor(private readonly text: string) {}

  run(): readonly CriterionToken[] {
    while (this.pos < this.text.length) this.step();
    this.flush();
    return this.tokens;
  }

  private step(): void {
    const char = this.text[this.pos]!;
    if (char === '±' && digit(this.text[this.pos + 1])) return this.plusMinus();
    if (char === ' ' || (char === '的' && this.joinsShare())) return this.skip(1);
    if (isMark(char)) return this.emit('mark', this.pos + 1);
    if (
      this.bracketInterval(char) ||
      this.threshold(char) ||
      this.numberedMark(char) ||
      this.inclusion(char) ||
      this.figure(char) ||
      this.perUnit(char) ||
      this.byRatio(char) ||
      this.word(char)
    )
      return;
    const innocent = innocentAt(this.text, this.pos);
    if (innocent !== '') return this.words(innocent.length);
    if (this.scoring()) return;
    if ((char === 'x' || char === 'X') && this.isTimes()) return this.emit('times', this.pos + 1);
    const sign = SIGNS[char];
    if (sign === undefined) this.words(1);
    else this.emit(sign, this.pos + 1);
  }

  /** 「±5%」: as far either way. */
  private plusMinus(): void {
    const figure = figureAt(this.text, this.pos + 1)!;
    const percent = this.text[figure.to] === '%';
    this.emit(percent ? 'pct' : 'num', figure.to + (percent ? 1 : 0), {
      value: percent ? figure.value.times(PERCENT) : figure.value,
      unit: '±',
    });
  }

  /** 「80%的分值」 「分值的80%」. */
  private joinsShare(): boolean {
    const next = this.text.slice(this.pos + 1, this.pos + 5);
    return (
      (this.last === 'pct' && /^(?:分值|权重|满分|该项分|该指标|指标分|本项分)/.test(next)) ||
      (this.last === 'max-points' && /^(?:\d|一半|百分之)/.test(next))
    );
  }

  private skip(count: number): void {
    this.flush();
    this.pos += count;
  }

  private words(count: number): void {
    if (this.wordsFrom < 0) this.wordsFrom = this.pos;
    this.pos += count;
  }

  private flush(): void {
    if (this.wordsFrom < 0) return;
    const from = this.wordsFrom;
    this.wordsFrom = -1;
    this.tokens.push({ kind: 'phrase', text: this.text.slice(from, this.pos), from, to: this.pos });
  }

  private emit(kind: TokenKind, to: number, more: Partial<Pick<CriterionToken, 'text' | 'words' | 'value' | 'upTo' | 'unit'>> = {}): void {
    this.flush();
    this.tokens.push({ kind, text: this.text.slice(this.pos, to), from: this.pos, to, ...more });
    this.pos = to;
  }

  private get last(): TokenKind | undefined {
    return this.wordsFrom >= 0 ? 'phrase' : this.tokens[this.tokens.length - 1]?.kind;
  }

  /** 「1、」 「2.」 「3)」 「(4)」 「一、」 where an item may begin. */
  private numberedMark(char: string): boolean {
    if (!BEFORE_MARK.has(this.last)) return false;
    const opened = char === '(';
    const from = this.pos + (opened ? 1 : 0);
    let to = from;
    while (
      to - from < 2 &&
      (digit(this.text[to]) || (to > from ? '一二三四五六七八九十' : '一二三四五六七八九十').includes(this.text[to] ?? '.'))
    )
      to += 1;
    if (to === from) return false;
    const after = this.text[to] ?? '';
    const closes = opened ? after === ')' : after === ')' || after === '、' || (after === '.' && !digit(this.text[to + 1]));
    if (!closes) return false;
    this.emit('mark', to + 1);
    return true;
  }

  /** 「(含)」 「(含90%)」 「(不含)」 「含」 after a figure. */
  private inclusion(char: string): boolean {
    const opened = char === '(';
    let to = this.pos + (opened ? 1 : 0);
    const not = this.text[to] === '不';
    if (not) to += 1;
    if (this.text[to] !== '含' || (!opened && !VALUES.has(this.last) && this.last !== 'above' && this.last !== 'below')) return false;
    to += 1;
    if (this.text[to] === '本' && this.text[to + 1] === '数') to += 2;
    if (opened) {
      const figure = figureAt(this.text, to);
      if (figure !== null) to = figure.to + (this.text[figure.to] === '%' || this.text[figure.to] === '分' ? 1 : 0);
      if (this.text[to] !== ')') return false;
      to += 1;
    }
    this.emit(not ? 'excl' : 'incl', to);
    return true;
  }

  /** 「[95%,100%)」. */
  private bracketInterval(char: string): boolean {
    if (char !== '[' && char !== '(') return false;
    BRACKETED.lastIndex = this.pos;
    const found = BRACKETED.exec(this.text);
    if (found === null || (char === '(' && found[6] === ')' && found[4] !== ',')) return false;
    const [, , low, lowPercent, , ,] = found;
    const percent = lowPercent === '%' || found[0].includes('%');
    const high = /(?<![\d.])([\d.]+)%?[\])]$/.exec(found[0])![1]!;
    const middle = this.pos + found[0].search(/[,~-]/);
    const value = (digits: string): Dec => (percent ? new Dec(digits).times(PERCENT) : new Dec(digits));
    const kind = percent ? 'pct' : 'num';
    const end = this.pos + found[0].length;
    this.emit(kind, middle - 1, { value: value(low!) });
    this.emit(char === '[' ? 'incl' : 'excl', middle);
    this.emit('dash', middle + 1);
    this.emit(kind, end - 1, { value: value(high) });
    this.emit(found[0].endsWith(']') ? 'incl' : 'excl', end);
    return true;
  }

  /** 「以100%为标准」; 「以10%为一档」 only says what a level is. */
  private threshold(char: string): boolean {
    if (char !== '以') return false;
    const figure = figureAt(this.text, this.pos + 1);
    if (figure === null || figure.chinese) return false;
    const percent = this.text[figure.to] === '%';
    const to = figure.to + (percent ? 1 : 0);
    const end = THRESHOLD_ENDS.find((words) => this.text.startsWith(words, to));
    if (end === undefined && (this.text.startsWith('为一档', to) || this.text.startsWith('为一个档', to))) {
      this.words(to + 3 - this.pos);
      return true;
    }
    if (end === undefined) return false;
    this.emit('threshold', to + end.length, { value: percent ? figure.value.times(PERCENT) : figure.value, unit: percent ? '%' : '' });
    return true;
  }

  private figure(char: string): boolean {
    if (!digit(char) && !'零一二两三四五六七八九十百半壹贰叁拾'.includes(char)) return false;
    if (char === '百' || !digit(char)) {
      const share = fractionAt(this.text, this.pos);
      if (share !== null) {
        this.emit('pct', share.to, { value: share.value });
        return true;
      }
    }
    const figure = figureAt(this.text, this.pos);
    if (figure === null) return false;
    if (figure.chinese) return this.chineseFigure(figure);
    if (
      letter(this.text[this.pos - 1]) ||
      (/[A-WYZa-wyz]/.test(this.text[figure.to] ?? '') && !letter(this.text[this.pos - 1])) ||
      this.text[this.pos - 1] === '第'
    )
      this.words(figure.to - this.pos);
    else if (!this.date(figure)) this.measure(figure);
    return true;
  }

  /** A Chinese numeral is a figure only with points, a unit or a percentage point behind it. */
  private chineseFigure(figure: Numeral): boolean {
    if (this.text[this.pos - 1] === '第') return false;
    const next = this.text[figure.to] ?? '';
    if (next === '分') {
      if (!TAKES_POINTS.has(this.last) && this.last !== 'qty' && this.last !== 'dash') return false;
      this.measure(figure);
      return true;
    }
    const unit = this.percentagePoint(figure.to) > 0 || this.unitAt(figure.to) !== '';
    if (
      !unit ||
      this.text.startsWith('次性', figure.to) ||
      this.text.startsWith('部分', figure.to) ||
      this.text.startsWith('级指标', figure.to)
    )
      return false;
    if (figure.value.gte(10) && this.wordsFrom >= 0 && this.percentagePoint(figure.to) === 0) return false;
    this.measure(figure);
    return true;
  }

  /** 2024年12月31日, 9月底, 10号: words. */
  private date(figure: Numeral): boolean {
    const next = this.text[figure.to];
    const whole = figure.value.isInteger() && figure.to - this.pos <= 4;
    if (!whole) return false;
    const length = figure.to - this.pos;
    const isDate =
      (next === '年' && length === 4) ||
      (next === '月' && length <= 2) ||
      next === '号' ||
      (next === '日' && this.text[this.pos - 1] === '月');
    if (isDate) this.words(length + 1);
    return isDate;
  }

  private measure(figure: Numeral): void {
    const { value, to } = figure;
    if (this.text[to] === '%') return this.percent(figure);
    const point = this.percentagePoint(to);
    if (point > 0) return this.emit('points-of-percent', to + point, { value: value.times(PERCENT) });
    if (this.text[to] === '分' && !NOT_POINTS.includes(this.text[to + 1] ?? '-')) return this.points(value, to + 1);
    if (this.rangeOfPoints(value, to)) return;
    if (TAKES_POINTS.has(this.last) && this.last !== 'at-most' && END.has(this.text[to])) return this.emit('pts', to, { value });
    const unit = this.unitAt(to);
    if (unit !== '')
      return this.emit('qty', to + unit.length, { value, unit: unit.startsWith('个') && unit !== '个' ? unit.slice(1) : unit });
    this.emit('num', to, { value });
  }

  private percent({ value, to }: Numeral): void {
    this.emit('pct', to + 1, { value: value.times(PERCENT) });
  }

  /** Length of 「个百分点」 at this place; 0 if there is none. */
  private percentagePoint(at: number): number {
    const from = this.text[at] === '个' ? at + 1 : at;
    if (this.text.startsWith('百分点', from)) return from - at + 3;
    if (this.text.startsWith('百分比', from)) return from - at + 3;
    if (from > at && this.text[from] === '点') return 2;
    return this.text[at] === '点' && (this.last === 'over' || this.last === 'under' || this.last === 'off') ? 1 : 0;
  }

  private points(value: Dec, to: number): void {
    if (TAKES_POINTS.has(this.last) && this.rangeOfPoints(value, to)) return;
    this.emit('pts', to, { value });
  }

  /** 「0.5～1分」 「1分至2分」, the second figure onwards. */
  private rangeOfPoints(value: Dec, at: number): boolean {
    if (!TAKES_POINTS.has(this.last) || !'-~至到'.includes(this.text[at] ?? '.')) return false;
    const upper = figureAt(this.text, at + 1);
    if (upper === null || this.text[upper.to] !== '分' || NOT_POINTS.includes(this.text[upper.to + 1] ?? '-')) return false;
    this.emit('pts-range', upper.to + 1, { value, upTo: upper.value });
    return true;
  }

  private unitAt(at: number): string {
    if (this.text[at] === '%') return '';
    return UNITS.find((unit) => this.text.startsWith(unit, at)) ?? '';
  }

  /** 「2分/个」: each; 「每天扣」: each day. */
  private perUnit(char: string): boolean {
    if (char === '/' && this.last === 'pts') {
      const from = this.pos + (this.text[this.pos + 1] === '每' ? 2 : 1);
      const unit = this.unitAt(from);
      if (unit === '') return false;
      this.tokens.push({ kind: 'every', text: '/', from: this.pos, to: this.pos + 1 });
      this.pos = from;
      this.emit('qty', from + unit.length, { value: ONE, unit });
      return true;
    }
    if (char !== '每') return false;
    const unit = this.unitAt(this.pos + 1);
    if (unit === '') return false;
    if ('月年季周度'.includes(unit[0]!) && !'扣减'.includes(this.text[this.pos + 1 + unit.length] ?? '-')) {
      this.words(1 + unit.length);
      return true;
    }
    this.emit('every', this.pos + 1);
    this.emit('qty', this.pos + unit.length, { value: ONE, unit });
    return true;
  }

  /** 「按完成比例计算得分」 in its many forms. */
  private byRatio(char: string): boolean {
    if (!'按根依以'.includes(char)) return false;
    BY_RATIO.lastIndex = this.pos;
    const found = BY_RATIO.exec(this.text);
    if (found === null) return false;
    this.emit('by-ratio', this.pos + found[0].length);
    return true;
  }

  private word(char: string): boolean {
    const innocent = innocentAt(this.text, this.pos).length;
    const found = wordsFrom(char).find(
      (word) => word.text.length >= innocent && this.text.startsWith(word.text, this.pos) && this.fits(word),
    );
    if (found === undefined) return false;
    const share = found.kind === 'share' ? { value: new Dec('0.5') } : {};
    this.emit(found.kind, this.pos + found.text.length, found.sign === undefined ? share : { text: found.sign, words: found.text });
    return true;
  }

  private fits(word: Word): boolean {
    const to = this.pos + word.text.length;
    if (word.guard === 'none') return true;
    if (word.guard === 'points') return this.pointsFollow(word, to);
    if (word.guard === 'figure') return digit(this.text[to]) && !this.isPointsAt(to);
    if (word.guard === 'amount') return this.amountFollows(to);
    if (word.guard === 'value-before') return VALUES.has(this.last) && (word.kind !== 'dash' || digit(this.text[to]));
    if (word.guard === 'every') return this.last === 'every';
    if (word.guard === 'every-or-figure') return this.last === 'every' || figureAt(this.text, to) !== null;
    if (word.guard === 'end') return END.has(this.text[to]);
    return this.consequenceFollows(to);
  }

  private afterFillers(at: number): number {
    let to = at;
    while (to - at < MOST_FILLERS && FILLERS.includes(this.text[to] ?? '-')) to += 1;
    return to;
  }

  private isPointsAt(at: number): boolean {
    const figure = figureAt(this.text, at);
    return figure !== null && this.text[figure.to] === '分' && !NOT_POINTS.includes(this.text[figure.to + 1] ?? '-');
  }

  /** 「得5分」 「得满分」 「得分值的80%」 「得80%」 「得5;」. */
  private pointsFollow(word: Word, to: number): boolean {
    const at = '的'.includes(this.text[to] ?? '-') ? to + 1 : this.afterFillers(to);
    if (
      ['满分', '全分', '分值', '权重', '标准分', '一半', '总分', '百分之', '三分之', '二分之', '全部分'].some((end) =>
        this.text.startsWith(end, at),
      )
    )
      return true;
    const figure = figureAt(this.text, at);
    if (figure === null) return false;
    const next = this.text[figure.to];
    if (next === '分') return !NOT_POINTS.includes(this.text[figure.to + 1] ?? '-');
    if (figure.chinese) return next !== undefined && '-~至到'.includes(next);
    if (next === '%') return '得计记扣赋'.includes(word.text[word.text.length - 1]!) || word.text.endsWith('分');
    if (next !== undefined && '-~至到'.includes(next)) return word.kind !== 'award' || '得计记扣'.includes(word.text);
    return '得计记扣'.includes(word.text) && END.has(next);
  }

  private amountFollows(to: number): boolean {
    const at = this.afterFillers(to);
    return figureAt(this.text, at) !== null || ['分值', '满分', '权重', '上限'].some((end) => this.text.startsWith(end, at));
  }

  private consequenceFollows(to: number): boolean {
    let at = to;
    while (at - to < MOST_FILLERS && '的,:则均都情况一律'.includes(this.text[at] ?? '-')) at += 1;
    return '得计记扣不酌按为给赋全零'.includes(this.text[at] ?? '-') || digit(this.text[at]);
  }

  /** 「得分」 「计分」 that are no award. */
  private scoring(): boolean {
    if (!SCORE_STARTS.includes(this.text[this.pos]!)) return false;
    const found = SCORES.find((word) => this.text.startsWith(word, this.pos));
    if (found === undefined) return false;
    if (
      (found === '计算' || found === '评分' || found === '分数') &&
      !END.has(this.text[this.pos + found.length]) &&
      this.text[this.pos + found.length] !== '='
    )
      return false;
    const to = this.pos + found.length;
    this.emit('score', this.text[to] === '=' || this.text[to] === ':' ? to + 1 : to);
    return true;
  }

  private isTimes(): boolean {
    return (
      !letter(this.text[this.pos - 1]) &&
      !letter(this.text[this.pos + 1]) &&
      (VALUES.has(this.last) || this.last === 'close' || this.last === 'max-points' || this.last === 'phrase')
    );
  }
}

/** The tokens of a normalised text, in order; spaces alone belong to none. */
export function lex(text: string): readonly CriterionToken[] {
  return new Lexing(text).run();
}
