import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { OpenState } from '../../open-workbook';
import { usePane } from '../parts/context';
import { say } from '../texts/say';

/** What of ours is in the workbook, as words; '' for nothing. */
export function tracesText(traces: OpenState['traces']): string {
  if (traces === null) return '';
  return [
    ...(traces.marks > 0 ? [say('settings.traces.marks', { n: traces.marks })] : []),
    ...(traces.notes > 0 ? [say('settings.traces.notes', { n: traces.notes })] : []),
    ...traces.sheets.map((name) => say('settings.traces.sheet', { name })),
    ...(traces.settings ? [say('settings.traces.settings')] : []),
  ].join(say('list.and'));
}

/** 清除绩核痕迹: said what goes, asked once more in place. */
export function TracesSetting() {
  const { open, state } = usePane();
  const [asking, setAsking] = useState(false);
  const what = tracesText(state.traces);
  if (what === '') return <p className="jh-setting-note">{say('settings.traces.none')}</p>;
  const remove = () => {
    setAsking(false);
    void open.removeTraces();
  };
  return (
    <>
      <p className="jh-setting-note">{say('settings.traces.has', { what })}</p>
      {asking && <p className="jh-setting-note">{say('settings.traces.sure')}</p>}
      <div className="jh-actions">
        {asking ? (
          <>
            <Button size="small" className="jh-act" onClick={remove}>
              {say('settings.traces.yes')}
            </Button>
            <Button size="small" appearance="subtle" className="jh-act" onClick={() => setAsking(false)}>
              {say('settings.traces.no')}
            </Button>
          </>
        ) : (
          <Button size="small" className="jh-act" onClick={() => setAsking(true)}>
            {say('settings.traces.remove')}
          </Button>
        )}
      </div>
    </>
  );
}
