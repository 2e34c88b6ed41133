import { Button, ProgressBar, Tab, TabList } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { CHART_TITLES } from '../../../results';
import { TextLink, useStore } from '../../../taskpane';
import type { BatchCounts, BatchState } from '../state';
import { Chart } from './chart';
import { checkBars, differenceBars, matches, scoreBars, type BarKey } from './charts';
import { DeskLine } from './desk-line';
import { CheckTable } from './check-table';
import { HoldLine } from './hold-line';
import { ResultTable } from './result-table';
import { RosterLine } from './roster-line';
import { sayBatch } from './say';
import { sortedBy, type Sorting } from './sorting';
import type { BatchSource, BatchActions, HeldView, HoldKind } from './types';

/** Fetched when a list is there. */
const RosterPanel = lazy(async () => ({
  default: (await import(/* webpackChunkName: "held" */ '../../held/view/roster-panel')).RosterPanel,
}));

interface BatchViewProps {
  readonly batch: BatchSource;
  readonly actions: BatchActions;
}

type View = 'unit' | 'check' | 'roster' | HoldKind;

/** Where nothing is held against anything yet. */
const NOTHING_HELD: Pick<HeldView, 'state' | 'subscribe' | 'tabs'> = {
  state: { latest: null },
  subscribe: () => () => undefined,
  tabs: () => [],
};

/** 多份: counts, pictures that filter, and the table by unit or by check. */
export function BatchView({ batch, actions }: BatchViewProps) {
  const state = useStore(batch);
  const [view, setView] = useState<View>('unit');
  const [chosen, setChosen] = useState<BarKey | null>(null);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const rows = useMemo(
    () => sortedBy(chosen === null ? state.rows : state.rows.filter((row) => matches(row, chosen)), sorting),
    [state.rows, chosen, sorting],
  );
  const held = state.roster?.result ?? null;
  // Whoever chose a list wants to see what it came to.
  useEffect(() => setView((now) => (held !== null ? 'roster' : now === 'roster' ? 'unit' : now)), [held]);
  const { latest } = useStore(actions.held ?? NOTHING_HELD);
  const tabs = (actions.held ?? NOTHING_HELD).tabs();
  useEffect(() => setView((now) => latest?.kind ?? now), [latest]);
  const isGone = !['unit', 'check', 'roster', ...tabs.map(({ id }) => id)].includes(view);
  useEffect(() => setView((now) => (isGone ? 'unit' : now)), [isGone]);
  const choose = (key: BarKey | null) => {
    setChosen(key);
    if (key !== null) setView('unit');
  };
  return (
    <main className="jb-batch" aria-label={sayBatch('title')}>
      <Head state={state} batch={batch} actions={actions} />
      {actions.desk !== null && <DeskLine desk={actions.desk} />}
      <Pictures state={state} chosen={chosen} onChoose={choose} />
      <div className="jb-tabs">
        <TabList size="small" aria-label={sayBatch('views')} selectedValue={view} onTabSelect={(_, { value }) => setView(value as View)}>
          <Tab value="unit" id="jb-tab-unit" aria-controls="jb-panel">
            {sayBatch('byUnit')}
          </Tab>
          <Tab value="check" id="jb-tab-check" aria-controls="jb-panel">
            {sayBatch('byCheck')}
          </Tab>
          {held !== null && (
            <Tab value="roster" id="jb-tab-roster" aria-controls="jb-panel">
              {sayBatch('byRoster')}
            </Tab>
          )}
          {tabs.map(({ id, label }) => (
            <Tab key={id} value={id} id={`jb-tab-${id}`} aria-controls="jb-panel">
              {label}
            </Tab>
          ))}
        </TabList>
        {chosen !== null && view === 'unit' && (
          <p className="jb-filter" role="status">
            {sayBatch('filter.by', { what: labelOf(state, chosen) })} · {sayBatch('filter', { n: rows.length, all: state.rows.length })}{' '}
            <TextLink onClick={() => setChosen(null)}>{sayBatch('filter.all')}</TextLink>
          </p>
        )}
      </div>
      <div className="jb-panel" id="jb-panel" role="tabpanel" aria-labelledby={`jb-tab-${view}`} tabIndex={-1}>
        {isHeld(view) && actions.held !== null ? (
          actions.held.panel(view)
        ) : view === 'roster' && held !== null ? (
          <Suspense>
            <RosterPanel result={held} rows={state.rows} actions={actions} />
          </Suspense>
        ) : view !== 'check' ? (
          <ResultTable rows={rows} sorting={sorting} onSort={setSorting} onOpen={actions.open} />
        ) : (
          <CheckTable checks={state.checks} onChoose={(code) => choose({ of: 'check', code })} />
        )}
        <p className="jb-disclaimer">{sayBatch('disclaimer')}</p>
      </div>
    </main>
  );
}

