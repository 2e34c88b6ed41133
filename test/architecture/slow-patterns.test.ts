/** No regular expression can hang: those written out are looked at by the linter, those put together when the program starts here. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { slowness } from '../../scripts/lint/slow-patterns.cjs';
import known from '../../scripts/lint/slow-patterns.json';

test.each<[string, ReturnType<typeof slowness>]>([
  ['(a+)+', 'nested'],
  ['(?:a|a)*', 'nested'],
  ['(?:[a-z]|\\w)+x', 'nested'],
  ['(?:\\s*\\S+)*', 'nested'],
  ['(?:[a-z]+\\s?)*', 'nested'],
  ['((?:甲|乙+)+)$', 'nested'],
  ['(?=(a*)*b)', 'nested'],
  ['a*a*b', 'adjacent'],
  ['.*x.*', 'adjacent'],
  ['\\d+\\.?\\d+', 'adjacent'],
  ['\\s*(?:甲|)\\s*', 'adjacent'],
  ['[^\\d]*-?[^\\d]+$', 'adjacent'],
  ['(?:a+,)*', null],
  ['(?:[^"]|"")*"', null],
  ['\\s*\\S+', null],
  ['^\\s*[a-z]+\\s*$', null],
  ['[^,]*,[^,]*', null],
  ['\\d+(?:\\.\\d+)?%', null],
  ['a{0,60}a{0,60}', null],
  ['[\\]a-c\\u4e00-\\u9fff-]+\\(', null],
])('%s: %s', (source, wanted) => {
  expect(slowness(source)).toBe(wanted);
});

test('those allowed before are still there: the list only shrinks', () => {
  expect(known.filter((source) => slowness(source) !== 'adjacent')).toEqual([]);
});

test('what is put together from lists of words can be no slower', () => {
  const made = new Set<string>();
  const real = RegExp;
  const note = (source: unknown): void => {
    if (typeof source === 'string') made.add(source);
  };
  globalThis.RegExp = new Proxy(real, {
    construct: (target, args: [string]) => (note(args[0]), Reflect.construct(target, args) as object),
    apply: (target, _, args: [string]) => (note(args[0]), target(...args)),
  });
  try {
    jest.isolateModules(() => {
      for (const room of [
        'open-workbook',
        'report',
        'comparison',
        'hosts/file',
        'cli/run',
        'cli/text/look',
        'cli/criteria/command',
        'cli/tasks/carry-out',
      ])
        // eslint-disable-next-line @typescript-eslint/no-require-imports
        require(path.join(__dirname, '../../src', room));
    });
  } finally {
    globalThis.RegExp = real;
  }
  // Chinese stands in ours; libraries load theirs too.
  const ours = [...made].filter((source) => /\p{Script=Han}/u.test(source));
  expect(ours.length).toBeGreaterThan(200);
  expect(ours.flatMap((source) => (slowness(source) === null ? [] : [`${slowness(source)}: ${source.slice(0, 200)}`]))).toEqual([]);
  expect(readFileSync(path.join(__dirname, '../../eslint.config.mjs'), 'utf8')).toContain("'jihe/slow-patterns': 'error'");
});
