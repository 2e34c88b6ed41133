import { a1 } from '../../src/workbook/address';
import type { Rect } from '../../src/workbook/types';
import { cellsOf, markOf, type CaseTable, type FundRole, type Role, type Where } from './case';
import { fundHeaderOf, headerOf, orderedRoles, TOTAL_LABELS, type Layout } from './layout';
import { Random } from './random';
import { Grid } from './sheet';
import {
  flat,
  hundredth,
  nameTruth,
  numberTruth,
  quantityTruth,
  rateTruth,
  stateOf,
  textTruth,
  type FundTruth,
  type GroupTruth,
  type NumberTruth,
  type RowTruth,
  type TotalTruth,
  type Truth,
} from './truth';

/** A case laid out: its sheets, the right reading, and where things stand. */
export interface Rendered {
  readonly table: CaseTable;
  readonly layout: Layout;
  readonly grids: readonly Grid[];
  /** Index of the score table's sheet. */
  readonly sheet: number;
  readonly truth: Truth;
  /** Acceptable cells for a place; empty when any will do. */
  resolve(where: Where | readonly Where[]): readonly string[];
}

interface Band {
  readonly left: number;
  readonly right: number;
}

/** Lays a case out. The same case and layout give the same sheet. */
export function render(table: CaseTable, layout: Layout): Rendered {
  return new Renderer(table, layout).run();
}

type Places = Map<string, string>;

class Renderer {
  private readonly r: Random;
  private readonly grid: Grid;
  private readonly levels: readonly Role[];
  private readonly roles: readonly Role[];
  private readonly seq: boolean;
  private readonly left: number;
  private readonly width: number;
  private readonly bands = new Map<Role | 'sequence' | 'review', Band>();
  private readonly fundBands: Band[] = [];
  private row = 0;
  private readonly rows: RowTruth[] = [];
  private readonly groups: GroupTruth[] = [];
  private readonly totals: TotalTruth[] = [];
  private funding: FundTruth[] | null = null;
  private readonly rowPlaces = new Map<string, Places>();
  private readonly fundPlaces = new Map<string, Places>();
  private readonly totalPlaces: Places = new Map();
  private readonly subtotalPlaces: Places = new Map();
  private readonly goalPlaces: Places = new Map();
  private helperCol: number | null = null;

  constructor(
    private readonly table: CaseTable,
    private readonly layout: Layout,
  ) {
    this.r = new Random(layout.seed * 131 + [...table.id].reduce((sum, ch) => (sum * 31 + ch.charCodeAt(0)) % 65521, 7));
    this.grid = new Grid('绩效自评表');
    this.levels = table.columns.filter((role) => /^l\d$/.test(role));
    this.roles = [...this.levels, ...orderedRoles(table, layout, this.r)];
    this.seq = layout.sequence && this.levels.length > 1;
    this.left = (layout.leftMargin ? 1 : 0) + (layout.hiddenHelper && layout.seed % 2 === 1 ? 1 : 0);
    const corner = this.hasCorner() ? 1 : 0;
    const review = this.hasReview() ? 1 : 0;
    const own = this.roles.length + (this.seq ? 1 : 0) + review;
    const fund = (table.funding?.columns.length ?? 0) + corner;
    this.width = Math.max(own, fund, 4) + (layout.stretch ? this.r.int(0, 2) : 0);
    const bands = this.spread(own, this.levels.length - 1 + (this.seq ? 1 : 0));
    const names: (Role | 'sequence' | 'review')[] = [
      ...(this.seq ? ['sequence' as const] : []),
      ...this.roles.flatMap((role) => (role === 'score' && review === 1 ? [role, 'review' as const] : [role])),
    ];
    names.forEach((name, index) => this.bands.set(name, bands[index]!));
    if (fund > 0) this.fundBands.push(...this.spread(fund, corner));
    if (layout.hiddenHelper) this.helperCol = layout.seed % 2 === 1 ? this.left - 1 : this.left + this.width;
  }

  run(): Rendered {
    this.head();
    if (this.table.total?.where === 'beside') this.besideTotal();
    this.unitLines();
    this.moneyLine();
    this.gap();
    if (this.layout.goalsFirst) this.goalsBlock();
    if (this.table.funding !== undefined) this.fundingBlock();
    if (!this.layout.goalsFirst) this.goalsBlock();
    this.gap();
    this.indicatorHeader();
    this.indicators();
    this.totalRow();
    this.tail();
    if (this.helperCol !== null) this.grid.hiddenCols.push(this.helperCol);
    const data = this.dataSheet();
    const first = data !== null && this.layout.dataSheetFirst;
    const grids = data === null ? [this.grid] : first ? [data, this.grid] : [this.grid, data];
    return {
      table: this.table,
      layout: this.layout,
      grids,
      sheet: first ? 1 : 0,
      truth: this.truth(),
      resolve: (where) => [where].flat().flatMap((one) => this.resolve(one as Where)),
    };
  }

