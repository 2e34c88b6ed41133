/** What files are held against beyond their audit; fetched when somebody asks for it. */
export { Holdings } from './held';
export { batchSource, openedSource } from './sources';
export { batchHeld } from './view/batch-held';
export { FileHolding } from './file-holding';
