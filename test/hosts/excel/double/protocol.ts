/** Answers one request body: resolves its object paths, carries out its actions in order, stops at the first that fails. */
import { HostFault, unmodelled } from './faults';
import { capital, type HostObject } from './host-object';
import type { Json } from './model';

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: Query;
}

interface Arguments {
  readonly Arguments?: readonly Json[];
  readonly ReferencedObjectPathIds?: readonly (number | null)[] | null;
}

interface Query {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

export interface Body {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

const ROOT = 1;
const NEW_OBJECT = 2;
const METHOD = 3;
const PROPERTY = 4;
const INDEXER = 5;
const REFERENCE = 6;
const NULL_OBJECT = 7;

const INSTANTIATE = 1;
const QUERY = 2;
const CALL = 3;
const SET = 4;
const TRACE = 5;

/** An object whose every answer is empty: what the library makes for itself at start. */
const EMPTY: HostObject = { type: 'Empty', identity: () => ({}), calls: { NotifyActionHandlerReady: () => null } };

export interface Objects {
  readonly root: HostObject;
  /** References kept over requests. */
  keep(object: HostObject): string;
  kept(id: string): HostObject | undefined;
  release(id: string): void;
}

/** `trace` is told each member used, as Type.Name. */
export function answer(body: Body, objects: Objects, trace: (member: string) => void): Json {
  const batch = new Batch(body, objects, trace);
  const results: Json[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      // The library registers its handlers on the answer to a trace.
      results.push({ ActionId: action.Id, Value: action.ActionType === TRACE ? null : batch.run(action) });
    } catch (error) {
      if (!(error instanceof HostFault)) throw error;
      return {
        Error: { Code: error.code, Message: error.message, Location: '', ActionIndex: index, HttpStatusCode: error.status },
        Results: results,
      };
    }
  }
  return { Results: results };
}

class Batch {
  private readonly resolved = new Map<number, HostObject | null>();
  private readonly references = new Map<HostObject, string>();

  constructor(
    private readonly body: Body,
    private readonly objects: Objects,
    private readonly trace: (member: string) => void,
  ) {}

  run(action: Action): Json {
    const object = this.object(action.ObjectPathId);
    if (object === null) return null;
    switch (action.ActionType) {
      case INSTANTIATE:
        return this.identity(object);
      case QUERY:
        return this.query(object, action.QueryInfo ?? {});
      case CALL:
        return this.call(object, action);
      case SET:
        return this.set(object, action);
      default:
        throw unmodelled(`action type ${action.ActionType}`);
    }
  }

  private identity(object: HostObject): Json {
    const reference = this.references.get(object);
    return { ...object.identity?.(), ...(reference === undefined ? {} : { _ReferenceId: reference }) };
  }

  private call(object: HostObject, action: Action): Json {
    const args = this.args(action.ArgumentInfo);
    if (action.Name === '_KeepReference') {
      this.references.set(object, this.objects.keep(object));
      return null;
    }
    if (action.Name === '_RemoveReference') {
      this.objects.release(String(args[0]));
      return null;
    }
    this.trace(`${object.type}.${action.Name}`);
    const method = object.calls?.[action.Name];
    if (method === undefined) throw unmodelled(`${object.type}.${action.Name}()`);
    return method(...args);
  }

  private set(object: HostObject, action: Action): Json {
    this.trace(`${object.type}.${action.Name}=`);
    const set = object.props?.[action.Name]?.set;
    if (set === undefined) throw unmodelled(`${object.type}.${action.Name} =`);
    set(this.args(action.ArgumentInfo)[0]);
    return null;
  }

  private query(object: HostObject, query: Query): Json {
    const wanted = query.Select ?? [];
    if (object.items === undefined) return { ...(this.identity(object) as object), ...this.select(object, wanted) };
    const items = object.items().slice(0, query.Top ?? Infinity);
    return { _Items: items.map((item) => ({ ...item.identity?.(), ...this.select(item, wanted) })) };
  }

  private select(object: HostObject, wanted: readonly string[]): Record<string, Json> {
    const found: Record<string, Json> = {};
    const names = wanted.length > 0 ? wanted : Object.keys(object.props ?? {});
    for (const path of names) this.selectPath(object, path.split('/').map(capital), found);
    return found;
  }

  private selectPath(object: HostObject, [name, ...rest]: readonly string[], into: Record<string, Json>): void {
    if (rest.length === 0 && object.props?.[name!] !== undefined) {
      this.trace(`${object.type}.${name!}`);
      const get = object.props[name!]!.get;
      if (get === undefined) throw unmodelled(`${object.type}.${name!}`);
      into[name!] = get();
      return;
    }
    const child = object.children?.[name!];
    if (child === undefined) throw unmodelled(`${object.type}.${name!}`);
    const below = child();
    if (below === null) {
      into[name!] = null;
      return;
    }
    if (below.items !== undefined) {
      const path = rest[0] === 'Items' ? rest.slice(1) : rest;
      const known = (into[name!] as { _Items: Record<string, Json>[] } | undefined) ?? {
        _Items: below.items().map((item) => ({ ...item.identity?.() })),
      };
      into[name!] = known;
      below.items().forEach((item, index) => (path.length === 0 ? undefined : this.selectPath(item, path, known._Items[index]!)));
      return;
    }
    const known = (into[name!] as Record<string, Json> | undefined) ?? { ...below.identity?.() };
    into[name!] = known;
    if (rest.length === 0) Object.assign(known, this.select(below, []));
    else this.selectPath(below, rest, known);
  }

  private args(info: Arguments | undefined): readonly Json[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, index) => {
      const reference = references?.[index];
      return typeof reference === 'number' && reference > 0 ? this.object(reference) : value;
    });
  }

  private object(id: number): HostObject | null {
    if (this.resolved.has(id)) return this.resolved.get(id)!;
    const path = this.body.ObjectPaths[String(id)];
    if (path === undefined) throw unmodelled(`object path ${id}`);
    const object = this.resolve(path);
    this.resolved.set(id, object);
    return object;
  }

  private resolve(path: ObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case ROOT:
        return this.objects.root;
      case NEW_OBJECT:
        return EMPTY;
      case NULL_OBJECT:
        return null;
      case REFERENCE:
        return this.keptObject(path.Name);
      default:
        return this.below(path);
    }
  }

  private keptObject(id: string): HostObject {
    const object = this.objects.kept(id);
    if (object === undefined) throw new HostFault('InvalidReference', 'This reference is not valid for the current operation.');
    this.references.set(object, id);
    return object;
  }

  private below(path: ObjectPath): HostObject | null {
    const parent = this.object(path.ParentObjectPathId!);
    if (parent === null) return null;
    if (parent === EMPTY) return EMPTY;
    const args = this.args(path.ArgumentInfo);
    this.trace(`${parent.type}.${path.ObjectPathType === INDEXER ? 'GetItem' : path.Name}`);
    if (path.ObjectPathType === PROPERTY) {
      const child = parent.children?.[path.Name];
      if (child === undefined) throw unmodelled(`${parent.type}.${path.Name}`);
      return child();
    }
    if (path.ObjectPathType === INDEXER) {
      if (parent.item === undefined) throw unmodelled(`${parent.type}.getItem()`);
      return parent.item(...args);
    }
    if (path.ObjectPathType === METHOD) {
      const method = parent.paths?.[path.Name];
      if (method === undefined) throw unmodelled(`${parent.type}.${path.Name}()`);
      return method(...args);
    }
    throw unmodelled(`object path type ${path.ObjectPathType}`);
  }
}
