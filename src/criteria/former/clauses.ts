/**
 * The statements of a text: one consequence each, with what it hangs on. A statement ends with its consequence, punctuated
 * or not («…1分2、…1分»), and keeps the caps that follow it. Items (①, 1.) hold statements and items of their own. Linear.
 */
import { withoutRemarks } from './remarks';
import type { CriterionToken, TokenKind } from './tokens';

export type Form =
  | 'case'
  | 'every'
  | 'formula'
  /** A cap on its own: 「最多扣3分」. */
  | 'tail'
  /** Says nothing about points. */
  | 'background'
  /** Speaks of points without a consequence that could be read. */
  | 'unread';

export interface Statement {
  readonly form: Form;
  readonly tokens: readonly CriterionToken[];
  /** Ended by a full stop, a semicolon or a line: the next one begins a new thought. */
  readonly last: TokenKind | 'none';
}

export interface ClauseItem {
  /** null: what stands before the first mark. */
  readonly mark: CriterionToken | null;
  readonly statements: readonly Statement[];
}

const COMPLETE = new Set<TokenKind>(['no-score', 'no-deduct', 'excluded', 'discretion', 'by-ratio', 'share']);
const AMOUNTS = new Set<TokenKind>(['pts', 'pts-range', 'num', 'share', 'pct', 'max-points', 'full']);
const OPERATORS = new Set<TokenKind | undefined>(['times', 'plus']);
const TAILS = new Set<TokenKind | undefined>(['until-gone', 'until-full', 'at-most', 'at-least', 'round']);
const MEASURED_BY_NEXT = new Set<TokenKind | undefined>([
  'above',
  'below',
  'within',
  'dash',
  'incl',
  'excl',
  'award',
  'deduct',
  'full',
  'no-score',
  'cmp',
]);
const MEASURED_BY_LAST = new Set<TokenKind | undefined>(['cmp', 'over', 'under', 'dash']);
/** 「评分标准：」 heads what follows and is no part of it. */
const HEADING = /(?:标准|办法|规则|方法|细则|要点|依据|说明|注|内容|公式|要求|备注|评分|计分|扣分|得分|评价|原则|方式|指标|考核)$/;
/** 「超出的不得分」: a comparing word alone says the opposite of what stood before. */
const LONE = new Set<TokenKind>(['over', 'under']);
const MEASURES = new Set<TokenKind | undefined>(['pct', 'num', 'qty', 'incl', 'excl', 'above', 'below', 'within', 'between']);
/** No sentence of a criterion is longer; deeper trees would be built of it. */
const MOST_TOKENS = 150;
const LISTED = new Set<TokenKind | undefined>(['pct', 'num', 'pts', 'share']);
const SCORING = new Set<TokenKind>([
  'award',
  'deduct',
  'no-score',
  'no-deduct',
  'full',
  'share',
  'discretion',
  'by-ratio',
  'excluded',
  'until-gone',
  'until-full',
  'at-most',
  'at-least',
  'pts',
  'pts-range',
  'unread',
  'score',
  'else',
  'every',
]);
/** A line that begins so goes on with what stood above. */
const GOES_ON = new Set<TokenKind | undefined>([
  'deduct',
  'award',
  'no-score',
  'no-deduct',
  'full',
  'pts',
  'cmp',
  'points-of-percent',
  'close',
  'comma',
  'times',
  'div',
  'plus',
]);
const ASKS_FOR_MORE = new Set<TokenKind | undefined>([
  'every',
  'over',
  'under',
  'off',
  'cmp',
  'award',
  'deduct',
  'dash',
  'comma',
  'times',
  'div',
  'plus',
  'open',
  'score',
  'at-most',
  'enum',
  'or',
  'and',
]);
const PARTICLES = new Set([
  '的',
  '者',
  '时',
  '则',
  '可',
  '即',
  '就',
  '均',
  '都',
  '的则',
  '的均',
  '的可',
  '的部分',
  '部分',
  '的情况',
  '情况',
  '的情况下',
  '的话',
  '的单位',
  '的项目',
  '可以',
  '方可',
  '按',
  '直接',
  '则直接',
  '可直接',
  '其',
  '该',
  '该项',
  '本项',
  '其中',
  '分别',
  '一律',
  '的一律',
  '应',
  '将',
  '予以',
  '的予以',
  '时可',
  '的按',
  '指标',
  '该指标',
  '此项',
  '的,',
  '内',
  '的该项',
  '的本项',
  '的此项',
  '的该指标',
]);

