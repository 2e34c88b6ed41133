/** The core in a thread of its own: answers a pane's engine. What only a batch needs has a script of its own: this one is waited for. */
import { type Judging, rehearsal, serveEngine, warmUp } from '../open-workbook';
import { type WorkbookData, workbookFromData } from '../workbook';

const take = serveEngine((reply) => self.postMessage(reply));

/** What it gets ready by; null while something is asked. */
let getting: (() => Promise<boolean>) | null = null;
let asked = false;
let rehearsed = false;

/** Until something is asked, or something else is told to get ready by; between two steps what has arrived is heard. */
function warm(step: () => Promise<boolean>, pause: number): void {
  if (getting !== step) return;
  void step().then(
    (more) => (more ? later(step, pause) : (rehearsed ||= asked)),
    () => undefined,
  );
}

const later = (step: () => Promise<boolean>, pause = 0, first = pause): unknown => setTimeout(() => warm(step, pause), first);

/** Milliseconds in which nothing was asked, and between two times: a thread that is busy is late with an answer. */
const QUIET = 1500;
const BREATH = 80;

function rehearse({ book, judging }: Audited): void {
  if (rehearsed) return;
  getting = rehearsal(workbookFromData(book), judging);
  later(getting, BREATH, QUIET);
}

interface Audited {
  readonly ask: 'audit';
  readonly book: WorkbookData;
  readonly judging: Judging;
}
type Asked = { readonly ask: string } | Audited;

self.onmessage = ({ data }: MessageEvent<{ readonly warm: true | WorkbookData } | Asked>) => {
  if ('warm' in data) {
    if (asked) return;
    const expected = data.warm === true ? null : workbookFromData(data.warm);
    getting = warmUp(expected);
    // Made-up rows wait: the workbook that is expected may have arrived already.
    if (expected === null) later(getting);
    else warm(getting, 0);
    return;
  }
  asked = true;
  getting = null;
  take(data);
  if ('book' in data) rehearse(data);
};
