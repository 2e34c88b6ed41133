/** Worksheets of the simulated Excel. */
import type { SheetState } from '../../../../src/workbook/types';
import { addressOf, rectOf, rectsOf, WHOLE } from './addresses';
import { denied, HostFault, invalid, notFound } from './faults';
import type { HostObject, Property } from './host-object';
import type { Json, ModelSheet } from './model';
import { areasObject, rangeObject } from './range';
import type { EventName, World } from './world';

const STATES: Readonly<Record<string, SheetState>> = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' };

export function sheetsObject(world: World, listening: Set<EventName>): HostObject {
  const { book } = world;
  const find = (key: Json): ModelSheet => {
    const sheet = book.sheet(String(key));
    if (sheet === undefined) throw notFound();
    return sheet;
  };
  return {
    type: 'WorksheetCollection',
    items: () => book.sheets.map((sheet) => sheetObject(world, sheet)),
    item: (key) => sheetObject(world, find(key)),
    paths: {
      GetItem: (key) => sheetObject(world, find(key)),
      GetItemOrNullObject: (key) => (book.sheet(String(key)) === undefined ? null : sheetObject(world, find(key))),
      GetActiveWorksheet: () => sheetObject(world, book.sheets.find((sheet) => sheet.id === book.active) ?? book.sheets[0]!),
      Add: (name) => addSheet(world, String(name)),
    },
    calls: Object.fromEntries(
      (Object.entries(REGISTER) as [EventName, string][]).flatMap(([event, name]) => [
        [`_Register${name}Event`, () => listen(listening, event, true)],
        [`_Unregister${name}Event`, () => listen(listening, event, false)],
      ]),
    ),
  };
}

const REGISTER: Readonly<Record<EventName, string>> = {
  changed: 'DataChanged',
  added: 'Added',
  selection: 'SelectionChanged',
  deleted: 'Deleted',
  calculated: 'Calculated',
  protection: 'ProtectionChanged',
};

function listen(listening: Set<EventName>, event: EventName, on: boolean): null {
  if (on) listening.add(event);
  else listening.delete(event);
  return null;
}

