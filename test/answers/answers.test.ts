import { isReplySheet, STATE_NAMES } from '../../src/answers';
import { readWorkbook } from '../../src/hosts/file';
import { isAgreed, isReturned } from '../../src/answers/state';
import { isEmptyPhrase } from '../../src/answers/vague';
import { allText } from '../results/reviews';
import { annotation } from '../../src/results';
import { audited, lineOf, marked, sampleBytes, stateOf, typedInto, writtenInto, type Round } from './support';

const SHEET = '项目支出绩效自评表';
const original = sampleBytes('项目自评_有误.xlsx');

const idOf = ({ table }: Round, code: string): string => table.findings.find((finding) => finding.code === code)!.id;

let first: Round;
let copy: Uint8Array;
let ids: { readonly [key in 'words' | 'copied' | 'missed' | 'execution' | 'total']: string };
beforeAll(async () => {
  first = await audited(original);
  copy = await marked(original);
  ids = {
    words: idOf(first, 'value-type'),
    copied: idOf(first, 'actual-copies-target'),
    missed: idOf(first, 'missed-target-full-score'),
    execution: idOf(first, 'execution-score'),
    total: idOf(first, 'total-score'),
  };
});

const REAL = '设备厂家季度巡检单只写「完成」，完好率台账附后：60台中59台完好，98.3%。';

describe('one round of answers', () => {
  it('a marked copy that nobody wrote into gives the findings of the original, and no answers', async () => {
    const again = await audited(copy);
    expect(again.table.findings).toEqual(first.table.findings);
    expect(again.table.findings.every(({ answer }) => answer === null)).toBe(true);
    expect(again.table.resolved).toEqual([]);
  });

  it('reads what was written, by another program, into a sheet of another name, its lines sorted', async () => {
    const bytes = await writtenInto(copy, { [ids.words]: { text: REAL }, [ids.copied]: { text: '情况属实。' } }, (book) => {
      book.worksheets.find((sheet) => sheet.name === '审核结果')!.name = '单位回复';
    });
    const round = await audited(bytes);
    expect(stateOf(round, ids.words)).toBe('explained');
    expect(stateOf(round, ids.copied)).toBe('vague');
    expect(round.table.findings.find(({ id }) => id === ids.words)!.answer).toEqual({
      state: 'explained',
      text: REAL,
      department: null,
      finance: null,
      cell: { sheet: '单位回复', address: expect.stringMatching(/^L\d+$/) as unknown },
    });
    expect(round.table.findings.map(({ id }) => id)).toEqual(first.table.findings.map(({ id }) => id));
  });

  it('a 强制性 is not answered away by the unit', async () => {
    const round = await audited(await writtenInto(copy, { [ids.execution]: { text: '执行率按全年预算口径，见财政批复第3条。' } }));
    expect(stateOf(round, ids.execution)).toBe('not-accepted');
    expect(round.table.findings.find(({ id }) => id === ids.execution)!.severity).toBe('mandatory');
  });

  it('a reviewer who agrees with a ground accepts a finding; without one, and in one that is returned, it stays open', async () => {
    const round = await audited(
      await writtenInto(copy, {
        [ids.missed]: { text: '设备停机4次，见维保单。', finance: '同意：4次停机由市政务局统一安排，见会议纪要〔2024〕7号' },
        [ids.execution]: { text: '按批复口径。', department: '同意' },
        [ids.words]: { text: REAL, department: '退回：请附台账' },
      }),
    );
    expect(stateOf(round, ids.missed)).toBe('accepted');
    expect(stateOf(round, ids.execution)).toBe('not-accepted');
    expect(stateOf(round, ids.words)).toBe('open');
    const text = allText(annotation(round.review).sheets[0]!.content);
    expect(text).toContain('强制性 5 项、提示性 2 项：待处理 2；经审核认定 1 项');
    expect(text).toContain('同意：4次停机由市政务局统一安排，见会议纪要〔2024〕7号');
  });

  it('says 已更正 of what arises no longer', async () => {
    const bytes = await writtenInto(copy, { [ids.total]: { text: '已按合计改正。' } }, (book) => {
      book.getWorksheet(SHEET)!.getCell('H25').value = 89.23;
    });
    const { table, review } = await audited(bytes);
    expect(table.findings.map(({ id }) => id)).not.toContain(ids.total);
    expect(table.resolved).toEqual([
      {
        id: ids.total,
        code: 'total-score',
        indicator: null,
        answer: expect.objectContaining({ state: 'resolved', text: '已按合计改正。' }),
      },
    ]);
    expect(allText(annotation(review).sheets[0]!.content)).toContain('上次意见办理情况　已更正 1 项');
  });

  it('says 说明已失效 of exactly the finding whose values have changed', async () => {
    const bytes = await writtenInto(
      copy,
      { [ids.words]: { text: REAL }, [ids.copied]: { text: '规范达标率由第三方抽查，95%为抽查结果。' } },
      (book) => {
        book.getWorksheet(SHEET)!.getCell('H17').value = 7;
      },
    );
    const round = await audited(bytes);
    expect(stateOf(round, ids.words)).toBe('stale');
    expect(stateOf(round, ids.copied)).toBe('explained');
  });
});

