/** A workbook with one thing otherwise in one of its parts: what is read of it, how it looks, and what writing into it makes. `npm run pin` renews these. */
import path from 'node:path';
import { editWorkbook, readLooks, readXlsx, removeTraces, type SheetLooks } from '../../../src/hosts/file';
import { a1, a1OfRect, type SheetSnapshot } from '../../../src/workbook';
import { UnreadableError } from '../../../src/workbook/unreadable';
import { wholePlan } from '../../support/edit-plans';
import { expectPinned } from '../../support/pinned';
import { unzipMembers } from '../../support/unzip';
import { packageOf, RICH_PARTS, variedParts, type Parts } from '../../support/varied-package';
import { changesOf, sumOf } from '../../support/variations';

const FOLDER = path.join(__dirname, 'pins');
const VARIED = variedParts();

/** Anything else than being unreadable is a fault of ours, and fails the test. */
function orWhy(lines: () => readonly string[]): readonly string[] {
  try {
    return lines();
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return [`unreadable: ${error.why}`];
  }
}

function cellsOf(sheet: SheetSnapshot): readonly string[] {
  return Array.from({ length: Math.min(sheet.rows, 20) }, (_, row) =>
    [...Array(Math.min(sheet.cols, 12)).keys()].flatMap((col) => {
      const cell = sheet.at(row, col);
      if (cell === undefined) return [];
      const { value, formula, format } = cell;
      const locked = sheet.locked(row, col) === true ? '' : ' open';
      return [
        `${a1(row, col)} ${JSON.stringify(value)}${formula === undefined ? '' : ` =${formula}`}${format === 'General' ? '' : ` ${format}`}${locked}`,
      ];
    }),
  ).flat();
}

const readLines = (bytes: Uint8Array): readonly string[] =>
  orWhy(() => {
    const { sheets, externalLinks, date1904 } = readXlsx(bytes);
    return [
      `links ${(externalLinks ?? []).join(' ')} ${date1904}`,
      ...sheets.flatMap((sheet) => [
        `sheet ${sheet.name} ${sheet.state} ${sheet.protected} ${sheet.rows}×${sheet.cols} ${sheet.unread ?? ''}`,
        `merged ${sheet.merges.map(a1OfRect).join(' ')} under pictures ${(sheet.pictures ?? []).map(a1OfRect).join(' ')}`,
        `hidden ${[...Array(9).keys()].filter((row) => sheet.rowHidden(row)).join(' ')} | ${[...Array(9).keys()].filter((col) => sheet.colHidden(col)).join(' ')}`,
        ...cellsOf(sheet),
      ]),
    ];
  });

function looksOf({ pictures, rows, texts, styleAt, ...rest }: SheetLooks): readonly string[] {
  const places = [...Array(10).keys()].map((row) => [...Array(9).keys()].map((col) => styleAt(row, col)).join(''));
  return [
    JSON.stringify(rest),
    `styles ${places.join(' ')}`,
    ...[...rows].map((one) => `row ${JSON.stringify(one)}`),
    ...[...texts].map((one) => `text ${JSON.stringify(one)}`),
    ...pictures.map(({ bytes, ...one }) => `picture ${JSON.stringify(one)} ${bytes.length}`),
  ];
}

const lookLines = (bytes: Uint8Array): readonly string[] =>
  orWhy(() => {
    const { sheets, styles, font, signed } = readLooks(bytes);
    return [...sheets.flatMap(looksOf), ...styles.map((one) => `style ${JSON.stringify(one)}`), `font ${JSON.stringify(font)} ${signed}`];
  });

const decoder = new TextDecoder();
const partLines = (bytes: Uint8Array): readonly string[] =>
  unzipMembers(bytes).flatMap(({ name, data }) =>
    /\.(?:xml|rels|vml)$/.test(name)
      ? decoder
          .decode(data)
          .split(/(?<=>)(?=<)/)
          .map((tag) => `${name} ${tag}`)
      : [`${name} ${data.length}`],
  );

/** A cell, marks, a note and a sheet written, and all but the cell taken away again. */
const editLines = (bytes: Uint8Array): readonly string[] =>
  orWhy(() => {
    const edited = editWorkbook(bytes, wholePlan(readXlsx(bytes)));
    if (!edited.ok) return [`refused: ${edited.why} ${edited.message ?? ''}`];
    return [
      `warnings ${JSON.stringify(edited.warnings)}`,
      ...partLines(edited.bytes),
      `after ${sumOf(partLines(removeTraces(edited.bytes)).join('\n'))}`,
    ];
  });

const WAYS: Readonly<Record<string, readonly [every: number, lines: (bytes: Uint8Array) => readonly string[]]>> = {
  read: [2, readLines],
  looks: [2, lookLines],
  edit: [4, editLines],
};

test.each(Object.entries(WAYS))('%s', (name, [every, linesOf]) => {
  const of = (parts: Parts): readonly string[] => linesOf(packageOf(parts));
  const base = of(RICH_PARTS);
  const lines = VARIED.filter((_, at) => at % every === 0).flatMap(({ what, parts }) => {
    const now = of(parts);
    const changes = name === 'edit' ? editChanges(base, now) : changesOf(base, now);
    return changes.length === 0 ? [] : [`# ${what}`, ...changes];
  });
  expectPinned(FOLDER, `package-${name}`, [...base.map((line) => line.replace(/\n/g, ' ').slice(0, 160)), ...lines]);
});

/** What is written differs by what was otherwise before: a line, and the rest by its sum. */
function editChanges(base: readonly string[], now: readonly string[]): readonly string[] {
  if (now.length === 1) return now;
  const lines = now.filter((line) => !base.includes(line));
  return [`${lines[0]?.replace(/\n/g, ' ').slice(0, 90) ?? ''} ${lines.length} ${sumOf(now.join('\n'))}`];
}
