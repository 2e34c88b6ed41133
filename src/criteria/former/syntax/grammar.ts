/**
 * The small grammar of one statement. Recovery is off: it would be guessing. No backtracking; lookahead of three tokens,
 * so work is linear in the statement.
 */
import { EmbeddedActionsParser, type TokenType } from 'chevrotain';
import { Dec } from '../../../workbook';
import type { Points } from '../../types';
import type { CriterionToken } from '../tokens';
import { TYPES as T, type OurToken } from './token-types';
import type {
  AmountAt,
  Between,
  Bound,
  Case,
  Conditions,
  Consequence,
  Every,
  ExprTree,
  FormulaStatement,
  Name,
  Sign,
  Tail,
  Term,
  StatedValue,
} from './tree';

const FULL: Points = { share: new Dec(1) };
const HUNDRED = new Dec(100);
/** Deeper brackets are not read. */
const DEEPEST = 8;

const AS: Readonly<Record<string, StatedValue['as']>> = {
  num: 'plain',
  pct: 'percent',
  qty: 'quantity',
  pts: 'points',
  'points-of-percent': 'pp',
};

function valueOf(token: CriterionToken): StatedValue {
  return { value: token.value!, as: AS[token.kind]!, unit: token.unit ?? (token.kind === 'pts' ? '分' : '') };
}

/** 「10-20%」: the first figure is in the unit of the second. */
function inUnitOf(bound: Bound, other: Bound): Bound {
  const { value, as } = bound.value;
  if (as !== 'plain' || other.value.as === 'plain') return bound;
  const scaled = other.value.as === 'percent' ? value.div(HUNDRED) : value;
  return { ...bound, value: { ...other.value, value: scaled } };
}

function ordered(first: Bound, second: Bound): Between {
  const one = inUnitOf(first, second);
  const two = inUnitOf(second, first);
  return one.value.value.gt(two.value.value) ? { from: two, to: one, bare: false } : { from: one, to: two, bare: false };
}

function half(sign: Sign, bound: Bound): Between {
  const end = bound.end === 'loose' ? (sign === '>' || sign === '<' ? 'out' : 'in') : bound.end;
  const at = { ...bound, end } as const;
  if (sign === '=') return { from: at, to: at, bare: false };
  return sign === '>=' || sign === '>' ? { from: at, to: null, bare: false } : { from: null, to: at, bare: false };
}

function meet(one: Between, two: Between | null): Between {
  return two === null ? one : { from: one.from ?? two.from, to: one.to ?? two.to, bare: false };
}

function nameOf(parts: readonly CriterionToken[]): Name {
  const quantities = parts.filter((part) => part.kind === 'qty');
  const text = (tokens: readonly CriterionToken[]): string => tokens.map((part) => part.text).join('');
  return {
    text: text(parts),
    from: parts[0]!.from,
    to: parts[parts.length - 1]!.to,
    counted:
      quantities.length === 0 ? null : { value: valueOf(quantities[0]!), rest: text(parts.filter((part) => part !== quantities[0])) },
  };
}

const FLIPPED: Readonly<Record<Sign, Sign>> = { '>=': '<=', '<=': '>=', '>': '<', '<': '>', '=': '=' };

export class StatementParser extends EmbeddedActionsParser {
  /** Tokens handed in, ever: what the tests count. */
  consumed = 0;
  private depth = 0;

  constructor() {
    super(Object.values(T), { recoveryEnabled: false, maxLookahead: 2, skipValidations: true, outputCst: false } as never);
    this.performSelfAnalysis();
  }

  private took(token: unknown): CriterionToken {
    this.consumed += 1;
    return (token as OurToken).token;
  }

  private readonly isNext = (at: number, ...types: TokenType[]): boolean => types.some((type) => this.LA(at).tokenType === type);

  // ---- names -------------------------------------------------------------------------------------------------------

