/**
 * The room's door: what other rooms use of it.
 * What a text document is to us.
 */
export { type ContentBlock, type ContentCell, type ContentRun, type DocumentContent } from './content';
export { type DocumentBlock, type DocumentSnapshot, type DocumentTable, type Paragraph, type TableCell } from './types';
export { type BesideComment, type BesideContent, type BesideProperty, type BesideText } from './beside';
