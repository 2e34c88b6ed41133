/**
 * Standards and blank forms with one line otherwise: what is wrong with the file and at which line, what changed against the standard,
 * what changed against the form that was sent out. `npm run pin` renews the lists.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { recognise } from '../../src/recognition';
import { builtinStandard } from '../../src/standards/builtin';
import { diffStandards, type ResolvedStandard, type Standard } from '../../src/standards';
import { applyStandards } from '../../src/standards/applied';
import { loadStandard } from '../../src/standards/load';
import { resolved } from '../../src/standards/resolve';
import { recogniseByForms } from '../../src/standards/template/by-form';
import { matchForm } from '../../src/standards/template/compare';
import { formOf } from '../../src/standards/template/form';
import { readYaml } from '../../src/standards/yaml';
import type { WorkbookSnapshot } from '../../src/workbook';
import { problemsText } from '../../src/words/standard-problems';
import { cellName, expectPinned, shown } from '../support/pinned';
import { FORM } from '../right-numbers/support';
import { bookOf, sheetOf, type TestCell } from '../support/sheets';
import { changesOf, sumOf, VARIED } from '../support/variations';

const FOLDER = path.join(__dirname, 'pins');
const BUILTIN = path.join(__dirname, '../../src/standards/builtin');

/** A standard, or what a user reads of a faulty file. */
function loaded(text: string): Standard | string {
  const yaml = readYaml(text);
  if (!yaml.ok) return problemsText(yaml.problems, 'a.yaml');
  const read = loadStandard(yaml.tree, { lineOf: yaml.lineOf, baseOf: builtinStandard });
  return read.ok ? read.standard : problemsText(read.problems, 'a.yaml');
}

/** What is wrong with it; of a good one what is otherwise than before in 2024, and a sum of all it says. */
function loadedLine(is: Standard | string, was: ResolvedStandard): string {
  if (typeof is === 'string') return is.replace(/\n/g, '⏎').slice(0, 140);
  const changes = diffStandards(was, resolved(is, 2024));
  return `${changes.map(shown).join('; ').slice(0, 160)} ${sumOf(JSON.stringify([is, resolved(is, 2019)]))}`;
}

function* linesOtherwise(text: string): Iterable<readonly [string, string]> {
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const put = (other: readonly string[]): string => [...lines.slice(0, at), ...other, ...lines.slice(at + 1)].join('\n');
    yield [`${at + 1} gone`, put([])];
    const ways: readonly (readonly [string, readonly string[]])[] = [
      ['twice', [line, line]],
      ['a number more', [line.replace(/\d+(?:\.\d+)?/, (digits) => String(Number(digits) + 1))]],
      ['another word', [line.replace(/: ?(\S.*)$/, ': 别的')]],
      ['nothing said', [line.replace(/: .*$/, ':')]],
      ['a list', [line.replace(/: (.*)$/, ': [$1]')]],
      ['another key', [line.replace(/([\w-]+|[一-龥]+):/, '别的:')]],
      ['a negative', [line.replace(/: ?(\d)/, ': -$1')]],
    ];
    const [name, other] = ways[at % ways.length]!;
    if (other.length > 1 || other[0] !== line) yield [`${at + 1} ${name}`, put(other)];
  }
}

test.each(readdirSync(BUILTIN).filter((name) => name.endsWith('.yaml')))('%s with one line otherwise', (name) => {
  const text = readFileSync(path.join(BUILTIN, name), 'utf8');
  const every = text.split('\n').length > 60 ? 3 : 1;
  const was = resolved(loaded(text) as Standard, 2024);
  const lines = [...linesOtherwise(text)]
    .filter((_, at) => at % every === 0)
    .map(([what, other]) => `${what}: ${loadedLine(loaded(other), was)}`);
  expectPinned(FOLDER, name.replace('.yaml', ''), lines);
});

/** As it was sent out: names, 分值 and headings are there, what the unit fills in is not. */
const blankOf = (rows: readonly (readonly TestCell[])[]): WorkbookSnapshot =>
  bookOf(
    sheetOf(
      '评分表',
      rows.map((cells, row) => cells.map((cell, col) => (row > 9 && (col === 4 || col === 6) ? null : cell))),
    ),
  );

function matched(forms: ReturnType<typeof formOf>[], book: WorkbookSnapshot): readonly string[] {
  return recogniseByForms((one) => recognise(one), book, forms).tables.flatMap((table) => {
    const match = matchForm(forms, table, book);
    const { how } = applyStandards(table, book, { standard: null, template: forms }).label;
    return [
      `${how} ${match?.fits ?? ''} ${table.columns.map(({ role, header }) => `${role}=${header.value}`).join(' ')}`,
      ...(match?.changes ?? []).map(({ kind, at, was, is, name, row, group, above, count, names, related, total, column }) =>
        [
          kind,
          cellName(at),
          `${was}→${is}`,
          name ?? '',
          row ?? '',
          group ?? '',
          above.join('/'),
          count,
          names.join('/'),
          related.map(cellName).join(' '),
          total ?? '',
          shown(column),
        ].join(' '),
      ),
    ];
  });
}

test.each(['form', 'project'])('a sheet made from the blank %s, with one thing otherwise', (name) => {
  const form = VARIED[name]!();
  const rows = name === 'form' ? FORM : null;
  const blank = rows === null ? form.base : blankOf(rows);
  const forms = recognise(blank).tables.map((table) => formOf(table, blank, '空白表.xlsx'));
  const base = matched(forms, form.base);
  const lines = form.variations.flatMap(({ what, book }) => {
    const changes = changesOf(base, matched(forms, book));
    return changes.length === 0 ? [] : [`# ${what}`, ...changes];
  });
  expectPinned(FOLDER, `template-${name}`, [...base, ...lines]);
});