  // ---- geometry

  private hasReview(): boolean {
    return this.layout.review !== 'none' && this.table.columns.includes('score') && !this.table.columns.includes('itemScore');
  }

  private hasCorner(): boolean {
    return this.layout.moneyAt === 'corner' && this.table.funding !== undefined;
  }

  /** k columns over the grid's width; what is left over goes to wide ones, `prefer` first. */
  private spread(k: number, prefer: number): Band[] {
    const widths = new Array<number>(k).fill(1);
    if (this.layout.stretch) {
      for (let rest = this.width - k, n = 0; rest > 0; rest -= 1, n += 1) widths[n === 0 ? prefer : this.r.int(0, k - 1)]! += 1;
    }
    let at = this.left;
    return widths.map((width) => {
      const band = { left: at, right: at + width - 1 };
      at += width;
      return band;
    });
  }

  private whole(): Band {
    return { left: this.left, right: this.left + this.width - 1 };
  }

  private rect(band: Band, top: number, bottom = top): Rect {
    return { top, bottom, left: band.left, right: band.right };
  }

  private cell(band: Band, row: number): string {
    return a1(row, band.left);
  }

  private gap(): void {
    if (this.layout.gaps) this.row += 1;
  }

  // ---- values

  /** Writes a text the way this layout types such values. */
  private write(rect: Rect, text: string): void {
    if (text === '') {
      if (rect.top !== rect.bottom || rect.left !== rect.right) this.grid.span(rect, null);
      else this.grid.put(rect.top, rect.left, null);
      return;
    }
    if (/^#(REF!|DIV\/0!|VALUE!|N\/A)$/.test(text)) {
      this.grid.error(rect, text);
      return;
    }
    const typed = this.typed(text);
    if (typeof typed === 'string') this.grid.span(rect, typed);
    else this.grid.span(rect, typed.value, typed.format);
  }

  private typed(text: string): string | { value: number; format: string } {
    const { numbers, percent } = this.layout;
    if (/^[\d,]+(\.\d+)?$/.test(text)) {
      if (numbers === 'text') return text;
      if (numbers === 'full-width')
        return [...text].map((ch) => (/[\d.]/.test(ch) ? String.fromCharCode(ch.charCodeAt(0) + 0xfee0) : ch)).join('');
      return { value: Number(text.replace(/,/g, '')), format: text.includes(',') ? '#,##0.00' : decimals(text) };
    }
    const rate = /^(\d+(?:\.\d+)?)%$/.exec(text);
    if (rate !== null && percent === 'format' && (numbers === 'number' || numbers === 'suffixed')) {
      return { value: Number(hundredth(rate[1]!)), format: text.includes('.') ? '0.00%' : '0%' };
    }
    return numbers === 'full-width' ? text.replace(/[:(),]/g, (ch) => String.fromCharCode(ch.charCodeAt(0) + 0xfee0)) : text;
  }

  // ---- above the table

  private head(): void {
    const { table, layout } = this;
    if (layout.attachment) this.grid.put(this.row++, this.left, '附件2');
    const inBrackets = /\s*\(\s*\d{4}\s*年度?\s*\)/;
    const hasYear = table.title.includes(String(table.year));
    let title = table.title;
    let line: string | null = null;
    if (!hasYear && layout.yearAt === 'title') title = `${table.year}年度${title}`;
    else if (layout.yearAt !== 'title' && (!hasYear || inBrackets.test(title))) {
      title = title.replace(inBrackets, '');
      line = layout.yearAt === 'broken' ? `${table.year}年度)` : `（${table.year}年度）`;
    }
    this.grid.span(this.rect(this.whole(), this.row++), title);
    if (layout.instructions)
      this.grid.span(this.rect(this.whole(), this.row++), '说明：定量指标按完成比例计分，得分不超过分值；有扣分的须填写原因。');
    if (line !== null) this.grid.span(this.rect(this.whole(), this.row++), line);
  }

  private besideTotal(): void {
    const total = this.table.total!;
    const [a, b, c, d] = this.quarters();
    this.grid.span(this.rect(a, this.row), total.label);
    this.write(this.rect(b, this.row), total.score);
    // The review's cell stands beside it, not yet filled.
    if (this.table.id.startsWith('24')) {
      this.grid.span(this.rect(c, this.row), '财政审核评分');
      this.grid.span(this.rect(d, this.row), null);
    }
    this.totalPlaces.set('score', this.cell(b, this.row));
    this.totals.push({
      kind: 'total',
      where: 'beside',
      labelCell: this.cell(a, this.row),
      weight: null,
      score: numberTruth(total.score, this.cell(b, this.row)),
    });
    this.row += 1;
  }

