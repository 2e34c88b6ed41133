/**
 * The form of official documents by habit (after GB/T 9704—2012): 22 lines of 28 characters on A4. Half points and twips, as Word has them.
 * - Lines: a grid of lines alone, 579 twips; a grid of characters makes LibreOffice give every character two cells.
 * - Characters: 三号 closer by a quarter of a point, else 27 of them fill a line.
 * - First lines: two characters in, in both ways of saying so: LibreOffice reads the one, Word prefers the other.
 */
export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const LINE = 579;

const fonts = (chinese: string): string =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${chinese}" w:cs="Times New Roman"/>`;
const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const TIGHT = '<w:spacing w:val="-5"/>';
const NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>';

/** Four characters in. */
const AT_THE_RIGHT = '<w:ind w:rightChars="400" w:right="1280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>';

interface Style {
  readonly id: string;
  readonly name: string;
  readonly next?: string;
  readonly paragraph: string;
  readonly run: string;
}

const STYLES: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    next: 'Normal',
    paragraph: `<w:keepNext/><w:spacing w:before="0" w:after="${LINE}" w:line="700" w:lineRule="exact"/>${NO_INDENT}<w:jc w:val="center"/>`,
    run: `${fonts('方正小标宋简体')}<w:spacing w:val="0"/>${size(44)}`,
  },
  { id: 'Salutation', name: 'Salutation', next: 'Normal', paragraph: `<w:keepNext/>${NO_INDENT}`, run: '' },
  { id: 'Heading1', name: 'heading 1', next: 'Normal', paragraph: '<w:keepNext/><w:outlineLvl w:val="0"/>', run: fonts('黑体') },
  { id: 'Heading2', name: 'heading 2', next: 'Normal', paragraph: '<w:keepNext/><w:outlineLvl w:val="1"/>', run: fonts('楷体_GB2312') },
  {
    id: 'Heading3',
    name: 'heading 3',
    next: 'Normal',
    paragraph: '<w:keepNext/><w:outlineLvl w:val="2"/>',
    run: `${fonts('仿宋_GB2312')}<w:b/>`,
  },
  {
    id: 'Signature',
    name: 'Signature',
    next: 'Date',
    paragraph: `<w:keepNext/><w:spacing w:before="${2 * LINE}"/>${AT_THE_RIGHT}`,
    run: '',
  },
  { id: 'Date', name: 'Date', paragraph: AT_THE_RIGHT, run: '' },
  {
    id: 'SmallNote',
    name: '附注',
    paragraph: '<w:snapToGrid w:val="0"/><w:spacing w:before="240" w:line="360" w:lineRule="exact"/>' + NO_INDENT,
    run: `<w:spacing w:val="0"/>${size(21)}`,
  },
  {
    id: 'TableText',
    name: '表格文字',
    paragraph: `<w:snapToGrid w:val="0"/><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>${NO_INDENT}<w:jc w:val="left"/>`,
    run: `<w:spacing w:val="0"/>${size(24)}`,
  },
  {
    id: 'Footer',
    name: 'footer',
    paragraph: `<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>${NO_INDENT}<w:jc w:val="left"/>`,
    run: `<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:spacing w:val="0"/>${size(28)}`,
  },
];

const styleXml = ({ id, name, next, paragraph, run }: Style): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
  `${next === undefined ? '' : `<w:next w:val="${next}"/>`}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;

/** Of a table: written out in the table too, for a document of others may lack the style. */
export const BORDERS = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('')}</w:tblBorders>`;

const TABLES =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>' +
  '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>' +
  '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>' +
  `<w:tblPr>${BORDERS}</w:tblPr></w:style>`;

export const STYLES_PART =
  `${XML_HEAD}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>${fonts('仿宋_GB2312')}${size(32)}` +
  '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
  `<w:pPr><w:widowControl w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${LINE}" w:lineRule="exact"/>` +
  `<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/></w:pPr><w:rPr>${TIGHT}${size(32)}</w:rPr></w:style>` +
  `${TABLES}${STYLES.map(styleXml).join('')}</w:styles>`;

/** Ids of these styles by their names in small letters. */
export const OWN_STYLES: ReadonlyMap<string, string> = new Map([
  ...STYLES.map(({ id, name }) => [name.toLowerCase(), id] as const),
  ['table grid', 'TableGrid'],
]);

/** Fonts go by name; where one is missing, its like. None is embedded. */
const LIKE: readonly (readonly [string, string])[] = [
  ['方正小标宋简体', '华文中宋'],
  ['仿宋_GB2312', '仿宋'],
  ['楷体_GB2312', '楷体'],
  ['黑体', 'SimHei'],
  ['宋体', 'SimSun'],
];

export const FONTS_PART = `${XML_HEAD}<w:fonts ${W}>${LIKE.map(
  ([name, like]) => `<w:font w:name="${name}"><w:altName w:val="${like}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`,
).join('')}<w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/></w:font></w:fonts>`;