class Splitting {
  readonly items: { mark: CriterionToken | null; statements: Statement[] }[] = [{ mark: null, statements: [] }];
  private current: CriterionToken[] = [];
  private complete = false;
  private expecting = false;
  private formula = false;
  private depth = 0;
  /** The statement goes on with figures nobody can place: 「得100%、80%、60%」. */
  private listed = false;

  constructor(private readonly tokens: readonly CriterionToken[]) {}

  run(): readonly ClauseItem[] {
    for (let at = 0; at < this.tokens.length; at += 1) this.take(this.tokens[at]!, at);
    this.close('none');
    return this.items;
  }

  private take(token: CriterionToken, at: number): void {
    const next = this.tokens[at + 1]?.kind;
    if (token.kind === 'mark') {
      this.close('mark');
      this.items.push({ mark: token, statements: [] });
    } else if (token.kind === 'semi' || token.kind === 'stop') this.close(token.kind);
    else if (token.kind === 'line') this.takeLine(next);
    else if (this.complete) this.takeAfter(token, next, at);
    else this.add(token, next, at);
  }

  private takeLine(next: TokenKind | undefined): void {
    const goesOn =
      !this.complete && this.current.length > 0 && (GOES_ON.has(next) || ASKS_FOR_MORE.has(this.current[this.current.length - 1]!.kind));
    if (!goesOn) this.close('line');
  }

  /** A complete statement keeps its caps; anything else begins the next. */
  private takeAfter(token: CriterionToken, next: TokenKind | undefined, at: number): void {
    if (TAILS.has(token.kind) || (token.kind === 'every' && token.text === '/')) {
      this.current.push(token);
      this.expecting = token.kind === 'at-most' || token.kind === 'at-least' || token.kind === 'every';
      return;
    }
    if (this.expecting && (AMOUNTS.has(token.kind) || token.kind === 'qty')) {
      this.current.push(token);
      if (!(token.kind === 'max-points' || token.kind === 'full') || !AMOUNTS.has(next!)) this.expecting = false;
      return;
    }
    if (
      token.kind === 'phrase' &&
      (this.expecting || next === 'comma' || next === 'stop' || next === 'semi' || next === undefined) &&
      PARTICLES.has(token.text)
    )
      return;
    if (
      token.kind === 'comma' &&
      (TAILS.has(next) || (next === 'phrase' && TAILS.has(this.tokens[at + 2]?.kind) && PARTICLES.has(this.tokens[at + 1]!.text)))
    ) {
      this.current.push(token);
      return;
    }
    if ((token.kind === 'enum' || token.kind === 'div') && LISTED.has(next)) {
      this.listed = true;
      this.current.push(token);
      return;
    }
    if (this.listed && LISTED.has(token.kind)) {
      this.current.push(token);
      return;
    }
    this.close(token.kind);
    if (token.kind !== 'comma' && token.kind !== 'enum') this.add(token, next, at);
  }

