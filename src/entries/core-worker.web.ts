/** The core in a thread of its own: answers a pane's engine, and audits the files of a batch. One script, for both hold the whole core. */
import { serveEngine, warmUp } from '../open-workbook';
import { type AnyJob, workOn } from '../workbench';

const take = serveEngine((reply) => self.postMessage(reply));

function batch(job: AnyJob): void {
  void workOn(job, {}).then(
    (answer) => self.postMessage({ answer }),
    (error: unknown) => self.postMessage({ failed: error instanceof Error ? error.message : String(error) }),
  );
}

/** Until something is asked; between two steps what has arrived is heard. */
function warm(step: () => Promise<boolean>): void {
  void step().then(
    (more) => (more && !asked ? setTimeout(() => warm(step)) : undefined),
    () => undefined,
  );
}

let asked = false;

self.onmessage = ({ data }: MessageEvent<{ readonly warm: true } | { readonly ask: string } | AnyJob>) => {
  if ('warm' in data) {
    if (!asked) warm(warmUp());
    return;
  }
  asked = true;
  if ('ask' in data) take(data);
  else batch(data);
};
