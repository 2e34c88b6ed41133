/** The root of the simulated Excel's object model. */
import { notFound } from './faults';
import type { HostObject } from './host-object';
import { sheetsObject } from './sheet';
import type { EventName, World } from './world';

export function workbookObject(world: World, listening: Set<EventName>): HostObject {
  const { book } = world;
  return {
    type: 'Workbook',
    identity: () => ({}),
    props: { Name: { get: () => book.name }, ReadOnly: { get: () => book.readOnly } },
    children: {
      Worksheets: () => sheetsObject(world, listening),
      Settings: () => settingsObject(world),
      Protection: () => ({ type: 'WorkbookProtection', props: { Protected: { get: () => book.structureProtected } } }),
      Application: () => ({
        type: 'Application',
        props: {
          CalculationState: { get: () => world.calculationState },
          CalculationMode: { get: () => (world.quirks.calculation === 'manual' ? 'Manual' : 'Automatic') },
        },
      }),
      Functions: () => ({
        type: 'Functions',
        paths: {
          Date: (year, month, day) => ({
            type: 'FunctionResult',
            props: {
              Value: { get: () => dateSerial(Number(year), Number(month), Number(day), book.date1904) },
              Error: { get: () => null },
            },
          }),
        },
      }),
    },
  };
}

function dateSerial(year: number, month: number, day: number, from1904: boolean): number {
  return Math.round((Date.UTC(year, month - 1, day) - (from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30))) / 86_400_000);
}

function settingsObject(world: World): HostObject {
  const { settings } = world.book;
  const setting = (key: string): HostObject => {
    if (!settings.has(key)) throw notFound();
    return {
      type: 'Setting',
      identity: () => ({ Key: key }),
      props: { Key: { get: () => key }, Value: { get: () => settings.get(key), set: (value) => settings.set(key, value) } },
      calls: { Delete: () => (settings.delete(key) ? null : null) },
    };
  };
  return {
    type: 'SettingCollection',
    items: () => [...settings.keys()].map(setting),
    item: (key) => setting(String(key)),
    paths: {
      GetItemAt: (index) => setting([...settings.keys()][Number(index)] ?? ''),
      GetItemOrNullObject: (key) => (settings.has(String(key)) ? setting(String(key)) : null),
      Add: (key, value) => {
        settings.set(String(key), value);
        return setting(String(key));
      },
    },
  };
}
