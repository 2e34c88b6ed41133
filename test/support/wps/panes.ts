/** What the add-in's own page uses: panes and the storage that all its pages share. */
import { FarObject, type World } from './world';

export class PaneObject extends FarObject {
  Visible: unknown = false;
  DockPosition: unknown = 0;
  Width: unknown = 200;

  constructor(
    readonly ID: number,
    readonly url: string,
    readonly title: string,
  ) {
    super();
  }
}

/** REAL: shared by all pages of the add-in and by 文字, 表格 and 演示; gone when the program ends. */
export class StorageObject extends FarObject {
  constructor(private readonly world: World) {
    super();
  }

  getItem(key: string): unknown {
    const value = this.world.pluginStorage.get(key);
    if (value === undefined) return null;
    return this.world.modes.storage === 'strings' ? String(value) : value;
  }

  setItem(key: string, value: unknown): void {
    this.world.pluginStorage.set(key, value);
  }
}

/** REAL 12.1.0.28043: a number of another window does not answer. */
export function paneOf(world: World, id: unknown): PaneObject {
  const pane = typeof id === 'number' ? world.panes.find((one) => one.ID === id) : undefined;
  if (pane === undefined || world.modes.panes === 'stale') throw new Error('找不到任务窗格');
  return pane as PaneObject;
}
