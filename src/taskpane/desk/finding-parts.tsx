import type { FindingOpinion } from '../../opinions';
import { KeptText } from './kept-text';
import { sayOpinion } from './say';
import { findingOf, useDeskScope } from './use-desk';

/** 列入反馈意见 and 列入整改台账 of one finding. */
export function RowTicks({ id }: { readonly id: string }) {
  const { desk, entry } = useDeskScope();
  const finding = findingOf(entry, id);
  if (finding === undefined) return null;
  const opinion = desk.on(entry).findings.get(id);
  return (
    <p className="jh-desk-ticks">
      <label>
        <input
          type="checkbox"
          checked={desk.isListed(entry, finding)}
          onChange={(event) => desk.setFinding(entry, finding, { listed: event.target.checked })}
        />
        {sayOpinion('letter')}
      </label>
      <label>
        <input
          type="checkbox"
          checked={opinion?.ledger === true}
          onChange={(event) => desk.setFinding(entry, finding, { ledger: event.target.checked })}
        />
        {sayOpinion('ledger')}
      </label>
    </p>
  );
}

/** The reviewer's words, which go into the letter behind the sentence. */
export function ReviewWords({ id }: { readonly id: string }) {
  const { desk, entry } = useDeskScope();
  const finding = findingOf(entry, id);
  if (finding === undefined) return null;
  return (
    <KeptText
      label={sayOpinion('words')}
      hint={sayOpinion('words.hint')}
      text={desk.on(entry).findings.get(id)?.words ?? ''}
      focused
      onKeep={(words) => desk.setFinding(entry, finding, { words })}
    />
  );
}

/** What was written, by this reviewer and where another said otherwise. */
export function Said({ id }: { readonly id: string }) {
  const { desk, entry } = useDeskScope();
  const opinion = desk.on(entry).findings.get(id);
  if (opinion === undefined) return null;
  return (
    <>
      {opinion.words !== '' && <p className="jh-reply-said">{sayOpinion('said', { text: opinion.words })}</p>}
      <Also also={opinion.also} />
    </>
  );
}

export function Also({ also }: Pick<FindingOpinion, 'also'>) {
  return (
    <>
      {also.map((one, index) => (
        <p key={index} className="jh-reply-said jh-desk-also">
          {alsoText(one)}
        </p>
      ))}
    </>
  );
}

function alsoText(one: FindingOpinion['also'][number]): string {
  const { by, listed } = one;
  const ticked = listed === true ? [sayOpinion('also.yes')] : listed === false ? [sayOpinion('also.no')] : [];
  const texts = ['text', 'words', 'score', 'why'].map((key) => one[key]).filter((value) => typeof value === 'string' && value !== '');
  const text = [...ticked, ...texts].join('；');
  return typeof by === 'string' && by !== '' ? sayOpinion('also', { by, text }) : sayOpinion('also.nobody', { text });
}
