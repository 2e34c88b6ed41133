/** Office as a page of ours meets it: what is used of the global `Office`, and when it is ready. */
import type { OfficeRuntime } from '../hosts/excel';

export interface OfficeGlobal {
  onReady(): Promise<{ readonly host: string | null; readonly platform: string | null }>;
  readonly actions: { associate(name: string, action: (event: CommandEvent) => void): void };
  readonly context: {
    readonly requirements: OfficeRuntime['requirements'];
    /** Absent on the web. */
    readonly officeTheme?: { readonly bodyBackgroundColor?: string; readonly isDarkTheme?: boolean } | null;
    readonly ui: {
      displayDialogAsync(
        address: string,
        options: { readonly height: number; readonly width: number; readonly displayInIframe?: boolean },
        done: (result: { readonly status: string; readonly value: OfficeDialog }) => void,
      ): void;
      messageParent(message: string): void;
    };
  };
  readonly EventType: { readonly DialogMessageReceived: string; readonly DialogEventReceived: string };
}

export interface CommandEvent {
  completed(): void;
}

export interface OfficeDialog {
  addEventHandler(type: string, handler: (args: { readonly message?: string; readonly error?: number }) => void): void;
  close(): void;
}

interface Globals {
  readonly Office?: OfficeGlobal;
  readonly Excel?: OfficeRuntime['Excel'];
}

/** null: the page is not inside Office, or its library did not load. */
export function officeHere(): OfficeGlobal | null {
  return (globalThis as unknown as Globals).Office ?? null;
}

/** Excel, once Office is ready; null outside of it. */
export async function excelHere(): Promise<OfficeRuntime | null> {
  const office = officeHere();
  if (office === null) return null;
  const { host } = await office.onReady();
  const { Excel } = globalThis as unknown as Globals;
  return host !== 'Excel' || Excel === undefined ? null : { Excel, requirements: office.context.requirements };
}
