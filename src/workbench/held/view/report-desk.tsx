import { useState } from 'react';
import type { ReportFindingJson, ReportJson } from '../../../receipt';
import { isListed } from '../../../opinions';
import { KeptText, TextLink, useStore } from '../../../taskpane';
import { sayHeld } from '../say';
import type { ReportDesk } from '../types';

interface OpinionProps {
  readonly desk: ReportDesk;
  readonly report: ReportJson;
  readonly finding: ReportFindingJson;
}

/** 列入反馈意见 and the reviewer's words, as findings of the sheets have them. */
export function Opinion({ desk, report, finding }: OpinionProps) {
  useStore(desk);
  const [open, setOpen] = useState(false);
  const own = desk.onReport(report).get(finding.id);
  const words = own?.words ?? '';
  return (
    <>
      <p className="jb-report-tick">
        <label>
          <input
            type="checkbox"
            checked={isListed(finding, own)}
            onChange={(event) => desk.setReportFinding(report, finding, { listed: event.target.checked })}
          />
          {sayHeld('listed')}
        </label>
        <TextLink expanded={open} label={sayHeld('write.label', { id: finding.id })} onClick={() => setOpen(!open)}>
          {sayHeld('write')}
        </TextLink>
      </p>
      {open ? (
        <KeptText
          label={sayHeld('words')}
          hint={sayHeld('words.hint')}
          text={words}
          focused
          onKeep={(text) => desk.setReportFinding(report, finding, { words: text })}
        />
      ) : (
        words !== '' && <p>{sayHeld('said', { text: words })}</p>
      )}
      {own?.also.map((one, index) => (
        <p key={index} className="jb-quiet">
          {sayHeld('also', { text: [one['words'], one['listed'] === false ? sayHeld('notListed') : ''].filter((text) => text).join('；') })}
        </p>
      ))}
    </>
  );
}

/** What was written to findings that arise no longer. */
export function GoneOpinions({ desk, report }: Omit<OpinionProps, 'finding'>) {
  useStore(desk);
  const gone = desk.goneOfReport(report);
  if (gone.length === 0) return null;
  return (
    <div className="jb-held-group">
      <h3>{sayHeld('gone', { n: gone.length })}</h3>
      {gone.map(({ id, message, words }) => (
        <p key={id} className="jb-quiet">
          {message}（{sayHeld('code', { id })}）{words === '' ? '' : sayHeld('said', { text: words })}
        </p>
      ))}
    </div>
  );
}
