/** Content as WordprocessingML. */
import type { ContentBlock, ContentCell, ContentRun } from '../../../../document';
import { escapeAttr, escapeText } from '../../editor/xml-write';
import { BORDERS } from './styles-part';
import { bookmarkName, plainText, slotNameFor } from './slots';

/** Width of the text in twips: 156 mm. */
const WIDTH = 8844;
const NARROWEST = 8;
const WIDEST = 40;

const FILLS = { fill: 'FFFF00', check: 'FFC000' } as const;
/** What may only stand behind the shading of a run. */
const BEHIND_SHADING = /<w:(?:fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath|rPrChange)\b/;

const shading = (mark: keyof typeof FILLS): string => `<w:shd w:val="clear" w:color="auto" w:fill="${FILLS[mark]}"/>`;

/** Properties of a run, as its element: those of `like` (inner XML, without shading) and the shading of the mark. */
function properties(mark: ContentRun['mark'], like: string): string {
  if (mark === null) return like === '' ? '' : `<w:rPr>${like}</w:rPr>`;
  const behind = BEHIND_SHADING.exec(like)?.index ?? like.length;
  return `<w:rPr>${like.slice(0, behind)}${shading(mark)}${like.slice(behind)}</w:rPr>`;
}

function textXml(text: string): string {
  return text
    .split(/(\t|\n)/)
    .filter((part) => part !== '')
    .map((part) => (part === '\t' ? '<w:tab/>' : part === '\n' ? '<w:br/>' : `<w:t xml:space="preserve">${escapeText(part)}</w:t>`))
    .join('');
}

/** `like`: properties that all of them have. */
export function runsXml(runs: readonly ContentRun[], like = ''): string {
  return runs
    .map(({ text, mark }) => ({ text: plainText([{ text, mark }]), mark }))
    .filter(({ text }) => text !== '')
    .map(({ text, mark }) => `<w:r>${properties(mark, like)}${textXml(text)}</w:r>`)
    .join('');
}

/** Names of our styles, as the list of styles has them; a document saved by Word knows them by other ids. */
const STYLE_NAMES = {
  title: 'title',
  addressee: 'salutation',
  paragraph: null,
  signer: 'signature',
  date: 'date',
  note: '附注',
  cell: '表格文字',
  1: 'heading 1',
  2: 'heading 2',
  3: 'heading 3',
} as const;

/** What a block needs of the document it goes into: numbers for bookmarks, ids for styles. */
export class Pen {
  constructor(
    private nextBookmark: number,
    /** By lower-case name; a style that is not there leaves the paragraph to the usual one. */
    private readonly styles: ReadonlyMap<string, string>,
  ) {}

  around(block: ContentBlock, inner: string): string {
    const id = this.nextBookmark;
    this.nextBookmark += 1;
    return `<w:bookmarkStart w:id="${id}" w:name="${bookmarkName(slotNameFor(block))}"/>${inner}<w:bookmarkEnd w:id="${id}"/>`;
  }

  style(kind: keyof typeof STYLE_NAMES): string {
    const name = STYLE_NAMES[kind];
    const id = name === null ? undefined : this.styles.get(name);
    return id === undefined ? '' : `<w:pStyle w:val="${escapeAttr(id)}"/>`;
  }

  /** The table's own style where the document has it. */
  get grid(): string {
    const id = this.styles.get('table grid');
    return id === undefined ? '' : `<w:tblStyle w:val="${escapeAttr(id)}"/>`;
  }
}

function paragraphXml(properties: string, inner: string): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;
}

/** `first`: nothing stands before it, so a title begins no page. */
export function blockXml(block: ContentBlock, pen: Pen, first: boolean): string {
  if (block.is === 'table') return tableXml(block, pen);
  const style = pen.style(block.is === 'heading' ? block.level : block.is);
  const breaks = block.is === 'title' && !first ? '<w:pageBreakBefore/>' : '';
  return paragraphXml(style + breaks, pen.around(block, runsXml(block.runs)));
}

/** Columns as wide as what stands in them asks for, all together as wide as the text. */
function widths(rows: readonly (readonly ContentCell[])[]): readonly number[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const wanted = Array.from({ length: columns }, (_, column) =>
    Math.min(WIDEST, Math.max(NARROWEST, ...rows.map((row) => [...plainText(row[column]?.runs ?? [])].length))),
  );
  const all = wanted.reduce((sum, one) => sum + one, 0);
  const shares = wanted.map((one) => Math.floor((one / all) * WIDTH));
  const rest = WIDTH - shares.reduce((sum, one) => sum + one, 0);
  return shares.map((share, index) => (index === 0 ? share + rest : share));
}

function cellXml(cell: ContentCell | undefined, width: number, header: boolean, pen: Pen, inner: string): string {
  const aligned = header ? '<w:jc w:val="center"/>' : cell?.number === true ? '<w:jc w:val="right"/>' : '';
  return (
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>` +
    `${paragraphXml(pen.style('cell') + aligned, inner)}</w:tc>`
  );
}

/** The first row is repeated on every page, no row is cut; its bookmark stands in the first cell. */
function tableXml(block: Extract<ContentBlock, { is: 'table' }>, pen: Pen): string {
  const columns = widths(block.rows);
  const rows = block.rows.map((row, rowAt) => {
    const cells = columns.map((width, column) => {
      const text = runsXml(row[column]?.runs ?? []);
      const inner = rowAt === 0 && column === 0 ? pen.around(block, text) : text;
      return cellXml(row[column], width, rowAt === 0, pen, inner);
    });
    return `<w:tr><w:trPr><w:cantSplit/>${rowAt === 0 ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
  });
  const grid = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return (
    `<w:tbl><w:tblPr>${pen.grid}<w:tblW w:w="${WIDTH}" w:type="dxa"/><w:jc w:val="center"/>${BORDERS}<w:tblLayout w:type="fixed"/>` +
    `</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
  );
}