const isHeld = (view: View): view is HoldKind => view !== 'unit' && view !== 'check' && view !== 'roster';

const PARTS = ['mandatory', 'advisory', 'clean', 'unfilled', 'unrecognised', 'unreadable', 'failed'] as const;

/** 「共 312 份：需更正 41，需说明 87，…」; what there is none of is left out, but for the first three. */
export function countsText(counts: BatchCounts): string {
  const parts = PARTS.filter((part, index) => index < 3 || counts[part] > 0).map((part) => sayBatch(`counts.${part}`, { n: counts[part] }));
  return sayBatch('counts', { n: counts.total, parts: parts.join('，') });
}

function Head({ state, batch, actions }: { readonly state: BatchState } & BatchViewProps) {
  const { phase, making, trouble } = state;
  const running = phase === 'running';
  return (
    <header className="jb-head">
      <div className="jb-head-text">
        {actions.back !== null && (
          <p className="jb-back">
            <TextLink onClick={actions.back.go}>{sayBatch('back', { name: actions.back.name })}</TextLink>
          </p>
        )}
        <h1>{countsText(state.counts)}</h1>
        <RosterLine roster={state.roster} phase={phase} actions={actions} />
        {actions.held?.lines()}
        {!running && <HoldLine held={actions.held} hold={actions.hold} />}
        {running && (
          <div className="jb-progress">
            <p role="status">
              {sayBatch('running', { i: Math.min(state.done + 1, state.files), n: state.files })}
              <span className="jb-quiet">{state.current}</span>
            </p>
            <ProgressBar value={state.files === 0 ? 0 : state.done / state.files} aria-label={sayBatch('progress')} />
          </div>
        )}
        {phase === 'cancelled' && <p className="jb-quiet">{sayBatch('cancelled', { n: state.files, done: state.done })}</p>}
        {making !== null && (
          <div className="jb-progress">
            <p role="status">{sayBatch('making')}</p>
            <ProgressBar value={making.share} aria-label={sayBatch('making')} />
          </div>
        )}
        {trouble !== null && (
          <p className="jb-trouble" role="status">
            {trouble}
          </p>
        )}
      </div>
      <div className="jb-buttons">
        {running ? (
          <Button onClick={() => batch.cancel()}>{sayBatch('cancel')}</Button>
        ) : (
          <>
            <Button appearance="subtle" disabled={making !== null} onClick={actions.openOther}>
              {sayBatch('openOther')}
            </Button>
            <Button disabled={making !== null} onClick={actions.saveCopies}>
              {sayBatch('copies')}
            </Button>
            <Button appearance="primary" disabled={making !== null} onClick={actions.saveSummary}>
              {sayBatch('summary')}
            </Button>
          </>
        )}
      </div>
    </header>
  );
}

interface PicturesProps {
  readonly state: BatchState;
  readonly chosen: BarKey | null;
  readonly onChoose: (key: BarKey | null) => void;
}

function Pictures({ state, chosen, onChoose }: PicturesProps) {
  const { rows } = state;
  const scores = useMemo(() => scoreBars(rows), [rows]);
  const differences = useMemo(() => differenceBars(rows), [rows]);
  return (
    <div className="jb-charts">
      <Chart title={CHART_TITLES.scores} bars={scores} chosen={chosen} onChoose={onChoose} />
      <Chart title={CHART_TITLES.differences} bars={differences} chosen={chosen} onChoose={onChoose} />
      <Chart title={CHART_TITLES.checks} bars={checkBars(state)} lying chosen={chosen} onChoose={onChoose} />
    </div>
  );
}

function labelOf(state: BatchState, key: BarKey): string {
  if (key.of === 'check') return state.checks.find(({ code }) => code === key.code)?.title ?? '';
  const bars = key.of === 'score' ? scoreBars([]) : differenceBars([]);
  return `${CHART_TITLES[key.of === 'score' ? 'scores' : 'differences']} ${bars[key.bin]?.label ?? ''}`;
}
