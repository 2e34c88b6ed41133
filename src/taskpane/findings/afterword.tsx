import type { TableView } from '../../open-workbook';
import { usePane } from '../parts/context';
import { TextLink } from '../parts/link';
import { say } from '../texts/say';

/** What the results are not, and by which standard they were made. */
export function Afterword({ table, onStandard }: { readonly table: TableView; readonly onStandard: () => void }) {
  const { mode } = usePane();
  const { standard } = table;
  return (
    <footer className="jh-afterword">
      <p>{say(mode === 'review' ? 'disclaimer.review' : 'disclaimer.fill')}</p>
      {standard !== null && (
        <p>
          {say(standard.reconstructed ? 'standard.reconstructed' : 'standard.against', { title: standard.title })}{' '}
          <TextLink onClick={onStandard}>{say('standard.change')}</TextLink>
        </p>
      )}
    </footer>
  );
}
