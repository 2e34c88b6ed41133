import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { CellView, FindingView, TableView } from '../../open-workbook';
import { FindingList } from '../findings/list';
import { SearchLine } from '../findings/search-line';
import { NO_FILTER, SEARCH_FROM } from '../findings/search';
import { stepFrom } from '../findings/order';
import { useFindings } from '../findings/use-findings';
import { useAnnounce } from '../parts/announce';
import { usePane } from '../parts/context';
import { useLatest } from '../parts/hooks';
import { PlanScreen } from '../plan/plan-screen';
import { AllClear } from '../screens/all-clear';
import { ScoreList } from '../scores/score-list';
import { SettingsScreen, type SettingsPart } from '../settings/settings-screen';
import { Summary } from '../summary/summary';
import { say } from '../texts/say';
import { Bars, WrittenBar } from './bars';
import { Foot, footText } from './foot';
import { Head } from './head';
import type { PaneMemory, TabKey } from './memory';
import { TabsLine } from './tabs-line';
import { useKeptScroll, useMemory } from './use-memory';
import { paneKeyDown } from './use-pane-keys';
import { isAllClear } from './verdict-text';
import { Figures, VerdictNote, Verdict } from './verdict';

/** What the page around may ask of the screen. */
export interface AuditScreenHandle {
  step(by: 1 | -1): void;
}

/** The audited table: answer, figures, list; over it the 写入 list or 设置 while they are open. */
export function AuditScreen({ table, handle }: { readonly table: TableView; readonly handle: Ref<AuditScreenHandle> }) {
  const pane = usePane();
  const { open, state, mode } = pane;
  const announce = useAnnounce();
  const [memory, keep] = useMemory();
  const [settings, setSettings] = useState<SettingsPart | null>(null);
  const [searching, setSearching] = useState(false);
  /** The last write came from the 写入 list, not from one 改为. */
  const [byList, setByList] = useState(false);
  const findings = useFindings(open, state, table, memory.finding);
  const changed = useChange(findings, () => setByList(false));
  const tab = shownTab(memory.tab, pane.desk !== null);

  useEffect(() => keep({ finding: findings.openId }), [findings.openId]);
  useFollowedSheet(table);
  useSaid();

  const goTab = (next: TabKey) => keep({ tab: next, details: true });
  const walk = (by: 1 | -1, focus: boolean) => {
    const next = state.audit === null ? null : stepFrom(state.audit, state.selected, findings.openId, by);
    if (next === null) return;
    setSettings(null);
    goTab('findings');
    if (!findings.visible.some(({ id }) => id === next.finding.id)) findings.setFilter(NO_FILTER);
    if (next.table !== state.table) open.showTable(next.table);
    if (focus) findings.wanted.current = next.finding.id;
    findings.go(next.finding, { open: true, locate: true });
    announce(say('row.position', { i: next.position, n: next.count }));
  };
  useImperativeHandle(handle, () => ({ step: (by) => walk(by, false) }));

  /** From another tab to a row of the list. */
  const toFinding = (id: string) => {
    const finding = table.findings.find((one) => one.id === id);
    if (finding === undefined) return;
    goTab('findings');
    findings.setFilter(NO_FILTER);
    findings.wanted.current = id;
    findings.go(finding, { open: true, locate: true });
  };

  const closeSearch = () => {
    setSearching(false);
    findings.setFilter(NO_FILTER);
  };
  const escape = () => {
    if (state.plan !== null) open.dismissPlan();
    else if (settings !== null) setSettings(null);
    else if (searching) closeSearch();
    else if (findings.openId !== null && tab === 'findings') findings.go(openFinding!, { open: false, locate: false });
    else return false;
    return true;
  };
  const openFinding = table.findings.find(({ id }) => id === findings.openId);
  const mayChange = mode === 'fill' && state.unwritable === null && tab === 'findings' && openFinding?.change != null;
  const keys = {
    step: (by: 1 | -1) => walk(by, true),
    search: table.findings.length >= SEARCH_FROM ? () => (goTab('findings'), setSearching(true)) : undefined,
    change: mayChange ? () => changed.change(openFinding!) : undefined,
    undo: state.last !== null && state.last.blocked === null && mode === 'fill' ? () => void open.undo() : undefined,
    escape,
  };
  const write = () =>
    void open.write().then((done) => {
      if (done) setByList(true);
    });
  const written = byList && state.last !== null;
  const go = (cell: CellView, focus = false) => findings.locate(cell.at, focus);

  return (
    <div className="jh-screen" onKeyDown={(event) => paneKeyDown(event, keys)}>
      {state.plan !== null ? (
        <PlanScreen plan={state.plan} onGo={go} onWrite={write} />
      ) : settings !== null ? (
        <SettingsScreen at={settings} onClose={() => setSettings(null)} />
      ) : isAllClear(table) && !memory.details && !written ? (
        <>
          <Head table={table} onSettings={setSettings} />
          <AllClear table={table} onSummary={() => goTab('summary')} onDetails={() => goTab('findings')} focus={changed.pending} />
          <Foot written={false} quiet />
        </>
      ) : (
        <>
          <Head table={table} onSettings={setSettings} />
          {written && <WrittenBar />}
          <Verdict table={table} />
          <Bars table={table} />
          <Figures table={table} />
          <VerdictNote table={table} />
          <TabsLine
            table={table}
            tab={tab}
            onTab={goTab}
            searching={searching}
            onSearch={table.findings.length >= SEARCH_FROM ? () => (searching ? closeSearch() : setSearching(true)) : null}
          />
          {searching && tab === 'findings' && (
            <SearchLine
              findings={table.findings}
              shown={findings.visible.length}
              filter={findings.filter}
              onFilter={findings.setFilter}
              onClose={closeSearch}
            />
          )}
          <Panel tab={tab} scroll={memory.scroll} onScroll={(scroll) => keep({ scroll })}>
            <TabContent
              {...{ table, tab, memory, keep, findings, go, toFinding }}
              onChange={changed.change}
              onStandard={() => setSettings('standard')}
            />
          </Panel>
          <Foot written={written} />
        </>
      )}
    </div>
  );
}

