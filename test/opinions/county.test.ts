/** A county's opinions find their tables again: the second submission, moved folders, renamed units; never another unit's. */
import { readXlsx } from '../../src/hosts/file';
import { auditBook, BY_THE_SHEET, judgeBy } from '../../src/open-workbook';
import { laidOpinions, NO_OPINIONS, type OpinionBook, opinionTable, type TableOpinions } from '../../src/opinions';
import type { TableJson } from '../../src/receipt';
import { type CountyFile, countyOf, folderOf, handedIn, handedInAgain } from '../support/county';

const county = countyOf({ units: 160 });
const judge = judgeBy(BY_THE_SHEET);
const tablesIn = (files: readonly CountyFile[]): readonly TableJson[] =>
  files.flatMap(({ path, bytes }) => {
    if (!path.endsWith('.xlsx') || path.endsWith('附件3.xlsx')) return [];
    return auditBook(path, readXlsx(bytes), judge).entries.filter((entry): entry is TableJson => entry.status === 'ok');
  });

const first = tablesIn(handedIn(county));
/** Whose a table is, by the folder the county put it in: the test's own knowledge. */
const folders = county.units.map((unit) => [folderOf(unit), `${unit.code}.xlsx`] as const);
const ownerOf = ({ file }: Pick<TableJson, 'file'>): string =>
  folders.find(([folder, again]) => file.includes(`${folder}/`) || file.endsWith(`/${again}`))?.[0] ?? file;

/** An opinion on each table that says whose it is. */
const book: OpinionBook = {
  ...NO_OPINIONS,
  tables: first.map((entry): TableOpinions => {
    const own = { id: 'AAAA-00', place: null, text: `${ownerOf(entry)} ${entry.kind ?? ''} ${entry.year ?? ''}`, level: 'info' as const };
    return { table: opinionTable(entry, null), findings: [], own: [{ ...own, ledger: false, also: [], rest: {} }], scores: [], rest: {} };
  }),
};

interface Found {
  readonly right: number;
  readonly wrong: readonly string[];
  readonly lost: number;
}

/** `was`: what the table was before it was changed. */
function found(entries: readonly (readonly [now: TableJson, was: TableJson])[], opinions = book): Found {
  const laid = laidOpinions(
    opinions,
    entries.map(([now]) => now),
    () => null,
  );
  const told = entries.flatMap(([now, was]) => laid.on(now).own.map(({ text }) => [text.split(' ')[0]!, ownerOf(was)] as const));
  return {
    right: told.filter(([says, owner]) => says === owner).length,
    wrong: told.filter(([says, owner]) => says !== owner).map((pair) => pair.join(' → ')),
    lost: laid.lost.length,
  };
}

const moved = (entry: TableJson, index: number): TableJson => ({ ...entry, file: `新文件夹/${index}/${entry.file.replace(/^.*\//, '')}` });
const renamed = (entry: TableJson): TableJson => ({ ...entry, unit: entry.unit === null ? null : `新设${entry.unit}` });

it('every table of the county has its own again after all folders were moved', () => {
  const { right, wrong, lost } = found(first.map((entry, index) => [moved(entry, index), entry]));
  expect(wrong).toEqual([]);
  process.stdout.write(`moved: ${right} of ${first.length}, ${lost} told as unclear\n`);
  expect(right).toBeGreaterThan(first.length * 0.97);
});

it('the second submission, some put right: to their own or to none', () => {
  const again = tablesIn(handedInAgain(county));
  const { right, wrong } = found(again.map((entry) => [entry, entry]));
  expect(wrong).toEqual([]);
  process.stdout.write(`second submission: ${right} of ${again.length}\n`);
  expect(right).toBeGreaterThan(again.length * 0.9);
});

it('all units renamed at once, a third of the tables gone: to their own or to none', () => {
  const left = first.filter((_, index) => index % 3 !== 0);
  const { right, wrong, lost } = found(left.map((entry, index) => [moved(renamed(entry), index), entry]));
  process.stdout.write(`renamed: ${right} of ${left.length}, ${lost} told\n`);
  expect(wrong).toEqual([]);
});

it('is quick enough to follow typing', () => {
  const start = performance.now();
  found(first.map((entry) => [entry, entry]));
  expect(performance.now() - start).toBeLessThan(1000);
});
