import type { RoundUnitJson } from '../../../receipt';
import { SeverityMark } from '../../../taskpane';
import { sayHeld } from '../say';
import type { HeldResults } from '../types';
import { CellName, FileName, type Goes, HeldSection, Sentences } from './parts';

const STATES = [
  ['open', 'open'],
  ['not-yet', 'not-yet'],
  ['unknown', 'state.unknown'],
  ['not-asked', 'not-asked'],
  ['corrected', 'corrected'],
] as const;
const PARTS = ['corrected', 'explained', 'remaining', 'unchecked', 'notAgain'] as const;

function unitLine({ unit, earlier, new: fresh, ...counts }: RoundUnitJson): string {
  const parts = PARTS.filter((part) => counts[part] > 0).map((part) => sayHeld(`part.${part}`, { n: counts[part] }));
  const added = fresh.length === 0 ? '' : sayHeld('part.new', { n: fresh.length });
  return sayHeld('unit', { unit, earlier, parts: parts.join('') + added });
}

/** 重报情况: what became of what was sent back, by unit. */
export function RoundPanel({ result: { round, comparisons }, goes }: { readonly result: HeldResults['round']; readonly goes: Goes }) {
  const units = round?.units ?? [];
  const alone = comparisons.filter(({ status }) => status !== 'ok');
  return (
    <>
      {STATES.map(([state, words]) => {
        const own = units.filter((unit) => unit.state === state);
        if (own.length === 0) return null;
        return (
          <HeldSection key={state} title={sayHeld(words, { n: own.length })}>
            <ul>
              {own.map((unit, index) => (
                <li key={index}>
                  {unitLine(unit)}{' '}
                  {unit.after.map((file) => (
                    <FileName key={file} path={file} goes={goes} />
                  ))}
                  {unit.new.length > 0 && (
                    <ul className="jb-held-inner">
                      {unit.new.map(({ severity, cell, message }, at) => (
                        <li key={at}>
                          <SeverityMark tone={severity} size={12} /> <CellName cell={cell} goes={goes} /> {message}
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ul>
          </HeldSection>
        );
      })}
      <Sentences
        title={(n) => sayHeld('oneSide', { n })}
        lines={alone.map(({ before, after, reason }) => (
          <>
            {after === null ? before : <FileName path={after} goes={goes} />} {reason}
          </>
        ))}
      />
    </>
  );
}
