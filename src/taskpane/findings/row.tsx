import { memo, useLayoutEffect, useRef } from 'react';
import type { CellView, FindingView } from '../../open-workbook';
import { say } from '../texts/say';
import { ValueChange } from './change-line';
import { isRepeated } from './order';
import { OpenRow } from './open-row';

export interface RowActions {
  toggle(finding: FindingView): void;
  change(finding: FindingView): void;
  go(cell: CellView, focus: boolean): void;
}

interface RowProps {
  readonly finding: FindingView;
  /** Unique in the page, for aria-controls. */
  readonly domId: string;
  readonly open: boolean;
  /** The one row of the list that Tab reaches. */
  readonly current: boolean;
  /** It was settled and folds away. */
  readonly leaving: boolean;
  readonly actions: RowActions;
}

/** A finding: address in the gutter, indicator, headline and values; opened, the reasons. */
export const FindingRow = memo(function FindingRow({ finding, domId, open, current, leaving, actions }: RowProps) {
  const element = useRef<HTMLLIElement>(null);
  useFolding(element, leaving);
  const { cell, subject, headline, values, repeated } = finding;
  return (
    <li ref={element} className={`jh-row${open ? ' is-open' : ''}${leaving ? ' is-leaving' : ''}`} aria-hidden={leaving || undefined}>
      <button
        type="button"
        id={domId}
        className="jh-row-head"
        data-finding={finding.id}
        aria-expanded={open}
        aria-controls={open ? `${domId}-more` : undefined}
        tabIndex={current && !leaving ? 0 : -1}
        onClick={() => actions.toggle(finding)}
        onDoubleClick={() => actions.go(cell, true)}
      >
        <span className="jh-gutter">{cell.address}</span>
        <span className="jh-subject">{subject}</span>
        <span className="jh-headline">{headline}</span>
        {values !== null && <ValueChange from={values.from} to={values.to} />}
        {values === null && isRepeated(finding) && <span className="jh-change">{say('row.places', { n: repeated.length })}</span>}
      </button>
      {open && (
        <div id={`${domId}-more`} className="jh-row-more" role="region" aria-labelledby={domId}>
          <OpenRow finding={finding} onChange={actions.change} onGo={actions.go} />
        </div>
      )}
    </li>
  );
});

/** From its height to none; where motion is reduced the style sheet has no transition and it is gone at once. */
function useFolding(of: React.RefObject<HTMLLIElement>, leaving: boolean): void {
  useLayoutEffect(() => {
    const element = of.current;
    if (!leaving || element === null) return;
    element.style.height = `${element.offsetHeight}px`;
    void element.offsetHeight;
    element.style.height = '0';
  }, [of, leaving]);
}
