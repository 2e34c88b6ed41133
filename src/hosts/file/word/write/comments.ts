/** Comments of ours, known by their author. They carry no time. */
import { XML_HEAD } from './styles-part';
import { escapeText } from '../../editor/xml-write';

export const COMMENTS_PART = 'word/comments.xml';
export const COMMENT_AUTHOR = '绩核';

/** Comments name their namespace themselves, so that they fit into a list of anybody's. */
const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
/** Written out, for in a document of others nobody knows what its styles are. */
const PARAGRAPH =
  '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>';
const RUN = '<w:rPr><w:spacing w:val="0"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>';

export interface Comment {
  readonly id: number;
  /** Lines become paragraphs. */
  readonly text: string;
}

export function commentXml({ id, text }: Comment): string {
  const lines = text.split(/\r\n|\r|\n/);
  const paragraphs = lines.map((line) => `<w:p>${PARAGRAPH}<w:r>${RUN}<w:t xml:space="preserve">${escapeText(line)}</w:t></w:r></w:p>`);
  return `<w:comment ${NAMESPACE} w:id="${id}" w:author="${COMMENT_AUTHOR}" w:initials="绩">${paragraphs.join('')}</w:comment>`;
}

export const commentsPart = (comments: readonly Comment[]): string =>
  `${XML_HEAD}<w:comments ${NAMESPACE}>${comments.map(commentXml).join('')}</w:comments>`;

export const rangeStart = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`;
export const rangeEnd = (id: number): string => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
