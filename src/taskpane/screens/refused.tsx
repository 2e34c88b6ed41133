import { Button } from '@fluentui/react-components';
import type { OpenState, OpenWorkbook } from '../../open-workbook';
import { useMoment } from '../parts/hooks';
import { Triangle } from '../parts/icons';
import { TextLink } from '../parts/link';
import type { Shell } from '../shell';
import { say } from '../texts/say';
import { Card } from './card';

interface RefusedProps {
  readonly open: OpenWorkbook;
  readonly state: OpenState;
  readonly shell: Shell;
}

/** The file or the host cannot be used: why, and what to do. */
export function RefusedScreen({ open, state, shell }: RefusedProps) {
  const [copied, setCopied] = useMoment<boolean>();
  const detail = state.trouble?.detail ?? null;
  const unsuited = state.trouble?.program === true;
  return (
    <Card mark={<Triangle size={28} className="jh-mark jh-mark-advisory" />} title={say(unsuited ? 'refused.program' : 'refused.title')}>
      <p role="status">{state.trouble?.sentence}</p>
      {!unsuited && (
        <div className="jh-card-buttons">
          {shell.openFile !== undefined ? (
            <Button appearance="primary" onClick={() => shell.openFile?.()}>
              {say('refused.another')}
            </Button>
          ) : (
            <Button appearance="primary" onClick={() => void open.audit()}>
              {say('foot.again')}
            </Button>
          )}
        </div>
      )}
      <p className="jh-small">{state.name}</p>
      {detail !== null && (
        <p className="jh-small">
          <TextLink onClick={() => void shell.copy(detail).then(setCopied)}>
            {say(copied === true ? 'bar.errorCopied' : 'bar.copyError')}
          </TextLink>
        </p>
      )}
    </Card>
  );
}
