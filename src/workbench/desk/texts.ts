/** What the reviewer's desk says, and the names of what it hands out. */
import type { OpinionDifference } from '../../opinions';
import type { TableJson } from '../../receipt';
import words from './words.json';

/** What no file system takes in a name. */
const UNFIT = /[\\/:*?"<>|\u0000-\u001f\u007f]+/g;
const LONGEST_NAME = 60;

function fill(text: string, given: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{([a-z]+)\}/g, (_, place: string) => String(given[place] ?? ''));
}

const fit = (name: string): string => [...name.replace(UNFIT, ' ').trim().replace(/^\.+/, '')].slice(0, LONGEST_NAME).join('');

const bare = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
const unitOf = ({ unit, file }: Pick<TableJson, 'unit' | 'file'>): string => fit(unit ?? bare(file));
const batchOf = (batch: string): string => fit(batch === '' ? words.loose : batch);

export const fileNames = {
  letter: (entry: Pick<TableJson, 'unit' | 'file'>): string => fill(words.letter, { name: unitOf(entry) }),
  scores: (entry: TableJson): string => fill(words.scores, { name: fit(entry.project ?? unitOf(entry)) }),
  ledger: (batch: string): string => fill(words.ledger, { name: batchOf(batch) }),
  summary: (batch: string): string => fill(words.summary, { name: batchOf(batch) }),
  letters: (batch: string): string => fill(words.letters, { name: batchOf(batch) }),
} as const;

const MOST = 5;

export const sayOpened = {
  refused: (name: string, why: string): string => fill(words.refused, { name, why }),
  merged: (name: string, tables: number, differences: readonly OpinionDifference[]): string => {
    const opened = fill(words.opened, { name, n: tables });
    if (differences.length === 0) return opened;
    const named = differences.slice(0, MOST).map(({ table, what }) => `${table} ${what}`);
    return opened + fill(words.differ, { n: differences.length, what: named.join('；') + (differences.length > MOST ? '等' : '') });
  },
} as const;