/** The desk is there in 审核 mode only. */
const shownTab = (tab: TabKey, desk: boolean): TabKey => (tab === 'desk' && !desk ? 'findings' : tab);

interface TabContentProps {
  readonly table: TableView;
  readonly tab: TabKey;
  readonly memory: PaneMemory;
  readonly keep: (change: Partial<PaneMemory>) => void;
  readonly findings: ReturnType<typeof useFindings>;
  readonly go: (cell: CellView, focus?: boolean) => void;
  readonly toFinding: (id: string) => void;
  readonly onChange: (finding: FindingView) => void;
  readonly onStandard: () => void;
}

function TabContent({ table, tab, memory, keep, findings, go, toFinding, onChange, onStandard }: TabContentProps) {
  const { open, desk } = usePane();
  return (
    <>
      {tab === 'findings' && <FindingList table={table} findings={findings} onChange={onChange} onStandard={onStandard} />}
      {tab === 'scores' && (
        <ScoreList
          table={table}
          openId={memory.score}
          onOpen={(score) => keep({ score })}
          onGo={go}
          onChange={(row) => void open.change(row.id)}
        />
      )}
      {tab === 'desk' && desk !== null && <desk.parts.DeskTab onFinding={toFinding} />}
      {tab === 'summary' && (
        <Summary table={table} length={memory.length} onLength={(length) => keep({ length })} onGo={(cell) => go(cell)} />
      )}
    </>
  );
}

interface PanelProps {
  readonly tab: TabKey;
  readonly scroll: number;
  readonly onScroll: (scroll: number) => void;
  readonly children: React.ReactNode;
}

/** The list scrolls alone. */
function Panel({ tab, scroll, onScroll, children }: PanelProps) {
  const element = useRef<HTMLDivElement>(null);
  useKeptScroll(element, scroll, onScroll);
  const last = useRef(tab);
  useEffect(() => {
    if (last.current !== tab && element.current !== null) element.current.scrollTop = 0;
    last.current = tab;
  }, [tab]);
  return (
    <div id="jh-panel" className="jh-panel" role="tabpanel" aria-labelledby={`jh-tab-${tab}`} ref={element}>
      {children}
    </div>
  );
}

/** 改为: once the finding is gone the keyboard and the sheet go on to the next one. */
function useChange(findings: ReturnType<typeof useFindings>, onChanged: () => void) {
  const { open } = usePane();
  const pending = useRef<string | null>(null);
  const { current } = findings.place;
  useEffect(() => {
    if (pending.current === null || current === pending.current) return;
    pending.current = null;
    const next = findings.walk.find(({ id }) => id === current);
    if (next === undefined) return;
    findings.wanted.current = next.id;
    findings.go(next, { open: true, locate: true });
  });
  const change = useLatest((finding: FindingView) => {
    pending.current = finding.id;
    void open.change(finding.id).then((done) => {
      if (done) onChanged();
      else if (pending.current === finding.id) pending.current = null;
    });
  });
  return { change, pending };
}

/** Where a workbook holds several tables, the shown one follows the sheet that is looked at. */
function useFollowedSheet(table: TableView): void {
  const { open, state } = usePane();
  const sheet = state.selected?.sheet;
  useEffect(() => {
    if (sheet === undefined || state.audit === null || table.sheet === sheet) return;
    const index = state.audit.tables.findIndex((one) => one.sheet === sheet);
    if (index >= 0) open.showTable(index);
    // Only a change of the selected sheet leads; a table chosen in the menu stays.
  }, [sheet]);
}

/** 「已复查，少 1 项」 is said as well as shown. */
function useSaid(): void {
  const { state } = usePane();
  const announce = useAnnounce();
  const { audit, lessBy } = state;
  useEffect(() => {
    if (lessBy !== null && lessBy !== 0) announce(footText({ ...state, busy: null }));
  }, [audit, lessBy]);
}
