/** A thread of a batch: audits its files, and reads what they are held against. */
import { type AnyJob, workOn } from '../workbench';

self.onmessage = ({ data }: MessageEvent<AnyJob>) => {
  void workOn(data, {}).then(
    (answer) => self.postMessage({ answer }),
    (error: unknown) => self.postMessage({ failed: error instanceof Error ? error.message : String(error) }),
  );
};
