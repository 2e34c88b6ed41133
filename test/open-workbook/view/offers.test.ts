/** What 运算 offers: blanks filled and ticked, typed scores lowered and raised only where ticked. */
import { chosenPlan, firstTicks, lineId, offersOf, planView } from '../../../src/open-workbook/view/plan';
import { a1, addrKey } from '../../../src/workbook';
import { form, type Over } from '../../recalc/form';
import { assessBook } from '../../recalc/support';

const at = (row: number, col: number) => ({ sheet: 0, row, col });
const G8 = at(7, 6);
const G9 = at(8, 6);
const G13 = at(12, 6);

function offered(over: Over) {
  const book = form(over);
  const offers = offersOf(book, assessBook);
  const cells = (changes: readonly { readonly edit: { readonly at: typeof G8 } }[]) =>
    changes.map(({ edit }) => a1(edit.at.row, edit.at.col));
  return {
    book,
    offers,
    filled: cells(offers.filled.tables.flatMap((table) => table.changes)),
    lower: cells(offers.lower),
    raise: cells(offers.raise),
  };
}

test('a score below the rule may be raised, one above it lowered, a blank filled', () => {
  const { filled, lower, raise } = offered({ G8: 18, G9: null, H5: 9.5, G13: null });
  expect({ filled, lower, raise }).toEqual({ filled: ['G9', 'G13'], lower: ['H5'], raise: ['G8'] });
});

test('only what fills is ticked at first; a total follows the ticks', () => {
  const { book, offers } = offered({ G8: 18, G9: null, G13: null });
  const first = firstTicks(offers);
  expect([...first].sort()).toEqual([addrKey(G9), addrKey(G13)].sort());
  const total = (ticked: ReadonlySet<string>) => {
    const plan = chosenPlan(book, assessBook, offers, ticked);
    return plan.cells.find((edit) => addrKey(edit.at) === addrKey(G13))?.after;
  };
  expect(String((total(first) as { value: unknown }).value)).toBe('97');
  expect(String((total(new Set([...first, lineId(G8)])) as { value: unknown }).value)).toBe('99');
  // A blank left unticked leaves the total open.
  expect(total(new Set([addrKey(G13)]))).toBeUndefined();
});

test('what is shown of it', () => {
  const { book, offers } = offered({ G8: 18, G13: 97 });
  const view = planView(book, 0, offers, chosenPlan(book, assessBook, offers, new Set([lineId(G8)])));
  expect(view.raise.map(({ name, from, to }) => [name, from, to])).toEqual([['维修管网长度', '18', '20']]);
  expect(view.outcome).toBe('写入后总分为99。');
  expect(planView(book, 0, offers, chosenPlan(book, assessBook, offers, new Set())).outcome).toBeNull();
});
