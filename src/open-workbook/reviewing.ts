/** 审核 mode: the unit's cells are not written from any path, because the host given here cannot. */
import type { Host, HostPlan } from '../hosts/port';
import type { Addr, WorkbookSnapshot } from '../workbook';
import { REVIEW_MODE } from './texts';

/** Whether a cell belongs to the reviewer: 复核得分, 财政审核得分, 审核意见, 扣分理由. */
export type Reviewers = (at: Addr, on: WorkbookSnapshot) => boolean;

/**
 * The same host without a write side for the unit's cells: a plan that holds one is refused whole. Marks, the taking away of
 * our traces, sheets of ours and storage stay.
 */
export function reviewing(host: Host, reviewers: Reviewers): Host {
  return {
    kind: host.kind,
    name: host.name,
    open: () => host.open(),
    read: (signal) => host.read(signal),
    write: async (plan: HostPlan, on) => {
      const foreign = plan.cells.filter((edit) => !reviewers(edit.at, on)).map((edit) => edit.at);
      return foreign.length > 0 ? { is: 'refused', why: 'read-only', at: foreign, say: REVIEW_MODE } : host.write(plan, on);
    },
    mark: (marks, notes, on) => host.mark(marks, notes, on),
    traces: () => host.traces(),
    removeTraces: () => host.removeTraces(),
    select: (at, on, focus) => host.select(at, on, focus),
    watch: (listener) => host.watch(listener),
    load: (key) => host.load(key),
    save: (key, text) => host.save(key, text),
    close: () => host.close(),
  };
}
