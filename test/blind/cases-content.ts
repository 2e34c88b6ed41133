/** Kinds 08–12, 20, 21, 23: pictures, struck-out text, old values under merges, hidden copies, ticked boxes, dates. */
import { one } from './cases-formulas';
import { CHONGQING, EXAM, HUBEI, SICHUAN, WHOLE, YUNNAN } from './forms';
import { sheet, type Cell, type Over } from './grid';
import type { Blind } from './model';
import { exceljs, old, raw } from './write';

const wps = (id: string): Cell => ({
  xml: `<c r="@" t="str"><f>_xlfn.DISPIMG(&quot;ID_${id}&quot;,1)</f><v>=DISPIMG(&quot;ID_${id}&quot;,1)</v></c>`,
});
const wpsPlain = (id: string): Cell => ({ xml: `<c r="@" t="str"><f>DISPIMG("ID_${id}",1)</f><v>#NAME?</v></c>` });
const wpsText = (id: string): Cell => ({ v: `=DISPIMG("ID_${id}",1)` });
const excel = (vm: number): Cell => ({ xml: `<c r="@" t="e" vm="${vm}"><v>#VALUE!</v></c>` });
const struck = (gone: string, left: string): Cell => ({
  xml: `<c r="@" t="inlineStr"><is><r><rPr><strike/><sz val="11"/></rPr><t xml:space="preserve">${gone}</t></r>${left === '' ? '' : `<r><rPr><sz val="11"/></rPr><t xml:space="preserve">${left}</t></r>`}</is></c>`,
});

