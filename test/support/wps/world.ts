/** What the objects of the fake share, and the bridge through which a script sees them. */
import type { ModelBook } from './model';
import type { Modes } from './modes';

const FAR = Symbol('far');

/** What an object of the other side is to the bridge: everything else crosses as it is. */
export abstract class FarObject {
  readonly [FAR] = true;
}

export class World {
  /** Crossings of the bridge since the last `count()`. */
  private crossings = 0;
  books: ModelBook[];
  active: ModelBook | null;
  selection = '';
  screenUpdating = true;
  enableEvents = true;
  displayAlerts = true;
  calculation = -4105;
  /** A modal box is open: every call throws (REAL on a Mac: also while the screen is locked). */
  busy = false;
  /** So many writes work, the next throws; `still`: and all after it. null: all work. */
  failAfter: { writes: number; readonly still: boolean } | null = null;
  /** Writes are taken and forgotten (REAL on a Mac: Sort is ignored without a word). */
  dropWrites = false;
  readonly listeners: (readonly [name: string, listener: (...of: unknown[]) => void])[] = [];
  readonly files = new Map<string, string>();
  readonly pluginStorage = new Map<string, unknown>();
  readonly panes: (FarObject & { readonly ID: number; readonly url: string; Visible: unknown })[] = [];
  /** Workbooks saved under a path. */
  readonly saved = new Map<string, ModelBook>();
  readonly windowLog: Record<string, unknown>[] = [];

  constructor(
    book: ModelBook,
    readonly modes: Modes,
  ) {
    this.books = [book];
    this.active = book;
  }

  get activeSheet(): string {
    return this.active?.activeSheet ?? '';
  }

  /** Crossings since it was asked last. */
  count(): number {
    const { crossings } = this;
    this.crossings = 0;
    return crossings;
  }

  cross(): void {
    this.crossings += 1;
    if (this.busy) throw new Error('应用程序正忙');
  }

  /** Before every change of a cell. */
  beforeWrite(): void {
    if (this.failAfter === null) return;
    if (this.failAfter.writes > 0) {
      this.failAfter.writes -= 1;
      return;
    }
    if (!this.failAfter.still) this.failAfter = null;
    throw new Error('发生意外');
  }

  /** PUB: listeners hear our own writes as well; EnableEvents=false keeps them quiet, or not (see Modes.events). */
  fire(name: string, ...of: readonly FarObject[]): void {
    const tell = (): void => {
      for (const [wanted, listener] of [...this.listeners]) if (wanted === name) listener(...of.map((one) => overBridge(one, this)));
    };
    if (this.modes.events === 'late') setTimeout(tell, 1);
    else if (this.enableEvents) tell();
  }
}

/** Keys that scripts ask of every object; they never cross. */
const LOCAL = new Set<PropertyKey>(['then', 'toJSON', 'constructor', 'asymmetricMatch', 'nodeType', '$$typeof', 'length']);
const TARGETS = new WeakMap<object, FarObject>();

/** An object as a script sees it: every member read, set or called is counted, and one that WPS does not have throws. */
export function overBridge<T extends FarObject>(target: T, world: World): T {
  const near = new Proxy(target, {
    get(far, key) {
      if (typeof key === 'symbol' || LOCAL.has(key)) return undefined;
      return member(far, key, world);
    },
    set(far, key, value: unknown) {
      if (typeof key === 'symbol' || !hasSetter(far, key)) throw new Error(`未找到成员：${String(key)}`);
      world.cross();
      Reflect.set(far, key, farOf(value), far);
      return true;
    },
  });
  TARGETS.set(near, target);
  return near;
}

function member(far: FarObject, key: string, world: World): unknown {
  const found = describe(far, key);
  // PUB: builds without a member say 「未找到成员」.
  if (found === undefined) throw new Error(`未找到成员：${key}`);
  if (typeof found.value === 'function') {
    const method = found.value as (...args: unknown[]) => unknown;
    return (...args: unknown[]): unknown => {
      world.cross();
      return nearOf(method.apply(far, args.map(farOf)), world);
    };
  }
  const read = (): unknown => {
    world.cross();
    return nearOf(Reflect.get(far, key, far), world);
  };
  return world.modes.members === 'methods' ? read : read();
}

function describe(far: object, key: string): PropertyDescriptor | undefined {
  for (let at: object | null = far; at !== null && at !== FarObject.prototype; at = Object.getPrototypeOf(at) as object | null) {
    const own = Object.getOwnPropertyDescriptor(at, key);
    if (own !== undefined) return own;
  }
  return undefined;
}

function hasSetter(far: object, key: string): boolean {
  const found = describe(far, key);
  return found !== undefined && (found.set !== undefined || found.writable === true) && typeof found.value !== 'function';
}

function nearOf(value: unknown, world: World): unknown {
  return value instanceof FarObject ? overBridge(value, world) : value;
}

function farOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (TARGETS.get(value) ?? value) : value;
}