  /** label, value, label, value over the width. */
  private quarters(): [Band, Band, Band, Band] {
    const { left, width } = this;
    const half = left + Math.floor(width / 2);
    return [
      { left, right: left },
      { left: left + 1, right: half - 1 },
      { left: half, right: half },
      { left: half + 1, right: left + width - 1 },
    ];
  }

  private unitLines(): void {
    const { table, layout, r } = this;
    const labels =
      table.kind === 'whole' ? ['部门名称', '单位名称', '填报单位', '部门（单位）名称'] : ['实施单位', '单位名称', '填报单位', '项目单位'];
    const label = r.pick(labels) + (r.chance(0.2) ? '（盖章）' : '');
    if (layout.unitLine === 'inline') {
      const [a, , c] = this.quarters();
      const first = { left: a.left, right: c.left - 1 };
      if (table.project === undefined) this.grid.span(this.rect(this.whole(), this.row), `${label}：${table.unit}`);
      else {
        this.grid.span(this.rect(first, this.row), `${label}：${table.unit}`);
        this.grid.span(this.rect({ left: c.left, right: this.whole().right }, this.row), `项目名称：${table.project}`);
      }
      this.row += 1;
      return;
    }
    if (layout.unitLine === 'packed') {
      const unit = this.moneyPlace() === 'line' && table.money !== null ? `          单位：${table.money}` : '';
      if (table.project !== undefined) this.grid.span(this.rect(this.whole(), this.row++), `项目名称：${table.project}`);
      this.grid.span(
        this.rect(this.whole(), this.row++),
        `${label}：${table.unit}          ${table.filledYear ?? table.year + 1}年3月15日${unit}`,
      );
      return;
    }
    const [a, b, c, d] = this.quarters();
    const rest = { left: b.left, right: d.right };
    if (table.project !== undefined) {
      this.grid.span(this.rect(a, this.row), '项目名称');
      this.grid.span(this.rect(rest, this.row++), table.project);
    }
    this.grid.span(this.rect(a, this.row), layout.unitLine === 'merged' || table.project === undefined ? label : '主管部门');
    if (layout.unitLine === 'merged' || table.project === undefined) this.grid.span(this.rect(rest, this.row), table.unit);
    else {
      this.grid.span(this.rect(b, this.row), table.unit);
      this.grid.span(this.rect(c, this.row), '实施单位');
      this.grid.span(this.rect(d, this.row), table.unit);
    }
    this.row += 1;
  }

  private moneyLine(): void {
    const { table } = this;
    if (table.money === null || this.moneyPlace() !== 'line' || this.layout.unitLine === 'packed') return;
    this.grid.put(this.row, this.whole().right, `单位：${table.money}`);
    this.row += 1;
  }

  private moneyPlace(): 'line' | 'corner' | 'header' {
    const { table, layout } = this;
    if (table.funding === undefined) return 'line';
    const amounts = table.funding.columns.some((role) => role === 'budget' || role === 'initial');
    return layout.moneyAt === 'header' && !amounts ? 'line' : layout.moneyAt;
  }

  // ---- funding

  private fundingBlock(): void {
    const funding = this.table.funding!;
    const corner = this.hasCorner() ? 1 : 0;
    const top = this.row;
    const money = this.moneyPlace() === 'header' && this.table.money !== null ? `（${this.table.money}）` : '';
    const headerCells: string[] = [];
    funding.columns.forEach((role, index) => {
      const band = this.fundBands[index + corner]!;
      const text =
        role === 'label'
          ? corner === 1
            ? ''
            : this.r.pick(['资金来源', '项目资金'])
          : fundHeaderOf(this.table, index, this.layout, this.r);
      this.write(
        this.rect(band, top),
        text === '' ? '' : text + (['initial', 'budget', 'executed', 'arrived'].includes(role) ? money : ''),
      );
      headerCells.push(this.cell(band, top));
    });
    this.row += 1;
    this.funding = [];
    funding.rows.forEach((cells, index) => this.fundingRow(cells, index, corner));
    if (corner === 1) {
      const name = this.table.kind === 'whole' ? '部门资金' : '项目资金';
      this.grid.span(this.rect(this.fundBands[0]!, top, this.row - 1), `${name}\n（${this.table.money ?? '万元'}）`);
    }
  }

