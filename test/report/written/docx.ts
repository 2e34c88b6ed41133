/** A report in plain text as a Word document: a line a paragraph, lines that begin with 「|」 as rows of a table. */
import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** How a text is cut into runs; Word cuts anywhere, inside numbers too. */
export type Cut = (text: string) => readonly string[];

export const WHOLE: Cut = (text) => [text];
export const EVERY_TWO: Cut = (text) => text.match(/.{1,2}/gs) ?? [''];

const paragraph = (text: string, cut: Cut): string =>
  `<w:p>${cut(text)
    .map((part) => `<w:r><w:t xml:space="preserve">${escaped(part)}</w:t></w:r>`)
    .join('')}</w:p>`;

function table(rows: readonly string[], cut: Cut): string {
  const cells = (row: string): readonly string[] => row.replace(/^\|/, '').split('|');
  const shown = rows.map(
    (row) =>
      `<w:tr>${cells(row)
        .map((cell) => `<w:tc>${paragraph(cell.trim(), cut)}</w:tc>`)
        .join('')}</w:tr>`,
  );
  return `<w:tbl>${shown.join('')}</w:tbl>`;
}

export function docxOf(text: string, cut: Cut = WHOLE): Uint8Array {
  const parts: string[] = [];
  let rows: string[] = [];
  for (const line of [...text.split('\n'), '']) {
    if (line.startsWith('|')) {
      rows.push(line);
      continue;
    }
    if (rows.length > 0) parts.push(table(rows, cut));
    rows = [];
    if (line !== '') parts.push(paragraph(line, cut));
  }
  // The same text gives the same bytes.
  return zipSync(
    {
      '[Content_Types].xml': strToU8('<Types/>'),
      '_rels/.rels': strToU8(
        `<Relationships><Relationship Id="a" Type="${RELS}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
      'word/document.xml': strToU8(`<w:document ${W}><w:body>${parts.join('')}</w:body></w:document>`),
    },
    { mtime: '2024-01-01T00:00:00' },
  );
}
