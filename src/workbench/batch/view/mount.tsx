import { createRoot } from 'react-dom/client';
import { Themed, type Shell } from '../../../taskpane';
import { BatchView } from './batch-view';
import type { BatchActions, BatchSource } from './types';

export interface BatchHandle {
  /** What the page does now; sorting and filters stay. */
  renew(actions: BatchActions): void;
  destroy(): void;
}

/** Draws a batch into `element`, which gives it its size. */
export function mountBatch(element: HTMLElement, batch: BatchSource, shell: Shell, actions: BatchActions): BatchHandle {
  const root = createRoot(element);
  const draw = (now: BatchActions) =>
    root.render(
      <Themed shell={shell}>
        <BatchView batch={batch} actions={now} />
      </Themed>,
    );
  draw(actions);
  return { renew: draw, destroy: () => root.unmount() };
}