  private add(token: CriterionToken, next: TokenKind | undefined, at: number): void {
    if (
      token.kind === 'colon' &&
      this.current.length === 1 &&
      this.current[0]!.kind === 'phrase' &&
      HEADING.test(this.current[0]!.text) &&
      !/向/.test(this.current[0]!.text)
    ) {
      this.current = [];
      return;
    }
    if (token.kind === 'comma' && this.current[this.current.length - 1]?.kind === 'threshold' && next !== 'every')
      return this.close('comma');
    if (token.kind === 'comma' || token.kind === 'enum' || token.kind === 'colon') {
      if (this.current.length === 0) return;
      if (this.formula && this.depth === 0 && token.kind !== 'enum') {
        this.complete = true;
        return this.takeAfter(token, next, at);
      }
    }
    if (
      token.kind === 'phrase' &&
      PARTICLES.has(token.text) &&
      (this.current.length > 0 || this.expecting || SCORING.has(next ?? 'phrase'))
    )
      return;
    if (
      token.kind === 'score' &&
      next === 'comma' &&
      /^(?:折算|换算|得分)$/.test(token.text) &&
      this.current.every(({ kind }) => kind === 'phrase')
    )
      return void this.current.push({ ...token, kind: 'phrase' });
    if (token.kind === 'score' && next === 'at-most' && this.current.every(({ kind }) => kind === 'phrase')) {
      this.current = [];
      return;
    }
    // 「未完成的按完成率×分值」: the formula begins at 「按」.
    const by = token.kind === 'phrase' && (OPERATORS.has(next) || next === 'div') ? /^(.*的)(按照?.+)$/.exec(token.text) : null;
    if (by !== null) {
      const cut = token.from + by[1]!.length;
      if (by[1] !== '的') this.current.push({ ...token, text: by[1]!, to: cut });
      this.current.push({ kind: 'comma', text: '', from: cut, to: cut });
      return this.add({ ...token, text: by[2]!, from: cut }, next, at);
    }
    if (
      token.kind === 'phrase' &&
      /^按照?.{2}/.test(token.text) &&
      (OPERATORS.has(next) || next === 'div') &&
      MEASURES.has(this.current[this.current.length - 1]?.kind)
    ) {
      this.current.push({ kind: 'comma', text: '', from: token.from, to: token.from });
    }
    this.dropDouble(token);
    // 「有办法，且落实」: one joint.
    if ((token.kind === 'and' || token.kind === 'or') && this.current[this.current.length - 1]?.kind === 'comma') this.current.pop();
    if (token.kind === 'plus' && !this.formula && this.current[this.current.length - 1]?.kind === 'phrase' && next === 'phrase')
      return void this.current.push({ ...token, kind: 'enum' });
    const last = this.current[this.current.length - 1]?.kind;
    if (token.kind === 'score' && last === 'phrase' && (OPERATORS.has(next) || next === 'div' || last === undefined)) {
      const before = this.current.pop()!;
      this.current.push({ ...before, text: before.text + token.text, to: token.to });
      return;
    }
    this.current.push(token);
    if (token.kind === 'open') this.depth += 1;
    if (token.kind === 'close') this.depth -= 1;
    if (
      OPERATORS.has(token.kind) ||
      (token.kind === 'score' && /[=:]$/.test(token.text)) ||
      (token.kind === 'div' && (last === 'close' || last === 'pts' || last === 'max-points'))
    )
      this.formula = true;
    if (token.kind === 'award' || token.kind === 'deduct') this.expecting = true;
    if (!this.formula) this.complete = this.completes(token, last, next);
    if (this.complete) this.expecting = false;
  }

  /** 「每次每处扣」: each place, each time. */
  private dropDouble(token: CriterionToken): void {
    if (token.kind !== 'every' || token.text === '/') return;
    const [every, quantity] = this.current.slice(-2);
    if (every?.kind === 'every' && quantity?.kind === 'qty' && quantity.value!.eq(1)) this.current.splice(-2);
  }

