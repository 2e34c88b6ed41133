import { budgetOwnerText } from '../../../receipt';
import { SeverityMark } from '../../../taskpane';
import { sayHeld } from '../say';
import type { HeldResults } from '../types';
import { CellName, FileName, type Goes, HeldSection, Sentences } from './parts';

interface BudgetPanelProps {
  readonly result: HeldResults['budget'];
  readonly goes: Goes;
}

/** 预算导出: where amounts differ, and what had no counterpart. */
export function BudgetPanel({ result: { json, differing }, goes }: BudgetPanelProps) {
  return (
    <>
      {differing.length === 0 ? (
        <p className="jb-quiet">{sayHeld('allSame')}</p>
      ) : (
        <HeldSection title={sayHeld('differing', { n: differing.length })}>
          {differing.map(({ file, unit, project, findings }, index) => (
            <div key={index} className="jb-held-group">
              <h3>
                <FileName path={file} goes={goes} /> {[unit, project].filter((name) => name !== null).join(' ')}
              </h3>
              <ul>
                {findings.map(({ cell, message, severity }, at) => (
                  <li key={at}>
                    <SeverityMark tone={severity} size={12} /> <CellName cell={cell} goes={goes} /> {message}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </HeldSection>
      )}
      <Sentences
        title={(n) => sayHeld('noLine', { n })}
        lines={json.withoutLine.map((one) => (
          <>
            <FileName path={one.file} goes={goes} /> {budgetOwnerText(one)}
          </>
        ))}
      />
      {json.withoutLine.length > 0 && <p className="jb-quiet">{sayHeld('noLine.why')}</p>}
      <Sentences title={(n) => sayHeld('noSheet', { n })} lines={json.withoutTable.map(budgetOwnerText)} />
    </>
  );
}
