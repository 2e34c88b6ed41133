import { Button } from '@fluentui/react-components';
import { typedScore } from '../../opinions';
import { KeptText } from './kept-text';
import { sayOpinion } from './say';
import { useDeskScope } from './use-desk';

/** 复核分 and 扣分理由 of the indicator whose name stands in this cell. */
export function ScoreFields({ address }: { readonly address: string }) {
  const { desk, entry } = useDeskScope();
  const { rows, inSheet } = desk.reviewed(entry);
  const own = rows.find(({ row }) => row.cells.name === address);
  if (own === undefined) return null;
  if (inSheet) return <p className="jh-small">{sayOpinion('score.inSheet')}</p>;
  const wrong = own.typed !== '' && typedScore(own.typed) === null ? sayOpinion('score.bad') : null;
  return (
    <div className="jh-desk-score">
      <KeptText
        label={sayOpinion('score')}
        text={own.typed}
        short
        wrong={wrong}
        onKeep={(score) => desk.setScore(entry, own.key, { score })}
      />
      <KeptText label={sayOpinion('score.why')} text={own.why} short onKeep={(why) => desk.setScore(entry, own.key, { why })} />
    </div>
  );
}

/** 「已复核 3/18 项」 and what it comes to once all are there. */
export function ScoreState() {
  const { desk, entry } = useDeskScope();
  const { done, of, review, cut, selfGrade, grade, inSheet } = desk.reviewed(entry);
  if (of === 0) return null;
  const total =
    review === null || cut === null ? '' : sayOpinion('score.total', { review: review.toFixed(), cut: cut.toFixed().replace('-', '−') });
  const change =
    review === null || selfGrade === null || grade === null || selfGrade === grade
      ? ''
      : sayOpinion('score.grade', { from: selfGrade, to: grade });
  return (
    <div className="jh-desk-state">
      <p className="jh-small" role="status">
        {sayOpinion('score.state', { done, of })}
        {total}
        {change}
      </p>
      {!inSheet && done < of && (
        <Button size="small" appearance="subtle" className="jh-act" onClick={() => desk.restAsSelf(entry)}>
          {sayOpinion('score.rest')}
        </Button>
      )}
    </div>
  );
}
