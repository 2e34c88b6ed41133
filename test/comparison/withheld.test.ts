/** 依法不予公开: what a published cell, a row without its name, or an answer says was withheld is no difference. */
import { compareBooks, withheldAnswers } from '../../src/comparison';
import { comparisonJson, type ComparisonJson } from '../../src/receipt';
import { book } from '../approved/books';
import { reviewOf } from '../results/reviews';
import { type Changes, formSheet } from '../support/audited';
import { bookOf } from '../support/sheets';
import { changesOf, jsonOf } from './support';

type Answers = Parameters<typeof book>[0];

async function published(now: NonNullable<Changes['cells']>, answers: Answers | null = null): Promise<ComparisonJson> {
  const told = answers === null ? [] : withheldAnswers(await book(answers));
  const [one, other] = [{}, now].map((cells) => reviewOf(bookOf([formSheet({ cells })])));
  return comparisonJson('报送.xlsx', '公开.xlsx', compareBooks(one!, other!, 'published', { answers: told, file: '公开/公开.xlsx' }));
}

const told = (json: ComparisonJson): readonly (string | number)[] => [...changesOf(json), json.tables[0]!.withheld ?? 0];

/** E4 完成值, G4 score, I4 evidence of 培训人次; row 5 is 验收合格率. */
it.each<[what: string, now: NonNullable<Changes['cells']>, answers: Answers | null, said: readonly (string | number)[]]>([
  ['a cell that says so', { E4: '依法不予公开' }, null, [1]],
  ['in brackets, with the law', { E4: '（依法不予公开）', I4: '涉及商业秘密，不予公开' }, null, [2]],
  ['a score', { G4: '不予公开' }, null, [1]],
  ['the name of a row', { C4: '依法不予公开', E4: '依法不予公开' }, null, [2]],
  [
    'a row of which nothing is left but that',
    { C4: '依法不予公开', D4: '不予公开', E4: '不予公开', F4: '不予公开', G4: '不予公开', I4: '不予公开' },
    null,
    [1],
  ],
  ['another difference beside it stays', { E4: '依法不予公开', E5: '97%' }, null, ['验收合格率 actual E5>E5: 98% > 97%', 1]],
  ['a blank is a difference', { E4: null }, null, ['培训人次 actual E4>E4: 112人次 > ', 0]],
  [
    'a long text that only mentions it',
    { I4: '本项内容经保密审查后认定为依法不予公开的信息，因此在这里不写具体的原因' },
    null,
    ['培训人次 evidence I4>I4: 签到表 > 本项内容经保密审查后认定为依法不予公开的信息，因此在这里不写具体的原因', 0],
  ],
  [
    'answered, by indicator and content',
    { E4: null, E5: null },
    {
      改动: [
        ['指标或名称', '内容', '答复'],
        ['培训人次', '完成值', '依法不予公开'],
      ],
    },
    ['验收合格率 actual E5>E5: 98% > ', 1],
  ],
  [
    'answered, the indicator as a whole',
    { E4: null, G4: null },
    { 说明: [['说明'], ['指标', '单位答复'], ['培训人次', '涉密不公开']] },
    [2],
  ],
  [
    'answered otherwise',
    { E4: null },
    {
      改动: [
        ['指标', '答复'],
        ['培训人次', '漏填，已补'],
      ],
    },
    ['培训人次 actual E4>E4: 112人次 > ', 0],
  ],
  [
    'answered for another unit',
    { E4: null },
    {
      改动: [
        ['单位', '指标', '答复'],
        ['另一局', '培训人次', '依法不予公开'],
      ],
    },
    ['培训人次 actual E4>E4: 112人次 > ', 0],
  ],
  [
    'answered for this unit and file',
    { E4: null },
    {
      改动: [
        ['文件', '单位', '指标', '答复'],
        ['公开.xlsx', '东江县农业农村局', '培训人次', '依法不予公开'],
      ],
    },
    [1],
  ],
])('%s', async (_, now, answers, said) => {
  expect(told(await published(now, answers))).toEqual(said);
});

it('counts for the exit status only what is left', async () => {
  expect((await published({ G4: '不予公开' })).tables[0]!.scoresDiffer).toBe(false);
  expect((await published({ G4: 39 })).tables[0]!.scoresDiffer).toBe(true);
});

it('is nothing of a sheet handed in again', () => {
  expect(told(jsonOf({}, { cells: { E4: '依法不予公开' } }, 'resubmitted'))).toEqual(['培训人次 actual E4>E4: 112人次 > 依法不予公开', 0]);
});
