import { Button } from '@fluentui/react-components';
import type { OpenState, OpenWorkbook } from '../../open-workbook';
import { Triangle } from '../parts/icons';
import { TextLink } from '../parts/link';
import type { Shell } from '../shell';
import { say } from '../texts/say';
import { Card } from './card';

interface StoppedProps {
  readonly open: OpenWorkbook;
  readonly state: OpenState;
  readonly shell: Shell;
}

/** The first audit came to no end: cancelled, or something did not work. */
export function Stopped({ open, state, shell }: StoppedProps) {
  const { trouble } = state;
  const detail = trouble?.detail ?? null;
  return (
    <Card
      mark={trouble === null ? undefined : <Triangle size={28} className="jh-mark jh-mark-advisory" />}
      title={say(trouble === null ? 'busy.cancelled' : 'busy.noResult')}
    >
      <p role="status">{trouble?.sentence ?? say('busy.cancelled.say')}</p>
      {detail !== null && <TextLink onClick={() => void shell.copy(detail)}>{say('bar.copyError')}</TextLink>}
      <div className="jh-card-buttons">
        <Button appearance="primary" onClick={() => void open.audit()}>
          {say('do.audit')}
        </Button>
        {shell.openFile !== undefined && (
          <Button appearance="subtle" onClick={() => shell.openFile?.()}>
            {say('refused.another')}
          </Button>
        )}
      </div>
      <p className="jh-small">{state.name}</p>
    </Card>
  );
}
