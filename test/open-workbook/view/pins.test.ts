/** What the pane is given of the pinned forms: figures, findings, rows, and the list of 运算. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from '../../../src/hosts/file';
import { openWorkbook } from '../../../src/open-workbook';
import { MemoryHost } from '../../support/memory-host';
import { expectPinned, shown } from '../../support/pinned';
import { PINNED_BOOKS, type NamedBook } from '../../support/pinned-books';

const FOLDER = path.join(__dirname, 'pins');
const SAMPLES = path.join(__dirname, '../../../samples');

const samples = (): readonly NamedBook[] =>
  ['项目自评_有误.xlsx', '部门整体自评_湛江2024.xlsx'].map((id) => ({
    id,
    book: readXlsx(new Uint8Array(readFileSync(path.join(SAMPLES, id)))),
  }));

async function linesOf({ id, book }: NamedBook): Promise<readonly string[]> {
  const open = openWorkbook(new MemoryHost(book), { mode: 'fill' });
  await open.start();
  const { audit } = open.state;
  await open.recalc();
  const { plan } = open.state;
  return [
    `# ${id}`,
    ...audit!.tables.flatMap(
      ({ findings, scores, figures, passed, notApplicable, kind, year, unit, verdict, standard, reviewer, rows, failed }) => [
        `head ${shown({ kind, year, unit, verdict, standard, reviewer, rows, failed })}`,
        `figures ${shown(figures)}`,
        `passed ${passed.length}`,
        ...notApplicable.map(({ code, why }) => `not run ${code}: ${why}`),
        // Sentences and what stands behind them are pinned with the assessment.
        ...findings.map((one) => `finding ${shown({ ...one, about: null, sentence: null, basis: null })}`),
        ...scores.flatMap(({ rows, ...group }) => [`group ${shown(group)}`, ...rows.map((row) => `row ${shown(row)}`)]),
      ],
    ),
    ...(audit!.unrecognised === null ? [] : [`unrecognised ${shown(audit!.unrecognised)}`]),
    `marks ${shown(audit!.marks)}`,
    ...(plan === null
      ? []
      : [
          `ticked ${[...plan.ticked].join(' ')}`,
          ...(['fill', 'lower', 'raise', 'kept'] as const).flatMap((part) => plan.view[part].map((one) => `${part} ${shown(one)}`)),
          `outcome ${plan.view.outcome} | ${plan.view.followUp} | ${shown(plan.view.followed)}`,
        ]),
  ];
}

test.each<[string, () => readonly NamedBook[]]>([
  ['samples', samples],
  ['told', PINNED_BOOKS['told']!],
  ['values', PINNED_BOOKS['values']!],
])('%s', async (name, books) => {
  const lines: string[] = [];
  for (const one of books()) lines.push(...(await linesOf(one)));
  expectPinned(FOLDER, name, lines);
});