function addSheet(world: World, name: string): HostObject {
  const { book } = world;
  if (book.structureProtected) throw denied();
  if (book.sheet(name) !== undefined)
    throw new HostFault('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
  if (name.length > 31 || /[[\]:*?/\\]/.test(name)) throw invalid();
  const sheet = book.add(name);
  world.tell('added', { worksheetId: sheet.id, source: 'Local' });
  return sheetObject(world, sheet);
}

export function sheetObject(world: World, sheet: ModelSheet): HostObject {
  return {
    type: 'Worksheet',
    identity: () => ({ Id: sheet.id }),
    props: {
      Id: { get: () => sheet.id },
      Name: { get: () => sheet.name },
      Visibility: {
        get: () => Object.keys(STATES).find((key) => STATES[key] === sheet.state),
        set: (state) => {
          sheet.state = STATES[String(state)]!;
        },
      },
      Position: { get: () => world.book.sheets.indexOf(sheet), set: (place) => move(world, sheet, Number(place)) },
      Gridlines: {
        get: () => sheet.gridlines,
        set: (on) => {
          sheet.gridlines = on === true;
        },
      },
      TabColor: kept(sheet, 'tabColor'),
    },
    children: {
      Protection: () => ({
        type: 'WorksheetProtection',
        props: {
          Protected: { get: () => sheet.protection.protected },
          Options: { get: () => (sheet.protection.protected ? sheet.protection.options : null) },
        },
      }),
      Names: () => namesObject(sheet),
      FreezePanes: () => freezeObject(world, sheet),
      PageLayout: () => pageObject(sheet),
    },
    paths: {
      GetRange: (address) =>
        rangeObject(world, sheet, address === null || address === undefined || address === '' ? WHOLE : rectOf(String(address))),
      GetRanges: (addresses) => areasObject(world, sheet, rectsOf(String(addresses))),
      GetRangeByIndexes: (row, col, rows, cols) =>
        rangeObject(world, sheet, {
          top: Number(row),
          left: Number(col),
          bottom: Number(row) + Number(rows) - 1,
          right: Number(col) + Number(cols) - 1,
        }),
      GetCell: (row, col) => rangeObject(world, sheet, { top: Number(row), left: Number(col), bottom: Number(row), right: Number(col) }),
      GetUsedRangeOrNullObject: () => {
        const used = sheet.used();
        return used === null ? null : rangeObject(world, sheet, used);
      },
    },
    calls: { Activate: () => activate(world, sheet), Delete: () => remove(world, sheet) },
  };
}

function activate(world: World, sheet: ModelSheet): null {
  if (sheet.state !== 'visible') throw new HostFault('InvalidOperation', 'This operation is not permitted for the current object.');
  world.book.active = sheet.id;
  return null;
}

function remove(world: World, sheet: ModelSheet): null {
  const { book } = world;
  if (book.structureProtected) throw denied();
  const others = book.sheets.filter((one) => one !== sheet);
  if (!others.some((one) => one.state === 'visible'))
    throw new HostFault('InvalidOperation', 'This operation is not permitted for the current object.');
  book.sheets = others;
  world.tell('deleted', { worksheetId: sheet.id, source: 'Local' });
  return null;
}

function move(world: World, sheet: ModelSheet, place: number): void {
  const rest = world.book.sheets.filter((one) => one !== sheet);
  world.book.sheets = [...rest.slice(0, place), sheet, ...rest.slice(place)];
}

function kept(sheet: ModelSheet, path: string): Property {
  return { get: () => sheet.page.get(path) ?? null, set: (value) => sheet.page.set(path, value) };
}

function namesObject(sheet: ModelSheet): HostObject {
  const nameObject = (name: string): HostObject => ({
    type: 'NamedItem',
    identity: () => ({ Name: name }),
    props: {
      Name: { get: () => name },
      Formula: { get: () => sheet.names.get(name)!.formula },
      Visible: {
        get: () => sheet.names.get(name)!.visible,
        set: (on) => {
          sheet.names.get(name)!.visible = on === true;
        },
      },
    },
    calls: { Delete: () => (sheet.names.delete(name) ? null : null) },
  });
  return {
    type: 'NamedItemCollection',
    items: () => [...sheet.names.keys()].map(nameObject),
    item: (name) => nameObject(String(name)),
    paths: {
      GetItemOrNullObject: (name) => (sheet.names.has(String(name)) ? nameObject(String(name)) : null),
      Add: (name, reference) => {
        sheet.names.set(String(name), { formula: String(reference), visible: true });
        return nameObject(String(name));
      },
    },
  };
}

function freezeObject(world: World, sheet: ModelSheet): HostObject {
  return {
    type: 'WorksheetFreezePanes',
    paths: {
      GetLocationOrNullObject: () =>
        sheet.frozenRows === 0 ? null : rangeObject(world, sheet, { ...WHOLE, bottom: sheet.frozenRows - 1 }),
    },
    calls: {
      FreezeRows: (count) => {
        sheet.frozenRows = Number(count);
        return null;
      },
    },
  };
}

function pageObject(sheet: ModelSheet): HostObject {
  const names = [
    'Orientation',
    'PaperSize',
    'Zoom',
    'LeftMargin',
    'RightMargin',
    'TopMargin',
    'BottomMargin',
    'HeaderMargin',
    'FooterMargin',
  ];
  return {
    type: 'PageLayout',
    props: Object.fromEntries(names.map((name) => [name, kept(sheet, name)])),
    children: {
      HeadersFooters: () => ({
        type: 'HeaderFooterGroup',
        children: {
          DefaultForAllPages: () => ({
            type: 'HeaderFooter',
            props: { CenterFooter: kept(sheet, 'CenterFooter'), RightFooter: kept(sheet, 'RightFooter') },
          }),
        },
      }),
    },
    paths: {
      GetPrintTitleRowsOrNullObject: () => {
        const rows = sheet.page.get('PrintTitleRows');
        return rows === undefined
          ? null
          : { type: 'Range', props: { Address: { get: () => addressOf(sheet, WHOLE).replace(/!.*/, `!${String(rows)}`) } } };
      },
    },
    calls: {
      SetPrintTitleRows: (rows) => {
        sheet.page.set('PrintTitleRows', rows);
        return null;
      },
    },
  };
}
