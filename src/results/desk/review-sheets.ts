/** 复核评分表 of one table, and 复核汇总 over a batch: 自评分 ｜ 复核分 ｜ 核减 ｜ 等级变化. Figures are what people typed. */
import { type FittedOpinions, reviewedScores, type ReviewedScores } from '../../opinions';
import type { TableJson } from '../../receipt';
import { KIND_NAMES, NOTICE } from '../../words';
import { Dec, type SheetContent, type SheetEdit } from '../../workbook';
import { LETTERS, Page } from '../page';
import { type ChartBlock, drawnBlock } from '../summary/charts';
import { SCORE_BINS, scoreBin } from '../summary/bins';
import { type PageValue, tablePage } from '../summary/table-page';
import { NOTHING } from '../values';
import { sayDesk } from './texts';

/** A table of the batch and what belongs to it. */
export interface DeskTable {
  readonly entry: TableJson;
  readonly opinions: FittedOpinions;
}

const figure = (value: Dec | null): PageValue => value ?? NOTHING;
/** What was typed, as it was typed where it is no number. */
const typed = (review: Dec | null, text: string): PageValue => review ?? text;

const gradeChange = ({ selfGrade, grade }: ReviewedScores): string =>
  selfGrade === null || grade === null ? NOTHING : selfGrade === grade ? grade : `${selfGrade} → ${grade}`;

const sheet = (name: string, content: SheetContent): SheetEdit => ({ name, replaces: true, content });

const SCORE = { headings: ['序号', '指标', '分值', '自评分', '复核分', '核减', '扣分理由'], widths: [6, 34, 9, 9, 9, 9, 44] } as const;

function whyNoTotal({ review, done, of }: ReviewedScores): string {
  if (review !== null) return '';
  return done < of ? sayDesk('score.open', { n: of - done }) : sayDesk('score.unadded');
}

/** 复核评分表. */
export function reviewSheet({ entry, opinions }: DeskTable): SheetEdit {
  const reviewed = reviewedScores(entry, opinions);
  const rows = reviewed.rows.map(({ row, self, review, typed: text, cut, why }, index): readonly PageValue[] => [
    String(index + 1),
    row.name,
    figure(row.fullScore === null ? null : new Dec(row.fullScore)),
    figure(self),
    typed(review, text),
    figure(cut),
    why,
  ]);
  const { self, review, cut } = reviewed;
  const total = [entry.totals.fullScore === null ? null : new Dec(entry.totals.fullScore), self, review, cut].map(figure);
  const grade = gradeChange(reviewed);
  const names = [entry.unit, entry.project].filter((name) => name !== null).join('　');
  return sheet(
    sayDesk('score.sheet'),
    tablePage({
      title: entry.year === null ? sayDesk('score.title') : `${entry.year}年度${sayDesk('score.title')}`,
      above: [...(names === '' ? [] : [names]), sayDesk('score.guide')],
      headings: SCORE.headings,
      widths: SCORE.widths,
      rows:
        rows.length === 0 ? [] : [...rows, ['', { value: sayDesk('score.sum'), style: 'label' }, ...total, whyNoTotal(reviewed) || grade]],
      none: sayDesk('score.none'),
    }),
  );
}

const SUMMARY = {
  headings: ['序号', '单位', '项目', '类别', '文件', '已复核', '自评分', '复核分', '核减', '等级变化'],
  widths: [6, 24, 24, 14, 28, 9, 9, 9, 9, 14],
} as const;
const ROWS = {
  headings: ['单位', '项目', '指标', '分值', '自评分', '复核分', '核减', '扣分理由'],
  widths: [22, 22, 28, 8, 8, 8, 8, 44],
} as const;

type Reviewed = DeskTable & { readonly reviewed: ReviewedScores };
const namesOf = ({ unit, project }: TableJson): readonly [string, string] => [unit ?? sayDesk('unit.none'), project ?? NOTHING];

