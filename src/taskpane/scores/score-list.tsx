import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { CellView, ScoreGroupView, ScoreRowView, TableView } from '../../open-workbook';
import { usePane } from '../parts/context';
import { useGradual, useLatest } from '../parts/hooks';
import { say } from '../texts/say';
import { PointsCell } from './points';
import { ScoreRow } from './score-row';

interface ScoreListProps {
  readonly table: TableView;
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly onGo: (cell: CellView, focus: boolean) => void;
  readonly onChange: (row: ScoreRowView) => void;
}

/** 得分: every indicator with what the rules make of it, by 一级指标. */
export function ScoreList({ table, openId, onOpen, onGo, onChange }: ScoreListProps) {
  const { desk } = usePane();
  const list = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => table.scores.flatMap((group) => group.rows), [table.scores]);
  const [current, setCurrent] = useState<string | null>(openId);
  const first = current !== null && rows.some(({ id }) => id === current) ? current : (rows[0]?.id ?? null);
  const drawn = useGradual(rows.length);
  const open = (row: ScoreRowView, on: boolean) => {
    setCurrent(row.id);
    onOpen(on ? row.id : null);
    if (on && row.cell !== null) onGo(row.cell, false);
  };
  const toggle = useLatest((row: ScoreRowView) => open(row, openId !== row.id));
  const go = useLatest((cell: CellView, focus: boolean) => onGo(cell, focus));
  const change = useLatest((row: ScoreRowView) => onChange(row));
  const actions = useMemo(() => ({ toggle, go, change }), [toggle, go, change]);
  const onKeyDown = useScoreKeys({ rows, current: first, openId, open, onGo });

  const arrived = useRef(false);
  useEffect(() => {
    if (arrived.current) list.current?.querySelector('.jh-row.is-open')?.scrollIntoView?.({ block: 'nearest' });
    arrived.current = true;
  }, [openId]);

  if (rows.length === 0) return <p className="jh-none">{say('scores.none')}</p>;
  const shown = new Set(rows.slice(0, drawn));
  return (
    <div className="jh-list" ref={list} onKeyDown={onKeyDown}>
      {table.scores.map((group, index) => (
        <ScoreGroup key={`${group.name} ${index}`} group={group} number={index}>
          {group.rows
            .filter((row) => shown.has(row))
            .map((row) => (
              <ScoreRow
                key={row.id}
                row={row}
                domId={`jh-score-${rows.indexOf(row)}`}
                open={openId === row.id}
                current={first === row.id}
                actions={actions}
              />
            ))}
        </ScoreGroup>
      ))}
      {desk !== null && <desk.parts.ScoreState />}
    </div>
  );
}

function ScoreGroup({
  group,
  number,
  children,
}: {
  readonly group: ScoreGroupView;
  readonly number: number;
  readonly children: React.ReactNode;
}) {
  const { name, score, weight } = group;
  return (
    <section className="jh-group" aria-labelledby={`jh-scores-${number}`}>
      <div className="jh-group-head">
        <h2 id={`jh-scores-${number}`}>{name}</h2>
        {score !== null && weight !== null && <PointsCell score={score} weight={weight} />}
      </div>
      <ul>{children}</ul>
    </section>
  );
}

interface ScoreKeys {
  readonly rows: readonly ScoreRowView[];
  readonly current: string | null;
  readonly openId: string | null;
  readonly open: (row: ScoreRowView, on: boolean) => void;
  readonly onGo: ScoreListProps['onGo'];
}

const TARGETS: Readonly<Record<string, (at: number, size: number) => number>> = {
  ArrowDown: (at, size) => Math.min(at + 1, size - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, size) => size - 1,
};

/** The same keys as in the list of findings. Fields and tick boxes within an open row keep theirs. */
function useScoreKeys({ rows, current, openId, open, onGo }: ScoreKeys): (event: KeyboardEvent<HTMLElement>) => void {
  const wanted = useRef<string | null>(null);
  const container = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const head = [...(container.current?.querySelectorAll<HTMLElement>('.jh-row-head') ?? [])].find(
      (one) => one.getAttribute('data-score') === wanted.current,
    );
    if (head === undefined) return;
    wanted.current = null;
    head.focus({ preventScroll: true });
    head.closest('.jh-row')?.scrollIntoView?.({ block: 'nearest' });
  });
  return (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (!(event.target instanceof Element) || event.target.closest('.jh-row-head') === null) return;
    const at = rows.findIndex(({ id }) => id === current);
    const row = rows[at];
    if (row === undefined) return;
    const target = TARGETS[event.key];
    if (target !== undefined) {
      container.current = event.currentTarget;
      const next = rows[target(at, rows.length)]!;
      wanted.current = next.id;
      open(next, true);
    } else if (event.key === 'Enter') {
      if (row.cell !== null) onGo(row.cell, true);
    } else if (event.key === ' ') open(row, openId !== row.id);
    else if (event.key === 'ArrowRight') open(row, true);
    else if (event.key === 'ArrowLeft') open(row, false);
    else return;
    event.preventDefault();
  };
}
