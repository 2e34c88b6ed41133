/** What the pane has to do with the add-in's own page: being taken away, and the commands of the ribbon. */
import { attempt, get, ownText } from './bridge';

export interface ShellApp {
  readonly PluginStorage: { getItem(key: string): unknown; setItem(key: string, value: string | number): unknown };
  GetTaskPane(id: number): { Visible: unknown } | null;
  CreateTaskPane(url: string, title: string): { readonly ID: unknown; Visible: unknown; DockPosition: unknown; Width: unknown };
}

/** The same keys as in packaging/wps/addin/main.js. */
export const PANE_KEY = 'jihe_pane_et';
export const COMMAND_KEY = 'jihe_command_et';

export type RibbonCommand = 'audit' | 'recalc' | 'mark';
const COMMANDS: readonly RibbonCommand[] = ['audit', 'recalc', 'mark'];
/** A command older than this is of a pane that was closed before it heard of it. */
const STALE_MS = 15_000;
const EVERY_MS = 300;

/** Takes the pane away; a click on the ribbon brings it back. False: this program does not know it any more. */
export function collapsePane(app: ShellApp): boolean {
  return attempt(() => {
    const pane = app.GetTaskPane(Number(get(app, 'PluginStorage').getItem(PANE_KEY)));
    if (pane === null || pane === undefined) return false;
    pane.Visible = false;
    return true;
  }, false);
}

/** Hears the ribbon's commands until the returned function is called: pages cannot call each other, the storage is what they share. */
export function watchCommands(app: ShellApp, run: (command: RibbonCommand) => void): () => void {
  const timer = setInterval(() => {
    const command = attempt(() => takeCommand(app), null);
    if (command !== null) run(command);
  }, EVERY_MS);
  return () => clearInterval(timer);
}

function takeCommand(app: ShellApp): RibbonCommand | null {
  const storage = get(app, 'PluginStorage');
  const text = ownText(storage.getItem(COMMAND_KEY));
  if (text === '') return null;
  storage.setItem(COMMAND_KEY, '');
  const [name, time] = text.split(' ');
  const fresh = Math.abs(Date.now() - Number(time)) < STALE_MS;
  return fresh ? (COMMANDS.find((one) => one === name) ?? null) : null;
}
