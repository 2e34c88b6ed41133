import { rosterLine } from '../../../roster';
import { TextLink } from '../../../taskpane';
import type { BatchState } from '../state';
import { sayBatch } from './say';
import type { BatchActions } from './types';

interface RosterLineProps {
  readonly roster: BatchState['roster'];
  readonly phase: BatchState['phase'];
  readonly actions: Pick<BatchActions, 'chooseRoster' | 'dropRoster'>;
}

/** 「应报 320 家，已报 312，未报 8；…」, or the way to put a list in. */
export function RosterLine({ roster, phase, actions }: RosterLineProps) {
  if (roster === null)
    return (
      <p className="jb-roster-line">
        <TextLink onClick={actions.chooseRoster}>{sayBatch('roster.choose')}</TextLink>{' '}
        <span className="jb-quiet">{sayBatch('roster.hint')}</span>
      </p>
    );
  const { name, result } = roster;
  const waiting = phase === 'cancelled' ? 'roster.cancelled' : 'roster.waiting';
  return (
    <p className="jb-roster-line">
      <span role="status">
        {result === null ? sayBatch(waiting, { name }) : sayBatch('roster.line', { line: rosterLine(result.counts) })}
      </span>{' '}
      {result !== null && <TextLink onClick={actions.chooseRoster}>{sayBatch('roster.other')}</TextLink>}{' '}
      <TextLink onClick={actions.dropRoster}>{sayBatch('roster.drop')}</TextLink>
    </p>
  );
}
