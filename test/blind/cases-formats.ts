/** Kinds 05–07, 24, 25: percent signs that scale and those that do not. */
import { CHONGQING, HUBEI, SICHUAN, WHOLE, YUNNAN } from './forms';
import { one, rows } from './cases-formulas';
import { sheet } from './grid';
import type { Blind, Expected } from './model';
import { exceljs, old } from './write';

const CLEAN: Expected = { recalc: { args: ['--scores', 'all'], writes: {} } };
const cells = (form: string, letter: string, from: number, format: string): Record<string, string> => {
  const col = letter.charCodeAt(0) - 65;
  const lines = form
    .replace(/^\n/, '')
    .split('\n')
    .map((line) => line.split('|'));
  return Object.fromEntries(
    lines.slice(from - 1).flatMap((line, n) => {
      const value = line[col]?.trim() ?? '';
      return /^-?\d+(\.\d+)?$/.test(value) ? [[`${letter}${from + n}`, `${value}@@${format}`]] : [];
    }),
  );
};

/** Weights and scores as fractions shown as percent. */
const shares = (form: string, letters: string, from: number, to: number): Record<string, string> => {
  const lines = form
    .replace(/^\n/, '')
    .split('\n')
    .map((line) => line.split('|'));
  const out: Record<string, string> = {};
  for (const letter of letters) {
    for (let row = from; row <= to; row += 1) {
      const value = lines[row - 1]![letter.charCodeAt(0) - 65]?.trim() ?? '';
      if (/^\d+(\.\d+)?$/.test(value)) out[`${letter}${row}`] = `${Number((Number(value) / 100).toFixed(6))}@@0.00%`;
    }
  }
  return out;
};