  private fundingRow(cells: readonly string[], index: number, corner: number): void {
    const funding = this.table.funding!;
    const places: Places = new Map();
    funding.columns.forEach((role, col) => {
      const band = this.fundBands[col + corner]!;
      this.write(this.rect(band, this.row), cells[col]!);
      places.set(role, this.cell(band, this.row));
    });
    this.fundPlaces.set(cells[0]!, places);
    const amount = (role: FundRole): NumberTruth | null => {
      const col = funding.columns.indexOf(role);
      if (col < 0) return null;
      return role === 'rate' ? rateTruth(cells[col]!, places.get(role)!) : numberTruth(cells[col]!, places.get(role)!);
    };
    const inLabel = /:(\d+(?:\.\d+)?)$/.exec(flat(cells[0]!));
    this.funding!.push({
      labelCell: places.get('label')!,
      kind: funding.kinds?.[index] ?? (index === 0 ? 'total' : 'part'),
      initial: amount('initial'),
      budget: amount('budget'),
      arrived: amount('arrived'),
      executed: amount('executed'),
      rate: amount('rate'),
      weight: amount('weight'),
      score: amount('score'),
      labelAmount: inLabel === null ? null : numberTruth(inLabel[1]!, null).value,
    });
    if (index === 0 && amount('score') !== null) {
      this.rows.push({
        role: 'execution',
        path: null,
        nameCell: places.get('label')!,
        shares: false,
        target: null,
        actual: null,
        reason: null,
        criterion: null,
        itemScore: null,
        coefficient: null,
        completion: null,
        score: amount('score'),
        weight: amount('weight') ?? numberTruth(funding.headerWeight ?? '', null),
      });
    }
    this.row += 1;
  }

  private goalsBlock(): void {
    const goals = this.table.goals ?? (this.layout.goals ? { expected: '完成年度各项工作任务', achieved: '已完成年度各项工作任务' } : null);
    if (goals === null) return;
    const [a, b, c, d] = this.quarters();
    const first = { left: b.left, right: c.left - 1 };
    const second = { left: c.left, right: d.right };
    this.grid.span(this.rect(a, this.row, this.row + 1), '年度总体目标');
    this.grid.span(this.rect(first, this.row), '预期目标');
    this.grid.span(this.rect(second, this.row), '实际完成情况');
    this.grid.span(this.rect(first, this.row + 1), goals.expected);
    this.grid.span(this.rect(second, this.row + 1), goals.achieved);
    this.goalPlaces.set('expected', this.cell(first, this.row + 1));
    this.goalPlaces.set('achieved', this.cell(second, this.row + 1));
    this.row += 2;
  }

  // ---- indicators

  private headerTexts = new Map<Role | 'sequence' | 'review', string>();

  private indicatorHeader(): void {
    const top = this.row;
    const values = (['symbol', 'target', 'unit'] as const).filter((role) => this.bands.has(role));
    const overValues = this.layout.headerRows === 2 && values.length > 1 && this.adjacent(values);
    const overLevels = this.layout.headerRows === 2 && this.levels.length > 1;
    const two = overValues || overLevels;
    const bottom = two ? top + 1 : top;
    for (const [role, band] of this.bands) {
      const under = (overLevels && /^l\d$/.test(role)) || (overValues && values.some((value) => value === role));
      const text =
        this.headerTexts.get(role) ?? (role === 'sequence' ? '序号' : role === 'review' ? this.reviewHeader() : this.headerText(role));
      this.headerTexts.set(role, text);
      this.grid.span(this.rect(band, under ? bottom : top, bottom), text);
    }
    if (overLevels) this.grid.span(this.rect(this.over(this.levels), top), '绩效指标');
    if (overValues) this.grid.span(this.rect(this.over(values), top), '年度指标值');
    if (this.helperCol !== null) this.grid.put(bottom, this.helperCol, '指标编码');
    const weight = this.bands.get('weight');
    if (weight !== undefined && !this.totalPlaces.has('weight')) this.totalPlaces.set('weight', this.cell(weight, top));
    this.row = bottom + 1;
  }

  private reviewHeader(): string {
    return this.layout.headers === 'synonyms' ? this.r.pick(['复核得分', '财政审核得分', '核查得分']) : '复核得分';
  }

  private headerText(role: Role): string {
    const coded = role === 'symbol' && this.table.rows.some((row) => cellsOf(row)[this.table.columns.indexOf('symbol')] === '定量指标');
    return coded ? '指标性质' : headerOf(this.table, role, this.layout, this.r);
  }

  private adjacent(roles: readonly Role[]): boolean {
    const at = roles.map((role) => this.roles.indexOf(role)).sort((a, b) => a - b);
    return at.every((place, index) => index === 0 || place === at[index - 1]! + 1);
  }

  private over(roles: readonly Role[]): Band {
    const bands = roles.map((role) => this.bands.get(role)!);
    return { left: Math.min(...bands.map((band) => band.left)), right: Math.max(...bands.map((band) => band.right)) };
  }

