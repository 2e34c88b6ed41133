/** Which line is which: by name, by likeness, by place; and that many unlike names are not all held against each other. */
import { alignLines } from '../../src/comparison/align-lines';
import type { Field, HeldPlace, SheetLineKind, TableLine } from '../../src/comparison/types';

const at = { sheet: 0, row: 0, col: 0 };

function line(name: string, criterion = '', kind: SheetLineKind = 'row', above = ''): TableLine {
  const values = new Map<Field, HeldPlace>([
    ['criterion', { at, held: criterion === '' ? null : { at, shown: criterion, is: criterion } }],
  ]);
  return { kind, key: `${kind} ${above}${name}`, own: name, name, at, values, row: null };
}

const names = ({ pairs }: ReturnType<typeof alignLines>): string[] => pairs.map(([before, after]) => `${before.name}=${after.name}`);

const RULE = '每迟报一次扣1分，扣完为止';

test.each([
  ['another order', [line('甲项'), line('乙项')], [line('乙项'), line('甲项')], ['乙项=乙项', '甲项=甲项']],
  ['the class above renamed', [line('甲项', '', 'row', '旧类')], [line('甲项', '', 'row', '新类')], ['甲项=甲项']],
  ['written otherwise', [line('政策宣传活动场次')], [line('政策宣传活动的场次')], ['政策宣传活动场次=政策宣传活动的场次']],
  [
    'renamed in its place, with its rule',
    [line('甲项'), line('人员培训', RULE), line('丙项')],
    [line('甲项'), line('报表报送', RULE), line('丙项')],
    ['甲项=甲项', '人员培训=报表报送', '丙项=丙项'],
  ],
  ['renamed with another rule', [line('甲项'), line('人员培训', RULE)], [line('甲项'), line('报表报送', '按比例得分')], ['甲项=甲项']],
  [
    'two renamed in one place: nobody knows which is which',
    [line('甲项'), line('人员培训', RULE), line('设备巡检', RULE)],
    [line('甲项'), line('报表报送', RULE), line('满意程度', RULE)],
    ['甲项=甲项'],
  ],
  ['a total is no row', [line('合计', RULE, 'total')], [line('合计', RULE, 'row')], []],
  ['a name that stands twice: the first of them', [line('甲项'), line('甲项')], [line('甲项')], ['甲项=甲项']],
] as const)('%s', (_what, before, after, expected) => {
  expect(names(alignLines(before, after))).toEqual(expected);
});

test('what is on one side only is told of that side', () => {
  const { pairs, removed, added } = alignLines([line('甲项'), line('人员培训')], [line('甲项'), line('报表报送')]);
  expect([pairs.length, removed.map(({ name }) => name), added.map(({ name }) => name)]).toEqual([1, ['人员培训'], ['报表报送']]);
});

test('thousands of unlike names are told of at once', () => {
  const many = (letter: string): TableLine[] => Array.from({ length: 3000 }, (_, n) => line(`${letter}${n}`));
  const { pairs, removed, added } = alignLines([line('首项'), ...many('旧')], [line('首项'), ...many('新')]);
  expect([pairs.length, removed.length, added.length]).toEqual([1, 3000, 3000]);
});
