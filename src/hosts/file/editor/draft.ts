import { checksumOf } from '../crc32';
import type { PartSource } from '../package-parts';
import { UnreadableError } from '../../../workbook';
import { PartPatch, type Patched } from './part-patch';

/** Parts that are unpacked once, however often they are asked for. */
export class Remembered implements PartSource {
  private readonly known = new Map<string, Uint8Array | undefined>();

  constructor(private readonly under: PartSource) {}

  get names(): readonly string[] {
    return this.under.names;
  }

  has(name: string): boolean {
    return this.under.has(name);
  }

  stampOf(name: string): string | undefined {
    return this.under.stampOf?.(name);
  }

  part(name: string): Uint8Array | undefined {
    const key = name.toLowerCase();
    if (!this.known.has(key)) this.known.set(key, this.under.part(name));
    return this.known.get(key);
  }
}

/** Parts laid over others: replaced, added or (null) taken away. */
export class Overlay implements PartSource {
  /** By lower-case name. */
  private readonly laid = new Map<string, { readonly name: string; readonly bytes: Uint8Array | null }>();

  constructor(private readonly under: PartSource) {}

  get names(): readonly string[] {
    const kept = this.under.names.filter((name) => !this.laid.has(name.toLowerCase()));
    return [...kept, ...[...this.laid.values()].filter((part) => part.bytes !== null).map((part) => part.name)];
  }

  has(name: string): boolean {
    const own = this.laid.get(name.toLowerCase());
    return own === undefined ? this.under.has(name) : own.bytes !== null;
  }

  /** Of a part laid over, what the archive will say of it. */
  stampOf(name: string): string | undefined {
    const own = this.laid.get(name.toLowerCase());
    if (own === undefined) return this.under.stampOf?.(name);
    return own.bytes === null ? undefined : `${own.bytes.length}:${checksumOf(own.bytes)}`;
  }

  part(name: string): Uint8Array | undefined {
    const own = this.laid.get(name.toLowerCase());
    return own === undefined ? this.under.part(name) : (own.bytes ?? undefined);
  }

  put(name: string, bytes: Uint8Array): void {
    this.laid.set(name.toLowerCase(), { name, bytes });
  }

  drop(name: string): void {
    this.laid.set(name.toLowerCase(), { name, bytes: null });
  }

  /** Everything that differs from what lies under it, in the order it was laid. */
  get differences(): readonly { readonly name: string; readonly bytes: Uint8Array | null }[] {
    return [...this.laid.values()];
  }
}

/** A part made anew; a trace goes when our traces go. */
interface Made {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly trace: boolean;
}

/** A workbook being changed: patches of its parts and parts made anew, over what it was. */
export class SheetDraft {
  private readonly patches = new Map<string, PartPatch>();
  private readonly made = new Map<string, Made>();
  private readonly taken = new Set<string>();
  private readonly dropped: string[] = [];

  constructor(readonly source: PartSource) {
    for (const name of source.names) this.taken.add(name.toLowerCase());
  }

  /** The one patch of a part. @throws UnreadableError `damaged` where there is no such part */
  patch(name: string): PartPatch {
    const key = name.toLowerCase();
    const known = this.patches.get(key);
    if (known !== undefined) return known;
    const bytes = this.source.part(name);
    if (bytes === undefined) throw new UnreadableError('damaged', name);
    const patch = new PartPatch(bytes, name);
    this.patches.set(key, patch);
    return patch;
  }

  /** A part that comes into being with content of the user's and traces of ours in it. */
  adopt(patch: PartPatch): void {
    this.taken.add(patch.name.toLowerCase());
    this.patches.set(patch.name.toLowerCase(), patch);
  }

  make(name: string, bytes: Uint8Array, trace: boolean): void {
    this.taken.add(name.toLowerCase());
    this.made.set(name.toLowerCase(), { name, bytes, trace });
  }

  drop(name: string): void {
    this.dropped.push(name);
  }

  has(name: string): boolean {
    return this.made.has(name.toLowerCase()) || this.source.has(name);
  }

  /** A part name that nothing has yet: "xl/comments" and ".xml" give "xl/comments3.xml". */
  freeName(before: string, after: string): string {
    for (let n = 1; ; n += 1) {
      const name = `${before}${n}${after}`;
      if (!this.taken.has(name.toLowerCase())) {
        this.taken.add(name.toLowerCase());
        return name;
      }
    }
  }

  /** What was written into which part. */
  finish(): {
    readonly patched: readonly (Patched & { readonly name: string })[];
    readonly made: readonly Made[];
    readonly dropped: readonly string[];
  } {
    const touched = [...this.patches.values()].filter((patch) => patch.touched);
    return {
      patched: touched.map((patch) => ({ name: patch.name, ...patch.render() })),
      made: [...this.made.values()],
      dropped: this.dropped,
    };
  }
}
