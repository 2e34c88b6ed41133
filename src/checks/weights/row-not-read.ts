import type { Addr } from '../../workbook';
import { accused } from '../support/accused';
import { OWN_LIMITS } from '../support/basis';
import { unreadPlaces } from '../support/weights';
import type { Check } from '../types';

export interface RowNotRead {
  readonly cells: readonly Addr[];
}

/** What is our own limit is said and asks nothing; the sums of such a table are not held against anybody. */
export const rowNotRead: Check<RowNotRead> = {
  code: 'row-not-read',
  title: '有的行没有识别',
  headline: '有的行未识别',
  severities: ['info'],
  basis: OWN_LIMITS,
  needs: [],
  explain: {
    looksFor: '表中有的行填有分值或得分，却没有识别出是哪项指标，也不是合计。这些行没有计入合计，与合计有关的问题因此不作为强制性。',
    howToFix: '不需处理；请人工核对这些行。',
  },
  *run({ scoreTable }) {
    const [first, ...rest] = unreadPlaces(scoreTable);
    if (first === undefined) return;
    yield {
      severity: 'info',
      accused: accused(`unread ${first.row}`, 'text'),
      cell: first,
      related: rest,
      indicator: null,
      data: { cells: [first, ...rest] },
    };
  },
  message(data, words) {
    return `${words.cells(data.cells)} 填有分值或得分，没有识别出是哪项指标，没有计入合计；与合计有关的问题因此只作提示，请人工核对。`;
  },
};
