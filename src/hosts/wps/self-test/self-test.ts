/**
 * 环境自检: asks this program, in a scratch workbook of its own, what nobody could measure for us. A person runs it once on a real
 * WPS; the report is plain data and holds nothing of the user's workbooks.
 */
import { attempt, get, ownText } from '../bridge';
import type { EtApp } from '../et';
import { BOOK_PROBES } from './book-probes';
import { CELL_PROBES } from './cell-probes';
import { inLab, type LabApp } from './lab';
import type { Probe, Seen } from './probe';

export interface ProbeReport {
  readonly id: string;
  readonly what: string;
  readonly ms: number;
  readonly seen?: Seen;
  /** What it threw. */
  readonly thrown?: string;
}

export interface SelfTestReport {
  readonly form: 'jihe-wps-selftest/1';
  readonly version: string;
  readonly wps: { readonly version: string; readonly build: string };
  readonly page: { readonly [key: string]: Seen };
  readonly probes: readonly ProbeReport[];
  /** Sentences for people, worst first as the probes stand. */
  readonly wanting: readonly string[];
}

export interface SelfTestOptions {
  /** Of this add-in. */
  readonly version: string;
  /** What the page tells of itself: user agent, protocol, storage. */
  readonly page: SelfTestReport['page'];
}

/** Runs all probes; one that throws does not end the rest. @throws what opening a workbook throws */
export async function selfTest(app: EtApp, { version, page }: SelfTestOptions): Promise<SelfTestReport> {
  const lab = app as LabApp;
  const wanting: string[] = [];
  const probes = await inLab(lab, async (bench) => {
    const reports: ProbeReport[] = [];
    for (const probe of [...CELL_PROBES, ...BOOK_PROBES]) {
      const { report, sentence } = await asked(probe, bench);
      reports.push(report);
      if (sentence !== null && !wanting.includes(sentence)) wanting.push(sentence);
    }
    return reports;
  });
  const told = (name: 'Version' | 'Build'): string => attempt(() => ownText(get(lab, name)), '');
  return { form: 'jihe-wps-selftest/1', version, wps: { version: told('Version'), build: told('Build') }, page, probes, wanting };
}

async function asked(
  probe: Probe,
  bench: Parameters<Probe['run']>[0],
): Promise<{ readonly report: ProbeReport; readonly sentence: string | null }> {
  const start = Date.now();
  const head = { id: probe.id, what: probe.what };
  try {
    const seen = await probe.run(bench);
    return { report: { ...head, ms: Date.now() - start, seen }, sentence: probe.wanting?.(seen) ?? null };
  } catch (error) {
    const thrown = error instanceof Error ? error.message : String(error);
    return { report: { ...head, ms: Date.now() - start, thrown }, sentence: probe.broken ?? null };
  }
}
