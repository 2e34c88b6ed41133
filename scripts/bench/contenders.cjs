/**
 * Who takes part: each has a name and what it does to one file, `make` being what is made ready outside the time that is taken.
 * `core`: the exports of core.ts.
 */
const exceljs = require('exceljs');
const sheetjs = require('@e965/xlsx');

/** What any reader must do at least: every XML part inflated into one buffer that is used again, and each byte looked at once. */
function bytePass(core) {
  let buffer = new Uint8Array(1 << 20);
  return (bytes) => {
    let sum = 0;
    for (const entry of core.readDirectory(bytes, { parts: 10_000 })) {
      if (!/\.(?:xml|rels|vml)$/i.test(entry.name)) continue;
      const packed = core.packedBytes(bytes, entry);
      if (entry.size > buffer.length) buffer = new Uint8Array(entry.size * 2);
      const part = entry.method === 0 ? packed : core.inflateSync(packed, { out: buffer.subarray(0, entry.size) });
      for (let at = 0; at < part.length; at += 1) sum = (sum + part[at]) | 0;
    }
    return sum;
  };
}

/** The road of the command line: from the bytes to the entries of the receipt. */
const checkOf = (core, judge) => (bytes) => core.auditBook('', core.readXlsx(bytes), judge);

function annotated(core, judge) {
  const check = checkOf(core, judge);
  return (bytes) => {
    const { review } = check(bytes);
    if (review === null) return bytes;
    const edited = core.editWorkbook(bytes, core.annotation(review));
    if (!edited.ok) throw new Error(edited.why);
    return edited.bytes;
  };
}

/** In this order in every table. */
function contenders(core) {
  const judge = core.judgeBy(core.BY_THE_SHEET);
  return [
    { name: 'byte pass', work: bytePass(core) },
    { name: 'reading', work: (bytes) => core.readXlsx(bytes) },
    { name: 'reading + recognition', work: (bytes) => core.recognise(core.readXlsx(bytes)) },
    {
      name: 'criteria + scoring',
      make: (bytes) => core.recognise(core.readXlsx(bytes)).tables,
      work: (tables) => tables.map((table) => core.deriveAll(table)),
    },
    { name: 'check', work: checkOf(core, judge) },
    { name: 'check + marked copy', work: annotated(core, judge) },
    { name: 'SheetJS opens', work: (bytes) => sheetjs.read(bytes, { type: 'array', dense: true, cellHTML: false, cellText: false }) },
    { name: 'exceljs opens', work: (bytes) => new exceljs.Workbook().xlsx.load(bytes) },
  ];
}

module.exports = { contenders };