  private value(index: number, role: Role): string {
    const at = this.table.columns.indexOf(role);
    return at < 0 ? '' : cellsOf(this.table.rows[index]!)[at]!;
  }

  /** For each row the row its parent's name stands in, at the given level. */
  private runs(level: number): number[] {
    const starts: number[] = [];
    const above = level > 0 ? this.runs(level - 1) : null;
    this.table.rows.forEach((_, index) => {
      const text = this.value(index, this.levels[level]!);
      const before = starts[index - 1];
      const fresh =
        before === undefined ||
        (above !== null && above[index] !== above[index - 1]) ||
        (text !== '' && text !== this.value(before, this.levels[level]!));
      starts.push(fresh ? index : before);
    });
    return starts;
  }

  private indicators(): void {
    const { table } = this;
    const depth = this.levels.length;
    const runs = this.levels.slice(0, -1).map((_, level) => this.runs(level));
    const sheetRow: number[] = [];
    const firstSubtotal = table.subtotal ?? (this.layout.subtotals === 'first' ? this.sumOf(table.rows.map((_, i) => i)) : null);
    if (firstSubtotal !== null) this.subtotalRow(firstSubtotal);
    const pageBreak = this.pageBreak(runs[0]);
    const ends = this.layout.subtotals === 'last' && depth > 1 && table.subtotal === undefined;
    table.rows.forEach((_, index) => {
      if (index === pageBreak) this.indicatorHeader();
      sheetRow.push(this.row);
      this.row += 1;
      const top = runs[0];
      if (!ends || top === undefined || top[index + 1] === top[index]) return;
      const members = table.rows.map((__, i) => i).filter((i) => top[i] === top[index]);
      const sum = this.sumOf(members);
      if (sum !== null) this.subtotalRow(sum);
    });
    runs.forEach((starts, level) => this.parents(starts, level, sheetRow));
    table.rows.forEach((_, index) => this.indicatorRow(index, runs, sheetRow));
    this.mergedScores(sheetRow);
  }

  /** The first row of a class in the lower half, before which the header is printed again. */
  private pageBreak(top: readonly number[] | undefined): number {
    if (!this.layout.repeatHeader || top === undefined) return -1;
    const half = Math.floor(this.table.rows.length / 2);
    return top.findIndex((from, index) => index >= half && from === index);
  }

  private parents(starts: readonly number[], level: number, sheetRow: readonly number[]): void {
    const band = this.bands.get(this.levels[level]!)!;
    const added = level === 0 ? this.addedWeights(starts) : new Map<number, string>();
    for (let from = 0; from < starts.length;) {
      let to = from;
      while (to + 1 < starts.length && starts[to + 1] === starts[from]) to += 1;
      const text = this.broken(this.value(from, this.levels[level]!)) + (added.get(from) ?? '');
      const top = sheetRow[from]!;
      const bottom = sheetRow[to]!;
      if (this.layout.parents === 'merged') this.write(this.rect(band, top, bottom), text);
      else
        for (let i = from; i <= to; i += 1)
          this.write(this.rect(band, sheetRow[i]!), i === from || this.layout.parents === 'repeated' ? text : '');
      const used = this.table.rows.slice(from, to + 1).some((row) => markOf(row) !== 'placeholder');
      if (used) {
        const { name, weight } = nameTruth(text);
        this.groups.push({ cell: this.cell(band, top), name, weight });
      }
      from = to + 1;
    }
  }

  private broken(text: string): string {
    return this.layout.nameBreaks && /^[\u4e00-\u9fff]{4,}/.test(text) ? `${text.slice(0, 2)}\n${text.slice(2)}` : text;
  }

  /** 「（50分）」 for classes that have no weight in their names yet, where the leaves add up to something. */
  private addedWeights(starts: readonly number[]): Map<number, string> {
    const out = new Map<number, string>();
    const plain = starts.every((from) => nameTruth(this.value(from, this.levels[0]!)).weight === null);
    if (!this.layout.nameWeights || !plain || !this.bands.has('weight')) return out;
    for (const from of new Set(starts)) {
      const sum = this.sumOf(starts.map((_, i) => i).filter((i) => starts[i] === from));
      if (sum === null) return new Map();
      out.set(from, `（${numberTruth(sum.weight, null).value!}分）`);
    }
    return out;
  }

