import type { ComparedTableJson, ComparisonJson } from '../../../receipt';
import { SeverityMark } from '../../../taskpane';
import { sayHeld } from '../say';
import { CellName, FileName, type Goes, HeldSection, Sentences } from './parts';

/** 批复目标: the indicators that differ, a table at a time; then what has no counterpart. */
export function TargetPanel({ result, goes }: { readonly result: readonly ComparisonJson[]; readonly goes: Goes }) {
  const asking = result.flatMap(({ after, tables }) =>
    tables.filter(({ rows }) => rows.length > 0).map((table) => ({ file: after ?? '', table })),
  );
  const left = (test: (one: ComparisonJson) => boolean, mine: boolean) =>
    result.filter(test).map(({ before, after, reason }) => (
      <>
        {mine ? <FileName path={after ?? ''} goes={goes} /> : before} {reason}
      </>
    ));
  return (
    <>
      {asking.length === 0 ? (
        <p className="jb-quiet">{sayHeld('allSame')}</p>
      ) : (
        <HeldSection title={sayHeld('asking', { n: asking.length })}>
          {asking.map(({ file, table }, index) => (
            <Differing key={index} file={file} table={table} goes={goes} />
          ))}
        </HeldSection>
      )}
      <Sentences
        title={(n) => sayHeld('noApproved', { n })}
        lines={left(({ status, before }) => status === 'unmatched' && before === null, true)}
      />
      <Sentences
        title={(n) => sayHeld('noTable', { n })}
        lines={left(({ status, after }) => status === 'unmatched' && after === null, false)}
      />
      <Sentences
        title={(n) => sayHeld('apart', { n })}
        lines={left(({ status, before, after }) => status === 'unmatched' && before !== null && after !== null, true)}
      />
      <Sentences
        title={(n) => sayHeld('unreadable', { n })}
        lines={[
          ...left(({ status, after }) => status === 'unreadable' && after !== null, true),
          ...left(({ status, after }) => status === 'unreadable' && after === null, false),
        ]}
      />
    </>
  );
}

interface DifferingProps {
  readonly file: string;
  readonly table: ComparedTableJson;
  readonly goes: Goes;
}

function Differing({ file, table, goes }: DifferingProps) {
  const { unit, project } = table.after ?? table.before!;
  return (
    <div className="jb-held-group">
      <h3>
        <FileName path={file} goes={goes} /> {[unit, project].filter((name) => name !== null).join(' ')}
      </h3>
      <ul>
        {table.rows.map(({ indicator, severity, changes }, index) => {
          const own = changes[0]!.cells[1];
          return (
            <li key={index}>
              <SeverityMark tone={severity ?? 'advisory'} size={12} /> {own !== null && <CellName cell={own} goes={goes} />} {indicator}：
              {changes[0]!.meaning}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
