/** The table of rooms as an ESLint rule: every import, of types too, static or not, is looked up where it leads. */
import path from 'node:path';
import { importFault } from './rooms.mjs';

export const roomsRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const look = (node) => {
      if (typeof node?.value !== 'string' || !node.value.startsWith('.')) return;
      const fault = importFault(file, path.posix.join(path.posix.dirname(file), node.value));
      if (fault !== null) context.report({ node, message: fault.say });
    };
    return {
      ImportDeclaration: ({ source }) => look(source),
      ExportNamedDeclaration: ({ source }) => look(source),
      ExportAllDeclaration: ({ source }) => look(source),
      ImportExpression: ({ source }) => look(source),
      TSImportType: ({ source, argument }) => look(source ?? argument?.literal),
    };
  },
};
