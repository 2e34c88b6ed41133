import type { Mode, OpenWorkbook } from '../../open-workbook';
import { say } from '../texts/say';
import { Card } from './card';

const MODES: readonly Mode[] = ['fill', 'review'];

/** Asked once, on the first workbook. */
export function AskMode({ open }: { readonly open: OpenWorkbook }) {
  return (
    <Card title={say('mode.ask')}>
      <div className="jh-choices">
        {MODES.map((mode) => (
          <button key={mode} type="button" className="jh-choice" onClick={() => void open.setMode(mode)}>
            <strong>{say(`mode.${mode}.whose`)}</strong>
            <span>{say(`mode.${mode}.what`)}</span>
          </button>
        ))}
      </div>
      <p className="jh-small">{say('mode.ask.later')}</p>
    </Card>
  );
}
