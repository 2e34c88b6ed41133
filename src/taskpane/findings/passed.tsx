import { useState } from 'react';
import type { TableView } from '../../open-workbook';
import { ChevronDown, ChevronRight } from '../parts/icons';
import { say } from '../texts/say';

/** 「▸ 已通过 53　不适用 4」: each check by its topic; for what does not apply, why. */
export function Passed({ table }: { readonly table: TableView }) {
  const [shown, setShown] = useState(false);
  const { passed, notApplicable } = table;
  if (passed.length + notApplicable.length === 0) return null;
  return (
    <section className="jh-group">
      <h2 className="jh-fold">
        <button type="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
          {say('group.passed')} {passed.length}
          {notApplicable.length > 0 && <span className="jh-group-hint">{say('group.passed.hint', { n: notApplicable.length })}</span>}
        </button>
      </h2>
      {shown && (
        <ul className="jh-checks">
          {passed.map(({ code, title }) => (
            <li key={code}>{title}</li>
          ))}
          {notApplicable.map(({ code, title, why }) => (
            <li key={code} className="is-not">
              {title}
              <span>{why}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
