import type { AskView, ScoreRowView } from '../../open-workbook';

const MAX_ITEMS = 12;
/** Points have at most this many decimals worth telling apart. */
const SCALE = 10_000;

const scaled = (text: string | null): number | null => {
  if (text === null || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? Math.round(value * SCALE) : null;
};

/** The asks of a row that are ticked off one by one: an item with its points. */
export const tickItems = (row: ScoreRowView): readonly AskView[] =>
  row.asks.filter(({ kind, points }) => kind === 'yes' && points !== null);

/**
 * What the tick boxes show before anybody answered: the one choice of items whose points make the self-score; where several do, or none
 * does, nothing (null for each). Where something was answered, the answers.
 */
export function shownTicks(row: ScoreRowView): readonly (boolean | null)[] {
  const items = tickItems(row);
  if (items.some(({ answer }) => answer !== null)) return items.map(({ answer }) => (typeof answer === 'boolean' ? answer : null));
  return onlyChoice(items, scaled(row.score)) ?? items.map(() => null);
}

function onlyChoice(items: readonly AskView[], score: number | null): boolean[] | null {
  const points = items.map((item) => scaled(item.points));
  if (score === null || items.length === 0 || items.length > MAX_ITEMS || points.some((one) => one === null)) return null;
  let only: number | null = null;
  for (let choice = 0; choice < 1 << items.length; choice += 1) {
    const sum = points.reduce<number>((total, one, index) => total + (choice & (1 << index) ? one! : 0), 0);
    if (sum !== score) continue;
    if (only !== null) return null;
    only = choice;
  }
  return only === null ? null : items.map((_, index) => (only & (1 << index)) !== 0);
}
