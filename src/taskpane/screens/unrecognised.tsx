import { Button, Input, Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { OpenState, OpenWorkbook, UnrecognisedSheet } from '../../open-workbook';
import { QuestionIcon } from '../parts/icons';
import type { Shell } from '../shell';
import { say } from '../texts/say';
import { Card } from './card';

interface UnrecognisedProps {
  readonly open: OpenWorkbook;
  readonly state: OpenState;
  readonly shell: Shell;
}

/** No score table was found: what was looked for, what each sheet has of it, and the user may say where the headings are. */
export function Unrecognised({ open, state, shell }: UnrecognisedProps) {
  const [asking, setAsking] = useState(false);
  const sheets = state.audit?.unrecognised?.sheets ?? [];
  return (
    <Card mark={<QuestionIcon size={26} className="jh-quiet" />} title={say('unrecognised.title')}>
      <p>{sheets.length === 0 ? say('unrecognised.sayNone') : say('unrecognised.say', { n: sheets.length })}</p>
      {sheets.length > 0 && <Sheets sheets={sheets} />}
      {state.trouble !== null && (
        <p className="jh-problem" role="status">
          {state.trouble.sentence}
        </p>
      )}
      {asking ? (
        <HeadingForm open={open} state={state} sheets={sheets} />
      ) : (
        <div className="jh-card-buttons">
          {sheets.length > 0 && (
            <Button appearance="primary" onClick={() => setAsking(true)}>
              {say('unrecognised.show')}
            </Button>
          )}
          {shell.openFile !== undefined && (
            <Button appearance={sheets.length > 0 ? 'subtle' : 'primary'} onClick={() => shell.openFile?.()}>
              {say('refused.another')}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}

function Sheets({ sheets }: { readonly sheets: readonly UnrecognisedSheet[] }) {
  return (
    <ul className="jh-sheets">
      {sheets.map(({ sheet, name, found, lacking }) => (
        <li key={sheet}>
          <span>{name}</span>
          <span className="jh-sheets-found">
            {found !== '' && <span>{found}</span>} <span>{lacking}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

interface HeadingFormProps {
  readonly open: OpenWorkbook;
  readonly state: OpenState;
  readonly sheets: readonly UnrecognisedSheet[];
}

/** Sheet and row of the headings; a cell selected in the sheet fills both in. */
function HeadingForm({ open, state, sheets }: HeadingFormProps) {
  const [sheet, setSheet] = useState(String(sheets[0]?.sheet ?? 0));
  const [row, setRow] = useState('');
  const [wrong, setWrong] = useState(false);
  const { selected } = state;
  useEffect(() => {
    if (selected === null || !sheets.some((one) => one.sheet === selected.sheet)) return;
    setSheet(String(selected.sheet));
    setRow(String(selected.row + 1));
  }, [selected, sheets]);
  const use = () => {
    const number = Number(row.normalize('NFKC'));
    const fine = Number.isInteger(number) && number >= 1 && number <= 1_048_576;
    setWrong(!fine);
    if (fine) void open.useHeading(Number(sheet), number - 1);
  };
  return (
    <form
      className="jh-heading-form"
      onSubmit={(event) => {
        event.preventDefault();
        use();
      }}
    >
      <p className="jh-small">{say('unrecognised.hint')}</p>
      <label>
        <span>{say('unrecognised.sheet')}</span>
        <Select size="small" value={sheet} onChange={(_, { value }) => setSheet(value)}>
          {sheets.map((one) => (
            <option key={one.sheet} value={String(one.sheet)}>
              {one.name}
            </option>
          ))}
        </Select>
      </label>
      <label>
        <span>{say('unrecognised.row')}</span>
        <Input size="small" inputMode="numeric" value={row} aria-invalid={wrong} onChange={(_, { value }) => setRow(value)} />
      </label>
      {wrong && (
        <p className="jh-problem" role="alert">
          {say('unrecognised.badRow')}
        </p>
      )}
      <div className="jh-card-buttons">
        <Button appearance="primary" type="submit">
          {say('unrecognised.use')}
        </Button>
      </div>
    </form>
  );
}
