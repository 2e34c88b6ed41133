import type { Content, Dec } from '../../../workbook';
import { xmlCellText, escapeText, inlineString } from './xml-write';

/** Functions younger than the file format: in files their names carry a prefix, which readers and people never see. */
const YOUNG = new Set(
  (
    'ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW ' +
    'CEILING.MATH CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH ' +
    'COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTERXML ' +
    'FLOOR.MATH FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC ' +
    'IMSECH IMSINH IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT ' +
    'NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC ' +
    'PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY ' +
    'STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE ' +
    'UNIQUE VAR.P VAR.S VSTACK WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST'
  ).split(' '),
);
/** These two carry a second prefix. */
const WORKSHEET_ONLY = new Set(['FILTER', 'SORT']);

/** A formula as files write it: without "=", young functions with their prefix. Texts in quotes are left alone. */
export function fileFormula(formula: string): string {
  const bare = formula.startsWith('=') ? formula.slice(1) : formula;
  return bare.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|([A-Za-z_][A-Za-z0-9_.]*)(?=\()/g, (whole, name?: string) => {
    if (name === undefined) return whole;
    const upper = name.toUpperCase();
    if (WORKSHEET_ONLY.has(upper)) return `_xlfn._xlws.${name}`;
    return YOUNG.has(upper) ? `_xlfn.${name}` : whole;
  });
}

/** The `t` attribute and the inner XML of a cell with this content. */
export function contentXml(content: Content, p: string): { readonly type: string; readonly inside: string } {
  if (content.kind === 'blank') return { type: '', inside: '' };
  if (content.kind === 'value') {
    const { value } = content;
    return typeof value === 'string' ? { type: ' t="inlineStr"', inside: inlineString(value, p) } : plainXml(value, p);
  }
  const formula = `<${p}f>${escapeText(fileFormula(content.formula))}</${p}f>`;
  const { stored } = content;
  if (typeof stored === 'string') return { type: ' t="str"', inside: `${formula}<${p}v>${xmlCellText(stored)}</${p}v>` };
  const value = plainXml(stored, p);
  return { type: value.type, inside: formula + value.inside };
}

function plainXml(value: Dec | boolean, p: string): { type: string; inside: string } {
  if (typeof value === 'boolean') return { type: ' t="b"', inside: `<${p}v>${value ? 1 : 0}</${p}v>` };
  return { type: '', inside: `<${p}v>${String(value.toNumber())}</${p}v>` };
}
