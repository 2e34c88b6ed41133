/** 审核反馈意见: what a unit is asked to correct or to explain, as a document for it. */
import type { ContentBlock, ContentRun, DocumentContent } from '../document';
import type { LaidOpinions } from '../opinions';
import { NOTICE, UNOFFICIAL } from '../words';
import type { ReportNames } from './report-content';
import { returnItems, type ReturnItem } from './return-items';
import type { ReturnedUnit } from './returned-units';
import { plainRun, toLookUp, toFillIn } from './runs';

export interface ReturnOptions {
  /** 「5月20日」; null: to be filled in. */
  readonly deadline: string | null;
  /** Who audits, and the date. */
  readonly names: ReportNames;
  /** What a reviewer ticked and wrote; absent: everything that is not settled is asked. */
  readonly opinions?: LaidOpinions;
}

export interface ReturnLetter {
  readonly content: DocumentContent;
  readonly mandatory: number;
  readonly advisory: number;
  /** Opinions that ask for nothing. */
  readonly info: number;
}

const MOST_FILES = 6;

function yearOf({ tables, reports }: ReturnedUnit): number | null {
  const years = new Set([...tables, ...reports].flatMap(({ year }) => (year === null ? [] : [year])));
  return years.size === 1 ? [...years][0]! : null;
}

const wanted = (text: string | null, what: string): ContentRun => (text === null ? toFillIn(what) : plainRun(text));

function paragraph(slot: string, ...runs: readonly ContentRun[]): ContentBlock {
  return { is: 'paragraph', slot, runs };
}

/** A letter of an office rests on no text that is no official one: where a sentence does, somebody has to look up the original first. */
const letterRuns = (text: string): readonly ContentRun[] =>
  text
    .split(UNOFFICIAL)
    .flatMap((part, index) => [...(index === 0 ? [] : [toLookUp('标准原文')]), ...(part === '' ? [] : [plainRun(part)])]);

const listed = (items: readonly ReturnItem[]): readonly ContentBlock[] =>
  items.map(({ file, id, text }, index) => paragraph(`item:${file}:${id}`, ...letterRuns(`${index + 1}．${text}`)));

const NUMERALS = ['一', '二', '三', '四'];

interface Section {
  readonly slot: string;
  readonly title: string;
  readonly blocks: readonly ContentBlock[];
}

function numbered(sections: readonly Section[]): readonly ContentBlock[] {
  return sections
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ slot, title, blocks }, index) => [
      { is: 'heading', slot, level: 1, runs: [plainRun(`${NUMERALS[index]!}、${title}`)] } as const,
      ...blocks,
    ]);
}

/** null: nothing is asked of this unit. */
export function returnContent(unit: ReturnedUnit, { deadline, names, opinions }: ReturnOptions): ReturnLetter | null {
  const { mandatory, advisory, info, earlier, files } = returnItems(unit, opinions ?? null);
  const asked = mandatory.length + advisory.length;
  if (asked + info.length === 0) return null;
  const year = yearOf(unit);
  const materials = `${year === null ? '' : `${year}年度`}绩效自评材料`;
  const named = wanted(unit.unit, '单位名称');
  const shown = files.slice(0, MOST_FILES).join('、') + (files.length > MOST_FILES ? `等${files.length}份` : '');
  const blocks: readonly ContentBlock[] = [
    { is: 'title', slot: 'title', runs: [plainRun('关于'), named, plainRun(`\n${materials}的审核反馈意见`)] },
    { is: 'addressee', slot: 'addressee', runs: [named, plainRun('：')] },
    paragraph('opening', plainRun(`你单位报送的${materials}已经审核，现将意见反馈如下。审核的材料：${shown}。`)),
    ...numbered([
      { slot: 'mandatory', title: '需更正的事项', blocks: listed(mandatory) },
      { slot: 'advisory', title: '需更正或书面说明的事项', blocks: listed(advisory) },
      { slot: 'info', title: '供参考的意见', blocks: listed(info) },
      {
        slot: 'earlier',
        title: '上次意见办理情况',
        blocks: earlier.map((line, index) => paragraph(`earlier:${index}`, plainRun(line))),
      },
    ]),
    ...(asked === 0 ? [] : [paragraph('deadline', plainRun('请修改后于'), wanted(deadline, '期限'), plainRun('前重新报送。'))]),
    { is: 'signer', slot: 'signer', runs: [wanted(names.signer, '审核机关')] },
    { is: 'date', slot: 'date', runs: [wanted(names.date, '日期')] },
    { is: 'note', slot: 'note', runs: [plainRun(`${NOTICE}。`)] },
  ];
  const title = `关于${unit.unit ?? ''}${materials}的审核反馈意见`;
  return { content: { title, blocks }, mandatory: mandatory.length, advisory: advisory.length, info: info.length };
}

/** The letter as plain text, to be pasted where no document goes: a block a line. */
export function letterText({ content }: ReturnLetter): string {
  const lines = content.blocks.map((block) => (block.is === 'table' ? '' : block.runs.map(({ text }) => text.replace(/\n/g, '')).join('')));
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}
