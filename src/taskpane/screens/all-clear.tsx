import { Button } from '@fluentui/react-components';
import { useEffect, useRef, type MutableRefObject } from 'react';
import type { TableView } from '../../open-workbook';
import { completed, noteLines } from '../audit/verdict-text';
import { usePane } from '../parts/context';
import { Tick } from '../parts/icons';
import { say } from '../texts/say';
import { Card } from './card';

interface AllClearProps {
  readonly table: TableView;
  readonly onSummary: () => void;
  readonly onDetails: () => void;
  /** The keyboard was on the finding that has just gone. */
  readonly focus: MutableRefObject<string | null>;
}

/** Nothing to correct. The list with what was checked is one step away. */
export function AllClear({ table, onSummary, onDetails, focus }: AllClearProps) {
  const { mode } = usePane();
  const fill = mode === 'fill';
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focus.current === null) return;
    focus.current = null;
    first.current?.focus();
  }, [focus]);
  return (
    <Card mark={<Tick size={28} className="jh-mark jh-mark-clear" />} title={say('verdict.clear')} level={2}>
      <p role="status">{completed(table)}。</p>
      {scoreSentence(table) !== null && <p>{scoreSentence(table)}</p>}
      <p className="jh-note">
        {noteLines(table.figures).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
      <div className="jh-card-buttons">
        {fill && (
          <Button appearance="primary" ref={first} onClick={onSummary}>
            {say('clear.summary')}
          </Button>
        )}
        <Button appearance={fill ? 'subtle' : 'primary'} ref={fill ? undefined : first} onClick={onDetails}>
          {say('clear.details')}
        </Button>
      </div>
      <p className="jh-small">{say(fill ? 'disclaimer.fill' : 'disclaimer.review')}</p>
    </Card>
  );
}

/** Where the judged points exceed half of the full score nothing is called a grade. */
function scoreSentence({ figures }: TableView): string | null {
  const { self, recomputed, recomputedGrade, mostlyJudged } = figures;
  if (self === null || recomputed === null) return null;
  if (mostlyJudged) return say('clear.checked', { self, recomputed });
  return recomputedGrade === null
    ? say('clear.scoresNoGrade', { self, recomputed })
    : say('clear.scores', { self, recomputed, grade: recomputedGrade });
}
