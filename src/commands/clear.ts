/** 清除绩核痕迹: marks, sheets and settings of ours; what people wrote into our sheets is counted and asked about first. */
import { HostError, type Host, type Traces } from '../hosts/port';
import { repliesIn } from './replies';
import { type CommandReport, reportOf } from './command-report';
import { CLEAR, DATA_STAY, FAILED, KEEP, NOT_REMOVED, NOTHING_OF_OURS, REMOVED } from './texts';

export interface Question {
  readonly headline: string;
  readonly lines: readonly string[];
  readonly yes: string;
  readonly no: string;
}

export type Ask = (question: Question) => Promise<boolean>;

export async function clearTraces(host: Host, ask: Ask): Promise<CommandReport> {
  try {
    const can = await host.open();
    const traces = await host.traces();
    if (isEmpty(traces)) return reportOf(NOTHING_OF_OURS, DATA_STAY);
    const typed = traces.sheets.length === 0 ? 0 : repliesIn(await host.read());
    if (typed > 0 && !(await ask(question(traces, typed)))) return reportOf(NOT_REMOVED);
    const outcome = await host.removeTraces();
    if (outcome.is !== 'done') return reportOf(NOT_REMOVED, outcome.say ?? (can.write ? FAILED : null));
    return reportOf(REMOVED, ...lines(traces), DATA_STAY);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return reportOf(NOT_REMOVED, error.say);
  } finally {
    await host.close();
  }
}

const isEmpty = ({ marks, notes, sheets, settings }: Traces): boolean => marks + notes + sheets.length === 0 && !settings;

function question({ sheets }: Traces, typed: number): Question {
  return {
    headline: `${sheets.map((name) => `「${name}」`).join('、')}里有 ${typed} 处填写的内容，清除后不能恢复`,
    lines: ['需要保留的，请先复制到别处，或把工作表改名（改名后绩核不再动它）。'],
    yes: CLEAR,
    no: KEEP,
  };
}

function lines({ marks, notes, sheets, settings }: Traces): string[] {
  return [
    ...(marks > 0 ? [`标注 ${marks} 处`] : []),
    ...(notes > 0 ? [`批注 ${notes} 条`] : []),
    ...(sheets.length > 0 ? [`工作表 ${sheets.map((name) => `「${name}」`).join('、')}`] : []),
    ...(settings ? ['随工作簿保存的模式、填写的情况和撤销记录'] : []),
  ];
}
