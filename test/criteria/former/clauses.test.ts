import { clauseItemsOf } from '../../../src/criteria/former/clauses';
import { lex } from '../../../src/criteria/former/lexer';
import { normalise } from '../../../src/criteria/former/normalise';

const shown = (text: string): readonly string[] =>
  clauseItemsOf(lex(normalise(text).text)).flatMap(({ mark, statements }) =>
    statements.map(({ form, tokens }) => `${mark?.text ?? ''}${form}:${tokens.map((token) => token.text).join('')}`),
  );

const table: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'one consequence each, punctuated or not',
    '控制率≦100%计5分每超过一个百分点扣0.5分',
    ['case:控制率<=100%计5分', 'every:每超过一个百分点扣0.5分'],
  ],
  ['items without punctuation between them', '1、制度1分2、执行1分', ['1、case:制度1分', '2、case:执行1分']],
  [
    'a cap belongs to what stands before',
    '每缺一个附件扣1分，最多扣3分，扣完为止。逾期扣1分',
    ['every:每缺一个附件扣1分,最多扣3分,扣完为止', 'case:逾期扣1分'],
  ],
  ['remarks in brackets', '制度健全（含内控制度）得2分', ['case:制度健全得2分']],
  ['points in brackets', '制度健全（2分）执行有效（1分）', ['case:制度健全2分', 'case:执行有效1分']],
  ['a rule in brackets', '制度健全2分（每缺一项扣1分）', ['case:制度健全2分', 'every:每缺一项扣1分']],
  ['a formula keeps its brackets', '得分=（1-调剂率）×分值，最高不超过分值', ['formula:得分=(1-调剂率)×分值,最高不超过分值']],
  ['requirements', '春节前下达50%；每出现一例扣1分', ['background:春节前下达50%', 'every:每出现一例扣1分']],
  ['a line in the middle of a sentence', '每超过一个百分点\n扣0.5分', ['every:每超过一个百分点扣0.5分']],
  ['a line after a sentence', '制度1分\n执行1分', ['case:制度1分', 'case:执行1分']],
  ['a heading', '评分标准：每缺一项扣1分', ['every:每缺一项扣1分']],
  ['figures nobody can place', '好、差分别得5分、3分', ['unread:好、差分别得5分、3分']],
  ['measured points are no points given', '90分以上得5分', ['case:90分以上得5分']],
];

describe('clauses', () => {
  test.each(table)('%s', (_what, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});
