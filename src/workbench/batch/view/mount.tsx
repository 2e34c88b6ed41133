import { createRoot } from 'react-dom/client';
import { Themed, type Shell } from '../../../taskpane';
import { BatchView } from './batch-view';
import type { BatchActions, BatchSource } from './types';
import './batch.css';

export interface BatchHandle {
  destroy(): void;
}

/** Draws a batch into `element`, which gives it its size. */
export function mountBatch(element: HTMLElement, batch: BatchSource, shell: Shell, actions: BatchActions): BatchHandle {
  const root = createRoot(element);
  root.render(
    <Themed shell={shell}>
      <BatchView batch={batch} actions={actions} />
    </Themed>,
  );
  return { destroy: () => root.unmount() };
}
