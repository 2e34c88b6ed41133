import { Button } from '@fluentui/react-components';
import type { Shell } from '../shell';
import { say } from '../texts/say';
import { Card } from './card';

export function Empty({ shell }: { readonly shell: Shell }) {
  return (
    <Card title={say('empty.title')}>
      <p>{say('empty.say')}</p>
      <div className="jh-card-buttons">
        {shell.openFile !== undefined && (
          <Button appearance="primary" onClick={() => shell.openFile?.()}>
            {say('empty.choose')}
          </Button>
        )}
        {shell.openSample !== undefined && <Button onClick={() => shell.openSample?.()}>{say('empty.sample')}</Button>}
      </div>
      <p className="jh-small">{say('empty.kinds')}</p>
    </Card>
  );
}
