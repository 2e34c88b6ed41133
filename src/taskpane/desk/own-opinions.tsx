import { Button } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { OwnOpinion } from '../../opinions';
import type { Severity } from '../../words';
import { usePane } from '../parts/context';
import { TextLink } from '../parts/link';
import { Also } from './finding-parts';
import { KeptText } from './kept-text';
import { sayOpinion } from './say';
import { useDeskScope } from './use-desk';

const LEVELS: readonly Severity[] = ['mandatory', 'advisory', 'info'];

/** 另加的意见 and 添加意见. */
export function OwnOpinions() {
  const { desk, entry } = useDeskScope();
  const { own } = desk.on(entry);
  const [adding, setAdding] = useState(false);
  return (
    <section className="jh-desk-part" aria-label={sayOpinion('own')}>
      <h2>{sayOpinion('own')}</h2>
      <ul className="jh-desk-own">
        {own.map((one) => (
          <Own key={one.id} one={one} />
        ))}
      </ul>
      {adding ? (
        <Adding onDone={() => setAdding(false)} />
      ) : (
        <Button size="small" className="jh-act" onClick={() => setAdding(true)}>
          {sayOpinion('add')}
        </Button>
      )}
    </section>
  );
}

function Own({ one }: { readonly one: OwnOpinion }) {
  const { desk, entry } = useDeskScope();
  const place = desk.placeText(entry, one.place);
  return (
    <li>
      <KeptText label={sayOpinion('own.at', { place })} text={one.text} onKeep={(text) => desk.setOwn(entry, one.id, { text })} />
      <div className="jh-desk-line">
        <Level level={one.level} place={place} onLevel={(level) => desk.setOwn(entry, one.id, { level })} />
        <label>
          <input type="checkbox" checked={one.ledger} onChange={(event) => desk.setOwn(entry, one.id, { ledger: event.target.checked })} />
          {sayOpinion('ledger')}
        </label>
        <TextLink label={sayOpinion('own.removeOne', { place })} onClick={() => desk.setOwn(entry, one.id, null)}>
          {sayOpinion('own.remove')}
        </TextLink>
      </div>
      <Also also={one.also} />
    </li>
  );
}

interface LevelProps {
  readonly level: Severity;
  readonly place: string;
  readonly onLevel: (level: Severity) => void;
}

function Level({ level, place, onLevel }: LevelProps) {
  return (
    <select
      className="jh-text jh-desk-level"
      aria-label={`${sayOpinion('level')}，${place}`}
      value={level}
      onChange={(event) => onLevel(event.target.value as Severity)}
    >
      {LEVELS.map((one) => (
        <option key={one} value={one}>
          {sayOpinion(one as 'mandatory' | 'advisory' | 'info')}
        </option>
      ))}
    </select>
  );
}

/** The cell that is selected, or the whole; the choice follows the sheet until something is added. */
function Adding({ onDone }: { readonly onDone: () => void }) {
  const { state } = usePane();
  const { desk, entry } = useDeskScope();
  const cell = desk.placeOf(entry, state.selected);
  const [whole, setWhole] = useState(false);
  const [level, setLevel] = useState<Severity>('advisory');
  const [text, setText] = useState('');
  const id = useId();
  const place = whole ? null : cell;
  const add = () => {
    desk.add(entry, { place, text: text.trim(), level });
    onDone();
  };
  return (
    <div className="jh-desk-add">
      <div className="jh-reply-field">
        <label htmlFor={`${id}-place`}>{sayOpinion('add.place')}</label>
        <select
          id={`${id}-place`}
          className="jh-text"
          value={place === null ? 'whole' : 'cell'}
          onChange={(event) => setWhole(event.target.value === 'whole')}
        >
          {cell !== null && <option value="cell">{desk.placeText(entry, cell)}</option>}
          <option value="whole">{sayOpinion('add.whole')}</option>
        </select>
      </div>
      <div className="jh-reply-field">
        <label htmlFor={`${id}-text`}>{sayOpinion('add.text')}</label>
        <textarea
          id={`${id}-text`}
          className="jh-text"
          rows={3}
          autoFocus
          placeholder={sayOpinion('add.hint')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className="jh-desk-line">
        <Level level={level} place={sayOpinion('add')} onLevel={setLevel} />
        <Button size="small" appearance="outline" className="jh-act" disabled={text.trim() === ''} onClick={add}>
          {sayOpinion('add.do')}
        </Button>
      </div>
    </div>
  );
}
