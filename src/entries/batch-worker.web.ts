/** Audits the files of a batch that it is given, one after another. */
import { workOn, type BatchJob } from '../workbench/batch';

self.onmessage = ({ data }: MessageEvent<BatchJob>) => {
  void workOn(data, {}).then(
    (answer) => self.postMessage({ answer }),
    (error: unknown) => self.postMessage({ failed: error instanceof Error ? error.message : String(error) }),
  );
};
