/** Microsoft's own library in a window of jsdom, unmodified, talking to the simulated host. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { JSDOM } from 'jsdom';
import type { OfficeRuntime } from '../../../../src/hosts/excel/office-types';
import { Bridge } from './bridge';
import type { World } from './world';

const LIBRARY = path.join(__dirname, '../../../../node_modules/@microsoft/office-js/dist/excel-win32-16.01.js');

let script: Script | undefined;

interface LibraryWindow {
  Excel: OfficeRuntime['Excel'];
  OfficeExtension: { HostBridge: { init(bridge: Bridge): void }; CommonUtility: { _doApiNotSupportedCheck: boolean } };
  OSF: { _OfficeAppFactory?: { getContext: () => unknown } };
}

export interface SimulatedOffice {
  readonly office: OfficeRuntime;
  readonly bridge: Bridge;
  close(): void;
}

/** At the requirement set the world tells; asking for more throws the library's own error, as a host would. */
export function openOffice(world: World): SimulatedOffice {
  script ??= new Script(readFileSync(LIBRARY, 'utf8'), { filename: 'excel-win32-16.01.js' });
  const dom = new JSDOM('<!doctype html><body></body>', { runScripts: 'outside-only', url: 'https://localhost/' });
  script.runInContext(dom.getInternalVMContext());
  const window = dom.window as unknown as LibraryWindow;
  const bridge = new Bridge(world);
  window.OfficeExtension.HostBridge.init(bridge);
  const requirements = { isSetSupported: (name: string, version = '1.1') => setSupported(world, name, version) };
  window.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  // Made by the loader office.js where the library runs in a page.
  window.OSF._OfficeAppFactory = { getContext: () => ({ requirements }) };
  const close = (): void => {
    bridge.close();
    dom.window.close();
  };
  return { office: { Excel: window.Excel, requirements }, bridge, close };
}

/** What such a host says; the flags that say whether writes can be undone belong to every host of our floor. */
export function setSupported(world: World, name: string, version: string | number): boolean {
  const wanted = String(version).split('.').map(Number);
  const has = world.quirks.api.split('.').map(Number) as [number, number];
  switch (name.toLowerCase()) {
    case 'excelapi':
      return wanted[0]! < has[0] || (wanted[0] === has[0] && (wanted[1] ?? 0) <= has[1]);
    case 'excelapiundo':
    case 'richapiruntimeflag':
      return wanted[0] === 1 && (wanted[1] ?? 0) < 90;
    default:
      return false;
  }
}