export const FORMATS: readonly Blind[] = [
  {
    id: '05a',
    what: 'an escaped percent sign behind a 完成值 and its target',
    bytes: one('自评表', CHONGQING, { D10: '95@@0\\%', E10: '95@@0\\%', F10: '96.3@@0.0\\%', B10: '' }),
    expected: { ...CLEAN, neverSays: [/9630/] },
  },
  {
    id: '05b',
    what: 'quoted sign in a 完成值 beside a written target',
    bytes: () => exceljs([sheet('绩效自评', HUBEI, { F9: '99.1@@0.00"%"', F12: '96@@0"%"', E5: '95@@0"%"' })]),
    expected: { ...CLEAN, neverSays: [/9910|9600|9500/], narrative: { mustNot: [/9910|9600|9500/] } },
  },
  {
    id: '05c',
    what: 'the unit column says %, the numbers carry a quoted sign and a negative section',
    ending: 'xls',
    bytes: () =>
      old([sheet('自评表', YUNNAN, { E17: '95@@0"%";-0"%"', G17: '97@@0.0"%";-0.0"%"', G20: '94.5@@#,##0.0"%"', G7: '96@@0.00"%"' })]),
    expected: { neverSays: [/9700|9450|9600%/] },
  },
  {
    id: '06a',
    what: 'an upper bound with quoted sign: 设备故障率 ≤10, 9.6 shown 9.6%',
    bytes: one('自评表', YUNNAN, { C18: '设备故障率', D18: '≤', E18: '10', F18: '%', G18: '9.6@@0.0"%"' }),
    expected: CLEAN,
  },
  {
    id: '06b',
    what: '结转结余率 4.2 shown 4.2% by an escaped sign, target 「≤5%」',
    bytes: one('自评表', SICHUAN, { D10: '成本变动率', E10: '≤', F10: '5', G10: '%', H10: '4.2@@0.0\\%' }),
    expected: CLEAN,
  },
  {
    id: '06c',
    what: 'a full-width sign in the format scales nothing',
    bytes: one('Sheet1', HUBEI, { D10: '闭馆天数占比', E10: '≤8％', F10: '6.5@@0.0"％"' }),
    expected: { ...CLEAN, neverSays: [/650/] },
  },
  {
    id: '07a',
    what: '指标权重 column with quoted signs',
    bytes: one('自评表', CHONGQING, { H7: '指标权重', ...cells(CHONGQING, 'H', 8, '0"%"'), I5: '10@@0"%"' }),
    expected: { ...CLEAN, totals: { fullScore: 100 } },
  },
  {
    id: '07b',
    what: '分值 of a 整体 form with an escaped sign, the total too',
    bytes: () => exceljs([sheet('评分表', WHOLE, cells(WHOLE, 'E', 5, '0\\%'))]),
    expected: { ...CLEAN, totals: { fullScore: 100 } },
  },
  {
    id: '07c',
    what: '权重 and 得分 both with quoted signs, .xls',
    ending: 'xls',
    bytes: () =>
      old([
        sheet('自评表', SICHUAN, { ...cells(SICHUAN, 'I', 7, '0"%"'), ...cells(SICHUAN, 'J', 7, '0.0"%"'), G5: '10@@0"%"', H5: '8@@0"%"' }),
      ]),
    expected: { totals: { fullScore: 100 } },
  },
  {
    id: '24a',
    what: '权重 and 得分 all fractions shown as percent',
    bytes: one('自评表', CHONGQING, {
      ...shares(CHONGQING, 'HI', 8, 14),
      I5: '0.1@@0%',
      J5: '0.095@@0.0%',
      H7: '指标权重',
      I7: '指标得分',
    }),
    expected: CLEAN,
  },
  {
    id: '24b',
    what: 'the same in a form with 性质 and 单位 columns, the total a formula',
    bytes: one('自评表', YUNNAN, {
      ...shares(YUNNAN, 'HI', 14, 20),
      H7: '0.1@@0%',
      I7: '0.096@@0.0%',
      H21: '1@@0%',
      I21: '=I7+SUM(I14:I20)~0.996@@0.0%',
    }),
    expected: { ...CLEAN, recalc: { writes: {} } },
  },
  {
    id: '24c',
    what: '整体 form in percent, one sum wrong: 94% where the scores come to 95.85%',
    bytes: () => exceljs([sheet('评分表', WHOLE, { ...shares(WHOLE, 'EG', 5, 17), E18: '1@@0%', G18: '0.94@@0.00%' })]),
    expected: { must: ['M total-score G18'], may: ['A criterion-vs-weight *', 'I * *'] },
  },
  {
    id: '25a',
    what: 'a blank score beside a quoted sign, target met',
    bytes: one('自评表', YUNNAN, {
      C18: '设备故障率',
      D18: '≤',
      E18: '10',
      F18: '%',
      G18: '9.6@@0.0"%"',
      I18: '',
      I21: '=I7+SUM(I14:I20)~84.6',
    }),
    expected: { must: ['M score-missing I18'], may: ['A stale-value I21'], recalc: { writes: { I18: 15 }, results: { I21: 99.6 } } },
  },
  {
    id: '25b',
    what: 'a blank score beside an escaped sign in the 完成值, target met from above',
    bytes: one('Sheet1', HUBEI, { F12: '96@@0.0\\%', G12: '', G13: '=F5+SUM(G7:G12)~87', ...rows('A', 99, 98, () => '') }),
    expected: { must: ['M score-missing G12'], may: ['A stale-value G13'], recalc: { writes: { G12: 10 }, results: { G13: 97 } } },
  },
  {
    id: '25c',
    what: 'a blank score, 完成值 9.6 shown 9.6% misses the upper bound 8%: never the full score',
    bytes: one('自评表', SICHUAN, {
      D10: '成本变动率',
      E10: '≤',
      F10: '8',
      G10: '%',
      H10: '9.6@@0.0"%"',
      J10: '',
      J13: '=H5+SUM(J7:J12)~87',
    }),
    expected: {
      must: ['M score-missing J10'],
      may: ['A stale-value J13'],
      recalc: { free: ['J10'], not: { J10: 10 } },
      neverSays: [/960/],
    },
  },
];
