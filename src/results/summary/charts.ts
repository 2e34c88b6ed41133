/** 图表: the pictures of the batch as real charts, each beside the figures it is drawnBlock from. */
import type { Messages } from '../../assessment';
import { NOTICE } from '../../words';
import type { SheetChart, SheetContent } from '../../workbook';
import { LETTERS, Page } from '../page';
import { CHART_TITLES, DIFFERENCE_BINS, differenceBin, SCORE_BINS, scoreBin, TOP_CHECKS } from './bins';
import { byFrequency } from './by-check';
import type { Collected, TableRow } from './collect';
import { countCell } from './table-page';
import { CHARTS_GUIDE, CHARTS_TITLE, CHART_HEADING, NOTHING_REPEATED } from './texts';

const WIDTHS = [26, 14, 3, 15, 15, 15, 15, 15];
/** Columns under a chart. */
const CHART_LEFT = 3;
const CHART_RIGHT = WIDTHS.length - 1;
/** Lines of a block, so that its chart has room. */
const BLOCK = 14;

export interface ChartBlock {
  readonly kind: SheetChart['kind'];
  readonly title: string;
  readonly bars: readonly { readonly name: string; readonly count: number }[];
}

const known = (text: string | null): number | null => (text === null ? null : Number(text));

function binned(names: readonly string[], bins: readonly (number | null)[]): ChartBlock['bars'] {
  return names.map((name, at) => ({ name, count: bins.filter((bin) => bin === at).length }));
}

function differenceOf({ self, recomputed }: TableRow): number | null {
  return self === null || recomputed === null ? null : Number(recomputed) - Number(self);
}

function blocksOf({ tables, checks }: Collected, messages: Messages): readonly ChartBlock[] {
  return [
    {
      kind: 'columns',
      title: CHART_TITLES.scores,
      bars: binned(
        SCORE_BINS,
        tables.map(({ self, fullScore }) => scoreBin(known(self), known(fullScore))),
      ),
    },
    {
      kind: 'columns',
      title: CHART_TITLES.differences,
      bars: binned(
        DIFFERENCE_BINS,
        tables.map((table) => differenceBin(differenceOf(table))),
      ),
    },
    {
      kind: 'bars',
      title: CHART_TITLES.checks,
      bars: [...checks.values()]
        .sort(byFrequency)
        .slice(0, TOP_CHECKS)
        .map(({ code, spread }) => ({ name: messages.get(code)?.headline ?? code, count: spread.tables })),
    },
  ];
}

/** Lays one block out; null where there is nothing to draw. */
export function drawnBlock(page: Page, { kind, title, bars }: ChartBlock): SheetChart | null {
  const top = page.line([
    { col: 0, value: title, style: 'heading' },
    { col: 1, value: CHART_HEADING, style: 'heading' },
  ]);
  for (const { name, count } of bars)
    page.line([
      { col: 0, value: name, style: 'text' },
      { col: 1, value: countCell(count), style: 'number' },
    ]);
  if (bars.every(({ count }) => count === 0)) {
    page.line([{ col: 0, to: 1, value: NOTHING_REPEATED, style: 'text' }]);
    page.gap();
    return null;
  }
  while (page.next < top + BLOCK) page.gap(LINE);
  page.gap();
  const column = (col: number): SheetChart['values'] => ({ top: top + 1, left: col, bottom: top + bars.length, right: col });
  return {
    kind,
    title,
    area: { top, left: CHART_LEFT, bottom: top + BLOCK - 1, right: CHART_RIGHT },
    names: column(0),
    values: column(1),
  };
}

/** Points of an empty line beside a chart. */
const LINE = 19;

export function chartsSheet(all: Collected, messages: Messages): SheetContent {
  const page = new Page(WIDTHS, LETTERS.ours);
  page.band(CHARTS_TITLE, 'title');
  page.band(CHARTS_GUIDE, 'paragraph');
  page.gap();
  const charts = blocksOf(all, messages).flatMap((block) => drawnBlock(page, block) ?? []);
  page.band(`${NOTICE}。`, 'note');
  return { ...page.content({ frozenRows: 0, print: { landscape: false, repeatRows: null, footer: NOTICE } }), charts };
}
