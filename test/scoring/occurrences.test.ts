/** What a text counts, and what it counts of something else. */
import { occurrencesIn } from '../../src/scoring/facts/occurrences';
import { normal } from '../../src/workbook';

const times = (text: string, name: string, takesOff = true): string => {
  const ref = { kind: 'count', role: 'named', name, unit: '', span: [0, 0] } as const;
  const found = occurrencesIn(normal(text), ref, { alone: true, takesOff, year: 2024, context: name });
  return found === undefined ? 'counts nothing' : found === null ? 'not this' : found.times.toString();
};

test.each<[string, string, string]>([
  ['发生安全事故1起', '安全事故', '1'],
  ['其他单位发生安全事故1起', '安全事故', 'not this'],
  ['兄弟单位发生安全事故1起，我单位未发生', '安全事故', 'not this'],
  ['发生事故2起，其中安全事故1起', '安全事故', 'not this'],
  ['发生安全事故2起，其中较大的1起', '安全事故', '2'],
])('「%s」 of %s: %s', (text, name, expected) => expect(times(text, name)).toBe(expected));

test.each<[string, string, boolean, string]>([
  ['未培训人数98项', '培训人数', false, 'not this'],
  ['未培训98人', '培训人数', false, 'counts nothing'],
  ['未按时报送2次', '未按时报送', true, '2'],
  ['未按时报送2次', '按时报送', true, '2'],
])('「%s」 of %s, taking off %s: %s', (text, name, takesOff, expected) => expect(times(text, name, takesOff)).toBe(expected));
