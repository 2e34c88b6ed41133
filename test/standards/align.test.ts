/** Lines of a sheet held against those of a form: which is which, renamed, moved, missing, added. */
import { align, longestRise } from '../../src/standards/align';
import type { AlignedLine } from '../../src/standards/lines';

/** 「=级」 is a class; deeper by leading 「>」; 「名|标准」 has a criterion; 「$」 the execution row. */
function lines(...texts: readonly string[]): readonly AlignedLine[] {
  const classes: number[] = [];
  return texts.map((text, index) => {
    const depth = /^>*/.exec(text)![0].length;
    const rest = text.slice(depth);
    const isClass = rest.startsWith('=');
    const [name, body = ''] = rest.replace(/^[=$]/, '').split('|') as [string, string?];
    classes.length = depth;
    const parent = depth === 0 ? null : (classes[depth - 1] ?? null);
    if (isClass) classes[depth] = index;
    return { kind: isClass ? 'class' : rest.startsWith('$') ? 'execution' : 'leaf', name, keys: [name], parent, body };
  });
}

function told(form: readonly AlignedLine[], sheet: readonly AlignedLine[]) {
  const { toSheet, toForm, renamed, moved } = align(form, sheet);
  const name = (index: number) => form[index]!.name;
  return {
    pairs: toSheet.flatMap((at, index) => (at === null || sheet[at]!.name === name(index) ? [] : [`${name(index)}→${sheet[at]!.name}`])),
    missing: toSheet.flatMap((at, index) => (at === null ? [name(index)] : [])),
    added: toForm.flatMap((at, index) => (at === null ? [sheet[index]!.name] : [])),
    renamed: [...renamed].map(name),
    moved: [...moved].map(name),
  };
}
const NOTHING = { pairs: [], missing: [], added: [], renamed: [], moved: [] };
const FLAT = ['业务培训场次', '群众满意度', '资金使用合规性', '项目按期完成'] as const;

describe('a flat form', () => {
  test('the same lines', () => expect(told(lines(...FLAT), lines(...FLAT))).toEqual(NOTHING));

  test.each<[string, readonly string[], object]>([
    ['the first renamed', ['业务培训次数', ...FLAT.slice(1)], { pairs: ['业务培训场次→业务培训次数'], renamed: ['业务培训场次'] }],
    ['the first under quite another name', ['工会活动', ...FLAT.slice(1)], { pairs: ['业务培训场次→工会活动'], renamed: ['业务培训场次'] }],
    [
      'the last under quite another name',
      [...FLAT.slice(0, 3), '工会活动'],
      { pairs: ['项目按期完成→工会活动'], renamed: ['项目按期完成'] },
    ],
    ['the first gone', FLAT.slice(1), { missing: ['业务培训场次'] }],
    ['the last gone', FLAT.slice(0, 3), { missing: ['项目按期完成'] }],
    ['one more in front', ['工会活动', ...FLAT], { added: ['工会活动'] }],
    ['one more behind', [...FLAT, '工会活动'], { added: ['工会活动'] }],
    ['two in another order', [FLAT[1], FLAT[0], FLAT[2], FLAT[3]], { moved: ['业务培训场次'] }],
    ['the last in front', [FLAT[3], FLAT[0], FLAT[1], FLAT[2]], { moved: ['项目按期完成'] }],
    ['one gone, one more elsewhere', [FLAT[0], FLAT[1], FLAT[3], '工会活动'], { missing: ['资金使用合规性'], added: ['工会活动'] }],
    ['everything gone', [], { missing: [...FLAT] }],
  ])('%s', (_name, sheet, due) => expect(told(lines(...FLAT), lines(...sheet))).toEqual({ ...NOTHING, ...due }));

  test('of several that are left the likest is the one, not the next', () => {
    const due = { ...NOTHING, pairs: ['业务培训场次→业务培训的场次', '群众满意度→群众的满意度'], renamed: ['业务培训场次', '群众满意度'] };
    const told2 = told(lines('业务培训场次', '群众满意度'), lines('群众的满意度', '业务培训的场次'));
    expect({ ...told2, moved: [] }).toEqual(due);
    expect(told2.moved).toHaveLength(1);
  });

  test('the same criterion says more than the name; a short one says nothing', () => {
    const form = lines('甲项|按完成比例计分，扣完为止', '乙项|优');
    expect(told(form, lines('丙类|按完成比例计分，扣完为止', '甲乙', '丁戊')).pairs).toEqual(['甲项→丙类']);
    expect(told(lines('甲项|优'), lines('丙类|优', '丁类')).missing).toEqual(['甲项']);
  });

  test('doubles pair in their order', () => {
    const { toSheet } = align(lines('满意度', '满意度'), lines('满意度', '其他', '满意度'));
    expect(toSheet).toEqual([0, 2]);
  });

  test('the execution row is no indicator', () => {
    expect(told(lines('$预算执行率', '质量'), lines('预算执行率', '质量'))).toMatchObject({
      missing: ['预算执行率'],
      added: ['预算执行率'],
    });
  });
});

