/** Identities of the yearly accounts, looked for among the labelled figures of a data sheet. */
import type { Figure, ScoreTable } from '../../score-table/types';
import { normal, withoutBrackets } from '../../workbook/text';
import { Dec } from '../../workbook/decimal';
import { sumTolerance } from './money';

interface Term {
  readonly name: string;
  readonly label: RegExp;
  /** May be absent from the sheet: then the identity is checked all the same, less severely. */
  readonly optional?: boolean;
}

interface Identity {
  readonly name: string;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
}

/** A difference found, with the figures of both sides in their order. */
export interface Imbalance {
  readonly name: string;
  readonly left: readonly { readonly name: string; readonly figure: Figure }[];
  readonly right: readonly { readonly name: string; readonly figure: Figure }[];
  readonly sums: readonly [left: Dec, right: Dec];
  /** Every term stands on the sheet with a figure. */
  readonly complete: boolean;
}

const SPENDING: Term = { name: '本年支出', label: /^(?:本年|全年|年度)?(?:总)?支出(?:合计|总计|总额|数)?$/ };

const IDENTITIES: readonly Identity[] = [
  {
    name: '本年支出＝基本支出＋项目支出＋上缴上级支出＋经营支出＋对附属单位补助支出',
    left: [SPENDING],
    right: [
      { name: '基本支出', label: /^基本支出(?:合计|小计)?$/ },
      { name: '项目支出', label: /^项目支出(?:合计|小计)?$/ },
      { name: '上缴上级支出', label: /^上缴上级(?:支出)?$/, optional: true },
      { name: '经营支出', label: /^经营支出$/, optional: true },
      { name: '对附属单位补助支出', label: /^对附属单位补助(?:支出)?$/, optional: true },
    ],
  },
  {
    name: '本年收入＋使用非财政拨款结余＋年初结转结余＝本年支出＋结余分配＋年末结转结余',
    left: [
      { name: '本年收入', label: /^(?:本年|全年|年度)?(?:总)?收入(?:合计|总计|总额|数)?$/ },
      { name: '使用非财政拨款结余', label: /^使用(?:非财政拨款结余|专用结余).{0,8}$/, optional: true },
      { name: '年初结转和结余', label: /^(?:年初|上年)结转(?:和|与|及)?结余$/ },
    ],
    right: [
      SPENDING,
      { name: '结余分配', label: /^结余分配$/, optional: true },
      { name: '年末结转和结余', label: /^(?:年末|结转下年|本年末)结转?(?:和|与|及)?结余$/ },
    ],
  },
  {
    name: '“三公”经费＝因公出国（境）费＋公务用车购置及运行维护费＋公务接待费',
    left: [{ name: '“三公”经费', label: /^三公经费(?:合计|支出|总额|小计)?$/ }],
    right: [
      { name: '因公出国（境）', label: /^(?:因公)?出国(?:境)?(?:经费|费|费用)?$/ },
      { name: '公务用车', label: /^公务用车(?:购置(?:和|及|与)(?:运行)?维护|购置(?:和|及|与)运行(?:维护)?)(?:经费|费|费用)?$/ },
      { name: '公务接待', label: /^公务接待(?:经费|费|费用)?$/ },
    ],
  },
];

/** Figures of one period, basis and unit are compared with one another only; a term met twice leaves the identity open. */
export function imbalances(scoreTable: ScoreTable): readonly Imbalance[] {
  const blocks = new Map<string, Map<string, Figure[]>>();
  for (const figure of scoreTable.data) {
    const key = `${String(figure.period)}|${figure.basis ?? ''}|${figure.unit ?? ''}`;
    const label = bare(figure.path[figure.path.length - 1] ?? '');
    const block = blocks.get(key) ?? new Map<string, Figure[]>();
    blocks.set(key, block);
    block.set(label, [...(block.get(label) ?? []), figure]);
  }
  return [...blocks.values()].flatMap((block) => IDENTITIES.flatMap((identity) => judge(identity, block) ?? []));
}

/** 「1、公务接待：」 → 公务接待. */
function bare(label: string): string {
  return withoutBrackets(normal(label))
    .replace(/[“”"《》]/g, '')
    .replace(/^(?:其中[:：]?|[一二三四五六七八九十]+、|[(（]?\d+[)）.、])+/, '')
    .replace(/[:：]$/, '');
}

function judge(identity: Identity, block: ReadonlyMap<string, readonly Figure[]>): Imbalance | null {
  const left = terms(identity.left, block);
  const right = terms(identity.right, block);
  if (left === null || right === null) return null;
  const values = (side: Imbalance['left']): Dec[] => side.flatMap(({ figure }) => figure.value.value ?? []);
  const sums = [values(left), values(right)].map((list) => list.reduce((all, one) => all.plus(one), new Dec(0))) as [Dec, Dec];
  const all = [...values(left), ...values(right)];
  if (sums[0].minus(sums[1]).abs().lte(sumTolerance(all))) return null;
  const complete = all.length === identity.left.length + identity.right.length;
  return { name: identity.name, left, right, sums, complete };
}

/** null where a required term is absent, without a figure, or stands there twice. */
function terms(wanted: readonly Term[], block: ReadonlyMap<string, readonly Figure[]>): Imbalance['left'] | null {
  const found: { name: string; figure: Figure }[] = [];
  for (const term of wanted) {
    const figures = [...block].flatMap(([label, list]) => (term.label.test(label) ? list : []));
    const [figure, second] = figures;
    if (second !== undefined || figure?.value.state === 'text' || figure?.value.state === 'error') return null;
    if (figure?.value.value == null) {
      if (term.optional !== true) return null;
      continue;
    }
    found.push({ name: term.name, figure });
  }
  return found;
}
