/** The core in this thread. */
import { writtenReplies, type WrittenReply } from '../../answers';
import type { Assessment } from '../../assessment';
import { narrate } from '../../narrative';
import { reportContent } from '../../papers';
import type { Recalc } from '../../recalc';
import { recordSheet, resultBeside, summarySheet } from '../../results';
import type { WorkbookSnapshot } from '../../workbook';
import { reviewOf } from '../audit-book';
import { judgeBy, MESSAGES, withoutOurs, type Judge } from '../judge';
import { auditView } from '../view/audit';
import { narrativeView } from '../view/narrative';
import { chosenPlan, firstTicks, offersOf, planView, withoutUnticked, type Offers } from '../view/plan';
import type { Engine } from './types';

interface Audited {
  readonly book: WorkbookSnapshot;
  readonly judge: Judge;
  readonly assessments: readonly Assessment[];
  readonly answered: readonly Assessment[];
  readonly replies: readonly WrittenReply[];
  offers: Offers | null;
}

export function localEngine(): Engine {
  let last: Audited | null = null;
  const known = (): Audited => {
    if (last === null) throw new Error('nothing was audited yet');
    return last;
  };
  return {
    async audit(given, judging, file, signal) {
      signal?.throwIfAborted();
      const book = withoutOurs(given);
      const judge = judgeBy(judging);
      const recognised = judge.recognise(book);
      const assessments = recognised.tables.length === 0 ? [] : judge.assess(book, recognised);
      const answered = judge.answered(book, assessments);
      const replies = [...writtenReplies(given), ...(judging.replies ?? [])];
      last = { book, judge, assessments, answered, replies, offers: null };
      return auditView({ book, file, judge, judging, recognised, assessments, answered, replies, messages: MESSAGES });
    },
    async plan(table, ticked, refused) {
      const { book, judge, assessments, answered } = known();
      const assess = (now: WorkbookSnapshot): readonly Assessment[] => (now === book ? answered : judge.answered(now, judge.assess(now)));
      last!.offers ??= offersOf(book, assess);
      const chosen = new Set(ticked ?? firstTicks(last!.offers));
      const recalc: Recalc = chosenPlan(book, assess, last!.offers, chosen, refused);
      return {
        view: planView(book, assessments[table]!.scoreTable.table.sheet, last!.offers, recalc),
        ticked: [...chosen],
        cells: recalc.cells,
        record: recordSheet(withoutUnticked(recalc, last!.offers, chosen), book),
      };
    },
    async narrative(table, length) {
      const { book, assessments } = known();
      return narrativeView(assessments[table]!, book, length);
    },
    async summary() {
      return [summarySheet(known().assessments.map((one) => narrate(one)))];
    },
    async result() {
      const { book, assessments, replies } = known();
      return resultBeside(reviewOf(book, assessments, MESSAGES, replies));
    },
    async report() {
      return reportContent(known().assessments);
    },
    close() {
      last = null;
    },
  };
}
