import { Button } from '@fluentui/react-components';
import { memo } from 'react';
import type { CellView, CriterionPart, ScoreRowView } from '../../open-workbook';
import { usePane } from '../parts/context';
import { Diamond, Locate, Octagon, QuestionIcon, Tick } from '../parts/icons';
import { say } from '../texts/say';
import { Asks } from './asks';
import { PointsCell } from './points';

export interface ScoreActions {
  toggle(row: ScoreRowView): void;
  go(cell: CellView, focus: boolean): void;
  change(row: ScoreRowView): void;
}

interface ScoreRowProps {
  readonly row: ScoreRowView;
  readonly domId: string;
  readonly open: boolean;
  readonly current: boolean;
  readonly actions: ScoreActions;
}

const MARKS = { agrees: Tick, differs: Octagon, judged: Diamond, open: QuestionIcon } as const;

export const ScoreRow = memo(function ScoreRow({ row, domId, open, current, actions }: ScoreRowProps) {
  const Mark = MARKS[row.state];
  return (
    <li className={`jh-row jh-score${open ? ' is-open' : ''}`}>
      <button
        type="button"
        id={domId}
        className="jh-row-head"
        data-score={row.id}
        aria-expanded={open}
        aria-controls={open ? `${domId}-more` : undefined}
        tabIndex={current ? 0 : -1}
        onClick={() => actions.toggle(row)}
        onDoubleClick={() => row.cell !== null && actions.go(row.cell, true)}
      >
        <Mark className={`jh-score-mark is-${row.state}`} />
        <span className="jh-unseen">{stateText(row)}</span>
        <span className="jh-score-name">{row.name}</span>
        <RowPoints row={row} />
      </button>
      {open && (
        <div id={`${domId}-more`} className="jh-row-more" role="region" aria-labelledby={domId}>
          <OpenScore row={row} actions={actions} />
        </div>
      )}
    </li>
  );
});

const stateText = ({ state, expected }: ScoreRowView): string =>
  state === 'differs' ? say('scores.differs', { expected: expected ?? '' }) : say(`scores.${state}`);

/** 「3 / 3」, or 「5.5 ← 6」 where the rule says otherwise. */
function RowPoints({ row }: { readonly row: ScoreRowView }) {
  const score = row.score ?? say('scores.blank');
  if (row.state !== 'differs' || row.expected === null) return <PointsCell score={score} weight={row.weight} />;
  return (
    <span className="jh-points">
      <strong>{row.expected}</strong> <span aria-hidden="true">←</span> {score}
    </span>
  );
}

function OpenScore({ row, actions }: { readonly row: ScoreRowView; readonly actions: ScoreActions }) {
  const { mode, state, desk } = usePane();
  const { cell, criterionCell, change } = row;
  return (
    <>
      {row.criterion !== null && <Criterion parts={row.criterion} />}
      {row.asks.length > 0 && <Asks row={row} />}
      {row.arithmetic !== null && <p className="jh-arithmetic">{row.arithmetic}</p>}
      {row.source !== '' && <p className="jh-basis">{row.source}</p>}
      <div className="jh-actions">
        {mode === 'fill' && change !== null && state.unwritable === null && (
          <Button size="small" className="jh-act" disabled={state.busy?.doing === 'writing'} onClick={() => actions.change(row)}>
            {change.label}
          </Button>
        )}
        {cell !== null && (
          <Button size="small" className="jh-act" icon={<Locate />} onClick={() => actions.go(cell, true)}>
            {say('row.locateAt', { address: cell.address })}
          </Button>
        )}
        {criterionCell !== null && (
          <Button size="small" appearance="subtle" className="jh-act" onClick={() => actions.go(criterionCell, false)}>
            {say('scores.criterionAt', { address: criterionCell.address })}
          </Button>
        )}
      </div>
      {desk !== null && <desk.parts.ScoreFields address={row.nameCell.address} />}
    </>
  );
}

/** The criterion as written: what was read is underlined, what was not is dotted and said to be. */
function Criterion({ parts }: { readonly parts: readonly CriterionPart[] }) {
  const unread = parts.some((part) => part.is === 'unread');
  return (
    <>
      <p className="jh-criterion">
        {parts.map((part, index) => (
          <span key={index} className={`is-${part.is}`} title={part.is === 'unread' ? say('scores.unread') : undefined}>
            {part.text}
          </span>
        ))}
      </p>
      {unread && (
        <p className="jh-criterion-key">
          <span className="is-unread" aria-hidden="true" /> {say('scores.unread')}
        </p>
      )}
    </>
  );
}
