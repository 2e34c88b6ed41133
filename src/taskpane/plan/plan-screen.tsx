import { Button, Checkbox } from '@fluentui/react-components';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { CellView, KeptView, OpenPlan, PlannedView } from '../../open-workbook';
import { Bar } from '../parts/bar';
import { CellLink } from '../parts/cell-link';
import { usePane } from '../parts/context';
import { ChevronDown, ChevronRight } from '../parts/icons';
import { say } from '../texts/say';

interface PlanScreenProps {
  readonly plan: OpenPlan;
  readonly onGo: (cell: CellView) => void;
  readonly onWrite: () => void;
}

/** The 写入 list: 运算 always comes here first. */
export function PlanScreen({ plan, onGo, onWrite }: PlanScreenProps) {
  const { open, state } = usePane();
  const { view, ticked } = plan;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const nothing = view.fill.length + view.lower.length + view.raise.length === 0;
  const writing = state.busy?.doing === 'writing';
  return (
    <>
      <div className="jh-list jh-plan">
        {state.trouble !== null && <Bar tone="warning">{state.trouble.sentence}</Bar>}
        <Heading of={title} nothing={nothing} plan={plan} />
        <Lines title={say('plan.fill', { n: view.fill.length })} lines={view.fill} ticked={ticked} onGo={onGo} />
        <Lines title={say('plan.lower', { n: view.lower.length })} hint lines={view.lower} ticked={ticked} onGo={onGo} />
        <Lines title={say('plan.raise', { n: view.raise.length })} hint lines={view.raise} ticked={ticked} onGo={onGo} />
        <div className="jh-plan-after">
          {view.outcome !== null && (
            <p className="jh-outcome" role="status">
              {view.outcome}
            </p>
          )}
          {view.followUp !== null && <p>{view.followUp}</p>}
          {view.followed.length > 0 && (
            <p>
              {say('plan.followed', { n: view.followed.length, cells: view.followed.map(({ address }) => address).join(say('list.and')) })}
            </p>
          )}
          <Kept kept={view.kept} spread={nothing} onGo={onGo} />
          {!nothing && <p>{say('plan.undoable')}</p>}
        </div>
      </div>
      <footer className="jh-foot jh-foot-plan">
        <div className="jh-foot-buttons">
          {!nothing && (
            <Button appearance="primary" disabled={ticked.size === 0 || writing} onClick={onWrite}>
              {say('plan.write', { n: ticked.size })}
            </Button>
          )}
          <Button appearance={nothing ? 'primary' : 'secondary'} onClick={() => open.dismissPlan()}>
            {say(nothing ? 'plan.back' : 'plan.dismiss')}
          </Button>
        </div>
      </footer>
    </>
  );
}

interface HeadingProps {
  readonly of: RefObject<HTMLHeadingElement>;
  readonly nothing: boolean;
  readonly plan: OpenPlan;
}

/** How much would be written; where it is nothing, whether that is well or something is left open. */
function Heading({ of, nothing, plan: { view, ticked } }: HeadingProps) {
  const n = view.kept.length;
  const texts = n === 0 ? [say('plan.nothing'), say('plan.nothing.say')] : [say('plan.unable'), say('plan.unable.say', { n })];
  return (
    <>
      <h1 ref={of} tabIndex={-1}>
        {nothing ? texts[0] : say('plan.title', { n: ticked.size })}
      </h1>
      {nothing && <p className="jh-note">{texts[1]}</p>}
    </>
  );
}

interface LinesProps {
  readonly title: string;
  readonly hint?: boolean;
  readonly lines: readonly PlannedView[];
  readonly ticked: ReadonlySet<string>;
  readonly onGo: (cell: CellView) => void;
}

function Lines({ title, hint = false, lines, ticked, onGo }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <section className="jh-planned">
      <div className="jh-group-head">
        <h2>{title}</h2>
        {hint && <span className="jh-group-hint">{say('plan.hint')}</span>}
      </div>
      <ul>
        {lines.map((line) => (
          <Line key={line.id} line={line} on={ticked.has(line.id)} onGo={onGo} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line, on, onGo }: { readonly line: PlannedView; readonly on: boolean; readonly onGo: (cell: CellView) => void }) {
  const { open } = usePane();
  const { cell, name, to } = line;
  const from = line.from === '' ? say('plan.blank') : line.from;
  return (
    <li className="jh-planned-line" title={line.reason}>
      <Checkbox
        checked={on}
        aria-label={say('plan.tick', { address: cell.address, name, from, to })}
        onChange={(_, { checked }) => void open.tick(line.id, checked === true)}
      />
      <span className="jh-gutter">
        <CellLink cell={cell} onGo={onGo} />
      </span>
      <span className="jh-planned-name">{name}</span>
      <span className="jh-change">
        {from} {say('row.arrow')} <strong>{to}</strong>
      </span>
    </li>
  );
}

const FEW = 2;

interface KeptProps {
  readonly kept: readonly KeptView[];
  /** Open from the start. */
  readonly spread: boolean;
  readonly onGo: (cell: CellView) => void;
}

/** What stays as it is, and why: at once where it is little, else on demand. */
function Kept({ kept, spread, onGo }: KeptProps) {
  const [shown, setShown] = useState(spread);
  if (kept.length === 0) return null;
  const lines = (
    <ul>
      {kept.map(({ cell, name, why }) => (
        <li key={cell.address}>
          <CellLink cell={cell} onGo={onGo} /> {name}：{why}
        </li>
      ))}
    </ul>
  );
  if (kept.length <= FEW) {
    return (
      <div className="jh-kept">
        <p>{say('plan.kept', { n: kept.length })}</p>
        {lines}
      </div>
    );
  }
  return (
    <div className="jh-kept">
      <button type="button" className="jh-link" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {say('plan.kept', { n: kept.length })}
        {shown ? <ChevronDown size={12} /> : <ChevronRight size={12} />}
      </button>
      {shown && lines}
    </div>
  );
}
