import { Checkbox, Input, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { AskView, ScoreRowView } from '../../open-workbook';
import { usePane } from '../parts/context';
import { say } from '../texts/say';
import { tickItems, shownTicks } from './ticks';

const PATIENCE_MS = 500;

/** What the rule needs and the workbook does not tell. Answers are kept with the workbook's settings, never in cells. */
export function Asks({ row }: { readonly row: ScoreRowView }) {
  const items = tickItems(row);
  const others = row.asks.filter((ask) => !items.includes(ask));
  return (
    <div className="jh-asks">
      {items.length > 0 && <Items row={row} items={items} />}
      {others.map((ask) => (
        <Ask key={ask.key} row={row} ask={ask} />
      ))}
      <p className="jh-basis">{say(items.length > 0 ? 'scores.items.hint' : 'scores.answer.hint')}</p>
    </div>
  );
}

/** An item list: tick boxes with their points. The first tick settles all of them, as they were shown. */
function Items({ row, items }: { readonly row: ScoreRowView; readonly items: readonly AskView[] }) {
  const { open } = usePane();
  const shown = shownTicks(row);
  const tick = (index: number, on: boolean) => {
    items.forEach((item, at) => {
      const value = at === index ? on : (shown[at] ?? false);
      if (item.answer !== value) void open.answer(row.id, item.key, value);
    });
  };
  return (
    <ul className="jh-items">
      {items.map((item, index) => (
        <li key={item.key}>
          <Checkbox
            className="jh-item"
            checked={shown[index] ?? 'mixed'}
            label={item.label}
            onChange={(_, { checked }) => tick(index, checked === true)}
          />
          <span className="jh-item-points">{say('scores.points', { points: item.points ?? '' })}</span>
        </li>
      ))}
    </ul>
  );
}

function Ask({ row, ask }: { readonly row: ScoreRowView; readonly ask: AskView }) {
  const { open } = usePane();
  const answer = (value: string | boolean | null) => void open.answer(row.id, ask.key, value);
  if (ask.kind === 'yes') return <YesNo ask={ask} onAnswer={answer} />;
  if (ask.kind === 'level') return <Level ask={ask} onAnswer={answer} />;
  return <Field ask={ask} onAnswer={answer} />;
}

interface AskProps {
  readonly ask: AskView;
  readonly onAnswer: (value: string | boolean | null) => void;
}

function YesNo({ ask, onAnswer }: AskProps) {
  const value = ask.answer === null ? '' : ask.answer === true ? 'yes' : 'no';
  return (
    <div className="jh-ask">
      <span className="jh-ask-label" aria-hidden="true">
        {ask.label}
      </span>
      <RadioGroup layout="horizontal" aria-label={ask.label} value={value} onChange={(_, data) => onAnswer(data.value === 'yes')}>
        <Radio value="yes" label={say('scores.yes')} />
        <Radio value="no" label={say('scores.no')} />
      </RadioGroup>
    </div>
  );
}

function Level({ ask, onAnswer }: AskProps) {
  return (
    <label className="jh-ask">
      <span className="jh-ask-label">{ask.label}</span>
      <Select
        size="small"
        value={typeof ask.answer === 'string' ? ask.answer : ''}
        onChange={(_, { value }) => onAnswer(value === '' ? null : value)}
      >
        <option value="">{say('scores.choose')}</option>
        {ask.choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </Select>
    </label>
  );
}

/** A number, a rate, a rank or a date as typed; it counts half a second after the last key, or at once with Enter. */
function Field({ ask, onAnswer }: AskProps) {
  const known = typeof ask.answer === 'string' ? ask.answer : '';
  const [text, setText] = useState(known);
  useEffect(() => setText(known), [known]);
  const settle = () => {
    if (text.trim() !== known) onAnswer(text.trim() === '' ? null : text.trim());
  };
  useEffect(() => {
    if (text.trim() === known) return undefined;
    const timer = setTimeout(settle, PATIENCE_MS);
    return () => clearTimeout(timer);
  });
  const unit = ask.kind === 'rate' ? '%' : ask.unit;
  return (
    <label className="jh-ask">
      <span className="jh-ask-label">{ask.label}</span>
      <Input
        size="small"
        className="jh-ask-field"
        inputMode={ask.kind === 'date' ? 'text' : 'decimal'}
        value={text}
        contentAfter={unit === '' ? undefined : unit}
        onChange={(_, { value }) => setText(value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
      />
    </label>
  );
}
