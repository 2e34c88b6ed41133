import type { HeldView, HoldKind } from '../../batch/view/types';
import { sayHeld } from '../say';
import type { Holdings } from '../held';
import { HeldLines } from './lines';
import { HeldPanel, heldKinds } from './panel';
import { type Goes } from './parts';

interface BatchHeldParts {
  readonly choose: (kind: HoldKind) => void;
  /** Opens a file of the batch; null: it is none. */
  readonly file: Goes['file'];
}

/** What a batch is held against, as its view draws it. */
export function batchHeld(held: Holdings, { choose, file }: BatchHeldParts): HeldView {
  const goes: Goes = { file, cell: null };
  return {
    get state() {
      return held.state;
    },
    subscribe: (listener) => held.subscribe(listener),
    isAsked: (kind) => held.state[kind] !== null,
    tabs: () => heldKinds(held.state).map((kind) => ({ id: kind, label: sayHeld(`tab.${kind}`) })),
    lines: () => <HeldLines state={held.state} onChoose={choose} onDrop={(kind) => held.drop(kind)} />,
    panel: (kind) => <HeldPanel kind={kind} state={held.state} goes={goes} />,
  };
}
