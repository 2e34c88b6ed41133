/** What is content and what is not: pictures, ticked boxes, struck-out figures, old values beneath merged cells, hidden copies. */
import { narrate } from '../../src/narrative';
import { narrativeText } from '../../src/narrative';
import { sheetOf } from '../support/sheets';
import { auditedBook, formSheet, found, ROWS } from '../support/audited';

const deducted = { E5: '90%', G5: 28.42, G8: 98.42 } as const;
const DISPIMG = { f: 'DISPIMG("ID_1",1)', v: '=DISPIMG("ID_1",1)' } as const;
const LOST = { f: 'DISPIMG("ID_1",1)', v: { error: '#NAME?' } } as const;

describe('pictures', () => {
  test('evidence', () => {
    expect(found({ cells: { I4: null } })).toEqual(['advisory evidence-missing I4']);
    expect(found({ cells: { I4: DISPIMG, I5: LOST } })).toEqual([]);
    expect(found({ cells: { I4: null }, options: { pictures: ['I4:I4'] } })).toEqual([]);
    expect(found({ cells: { I4: null, I5: null }, options: { pictures: ['I4:I4'] } })).toEqual(['advisory evidence-missing I5']);
    expect(found({ cells: { I4: null, I5: null }, options: { pictures: ['I5:I6'], merges: ['I4:I5'] } })).toEqual([]);
  });

  test('a host that cannot see pictures says so instead of asking for evidence', () => {
    const sheet = formSheet({ cells: { I4: null }, options: { pictures: null } });
    const [assessment] = auditedBook([sheet]);
    expect(assessment!.findings.map((finding) => finding.code)).not.toContain('evidence-missing');
    expect(assessment!.coverage.notApplicable).toContainEqual({ code: 'evidence-missing', why: '在当前程序里看不到图片，未检查' });
  });

  test('a reason', () => {
    expect(found({ cells: deducted })).toEqual(['mandatory deduction-unexplained H5']);
    expect(found({ cells: { ...deducted, H5: DISPIMG } })).toEqual([]);
    expect(found({ cells: { ...deducted, H5: LOST } })).toEqual([]);
    expect(found({ cells: deducted, options: { pictures: ['H5:H5'] } })).toEqual([]);
  });

  test.each([
    ['a function', { cells: { ...deducted, H5: DISPIMG } }],
    ['what is left of it elsewhere', { cells: { ...deducted, H5: LOST } }],
    ['over the cell', { cells: deducted, options: { pictures: ['H5:H5'] } }],
  ])('the narrative asks for the words of %s and never prints it', (_name, changes) => {
    const [assessment] = auditedBook([formSheet(changes)]);
    for (const length of ['full', 'short', 'box'] as const) {
      const text = narrativeText(narrate(assessment!, length));
      expect(text).not.toMatch(/DISPIMG|#NAME|#VALUE/);
      if (length === 'full') expect(text).toContain('【待填：原因为图片，见H5】');
    }
  });

  test('a picture beside words leaves the words', () => {
    const [assessment] = auditedBook([formSheet({ cells: { ...deducted, H5: '受汛期影响两处未验收' }, options: { pictures: ['H5:H5'] } })]);
    expect(narrativeText(narrate(assessment!, 'full'))).toContain('受汛期影响两处未验收');
  });

  test('a picture for a score or a 完成值 is there, and no figure', () => {
    expect(found({ cells: { G4: null, G8: null }, options: { pictures: ['G4:G4'] } })).toEqual(['advisory score-not-numeric G4']);
    expect(found({ cells: { E4: null }, options: { pictures: ['E4:E4'] } })).toEqual([]);
    expect(found({ cells: { E4: null } })).toEqual(['advisory value-missing E4']);
  });
});

describe('ticked boxes', () => {
  test.each([true, false])('%s as a score', (box) => {
    expect(found({ cells: { G4: box, G8: 60 } })).toEqual(['advisory score-not-numeric G4']);
    expect(found({ cells: { G4: box, G8: { f: 'SUM(G4:G7)', v: 60 } } })).toEqual(['mandatory score-not-numeric G4']);
  });

  test('a tick as the total', () => {
    expect(found({ cells: { G8: true } })).toEqual(['advisory score-not-numeric G8']);
  });

  test('a tick as 完成值 is an answer', () => {
    expect(found({ cells: { D6: '建立', E6: true } }).filter((one) => one.includes('score'))).toEqual([]);
  });
});

describe('old values beneath merged cells', () => {
  const merged = (old: number, formula: string, value: number) =>
    found({
      cells: { F6: 30, G6: 30, F7: old, G7: old, F8: { f: formula.replace(/G/g, 'F'), v: value }, G8: { f: formula, v: value } },
      options: { merges: ['F6:F7', 'G6:G7'] },
    });

  test('are named as the cause where a total adds them', () => {
    const cells = { F6: 30, G6: 30, F7: 10, G7: 10, F8: 100, G8: { f: 'SUM(G4:G7)', v: 110 } };
    const [assessment] = auditedBook([formSheet({ cells, options: { merges: ['F6:F7', 'G6:G7'] } })]);
    const [finding] = assessment!.findings;
    expect(finding!.code).toBe('total-score');
    expect(finding!.related).toEqual([{ sheet: 0, row: 6, col: 6 }]);
    expect(finding!.fix).toBe(undefined);
  });

  test('both columns', () => {
    expect(merged(10, 'SUM(G4:G7)', 110)).toEqual(['mandatory weights-sum F8', 'mandatory total-score G8']);
  });

  test('harm nobody where the formula leaves them out, or where they are 0', () => {
    expect(merged(10, 'G4+G5+G6', 100)).toEqual([]);
    expect(merged(0, 'SUM(G4:G7)', 100)).toEqual([]);
  });
});

describe('hidden copies', () => {
  const old = formSheet({ name: '自评表 (2)', cells: { G8: 80 }, options: { state: 'hidden' } });

  test.each(['hidden', 'veryHidden'] as const)('a %s copy is no submission: one line says that it is there', (state) => {
    const tables = auditedBook([formSheet(), formSheet({ name: '旧稿', cells: { G8: 80 }, options: { state } })]);
    expect(tables.length).toBe(1);
    expect(tables[0]!.findings.map((finding) => `${finding.severity} ${finding.code}`)).toEqual(['advisory hidden-content']);
  });

  test('wherever it stands', () => {
    expect(found([old, formSheet()])).toEqual(['advisory hidden-content 2!A3']);
  });

  test('where nothing else is there, it is judged', () => {
    expect(found([old])).toEqual(['mandatory total-score G8']);
  });

  test('a hidden form nobody filled in is not worth a word', () => {
    const blank = ROWS.map((row) => row.map((cell, col) => (col === 4 || col === 6 || col === 8 ? null : cell)));
    expect(found([formSheet(), formSheet({ name: '模板', rows: blank, cells: { G8: null }, options: { state: 'hidden' } })])).toEqual([]);
  });

  test('figures of a hidden data sheet are no reproach', () => {
    const data = sheetOf('基础数据表', [['2024年度基础数据表'], ['项目', '金额'], ['验收合格率', '90%']], { state: 'hidden' });
    expect(found([formSheet(), data])).toEqual([]);
  });
});
