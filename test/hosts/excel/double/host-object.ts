/** The host's side of one object of the API. Names are as on the wire, with a capital first letter. */
import type { Json } from './model';

export interface Property {
  readonly get?: () => Json;
  readonly set?: (value: Json) => void;
}

export interface HostObject {
  readonly type: string;
  /** What the host tells on making the object: Id, _ReferenceId, … */
  readonly identity?: () => Readonly<Record<string, Json>>;
  readonly props?: Readonly<Record<string, Property>> | undefined;
  readonly children?: Readonly<Record<string, () => HostObject | null>>;
  /** Methods that answer another object; null where there is none. */
  readonly paths?: Readonly<Record<string, (...args: readonly Json[]) => HostObject | null>>;
  /** Methods that do something or answer plain data. */
  readonly calls?: Readonly<Record<string, (...args: readonly Json[]) => Json>>;
  readonly items?: () => readonly HostObject[];
  readonly item?: (...key: readonly Json[]) => HostObject;
}

export const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
export const small = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