  /** A quantity is part of a name where words follow: 「30日内签订」. */
  private readonly name = this.RULE('name', (): Name => {
    const parts: CriterionToken[] = [];
    this.AT_LEAST_ONE({
      GATE: () => this.isNext(1, T.phrase) || this.nameGoesOn(),
      DEF: () => {
        const token = this.OR([
          { ALT: () => this.CONSUME(T.phrase) },
          { ALT: () => this.CONSUME(T.qty) },
          { ALT: () => this.CONSUME(T.enum) },
          { ALT: () => this.CONSUME(T['max-points']) },
          { ALT: () => this.CONSUME(T.dash) },
          { ALT: () => this.CONSUME(T.div) },
        ]);
        this.ACTION(() => parts.push(this.took(token)));
      },
    });
    return this.ACTION(() => nameOf(parts));
  });

  /** A name before a quantity that is counted: 「出现|一例|不符合要求」. */
  private readonly words = this.RULE('words', (): Name => {
    const parts: CriterionToken[] = [];
    this.AT_LEAST_ONE(() => {
      const token = this.OR([
        { ALT: () => this.CONSUME(T.phrase) },
        { ALT: () => this.CONSUME(T.enum) },
        { ALT: () => this.CONSUME(T['max-points']) },
      ]);
      this.ACTION(() => parts.push(this.took(token)));
    });
    return this.ACTION(() => nameOf(parts));
  });

  private nameGoesOn(): boolean {
    return (
      this.isNext(1, T.qty, T.enum, T['max-points'], T.dash, T.div) &&
      (this.isNext(2, T.phrase) || (this.isNext(2, T.qty, T['max-points']) && this.isNext(3, T.phrase)))
    );
  }

  // ---- values and intervals ----------------------------------------------------------------------------------------

  private readonly value = this.RULE('value', (): StatedValue => {
    const token = this.OR([
      { ALT: () => this.CONSUME(T.num) },
      { ALT: () => this.CONSUME(T.pct) },
      { ALT: () => this.CONSUME(T.qty) },
      { ALT: () => this.CONSUME(T.pts) },
      { ALT: () => this.CONSUME(T['points-of-percent']) },
    ]);
    return this.ACTION(() => valueOf(this.took(token)));
  });

  private readonly ending = this.RULE('ending', (): 'in' | 'out' =>
    this.OR([
      {
        ALT: () => {
          this.took(this.CONSUME(T.incl));
          return 'in' as const;
        },
      },
      {
        ALT: () => {
          this.took(this.CONSUME(T.excl));
          return 'out' as const;
        },
      },
    ]),
  );

  private readonly bound = this.RULE('bound', (): Bound => {
    const value = this.SUBRULE(this.value);
    const end = this.OPTION(() => this.SUBRULE(this.ending));
    return { value, end: end ?? 'loose' };
  });

