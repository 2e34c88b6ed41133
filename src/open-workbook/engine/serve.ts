/** The core at the far end: answers requests one after another. A worker's script calls this with its way of posting. */
import { workbookFromData } from '../../workbook';
import { localEngine } from './local';
import type { Reply, Request } from './messages';
import { packed, unpacked } from './packing';
import { sliced } from './slices';
import type { Engine } from './types';

/** Returns what each message is handed to. */
export function serveEngine(post: (reply: Reply) => void): (message: unknown) => void {
  const engine = localEngine();
  return (message) => {
    const request = message as Request;
    const { id } = request;
    void answer(engine, request).then(
      (given) =>
        post(request.ask === 'audit' ? { id, view: sliced(given, (piece) => post({ id, piece })) } : { id, answer: packed(given) }),
      (error: unknown) => post({ id, failed: told(error) }),
    );
  };
}

function answer(engine: Engine, request: Request): Promise<unknown> {
  if (request.ask === 'audit') return engine.audit(workbookFromData(request.book), request.judging, request.file);
  const ask = engine[request.ask] as (...args: unknown[]) => Promise<unknown>;
  return ask(...(unpacked(request.with) as unknown[]));
}

function told(error: unknown): { readonly name: string; readonly message: string; readonly stack: string } {
  return error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack ?? '' }
    : { name: 'Error', message: String(error), stack: '' };
}