/** A floating picture over these 0-based cells, as drawing parts of sheet 1. */
function floating(anchors: readonly (readonly [number, number])[]): { tail: string; parts: Record<string, string | Uint8Array> } {
  const dml = 'http://schemas.openxmlformats.org/drawingml/2006';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const pics = anchors
    .map(
      ([row, col], n) =>
        `<xdr:twoCellAnchor><xdr:from><xdr:col>${col}</xdr:col><xdr:colOff>20000</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>20000</xdr:rowOff></xdr:from><xdr:to><xdr:col>${col}</xdr:col><xdr:colOff>500000</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>150000</xdr:rowOff></xdr:to><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${n + 2}" name="图片 ${n + 1}"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr/></xdr:pic><xdr:clientData/></xdr:twoCellAnchor>`,
    )
    .join('');
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const rels = (id: string, kind: string, target: string): string =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="${rel}/${kind}" Target="${target}"/></Relationships>`;
  return {
    tail: `<drawing xmlns:r="${rel}" r:id="rId1"/>`,
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': rels('rId1', 'drawing', '../drawings/drawing1.xml'),
      'xl/drawings/_rels/drawing1.xml.rels': rels('rId1', 'image', '../media/image1.png'),
      'xl/drawings/drawing1.xml': `${head}<xdr:wsDr xmlns:xdr="${dml}/spreadsheetDrawing" xmlns:a="${dml}/main" xmlns:r="${rel}">${pics}</xdr:wsDr>`,
      'xl/media/image1.png': Uint8Array.from(
        Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
      ),
    },
  };
}

const PICTURE = { must: [/图片/], mustNot: [/DISPIMG/, /#VALUE/, /#NAME/] };
/** A row of the form below the full score, with its reason as picture. */
const SHORT = { G15: '108', I15: '9', I21: '98.6' };

const merged = (name: string, form: string, over: Over, merges: readonly string[]): (() => Uint8Array) => {
  const made = sheet(name, form, over);
  return () => raw([{ ...made, merges: [...made.merges, ...merges] }]);
};

export const CONTENT: readonly Blind[] = [
  {
    id: '08a',
    what: 'reason a WPS cell picture',
    bytes: one('自评表', YUNNAN, { ...SHORT, J15: wps('A1') }),
    expected: { quiet: 'M', neverSays: [/DISPIMG/], narrative: { ...PICTURE, must: [/图片/, /J15/] } },
  },
  {
    id: '08b',
    what: 'DISPIMG without prefix, result #NAME?, in the 说明 column',
    bytes: one('自评表', CHONGQING, { K9: wpsPlain('B2') }),
    expected: { quiet: 'M', neverSays: [/DISPIMG/], narrative: { ...PICTURE, must: [/图片/, /K9/] } },
  },
  {
    id: '08c',
    what: 'DISPIMG left as text by another program, in 扣分说明',
    bytes: () => exceljs([sheet('考核表', EXAM, { H7: wpsText('C3') })]),
    expected: { quiet: 'M', neverSays: [/DISPIMG/], narrative: { mustNot: [/DISPIMG/] } },
  },
  {
    id: '09a',
    what: 'reason a picture placed in the cell by Excel',
    bytes: one('自评表', YUNNAN, { ...SHORT, J15: excel(1) }),
    expected: { quiet: 'M', neverSays: [/J15[^}]{0,60}为空/], narrative: { ...PICTURE, must: [/图片/, /J15/] } },
  },
  {
    id: '09b',
    what: 'the same in the 自评说明 of a 整体 form',
    bytes: one('评分表', WHOLE, { H13: excel(3) }),
    expected: { quiet: 'M', narrative: { mustNot: [/#VALUE/] } },
  },
  {
    id: '09c',
    what: 'the same in 说明 beside a lower score',
    bytes: one('自评表', CHONGQING, { K9: excel(2) }),
    expected: { quiet: 'M', narrative: { ...PICTURE, must: [/图片/, /K9/] } },
  },
  {
    id: '10a',
    what: 'score 10 struck out, 9 beside it',
    bytes: one('自评表', YUNNAN, { ...SHORT, I15: struck('10', '9'), J15: '培训第三期因台风推迟。' }),
    expected: { must: ['A score-not-numeric I15'], neverSays: [/109/], totals: { sum: 98.6 } },
  },
  {
    id: '10b',
    what: 'a reason wholly struck out is none',
    bytes: one('自评表', YUNNAN, { ...SHORT, J15: struck('台风推迟', '') }),
    expected: { must: ['M deduction-unexplained I15|J15'], neverSays: [/台风推迟/] },
  },
  {
    id: '10c',
    what: '完成值 88% struck out, 93% beside it, target ≥90%',
    bytes: one('Sheet1', HUBEI, { F12: struck('88%', '93%') }),
    expected: { neverSays: [/88%93%/], recalc: { args: ['--scores', 'all'], writes: {} } },
  },
  {
    id: '11a',
    what: 'two rows share one merged score, an old 10 beneath is added by the SUM',
    bytes: merged(
      '自评表',
      YUNNAN,
      { H14: '25', I14: '25', H15: '10', I15: '10', H21: '=H7+SUM(H14:H20)~110', I21: '=I7+SUM(I14:I20)~109.6' },
      ['H14:H15', 'I14:I15'],
    ),
    expected: {
      must: ['M total-score|sum-range|hidden-content|stale-value I21|I15', 'M weights-sum|sum-range|hidden-content|stale-value H21|H15'],
      says: [/I15/, /H15/],
    },
  },
  {
    id: '11b',
    what: 'old 考核得分 under a merge, the total a SUM over it',
    bytes: merged('考核表', EXAM, { G6: '26', G7: '14', G11: '=SUM(G4:G10)~109', H6: '漏报1个项目扣3分，缺1项扣1分' }, ['G6:G7']),
    expected: { must: ['M total-score|sum-range|hidden-content|stale-value|* G11|G7'], may: ['M * G6', 'A * *'], quiet: 'M', says: [/G7/] },
  },
  {
    id: '11c',
    what: 'old values under merged 分值 only, typed total right',
    bytes: merged('自评表', SICHUAN, { I7: '30', J7: '29', I8: '10', J8: '9', H8: '720', J13: '97' }, ['I7:I8', 'J7:J8']),
    expected: { quiet: 'M', totals: { sum: 97 } },
  },
  {
    id: '12a',
    what: 'a very hidden copy of last year’s draft',
    bytes: () => raw([sheet('自评表', YUNNAN), sheet('自评表 (2)', YUNNAN, { I14: '20', H14: '25', I21: '80' }, { state: 'veryHidden' })]),
    expected: { may: ['A hidden-content *'], quiet: 'M', says: [/隐藏/] },
  },
  {
    id: '12b',
    what: 'the hidden copy stands first',
    bytes: () => raw([sheet('旧稿', WHOLE, { G18: '100', G8: '12' }, { state: 'hidden' }), sheet('评分表', WHOLE)]),
    expected: { may: ['A hidden-content *'], quiet: 'M', says: [/隐藏/] },
  },
  {
    id: '12c',
    what: 'a hidden copy of a 考核 form, written by exceljs',
    bytes: () => exceljs([sheet('考核表', EXAM), sheet('考核表(作废)', EXAM, { F4: '18', F11: '60' }, { state: 'hidden' })]),
    expected: { may: ['A hidden-content *'], quiet: 'M', says: [/隐藏/] },
  },
  {
    id: '20a',
    what: 'TRUE for a score',
    bytes: one('自评表', YUNNAN, { I16: 'true!', I21: '84.6' }),
    expected: { must: ['A score-not-numeric I16'], may: ['A stale-value I21', 'M grade J21'], quiet: 'A' },
  },
  {
    id: '20b',
    what: 'FALSE for a score in a 整体 form',
    bytes: one('评分表', WHOLE, { G9: { v: false }, G18: '=SUM(G5:G17)~86' }),
    expected: { must: ['A score-not-numeric G9'], may: ['A stale-value G18'] },
  },
  {
    id: '20c',
    what: 'TRUE in the column 考核得分',
    ending: 'xls',
    bytes: () => old([sheet('考核表', EXAM, { G8: 'true!', G11: '=SUM(G4:G10)~75' })]),
    expected: { must: ['A score-not-numeric G8'], may: ['A * G11'] },
  },
  {
    id: '21a',
    what: 'a count that became a date in 完成值',
    bytes: one('自评表', YUNNAN, { G14: '45731@@m"月"d"日"' }),
    expected: { must: ['A value-type|score-without-values|value-missing G14'], quiet: 'M' },
  },
  {
    id: '21b',
    what: 'a target that became a date (3-5)',
    bytes: () => exceljs([sheet('自评表', HUBEI, { E8: '45721@@m"月"d"日"', F8: '4次' })]),
    expected: { must: ['A value-type E8'] },
  },
  {
    id: '21c',
    what: 'a real deadline as dates on both sides is right',
    bytes: one('自评表', SICHUAN, { D10: '物资到位时间', E10: '≤', F10: '45427@@yyyy/m/d', G10: '', H10: '45411@@yyyy/m/d' }),
    expected: {},
  },
  {
    id: '23a',
    what: 'floating pictures over the 佐证 cells',
    bytes: () => {
      const drawn = floating([
        [4, 8],
        [7, 8],
        [13, 8],
        [15, 8],
      ]);
      return raw([sheet('评分表', WHOLE, { I5: '', I8: '', I14: '', I16: '' }, { tail: drawn.tail })], { parts: drawn.parts });
    },
    expected: { neverSays: [/evidence-missing/] },
  },
  {
    id: '23b',
    what: 'WPS cell pictures as 佐证',
    bytes: one('评分表', WHOLE, { I6: wps('1'), I9: wpsPlain('2'), I12: wps('3'), I17: wpsText('4') }),
    expected: { neverSays: [/"code":"evidence-missing"/, /DISPIMG/] },
  },
  {
    id: '23c',
    what: 'pictures placed in cells by Excel as 佐证, and one cell truly empty',
    bytes: one('评分表', WHOLE, { I6: excel(1), I9: excel(2), I12: excel(3), I15: '' }),
    expected: { must: ['A evidence-missing I15'], neverSays: [/"address":"I(6|9|12)"/] },
  },
];
