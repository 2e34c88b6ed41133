import fc from 'fast-check';
import { lex } from '../../../src/criteria/former/lexer';
import { normalise } from '../../../src/criteria/former/normalise';
import { SEED } from '../../fuzz/runs';

const said = (text: string): string =>
  lex(normalise(text).text)
    .map(({ kind, text: words, value, upTo, unit }) =>
      [kind, kind === 'phrase' || kind === 'cmp' ? words : '', value?.toString() ?? '', upTo?.toString() ?? '', unit ?? '']
        .filter((part) => part !== '')
        .join(':'),
    )
    .join(' ');

const table: readonly (readonly [string, string])[] = [
  ['每出现一例不符合要求的扣1分', 'every phrase:出现 qty:1:例 phrase:不符合要求的 deduct pts:1'],
  ['每超过一个百分点扣0.5分，扣完为止', 'every over points-of-percent:0.01 deduct pts:0.5 comma until-gone'],
  ['80%(含)-90%,计4分', 'pct:0.8 incl dash pct:0.9 comma award pts:4'],
  ['[95%,100%)计4分', 'pct:0.95 incl dash pct:1 excl award pts:4'],
  ['百分之五以上得三分', 'pct:0.05 above award pts:3'],
  ['扣0.5～1分', 'deduct pts-range:0.5:1'],
  ['1、制度1分2、执行1分', 'mark phrase:制度 pts:1 mark phrase:执行 pts:1'],
  ['得分=完成率×分值', 'score phrase:完成率 times max-points'],
  ['按完成比例计算得分', 'by-ratio'],
  ['以100%为标准', 'threshold:1:%'],
  ['2分/个', 'pts:2 every qty:1:个'],
  ['逾期每天扣0.1分', 'phrase:逾期 every qty:1:天 deduct pts:0.1'],
  ['得分值的80%', 'award max-points pct:0.8'],
  ['得80%的分值', 'award pct:0.8 max-points'],
  ['不低于90%', 'cmp:>= pct:0.9'],
  // Words that hold a word of the language and are none.
  ['3分钟、三分之一、百分制', 'qty:3:分钟 enum pct:0.3333333333333333333333333333333333 enum phrase:百分制'],
  ['会计核算、审计报告、统计数据', 'phrase:会计核算 enum phrase:审计报告 enum phrase:统计数据'],
  ['取得折扣', 'phrase:取得折扣'],
  ['2024年12月31日前、9月底', 'phrase:2024年12月31日前 enum phrase:9月底'],
  ['第三方、第1名', 'phrase:第三方 enum phrase:第1名'],
  ['十分重要', 'phrase:十分重要'],
  ['30日内签订', 'qty:30:日 phrase:内签订'],
  ['超标、超额', 'phrase:超标 enum phrase:超额'],
];

describe('lexer', () => {
  test.each(table)('%s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test(`is total: tokens follow each other and leave out nothing but spaces and what joins a share to its whole (seed ${SEED})`, () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.stringMatching(/^[每扣得分的率含至项例一二十百0-9.%,;。≥()\-①1、 ]{0,60}$/),
        ),
        (source) => {
          const { text } = normalise(source);
          const tokens = lex(text);
          let at = 0;
          for (const token of tokens) {
            expect([...text.slice(at, token.from)].every((char) => char === ' ' || char === '的')).toBe(true);
            expect(token.to).toBeGreaterThan(token.from);
            at = token.to;
          }
          expect([...text.slice(at)].every((char) => char === ' ' || char === '的')).toBe(true);
        },
      ),
      { seed: SEED },
    );
  });
});