function overview(all: readonly Reviewed[]): SheetContent {
  return tablePage({
    title: sayDesk('summary.title'),
    above: [sayDesk('summary.guide')],
    headings: SUMMARY.headings,
    widths: SUMMARY.widths,
    rows: all.map(({ entry, reviewed }, index): readonly PageValue[] => [
      String(index + 1),
      ...namesOf(entry),
      entry.kind === null ? NOTHING : KIND_NAMES[entry.kind],
      entry.file,
      sayDesk('summary.done', { done: reviewed.done, of: reviewed.of }),
      figure(reviewed.self),
      figure(reviewed.review),
      figure(reviewed.cut),
      gradeChange(reviewed),
    ]),
    none: sayDesk('summary.none'),
  });
}

function details(all: readonly Reviewed[]): SheetContent {
  const rows = all.flatMap(({ entry, reviewed }) =>
    reviewed.rows
      .filter((one) => one.typed !== '' || one.why !== '')
      .map(({ row, self, review, typed: text, cut, why }): readonly PageValue[] => [
        ...namesOf(entry),
        row.name,
        figure(row.fullScore === null ? null : new Dec(row.fullScore)),
        figure(self),
        typed(review, text),
        figure(cut),
        why,
      ]),
  );
  return tablePage({
    title: sayDesk('rows.title'),
    above: [sayDesk('rows.guide')],
    headings: ROWS.headings,
    widths: ROWS.widths,
    rows,
    none: sayDesk('rows.none'),
  });
}

const CUT_BINS = ['核增', '无核减', '2以内', '2至5', '5至10', '10以上'];
const CUT_CEILINGS = [2, 5, 10];

/** Place in CUT_BINS. */
function cutBin(cut: Dec): number {
  if (cut.isNegative() && !cut.isZero()) return 0;
  if (cut.isZero()) return 1;
  const at = CUT_CEILINGS.findIndex((ceiling) => cut.lte(ceiling));
  return at < 0 ? CUT_BINS.length - 1 : at + 2;
}

function pictures(all: readonly Reviewed[]): SheetContent {
  const whole = all.filter(({ reviewed }) => reviewed.review !== null);
  const bars = (names: readonly string[], bins: readonly (number | null)[]): ChartBlock['bars'] =>
    names.map((name, at) => ({ name, count: bins.filter((bin) => bin === at).length }));
  const scores = whole.map(({ entry, reviewed }) => scoreBin(reviewed.review!.toNumber(), entry.totals.fullScore));
  const cuts = whole.map(({ reviewed }) => (reviewed.cut === null ? null : cutBin(reviewed.cut)));
  const page = new Page([26, 14, 3, 15, 15, 15, 15, 15], LETTERS.ours);
  page.band(sayDesk('summary.chartsTitle'), 'title');
  page.band(sayDesk('summary.chartsGuide'), 'paragraph');
  page.gap();
  const blocks: readonly ChartBlock[] = [
    { kind: 'columns', title: sayDesk('chart.scores'), bars: bars(SCORE_BINS, scores) },
    { kind: 'columns', title: sayDesk('chart.cuts'), bars: bars(CUT_BINS, cuts) },
  ];
  const charts = blocks.flatMap((block) => drawnBlock(page, block) ?? []);
  page.band(`${NOTICE}。`, 'note');
  return { ...page.content({ frozenRows: 0, print: { landscape: false, repeatRows: null, footer: NOTICE } }), charts };
}

/** 复核汇总: tables for which somebody typed a 复核分, in their order. */
export function reviewSummary(tables: readonly DeskTable[]): readonly SheetEdit[] {
  const all = tables
    .map((table): Reviewed => ({ ...table, reviewed: reviewedScores(table.entry, table.opinions) }))
    .filter(({ reviewed }) => reviewed.rows.some(({ typed: text, why }) => text !== '' || why !== ''));
  return [
    sheet(sayDesk('summary.sheet'), overview(all)),
    sheet(sayDesk('summary.charts'), pictures(all)),
    sheet(sayDesk('rows.sheet'), details(all)),
  ];
}
