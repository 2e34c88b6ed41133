import type { Thread } from '../../open-workbook';
import { startWorker } from './worker';

/** A worker of the page as the thread others speak to. Its script may still be on the way: what is posted waits for it. */
export function pageThread(name: string): Thread {
  const waiting: unknown[] = [];
  let worker: Worker | null = null;
  let ended = false;
  let died: (why: string) => void = () => undefined;
  let heard: (message: unknown) => void = () => undefined;
  startWorker(name).then(
    (started) => {
      if (ended) {
        started.terminate();
        return;
      }
      worker = started;
      started.onmessage = ({ data }: MessageEvent) => heard(data);
      started.onerror = (event) => died(event.message);
      for (const message of waiting.splice(0)) started.postMessage(message);
    },
    (error: unknown) => died(String(error)),
  );
  return {
    post(message) {
      if (worker === null) waiting.push(message);
      else worker.postMessage(message);
    },
    listen(hear, die) {
      heard = hear;
      died = die;
    },
    end() {
      ended = true;
      worker?.terminate();
    },
  };
}
