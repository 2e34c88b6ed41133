/** `nested`: its time may double with each letter · `adjacent`: it may grow with the square of the text · null: neither. */
export function slowness(source: string): 'nested' | 'adjacent' | null;