  /** Sums of 分值 and 得分 over rows, null where a figure is no number. Cents are enough for the cases. */
  private sumOf(indexes: readonly number[]): { label: string; weight: string; score: string } | null {
    if (!this.bands.has('weight') || !this.bands.has('score') || this.levels.length < 2) return null;
    let weight = 0;
    let score = 0;
    for (const index of indexes) {
      const mark = markOf(this.table.rows[index]!);
      if (mark === 'placeholder' || mark === 'breakdown') continue;
      const w = numberTruth(this.value(index, 'weight'), null).value;
      const s = numberTruth(this.value(index, 'score'), null).value;
      if (w === null || s === null) return null;
      weight += Math.round(Number(w) * 100);
      score += Math.round(Number(s) * 100);
    }
    return {
      label: '小计',
      weight: numberTruth((weight / 100).toFixed(2), null).value!,
      score: numberTruth((score / 100).toFixed(2), null).value!,
    };
  }

  private subtotalRow(sum: { label: string; weight: string; score: string }): void {
    const label = this.over(this.levels);
    const weight = this.bands.get('weight')!;
    const score = this.bands.get('score')!;
    this.write(this.rect(label, this.row), sum.label);
    this.write(this.rect(weight, this.row), this.suffixed(sum.weight));
    this.write(this.rect(score, this.row), this.suffixed(sum.score));
    const review = this.bands.get('review');
    if (review !== undefined && this.layout.review === 'filled') this.write(this.rect(review, this.row), this.suffixed(sum.score));
    this.subtotalPlaces.set('weight', this.cell(weight, this.row));
    this.subtotalPlaces.set('score', this.cell(score, this.row));
    this.totals.push({
      kind: 'subtotal',
      where: 'row',
      labelCell: this.cell(label, this.row),
      weight: numberTruth(sum.weight, this.cell(weight, this.row)),
      score: numberTruth(sum.score, this.cell(score, this.row)),
    });
    this.row += 1;
  }

  private indicatorRow(index: number, runs: readonly (readonly number[])[], sheetRow: readonly number[]): void {
    const row = sheetRow[index]!;
    const mark = markOf(this.table.rows[index]!);
    const places: Places = new Map();
    const leaf = this.levels[this.levels.length - 1]!;
    for (const [role, band] of this.bands) {
      if (role === 'sequence') this.grid.span(this.rect(band, row), index + 1);
      else if (role === 'review')
        this.write(this.rect(band, row), this.layout.review === 'filled' ? this.suffixed(this.value(index, 'score')) : '');
      else if (!this.levels.includes(role) || role === leaf)
        this.write(
          this.rect(band, row),
          role === 'weight' || role === 'score' ? this.suffixed(this.value(index, role)) : this.value(index, role),
        );
      if (role !== 'sequence' && role !== 'review') places.set(role, this.cell(band, row));
    }
    if (this.helperCol !== null) this.grid.put(row, this.helperCol, String(1001 + index));
    const own = nameTruth(this.value(index, leaf));
    places.set('name', places.get(leaf)!);
    const key = flat(this.value(index, leaf));
    if (!this.rowPlaces.has(key)) this.rowPlaces.set(key, places);
    if (mark === 'placeholder') return;
    const parents = runs
      .map((starts, level) => nameTruth(this.value(starts[index]!, this.levels[level]!)).name)
      .filter((name) => name !== '');
    this.rows.push({
      role: mark === 'breakdown' ? 'breakdown' : 'indicator',
      path: [...parents, own.name],
      nameCell: places.get('name')!,
      weight: this.weightTruth(index, runs, sheetRow, places),
      score: mark === 'shares' ? { cell: null, state: 'blank', value: null } : this.numberAt(index, 'score', places),
      shares: mark === 'shares',
      target: this.bands.has('target')
        ? quantityTruth(this.value(index, 'target'), places.get('target')!, this.value(index, 'unit'), this.value(index, 'symbol'))
        : null,
      actual: this.bands.has('actual')
        ? quantityTruth(this.value(index, 'actual'), places.get('actual')!, this.value(index, 'unit'), '')
        : null,
      reason: this.bands.has('reason') ? textTruth(this.value(index, 'reason'), places.get('reason')!) : null,
      criterion: this.bands.has('criterion') ? textTruth(this.value(index, 'criterion'), places.get('criterion')!) : null,
      itemScore: this.bands.has('itemScore') ? this.numberAt(index, 'itemScore', places) : null,
      coefficient: this.bands.has('coefficient') ? rateTruth(this.value(index, 'coefficient'), places.get('coefficient')!) : null,
      completion: this.bands.has('completion') ? rateTruth(this.value(index, 'completion'), places.get('completion')!) : null,
    });
  }

  /** 「10分」 where this office writes it so. */
  private suffixed(text: string): string {
    return this.layout.numbers === 'suffixed' && /^\d+(\.\d+)?$/.test(text) ? `${text}分` : text;
  }

  private numberAt(index: number, role: Role, places: Places): NumberTruth {
    return numberTruth(this.value(index, role), places.get(role)!);
  }

