import { useEffect, useMemo, useRef, useState, type ReactNode, type Ref, type RefObject } from 'react';
import type { OpenState, OpenWorkbook } from '../open-workbook';
import { AuditScreen, type AuditScreenHandle } from './audit/audit-screen';
import { Announcer } from './parts/announce';
import { BackLink } from './parts/back-link';
import { Pane as PaneScope } from './parts/context';
import { useStore } from './parts/hooks';
import { Themed } from './parts/themed';
import { useSize } from './parts/use-size';
import { AskMode } from './screens/ask-mode';
import { Busy } from './screens/busy';
import { Empty } from './screens/empty';
import { RefusedScreen } from './screens/refused';
import { Stopped } from './screens/stopped';
import { Unrecognised } from './screens/unrecognised';
import type { LoadedDesk } from './desk-types';
import type { Shell, ShellState } from './shell';
import { say } from './texts/say';

interface PaneProps {
  /** null: nothing is open yet. */
  readonly open: OpenWorkbook | null;
  readonly shell: Shell;
  readonly handle: Ref<AuditScreenHandle>;
}

export function Pane({ open, shell, handle }: PaneProps) {
  const page = useStore(shell);
  const root = useRef<HTMLElement>(null);
  return (
    <Themed shell={shell}>
      <Root of={root} beside={shell.beside === true}>
        <Announcer>{open === null ? <Empty shell={shell} /> : <Screen open={open} shell={shell} page={page} handle={handle} />}</Announcer>
      </Root>
    </Themed>
  );
}

interface RootProps {
  readonly of: RefObject<HTMLElement>;
  readonly beside: boolean;
  readonly children: ReactNode;
}

/** The whole page is the main landmark; beside a sheet the page around has given its own. */
function Root({ of, beside, children }: RootProps) {
  const { narrow, low } = useSize(of);
  const Element = beside ? 'div' : 'main';
  return (
    <Element
      ref={of as RefObject<HTMLDivElement>}
      className={`jh-pane${narrow ? ' is-narrow' : ''}${low ? ' is-low' : ''}`}
      aria-label={beside ? undefined : say('pane')}
    >
      {children}
    </Element>
  );
}

interface ScreenProps {
  readonly open: OpenWorkbook;
  readonly shell: Shell;
  readonly page: ShellState;
  readonly handle: Ref<AuditScreenHandle>;
}

/** One screen at a time: refused, asking, busy, not recognised, or the result. */
function Screen({ open, shell, page, handle }: ScreenProps) {
  const state = useStore(open);
  const { mode, audit } = state;
  const desk = useDesk(shell, mode === 'review');
  const scope = useMemo(() => (mode === null ? null : { open, state, mode, shell, page, desk }), [open, state, mode, shell, page, desk]);
  const table = audit?.tables[state.table] ?? audit?.tables[0];
  if (state.phase === 'refused' || scope === null || table === undefined) {
    return (
      <>
        <div className="jh-back-line">
          <BackLink shell={shell} page={page} />
        </div>
        <Without open={open} state={state} shell={shell} />
      </>
    );
  }
  return (
    <PaneScope.Provider value={scope}>
      <AuditScreen table={table} handle={handle} />
    </PaneScope.Provider>
  );
}

/** The reviewer's desk and what is drawn of it, fetched when a received table is looked at; without it everything else stays as it is. */
function useDesk(shell: Shell, wanted: boolean): LoadedDesk | null {
  const [loaded, setLoaded] = useState<LoadedDesk | null>(null);
  useEffect(() => {
    if (!wanted || shell.desk === undefined) return undefined;
    let live = true;
    Promise.all([shell.desk(), import(/* webpackChunkName: "desk" */ './desk')]).then(
      ([desk, { PARTS }]) => {
        if (live) setLoaded({ desk, parts: PARTS });
      },
      () => undefined,
    );
    return () => {
      live = false;
    };
  }, [shell, wanted]);
  return wanted ? loaded : null;
}

/** What is shown where there is no result to show, or nobody has said yet whose table it is. */
function Without({ open, state, shell }: Pick<ScreenProps, 'open' | 'shell'> & { readonly state: OpenState }) {
  if (state.phase === 'refused') return <RefusedScreen open={open} state={state} shell={shell} />;
  if (state.mode === null) return <AskMode open={open} />;
  if (state.audit !== null) return <Unrecognised open={open} state={state} shell={shell} />;
  const stopped = state.busy === null && state.phase !== 'opening';
  return stopped ? <Stopped open={open} state={state} shell={shell} /> : <Busy open={open} state={state} />;
}