describe('classes', () => {
  const FORM = ['=产出指标', '>=数量指标', '>>培训场次', '>>培训人次', '>=质量指标', '>>合格率', '=满意度指标', '>群众满意度'] as const;
  const changed = (at: number, text: string) => FORM.map((one, index) => (index === at ? text : one));

  test('the same', () => expect(told(lines(...FORM), lines(...FORM))).toEqual(NOTHING));

  test.each<[string, readonly string[], object]>([
    ['a class under another name is known by what is in it', changed(1, '>=规模'), { pairs: ['数量指标→规模'], renamed: ['数量指标'] }],
    ['an outermost class too', changed(0, '=工作成果'), { pairs: ['产出指标→工作成果'], renamed: ['产出指标'] }],
    ['a leaf in it renamed as well', changed(2, '>>培训的场次'), { pairs: ['培训场次→培训的场次'], renamed: ['培训场次'] }],
    ['a class gone with its leaves', FORM.slice(0, 6), { missing: ['满意度指标', '群众满意度'] }],
    ['a leaf added', [...FORM, '>服务对象评价'], { added: ['服务对象评价'] }],
  ])('%s', (_name, sheet, due) => expect(told(lines(...FORM), lines(...sheet))).toEqual({ ...NOTHING, ...due }));

  test('half of its leaves make a class the same, fewer do not', () => {
    const form = lines('=甲甲', '>一一', '>二二', '>三三', '>四四');
    expect(told(form, lines('=乙乙', '>一一', '>二二', '>五五', '>六六')).pairs).toContain('甲甲→乙乙');
    expect(told(form, lines('=乙乙', '>一一', '>五五', '>六六', '>七七')).missing).toContain('甲甲');
  });

  test('a leaf that went to another class has moved', () => {
    const sheet = lines('=产出指标', '>=数量指标', '>>培训场次', '>=质量指标', '>>培训人次', '>>合格率', '=满意度指标', '>群众满意度');
    expect(told(lines(...FORM), sheet)).toEqual({ ...NOTHING, moved: ['培训人次'] });
  });

  test('a leaf of the same name under its own class comes before one elsewhere', () => {
    const form = lines('=甲', '>效果', '=乙', '>效果');
    const { toSheet } = align(form, lines('=乙', '>效果', '=甲', '>效果'));
    expect(toSheet).toEqual([2, 3, 0, 1]);
  });

  test('nothing is told by place under another class', () => {
    const form = lines('=甲', '>一一', '=乙', '>二二');
    expect(told(form, lines('=甲', '=乙', '>三三', '>二二'))).toMatchObject({ missing: ['一一'], added: ['三三'] });
  });
});

test.each<[readonly number[], readonly number[]]>([
  [[], []],
  [[5], [0]],
  [
    [0, 1, 2],
    [0, 1, 2],
  ],
  [[2, 1, 0], [2]],
  [
    [1, 0, 2, 3],
    [1, 2, 3],
  ],
  [
    [3, 0, 1, 2],
    [1, 2, 3],
  ],
  [
    [0, 4, 1, 2, 3],
    [0, 2, 3, 4],
  ],
  [
    [2, 3, 0, 1],
    [2, 3],
  ],
])('the longest rise in %j', (values, kept) => expect([...longestRise(values)].sort((a, b) => a - b)).toEqual(kept));
