import type { FiguresView, Mode, TableView } from '../../open-workbook';
import type { Tone } from '../parts/marks';
import { say } from '../texts/say';

export interface VerdictText {
  readonly sentence: string;
  readonly second: string;
  readonly tone: Tone;
}

/** The verdict, first case that applies; counted as the command line counts. */
export function paneVerdict(table: TableView, mode: Mode): VerdictText {
  const { mandatory, advisory, failed, unfilled } = table.verdict;
  const review = mode === 'review';
  if (unfilled) return { sentence: say('verdict.unfilled'), second: say('verdict.unfilled.second'), tone: 'neutral' };
  if (mandatory > 0) {
    const sentence = say(review ? 'verdict.mandatory.review' : 'verdict.mandatory', { n: mandatory });
    return { sentence, second: advisory > 0 ? say('verdict.also', { n: advisory }) : completed(table), tone: 'mandatory' };
  }
  if (advisory > 0) {
    const sentence = say(review ? 'verdict.advisory.review' : 'verdict.advisory', { n: advisory });
    return { sentence, second: say('verdict.advisory.second'), tone: 'advisory' };
  }
  if (failed > 0) return { sentence: say('verdict.failed', { n: failed }), second: completed(table), tone: 'advisory' };
  return { sentence: say('verdict.clear'), second: completed(table), tone: 'clear' };
}

/** How much was checked. Where a check failed it is never said that all were completed. */
export function completed({ entry, verdict }: TableView): string {
  const { run, notApplicable } = entry.coverage;
  if (verdict.failed > 0) return say('verdict.rest', { n: run });
  return notApplicable.length === 0 ? say('verdict.allRun', { run }) : say('verdict.all', { run, no: notApplicable.length });
}

/** Nothing is asked of anybody and every check was able to finish. */
export const isAllClear = ({ verdict }: TableView): boolean =>
  !verdict.unfilled && verdict.mandatory === 0 && verdict.advisory === 0 && verdict.failed === 0;

export interface FigureText {
  readonly key: string;
  readonly label: string;
  readonly grade: string | null;
  readonly value: string;
}

/** The three figures of the head; as typed by the reviewer where there is a review column and it is the reviewer who looks. */
export function figureTexts(figures: FiguresView, mode: Mode): FigureText[] {
  const value = (text: string | null) => text ?? say('figure.unknown');
  const self: FigureText = { key: 'self', label: say('figure.self'), grade: figures.selfGrade, value: value(figures.self) };
  if (mode === 'review' && figures.review !== null) {
    return [
      self,
      { key: 'review', label: say('figure.review'), grade: null, value: figures.review },
      { key: 'cut', label: say('figure.cut'), grade: null, value: value(figures.reviewCut) },
    ];
  }
  return [
    self,
    figures.mostlyJudged
      ? { key: 'recomputed', label: say('figure.checked'), grade: null, value: value(figures.recomputed) }
      : { key: 'recomputed', label: say('figure.recomputed'), grade: figures.recomputedGrade, value: value(figures.recomputed) },
    {
      key: 'difference',
      label: say(mode === 'review' ? 'figure.differenceReview' : 'figure.difference'),
      grade: null,
      value: value(figures.difference),
    },
  ];
}

/** What the figures rest on, in one or two lines; none where the rules determine every row. */
export function noteLines({ computed, judged }: FiguresView): string[] {
  if (judged.rows === 0) return [];
  const given = { rows: judged.rows, points: judged.fullScore };
  if (Number(computed.fullScore) === 0) return [say('note.allJudged', given)];
  const points = computed.fullScore;
  const first = computed.agrees ? say('note.agrees', { points }) : say('note.differs', { points, difference: computed.difference });
  return [first, say('note.judged', given)];
}
