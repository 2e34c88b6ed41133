import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { createRoot } from 'react-dom/client';
import { TextLink, Themed, useStore, type Shell } from '../../../taskpane';
import type { Holdings } from '../held';
import { sayHeld } from '../say';
import type { HoldKind } from '../../batch/view/types';
import { HeldLines } from './lines';
import { HeldPanel, heldKinds } from './panel';
import { OTHER_KINDS } from '../types';
import { heldActs } from './acts';
import type { Goes } from './parts';

export interface FilePageParts {
  readonly name: string;
  readonly held: Holdings;
  readonly shell: Shell;
  readonly choose: (kind: HoldKind) => void;
  readonly cell: NonNullable<Goes['cell']>;
  readonly back: () => void;
}

export interface FilePage {
  destroy(): void;
}

const KINDS = ['targets', 'budget', 'reports', 'publishing'] as const;

/** Lays what the opened file is held against over its sheet. */
export function openFilePage(element: HTMLElement, parts: FilePageParts): FilePage {
  const root = createRoot(element);
  root.render(
    <Themed shell={parts.shell}>
      <OpenedFilePage {...parts} />
    </Themed>,
  );
  return { destroy: () => root.unmount() };
}

function OpenedFilePage({ name, held, shell, choose, cell, back }: FilePageParts) {
  const state = useStore(held);
  const region = useRef<HTMLElement>(null);
  useEffect(() => region.current?.focus(), []);
  const goes: Goes = { file: () => null, cell };
  const acts = useMemo(() => heldActs(held, shell), [held, shell]);
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape') back();
  };
  const others = OTHER_KINDS.filter((kind) => state[kind] === null);
  const left = KINDS.filter((kind) => state[kind] === null);
  return (
    <section ref={region} className="jb-batch jb-held-page" aria-label={sayHeld('title', { name })} tabIndex={-1} onKeyDown={leave}>
      <div className="jb-head">
        <div className="jb-head-text">
          <p className="jb-back">
            <TextLink onClick={back}>{sayHeld('back')}</TextLink>
          </p>
          <h1>{sayHeld('title', { name })}</h1>
          <HeldLines alone state={state} onChoose={choose} onDrop={(kind) => held.drop(kind)} />
          {left.length > 0 && (
            <p className="jb-hold-line">
              {left.map((kind) => (
                <TextLink key={kind} onClick={() => choose(kind)}>
                  {sayHeld(`start.${kind}`)}
                </TextLink>
              ))}
            </p>
          )}
          {others.length > 0 && (
            <p className="jb-hold-line">
              <span className="jb-quiet">{sayHeld('start.other')}</span>
              {others.map((kind) => (
                <TextLink key={kind} onClick={() => choose(kind)}>
                  {sayHeld(`start.${kind}`)}
                </TextLink>
              ))}
            </p>
          )}
          {left.length === KINDS.length && <p className="jb-quiet">{sayHeld('hint')}</p>}
        </div>
      </div>
      <div className="jb-panel">
        {heldKinds(state).map((kind) => (
          <div key={kind} className="jb-held-part" role="group" aria-label={sayHeld(`tab.${kind}`)}>
            <h2>{sayHeld(`tab.${kind}`)}</h2>
            <HeldPanel kind={kind} state={state} goes={goes} acts={acts} />
            {kind === 'budget' && <p className="jb-quiet">{sayHeld('inPane')}</p>}
          </div>
        ))}
        {heldKinds(state).length > 0 && <p className="jb-disclaimer">{sayHeld('disclaimer')}</p>}
      </div>
    </section>
  );
}
