import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { CellView, FindingView } from '../../open-workbook';
import { CellLink } from '../parts/cell-link';
import { usePane } from '../parts/context';
import { ChevronDown, ChevronRight, Locate } from '../parts/icons';
import { say } from '../texts/say';
import { isRepeated } from './order';
import { ReplyBox } from './reply-box';

interface OpenRowProps {
  readonly finding: FindingView;
  readonly onChange: (finding: FindingView) => void;
  readonly onGo: (cell: CellView, focus: boolean) => void;
}

/** The one open row: sentence, arithmetic, basis, and what can be done. */
export function OpenRow({ finding, onChange, onGo }: OpenRowProps) {
  const { mode, state, desk } = usePane();
  const [about, setAbout] = useState(false);
  const mayChange = mode === 'fill' && finding.change !== null && state.unwritable === null;
  return (
    <>
      <p className="jh-sentence">{finding.sentence}</p>
      {finding.arithmetic !== null && <p className="jh-arithmetic">{finding.arithmetic}</p>}
      {isRepeated(finding) && <Repeated cells={finding.repeated} onGo={(cell) => onGo(cell, false)} />}
      <p className="jh-basis">{finding.basis}</p>
      {finding.first !== null && <p className="jh-first">{finding.first}</p>}
      {about && <About finding={finding} onGo={(cell) => onGo(cell, false)} />}
      <div className="jh-actions">
        {mayChange && (
          <Button size="small" className="jh-act" disabled={state.busy?.doing === 'writing'} onClick={() => onChange(finding)}>
            {finding.change!.label}
          </Button>
        )}
        <Button size="small" className="jh-act" icon={<Locate />} onClick={() => onGo(finding.cell, true)}>
          {say('row.locate')}
        </Button>
        <Button size="small" appearance="subtle" className="jh-act" aria-expanded={about} onClick={() => setAbout(!about)}>
          {say(about ? 'row.basisHide' : 'row.basis')}
        </Button>
      </div>
      {desk !== null && <desk.parts.RowTicks id={finding.reply.id} />}
      <ReplyBox finding={finding} />
    </>
  );
}

/** 「共 7 处 ▸」, opened: the addresses. */
function Repeated({ cells, onGo }: { readonly cells: readonly CellView[]; readonly onGo: (cell: CellView) => void }) {
  const [shown, setShown] = useState(false);
  return (
    <div className="jh-repeated">
      <button type="button" className="jh-link" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {say('row.repeated', { n: cells.length })}
        {shown ? <ChevronDown size={12} /> : <ChevronRight size={12} />}
      </button>
      {shown && <Cells cells={cells} onGo={onGo} />}
    </div>
  );
}

function Cells({ cells, onGo }: { readonly cells: readonly CellView[]; readonly onGo: (cell: CellView) => void }) {
  return (
    <p className="jh-cells">
      {cells.map((cell) => (
        <CellLink key={cell.address} cell={cell} onGo={onGo} />
      ))}
    </p>
  );
}

/** What the check looks for, how it is put right, and the cells it was held against. */
function About({ finding, onGo }: { readonly finding: FindingView; readonly onGo: (cell: CellView) => void }) {
  const { looksFor, howToFix } = finding.about;
  return (
    <dl className="jh-about">
      <dt>{say('row.looksFor')}</dt>
      <dd>{looksFor}</dd>
      <dt>{say('row.howToFix')}</dt>
      <dd>{howToFix}</dd>
      {finding.related.length > 0 && (
        <>
          <dt>{say('row.related')}</dt>
          <dd>
            <Cells cells={finding.related} onGo={onGo} />
          </dd>
        </>
      )}
    </dl>
  );
}