  /** From the column; else from the row's own name; else from a class that has one leaf only. */
  private weightTruth(
    index: number,
    runs: readonly (readonly number[])[],
    sheetRow: readonly number[],
    places: Places,
  ): NumberTruth | null {
    if (this.bands.has('weight')) return this.numberAt(index, 'weight', places);
    const own = nameTruth(this.value(index, this.levels[this.levels.length - 1]!)).weight;
    if (own !== null) return { cell: places.get('name')!, state: 'value', value: own };
    for (let level = runs.length - 1; level >= 0; level -= 1) {
      const starts = runs[level]!;
      const start = starts[index]!;
      const leaves = starts.filter((from, i) => from === start && markOf(this.table.rows[i]!) !== 'placeholder').length;
      const weight = nameTruth(this.value(start, this.levels[level]!)).weight;
      if (leaves > 1) return null;
      if (weight !== null) return { cell: a1(sheetRow[start]!, this.bands.get(this.levels[level]!)!.left), state: 'value', value: weight };
    }
    return null;
  }

  private mergedScores(sheetRow: readonly number[]): void {
    const { rows } = this.table;
    const band = this.bands.get('score');
    for (let from = 0; band !== undefined && from < rows.length; from += 1) {
      let to = from;
      while (to + 1 < rows.length && markOf(rows[to + 1]!) === 'shares') to += 1;
      if (to === from) continue;
      for (let i = this.grid.merges.length - 1; i >= 0; i -= 1) {
        const merge = this.grid.merges[i]!;
        if (merge.left === band.left && merge.top >= sheetRow[from]! && merge.bottom <= sheetRow[to]!) this.grid.merges.splice(i, 1);
      }
      this.grid.merges.push(this.rect(band, sheetRow[from]!, sheetRow[to]!));
      from = to;
    }
  }

  // ---- below the table

  private totalRow(): void {
    const { table, layout } = this;
    if (table.total === null || table.total.where !== 'row') return;
    const total = table.total;
    if (layout.totalLabel === 'inline' && total.formula === undefined) {
      this.inlineTotal(total);
      return;
    }
    const weight = total.weight === undefined ? undefined : this.bands.get('weight');
    const score = this.bands.get('score')!;
    const nearest = Math.min(score.left, weight?.left ?? score.left);
    const first = this.roles.find((role) => !this.levels.includes(role))!;
    const room = nearest > this.bands.get(first)!.left;
    const remarks = table.remarks !== undefined && layout.order === 'printed' && room && layout.seed % 2 === 1;
    const text = layout.totalLabel !== 'synonym' ? total.label : this.r.pick(TOTAL_LABELS);
    const start = this.seq ? this.bands.get('sequence')!.left : this.left;
    let label: Band = { left: start, right: this.bands.get(this.levels[this.levels.length - 1]!)!.right };
    if (remarks) {
      label = [...this.bands.values()].reduce((best, band) => (band.left < nearest && band.left > best.left ? band : best), label);
      const l1 = this.bands.get('l1')!;
      this.grid.span({ top: this.row, bottom: this.row, left: start, right: l1.right }, table.remarks!.label);
      this.grid.span({ top: this.row, bottom: this.row, left: l1.right + 1, right: label.left - 1 }, table.remarks!.text);
    }
    this.grid.span(this.rect(label, this.row), text);
    if (weight !== undefined) this.write(this.rect(weight, this.row), this.suffixed(total.weight!));
    this.write(this.rect(score, this.row), this.suffixed(total.score));
    const review = this.bands.get('review');
    if (review !== undefined && layout.review === 'filled') this.write(this.rect(review, this.row), this.suffixed(total.score));
    if (total.formula !== undefined && this.layout.numbers === 'number') this.totalFormula(score, total);
    if (weight !== undefined) this.totalPlaces.set('weight', this.cell(weight, this.row));
    this.totalPlaces.set('score', this.cell(score, this.row));
    this.totals.push({
      kind: 'total',
      where: 'row',
      labelCell: this.cell(label, this.row),
      weight: weight === undefined ? null : numberTruth(total.weight!, this.cell(weight, this.row)),
      score: numberTruth(total.score, this.cell(score, this.row)),
    });
    this.gradeBeside(Math.max(score.right, weight?.right ?? 0, review?.right ?? 0), total.grade);
    this.row += 1;
    if (total.grade !== undefined && !this.totalPlaces.has('grade'))
      this.pairRow(this.r.pick(['评价等级', '自评等级', '等级']), total.grade, 'grade');
    if (table.remarks !== undefined && !remarks) this.pairRow(table.remarks.label, table.remarks.text, null);
  }

