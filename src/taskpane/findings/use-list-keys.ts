import { useEffect, type KeyboardEvent, type RefObject } from 'react';
import type { FindingView } from '../../open-workbook';
import { isTyping } from '../parts/typing';
import type { Findings } from './use-findings';

type Move = (walk: readonly FindingView[], at: number) => number;

const MOVES: Readonly<Record<string, Move>> = {
  ArrowDown: (walk, at) => Math.min(at + 1, walk.length - 1),
  ArrowUp: (_, at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (walk) => walk.length - 1,
};

/** Keys of the list: arrows, Home, End walk the findings; Space, → ← open and close; Enter goes to the cell. No single letters. */
export function useListKeys(findings: Findings, list: RefObject<HTMLElement>): (event: KeyboardEvent) => void {
  const { wanted } = findings;
  useEffect(() => {
    if (wanted.current === null || focusRow(list.current, wanted.current)) wanted.current = null;
  });

  const walkTo = (finding: FindingView | undefined) => {
    if (finding === undefined) return;
    wanted.current = finding.id;
    findings.go(finding, { open: true, locate: true });
  };

  return (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || isTyping(event.target)) return;
    const { walk, place } = findings;
    const at = walk.findIndex(({ id }) => id === place.current);
    const move = MOVES[event.key];
    if (move !== undefined && isWithinRows(event.target)) {
      event.preventDefault();
      walkTo(walk[move(walk, at)]);
    } else if (isRowHead(event.target)) {
      onRow(event, findings, walk[at]);
    }
  };
}

/** Space, → ← and Enter on the row itself. */
function onRow(event: KeyboardEvent, findings: Findings, finding: FindingView | undefined): void {
  if (finding === undefined) return;
  const open = findings.openId === finding.id;
  if (event.key === 'Enter') findings.locate(finding.cell.at, true);
  else if (event.key === ' ') findings.go(finding, { open: !open, locate: !open });
  else if (event.key === 'ArrowRight' && !open) findings.go(finding, { open: true, locate: true });
  else if (event.key === 'ArrowLeft' && open) findings.go(finding, { open: false, locate: false });
  else return;
  event.preventDefault();
}

const isRowHead = (target: EventTarget): boolean => target instanceof Element && target.closest('.jh-row-head') !== null;
const isWithinRows = (target: EventTarget): boolean => target instanceof Element && target.closest('.jh-row') !== null;

/** Gives the keyboard to the row of a finding; false: it is not drawn yet. */
export function focusRow(list: HTMLElement | null, id: string): boolean {
  for (const head of list?.querySelectorAll<HTMLElement>('.jh-row-head') ?? []) {
    if (head.getAttribute('data-finding') !== id) continue;
    head.focus({ preventScroll: true });
    head.closest('.jh-row')?.scrollIntoView?.({ block: 'nearest' });
    return true;
  }
  return false;
}