  private completes(token: CriterionToken, last: TokenKind | undefined, next: TokenKind | undefined): boolean {
    if (OPERATORS.has(next) || (next === 'div' && token.kind === 'pts')) return false;
    if (COMPLETE.has(token.kind)) return !(token.kind === 'share' && next === 'max-points');
    if (token.kind === 'full') return next !== 'pts' && next !== 'pct';
    if (this.expecting && AMOUNTS.has(token.kind)) {
      if (token.kind === 'pct') return next !== 'max-points' && next !== 'full';
      return token.kind !== 'max-points' || !(next === 'pct' || next === 'share' || next === 'phrase');
    }
    if (last === 'full' && (token.kind === 'pts' || token.kind === 'pct')) return true;
    return token.kind === 'pts' && !MEASURED_BY_NEXT.has(next) && !MEASURED_BY_LAST.has(last);
  }

  private close(by: TokenKind | 'none'): void {
    const tokens = this.current;
    while (tokens.length > 0 && ['comma', 'colon', 'enum'].includes(tokens[tokens.length - 1]!.kind)) tokens.pop();
    if (tokens.length === 2 && LONE.has(tokens[0]!.kind)) tokens[0] = { ...tokens[0]!, kind: 'phrase' };
    if (tokens.length > 0) {
      const form = this.formOf(tokens);
      this.items[this.items.length - 1]!.statements.push({ form, tokens, last: by });
    }
    this.current = [];
    this.complete = false;
    this.expecting = false;
    this.formula = false;
    this.listed = false;
    this.depth = 0;
  }

  private formOf(tokens: readonly CriterionToken[]): Form {
    if (this.listed || tokens.length > MOST_TOKENS || tokens.some((token) => token.kind === 'unread')) return 'unread';
    if (this.formula) return 'formula';
    if (TAILS.has(tokens[0]!.kind)) return 'tail';
    if (this.complete) return tokens.some((token) => token.kind === 'every' && token.text !== '/') ? 'every' : 'case';
    return tokens.some((token) => SCORING.has(token.kind)) ? 'unread' : 'background';
  }
}

const AIMS = /^(?:年度|年初|设定|预定|既定)?(?:预期|目标|计划|指标)(?:目标|指标)?(?:值|数)?的?$/;

/** 「超过预期值30%以上」 is 30% beyond the target: 「超过预期」 names that figure. */
function beyondTarget(tokens: readonly CriterionToken[]): readonly CriterionToken[] {
  if (!tokens.some((token, at) => isBeyond(token, tokens[at + 1], tokens[at + 2]))) return tokens;
  const out: CriterionToken[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const aim = tokens[at + 1];
    if (!isBeyond(token, aim, tokens[at + 2]) || tokens[at - 1]?.kind === 'every') out.push(token);
    else {
      const before = out[out.length - 1]?.kind === 'phrase' ? out.pop()! : null;
      out.push({
        kind: 'phrase',
        text: `${before?.text ?? ''}${token.kind === 'over' ? '超过' : '低于'}${aim!.text.replace(/的$/, '')}`,
        from: (before ?? token).from,
        to: aim!.to,
      });
      at += 1;
    }
  }
  return out;
}

/** 「35岁及以下的」 before a comparison says who is meant. */
function withAges(tokens: readonly CriterionToken[]): readonly CriterionToken[] {
  if (!tokens.some((token) => token.kind === 'qty' && token.unit === '岁')) return tokens;
  return tokens.map((token, at): CriterionToken => {
    const aged = (one: CriterionToken | undefined, next: CriterionToken | undefined): boolean =>
      one?.kind === 'qty' && one.unit === '岁' && (next?.kind === 'above' || next?.kind === 'below');
    return aged(token, tokens[at + 1]) || aged(tokens[at - 1], token)
      ? { kind: 'phrase', text: token.text, from: token.from, to: token.to }
      : token;
  });
}

function isBeyond(token: CriterionToken, aim: CriterionToken | undefined, figure: CriterionToken | undefined): boolean {
  return (token.kind === 'over' || token.kind === 'under') && aim?.kind === 'phrase' && AIMS.test(aim.text) && figure?.kind === 'pct';
}

export function clauseItemsOf(tokens: readonly CriterionToken[]): readonly ClauseItem[] {
  return new Splitting(withAges(beyondTarget(withoutRemarks(tokens)))).run();
}
