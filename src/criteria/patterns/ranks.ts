/** 「第1名得5分，第2至3名得3分，前10名得2分，10名以后不得分」: points by place. */
import { Dec } from '../../workbook';
import { NO_TAIL, type End, type Within } from '../reading/clause';
import { ORDINAL, type FigureSaid } from '../reading/figures';
import { pattern, phrase, type Pattern } from '../reading/pattern';

const end = (figure: FigureSaid): End => ({ figure: { ...figure, as: 'plain', unit: ORDINAL }, end: 'in' });
const between = (from: FigureSaid | null, to: FigureSaid | null): Within | null => {
  if (from !== null && to !== null && from.value.gt(to.value)) return null;
  const bare = from !== null && from === to;
  return { is: 'within', of: null, from: from === null ? null : end(from), to: to === null ? null : end(to), bare };
};

/** 「通报名次」: the places themselves are told behind it. */
const OF_PLACE = /(?:名次|排名|位次|排序)$/;
const ONE = new Dec(1);

/** 「3名」, 「3位」: a place, and no number of people. */
const PLACE_UNITS = new Set(['名', '位']);
const placed = (figure: FigureSaid): FigureSaid | null => (PLACE_UNITS.has(figure.unit) ? figure : null);

export const RANKS: readonly Pattern[] = [
  phrase('nth', ['NTH v=ORD PLACE?'], ({ v }) => v!.figure!),
  phrase('inPlace', ['v=QTY'], ({ v }) => placed(v!.figure!)),
  phrase('inPlace', ['v=NUM'], ({ v }) => v!.figure!, 0.2),
  phrase('place', ['v=nth'], ({ v }) => between(v!, v!)),
  phrase('place', ['v=nth DASH w=nth', 'v=nth DASH w=inPlace'], ({ v, w }) => between(v!, w!)),
  phrase('place', ['v=nth WITHIN', 'v=nth WITHIN OPEN INCL nth CLOSE', 'TOP v=inPlace', 'TOP v=inPlace WITHIN'], ({ v }) =>
    between(null, v!),
  ),
  phrase('place', ['v=nth AFTERWARDS', 'v=nth BELOW', 'v=nth OUTSIDE'], ({ v }) => between(v!, null)),
  phrase('place', ['v=QTY AFTERWARDS', 'v=QTY OUTSIDE', 'v=QTY BELOW'], ({ v }) =>
    placed(v!.figure!) === null ? null : between(v!.figure!, null),
  ),
  phrase('place', ['v=NUM DASH w=QTY', 'v=QTY DASH w=QTY'], ({ v, w }) =>
    placed(w!.figure!) === null ? null : between(v!.figure!, w!.figure!),
  ),
  pattern({
    id: 'place',
    says: '第几名得多少分',
    forms: ['n=words? RANKED? EQ? p=place DE? sep? g=give', 'n=words? RANKED? EQ? p=place DE? OPEN g=give CLOSE'],
    means: ({ n, p, g }) => ({ is: 'arm', when: { ...p!, of: n ?? null }, gives: g! }),
    reads: [
      ['全市排名第1名得5分，第2-3名得3分，第4名及以后得1分', '5', [{ own: '1' }, '5'], [{ own: '3' }, '3'], [{ own: '4' }, '1']],
      ['位列前5名的得4分，6-10名得2分，10名以后不得分', '4', [{ own: '5' }, '4'], [{ own: '10' }, '2'], [{ own: '11' }, '0']],
      ['排名第一的得5分，每下降一名扣0.5分，扣完为止', '5', [{ own: '1' }, '5'], [{ own: '3' }, '4']],
    ],
    never: ['第三名工作人员得到表扬'],
  }),
  pattern({
    id: 'in-turn',
    says: '依次递减多少分',
    forms: ['INTURN v=PTS t=tail?'],
    means: ({ v, t }) => ({
      is: 'unit',
      lead: null,
      otherwise: false,
      before: null,
      from: null,
      after: null,
      side: 'below',
      sideWord: '',
      step: { value: ONE, as: 'quantity', unit: '名', both: false },
      effect: 'deduct',
      amount: { points: v!.figure!.value },
      upTo: null,
      tail: t ?? NO_TAIL,
      parts: null,
    }),
    reads: [['居第1位计5分，第2位计4.5分，依次递减0.5分', '5', [{ own: '1' }, '5'], [{ own: '4' }, '3.5']]],
    never: ['人员依次递补'],
  }),
  pattern({
    id: 'by-place',
    says: '按名次计分（以下分别写明）',
    forms: ['BY n=words GIVE'],
    means: ({ n }) => (OF_PLACE.test(n!.words) ? { is: 'definition' } : null),
    reads: [['按全市通报名次计分，第1名8分，每下降1名减1分，减完为止', '8', [{ own: '1' }, '8'], [{ own: '3' }, '6']]],
    never: ['按完成率计分'],
  }),
];
