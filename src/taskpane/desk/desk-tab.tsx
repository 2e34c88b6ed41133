import { Button } from '@fluentui/react-components';
import type { OwnFile } from '../own-file';
import { usePane } from '../parts/context';
import { useMoment } from '../parts/hooks';
import { TextLink } from '../parts/link';
import { pickFile } from '../parts/pick-file';
import { KeptText } from './kept-text';
import { OwnOpinions } from './own-opinions';
import { sayOpinion } from './say';
import { useDeskScope } from './use-desk';

/** 「反馈 5」: what goes into the letter of the shown table. */
export function TabLabel() {
  const { desk, entry, entries } = useDeskScope();
  const listed = entry.findings.filter((finding) => desk.isListed(entry, finding)).length + desk.listedOfReports(entries, entry).length;
  return <>{sayOpinion('tab', { n: listed + desk.on(entry).own.filter(({ text }) => text !== '').length })}</>;
}

/** 反馈: what goes into the letter, what the reviewer adds, and where all of it is kept. */
export function DeskTab({ onFinding }: { readonly onFinding: (id: string) => void }) {
  return (
    <div className="jh-desk">
      <Renamed />
      <Listed onFinding={onFinding} />
      <OfReports />
      <OwnOpinions />
      <Letter />
      <Keeping />
      <Gone />
    </div>
  );
}

/** The unit goes by another name than when the opinions were written. */
function Renamed() {
  const { desk, entry } = useDeskScope();
  const name = desk.wasNamed(entry);
  return name === null ? null : (
    <p className="jh-small" role="status">
      {sayOpinion('renamed', { name })}
    </p>
  );
}

function Listed({ onFinding }: { readonly onFinding: (id: string) => void }) {
  const { state } = usePane();
  const { desk, entry } = useDeskScope();
  const table = state.audit!.tables.find((one) => one.entry === entry)!;
  const ids = new Set(entry.findings.filter((finding) => desk.isListed(entry, finding)).map(({ id }) => id));
  const listed = table.findings.filter(({ reply }) => ids.has(reply.id));
  return (
    <section className="jh-desk-part" aria-label={sayOpinion('letter')}>
      <h2>{sayOpinion('listed', { n: listed.length })}</h2>
      {listed.length === 0 && <p className="jh-small">{sayOpinion('listed.none')}</p>}
      <ul className="jh-desk-list">
        {listed.map(({ id, cell, subject, headline }) => (
          <li key={id}>
            <button type="button" className="jh-desk-finding" onClick={() => onFinding(id)}>
              <span className="jh-gutter">{cell.address}</span>
              <span className="jh-subject">{subject}</span>
              <span className="jh-headline">{headline}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What goes into the letter of what the reports say; it is ticked where they stand, in 核对. */
function OfReports() {
  const { desk, entry, entries } = useDeskScope();
  const listed = desk.listedOfReports(entries, entry);
  if (listed.length === 0) return null;
  const title = sayOpinion('reports', { n: listed.length });
  return (
    <section className="jh-desk-part" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {listed.map(({ report, finding: { id, place, message } }) => (
          <li key={`${report.file} ${id}`} className="jh-reply-said">
            {place === null ? '' : sayOpinion('reports.at', { n: place.paragraph })} {message}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Letter() {
  const { shell } = usePane();
  const { desk, entry, entries } = useDeskScope();
  const [said, say] = useMoment<boolean>();
  const text = desk.letterText(entries, entry);
  const hand = (file: OwnFile | null) => {
    if (file !== null) shell.download(file);
  };
  return (
    <section className="jh-desk-part">
      <div className="jh-actions">
        <Button size="small" className="jh-act" disabled={text === null} onClick={() => hand(desk.letter(entries, entry))}>
          {sayOpinion('make')}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          className="jh-act"
          disabled={text === null}
          onClick={() => void shell.copy(text ?? '').then(say)}
        >
          {sayOpinion(said === true ? 'copied' : 'copy')}
        </Button>
      </div>
      {said === false && <p className="jh-small">{sayOpinion('copyFailed')}</p>}
      <p className="jh-desk-links">
        <TextLink onClick={() => hand(desk.scoreFile(entry))}>{sayOpinion('scores')}</TextLink>
        <TextLink onClick={() => hand(desk.ledgerFile(entries))}>{sayOpinion('ledgerFile')}</TextLink>
      </p>
    </section>
  );
}

function Keeping() {
  const { shell } = usePane();
  const { desk } = useDeskScope();
  const { kept, note, opinions } = desk.state;
  const open = async () => {
    const file = await pickFile('.json');
    if (file !== null) desk.open(file.bytes, file.name);
  };
  return (
    <section className="jh-desk-part">
      <KeptText label={sayOpinion('reviewer')} text={opinions.reviewer} short onKeep={(name) => desk.setReviewer(name)} />
      <p className="jh-desk-links">
        <TextLink onClick={() => shell.download(desk.file())}>{sayOpinion('save')}</TextLink>
        <TextLink onClick={() => void open()}>{sayOpinion('open')}</TextLink>
      </p>
      <p className="jh-small" role="status">
        {sayOpinion(kept === null ? 'kept.yet' : kept ? 'kept' : 'kept.not')}
      </p>
      {note !== null && (
        <p className="jh-small jh-desk-note" role="status">
          {note}
        </p>
      )}
    </section>
  );
}

/** What was written to findings that arise no longer. */
function Gone() {
  const { desk, entry } = useDeskScope();
  const { gone } = desk.on(entry);
  if (gone.length === 0) return null;
  return (
    <section className="jh-desk-part" aria-label={sayOpinion('gone', { n: gone.length })}>
      <h2>{sayOpinion('gone', { n: gone.length })}</h2>
      {gone.map(({ id, message, words }) => (
        <p key={id} className="jh-reply-said">
          {sayOpinion('gone.one', { id, message })}
          {words !== '' && ` ${sayOpinion('said', { text: words })}`}
        </p>
      ))}
    </section>
  );
}
