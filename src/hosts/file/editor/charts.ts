/** The charts of a sheet of ours: one drawing that says where they stand, and a part for each. */
import type { SheetChart, SheetContent } from '../../../workbook';
import { chartXml } from './chart';
import type { SheetDraft } from './draft';
import { quotedSheet, type SheetDrawing } from './new-sheet';
import type { ContentTypes, Relations } from './package-list';
import { escapeAttr, utf8 } from './xml-write';

const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const SHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

/** The workbook that a sheet's charts are written to. */
export interface ChartTarget {
  readonly draft: SheetDraft;
  readonly types: ContentTypes;
  readonly relations: Relations;
  /** Folder of the workbook part, with its slash. */
  readonly folder: string;
  readonly book: { readonly strict: boolean; readonly relationsNamespace: string };
}

/**
 * Writes the charts of the sheet `part`, called `name`; null where it has none. They are drawn in the usual namespaces, as every program
 * writes them: a workbook in the strict ones gets none.
 */
export function writeCharts(target: ChartTarget, part: string, name: string, content: SheetContent): SheetDrawing | null {
  const { draft, types, relations, folder, book } = target;
  const { charts = [] } = content;
  if (charts.length === 0 || book.strict) return null;
  const drawing = types.free(`${folder}drawings/drawing`, '.xml');
  const anchors = charts.map((chart, index) => {
    const own = types.free(`${folder}charts/chart`, '.xml');
    draft.make(own, utf8(chartXml(chart, content, quotedSheet(name))), true);
    types.declare(own, CHART_TYPE, true);
    return anchorXml(chart, index, relations.add(drawing, 'chart', own, true), book.relationsNamespace);
  });
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}">${anchors.join('')}</xdr:wsDr>`;
  draft.make(drawing, utf8(xml), true);
  types.declare(drawing, DRAWING_TYPE, true);
  return { relation: relations.add(part, 'drawing', drawing, true), relationsNamespace: book.relationsNamespace };
}

/** Moves with its cells and grows with them. The name is what screen readers say of it. */
function anchorXml({ area, title }: SheetChart, index: number, relation: string, relationsNamespace: string): string {
  const corner = (tag: string, row: number, col: number): string =>
    `<xdr:${tag}><xdr:col>${col}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  return (
    `<xdr:twoCellAnchor>${corner('from', area.top, area.left)}${corner('to', area.bottom + 1, area.right + 1)}` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${escapeAttr(title)}" descr="${escapeAttr(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${relationsNamespace}" r:id="${relation}"/></a:graphicData></a:graphic>` +
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  );
}
