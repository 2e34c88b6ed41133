import type { Criterion, FactRef, Parsed } from '../../../src/criteria';
import { Dec } from '../../../src/workbook/decimal';
import { at, may, or, treated, within, type Example } from './format';
import { compare } from './measure';

const WEIGHT = '5';
const dec = (value: string): Dec => new Dec(value);

const fact = (kind: FactRef['kind'], name: string, from: number): FactRef => ({
  kind,
  role: 'named',
  name,
  unit: '',
  span: [from, from + name.length],
});

const read = (criterion: Criterion, ...facts: readonly FactRef[]): Parsed => ({ criterion, facts, understood: 'whole', opaque: [] });

const DEDUCTION = '每发现一例不合规扣1分，扣完为止';
const perOccurrence = (each: string): Parsed => {
  const of = fact('count', '不合规', 5);
  return read(
    {
      kind: 'per-occurrence',
      span: [0, 15],
      effect: 'deduct',
      each: { points: dec(each) },
      eachTo: null,
      per: dec('1'),
      once: false,
      cap: null,
      of,
    },
    of,
  );
};

const CONTROL = '控制率≤100%计5分；每超过一个百分点扣0.5分';
const perPoint = (step: string): Parsed => {
  const ref = fact('rate', '控制率', 0);
  return read(
    {
      kind: 'per-point',
      span: [0, 24],
      of: { op: 'fact', ref },
      from: { op: 'number', value: dec('1'), shown: 'percent' },
      step: dec(step),
      side: 'above',
      effect: 'deduct',
      each: { points: dec('0.5') },
      cap: null,
    },
    ref,
  );
};

const LATE = '未按时报送的不得分';
/** The negation stands in the rule, not in the fact's name. */
const turnedRound = read(
  {
    kind: 'award',
    span: [0, 9],
    when: { kind: 'holds', of: fact('yes', '按时报送', 1) },
    points: { share: dec('1') },
    otherwise: { points: dec('0') },
  },
  fact('yes', '按时报送', 1),
);

const verdict = (text: string, parsed: Parsed, example: Example): string => compare(text, WEIGHT, parsed, example).verdict;

describe('what counts as right, blunt, wrong and unfit', () => {
  test.each<[string, string, Parsed, Example, string]>([
    ['the score', DEDUCTION, perOccurrence('1'), at(['2'], '3'), 'right'],
    ['another deduction', DEDUCTION, perOccurrence('2'), at(['2'], '3'), 'wrong'],
    ['all scores of an unknown count', DEDUCTION, perOccurrence('1'), at([null], '5', '4', '3', '2', '1', '0'), 'right'],
    ['more than the text allows', DEDUCTION, perOccurrence('0.5'), at([null], '5', '4', '3', '2', '1', '0'), 'blunt'],
    ['fewer than the text allows', DEDUCTION, perOccurrence('2'), at([null], '5', '4', '3', '2', '1', '0'), 'wrong'],
    ['what more may be allowed', DEDUCTION, perOccurrence('0.5'), { facts: [null], scores: ['5', '4'], range: ['0', '5'] }, 'right'],
    ['both readings of a part of a point', CONTROL, perPoint('0.01'), at(['101.4%'], '4.5', '4.3'), 'right'],
    ['only one of them was said to be right', CONTROL, perPoint('0.01'), at(['101.4%'], '4.5'), 'blunt'],
    ['the other may be', CONTROL, perPoint('0.01'), may(at(['101.4%'], '4.5'), '4.3'), 'right'],
    ['another step', CONTROL, perPoint('0.02'), at(['103%'], '3.5'), 'wrong'],
    ['a range', CONTROL, perPoint('0.01'), within([null], '0', '5'), 'right'],
    ['a fact by name', CONTROL, perPoint('0.01'), at({ 控制: '104%' }, '3'), 'right'],
    ['a fact that is not there', CONTROL, perPoint('0.01'), at({ 变动: '104%' }, '3'), 'unfit'],
    ['other facts than foreseen', CONTROL, perPoint('0.01'), at(['104%', true], '3'), 'unfit'],
    ['a second way to count them', CONTROL, perPoint('0.01'), or(at(['104%', true], '3'), ['104%']), 'right'],
    ['a date for a rate', CONTROL, perPoint('0.01'), at(['2024-12-31'], '3'), 'unfit'],
    ['the condition as the text puts it', LATE, turnedRound, at([true], '0'), 'right'],
    ['and its contrary', LATE, turnedRound, at([false], '5'), 'right'],
    ['a treatment that is not said', LATE, turnedRound, treated([true], 'full'), 'wrong'],
    ['a row taken out', LATE, turnedRound, treated([true], 'excluded'), 'wrong'],
  ])('%s', (_what, text, parsed, example, expected) => {
    expect(verdict(text, parsed, example)).toBe(expected);
  });
});
