import { oncePerObject, oncePerText } from '../../src/workbook/once-per-object';

describe('what is worked out once', () => {
  it('is worked out once a subject, undefined answers too', () => {
    const asked: object[] = [];
    const of = oncePerObject((subject: object) => void asked.push(subject));
    const [a, b] = [{}, {}];
    of(a);
    of(b);
    of(a);
    expect(asked).toEqual([a, b]);
    expect(asked[0]).toBe(a);
  });

  it('is worked out once a text, and a long run of texts is let go', () => {
    let asked = 0;
    const length = oncePerText((text) => {
      asked += 1;
      return text.length;
    });
    expect([length('指标'), length('指标'), asked]).toEqual([2, 2, 1]);
    for (let index = 0; index < 600; index += 1) length(`文字${index}`);
    asked = 0;
    expect([length('指标'), asked]).toEqual([2, 1]);
  });
});
