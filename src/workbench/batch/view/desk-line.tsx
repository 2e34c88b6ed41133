import { useState } from 'react';
import { TextLink } from '../../../taskpane';
import { sayBatch } from './say';
import type { DeskActions } from './types';

/** 审核意见 of the batch in one line, with what is made of it; below it what fits no table. */
export function DeskLine({ desk }: { readonly desk: DeskActions }) {
  const [shown, setShown] = useState(false);
  const { tables, lost, note, writing } = desk;
  return (
    <section className="jb-desk" aria-label={sayBatch('desk')}>
      <p>
        <strong>{sayBatch('desk')}</strong> {tables === 0 ? sayBatch('desk.none') : sayBatch('desk.tables', { n: tables })}
        {lost.length > 0 && (
          <TextLink expanded={shown} onClick={() => setShown(!shown)}>
            {sayBatch('desk.lost', { n: lost.length })}
          </TextLink>
        )}
      </p>
      <p className="jb-desk-links">
        <TextLink onClick={desk.letters}>{sayBatch('desk.letters')}</TextLink>
        <TextLink onClick={desk.scores}>{sayBatch('desk.scores')}</TextLink>
        <TextLink onClick={desk.ledger}>{sayBatch('desk.ledger')}</TextLink>
        <TextLink onClick={desk.save}>{sayBatch('desk.save')}</TextLink>
        <TextLink onClick={desk.open}>{sayBatch('desk.open')}</TextLink>
      </p>
      {shown && (
        <ul>
          {lost.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      )}
      {writing !== null ? (
        <p role="status">
          {sayBatch('desk.writing', { i: Math.min(writing.done + 1, writing.of), n: writing.of })}{' '}
          <TextLink label={sayBatch('desk.cancel')} onClick={writing.cancel}>
            {sayBatch('cancel')}
          </TextLink>
        </p>
      ) : (
        note !== null && <p role="status">{note}</p>
      )}
    </section>
  );
}
