import { SeverityMark } from '../../../taskpane';
import type { BatchCheck } from '../state';
import { sayBatch } from './say';

interface CheckTableProps {
  readonly checks: readonly BatchCheck[];
  readonly onChoose: (code: string) => void;
}

/** The checks and how often each speaks; one clicked shows its tables. */
export function CheckTable({ checks, onChoose }: CheckTableProps) {
  return (
    <table className="jb-table jb-checks" aria-label={sayBatch('byCheck')}>
      <thead>
        <tr>
          <th scope="col">{sayBatch('column.check')}</th>
          <th scope="col" className="is-number">
            {sayBatch('column.tables')}
          </th>
          <th scope="col" className="is-number">
            {sayBatch('column.places')}
          </th>
        </tr>
      </thead>
      <tbody>
        {checks.map(({ code, title, severity, count, tables }) => (
          <tr key={code}>
            <td>
              <SeverityMark tone={severity} size={12} />{' '}
              <button type="button" className="jb-file" onClick={() => onChoose(code)}>
                {title}
              </button>
            </td>
            <td className="is-number">{tables}</td>
            <td className="is-number">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
