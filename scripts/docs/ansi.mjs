/** Terminal output taken apart: lines of runs, each with its style. */

const STYLES = { 0: null, 1: 'bold', 2: 'faint', 31: 'red', 32: 'green', 33: 'yellow' };

const ESCAPE = /\u001b\[(\d+)m/;

export function linesOf(text) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const runs = [];
      let style = null;
      line.split(ESCAPE).forEach((part, index) => {
        if (index % 2 === 1) style = STYLES[part];
        else if (part !== '') runs.push({ text: part, style });
      });
      return runs;
    });
}
