import { Button } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import {
  entryName,
  groupedBy,
  lackingStates,
  likelyGrouping,
  notReported,
  reminderText,
  type RosterGrouping,
  type RosterResult,
  type RosterState,
  type Unassigned,
} from '../../../roster';
import { useMoment } from '../../../taskpane';
import type { BatchState } from '../../batch/state';
import { sayBatch } from '../../batch/view/say';
import type { BatchActions } from '../../batch/view/types';

interface RosterPanelProps {
  readonly result: RosterResult;
  readonly rows: BatchState['rows'];
  readonly actions: Pick<BatchActions, 'open' | 'copy'>;
}

const GROUPINGS: readonly RosterGrouping[] = ['department', 'office'];

/** 报送情况: who has not reported, what is lacking, what came twice, what nobody could assign. */
export function RosterPanel({ result, rows, actions }: RosterPanelProps) {
  const [chosen, setChosen] = useState<RosterGrouping | null>(null);
  const by = chosen ?? likelyGrouping(result);
  const [copied, setCopied] = useMoment<boolean>();
  const said = GROUPINGS.filter((one) => result.states.some(({ entry }) => entry[one] !== null));
  const file = (path: string) => <FileLink key={path} path={path} rows={rows} onOpen={actions.open} />;
  const missing = notReported(result);
  return (
    <div className="jb-roster">
      <div className="jb-roster-bar">
        {said.length > 0 && <Grouping by={by} said={said} onChoose={setChosen} />}
        <Button size="small" onClick={() => void actions.copy(reminderText(result, by)).then(setCopied)}>
          {sayBatch('roster.copy')}
        </Button>
        <span role="status">{copied === null ? '' : sayBatch(copied ? 'roster.copied' : 'roster.copyFailed')}</span>
      </div>
      <section>
        <h2>{sayBatch('roster.missing', { n: missing.length })}</h2>
        {missing.length === 0 ? (
          <p className="jb-quiet">{sayBatch('roster.noneMissing')}</p>
        ) : (
          <Groups states={missing} by={by} said={said} />
        )}
      </section>
      {(['data', 'report'] as const).map((what) => (
        <Lacking key={what} what={what} states={lackingStates(result, what)} by={by} said={said} />
      ))}
      <Lines
        title="roster.twice"
        lines={result.states.flatMap(({ entry, twice }) => (twice.length === 0 ? [] : [{ name: entryName(entry), more: twice.map(file) }]))}
      />
      <NotAssigned all={result.unassigned} file={file} />
      <Lines
        title="roster.remarks"
        lines={result.states.flatMap(({ entry, remarks }) => remarks.map((remark) => ({ name: entryName(entry), more: remark })))}
      />
      {[...result.notices, ...(result.counts.withoutReport === null ? [sayBatch('roster.noReports')] : [])].map((notice) => (
        <p key={notice} className="jb-quiet">
          {notice}
        </p>
      ))}
    </div>
  );
}

interface GroupingProps {
  readonly by: RosterGrouping;
  /** What the list says anything of. */
  readonly said: readonly RosterGrouping[];
  readonly onChoose: (by: RosterGrouping) => void;
}

function Grouping({ by, said, onChoose }: GroupingProps) {
  return (
    <fieldset>
      <legend>{sayBatch('roster.groups')}</legend>
      {said.map((one) => (
        <label key={one}>
          <input type="radio" name="jb-roster-by" checked={one === by} onChange={() => onChoose(one)} /> {sayBatch(`roster.${one}`)}
        </label>
      ))}
    </fieldset>
  );
}

interface GroupsProps extends Pick<GroupingProps, 'by' | 'said'> {
  readonly states: readonly RosterState[];
}

function Groups({ states, by, said }: GroupsProps) {
  if (said.length === 0) return <Names states={states} />;
  return groupedBy(states, by).map(({ name, states: own }) => (
    <div key={name} className="jb-roster-group">
      <h3>{sayBatch('roster.group', { name, n: own.length })}</h3>
      <Names states={own} />
    </div>
  ));
}

function Names({ states }: { readonly states: readonly RosterState[] }) {
  return (
    <ul className="jb-roster-names">
      {states.map(({ entry, tables, unreadable }) => (
        <li key={`${entry.at.sheet} ${entry.at.row} ${entryName(entry)}`}>
          {entryName(entry)}
          {tables.length === 0 && unreadable.length > 0 && <span className="jb-quiet"> {sayBatch('roster.unopened')}</span>}
        </li>
      ))}
    </ul>
  );
}

function Lacking({ what, states, by, said }: GroupsProps & { readonly what: 'data' | 'report' }) {
  if (states.length === 0) return null;
  return (
    <section>
      <h2>{sayBatch(`roster.${what}`, { n: states.length })}</h2>
      <Groups states={states} by={by} said={said} />
    </section>
  );
}

interface LinesProps {
  readonly title: 'roster.twice' | 'roster.remarks';
  readonly lines: readonly { readonly name: string; readonly more: ReactNode }[];
}

function Lines({ title, lines }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{sayBatch(title, { n: lines.length })}</h2>
      <ul>
        {lines.map(({ name, more }, index) => (
          <li key={`${name} ${index}`}>
            {name} <span className="jb-roster-more">{more}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface NotAssignedProps {
  readonly all: readonly Unassigned[];
  readonly file: (path: string) => ReactNode;
}

function NotAssigned({ all, file }: NotAssignedProps) {
  if (all.length === 0) return null;
  const title = sayBatch('roster.unassigned', { n: all.length });
  return (
    <section>
      <h2>{title}</h2>
      <table className="jb-table" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{sayBatch('column.file')}</th>
            <th scope="col">{sayBatch('roster.column.written')}</th>
            <th scope="col">{sayBatch('roster.column.why')}</th>
            <th scope="col">{sayBatch('roster.column.perhaps')}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((one, index) => (
            <tr key={`${one.file} ${index}`}>
              <td>{file(one.file)}</td>
              <td>{[one.unit, one.project].filter((name) => name !== null).join(' ') || sayBatch('unknown')}</td>
              <td>{one.why}</td>
              <td>{one.candidates.map(entryName).join('、') || sayBatch('unknown')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface FileLinkProps {
  readonly path: string;
  readonly rows: BatchState['rows'];
  readonly onOpen: BatchActions['open'];
}

function FileLink({ path, rows, onOpen }: FileLinkProps) {
  const row = rows.find((one) => one.path === path);
  if (row === undefined) return <span className="jb-roster-file">{path}</span>;
  return (
    <button type="button" className="jb-file jb-roster-file" onClick={() => onOpen(row)}>
      {path}
    </button>
  );
}
