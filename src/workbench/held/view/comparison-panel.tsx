import {
  type CellRef,
  changesTitle,
  type ChangeJson,
  type ComparedRowJson,
  type ComparedTableJson,
  FINDING_GROUPS,
  oneSideText,
  sidesParts,
  tallyText,
} from '../../../receipt';
import { SeverityMark } from '../../../taskpane';
import { LINE_KINDS, LINE_STATES, SIDE_NAMES, withheldText } from '../../../words';
import { sayHeld } from '../say';
import type { HeldComparison, OtherKind } from '../types';
import { CellName, type Goes, HandOut, type HeldActs, HeldSection } from './parts';

interface ComparisonPanelProps {
  readonly result: HeldComparison;
  readonly goes: Goes;
  readonly acts: HeldActs;
}

/** 比对: what became of the findings, and every changed cell with what it means. */
export function ComparisonPanel({ result, goes, acts }: ComparisonPanelProps) {
  const { other, comparison } = result;
  return (
    <>
      <HandOut text={sayHeld('book')} label={sayHeld('book.label', { name: other })} hand={() => acts.comparisonBook(result)} />
      {comparison.tables.map((table, index) => (
        <Table key={index} table={table} as={comparison.as as OtherKind} goes={goes} />
      ))}
    </>
  );
}

interface TableProps {
  readonly table: ComparedTableJson;
  readonly as: OtherKind;
  readonly goes: Goes;
}

/** Which of the two sides is the opened file. */
const ownSide = (as: OtherKind): 0 | 1 => (as === 'published' ? 0 : 1);

function Table({ table, as, goes }: TableProps) {
  const { before, after, rows, findings, withheld } = table;
  if (before === null || after === null)
    return (
      <HeldSection title={(before ?? after)!.sheet}>
        <p>{oneSideText(table, as)}</p>
      </HeldSection>
    );
  return (
    <HeldSection title={sidesParts(before, after).join(' · ')}>
      {as !== 'published' && findings.length > 0 && <p>{tallyText(table, as)}。</p>}
      {as !== 'published' && <States table={table} goes={goes} />}
      <h3>{changesTitle(table, as)}</h3>
      {rows.length > 0 && <Changes table={table} as={as} goes={goes} />}
      {withheld !== undefined && <p className="jb-quiet">{withheldText(withheld)}</p>}
    </HeldSection>
  );
}

function States({ table: { findings }, goes }: Pick<TableProps, 'table' | 'goes'>) {
  return FINDING_GROUPS.map(([title, states]) => {
    const own = findings.filter(({ state }) => states.includes(state));
    if (own.length === 0) return null;
    return (
      <div key={title} className="jb-held-group">
        <h3>{sayHeld('states', { state: title, n: own.length })}</h3>
        <ul>
          {own.map(({ id, severity, side, cell, message, state }) => (
            <li key={id}>
              <SeverityMark tone={severity} size={12} /> <Cell cell={cell} isOwn={side === 'after'} goes={goes} /> {message}
              {state === 'changed' && sayHeld('moved')}
              <span className="jb-quiet">（{sayHeld('code', { id })}）</span>
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

/** A link where it is a cell of the opened file. */
function Cell({ cell, isOwn, goes }: { readonly cell: CellRef; readonly isOwn: boolean; readonly goes: Goes }) {
  return <CellName cell={cell} goes={isOwn ? goes : { ...goes, cell: null }} />;
}

function Changes({ table, as, goes }: TableProps) {
  const [before, after] = SIDE_NAMES[as];
  const headings = [sayHeld('column.cell'), sayHeld('column.name'), sayHeld('column.field'), before, after, sayHeld('column.meaning')];
  return (
    <table className="jb-table jb-compared" aria-label={changesTitle(table, as)}>
      <thead>
        <tr>
          {headings.map((text) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.flatMap((row, index) =>
          (row.changes.length === 0 ? [null] : row.changes).map((change, at) => (
            <Change key={`${index} ${at}`} row={row} change={change} own={ownSide(as)} goes={goes} />
          )),
        )}
      </tbody>
    </table>
  );
}

interface ChangeProps {
  readonly row: ComparedRowJson;
  /** null: the row is there on one side only, and holds nothing. */
  readonly change: ChangeJson | null;
  readonly own: 0 | 1;
  readonly goes: Goes;
}

function Change({ row, change, own, goes }: ChangeProps) {
  const [before, after] = change?.shown ?? [null, null];
  return (
    <tr>
      <td>
        <ChangedCell change={change} own={own} goes={goes} />
      </td>
      <td>{nameOf(row)}</td>
      <td>{row.kind === 'form' || row.kind === 'data' ? '' : change?.name}</td>
      <td>{before ?? sayHeld('blank')}</td>
      <td>{after ?? sayHeld('blank')}</td>
      <td>{meaningOf(row, change)}</td>
    </tr>
  );
}

/** The cell of the opened file, else where it stood in the other one. */
function ChangedCell({ change, own, goes }: Omit<ChangeProps, 'row'>) {
  const cell = change?.cells[own] ?? null;
  const other = change?.cells[own === 0 ? 1 : 0] ?? null;
  if (cell === null && other === null) return null;
  return <Cell cell={cell ?? other!} isOwn={cell !== null} goes={goes} />;
}

const nameOf = ({ kind, indicator }: ComparedRowJson): string =>
  kind === 'row' || kind === 'form' || indicator === LINE_KINDS[kind] ? indicator : `${LINE_KINDS[kind]} ${indicator}`;

function meaningOf({ state }: ComparedRowJson, change: ChangeJson | null): string {
  if (change !== null && change.meaning !== '') return change.meaning;
  return state === 'changed' ? '' : LINE_STATES[state];
}
