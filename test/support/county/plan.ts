/**
 * A made-up county, plain data: who is on the list of those who report, and what became of each. The same seed and size give the same
 * county, on every machine. `files.ts` makes of it the list, the workbooks and reports, and the second submission.
 *
 * How to add to it (approved targets, exports of the budget system, …): every unit has its project with code, name, budget, executed sum and
 * indicators with their targets as approved. Write a file of your own beside this one that takes a `County` and gives
 * `CountyFile`s (see `listFile` in files.ts), and choose whom a fault befalls by `spread(units, count, offset)`: offsets already taken are
 * listed at FATES. What is asked of `countyOf` stays as it is; new facts are added to `CountyUnit`, computed from its own index.
 */

export interface CountyIndicator {
  readonly path: readonly [string, string];
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly weight: number;
}

export interface CountyProject {
  readonly code: string;
  readonly name: string;
  /** 万元; the executed sum is the budget, so that nothing is to be explained. */
  readonly budget: number;
  readonly executed: number;
  readonly indicators: readonly CountyIndicator[];
}

/** How the unit writes its own name on its sheet. */
export type NamedAs = 'as-listed' | 'wide' | 'former' | 'short' | 'long' | 'own-level' | 'code-only' | 'folder-only';

export interface CountyUnit {
  readonly index: number;
  readonly name: string;
  readonly code: string;
  readonly former: string | null;
  readonly department: string;
  readonly office: string;
  readonly project: CountyProject;
  readonly needsReport: boolean;
  /** false: nothing came in. */
  readonly handed: boolean;
  readonly data: 'inside' | 'apart' | 'none';
  readonly report: boolean;
  /** The same table a second time, in a file of another name. */
  readonly twice: boolean;
  readonly namedAs: NamedAs;
  /** The stated total is a point too high: it goes back. */
  readonly mistaken: boolean;
  /** What the second round brings of a mistaken one. */
  readonly again: 'corrected' | 'still-wrong' | 'not-yet' | null;
}

/** A table of nobody on the list. */
export interface Stranger {
  readonly unit: string;
  readonly project: string;
  readonly folder: string;
}

export interface County {
  readonly place: string;
  readonly year: number;
  readonly units: readonly CountyUnit[];
  readonly strangers: readonly Stranger[];
}

const PLACE = '清河县';
const CITY = '东山市';

const BUREAUS = (
  '教育局 卫生健康局 农业农村局 民政局 财政局 交通运输局 水利局 自然资源局 住房和城乡建设局 文化广电旅游局 人力资源和社会保障局 发展和改革局 ' +
  '审计局 统计局 林业局 司法局 公安局 应急管理局 市场监督管理局 医疗保障局 退役军人事务局 信访局 商务局 科学技术局 工业和信息化局 生态环境局 ' +
  '城市管理局 乡村振兴局 档案馆 融媒体中心 机关事务服务中心 政务服务中心 残疾人联合会 妇女联合会 总工会 供销合作社联合社'
).split(' ');
const TOWNS =
  '城关 永安 太平 石桥 柳河 双塔 白马 龙泉 新丰 长岭 沙湾 金沟 青山 大营 红旗 朝阳 安乐 福兴 观音 清溪 南坪 北关 东渡 西岭'.split(' ');
const NUMBERS =
  '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二 二十三 二十四 二十五 二十六'.split(' ');
const OFFICES = '教科文科 社会保障科 农业农村科 行政政法科 经济建设科'.split(' ');
const WORKS = '运行维护 设备购置 能力提升 环境整治 服务保障 人员培训 信息化建设 安全管理'.split(' ');

interface Body {
  readonly name: string;
  readonly department: string;
}

/** Bureaus first, then what belongs to them; sisters that differ by one letter stand beside each other on purpose. */
function bodies(): readonly Body[] {
  const own = BUREAUS.map((name): Body => ({ name: PLACE + name, department: PLACE + name }));
  const under = (department: string, names: readonly string[]): readonly Body[] =>
    names.map((name) => ({ name: PLACE + name, department: PLACE + department }));
  const kinds = [
    under(
      '教育局',
      NUMBERS.map((number) => `第${number}小学`),
    ),
    under(
      '教育局',
      NUMBERS.map((number) => `第${number}中学`),
    ),
    under(
      '卫生健康局',
      TOWNS.map((town) => `${town}镇卫生院`),
    ),
    TOWNS.map((town): Body => ({ name: `${PLACE}${town}镇人民政府`, department: `${PLACE}${town}镇人民政府` })),
    under(
      '教育局',
      TOWNS.map((town) => `${town}镇中心小学`),
    ),
    under(
      '教育局',
      TOWNS.map((town) => `${town}镇中心幼儿园`),
    ),
    under(
      '民政局',
      TOWNS.map((town) => `${town}镇敬老院`),
    ),
    under(
      '农业农村局',
      TOWNS.map((town) => `${town}镇农业综合服务中心`),
    ),
    under(
      '交通运输局',
      TOWNS.map((town) => `${town}镇公路养护站`),
    ),
    under(
      '水利局',
      TOWNS.map((town) => `${town}镇水利站`),
    ),
    under(
      '林业局',
      TOWNS.map((town) => `${town}镇林业站`),
    ),
    under(
      '文化广电旅游局',
      TOWNS.map((town) => `${town}镇文化站`),
    ),
  ];
  const longest = Math.max(...kinds.map((kind) => kind.length));
  const mixed = Array.from({ length: longest }, (_, at) => kinds.flatMap((kind) => kind[at] ?? [])).flat();
  return [...own, ...mixed];
}

