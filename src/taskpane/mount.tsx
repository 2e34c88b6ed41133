import { createRef } from 'react';
import { createRoot } from 'react-dom/client';
import type { OpenWorkbook } from '../open-workbook';
import type { AuditScreenHandle } from './audit/audit-screen';
import { Pane } from './pane';
import type { Shell } from './shell';
import './styles/pane.css';

export interface PaneHandle {
  /** Another workbook, or none. */
  show(open: OpenWorkbook | null): void;
  /** F8, ⇧F8 pressed elsewhere: the next or previous finding; the keyboard stays where it is. */
  step(by: 1 | -1): void;
  /** Gives the keyboard to the pane: its current row, else its first control. */
  focus(): void;
  destroy(): void;
}

/** Draws the pane into `element`, which gives it its size. */
export function mountPane(element: HTMLElement, open: OpenWorkbook | null, shell: Shell): PaneHandle {
  const root = createRoot(element);
  const handle = createRef<AuditScreenHandle>();
  let opened = 0;
  const show = (next: OpenWorkbook | null) => {
    opened += 1;
    root.render(<Pane key={opened} open={next} shell={shell} handle={handle} />);
  };
  show(open);
  return {
    show,
    step: (by) => handle.current?.step(by),
    focus: () =>
      (
        element.querySelector<HTMLElement>('.jh-row-head[tabindex="0"]') ?? element.querySelector<HTMLElement>('button:not([disabled])')
      )?.focus(),
    destroy: () => root.unmount(),
  };
}
