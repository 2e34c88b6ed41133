import type { HeldView, HoldKind } from '../../batch/view/types';
import type { Shell } from '../../../taskpane';
import { sayHeld } from '../say';
import type { Holdings } from '../held';
import { HeldLines } from './lines';
import { HeldPanel, heldKinds } from './panel';
import { heldActs } from './acts';
import { type Goes } from './parts';

interface BatchHeldParts {
  readonly choose: (kind: HoldKind) => void;
  /** Opens a file of the batch; null: it is none. */
  readonly file: Goes['file'];
  readonly shell: Pick<Shell, 'download'>;
}

/** What a batch is held against, as its view draws it. */
export function batchHeld(held: Holdings, { choose, file, shell }: BatchHeldParts): HeldView {
  const goes: Goes = { file, cell: null };
  const acts = heldActs(held, shell);
  return {
    get state() {
      return held.state;
    },
    subscribe: (listener) => held.subscribe(listener),
    isAsked: (kind) => held.state[kind] !== null,
    tabs: () => heldKinds(held.state).map((kind) => ({ id: kind, label: sayHeld(`tab.${kind}`) })),
    lines: () => <HeldLines alone={false} state={held.state} onChoose={choose} onDrop={(kind) => held.drop(kind)} />,
    panel: (kind) => <HeldPanel kind={kind} state={held.state} goes={goes} acts={acts} />,
  };
}
