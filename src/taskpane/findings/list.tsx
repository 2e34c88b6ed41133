import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { CellView, FindingView, TableView } from '../../open-workbook';
import type { Severity } from '../../words';
import { usePane } from '../parts/context';
import { useGradual, useLatest } from '../parts/hooks';
import { ChevronDown, ChevronRight } from '../parts/icons';
import { SeverityMark } from '../parts/marks';
import { say } from '../texts/say';
import { Afterword } from './afterword';
import { isFiltering } from './search';
import { Passed } from './passed';
import { FindingRow, type RowActions } from './row';
import { useListKeys } from './use-list-keys';
import type { Findings } from './use-findings';
import { useLeaving } from './use-leaving';

interface ListProps {
  readonly table: TableView;
  readonly findings: Findings;
  readonly onChange: (finding: FindingView) => void;
  readonly onStandard: () => void;
}

/** The findings in their groups, then what was passed, then the reservation every printed result carries. */
export function FindingList({ table, findings, onChange, onStandard }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const { visible, place, openId, infoShown } = findings;
  const { shown, leaving } = useLeaving(visible);
  const drawn = shown.slice(0, useGradual(shown.length));
  const onKeyDown = useListKeys(findings, list);
  const actions = useActions(findings, onChange);
  useScrolledIntoView(list, openId);

  const rows = (severity: Severity) =>
    drawn
      .map((finding, index) => ({ finding, index }))
      .filter(({ finding }) => finding.severity === severity)
      .map(({ finding, index }) => (
        <FindingRow
          key={finding.id}
          finding={finding}
          domId={`jh-finding-${index}`}
          open={openId === finding.id && !leaving.has(finding.id)}
          current={place.current === finding.id}
          leaving={leaving.has(finding.id)}
          actions={actions}
        />
      ));

  const count = (severity: Severity) => visible.filter((finding) => finding.severity === severity).length;
  return (
    <div className="jh-list" ref={list} onKeyDown={onKeyDown}>
      <Group severity="mandatory" count={count('mandatory')}>
        {rows('mandatory')}
      </Group>
      <Group severity="advisory" count={count('advisory')}>
        {rows('advisory')}
      </Group>
      {!table.verdict.unfilled && table.verdict.mandatory + table.verdict.advisory === 0 && <p className="jh-none">{say('none.found')}</p>}
      <InfoGroup shown={infoShown} count={count('info')} onShow={findings.showInfo}>
        {rows('info')}
      </InfoGroup>
      {!isFiltering(findings.filter) && <Passed table={table} />}
      <Afterword table={table} onStandard={onStandard} />
    </div>
  );
}

/** Stable functions for the rows, so that only rows that changed are drawn anew. */
function useActions(findings: Findings, onChange: (finding: FindingView) => void): RowActions {
  const toggle = useLatest((finding: FindingView) => {
    const open = findings.openId !== finding.id;
    findings.go(finding, { open, locate: open });
  });
  const change = useLatest(onChange);
  const go = useLatest((cell: CellView, focus: boolean) => findings.locate(cell.at, focus));
  return useMemo(() => ({ toggle, change, go }), [toggle, change, go]);
}

/** Brings the open row into sight when another one opens, without moving what is in sight already. */
function useScrolledIntoView(list: React.RefObject<HTMLDivElement>, openId: string | null): void {
  // On arrival the head is what is seen first.
  const last = useRef<string | null | undefined>(undefined);
  useEffect(() => {
    const arrived = last.current !== undefined && last.current !== null;
    if (openId === last.current) return;
    last.current = openId;
    if (!arrived) return;
    const row = list.current?.querySelector('.jh-row.is-open');
    row?.scrollIntoView?.({ block: 'nearest' });
  }, [list, openId]);
}

function Group({
  severity,
  count,
  children,
}: {
  readonly severity: 'mandatory' | 'advisory';
  readonly count: number;
  readonly children: ReactNode;
}) {
  const { mode } = usePane();
  if (count === 0) return null;
  return (
    <section className="jh-group" aria-labelledby={`jh-group-${severity}`}>
      <div className="jh-group-head">
        <SeverityMark tone={severity} size={14} />
        <h2 id={`jh-group-${severity}`}>
          {say(`group.${severity}`)} {count}
        </h2>
        {mode === 'fill' && <span className="jh-group-hint">{say(`group.${severity}.hint`)}</span>}
      </div>
      <ul>{children}</ul>
    </section>
  );
}

interface InfoProps {
  readonly shown: boolean;
  readonly count: number;
  readonly onShow: (shown: boolean) => void;
  readonly children: ReactNode;
}

/** 参考: nothing is asked, so it is folded. */
function InfoGroup({ shown, count, onShow, children }: InfoProps) {
  if (count === 0) return null;
  return (
    <section className="jh-group">
      <h2 className="jh-fold">
        <button type="button" aria-expanded={shown} onClick={() => onShow(!shown)}>
          {shown ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
          {say('group.info')} {count}
        </button>
      </h2>
      {shown && <ul>{children}</ul>}
    </section>
  );
}
