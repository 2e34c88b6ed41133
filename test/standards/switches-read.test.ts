/** Every switch of a standard is read by what judges, not only by what loads and shows it. */
import { assess } from '../../src/assessment';
import { recognise } from '../../src/recognition';
import { DEFAULT_PARAMETERS, SWITCH_KEYS, type Parameters } from '../../src/standards';
import { Dec, type WorkbookSnapshot } from '../../src/workbook';
import { CASES } from '../conformance/cases';
import { NAMED_LAYOUTS } from '../conformance/layout';
import { render } from '../conformance/render';
import { bookOfGrids } from '../conformance/sheet';
import { withRow } from '../checks/support/spoil';
import { goodSheet, type SheetSpec, scoreTableOf } from '../support/score-table';

/** Switches that two parameters hold, or one holds with others. */
const HELD_AS: Readonly<Record<string, readonly string[]>> = {
  overAchievement: ['overAchievement', 'overConsequence'],
  partialPoints: ['criteria.partialPoints'],
  rateRounding: ['criteria.rateRounding'],
  zeroTarget: ['criteria.zeroTarget'],
};

/** Notes down what is read: a parameter with its value, and of a list or several values what is in them. */
function watched(parameters: Parameters, read: Set<string>): Parameters {
  const within = <T extends object>(name: string, value: T): T =>
    new Proxy(value, {
      get(target, key) {
        read.add(Array.isArray(target) ? name : `${name}.${String(key)}`);
        return Reflect.get(target, key) as unknown;
      },
    });
  const dated = (name: string, one: { readonly value: unknown }): unknown =>
    new Proxy(one, {
      get(target, key) {
        const value = Reflect.get(target, key) as unknown;
        if (key !== 'value') return value;
        if (name === 'criteria' || Array.isArray(value)) return within(name, value as object);
        read.add(name);
        return value;
      },
    });
  return new Proxy(parameters, {
    get(target, key) {
      const one = Reflect.get(target, key) as { readonly value: unknown } | null;
      return one === null ? null : dated(String(key), one);
    },
  });
}

const published = (): readonly WorkbookSnapshot[] => CASES.map((table) => bookOfGrids(render(table, NAMED_LAYOUTS[0]!).grids));

/** What no published table holds: a target of 0 to divide by, a row that does not apply, 分值 that do not add up, money not all spent. */
const BUILT: readonly SheetSpec[] = [
  withRow(4, { target: '0', actual: '0', criterion: '得分=实际完成值÷年度指标值×分值' }),
  withRow(4, { applies: false, score: 15, reason: '不适用：无单位食堂' }),
  withRow(4, { weight: 5 }),
  { ...goodSheet(), funding: { total: { budget: 200, executed: 196, weight: 10, score: 9.8 } } },
];

it('every switch is read by scoring, a check or a total', () => {
  const read = new Set<string>();
  const { reference } = DEFAULT_PARAMETERS.grades;
  const totalCaps = { value: [{ below: new Dec('0.8'), most: new Dec(89) }], reference };
  const parameters = watched({ ...DEFAULT_PARAMETERS, totalCaps, executionExplained: { value: new Dec(1), reference } }, read);
  for (const book of published()) for (const table of recognise(book).tables) assess(table, book, { first: true, parameters });
  for (const spec of BUILT) {
    const { scoreTable, book } = scoreTableOf(spec);
    assess(scoreTable, book, { first: true, parameters });
  }
  const unread = Object.keys(SWITCH_KEYS).filter((name) => !(HELD_AS[name] ?? [name]).every((one) => read.has(one)));
  expect(unread).toEqual([]);
});