/** mulberry32: the same numbers everywhere. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function projectOf(body: Body, index: number, next: () => number): CountyProject {
  const people = 100 + Math.floor(next() * 40) * 10;
  const rounds = 24 + Math.floor(next() * 6) * 4;
  const budget = 20 + Math.floor(next() * 180);
  const indicator = (path: readonly [string, string], name: string, target: string, actual: string, weight: number): CountyIndicator => ({
    path,
    name,
    target,
    actual,
    weight,
  });
  return {
    code: `5107${String(24_000_000 + index * 137).padStart(9, '0')}`,
    // Two units out of three share the name of their project with others: the name alone tells nothing.
    name: index % 3 === 0 ? `${body.name.slice(PLACE.length)}${WORKS[index % WORKS.length]!}项目` : `${WORKS[index % WORKS.length]!}经费`,
    budget,
    executed: budget,
    indicators: [
      indicator(['产出', '数量'], '培训人次', `≥${people}人次`, `${people + 10}人次`, 20),
      indicator(['产出', '数量'], '设备巡检次数', `≥${rounds}次`, `${rounds}次`, 10),
      indicator(['产出', '质量'], '验收合格率', '≥95%', '98%', 10),
      indicator(['产出', '时效'], '任务按时完成率', '≥95%', '100%', 10),
      indicator(['效益', '社会'], '服务覆盖率', '≥90%', '92%', 30),
      indicator(['满意度', '服务对象'], '群众满意度', '≥90%', '96%', 10),
    ],
  };
}

/** Every `size/count`-th unit from `offset` on; always exactly `count` of them. */
export function spread(size: number, count: number, offset: number): ReadonlySet<number> {
  return new Set(Array.from({ length: count }, (_, at) => (offset + Math.floor((at * size) / count)) % size));
}

/** Of 320 units; smaller counties have their share, two at least. Offsets keep the fates apart: 1 to 8 are taken (7 and 8 in approved.ts). */
const FATES = { missing: 8, withoutData: 5, withoutReport: 11, twice: 3, mistaken: 41 } as const;
const WHOLE = 320;
const fateOf = (fate: keyof typeof FATES, size: number): number => Math.max(2, Math.round((FATES[fate] * size) / WHOLE));

/** Ways of naming, by index; most write what is on the list. */
const NAMING: readonly NamedAs[] = ['as-listed', 'wide', 'as-listed', 'short', 'as-listed', 'long', 'as-listed', 'own-level'];

function namedAs(index: number, former: string | null): NamedAs {
  if (former !== null) return 'former';
  if (index % 20 === 7) return 'code-only';
  if (index % 20 === 17) return 'folder-only';
  return NAMING[index % NAMING.length]!;
}

/** @param size 20 to 320 units */
export function countyOf({ units: size = WHOLE, seed = 1 }: { readonly units?: number; readonly seed?: number } = {}): County {
  const next = chance(seed);
  const missing = spread(size, fateOf('missing', size), 1);
  const received = (count: number, offset: number): ReadonlySet<number> => {
    // A fate befalls only those that handed something in.
    const there = Array.from({ length: size }, (_, index) => index).filter((index) => !missing.has(index));
    return new Set([...spread(there.length, count, offset)].map((at) => there[at]!));
  };
  const withoutData = received(fateOf('withoutData', size), 2);
  const withoutReport = received(fateOf('withoutReport', size), 3);
  const twice = received(fateOf('twice', size), 4);
  const mistaken = [...received(fateOf('mistaken', size), 5)].sort((a, b) => a - b);
  const fromBehind = (index: number): number => mistaken.length - 1 - mistaken.indexOf(index);
  const notYet = Math.max(1, Math.round((mistaken.length * 6) / FATES.mistaken));
  const stillWrong = Math.max(1, Math.round((mistaken.length * 5) / FATES.mistaken));
  const units = bodies()
    .slice(0, size)
    .map((body, index): CountyUnit => {
      const former = index % 16 === 6 ? `${PLACE}原${body.name.slice(PLACE.length, PLACE.length + 2)}事业服务所${index}` : null;
      const wrong = mistaken.includes(index);
      const place = fromBehind(index);
      return {
        index,
        name: body.name,
        code: String(101001 + index),
        former,
        department: body.department,
        office: OFFICES[BUREAUS.findIndex((bureau) => body.department === PLACE + bureau) % OFFICES.length] ?? OFFICES[3]!,
        project: projectOf(body, index, next),
        needsReport: index % 10 !== 9 || withoutReport.has(index),
        handed: !missing.has(index),
        data: withoutData.has(index) ? 'none' : index % 4 === 3 ? 'apart' : 'inside',
        report: !withoutReport.has(index) && index % 10 !== 9,
        twice: twice.has(index),
        namedAs: namedAs(index, former),
        mistaken: wrong,
        again: !wrong ? null : place < notYet ? 'not-yet' : place < notYet + stillWrong ? 'still-wrong' : 'corrected',
      };
    });
  return {
    place: PLACE,
    year: 2024,
    units,
    strangers: [
      // Another county's; and an abbreviation that stands for one of the list, which nobody may decide.
      { unit: '白水县教育局', project: '校舍维修改造项目', folder: '其他/白水' },
      { unit: '县发改委', project: '价格监测点补助', folder: '其他/发改' },
    ],
  };
}

/** The name as the unit writes it on its sheet; null: it writes none. */
export function writtenName({ name, former, namedAs: as }: CountyUnit): string | null {
  switch (as) {
    case 'as-listed':
      return name;
    case 'wide':
      return ` ${name.slice(0, 3)}　${name.slice(3)}（盖章）`;
    case 'former':
      return former;
    case 'short':
      return name.slice(PLACE.length - 1);
    case 'long':
      return CITY + name;
    case 'own-level':
      return `${name}（本级）`;
    case 'code-only':
    case 'folder-only':
      return null;
  }
}
