/** What to put into `Range.values` so that Excel keeps exactly what is meant: it treats what it gets like something typed. */
import type { Content } from '../../workbook';
import { enteredText } from '../live';
import type { CellContent } from './office-types';

export function entered(content: Content, format: string): CellContent {
  if (content.kind === 'blank') return '';
  if (content.kind === 'formula') return content.formula.startsWith('=') ? content.formula : `=${content.formula}`;
  const { value } = content;
  if (typeof value === 'string') return enteredText(value, format);
  return typeof value === 'boolean' ? value : value.toNumber();
}
