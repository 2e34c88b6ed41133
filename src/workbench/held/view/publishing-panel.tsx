import type { PublishingJson, RemarkJson } from '../../../receipt';
import { sayHeld } from '../say';
import { CellName, FileName, type Goes, HeldSection, Sentences } from './parts';

/** Places that are written out. */
const MOST = 20;

/** 公开前检查: the files with something to be confirmed, a line a place. */
export function PublishingPanel({ result, goes }: { readonly result: readonly PublishingJson[]; readonly goes: Goes }) {
  const read = result.filter(({ status }) => status === 'ok');
  const asking = read.filter(({ findings }) => findings.length > 0);
  const partly = read.filter(({ whole }) => !whole).length;
  return (
    <>
      {asking.length === 0 ? (
        <p className="jb-quiet">{sayHeld('noneToConfirm')}</p>
      ) : (
        <HeldSection title={sayHeld('confirm', { n: asking.length })}>
          {asking.map(({ file, findings }) => (
            <div key={file} className="jb-held-group">
              <h3>
                <FileName path={file} goes={goes} />
              </h3>
              <ul>
                {findings.slice(0, MOST).map((one, index) => (
                  <li key={index}>
                    <Place place={one.place} goes={goes} /> {one.message}
                  </li>
                ))}
                {findings.length > MOST && <li>{sayHeld('more', { n: findings.length })}</li>}
              </ul>
            </div>
          ))}
        </HeldSection>
      )}
      <Sentences
        title={(n) => sayHeld('unreadable', { n })}
        lines={result
          .filter(({ status }) => status !== 'ok')
          .map(({ file, reason }) => (
            <>
              <FileName path={file} goes={goes} /> {reason}
            </>
          ))}
      />
      {partly > 0 && <p className="jb-quiet">{sayHeld('notWhole', { n: partly })}</p>}
      <p className="jb-quiet">{sayHeld('pictures')}</p>
    </>
  );
}

const CELL = /^[A-Z]+[0-9]+$/;

function Place({ place: { sheet, address, paragraph, part }, goes }: { readonly place: RemarkJson['place']; readonly goes: Goes }) {
  const beside = part === null ? '' : ` ${part}`;
  if (sheet !== null && address !== null && CELL.test(address))
    return (
      <>
        {sheet} <CellName cell={{ sheet, address }} goes={goes} />
        {beside}
      </>
    );
  const own = sheet !== null ? [sheet, address ?? ''].join(' ') : paragraph !== null ? sayHeld('paragraph', { n: paragraph }) : '';
  return <span className="jb-roster-more">{`${own}${beside}`.trim() || sayHeld('wholeFile')}</span>;
}
