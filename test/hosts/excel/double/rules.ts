/** Conditional formats. Their ids hold for one session only; asking a rule of another kind for its formula is an error. */
import type { Rect } from '../../../../src/workbook/types';
import { denied, HostFault, notFound } from './faults';
import type { HostObject } from './host-object';
import { formatObject } from './looks';
import type { ModelRule, ModelSheet } from './model';
import type { World } from './world';

type AreasObject = (world: World, sheet: ModelSheet, areas: readonly Rect[]) => HostObject;

export function mayFormat(sheet: ModelSheet): void {
  if (sheet.protection.protected && !sheet.protection.options.allowFormatCells) throw denied();
}

export function rulesOf(world: World, sheet: ModelSheet, areas: readonly Rect[], areasObject: AreasObject): HostObject {
  const here = (): readonly ModelRule[] => sheet.rules.filter((rule) => rule.areas.some((one) => areas.some((other) => touch(one, other))));
  const named = (id: unknown): HostObject => {
    const rule = here().find((one) => one.id === id);
    if (rule === undefined) throw notFound();
    return ruleObject(world, sheet, rule, areasObject);
  };
  return {
    type: 'ConditionalFormatCollection',
    items: () => here().map((rule) => ruleObject(world, sheet, rule, areasObject)),
    item: named,
    paths: {
      Add: (type) => {
        mayFormat(sheet);
        const rule: ModelRule = { id: world.ruleId(), type: String(type), formula: '', areas: [...areas], looks: new Map() };
        sheet.rules.unshift(rule);
        return ruleObject(world, sheet, rule, areasObject);
      },
      GetItemOrNullObject: (id) => (here().some((one) => one.id === id) ? named(id) : null),
    },
  };
}

function ruleObject(world: World, sheet: ModelSheet, rule: ModelRule, areasObject: AreasObject): HostObject {
  const custom = (): HostObject => ({
    type: 'CustomConditionalFormat',
    children: {
      Rule: () => ({
        type: 'ConditionalFormatRule',
        props: {
          Formula: {
            get: () => rule.formula,
            set: (formula) => {
              rule.formula = String(formula);
            },
          },
        },
      }),
      Format: () => formatObject({ get: (path) => rule.looks.get(path) ?? null, set: (path, value) => rule.looks.set(path, value) }),
    },
  });
  return {
    type: 'ConditionalFormat',
    identity: () => ({ Id: rule.id }),
    props: {
      Id: { get: () => rule.id },
      Type: { get: () => rule.type },
      StopIfTrue: { get: () => false, set: () => undefined },
      Priority: { get: () => sheet.rules.indexOf(rule), set: (value) => reorder(sheet, rule, Number(value)) },
    },
    children: {
      Custom: () => {
        if (rule.type !== 'Custom') throw new HostFault('InvalidOperation', 'This operation is not permitted for the current object.');
        return custom();
      },
      CustomOrNullObject: () => (rule.type === 'Custom' ? custom() : null),
    },
    paths: { GetRanges: () => areasObject(world, sheet, rule.areas) },
    calls: {
      Delete: () => {
        mayFormat(sheet);
        if (!sheet.rules.includes(rule)) throw notFound();
        sheet.rules = sheet.rules.filter((one) => one !== rule);
        return null;
      },
    },
  };
}

function reorder(sheet: ModelSheet, rule: ModelRule, place: number): void {
  const rest = sheet.rules.filter((one) => one !== rule);
  sheet.rules = [...rest.slice(0, place), rule, ...rest.slice(place)];
}

function touch(a: Rect, b: Rect): boolean {
  return a.top <= b.bottom && a.bottom >= b.top && a.left <= b.right && a.right >= b.left;
}
