import { UnreadableError } from '../../../workbook';
import { limitsOf, type Limits } from '../limits';
import { findWorkbookPart, openPart, relationshipsOf, requirePart, type PartSource, type Relationship } from '../package-parts';
import { EOF, START, type XmlScanner } from '../xml-scanner';
import { unescapeText } from '../xml-text';
import { ZipContainer } from '../zip-container';
import { NO_BORDER } from './borders';
import { PICTURE_BUDGET, readPictures, type PictureBudget } from './pictures';
import { readRichTexts } from './rich-text';
import { readSheetLooks, type LooksContext } from './sheet';
import { readStyleLooks } from './styles';
import { readTheme } from './theme';
import type { CellLook, SheetLooks, WorkbookLooks } from './types';

/**
 * How the workbook in these bytes looks: fonts, fills, borders, widths, heights, alignment, frozen panes, pictures. Its sheets
 * stand as `readXlsx` gives them. Within the same limits as reading.
 * @throws UnreadableError as readXlsx does
 */
export function readLooks(bytes: Uint8Array, limits?: Partial<Limits>): WorkbookLooks {
  const allowed = limitsOf(limits);
  const zip = new ZipContainer(bytes, allowed);
  if (zip.encrypted) throw new UnreadableError('encrypted');
  const part = findWorkbookPart(zip);
  const relations = relationshipsOf(zip, part);
  const theme = readTheme(partOfKind(zip, relations, 'theme'));
  const { styles, font, colours } = readStyleLooks(() => partOfKind(zip, relations, 'styles'), theme);
  const context: LooksContext = {
    styles: styles.length,
    shows: showing(styles),
    rich: readRichTexts(partOfKind(zip, relations, 'sharedStrings'), colours, font),
    colours,
    font,
    budget: { cells: allowed.cells },
  };
  const pictures = { ...PICTURE_BUDGET };
  const sheets = sheetsOf(requirePart(zip, part)).flatMap(({ name, id }) => {
    const relation = relations.find((one) => one.id === id);
    return relation?.kind === 'worksheet' ? [oneSheet(zip, relation.target, name, context, pictures)] : [];
  });
  return { sheets, styles, font, signed: isSigned(zip) };
}

function oneSheet(zip: PartSource, part: string, name: string, context: LooksContext, budget: PictureBudget): SheetLooks {
  const { looks, drawing } = readSheetLooks(requirePart(zip, part), name, context);
  const relation = drawing === null ? undefined : relationshipsOf(zip, part).find((one) => one.id === drawing && !one.external);
  return { ...looks, pictures: relation === undefined ? [] : readPictures(zip, relation.target, budget) };
}

function partOfKind(zip: PartSource, relations: readonly Relationship[], kind: string): XmlScanner | null {
  const relation = relations.find((one) => one.kind === kind && !one.external);
  return (relation === undefined ? undefined : openPart(zip, relation.target)) ?? null;
}

function sheetsOf(xml: XmlScanner): { name: string; id: string }[] {
  const sheets: { name: string; id: string }[] = [];
  for (let token = xml.next(); token !== EOF; token = xml.next()) {
    if (token !== START) continue;
    if (xml.is('sheet')) sheets.push({ name: unescapeText(xml.attr('name') ?? ''), id: xml.attr('id') ?? '' });
    else if (xml.is('extLst')) xml.skip();
  }
  return sheets;
}

function showing(styles: readonly CellLook[]): (style: number) => boolean {
  const shown = styles.map(
    ({ fill, border }) => fill !== null || Object.keys(NO_BORDER).some((side) => border[side as keyof typeof border] !== null),
  );
  return (style) => shown[style] ?? false;
}

function isSigned(zip: PartSource): boolean {
  return (
    relationshipsOf(zip, '').some((relation) => relation.kind === 'origin') || zip.names.some((name) => /^_xmlsignatures\//i.test(name))
  );
}