  private readonly sign = this.RULE('sign', (): Sign =>
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(T.cmp);
          return this.ACTION(() => this.took(token).text as Sign);
        },
      },
      {
        ALT: () => {
          this.took(this.CONSUME(T.over));
          return '>' as const;
        },
      },
      {
        ALT: () => {
          this.took(this.CONSUME(T.under));
          return '<' as const;
        },
      },
    ]),
  );

  /** ≥90% · 超过90%(含) · 达到90%以上 */
  private readonly signed = this.RULE('signed', (): Between => {
    const sign = this.SUBRULE(this.sign);
    const bound = this.SUBRULE(this.bound);
    let end = bound.end;
    let upTo: Bound | null = null;
    this.OPTION(() => {
      this.OR([
        {
          ALT: () => {
            const above = this.OR1([
              { ALT: () => this.CONSUME(T.above) },
              { ALT: () => this.CONSUME(T.within) },
              { ALT: () => this.CONSUME(T.below) },
            ]);
            this.ACTION(() => this.took(above));
            this.OPTION1(() => {
              end = this.SUBRULE(this.ending);
            });
          },
        },
        // 「达到80%-90%」
        {
          ALT: () => {
            this.took(this.CONSUME(T.dash));
            upTo = this.SUBRULE1(this.bound);
            this.OPTION2(() => this.took(this.CONSUME(T.between)));
          },
        },
      ]);
    });
    return this.ACTION(() => (upTo === null ? half(sign, { ...bound, end }) : ordered(bound, upTo)));
  });

  /** 80%(含)-90% · 90%以上 · 一项 */
  private readonly unsigned = this.RULE('unsigned', (): Between => {
    const first = this.SUBRULE(this.bound);
    let result: Between = { from: { ...first, end: 'in' }, to: { ...first, end: 'in' }, bare: true };
    this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.took(this.CONSUME(T.dash));
            const second = this.SUBRULE1(this.bound);
            this.OPTION1(() => this.took(this.CONSUME(T.between)));
            this.ACTION(() => {
              result = ordered(first, second);
            });
          },
        },
        {
          ALT: () => {
            this.took(this.CONSUME(T.above));
            const end = this.endAfter(first);
            this.ACTION(() => {
              result = { from: { ...first, end: end === 'loose' ? 'in' : end }, to: null, bare: false };
            });
          },
        },
        {
          ALT: () => {
            this.took(this.CONSUME(T.below));
            const end = this.OPTION2(() => this.SUBRULE2(this.ending));
            this.ACTION(() => {
              result = { from: null, to: { ...first, end: end ?? first.end }, bare: false };
            });
          },
        },
        {
          ALT: () => {
            this.took(this.CONSUME(T.within));
            const end = this.OPTION3(() => this.SUBRULE3(this.ending));
            this.ACTION(() => {
              result = { from: null, to: { ...first, end: end ?? (first.end === 'loose' ? 'in' : first.end) }, bare: false };
            });
          },
        },
      ]),
    );
    return result;
  });

  private endAfter(first: Bound): Bound['end'] {
    const end = this.OPTION4(() => this.SUBRULE4(this.ending));
    return end ?? first.end;
  }

  // ---- conditions --------------------------------------------------------------------------------------------------

  /** 率≥90% · ≥90%且<95% · 结余超过上年结转 · 已制定办法 · 80%≤率<90% */
  private readonly term = this.RULE('term', (): Term =>
    this.OR([
      { GATE: () => this.isFramed(), ALT: () => this.SUBRULE(this.framed) },
      { GATE: () => !this.isFramed(), ALT: () => this.SUBRULE(this.plainTerm) },
    ]),
  );

  private isFramed(): boolean {
    return this.isNext(1, T.num, T.pct, T.qty, T.pts) && this.isNext(2, T.cmp);
  }

  private readonly framed = this.RULE('framed', (): Term => {
    const low = this.SUBRULE(this.value);
    const first = this.SUBRULE(this.sign);
    const name = this.OPTION(() => this.SUBRULE(this.name)) ?? null;
    let upper: Between | null = null;
    this.OPTION1(() => {
      upper = this.SUBRULE(this.signed);
    });
    return this.ACTION(() => ({ name, between: meet(half(FLIPPED[first], { value: low, end: 'loose' }), upper), against: null }));
  });

  private readonly plainTerm = this.RULE('plainTerm', (): Term =>
    this.OR([
      { ALT: () => ({ name: null, between: this.SUBRULE(this.pair), against: null }) },
      {
        GATE: () => !(this.isNext(1, T.qty) && this.isNext(2, T.phrase)),
        ALT: () => {
          const between = this.SUBRULE(this.unsigned);
          // 「100%公开」 「2个及以上基地不符合」
          const name = this.OPTION1({ GATE: () => this.isNext(1, T.phrase), DEF: () => this.SUBRULE2(this.words) }) ?? null;
          return { name, between, against: null };
        },
      },
      {
        ALT: () => {
          const name = this.SUBRULE(this.name);
          let between: Between | null = null;
          let against: Term['against'] = null;
          this.OPTION({
            GATE: () => !this.isWorth(),
            DEF: () =>
              this.OR1([
                {
                  GATE: () => !this.comparesNames(),
                  ALT: () => {
                    between = this.SUBRULE1(this.pair);
                  },
                },
                {
                  ALT: () => {
                    between = this.SUBRULE1(this.unsigned);
                  },
                },
                {
                  GATE: () => this.comparesNames(),
                  ALT: () => {
                    const sign = this.SUBRULE1(this.sign);
                    const other = this.SUBRULE1(this.name);
                    against = { sign, name: other };
                  },
                },
              ]),
          });
          return { name, between, against };
        },
      },
      {
        GATE: () => this.comparesNames(),
        ALT: () => {
          const sign = this.SUBRULE2(this.sign);
          const other = this.SUBRULE2(this.name);
          return { name: null, between: null, against: { sign, name: other } };
        },
      },
    ]),
  );

  private comparesNames(): boolean {
    return this.isNext(2, T.phrase, T['max-points']);
  }

  /** ≥80%,<90% */
  private readonly pair = this.RULE('pair', (): Between => {
    const one = this.SUBRULE(this.signed);
    let two: Between | null = null;
    this.OPTION({
      GATE: () => this.pairGoesOn(),
      DEF: () => {
        this.OPTION1(() =>
          this.OR([
            { ALT: () => this.took(this.CONSUME(T.comma)) },
            { ALT: () => this.took(this.CONSUME(T.and)) },
            { ALT: () => this.took(this.CONSUME(T.enum)) },
          ]),
        );
        two = this.SUBRULE1(this.signed);
      },
    });
    return this.ACTION(() => meet(one, two));
  });

  private pairGoesOn(): boolean {
    const at = this.isNext(1, T.comma, T.and, T.enum) ? 2 : 1;
    return this.isNext(at, T.cmp, T.over, T.under) && this.isNext(at + 1, T.num, T.pct, T.qty, T.pts);
  }

  readonly conditions = this.RULE('conditions', (): Conditions => {
    const terms: Term[] = [this.SUBRULE(this.term)];
    const joins: Conditions['joins'][number][] = [];
    this.MANY({
      GATE: () =>
        this.isNext(1, T.and, T.or) ||
        (this.isNext(1, T.comma, T.colon, T.enum) && this.isNext(2, T.phrase, T.num, T.pct, T.qty, T.cmp, T.over, T.under)),
      DEF: () => {
        this.OR([
          {
            ALT: () => {
              this.took(this.CONSUME(T.and));
              joins.push('and');
            },
          },
          {
            ALT: () => {
              this.took(this.CONSUME(T.or));
              joins.push('or');
            },
          },
          {
            ALT: () => {
              this.took(this.CONSUME(T.comma));
              joins.push('comma');
            },
          },
          {
            ALT: () => {
              this.took(this.CONSUME(T.colon));
              joins.push('comma');
            },
          },
          {
            ALT: () => {
              this.took(this.CONSUME(T.enum));
              joins.push('comma');
            },
          },
        ]);
        terms.push(this.SUBRULE1(this.term));
      },
    });
    return { terms, joins };
  });

  // ---- consequences ------------------------------------------------------------------------------------------------

  /** 5分 · 80% · 分值的80% · 满分 */
  private readonly amount = this.RULE('amount', (): AmountAt => {
    const of = (points: Points, upTo: Points | null = null): AmountAt => ({ points, upTo });
    return this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(T.pts);
          return this.ACTION(() => of({ points: this.took(token).value! }));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(T.num);
          return this.ACTION(() => of({ points: this.took(token).value! }));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(T['pts-range']);
          return this.ACTION(() => {
            const { value, upTo } = this.took(token);
            return of({ points: value! }, { points: upTo! });
          });
        },
      },
      {
        ALT: () => {
          const token = this.OR1([{ ALT: () => this.CONSUME(T.pct) }, { ALT: () => this.CONSUME(T.share) }]);
          this.OPTION({
            GATE: () => this.isNext(1, T['max-points'], T.full),
            DEF: () => this.OR2([{ ALT: () => this.took(this.CONSUME(T['max-points'])) }, { ALT: () => this.took(this.CONSUME(T.full)) }]),
          });
          return this.ACTION(() => of({ share: this.took(token).value! }));
        },
      },
      {
        ALT: () => {
          this.OR3([{ ALT: () => this.took(this.CONSUME1(T['max-points'])) }, { ALT: () => this.took(this.CONSUME1(T.full)) }]);
          const part = this.OPTION1(() =>
            this.OR4([{ ALT: () => this.CONSUME1(T.pct) }, { ALT: () => this.CONSUME1(T.share) }, { ALT: () => this.CONSUME1(T.pts) }]),
          );
          return this.ACTION(() => {
            if (part === undefined) return of(FULL);
            const token = this.took(part);
            return of(token.kind === 'pts' ? { points: token.value! } : { share: token.value! });
          });
        },
      },
    ]);
  });

  private readonly consequence = this.RULE('consequence', (): Consequence => {
    const plain = (verb: Consequence['verb']): Consequence => ({ verb, amount: null });
    return this.OR([
      {
        ALT: () => {
          this.took(this.CONSUME(T.award));
          return { verb: 'award' as const, amount: this.SUBRULE(this.amount) };
        },
      },
      {
        ALT: () => {
          this.took(this.CONSUME(T.deduct));
          return { verb: 'deduct' as const, amount: this.SUBRULE1(this.amount) };
        },
      },
      {
        ALT: () => {
          this.took(this.CONSUME(T['no-score']));
          return plain('no-score');
        },
      },
      {
        ALT: () => {
          this.took(this.CONSUME(T['no-deduct']));
          return plain('no-deduct');
        },
      },
      {
        ALT: () => {
          this.took(this.CONSUME(T.excluded));
          return plain('excluded');
        },
      },
      {
        ALT: () => {
          this.took(this.CONSUME(T.discretion));
          return plain('discretion');
        },
      },
      {
        ALT: () => {
          this.took(this.CONSUME(T['by-ratio']));
          return plain('by-ratio');
        },
      },
      {
        ALT: () => {
          this.took(this.CONSUME(T.full));
          const part = this.OPTION(() => this.OR1([{ ALT: () => this.CONSUME1(T.pct) }, { ALT: () => this.CONSUME1(T.pts) }]));
          return this.ACTION((): Consequence => {
            const token = part === undefined ? null : this.took(part);
            const points: Points = token === null ? FULL : token.kind === 'pts' ? { points: token.value! } : { share: token.value! };
            return { verb: 'award', amount: { points, upTo: null } };
          });
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(T.share);
          return this.ACTION((): Consequence => ({ verb: 'award', amount: { points: { share: this.took(token).value! }, upTo: null } }));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(T.pts);
          return this.ACTION((): Consequence => ({ verb: 'worth', amount: { points: { points: this.took(token).value! }, upTo: null } }));
        },
      },
    ]);
  });

  readonly tail = this.RULE('tail', (): Tail => {
    let atMost: Points | null = null;
    let atLeast: Points | null = null;
    let until = false;
    let every: StatedValue | null = null;
    this.MANY(() => {
      this.OPTION(() => this.took(this.CONSUME(T.comma)));
      this.OR([
        {
          ALT: () => {
            this.took(this.CONSUME(T['until-gone']));
            until = true;
          },
        },
        {
          ALT: () => {
            this.took(this.CONSUME(T['until-full']));
            until = true;
          },
        },
        {
          ALT: () => {
            this.took(this.CONSUME(T['at-most']));
            const amount = this.SUBRULE(this.amount);
            this.ACTION(() => {
              atMost = amount.points;
            });
            this.OPTION1(() => this.took(this.CONSUME(T.phrase)));
          },
        },
        {
          ALT: () => {
            this.took(this.CONSUME(T['at-least']));
            const amount = this.SUBRULE1(this.amount);
            this.ACTION(() => {
              atLeast = amount.points;
            });
          },
        },
        {
          ALT: () => {
            this.took(this.CONSUME(T.every));
            every = this.SUBRULE(this.value);
          },
        },
      ]);
    });
    return { atMost, atLeast, until, every };
  });

  // ---- statements --------------------------------------------------------------------------------------------------

  /** 符合的得2分 · 80%-90%计4分 · 否则不得分 · 缺一项扣1分,扣完为止 */
  readonly caseStatement = this.RULE('caseStatement', (): Case => {
    let otherwise = false;
    this.OPTION(() => {
      this.took(this.CONSUME(T.else));
      otherwise = true;
      this.OPTION1(() => this.took(this.CONSUME(T.comma)));
    });
    const conditions = this.OPTION2({ GATE: () => !this.isWorth(), DEF: () => this.SUBRULE(this.conditions) }) ?? null;
    this.OPTION3(() => this.OR([{ ALT: () => this.took(this.CONSUME1(T.comma)) }, { ALT: () => this.took(this.CONSUME1(T.colon)) }]));
    const consequence = this.SUBRULE(this.consequence);
    const tail = this.SUBRULE(this.tail);
    return { otherwise, conditions, consequence, tail };
  });

  /** Points that are not measured but given: nothing comparing follows. */
  private isWorth(): boolean {
    return (
      this.isNext(1, T.pts) &&
      !this.isNext(2, T.above, T.below, T.within, T.dash, T.incl, T.excl, T.award, T.deduct, T.full, T['no-score'], T.cmp)
    );
  }

  private readonly maybeElse = this.RULE('maybeElse', (): void => {
    this.OPTION(() => {
      this.took(this.CONSUME(T.else));
      this.OPTION1(() => this.took(this.CONSUME(T.comma)));
    });
  });

  /** 每超过一个百分点扣0.5分 · 每发现一例不符合的扣1分 */
  readonly everyStatement = this.RULE('everyStatement', (): Every => {
    this.SUBRULE(this.maybeElse);
    let lead: Conditions | null = null;
    let threshold: StatedValue | null = null;
    this.OPTION({
      GATE: () => !this.isNext(1, T.threshold),
      DEF: () => {
        lead = this.SUBRULE(this.conditions);
      },
    });
    this.OPTION1(() => this.took(this.CONSUME(T.comma)));
    this.OPTION2(() => {
      const token = this.CONSUME(T.threshold);
      this.ACTION(() => {
        const { value, unit } = this.took(token);
        threshold = { value: value!, as: unit === '%' ? 'percent' : 'plain', unit: '' };
      });
      this.OPTION3(() => this.took(this.CONSUME1(T.comma)));
    });
    this.took(this.CONSUME(T.every));
    const before = this.OPTION4(() => this.SUBRULE(this.words)) ?? null;
    let side: Every['side'] = null;
    let from: Every['from'] = null;
    this.OPTION5(() => {
      const word = this.OR([{ ALT: () => this.CONSUME(T.over) }, { ALT: () => this.CONSUME(T.under) }, { ALT: () => this.CONSUME(T.off) }]);
      this.ACTION(() => {
        const { kind } = this.took(word);
        side = kind === 'over' ? 'above' : kind === 'under' ? 'below' : 'both';
      });
      this.OPTION6({
        GATE: () => this.isNext(1, T.phrase, T.enum, T['max-points']) || this.isNext(2, T['points-of-percent'], T.qty, T.pct, T.num),
        DEF: () =>
          this.OR1([
            {
              ALT: () => {
                from = this.SUBRULE1(this.words);
              },
            },
            {
              ALT: () => {
                from = this.SUBRULE(this.value);
              },
            },
          ]),
      });
    });
    const step = this.OPTION7(() => this.SUBRULE1(this.value)) ?? null;
    const after = this.OPTION8(() => this.SUBRULE2(this.name)) ?? null;
    this.OPTION9(() => this.took(this.CONSUME2(T.comma)));
    const consequence = this.SUBRULE(this.consequence);
    const tail = this.SUBRULE(this.tail);
    return { lead, threshold, side, from, step, before, after, consequence, tail };
  });

  // ---- formulas ----------------------------------------------------------------------------------------------------

  private readonly atom = this.RULE('atom', (): ExprTree =>
    this.OR([
      { GATE: () => this.isNext(1, T.qty) && this.isNext(2, T.phrase), ALT: () => this.SUBRULE(this.quantityName) },
      {
        GATE: () => !(this.isNext(1, T.qty) && this.isNext(2, T.phrase)),
        ALT: () => ({ op: 'value' as const, value: this.SUBRULE(this.value) }),
      },
      {
        ALT: () => {
          this.took(this.CONSUME(T['max-points']));
          return { op: 'max-points' as const };
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(T.phrase);
          return this.ACTION((): ExprTree => {
            const { text, from, to } = this.took(token);
            return { op: 'name', name: { text, from, to, counted: null } };
          });
        },
      },
      { GATE: () => this.depth < DEEPEST, ALT: () => this.SUBRULE(this.bracketed) },
    ]),
  );

  /** 「30日内签订的合同数」. */
  private readonly quantityName = this.RULE('quantityName', (): ExprTree => {
    const quantity = this.CONSUME(T.qty);
    const phrase = this.CONSUME(T.phrase);
    return this.ACTION((): ExprTree => ({ op: 'name', name: { ...nameOf([this.took(quantity), this.took(phrase)]), counted: null } }));
  });

  private readonly bracketed = this.RULE('bracketed', (): ExprTree => {
    this.took(this.CONSUME(T.open));
    this.depth += 1;
    const inner = this.SUBRULE(this.sum);
    this.depth -= 1;
    this.took(this.CONSUME(T.close));
    return inner;
  });

  private readonly product = this.RULE('product', (): ExprTree => {
    let left = this.SUBRULE(this.atom);
    this.MANY(() => {
      const sign = this.OR([{ ALT: () => this.CONSUME(T.times) }, { ALT: () => this.CONSUME(T.div) }]);
      const right = this.SUBRULE1(this.atom);
      this.ACTION(() => {
        left = { op: this.took(sign).kind === 'times' ? 'multiply' : 'divide', left, right };
      });
    });
    return left;
  });

  private readonly sum = this.RULE('sum', (): ExprTree => {
    let left = this.SUBRULE(this.product);
    this.MANY(() => {
      const sign = this.OR([{ ALT: () => this.CONSUME(T.plus) }, { ALT: () => this.CONSUME(T.dash) }]);
      const right = this.SUBRULE1(this.product);
      this.ACTION(() => {
        left = { op: this.took(sign).kind === 'plus' ? 'add' : 'subtract', left, right };
      });
    });
    return left;
  });

  /** 得分=完成率×分值,最高不超过分值 */
  readonly formulaStatement = this.RULE('formulaStatement', (): FormulaStatement => {
    this.OPTION(() => this.took(this.CONSUME(T.score)));
    this.ACTION(() => {
      this.depth = 0;
    });
    const expr = this.SUBRULE(this.sum);
    let alternative: ExprTree | null = null;
    this.OPTION1(() => {
      this.took(this.CONSUME(T.or));
      alternative = this.SUBRULE1(this.sum);
    });
    // 「…=折算得分」
    this.OPTION2(() => {
      this.took(this.CONSUME(T.cmp));
      this.OPTION3(() => this.took(this.CONSUME(T.phrase)));
    });
    this.OPTION4(() => this.took(this.CONSUME1(T.score)));
    let rounded = false;
    this.OPTION5(() => {
      this.OPTION6(() => this.took(this.CONSUME(T.comma)));
      this.took(this.CONSUME(T.round));
      rounded = true;
    });
    const tail = this.SUBRULE(this.tail);
    return { expr, alternative, rounded, tail };
  });
}
