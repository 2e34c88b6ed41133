/** Lists of words are data, as an ESLint rule: no pattern and no array in the code names more than a handful of Chinese words. */

const MOST = 5;
const HAN = /\p{Script=Han}/u;
const OPENING = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/;

/** How many branches with Chinese in them each alternation of a pattern has; single characters in [ ] are no words. */
export function branchCounts(pattern) {
  const counts = [];
  const open = [{ count: 0, han: false }];
  const close = (one) => counts.push(one.count + (one.han ? 1 : 0));
  for (let at = 0; at < pattern.length; at++) {
    const top = open[open.length - 1];
    const char = pattern[at];
    if (char === '\\') at += 1;
    else if (char === '[') at = classEnd(pattern, at);
    else if (char === '(') {
      open.push({ count: 0, han: false });
      at += OPENING.exec(pattern.slice(at))[0].length - 1;
    } else if (char === ')' && open.length > 1) {
      const group = open.pop();
      close(group);
      const outer = open[open.length - 1];
      outer.han ||= group.han || group.count > 0;
    } else if (char === '|') {
      top.count += top.han ? 1 : 0;
      top.han = false;
    } else if (HAN.test(char)) top.han = true;
  }
  open.forEach(close);
  return counts;
}

function classEnd(pattern, from) {
  let at = from + 1;
  while (at < pattern.length && pattern[at] !== ']') at += pattern[at] === '\\' ? 2 : 1;
  return at;
}

const isWord = (element) => element?.type === 'Literal' && typeof element.value === 'string' && HAN.test(element.value);

export const wordListsRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const message = `More than ${MOST} Chinese words: make them a list in a data/*.json of the room, and wordsPattern a pattern of it.`;
    const look = (node, pattern) => {
      // Texts for people have lines; a piece of a pattern has one.
      if (!pattern.includes('\n') && branchCounts(pattern).some((count) => count > MOST)) context.report({ node, message });
    };
    return {
      Literal: (node) => {
        if (node.regex !== undefined) look(node, node.regex.pattern);
        else if (typeof node.value === 'string') look(node, node.value);
      },
      TemplateLiteral: (node) => look(node, node.quasis.map(({ value }) => value.cooked).join('')),
      ArrayExpression: (node) => {
        if (node.elements.filter(isWord).length > MOST) context.report({ node, message });
      },
    };
  },
};
