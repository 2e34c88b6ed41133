import { Button, ProgressBar } from '@fluentui/react-components';
import type { OpenState, OpenWorkbook } from '../../open-workbook';
import { useLasting } from '../parts/hooks';
import { say } from '../texts/say';
import { Card } from './card';

interface ProgressProps {
  readonly title: string;
  readonly line?: string;
  /** 0…1; null where it cannot be told. */
  readonly share: number | null;
  readonly name: string;
  readonly onCancel: () => void;
}

function Progress({ title, line, share, name, onCancel }: ProgressProps) {
  return (
    <Card title={title}>
      {line !== undefined && <p role="status">{line}</p>}
      <ProgressBar className="jh-progress" aria-label={title} value={share ?? undefined} />
      <p className="jh-small">{name}</p>
      <div className="jh-card-buttons">
        <Button onClick={onCancel}>{say('do.cancel')}</Button>
      </div>
    </Card>
  );
}

/** The first audit on its way; nothing is drawn for what takes less than 0.3 s. */
export function Busy({ open, state }: { readonly open: OpenWorkbook; readonly state: OpenState }) {
  const lasts = useLasting(true);
  if (!lasts) return <div className="jh-card" aria-busy="true" />;
  const title = say(state.busy?.doing === 'reading' || state.phase === 'opening' ? 'busy.reading' : 'busy.auditing');
  return <Progress title={title} share={state.busy?.share ?? null} name={state.name} onCancel={() => open.cancel()} />;
}