describe('the sheet written anew', () => {
  it('keeps every answer, and keeps an old one old until it is written anew', async () => {
    const changed = await writtenInto(copy, { [ids.words]: { text: REAL, finance: '退回', handled: '☑已说明' } }, (book) => {
      book.getWorksheet(SHEET)!.getCell('H17').value = 7;
    });
    const second = await marked(changed);
    expect(await lineOf(second, ids.words, 'text')).toBe(REAL);
    expect(await lineOf(second, ids.words, 'finance')).toBe('退回');
    expect(await lineOf(second, ids.words, 'handled')).toBe(`${STATE_NAMES.stale}\n☑已说明`);
    expect(stateOf(await audited(second), ids.words)).toBe('stale');
    const third = await marked(await writtenInto(second, {}));
    expect(stateOf(await audited(third), ids.words)).toBe('stale');
    const anew = await writtenInto(third, { [ids.words]: { text: `${REAL}得分已按台账改为7分。` } });
    expect(stateOf(await audited(anew), ids.words)).toBe('explained');
  });

  it('takes the place of the former, where the program that saved it kept our tag', async () => {
    const second = await marked(typedInto(copy, ids.words, REAL));
    expect((await readWorkbook(second)).sheets.filter(isReplySheet)).toHaveLength(1);
    expect(await lineOf(second, ids.words, 'text')).toBe(REAL);
  });

  it('an acceptance goes when the values change, and does not come back with a new sheet', async () => {
    const accepted = await writtenInto(copy, { [ids.missed]: { department: '同意，见会议纪要〔2024〕7号第2条' } });
    expect(stateOf(await audited(accepted), ids.missed)).toBe('accepted');
    const changed = await writtenInto(accepted, {}, (book) => {
      book.getWorksheet(SHEET)!.getCell('F14').value = '40次';
    });
    expect(stateOf(await audited(changed), ids.missed)).toBe('open');
    expect(stateOf(await audited(await marked(changed)), ids.missed)).toBe('open');
    // Without its code nobody can tell what was agreed to.
    const bare = await writtenInto(accepted, { [ids.missed]: { facts: null } });
    expect(stateOf(await audited(bare), ids.missed)).toBe('open');
  });

  it('what was typed stays text, whatever it begins with', async () => {
    const odd = '=HYPERLINK("http://x")+1 台账附后';
    const second = await marked(await writtenInto(copy, { [ids.words]: { text: odd } }));
    expect(await lineOf(second, ids.words, 'text')).toBe(odd);
    const cell = (await readWorkbook(second)).sheets.find(isReplySheet)!;
    for (let row = 0; row < cell.rows; row += 1) for (const [, { formula }] of cell.cellsOfRow(row)) expect(formula).toBeUndefined();
  });
});

describe('an answer is judged by its words, never by its length', () => {
  it.each(['核实无误', '经核实，情况属实。', '无', '我单位核实无误', '客观原因', '已完成', '数据均已核对，无误', '同上', '特此说明'])(
    '「%s」 says nothing',
    (text) => {
      expect(isEmptyPhrase(text)).toBe(true);
    },
  );

  it.each(['停电', '疫情停办1期', '验收单12月30日才到', '第三方测评，样本300份', '核实无误，见附件2第3页'])(
    '「%s」 says something',
    (text) => {
      expect(isEmptyPhrase(text)).toBe(false);
    },
  );

  it('a text that repeats the finding, or one text for three checks, explains nothing', async () => {
    const { message } = first.table.findings.find(({ id }) => id === ids.words)!;
    const repeated = await audited(await writtenInto(copy, { [ids.words]: { text: message.slice(0, 20) } }));
    expect(stateOf(repeated, ids.words)).toBe('vague');
    const one = '项目实施单位台账口径与本表不同';
    const same = await audited(
      await writtenInto(copy, { [ids.words]: { text: one }, [ids.copied]: { text: one }, [ids.execution]: { text: one } }),
    );
    expect([stateOf(same, ids.words), stateOf(same, ids.copied)]).toEqual(['vague', 'vague']);
  });

  it('reads 同意 with a ground, 同意 alone, 退回 and 不同意', () => {
    expect(['同意：会议纪要第2条', '同意', '同意。情况属实', '不同意，请改正'].map(isAgreed)).toEqual([true, false, false, false]);
    expect(['退回', '退回：请附台账', '不同意', '同意'].map(isReturned)).toEqual([true, true, true, false]);
  });
});
