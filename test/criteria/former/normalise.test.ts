import fc from 'fast-check';
import { normalise } from '../../../src/criteria/former/normalise';
import { SEED } from '../../fuzz/runs';

const table: readonly (readonly [string, string, string])[] = [
  ['full width', '每发现１例，扣０．５分；', '每发现1例,扣0.5分;'],
  ['signs of one meaning', '率≧９０％，变动率≦０', '率≥90%,变动率≤0'],
  ['two signs are one', '率>=90%且<=100%', '率≥90%且≤100%'],
  ['quotation marks only set off a name', '“三公经费”变动率', '三公经费变动率'],
  ['spaces', '扣 0.5 分', '扣0.5分'],
  ['a space parts two numbers', '得5 2分', '得5 2分'],
  ['lines', '得1分\r\n\n得2分', '得1分\n得2分'],
  ['letter l for 1', '每项扣l分', '每项扣1分'],
  ['letter l in a figure', 'l0%以上', 'l0%以上'],
  ['letter O for 0', '扣O.5分，得1O分', '扣0.5分,得10分'],
  ['a comma for the decimal point', '扣0，5分', '扣0.5分'],
  ['a comma that may part figures stays', '得1，5分', '得1,5分'],
  ['a middle dot', '扣0·5分', '扣0.5分'],
  ['dashes', '80—90%，70－80%，60～70%', '80-90%,70-80%,60~70%'],
  ['multiplication', '执行率＊分值✕2', '执行率*分值×2'],
  ['brackets', '【2分】〔含〕', '(2分)(含)'],
];

describe('normalise', () => {
  test.each(table)('%s', (_what, text, expected) => {
    expect(normalise(text).text).toBe(expected);
  });

  test('knows where every character stood', () => {
    const text = ' “三公 经费”\n控制率 ≦ １００％ ';
    const { text: normal, at } = normalise(text);
    expect(normal).toBe('三公经费\n控制率≤100%');
    expect([...normal].map((_char, i) => text[at[i]!]).join('')).toBe('三公经费\n控制率≦１００％');
    expect(at[normal.length]).toBe(text.length);
  });

  test(`places ascend and lie in the text, whatever it is (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const { text: normal, at } = normalise(text);
        expect(at).toHaveLength(normal.length + 1);
        at.forEach((place, i) => expect(place >= (at[i - 1] ?? 0) && place <= text.length).toBe(true));
      }),
      { seed: SEED },
    );
  });

  test(`what is normal stays so (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[每扣得分的率,;。0-9.%≥≤()-]{0,60}$/), (text) => {
        const once = normalise(text).text;
        expect(normalise(once).text).toBe(once);
      }),
      { seed: SEED },
    );
  });
});
