/** A terminal window as SVG, from real output. Columns are fixed, so that it looks the same in whatever font there is. */
import { linesOf } from './ansi.mjs';

const COLUMN = 8;
const LINE = 24;
const MARGIN = 22;
const BAR = 38;
const SIZE = 15;
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
const COLOURS = { red: '#f0716b', yellow: '#e5b95c', green: '#7cc58b', faint: '#8a94a6', bold: '#ffffff' };

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const columnsOf = (text) => [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);

/** Chinese and Latin letters are spaced apart, each run at its own column. */
function spans(runs) {
  let column = 0;
  let out = '';
  for (const { text, style } of runs) {
    for (const [piece] of text.matchAll(/[\u1100-\uffe6]+|[^\u1100-\uffe6]+/gu)) {
      const width = columnsOf(piece);
      if (piece.trim() !== '') {
        const lead = piece.length - piece.trimStart().length;
        const shown = piece.trim();
        const colour = style === null ? '' : ` fill="${COLOURS[style]}"`;
        const weight = style === 'bold' ? ' font-weight="600"' : '';
        out += `<tspan x="${MARGIN + (column + lead) * COLUMN}" textLength="${columnsOf(shown) * COLUMN}"${colour}${weight}>${escaped(shown)}</tspan>`;
      }
      column += width;
    }
  }
  return out;
}

/** The window with the command in its first line; `columns` wide. */
export function picture(command, output, columns) {
  const lines = [
    [
      { text: '$ ', style: 'faint' },
      { text: command, style: null },
    ],
    [],
    ...linesOf(output),
  ];
  const width = columns * COLUMN + 2 * MARGIN;
  const height = BAR + (lines.length + 1) * LINE;
  const dots = ['#ec6a5e', '#f4bf4f', '#61c554']
    .map((fill, index) => `<circle cx="${MARGIN + index * 20}" cy="${BAR / 2}" r="6" fill="${fill}"/>`)
    .join('');
  const texts = lines
    .map((runs, index) => (runs.length === 0 ? '' : `<text y="${BAR + (index + 1) * LINE}">${spans(runs)}</text>`))
    .filter(Boolean);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(command)}">
<rect width="${width}" height="${height}" rx="10" fill="#1f2530"/>
<path d="M0 10a10 10 0 0 1 10-10h${width - 20}a10 10 0 0 1 10 10v${BAR - 10}H0z" fill="#2b3341"/>
${dots}
<g font-family="'Sarasa Mono SC','Noto Sans Mono CJK SC',Menlo,Consolas,'PingFang SC','Microsoft YaHei',monospace" font-size="${SIZE}" fill="#d7dde8">
${texts.join('\n')}
</g>
</svg>
`;
}
