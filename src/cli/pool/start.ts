/** The script a worker thread starts with: it loads the one that works, with what V8 compiled of it before. */
import path from 'node:path';
import { loadCompiled } from '../compiled/load';

const { exports, keep } = loadCompiled(path.join(__dirname, 'worker-core.js'));
(exports as { readonly serve: (worked: () => void) => void }).serve(keep);
