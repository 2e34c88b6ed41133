/**
 * Pages of the Excel add-in inside a simulated Excel: Microsoft's library as the build copied it, in a real browser; the host's
 * answers are the double's. What Windows gives a page (`window.external`) is here as far as the library asks for it.
 */
import type { Page } from 'playwright-core';
import { Bridge } from '../../hosts/excel/double/bridge';
import type { World } from '../../hosts/excel/double/world';
import type { BrowserKit, OpenOptions, Watched } from './browser';

const HOST = '_host_Info=Excel$Win32$16.01$zh-CN$$$$0';

export interface ExcelPage extends Watched {
  readonly bridge: Bridge;
  /** Addresses of the dialogs the page has shown. */
  readonly dialogs: readonly string[];
  /** The person presses a button of the last dialog, or closes it (null). */
  answer(message: string | null): Promise<void>;
}

interface SimulatedWindow {
  _richApiNativeBridge: { sendMessageToHost(text: string): void; onMessageFromHost?: (text: string) => void };
  jiheToHost(text: string): void;
  jiheDialog(address: string): void;
  jiheHandler?: (id: number, payload: readonly unknown[]) => void;
}

/** `theme`: how Excel itself looks; null: it fails at telling. Dialogs are shown by the test. */
export async function openInExcel(
  kit: BrowserKit,
  world: World,
  address: string,
  options: OpenOptions & { readonly theme?: 'light' | 'dark' | null } = {},
): Promise<ExcelPage> {
  const dialogs: string[] = [];
  let page: Page | undefined;
  const bridge = new Bridge(world, (text) => {
    void page
      ?.evaluate((message) => (window as unknown as SimulatedWindow)._richApiNativeBridge.onMessageFromHost?.(message), text)
      .catch(() => undefined);
  });
  const before = async (fresh: Page): Promise<void> => {
    page = fresh;
    await fresh.exposeFunction('jiheToHost', (text: string) => bridge.sendMessageToHost(text));
    await fresh.exposeFunction('jiheDialog', (shown: string) => dialogs.push(shown));
    await fresh.addInitScript(simulateWindows, {
      api: Number(world.quirks.api),
      theme: options.theme === undefined ? 'light' : options.theme,
    });
    await options.before?.(fresh);
  };
  const watched = await kit.open(`${address}?${HOST}`, { ...options, before });
  return {
    ...watched,
    bridge,
    dialogs,
    answer: (message) =>
      watched.page.evaluate((given) => {
        const { jiheHandler } = window as unknown as SimulatedWindow;
        jiheHandler?.(0, given === null ? [1, 12006] : [0, given]);
      }, message),
  };
}

/** Runs in the page before its scripts. */
function simulateWindows({ api, theme }: { readonly api: number; readonly theme: 'light' | 'dark' | null }): void {
  const here = window as unknown as SimulatedWindow;
  here._richApiNativeBridge = { sendMessageToHost: (text) => here.jiheToHost(text) };
  const matrix = JSON.stringify({ excelapi: api, richapiruntimeflag: 1.1, excelapiundo: 1.14, dialogapi: 1.2, ribbonapi: 1.1 });
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => '6d1f7a52-3c0b-4b8e-9d54-0b7f2e6c81a9',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 0,
    GetAppUILocale: () => 2052,
    GetAppDataLocale: () => 2052,
    GetDocUrl: () => '',
    GetAppCapabilities: () => 1,
    GetActivationMode: () => 0,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetSupportedMatrix: () => matrix,
    GetHostFullVersion: () => '16.0.14332.20000',
    GetOfficeThemeInfo: () => {
      if (theme === null) throw new Error('no theme');
      return JSON.stringify({
        bodyBackgroundColor: theme === 'dark' ? 0x262626 : 0xffffff,
        bodyForegroundColor: theme === 'dark' ? 0xffffff : 0,
      });
    },
    GetSettings: () => ({ Read: () => undefined, Write: () => undefined }),
  };
  const external = {
    GetContext: () => context,
    Execute: (_id: number, _params: unknown, callback: (answer: unknown) => void) => callback({ toArray: () => [0] }),
    // A dialog is an event one registers for; its address stands in the target.
    RegisterEvent: (_id: number, target: string, handler: SimulatedWindow['jiheHandler'], callback: (status: number) => void) => {
      const address = /"url":"([^"]*)"/.exec(target)?.[1];
      if (address !== undefined) {
        here.jiheDialog(address);
        if (handler !== undefined) here.jiheHandler = handler;
      }
      callback(0);
    },
    UnregisterEvent: (_id: number, _target: string, callback: (status: number) => void) => callback(0),
    MessageParent: () => undefined,
    GetLoggingAllowed: () => false,
  };
  Object.defineProperty(window, 'external', { value: external });
}
