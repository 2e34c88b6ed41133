/** One form in many states, under every option: what 运算 writes, cell by cell, and what it leaves and why. Pinned; read the difference. */
import path from 'node:path';
import type { RecalcOptions } from '../../src/recalc';
import { expectPinned } from '../support/pinned';
import type { SheetOptions } from '../support/sheets';
import { exact, derivation } from './support';
import { form, plan, type Over } from './form';
import type { Derivation } from '../../src/scoring/types';
import { Dec } from '../../src/workbook/decimal';

const FOLDER = path.join(__dirname, 'pins');

const OPTIONS: Readonly<Record<string, Partial<RecalcOptions>>> = {
  blank: {},
  lower: { scores: 'all' },
  raise: { scores: 'all', raise: true },
  formula: { totals: 'formula' },
  value: { totals: 'value' },
};

const SCORES = { G8: null, G9: null, G10: null, G11: null, G12: null } as const;
const SUM = { f: 'H5+SUM(G8:G12)', v: 99 };

const STATES: Readonly<Record<string, Over>> = {
  'as it is': {},
  'a wholly blank column': SCORES,
  'a wholly blank column and no total': { ...SCORES, G13: null, H5: null },
  'one blank': { G8: null },
  'one blank and a blank total': { G8: null, G13: null },
  'blank total': { G13: null },
  'blank total, weights added by a formula': { G13: null, F13: { f: 'F5+SUM(F8:F12)', v: 100 } },
  'wrong total': { G13: 98 },
  'total to one decimal': { G8: 19.55, G13: 98.6 },
  'total to two decimals': { G8: 19.555, G13: 98.56 },
  'total cut off': { G8: 19.555, G13: 98.55 },
  'total as text': { G13: '99分' },
  'wrong total as text': { G13: '98分' },
  'total in words': { G13: '见附件' },
  'total formula': { G13: SUM },
  'total formula, old value': { G13: { ...SUM, v: 90 } },
  'total formula over too few rows': { G13: { f: 'SUM(G8:G12)', v: 90 } },
  'total formula of another kind': { G13: { f: 'ROUND(H5,0)+90', v: 99 } },
  'wrong total formula of another kind': { G13: { f: 'ROUND(H5,0)+80', v: 89 } },
  'total formula, one blank': { G13: { ...SUM, v: 79 }, G8: null },
  'total an error': { G13: { v: { error: '#REF!' }, f: 'SUM(#REF!)' } },
  'scores as text': { G8: '20', G9: '20分', G13: null },
  'a score in words': { G8: '优秀', G13: null },
  'a score of two figures': { G8: '18/20', G13: null },
  'a placeholder': { G8: '—', G13: null },
  'blank rate': { G5: null },
  'wrong rate': { G5: '95%' },
  'rate to no decimals': { E5: 181, G5: '91%', H5: 9.05 },
  'rate as a number': { G5: { v: 0.9, format: '0%' } },
  'blank rate of a percent cell': { G5: { v: null, format: '0.0%' } },
  'blank execution score': { H5: null },
  'wrong execution score': { H5: 8 },
  'too high execution score': { H5: 9.5, G13: 99.5 },
  'spent nothing': { E5: 0, G5: null, H5: null },
  'spent all': { E5: 200, G5: null, H5: null },
  'spent more': { E5: 210, G5: null, H5: null },
  'no budget': { D5: 0, C5: 0, G5: null, H5: null },
  'no amounts': { D5: null, C5: null, E5: null, G5: null, H5: null },
  'a third': { D5: 300, C5: 300, E5: 100, G5: null, H5: null },
  'at the half': { D5: 200, E5: 179.1, G5: null, H5: null },
  'wrong grade': { B14: '良' },
  'blank grade': { B14: null },
  'grade and total': { B14: '优', G8: 2, G13: null },
  'a blank that does not apply': { E8: '不涉及', G8: null },
  'an amount in words': { E5: '见附件', H5: null },
};

describe.each(Object.entries(OPTIONS))('%s', (name, options) => {
  test('every state', () => {
    const lines = Object.entries(STATES).flatMap(([state, over]) => {
      const { changes, kept } = plan(form(over), {}, options);
      return [`# ${state}`, ...changes, ...kept.map((one) => `kept ${one}`)];
    });
    expectPinned(FOLDER, `variants-${name}`, lines);
  });
});

test('places that may not be written, and scores that others determine', () => {
  const dec = (value: number): Dec => new Dec(value);
  const range: Derivation = derivation({ is: 'range', from: dec(5), to: dec(10), fromIncluded: true, toIncluded: false });
  const several: Derivation = derivation({ is: 'one-of', scores: [dec(5), dec(10)], readings: [] });
  const cases: readonly (readonly [string, Over, Readonly<Record<number, Derivation>>, Partial<RecalcOptions>, SheetOptions])[] = [
    ['determined', SCORES, { 8: exact(18), 9: exact(20), 10: exact('9.995'), 11: exact('29.994'), 12: exact(0) }, {}, {}],
    [
      'determined to more decimals',
      { ...SCORES, G13: null },
      { 8: exact('1e-9'), 9: exact('6.666666666'), 10: exact('9.4949'), 11: exact(30), 12: exact('4.445') },
      {},
      {},
    ],
    ['range and several', { G8: null, G9: null }, { 8: range, 9: several }, {}, {}],
    ['range and several, filled', {}, { 8: range, 9: several }, { scores: 'all', raise: true }, {}],
    ['lower and higher', {}, { 8: exact(18), 12: exact(12) }, { scores: 'all' }, {}],
    ['lower and higher, raised', {}, { 8: exact(18), 12: exact(10), 11: exact(31) }, { scores: 'all', raise: true }, {}],
    ['refused', SCORES, { 8: exact(18), 9: exact(20) }, { refused: [{ sheet: 0, row: 7, col: 6 }] }, {}],
    ['refused total', { G13: null }, {}, { refused: [{ sheet: 0, row: 12, col: 6 }] }, {}],
    ['protected sheet', { G8: null, G13: null, G9: { v: null, locked: false } }, { 8: exact(18), 9: exact(19) }, {}, { protected: true }],
    ['merged below', { G8: null, G9: null }, { 8: exact(18), 9: exact(19) }, {}, { merges: ['G8:G9'] }],
    ['under a picture', { G8: null }, { 8: exact(18) }, {}, { pictures: ['G8:G8'] }],
    ['formula score', { G8: { f: 'F8*1', v: 20 } }, { 8: exact(18) }, { scores: 'all' }, {}],
    ['formula score that is right', { G8: { f: 'F8*0.9', v: 18 } }, { 8: exact(18) }, { scores: 'all' }, {}],
    ['text score', { G8: '20分' }, { 8: exact(18) }, { scores: 'all' }, {}],
    ['negative', { G8: null }, { 8: exact(-1) }, {}, {}],
  ];
  const lines = cases.flatMap(([name, over, derivations, options, sheet]) => {
    const { changes, kept } = plan(form(over, sheet), derivations, options);
    return [`# ${name}`, ...changes, ...kept.map((one) => `kept ${one}`)];
  });
  expectPinned(FOLDER, 'variants-places', lines);
});
