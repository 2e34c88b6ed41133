import { sayFrom } from '../../../taskpane';
import WORDS from './words.json';

/** The words of the view of many files. */
export const sayBatch = sayFrom<keyof typeof WORDS>(WORDS);
