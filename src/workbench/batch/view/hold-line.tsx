import { TextLink } from '../../../taskpane';
import { sayBatch } from './say';
import { HOLD_KINDS, type BatchActions } from './types';

/** 还可以核对：批复目标… · …; what was asked for stands in a line of its own. */
export function HoldLine({ held, hold }: Pick<BatchActions, 'held' | 'hold'>) {
  const left = HOLD_KINDS.filter((kind) => held === null || !held.isAsked(kind));
  if (left.length === 0) return null;
  return (
    <p className="jb-hold-line">
      <span className="jb-quiet">{sayBatch('hold')}</span>
      {left.map((kind) => (
        <TextLink key={kind} onClick={() => hold(kind)}>
          {sayBatch(`hold.${kind}`)}
        </TextLink>
      ))}
    </p>
  );
}
