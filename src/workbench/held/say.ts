import { sayFrom } from '../../taskpane';
import WORDS from './words.json';

/** What is said of files held against something. */
export const sayHeld = sayFrom<keyof typeof WORDS>(WORDS);
