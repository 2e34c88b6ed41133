/** The core in a thread of its own: answers a pane's engine, and audits the files of a batch. One script, for both hold the whole core. */
import { serveEngine, warmUp } from '../open-workbook';
import { type WorkbookData, workbookFromData } from '../workbook';
import { type AnyJob, workOn } from '../workbench';

const take = serveEngine((reply) => self.postMessage(reply));

function batch(job: AnyJob): void {
  void workOn(job, {}).then(
    (answer) => self.postMessage({ answer }),
    (error: unknown) => self.postMessage({ failed: error instanceof Error ? error.message : String(error) }),
  );
}

/** What it gets ready by; null once something was asked. */
let getting: (() => Promise<boolean>) | null = null;
let asked = false;

/** Until something is asked, or something else is told to get ready by; between two steps what has arrived is heard. */
function warm(step: () => Promise<boolean>): void {
  if (getting !== step) return;
  void step().then(
    (more) => (more ? later(step) : undefined),
    () => undefined,
  );
}

const later = (step: () => Promise<boolean>): unknown => setTimeout(() => warm(step));

self.onmessage = ({ data }: MessageEvent<{ readonly warm: true | WorkbookData } | { readonly ask: string } | AnyJob>) => {
  if ('warm' in data) {
    if (asked) return;
    const expected = data.warm === true ? null : workbookFromData(data.warm);
    getting = warmUp(expected);
    // Made-up rows wait: the workbook that is expected may have arrived already.
    if (expected === null) later(getting);
    else warm(getting);
    return;
  }
  asked = true;
  getting = null;
  if ('ask' in data) take(data);
  else batch(data);
};
