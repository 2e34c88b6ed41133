import { Button, ProgressBar } from '@fluentui/react-components';
import type { OpenState } from '../../open-workbook';
import { usePane } from '../parts/context';
import { useLasting } from '../parts/hooks';
import { Refresh, Undo } from '../parts/icons';
import { TextLink } from '../parts/link';
import { say, type TextKey } from '../texts/say';

interface FootProps {
  /** The last write came from the 写入 list: its undo stands where the state stands. */
  readonly written: boolean;
  /** The screen has its primary button elsewhere. */
  readonly quiet?: boolean;
}

const DOING: Readonly<Record<NonNullable<OpenState['busy']>['doing'], TextKey>> = {
  reading: 'foot.busy',
  auditing: 'foot.busy',
  planning: 'foot.planning',
  writing: 'foot.writing',
  marking: 'foot.marking',
  removing: 'foot.removing',
};

/** The state in words, 重新审核, and the one primary button. */
export function Foot({ written, quiet = false }: FootProps) {
  const { open, state } = usePane();
  const busy = useLasting(state.busy !== null);
  const auditing = state.busy !== null && (state.busy.doing === 'reading' || state.busy.doing === 'auditing');
  return (
    <footer className="jh-foot">
      {busy && (
        <ProgressBar className="jh-foot-progress" thickness="medium" value={state.busy?.share ?? undefined} aria-label={footText(state)} />
      )}
      <FootState written={written} busy={busy} />
      <div className="jh-foot-buttons">
        {busy && auditing ? (
          <Button size="small" appearance="subtle" onClick={() => open.cancel()}>
            {say('do.cancel')}
          </Button>
        ) : (
          <Button
            appearance="subtle"
            className="jh-icon-button"
            icon={<Refresh />}
            aria-label={say('foot.again')}
            title={say('foot.again')}
            disabled={state.busy !== null}
            onClick={() => void open.audit()}
          />
        )}
        {!quiet && <Primary />}
      </div>
    </footer>
  );
}

function FootState({ written, busy }: { readonly written: boolean; readonly busy: boolean }) {
  const { open, state } = usePane();
  const undo = () => void open.undo();
  if (written && state.last !== null && !busy) {
    const { blocked } = state.last;
    return (
      <div className="jh-foot-state">
        <Button size="small" appearance="transparent" className="jh-undo" icon={<Undo />} disabled={blocked !== null} onClick={undo}>
          {say('foot.undo')}
        </Button>
        {blocked !== null && <span>{blocked}</span>}
      </div>
    );
  }
  return (
    <p className="jh-foot-state" role="status">
      {footText(state)}
      {state.last !== null && state.last.blocked === null && !busy && (
        <>
          {' · '}
          <TextLink onClick={undo}>{say('foot.undoShort')}</TextLink>
        </>
      )}
    </p>
  );
}

/** What the foot says at the left. */
export function footText(state: OpenState): string {
  const { busy, lessBy, marked, mode, settings } = state;
  if (busy !== null) return say(DOING[busy.doing]);
  if (lessBy !== null && mode === 'fill') return reChecked(lessBy);
  if (marked !== null) return say('foot.marked', { n: marked });
  if (mode === 'review') return say('foot.review');
  return say(settings.recheck ? 'foot.auto' : 'foot.manual');
}

function reChecked(lessBy: number): string {
  if (lessBy > 0) return say('foot.less', { n: lessBy });
  return lessBy < 0 ? say('foot.more', { n: -lessBy }) : say('foot.same');
}

/** 运算 for one's own table, 标注 for a received one; where nothing can be written, the way to a file that can. */
function Primary() {
  const { open, state, mode, shell } = usePane();
  const idle = state.busy === null;
  if (mode === 'review') {
    if (state.can === null || state.can.marks === 'none') return null;
    return (
      <Button appearance="primary" disabled={!idle} onClick={() => void open.mark()}>
        {say('do.mark')}
      </Button>
    );
  }
  if (state.unwritable !== null) {
    if (state.unwritable === 'read-only' || shell.saveAsXlsx === undefined) return null;
    return (
      <Button appearance="primary" onClick={() => shell.saveAsXlsx?.()}>
        {say('do.saveAsXlsx')}
      </Button>
    );
  }
  return (
    <Button appearance="primary" disabled={!idle} onClick={() => void open.recalc()}>
      {say('do.recalc')}
    </Button>
  );
}
