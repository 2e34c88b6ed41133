/** Text is never made markup or code, and no window's messages are heard, as an ESLint rule: what a file says stays text. */

const SETS = new Set(['innerHTML', 'outerHTML', 'srcdoc']);
const CALLS = new Set(['insertAdjacentHTML', 'write', 'writeln', 'createContextualFragment', 'parseFromString']);
const PAGES = new Set(['document', 'window', 'self', 'globalThis', 'top', 'parent']);

export const noMarkupRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const report = (node) =>
      context.report({ node, message: 'What comes from a file is shown as text: no markup, no code, no messages of other windows.' });
    const nameOf = (node) => node?.property?.name ?? node?.property?.value;
    const hears = ({ callee, arguments: [first] }) => (callee.name ?? nameOf(callee)) === 'addEventListener' && first?.value === 'message';
    return {
      JSXAttribute: (node) => {
        if (node.name.name === 'dangerouslySetInnerHTML' || node.name.name === 'srcDoc') report(node);
      },
      AssignmentExpression: ({ left }) => {
        if (left.type === 'MemberExpression' && SETS.has(nameOf(left))) report(left);
        if (
          left.type === 'MemberExpression' &&
          nameOf(left) === 'onmessage' &&
          ['window', 'globalThis', 'top', 'parent'].includes(left.object.name)
        )
          report(left);
      },
      CallExpression: (node) => {
        const { callee } = node;
        if (callee.name === 'eval' || hears(node)) report(node);
        if (
          callee.type === 'MemberExpression' &&
          CALLS.has(nameOf(callee)) &&
          (PAGES.has(callee.object.name) || !nameOf(callee).startsWith('write'))
        )
          report(node);
      },
      NewExpression: (node) => {
        if (node.callee.name === 'Function') report(node);
      },
    };
  },
};
