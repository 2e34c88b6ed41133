/**
 * A chart of two columns as DrawingML. Elements stand in the order the schema demands (ECMA-376 part 1, 21.2); programs refuse any other.
 * The figures are kept beside the references, so that a preview that does not calculate shows them too.
 */
import { columnName, Dec, FONT_NAME, type Rect, type SheetChart, type SheetContent } from '../../../workbook';
import { escapeText } from './xml-write';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';

const BAR_COLOUR = '7F93AD';
const INK = '404040';
const LINE_COLOUR = 'BFBFBF';
/** Hundredths of a point. */
const TITLE_SIZE = 1100;
const TEXT_SIZE = 900;
/** Percent of a bar's width between two bars. */
const GAP = 60;
/** The two axes of a chart; other charts are other parts. */
const NAMES_AXIS = 1;
const VALUES_AXIS = 2;

/** The whole part. `sheet` is the name of the sheet that holds the figures, quoted as in formulas. */
export function chartXml(chart: SheetChart, content: SheetContent, sheet: string): string {
  const lying = chart.kind === 'bars';
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}">` +
    '<c:date1904 val="0"/><c:roundedCorners val="0"/>' +
    `<c:chart>${titleXml(chart.title)}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/><c:barChart><c:barDir val="${lying ? 'bar' : 'col'}"/><c:grouping val="clustered"/><c:varyColors val="0"/>` +
    `${seriesXml(chart, content, sheet)}<c:gapWidth val="${GAP}"/><c:axId val="${NAMES_AXIS}"/><c:axId val="${VALUES_AXIS}"/></c:barChart>` +
    `${namesAxis(lying)}${valuesAxis(lying)}</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr>${fill('FFFFFF')}<a:ln>${fill(LINE_COLOUR)}</a:ln></c:spPr>` +
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${TEXT_SIZE}">${fontXml()}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>` +
    '</c:chartSpace>'
  );
}

const fill = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
const fontXml = (): string => `${fill(INK)}<a:latin typeface="${FONT_NAME}"/><a:ea typeface="${FONT_NAME}"/>`;

function titleXml(title: string): string {
  const look = `sz="${TITLE_SIZE}" b="1"`;
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${look}>${fontXml()}</a:defRPr></a:pPr>` +
    `<a:r><a:rPr lang="zh-CN" ${look}>${fontXml()}</a:rPr><a:t>${escapeText(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  );
}

function seriesXml({ title, names, values }: SheetChart, content: SheetContent, sheet: string): string {
  return (
    `<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>${escapeText(title)}</c:v></c:tx><c:spPr>${fill(BAR_COLOUR)}</c:spPr>` +
    '<c:invertIfNegative val="0"/>' +
    '<c:dLbls><c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>' +
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>' +
    `<c:cat><c:strRef><c:f>${reference(names, sheet)}</c:f><c:strCache>${points(names, content)}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${reference(values, sheet)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(values, content)}</c:numCache></c:numRef></c:val>` +
    '</c:ser>'
  );
}

function reference({ top, left, bottom, right }: Rect, sheet: string): string {
  return escapeText(`${sheet}!$${columnName(left)}$${top + 1}:$${columnName(right)}$${bottom + 1}`);
}

function points({ top, bottom, left }: Rect, { rows }: SheetContent): string {
  const texts = rows.slice(top, bottom + 1).map(({ cells }) => {
    const value = cells.find(({ col }) => col === left)?.value ?? '';
    return value instanceof Dec ? value.toFixed() : String(value);
  });
  return `<c:ptCount val="${texts.length}"/>${texts.map((text, index) => `<c:pt idx="${index}"><c:v>${escapeText(text)}</c:v></c:pt>`).join('')}`;
}

/** Lying bars are read from the top, as the cells are. */
function namesAxis(lying: boolean): string {
  return (
    `<c:catAx><c:axId val="${NAMES_AXIS}"/><c:scaling><c:orientation val="${lying ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${lying ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="nextTo"/><c:spPr><a:ln>${fill(LINE_COLOUR)}</a:ln></c:spPr><c:crossAx val="${VALUES_AXIS}"/><c:crosses val="autoZero"/>` +
    '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
  );
}

/** Not drawn: every bar says its figure. */
function valuesAxis(lying: boolean): string {
  return (
    `<c:valAx><c:axId val="${VALUES_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/>` +
    `<c:axPos val="${lying ? 't' : 'l'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="nextTo"/><c:crossAx val="${NAMES_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`
  );
}
