/** No regular expression takes more than its text is long, as an ESLint rule. What was there before stands in slow-patterns.json and may only shrink. */
import { readFileSync } from 'node:fs';
import slow from './slow-patterns.cjs';

const KNOWN = new Set(JSON.parse(readFileSync(new URL('./slow-patterns.json', import.meta.url), 'utf8')));

const SAID = {
  nested: 'Its time may double with each letter of a text: no repeat without end inside another that takes the same letters.',
  adjacent: 'Its time may grow with the square of a text: bound one of the two repeats ({0,60}), or keep their letters apart.',
};

export const slowPatternsRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const look = (node, pattern) => {
      const found = slow.slowness(pattern);
      if (found === 'nested' || (found === 'adjacent' && !KNOWN.has(pattern))) context.report({ node, message: SAID[found] });
    };
    return {
      Literal: (node) => {
        if (node.regex !== undefined) look(node, node.regex.pattern);
      },
      NewExpression: ({ callee, arguments: [first] }) => {
        // What is put together at run time is looked at by test/architecture/slow-patterns.test.ts.
        if (callee.name === 'RegExp' && first?.type === 'Literal' && typeof first.value === 'string') look(first, first.value);
      },
    };
  },
};
