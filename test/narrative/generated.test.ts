import { markedCells } from '../../src/checks/support/marked-cells';
import { narrate, narrativeText, type Block, type Length, type Narrative, type Piece } from '../../src/narrative';
import { addrKey } from '../../src/workbook/address';
import { lengthOf } from '../../src/narrative/pieces';
import { CASES } from '../conformance/cases';
import { MISTAKES } from '../conformance/mistakes';
import { audit, seedMistake, type Audit } from '../conformance/seeded';
import { bookOfGrids } from '../conformance/sheet';
import { toCase, correctDraft } from '../conformance/draft';
import { randomLayout } from '../conformance/layout';
import { render } from '../conformance/render';
import { untraced } from './trace';

const LENGTHS: readonly Length[] = ['box', 'short', 'full'];
const SEEDS = Math.max(2, Math.round(Number(process.env['FUZZ_RUNS'] ?? 500) / 250));

function* correct(runs: number): Iterable<Audit> {
  for (let seed = 1; seed <= runs; seed += 1) yield audit(render(toCase(correctDraft(seed), `seed-${seed}`), randomLayout(seed)));
}

function* mistaken(): Iterable<Audit> {
  for (const mistake of MISTAKES) {
    let made = 0;
    for (let seed = 1; seed <= 60 && made < SEEDS; seed += 1) {
      const result = seedMistake(mistake, seed);
      if (result === null || result.assessment === null) continue;
      made += 1;
      yield result;
    }
  }
}

function* published(): Iterable<Audit> {
  for (const table of CASES) for (let seed = 1; seed <= 3; seed += 1) yield audit(render(table, randomLayout(seed)));
}

/** Cells a paragraph tells by themselves: not what it only counts or adds up over many. */
function toldCells(pieces: readonly Piece[]): readonly string[] {
  return pieces.flatMap((piece) => {
    if (piece.is === 'quote') return piece.from.map(addrKey);
    if (piece.is !== 'figure' || piece.origin.of === 'count' || piece.origin.cells.length > 3) return [];
    return piece.origin.cells.map(addrKey);
  });
}

const paragraphs = (narrative: Narrative): readonly (readonly Piece[])[] =>
  narrative.blocks.flatMap((block: Block) => (block.is === 'paragraph' ? [block.pieces] : []));

function contradictions({ assessment }: Audit, narrative: Narrative): readonly string[] {
  const doubted = new Map<string, string>();
  for (const finding of assessment!.findings)
    if (finding.severity !== 'info') for (const at of markedCells(finding)) doubted.set(addrKey(at), finding.code);
  return paragraphs(narrative).flatMap((pieces) => {
    const hit = toldCells(pieces).find((key) => doubted.has(key));
    return hit === undefined || pieces.some((piece) => piece.is === 'pending')
      ? []
      : [`${doubted.get(hit)}: ${pieces.map((piece) => piece.text).join('')}`];
  });
}

function wrong(one: Audit): readonly string[] {
  const { assessment } = one;
  if (assessment === null) return [];
  const book = bookOfGrids(one.rendered.grids);
  return LENGTHS.flatMap((length) => {
    const narrative = narrate(assessment, length);
    const again = narrativeText(narrate(assessment, length));
    const long = narrative.boxes.filter((box) => lengthOf(box.pieces) > box.limit).map((box) => `${box.title} too long`);
    return [
      ...untraced(narrative, assessment.scoreTable, book),
      ...contradictions(one, narrative),
      ...long,
      ...(again === narrativeText(narrative) ? [] : ['not the same twice']),
    ];
  });
}

test('generated correct sheets: numbers trace, nothing is contradicted, boxes fit', () => {
  let sheets = 0;
  const failures: string[] = [];
  for (const one of correct(100)) {
    sheets += 1;
    failures.push(...wrong(one));
  }
  expect(sheets).toBe(100);
  expect(failures.slice(0, 5)).toEqual([]);
});

test('sheets with seeded mistakes: no sentence contradicts a finding', () => {
  let sheets = 0;
  const failures: string[] = [];
  for (const one of mistaken()) {
    sheets += 1;
    failures.push(...wrong(one));
  }
  expect(sheets).toBeGreaterThanOrEqual(MISTAKES.length);
  expect(failures.slice(0, 5)).toEqual([]);
});

test('published tables', () => {
  const failures = [...published()].flatMap(wrong);
  expect(failures.slice(0, 5)).toEqual([]);
});
