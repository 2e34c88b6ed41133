/** The seam: JSON text from the library, JSON text back. Counts what goes over it. */
import type { HostObject } from './host-object';
import { answer, type Body, type Objects } from './protocol';
import { workbookObject } from './workbook';
import type { EventName, PushedEvent, Session, World } from './world';

export interface Exchange {
  /** Of the library: 1 writes, 4 reads only, 16 every write can be undone. */
  readonly flags: number;
  readonly request: number;
  readonly reply: number;
  /** Members used, as Type.Name; setting one ends with =. */
  readonly members: readonly string[];
  readonly error: string | null;
}

interface Message {
  readonly id: number;
  readonly type: number;
  readonly flags: number;
  readonly message: { readonly body: Body };
}

const PUSHED = 3;
const ANSWERED = 2;
const RICH_API = 65536;

/** Requests that only give references back are the library's own, not syncs of ours. */
const isCleanUp = (body: Body): boolean => body.Actions.some((action) => action.Name === '_RemoveReference');

export class Bridge implements Session {
  readonly listening = new Set<EventName>();
  /** Every request and its reply, in order. */
  readonly exchanges: Exchange[] = [];
  /** Set by the library. */
  onMessageFromHost: ((text: string) => void) | undefined;
  private readonly kept = new Map<string, HostObject>();
  private references = 0;
  private cleanUps = 0;
  private closed = false;

  constructor(
    readonly world: World,
    private readonly send: (text: string) => void = (text) => this.onMessageFromHost?.(text),
  ) {
    world.sessions.add(this);
  }

  /** Requests that carried work: one for each sync. */
  get syncs(): number {
    return this.exchanges.length - this.cleanUps;
  }

  /** Ranges the library still holds. */
  get held(): number {
    return this.kept.size;
  }

  /** Forgets what was counted. */
  reset(): void {
    this.exchanges.length = 0;
    this.cleanUps = 0;
  }

  close(): void {
    this.closed = true;
    this.world.sessions.delete(this);
  }

  push({ type, args }: PushedEvent): void {
    this.post({ type: PUSHED, message: { entries: [[RICH_API, type, 'Workbook', JSON.stringify(args), 0]] } });
  }

  readonly sendMessageToHost = (text: string): void => {
    const message = JSON.parse(text) as Message;
    const members: string[] = [];
    const before = new Set(this.kept.keys());
    const body = this.reply(message.message.body, members);
    let reply = JSON.stringify(body);
    if (bytes(reply) > this.world.quirks.replyCap)
      reply = JSON.stringify(fault('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.'));
    const { Error: error } = JSON.parse(reply) as { Error?: { Code: string } };
    // What a failed request kept cannot be given back: the library never hears of it.
    if (error !== undefined) for (const id of this.kept.keys()) if (!before.has(id)) this.kept.delete(id);
    this.exchanges.push({ flags: message.flags, request: bytes(text), reply: bytes(reply), members, error: error?.Code ?? null });
    if (isCleanUp(message.message.body)) this.cleanUps += 1;
    this.post({ id: message.id, type: ANSWERED, message: { statusCode: 200, headers: {}, body: JSON.parse(reply) as unknown } });
  };

  private reply(body: Body, members: string[]): unknown {
    if (this.world.quirks.cellEdit && !isCleanUp(body)) {
      return fault(
        'InvalidOperationInCellEditMode',
        'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
      );
    }
    const root = workbookObject(this.world, this.listening);
    const objects: Objects = {
      root,
      keep: (object) => {
        this.references += 1;
        const id = `r${this.references}`;
        this.kept.set(id, object);
        return id;
      },
      kept: (id) => this.kept.get(id),
      release: (id) => void this.kept.delete(id),
    };
    const answered = answer(body, objects, (member) => members.push(member));
    this.world.calculate();
    return answered;
  }

  /** Never in the same turn, as with a real host. */
  private post(message: unknown): void {
    setTimeout(() => {
      if (!this.closed) this.send(JSON.stringify(message));
    }, 0);
  }
}

function fault(code: string, message: string): unknown {
  return { Error: { Code: code, Message: message, Location: '', ActionIndex: 0, HttpStatusCode: 400 }, Results: [] };
}

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');
