/** A rule that counts several things: what is said of one is nothing of the others. */
import { occurrencesIn } from '../../src/scoring/facts/occurrences';
import { normal } from '../../src/workbook';

const NAMES = ['未在规定时间内办理赋码', '未在规定时间内办理变更登记', '未及时维护系统'] as const;

function counts(text: string): readonly (string | null)[] {
  return NAMES.map((name) => {
    const of = { kind: 'count', role: 'named', name, unit: '例', span: [0, 0] } as const;
    return (
      occurrencesIn(normal(text), of, { alone: false, year: 2024, context: NAMES.join('，'), others: NAMES })?.times.toString() ?? null
    );
  });
}

test.each<[string, readonly (string | null)[]]>([
  ['发现2例未在规定时间内办理赋码', ['2', null, null]],
  ['发现2例未在规定时间内办理变更登记', [null, '2', null]],
  ['发现1例未在规定时间内办理赋码，发现3例未在规定时间内办理变更登记', ['1', '3', null]],
  ['发现2例未在规定时间内办理赋码，未发现未在规定时间内办理变更登记', ['2', null, null]],
  ['发现1例未及时维护系统', [null, null, '1']],
])('%s', (text, due) => expect(counts(text)).toEqual(due));
