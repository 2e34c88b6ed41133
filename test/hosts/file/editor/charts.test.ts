/** Charts in sheets of ours: the parts of the package, the schema's order, the figures, and other programs' reading. */
import { Workbook } from 'exceljs';
import { newWorkbook, readXlsx } from '../../../../src/hosts/file';
import { Dec, type SheetChart, type SheetContent } from '../../../../src/workbook';
import { packageFaults } from '../../../support/package-faults';
import { descendants, parseXml, type XmlNode } from '../../../support/strict-xml';
import { unzipParts } from '../../../support/unzip';

const NAMES = ['60以下', '<90 & 以上>', '满分'];
const COUNTS = [0, 12, 3.5];

const rect = (top: number, left: number, bottom: number, right: number): SheetChart['area'] => ({ top, left, bottom, right });

function sheet(kinds: readonly SheetChart['kind'][]): SheetContent {
  return {
    widths: [20, 10],
    rows: [
      { cells: [{ col: 0, value: '得分', style: 'heading' }] },
      ...NAMES.map((name, at) => ({
        cells: [
          { col: 0, value: name, style: 'text' as const },
          { col: 1, value: new Dec(COUNTS[at]!), style: 'number' as const },
        ],
      })),
    ],
    merges: [],
    frozenRows: 0,
    print: { landscape: false, repeatRows: null, footer: '' },
    charts: kinds.map((kind, at) => ({
      kind,
      title: `自评得分 & <${at}>`,
      area: rect(at * 10, 3, at * 10 + 8, 6),
      names: rect(1, 0, 3, 0),
      values: rect(1, 1, 3, 1),
    })),
  };
}

const book = (kinds: readonly SheetChart['kind'][] = ['columns', 'bars']): Uint8Array =>
  newWorkbook([{ name: "图'表", replaces: false, content: sheet(kinds) }]);

/** Children in the order that dml-chart.xsd and dml-spreadsheetDrawing.xsd demand, for every element that we write. */
const ORDER: Readonly<Record<string, string>> = {
  chartSpace:
    'date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst',
  'chartSpace/chart': 'title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst',
  title: 'tx layout overlay spPr txPr extLst',
  plotArea: 'layout barChart catAx valAx dTable spPr extLst',
  barChart: 'barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst',
  ser: 'idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape extLst',
  dLbls:
    'dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines',
  strCache: 'ptCount pt',
  numCache: 'formatCode ptCount pt',
  strRef: 'f strCache',
  numRef: 'f numCache',
  scaling: 'logBase orientation max min',
  catAx:
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses auto lblAlgn lblOffset noMultiLvlLbl',
  valAx:
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossBetween majorUnit',
  txPr: 'bodyPr lstStyle p',
  rich: 'bodyPr lstStyle p',
  p: 'pPr r endParaRPr',
  r: 'rPr t',
  defRPr: 'ln solidFill latin ea cs sym',
  rPr: 'ln solidFill latin ea cs sym',
  spPr: 'xfrm prstGeom noFill solidFill ln',
  twoCellAnchor: 'from to sp grpSp graphicFrame clientData',
  from: 'col colOff row rowOff',
  to: 'col colOff row rowOff',
  graphicFrame: 'nvGraphicFramePr xfrm graphic',
  nvGraphicFramePr: 'cNvPr cNvGraphicFramePr',
};

function disorder(node: XmlNode, parent = ''): string[] {
  const own = node.local;
  const order = (ORDER[`${parent}/${own}`] ?? ORDER[own])?.split(' ');
  const names = node.children.map((one) => one.local);
  const places = order === undefined ? [] : names.map((name) => order.indexOf(name));
  const wrong = places.some((place, at) => place < 0 || (at > 0 && place < places[at - 1]!));
  return [...(wrong ? [`${own}: ${names.join(' ')}`] : []), ...node.children.flatMap((one) => disorder(one, own))];
}

const texts = (node: XmlNode, name: string): string[] =>
  descendants(node, name).map(({ text, children }) => text + children.map((one) => one.text).join(''));

const partsNamed = (bytes: Uint8Array, pattern: RegExp): XmlNode[] =>
  [...unzipParts(bytes)].filter(([name]) => pattern.test(name)).map(([, part]) => parseXml(part));

describe('charts', () => {
  it('are parts of their own, listed, typed and named by the sheet behind its footer', () => {
    const bytes = book();
    expect(packageFaults(bytes)).toEqual([]);
    expect([...unzipParts(bytes).keys()].filter((name) => /chart|drawing/.test(name)).sort()).toEqual([
      'xl/charts/chart1.xml',
      'xl/charts/chart2.xml',
      'xl/drawings/_rels/drawing1.xml.rels',
      'xl/drawings/drawing1.xml',
    ]);
    const [worksheet] = partsNamed(bytes, /worksheets\/sheet1\.xml$/);
    expect(worksheet!.children.map((one) => one.local).slice(-2)).toEqual(['headerFooter', 'drawing']);
    const types = new TextDecoder().decode(unzipParts(bytes).get('[Content_Types].xml'));
    expect(types).toContain(
      'PartName="/xl/charts/chart2.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"',
    );
    expect(types).toContain('PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"');
  });

  it('stand in the order of the schema', () => {
    const parts = partsNamed(book(), /charts\/chart|drawings\/drawing\d\.xml$/);
    expect(parts).toHaveLength(3);
    expect(parts.flatMap((part) => disorder(part))).toEqual([]);
  });

  it('name their cells and keep their figures; lying bars are read from the top', () => {
    const [columns, bars] = partsNamed(book(), /charts\/chart/);
    expect(texts(columns!, 'f')).toEqual(["'图''表'!$A$2:$A$4", "'图''表'!$B$2:$B$4"]);
    expect(texts(columns!, 'pt')).toEqual([...NAMES, ...COUNTS.map(String)]);
    expect(texts(columns!, 't')).toEqual(['自评得分 & <0>']);
    const facts = (chart: XmlNode) => ['barDir', 'orientation', 'axPos'].map((name) => descendants(chart, name)[0]!.attrs.get('val'));
    expect([facts(columns!), facts(bars!)]).toEqual([
      ['col', 'minMax', 'b'],
      ['bar', 'maxMin', 'l'],
    ]);
  });

  it('the same sheets give the same bytes; a sheet without charts has none of it', () => {
    expect(Buffer.from(book()).equals(Buffer.from(book()))).toBe(true);
    expect([...unzipParts(book([])).keys()].filter((name) => /chart|drawing/.test(name))).toEqual([]);
  });

  it('other readers read the workbook, and so do we', async () => {
    const other = new Workbook();
    await other.xlsx.load(book() as never);
    expect(other.worksheets[0]!.getCell('B3').value).toBe(12);
    expect(readXlsx(book()).sheets[0]!.valueAt(2, 1)).toBe(12);
  });
});
