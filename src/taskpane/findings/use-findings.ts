import { useCallback, useEffect, useMemo, useRef, useState, type MutableRefObject } from 'react';
import type { FindingView, OpenState, OpenWorkbook, TableView } from '../../open-workbook';
import type { Addr } from '../../workbook';
import { useLatest } from '../parts/hooks';
import { findingCovers, findingAt, successor } from './order';
import { NO_FILTER, filtered, isFiltering, type Filter } from './search';

/** The row that has the keyboard or would get it, and whether it stands open. One row is open at a time. */
export interface ListPlace {
  readonly current: string | null;
  readonly open: boolean;
}

export interface Findings {
  /** What the filter leaves. */
  readonly visible: readonly FindingView[];
  /** Whether the group 参考 stands open. */
  readonly infoShown: boolean;
  showInfo(shown: boolean): void;
  /** The rows the keys walk: those drawn. */
  readonly walk: readonly FindingView[];
  readonly place: ListPlace;
  readonly openId: string | null;
  readonly filter: Filter;
  setFilter(filter: Filter): void;
  /** Makes a row the current one. `locate`: its cell is selected too. */
  go(finding: FindingView, how: { readonly open: boolean; readonly locate: boolean }): void;
  /** Selects a cell in the sheet; what the host then reports as selected is known to be ours. */
  locate(at: Addr, focus?: boolean): void;
  /** Id of the row that gets the keyboard as soon as it is drawn; null: none. */
  readonly wanted: MutableRefObject<string | null>;
}

const keyOf = (at: Addr): string => `${at.sheet}:${at.row}:${at.col}`;

/** The list of findings of the shown table: which row is open, what is filtered, and how it follows the sheet's selection. */
export function useFindings(open: OpenWorkbook, state: OpenState, table: TableView, remembered: string | null): Findings {
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [place, setPlace] = useState<ListPlace>({ current: remembered, open: true });
  const visible = useMemo(() => filtered(table.findings, filter), [table.findings, filter]);
  const [infoOpen, showInfo] = useState(false);
  const infoShown = infoOpen || isFiltering(filter);
  const walk = useMemo(() => (infoShown ? visible : visible.filter(({ severity }) => severity !== 'info')), [visible, infoShown]);
  const locate = useLocating(open, state, (at) => follow(at));

  const go = useLatest((finding: FindingView, how: { readonly open: boolean; readonly locate: boolean }) => {
    setPlace({ current: finding.id, open: how.open });
    if (how.locate) locate(finding.cell.at);
  });

  /** A cell was selected in the sheet by the user: its finding opens. If it has none, nothing moves. */
  const follow = (at: Addr) => {
    const shown = table.findings.find(({ id }) => id === place.current);
    if (shown !== undefined && findingCovers(shown, at)) return setPlace({ current: shown.id, open: true });
    const hit = state.audit === null ? null : findingAt(state.audit, state.table, at);
    if (hit === null) return undefined;
    if (hit.table !== state.table) open.showTable(hit.table);
    if (!visible.some(({ id }) => id === hit.finding.id)) setFilter(NO_FILTER);
    return setPlace({ current: hit.finding.id, open: true });
  };

  useKeptPlace(walk, place, setPlace);
  useArrival({ state, walk, remembered, go });

  const wanted = useRef<string | null>(null);
  const openId = place.open ? place.current : null;
  return { visible, infoShown, showInfo, walk, place, openId, filter, setFilter, go, locate, wanted };
}

/** After a re-check or a filter the open row stays if its finding is still there; else the next one opens. The sheet's selection stays. */
function useKeptPlace(walk: readonly FindingView[], place: ListPlace, setPlace: (place: ListPlace) => void): void {
  const old = useRef<readonly string[]>([]);
  useEffect(() => {
    const ids = walk.map(({ id }) => id);
    const { current } = place;
    if (current !== null && !ids.includes(current)) {
      const next = successor(old.current, ids, current);
      setPlace({ current: next, open: place.open && next !== null });
    } else if (current === null && ids.length > 0) {
      setPlace({ current: ids[0]!, open: true });
    }
    old.current = ids;
  }, [walk, place, setPlace]);
}

interface Arrival {
  readonly state: OpenState;
  readonly walk: readonly FindingView[];
  readonly remembered: string | null;
  readonly go: Findings['go'];
}

/** On arrival the first row is open, or that of the selected cell. Its cell is selected, unless the pane was here before. */
function useArrival({ state, walk, remembered, go }: Arrival): void {
  const arrived = useRef(false);
  useEffect(() => {
    if (arrived.current) return;
    arrived.current = true;
    if (remembered !== null && walk.some(({ id }) => id === remembered)) return;
    const selected = state.selected === null ? undefined : walk.find((one) => findingCovers(one, state.selected!));
    const first = selected ?? walk[0];
    if (first !== undefined) go(first, { open: true, locate: selected === undefined });
  });
}

/** Selecting cells from here without being led by the host's echo of it, which may come late and several at once. */
function useLocating(open: OpenWorkbook, state: OpenState, follow: (at: Addr) => void): Findings['locate'] {
  const pending = useRef<string[]>([]);
  const seen = useRef<string | null>(state.selected === null ? null : keyOf(state.selected));
  const following = useLatest(follow);
  useEffect(() => {
    if (state.selected === null) return;
    const key = keyOf(state.selected);
    if (seen.current === key) return;
    seen.current = key;
    const echo = pending.current.indexOf(key);
    if (echo >= 0) pending.current.splice(0, echo + 1);
    else {
      pending.current = [];
      following(state.selected);
    }
  }, [state.selected, following]);
  return useCallback(
    (at: Addr, focus = false) => {
      // A cell that is selected already brings no echo.
      if (keyOf(at) !== seen.current) pending.current.push(keyOf(at));
      void open.locate(at, focus);
    },
    [open],
  );
}
