/** The core in a thread of its own: answers a pane's engine, and audits the files of a batch. One script, for both hold the whole core. */
import { serveEngine } from '../open-workbook';
import { type BatchJob, type SummaryJob, workOn } from '../workbench';

const take = serveEngine((reply) => self.postMessage(reply));

function batch(job: BatchJob | SummaryJob): void {
  void workOn(job, {}).then(
    (answer) => self.postMessage({ answer }),
    (error: unknown) => self.postMessage({ failed: error instanceof Error ? error.message : String(error) }),
  );
}

self.onmessage = ({ data }: MessageEvent<{ readonly ask: string } | BatchJob | SummaryJob>) => {
  if ('ask' in data) take(data);
  else batch(data);
};
