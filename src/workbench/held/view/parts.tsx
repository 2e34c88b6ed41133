import { type ReactNode, useState } from 'react';
import { TextLink } from '../../../taskpane';
import type { CellRef, ReportJson } from '../../../receipt';
import type { HeldComparison, ReportDesk } from '../types';

/** Where a place leads to; none: it cannot be shown. */
export interface Goes {
  /** Opens a file of the batch; null: it is none of them. */
  readonly file: (path: string) => (() => void) | null;
  /** Goes to a cell of the opened file; null: another file is meant. */
  readonly cell: ((cell: CellRef) => void) | null;
}

/** What may be done with a result. */
export interface HeldActs {
  /** Where a reviewer ticks and writes; null: nobody reviews. */
  readonly desk: ReportDesk | null;
  /** Hands out the report with comments; what should be known of it, or why there is none. */
  readonly reportCopy: (report: ReportJson) => Promise<string>;
  /** Hands out the workbook of a comparison; why there is none, or ''. */
  readonly comparisonBook: (held: HeldComparison) => Promise<string>;
}

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function HeldSection({ title, children }: SectionProps) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function FileName({ path, goes }: { readonly path: string; readonly goes: Goes }) {
  const go = goes.file(path);
  if (go === null) return <span className="jb-roster-file">{path}</span>;
  return (
    <button type="button" className="jb-file jb-roster-file" onClick={go}>
      {path}
    </button>
  );
}

export function CellName({ cell, goes }: { readonly cell: CellRef; readonly goes: Goes }) {
  const { cell: go } = goes;
  if (go === null) return <span className="jb-held-cell">{cell.address}</span>;
  return (
    <button type="button" className="jb-file jb-held-cell" aria-label={`${cell.sheet}!${cell.address}`} onClick={() => go(cell)}>
      {cell.address}
    </button>
  );
}

/** A heading with a list of sentences; nothing where there are none. */
export function Sentences({ title, lines }: { readonly title: (n: number) => string; readonly lines: readonly ReactNode[] }) {
  if (lines.length === 0) return null;
  return (
    <HeldSection title={title(lines.length)}>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </HeldSection>
  );
}

interface HandOutProps {
  readonly text: string;
  readonly label: string;
  readonly hand: () => Promise<string>;
}

/** Hands something out, and says behind itself what is to be known of it. */
export function HandOut({ text, label, hand }: HandOutProps) {
  const [said, setSaid] = useState('');
  return (
    <p>
      <TextLink label={label} onClick={() => void hand().then(setSaid)}>
        {text}
      </TextLink>{' '}
      <span role="status">{said}</span>
    </p>
  );
}
