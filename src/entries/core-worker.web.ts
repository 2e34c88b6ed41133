/** The core in a thread of its own, for panes. */
import { serveEngine } from '../open-workbook';

const take = serveEngine((reply) => self.postMessage(reply));
self.onmessage = ({ data }: MessageEvent) => take(data);
