import { useState } from 'react';
import type { NotRunView, TableView } from '../../open-workbook';
import { Bar } from '../parts/bar';
import { usePane } from '../parts/context';
import { TextLink } from '../parts/link';
import { say } from '../texts/say';

/** What was written, above the verdict. */
export function WrittenBar() {
  const { state } = usePane();
  return state.last === null ? null : <Written />;
}

/** Under the verdict: what did not work, that the result is old, what was left out of a 标注, checks that crashed, files that cannot be written. */
export function Bars({ table }: { readonly table: TableView }) {
  const { open, state } = usePane();
  return (
    <>
      {state.trouble !== null && (
        <Bar tone="warning">
          {state.trouble.sentence}
          {state.trouble.detail !== null && <CopyError text={state.trouble.detail} />}
        </Bar>
      )}
      {state.stale && (
        <Bar tone="plain">
          {say('bar.stale')} <TextLink onClick={() => void open.audit()}>{say('foot.again')}</TextLink>
        </Bar>
      )}
      {state.markNote !== null && <Bar tone="plain">{state.markNote}</Bar>}
      <Hindrances table={table} />
    </>
  );
}

function Written() {
  const { state } = usePane();
  const { cells, kept } = state.last!;
  return (
    <Bar tone="success">
      {say('bar.written', { n: cells })}
      {kept.length > 0 && (
        <span className="jh-bar-more">
          {say('bar.kept', {
            n: kept.length,
            what: kept.map(({ cell, why }) => say('plan.keptOne', { address: cell.address, why })).join(say('list.semicolon')),
          })}
        </span>
      )}
    </Bar>
  );
}

function Hindrances({ table }: { readonly table: TableView }) {
  const { state, mode } = usePane();
  return (
    <>
      {table.failed.length > 0 && <Crashed failed={table.failed} />}
      {mode === 'fill' && state.unwritable === 'old-format' && (
        <Bar tone="plain">{say('bar.oldFormat', { ending: /\.[^.]+$/.exec(state.name)?.[0] ?? '.xls' })}</Bar>
      )}
      {mode === 'fill' && state.unwritable === 'read-only' && <Bar tone="plain">{say('bar.readOnly')}</Bar>}
    </>
  );
}

function Crashed({ failed }: { readonly failed: readonly NotRunView[] }) {
  const title = failed.map((one) => one.title).join('」「');
  const which = say(failed.length === 1 ? 'bar.failed.this' : 'bar.failed.these');
  return (
    <Bar tone="warning">
      <strong>{say('bar.failed', { n: failed.length })}</strong>
      {say('bar.failed.say', { title, which })}
      <CopyError text={failed.map(({ code, why }) => `${code}: ${why}`).join('\n')} />
    </Bar>
  );
}

function CopyError({ text }: { readonly text: string }) {
  const { shell } = usePane();
  const [copied, setCopied] = useState(false);
  return (
    <span className="jh-bar-more">
      <TextLink onClick={() => void shell.copy(text).then(setCopied)}>{say(copied ? 'bar.errorCopied' : 'bar.copyError')}</TextLink>
    </span>
  );
}
