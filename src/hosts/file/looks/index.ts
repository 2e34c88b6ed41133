/** How a file looks, and what its cells show. */
export { displayed, type Displayed } from './format/displayed';
export { readLooks } from './read-looks';
export { columnOf } from './sheet';
export type * from './types';
