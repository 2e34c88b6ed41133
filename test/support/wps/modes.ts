/**
 * How a WPS may behave that nobody has a licence to try here. Each mode is something seen in a real WPS, or something public
 * code guards against, or a reading of the VBA documents where nobody has looked. Marks as in the notes on WPS:
 * REAL measured on a real WPS · PUB public code · VBA inferred from Excel's object model.
 */
export interface Modes {
  /**
   * What `Value2` and `Formula` of several cells are. nested: arrays of arrays (REAL 12.1.0.28043, over COM) · flat: a plain
   * array for a single row or column · wrapper: an object with Item(row, col) · scalar: the first cell alone · boxed: nested,
   * even for one cell. Which of them a script sees is written down nowhere; four public projects guard against all (PUB).
   */
  readonly shape: 'nested' | 'flat' | 'wrapper' | 'scalar' | 'boxed';
  /** Arrays can be assigned (REAL over COM), or that throws (PUB: on a Mac). */
  readonly bulkWrite: 'works' | 'throws';
  /** Errors come as CVErr numbers (REAL 12.1.0.28043: #DIV/0! −2146826281), or nothing comes (guess: a bridge that knows no VT_ERROR). */
  readonly errors: 'numbers' | 'nothing';
  /** Parameterless properties are properties, or methods without arguments (PUB: code that decodes both). */
  readonly members: 'properties' | 'methods';
  /** Events of our own writes come although EnableEvents is false, and late (guess: events are posted between processes). */
  readonly events: 'quiet' | 'late';
  /** `Formula1` of a conditional format tells the formula given (typed; nobody has measured it), or nothing. */
  readonly formula1: 'kept' | 'lost';
  /** The plain general format is called General, or by its Chinese name. */
  readonly general: 'General' | 'G/通用格式';
  /** A pane's number does not answer any more (REAL 12.1.0.28043: numbers of another window are stale), or does. */
  readonly panes: 'live' | 'stale';
  /** PluginStorage gives back what it was given, or text (PUB). */
  readonly storage: 'typed' | 'strings';
  /** Writing to a file works, or fails without a word (REAL: Mac sandbox). */
  readonly files: 'work' | 'silent' | 'missing';
}

export const PLAIN: Modes = {
  shape: 'nested',
  bulkWrite: 'works',
  errors: 'numbers',
  members: 'properties',
  events: 'quiet',
  formula1: 'kept',
  general: 'General',
  panes: 'live',
  storage: 'typed',
  files: 'work',
};

/** Every mode once, and all unkind ones together. `formula1: lost` is left out where marks must work. */
export const HOSTILE: Readonly<Record<string, Modes>> = {
  plain: PLAIN,
  'flat arrays': { ...PLAIN, shape: 'flat' },
  'wrapper objects': { ...PLAIN, shape: 'wrapper' },
  'bare scalars': { ...PLAIN, shape: 'scalar' },
  'boxed cells': { ...PLAIN, shape: 'boxed' },
  'no bulk write': { ...PLAIN, bulkWrite: 'throws' },
  'errors lost': { ...PLAIN, errors: 'nothing' },
  'properties as methods': { ...PLAIN, members: 'methods' },
  'late events': { ...PLAIN, events: 'late' },
  'Chinese general format': { ...PLAIN, general: 'G/通用格式' },
  'files fail silently': { ...PLAIN, files: 'silent' },
  'no files': { ...PLAIN, files: 'missing' },
  'all at once': {
    shape: 'wrapper',
    bulkWrite: 'throws',
    errors: 'nothing',
    members: 'methods',
    events: 'late',
    formula1: 'kept',
    general: 'G/通用格式',
    panes: 'stale',
    storage: 'strings',
    files: 'silent',
  },
};