  /** 「总分：96」 over the whole width. */
  private inlineTotal(total: NonNullable<CaseTable['total']>): void {
    const at = this.cell(this.whole(), this.row);
    this.grid.span(
      this.rect(this.whole(), this.row),
      `${this.r.pick(['总分', '合计得分', '自评总分'])}：${total.score}${this.r.chance(0.5) ? '分' : ''}`,
    );
    this.totalPlaces.set('score', at);
    this.totals.push({ kind: 'total', where: null, labelCell: at, weight: null, score: numberTruth(total.score, at) });
    this.row += 1;
    if (total.grade !== undefined) this.pairRow(this.r.pick(['评价等级', '自评等级', '等级']), total.grade, 'grade');
    if (this.table.remarks !== undefined) this.pairRow(this.table.remarks.label, this.table.remarks.text, null);
  }

  /** Leaves only, so that subtotals do not count twice. */
  private totalFormula(score: Band, total: { readonly formula?: 'sum' | 'short' | 'double'; readonly score: string }): void {
    const cells = this.rows.filter((row) => row.role !== 'breakdown' && row.score?.state === 'value').map((row) => row.score!.cell!);
    if (total.formula === 'short') cells.pop();
    if (total.formula === 'double') cells.push(cells[cells.length - 1]!);
    this.grid.formula(this.row, score.left, `SUM(${cells.join(',')})`, Number(total.score), '0.00');
  }

  /** As printed the grade stands right of the total, without a label, where there is a column left. */
  private gradeBeside(right: number, grade: string | undefined): void {
    const band = [...this.bands.values()].find((one) => one.left === right + 1);
    if (grade === undefined || band === undefined || this.layout.seed % 2 === 0) return;
    this.grid.span(this.rect(band, this.row), grade);
    this.totalPlaces.set('grade', this.cell(band, this.row));
  }

  private pairRow(label: string, text: string, place: 'grade' | null): void {
    const [a, b, , d] = this.quarters();
    const rest = { left: b.left, right: d.right };
    this.grid.span(this.rect(a, this.row), label);
    this.grid.span(this.rect(rest, this.row), text);
    if (place !== null) this.totalPlaces.set(place, this.cell(rest, this.row));
    this.row += 1;
  }

  private tail(): void {
    const { table, layout } = this;
    const notes = table.notes ?? (layout.note ? ['注：得分一档最高不能超过该指标分值上限。'] : []);
    for (const note of notes) this.grid.span(this.rect(this.whole(), this.row++), note);
    if (!layout.footer) return;
    this.grid.span(
      this.rect(this.whole(), this.row++),
      `填报人：        联系电话：        填报日期：${table.filledYear ?? table.year + 1}年3月15日`,
    );
  }

  private dataSheet(): Grid | null {
    const data = this.table.dataSheet;
    if (data === undefined) return null;
    const grid = new Grid(data.name);
    grid.span({ top: 0, bottom: 0, left: 0, right: data.header.length - 1 }, data.name);
    [data.header, ...data.rows].forEach((cells, row) =>
      cells.forEach((text, col) => {
        const typed = text === '' ? null : this.typed(text);
        if (typed === null || typeof typed === 'string') grid.put(row + 1, col, typed);
        else grid.put(row + 1, col, typed.value, typed.format);
      }),
    );
    return grid;
  }

  private truth(): Truth {
    const { table } = this;
    const grade = table.total?.grade ?? null;
    return {
      unit: table.unit,
      project: table.project ?? null,
      year: table.year,
      kind: table.kind,
      money: table.money,
      grade,
      rows: this.rows,
      groups: this.groups,
      totals: this.totals,
      funding: this.funding,
    };
  }

  private resolve(where: Where): readonly string[] {
    if ('anywhere' in where) return [];
    const get = (places: Places | undefined, key: string): string => {
      const cell = places?.get(key);
      if (cell === undefined) throw new Error(`${this.table.id}: no cell for ${JSON.stringify(where)}`);
      return cell;
    };
    if ('total' in where) return [get(this.totalPlaces, where.total)];
    if ('subtotal' in where) return [get(this.subtotalPlaces, where.subtotal)];
    if ('goals' in where) return [get(this.goalPlaces, where.goals)];
    if ('fund' in where) {
      const roles = typeof where.cell === 'string' ? [where.cell] : where.cell;
      return roles.map((role) => get(this.fundPlaces.get(where.fund), role));
    }
    const key = [...this.rowPlaces.keys()].find((name) => name.startsWith(flat(where.row)));
    return [get(key === undefined ? undefined : this.rowPlaces.get(key), where.cell)];
  }
}

function decimals(text: string): string {
  const dot = text.indexOf('.');
  return dot < 0 ? 'General' : `0.${'0'.repeat(text.length - dot - 1)}`;
}

/** Is anything typed in this slot? */
export function filled(text: string): boolean {
  return stateOf(text) !== 'blank';
}
