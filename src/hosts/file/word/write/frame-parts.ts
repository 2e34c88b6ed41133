/** The parts around the text that are the same in every document of ours. */
import { escapeText } from '../../editor/xml-write';
import { W, XML_HEAD } from './styles-part';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Odd pages have their number at the right, even ones at the left; a comma's width from the edge. */
export const SETTINGS_PART =
  `${XML_HEAD}<w:settings ${W}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>` +
  '<w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val="579"/>' +
  '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/>' +
  '<w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>';

const run = (inner: string): string => `<w:r>${inner}</w:r>`;
const words = (text: string): string => run(`<w:t xml:space="preserve">${text}</w:t>`);
const field = (kind: string): string => run(`<w:fldChar w:fldCharType="${kind}"/>`);
const PAGE = `${field('begin')}${run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')}${field('separate')}${words('1')}${field('end')}`;

/** 「— 1 —」 */
export function footerPart(side: 'left' | 'right'): string {
  const indent = side === 'right' ? 'w:rightChars="100" w:right="280"' : 'w:leftChars="100" w:left="280"';
  return (
    `${XML_HEAD}<w:ftr ${W}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind ${indent} w:firstLineChars="0" w:firstLine="0"/>` +
    `<w:jc w:val="${side}"/></w:pPr>${words('— ')}${PAGE}${words(' —')}</w:p></w:ftr>`
  );
}

/** A4; top 37, bottom 35, left 28, right 26 mm; the number 7 mm below the text. */
export const SECTION =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>' +
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1400" w:gutter="0"/>' +
  '<w:pgNumType w:start="1"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>';

export const WORD_TYPES = {
  comments: `${WORD_TYPE}.comments+xml`,
  custom: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
} as const;

const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;

export function contentTypesPart(comments: boolean): string {
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('word/document.xml', `${WORD_TYPE}.document.main+xml`) +
    override('word/styles.xml', `${WORD_TYPE}.styles+xml`) +
    override('word/settings.xml', `${WORD_TYPE}.settings+xml`) +
    override('word/fontTable.xml', `${WORD_TYPE}.fontTable+xml`) +
    override('word/footer1.xml', `${WORD_TYPE}.footer+xml`) +
    override('word/footer2.xml', `${WORD_TYPE}.footer+xml`) +
    (comments ? override('word/comments.xml', WORD_TYPES.comments) : '') +
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    override('docProps/custom.xml', WORD_TYPES.custom) +
    '</Types>'
  );
}

const relationship = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
const relationships = (inner: string): string => `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;

export const PACKAGE_RELATIONS = relationships(
  relationship('rId1', `${OFFICE}/officeDocument`, 'word/document.xml') +
    relationship('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml') +
    relationship('rId3', `${OFFICE}/custom-properties`, 'docProps/custom.xml'),
);

export function documentRelations(comments: boolean): string {
  return relationships(
    relationship('rId1', `${OFFICE}/styles`, 'styles.xml') +
      relationship('rId2', `${OFFICE}/settings`, 'settings.xml') +
      relationship('rId3', `${OFFICE}/fontTable`, 'fontTable.xml') +
      relationship('rId4', `${OFFICE}/footer`, 'footer1.xml') +
      relationship('rId5', `${OFFICE}/footer`, 'footer2.xml') +
      (comments ? relationship('rId6', `${OFFICE}/comments`, 'comments.xml') : ''),
  );
}

/** The title alone: no name, no time. */
export function corePart(title: string): string {
  return (
    `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${escapeText(title)}</dc:title></cp:coreProperties>`
  );
}
