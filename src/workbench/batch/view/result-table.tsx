import { memo, useState, type KeyboardEvent } from 'react';
import { SeverityMark, useGradual } from '../../../taskpane';
import type { BatchRow } from '../state';
import { sayBatch } from './say';
import { COLUMNS, NUMBERS, nextSorting, scoreText, type SortColumn, type Sorting } from './sorting';

interface ResultTableProps {
  readonly rows: readonly BatchRow[];
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting) => void;
  readonly onOpen: (row: BatchRow) => void;
}

/** A line for each score table; a file that gave none says why. One tab stop, arrows walk the files. */
export function ResultTable({ rows, sorting, onSort, onOpen }: ResultTableProps) {
  const drawn = useGradual(rows.length, 80, 160);
  const [current, setCurrent] = useState<string | null>(null);
  const stop = rows.some(({ id }) => id === current) ? current : rows[0]?.id;
  const walk = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    const next = rows[rows.findIndex(({ id }) => id === stop) + by];
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next.id);
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.jb-file')];
    buttons.find((button) => button.getAttribute('data-row') === next.id)?.focus();
  };
  return (
    <table className="jb-table" aria-label={sayBatch('table')}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <HeadCell key={column} column={column} sorting={sorting} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={walk}>
        {rows.slice(0, drawn).map((row) => (
          <Row key={row.id} row={row} stop={row.id === stop} onOpen={onOpen} />
        ))}
        {rows.length === 0 && (
          <tr>
            <td colSpan={COLUMNS.length} className="jb-quiet">
              {sayBatch('nothing')}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

interface HeadCellProps {
  readonly column: SortColumn;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting) => void;
}

function HeadCell({ column, sorting, onSort }: HeadCellProps) {
  const sorted = sorting?.by === column ? sorting : null;
  return (
    <th
      scope="col"
      className={NUMBERS.has(column) ? 'is-number' : undefined}
      aria-sort={sorted === null ? 'none' : sorted.down ? 'descending' : 'ascending'}
    >
      <button type="button" onClick={() => onSort(nextSorting(sorting, column))}>
        {(column === 'mandatory' || column === 'advisory') && <SeverityMark tone={column} size={12} />}
        {sayBatch(`column.${column}`)}
        <span className="jb-arrow" aria-hidden="true">
          {sorted === null ? '' : sorted.down ? '↓' : '↑'}
        </span>
      </button>
    </th>
  );
}

interface RowProps {
  readonly row: BatchRow;
  readonly stop: boolean;
  readonly onOpen: (row: BatchRow) => void;
}

const Row = memo(function Row({ row, stop, onOpen }: RowProps) {
  const { path, unit, sheet, status, reason } = row;
  const slash = path.lastIndexOf('/');
  const file = (
    <td>
      {slash > 0 && <span className="jb-folder">{path.slice(0, slash + 1)}</span>}
      <button type="button" className="jb-file" data-row={row.id} tabIndex={stop ? 0 : -1} onClick={() => onOpen(row)}>
        {path.slice(slash + 1)}
      </button>
    </td>
  );
  if (status !== 'ok' && status !== 'unfilled') {
    return (
      <tr className="is-without">
        {file}
        <td colSpan={COLUMNS.length - 1}>{reason}</td>
      </tr>
    );
  }
  return (
    <tr>
      {file}
      <td>{unit ?? sayBatch('unknown')}</td>
      <td>{sheet}</td>
      {status === 'unfilled' ? (
        <td colSpan={3} className="jb-quiet">
          {sayBatch('unfilled')}
        </td>
      ) : (
        <Scores row={row} />
      )}
      <Count count={row.mandatory} />
      <td className="is-number">
        {row.failedChecks > 0 && <span className="jb-quiet">{sayBatch('failedChecks', { n: row.failedChecks })} </span>}
        <Some count={row.advisory} />
      </td>
    </tr>
  );
});

function Scores({ row }: { readonly row: BatchRow }) {
  return (
    <>
      {[row.self, row.recomputed, row.difference].map((value, index) => (
        <td key={index} className={`is-number${index === 2 && value !== null && value !== 0 ? ' is-different' : ''}`}>
          {value === null ? sayBatch('unknown') : index === 2 && value === 0 ? '0' : scoreText(value)}
        </td>
      ))}
    </>
  );
}

function Count({ count }: { readonly count: number }) {
  return (
    <td className="is-number">
      <Some count={count} />
    </td>
  );
}

function Some({ count }: { readonly count: number }) {
  return <span className={count === 0 ? 'jb-quiet' : 'jb-some'}>{count}</span>;
}
