/** What the pane is given of a workbook: figures, findings, rows, and the list of 运算; a line a thing. */
import { openWorkbook } from '../../src/open-workbook';
import type { WorkbookSnapshot } from '../../src/workbook';
import { MemoryHost } from './memory-host';
import { shown } from './pinned';

export async function viewLines(book: WorkbookSnapshot): Promise<readonly string[]> {
  const open = openWorkbook(new MemoryHost(book), { mode: 'fill' });
  await open.start();
  const { audit } = open.state;
  await open.recalc();
  const { plan } = open.state;
  return [
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
