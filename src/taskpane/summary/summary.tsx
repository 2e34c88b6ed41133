import { Button, Tab, TabList } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { NarrativeView, TableView } from '../../open-workbook';
import { saveWordReport } from '../audit/exports';
import { usePane } from '../parts/context';
import { useLasting, useMoment } from '../parts/hooks';
import { say } from '../texts/say';
import { assumptionsOf } from './assumptions';
import { Blocks, PieceText, type GoTo } from './pieces';

type Length = NarrativeView['length'];
const LENGTHS: readonly Length[] = ['box', 'short', 'full'];

interface SummaryProps {
  readonly table: TableView;
  readonly length: Length;
  readonly onLength: (length: Length) => void;
  readonly onGo: GoTo;
}

/** 小结: the text of the 自评 in three lengths; its numbers lead to their cells. */
export function Summary({ table, length, onLength, onGo }: SummaryProps) {
  const { open, shell, state, mode } = usePane();
  const narrative = useNarrative(length);
  const waiting = useLasting(narrative === null);
  const writable = mode === 'fill' && state.unwritable === null && state.can?.addSheets === true;
  const writing = useLasting(state.busy?.doing === 'writing', 0);
  return (
    <div className="jh-list jh-summary">
      <TabList
        size="small"
        className="jh-lengths"
        aria-label={say('summary.length')}
        selectedValue={length}
        onTabSelect={(_, { value }) => onLength(value as Length)}
      >
        {LENGTHS.map((one) => (
          <Tab key={one} value={one} id={`jh-length-${one}`} aria-controls="jh-length-panel">
            {say(`summary.${one}`)}
          </Tab>
        ))}
      </TabList>
      <div id="jh-length-panel" role="tabpanel" aria-labelledby={`jh-length-${length}`}>
        {narrative !== null && <Text narrative={narrative} onGo={onGo} />}
        {waiting && <p className="jh-none">{say('summary.waiting')}</p>}
        <Assumptions table={table} />
        {narrative !== null && writable && (
          <Button size="small" className="jh-act" disabled={writing} onClick={() => void open.writeSummary()}>
            {say('summary.write')}
          </Button>
        )}
        {narrative !== null && open.exportReport !== null && (
          <Button size="small" className="jh-act" onClick={() => void saveWordReport(open, shell)}>
            {say('summary.word')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The text may come later than it is asked for; then the state changes and it is asked for again. */
function useNarrative(length: Length): NarrativeView | null {
  const { open, state } = usePane();
  const [view, setView] = useState<NarrativeView | null>(null);
  useEffect(() => setView(open.narrative(length)), [open, state, length]);
  return view?.length === length ? view : null;
}

function Text({ narrative, onGo }: { readonly narrative: NarrativeView; readonly onGo: GoTo }) {
  const { pending, boxes, blocks, length } = narrative;
  const what = [
    ...(pending.fill > 0 ? [say('summary.fill', { n: pending.fill })] : []),
    ...(pending.check > 0 ? [say('summary.check', { n: pending.check })] : []),
  ].join(say('list.and'));
  return (
    <>
      {what !== '' && <p className="jh-pending">{say('summary.pending', { what })}</p>}
      {length === 'box' ? (
        boxes.map((box) => (
          <section key={box.title} className="jh-box">
            <div className="jh-box-head">
              <h2>{box.title}</h2>
              <span className={box.characters > box.limit ? 'is-over' : undefined}>
                {say('summary.characters', { n: box.characters, limit: box.limit })}
              </span>
            </div>
            <div className="jh-paper">
              <PieceText pieces={box.pieces} onGo={onGo} />
            </div>
            <Copy text={box.pieces.map(({ text }) => text).join('')} />
          </section>
        ))
      ) : (
        <section className="jh-box">
          <div className="jh-paper">
            <Blocks blocks={blocks} onGo={onGo} />
          </div>
          <Copy text={narrative.text} />
        </section>
      )}
    </>
  );
}

function Copy({ text }: { readonly text: string }) {
  const { shell } = usePane();
  const [copied, setCopied] = useMoment<boolean>();
  return (
    <div className="jh-copy">
      <Button size="small" className="jh-act" onClick={() => void shell.copy(text).then(setCopied)}>
        {say('summary.copy')}
      </Button>
      <span role="status">{copied === null ? '' : say(copied ? 'summary.copied' : 'summary.copyFailed')}</span>
    </div>
  );
}

/** What the user told in 得分 and the text rests on. */
function Assumptions({ table }: { readonly table: TableView }) {
  const lines = assumptionsOf(table);
  if (lines.length === 0) return null;
  return (
    <section className="jh-assumptions" aria-labelledby="jh-assumptions">
      <h2 id="jh-assumptions">{say('summary.assumptions')}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
