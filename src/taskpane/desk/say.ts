import { sayFrom } from '../texts/say';
import words from './words.json';

/** The words of the reviewer's desk. */
export const sayOpinion = sayFrom<keyof typeof words>(words);
