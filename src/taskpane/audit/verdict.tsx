import type { TableView } from '../../open-workbook';
import { usePane } from '../parts/context';
import { SeverityMark } from '../parts/marks';
import { figureTexts, noteLines, paneVerdict } from './verdict-text';
import { say } from '../texts/say';

/** The answer first: one sentence. It is read once for each audit. */
export function Verdict({ table }: { readonly table: TableView }) {
  const { mode } = usePane();
  const { sentence, second, tone } = paneVerdict(table, mode);
  return (
    <div className="jh-verdict" role="status">
      <SeverityMark tone={tone} size={24} />
      <div>
        <p className="jh-verdict-sentence">{sentence}</p>
        <p className="jh-verdict-second">{second}</p>
      </div>
    </div>
  );
}

export function Figures({ table }: { readonly table: TableView }) {
  const { mode } = usePane();
  const main = mode === 'review' ? 'difference' : null;
  return (
    <dl className="jh-figures" aria-label={say('figures')}>
      {figureTexts(table.figures, mode).map(({ key, label, grade, value }) => (
        <div key={key} className={key === main || key === 'cut' ? 'is-main' : undefined}>
          <dt>
            {label}
            {grade !== null && <span className="jh-grade"> · {grade}</span>}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function VerdictNote({ table }: { readonly table: TableView }) {
  const lines = noteLines(table.figures);
  if (lines.length === 0) return null;
  return (
    <p className="jh-note">
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </p>
  );
}
