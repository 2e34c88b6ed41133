/** What another program, or another runtime of ours (the ribbon while the pane is open), leaves in the workbook. */
import type { Host, HostEvent } from '../hosts/port';
import { loadKept } from './keeping';
import type { Store } from './store';
import type { Writing } from './writing';

export class Elsewhere {
  /** Another has changed the workbook since the last audit. */
  private another = false;

  constructor(private readonly parts: { readonly host: Host; readonly store: Store; readonly writing: Writing }) {}

  heard(event: HostEvent): void {
    if (event.is === 'changed' && event.by === 'other') this.another = true;
  }

  /** A command of the ribbon may have written meanwhile: its way back is kept with the workbook. */
  async audited(): Promise<void> {
    if (!this.another) return;
    this.another = false;
    const { host, store, writing } = this.parts;
    const { can } = store.state;
    if (can === null) return;
    await store.trying(async () => writing.recall((await loadKept(host, can)).journal));
    await this.seeTraces();
  }

  /** What of ours is there: from an earlier time, or put there by another of our programs. */
  async seeTraces(): Promise<void> {
    const { host, store } = this.parts;
    await store.trying(async () => store.set({ traces: await host.traces() }));
  }
}
