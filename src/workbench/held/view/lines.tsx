import { budgetLine, comparisonLine, publishingLine, reportsLine, roundLine, targetsLine } from '../../../receipt';
import { TextLink } from '../../../taskpane';
import { sayHeld } from '../say';
import { HELD_KINDS, type HoldKind } from '../../batch/view/types';
import type { HeldComparison, HeldResults, HeldState } from '../types';

const comparedLine = ({ comparison, other }: HeldComparison): string => comparisonLine(comparison, other);

const SENTENCES: { readonly [K in HoldKind]: (result: HeldResults[K]) => string } = {
  targets: targetsLine,
  budget: ({ json }) => budgetLine(json),
  reports: reportsLine,
  round: ({ round }) => (round === null ? '' : roundLine(round.counts)),
  resubmitted: comparedLine,
  published: comparedLine,
  yearly: comparedLine,
  publishing: publishingLine,
};

/** What a result came to, in one sentence. */
export function heldSentence<K extends HoldKind>(kind: K, state: HeldState): string | null {
  const result = (state[kind]?.result ?? null) as HeldResults[K] | null;
  return result === null ? null : SENTENCES[kind](result);
}

/** What lies there already is looked at again; else another file is asked for. */
const isAgain = (kind: HoldKind, alone: boolean): boolean => kind === 'publishing' || (kind === 'reports' && !alone);

interface HeldLinesProps {
  /** Of the opened file alone. */
  readonly alone: boolean;
  readonly state: HeldState;
  readonly onChoose: (kind: HoldKind) => void;
  readonly onDrop: (kind: HoldKind) => void;
}

/** One line for each of what was asked for: how far it is, or what it came to. */
export function HeldLines({ alone, state, onChoose, onDrop }: HeldLinesProps) {
  return HELD_KINDS.filter((kind) => state[kind] !== null).map((kind) => {
    const { running, done, of, trouble } = state[kind]!;
    const what = sayHeld(kind);
    return (
      <p key={kind} className="jb-roster-line">
        <span role="status">
          {running ? sayHeld('running', { what, i: Math.min(done + 1, of), n: of }) : (trouble ?? heldSentence(kind, state))}
        </span>{' '}
        {running ? (
          <TextLink label={sayHeld('cancel.label', { what })} onClick={() => onDrop(kind)}>
            {sayHeld('cancel')}
          </TextLink>
        ) : (
          <>
            <TextLink label={sayHeld(isAgain(kind, alone) ? 'again.label' : 'other.label', { what })} onClick={() => onChoose(kind)}>
              {sayHeld(isAgain(kind, alone) ? 'again' : 'other')}
            </TextLink>{' '}
            <TextLink label={sayHeld('drop.label', { what })} onClick={() => onDrop(kind)}>
              {sayHeld('drop')}
            </TextLink>
          </>
        )}
      </p>
    );
  });
}
