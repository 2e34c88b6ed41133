import { safeAtTheEdge } from '../text/look';
import type { Output } from './output';

/** A pipe, a terminal or a redirected file. A reader that leaves early (`| head`) is no error. */
export class StreamOutput implements Output {
  closed = false;
  private failure: Error | null = null;

  constructor(private readonly stream: NodeJS.WritableStream) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.note(error);
    });
  }

  private note(error: NodeJS.ErrnoException): void {
    this.closed = true;
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') this.failure = error;
  }

  async write(content: string | Uint8Array): Promise<void> {
    if (content.length > 0 && !this.closed) await this.handOver(typeof content === 'string' ? safeAtTheEdge(content) : content);
    if (this.failure !== null) throw this.failure;
  }

  /** The callback comes when the system has taken it, or not at all will. */
  private handOver(content: string | Uint8Array): Promise<void> {
    return new Promise((resolve) => {
      this.stream.write(content, (error) => {
        if (error) this.note(error);
        resolve();
      });
    });
  }

  async finish(): Promise<void> {
    if (this.failure !== null) throw this.failure;
    return Promise.resolve();
  }

  async abandon(): Promise<void> {
    return Promise.resolve();
  }
}
