/** The check codes of the contract, in its order: the keys of examples.json, where each has its bad and good example. */
import examples from './examples.json';

export type CheckCode = keyof typeof examples;

export const CHECK_CODES = Object.keys(examples) as readonly CheckCode[];
