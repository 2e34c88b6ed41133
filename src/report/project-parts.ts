/** The parts of a report that is about several projects. */
import type { Assessment } from '../assessment';
import { normal } from '../workbook';
import type { ReportLine } from './types';

/** Shorter names are words of any heading. */
const SHORTEST_PROJECT = 4;

export interface ProjectPart {
  readonly own: readonly ReportLine[];
  readonly about: Assessment;
}

/** The parts of a report on several projects: what stands under headings that name one of them and no other. */
export function projectPartsOf(lines: readonly ReportLine[], assessments: readonly Assessment[]): readonly ProjectPart[] {
  const named = assessments.flatMap((about) => {
    const name = normal(about.scoreTable.project?.value ?? '');
    return name.length < SHORTEST_PROJECT ? [] : [{ name, about }];
  });
  const ofLine = (line: ReportLine): Assessment | null => {
    const above = normal(line.heading.join(' '));
    const inside = named.filter(({ name }) => above.includes(name));
    const own = inside.filter(({ name }) => inside.every((other) => other.name === name || !other.name.includes(name)));
    return own.length === 1 ? own[0]!.about : null;
  };
  const owners = new Map(lines.map((line) => [line, ofLine(line)]));
  return named.map(({ about }) => ({ about, own: lines.filter((line) => owners.get(line) === about) })).filter(({ own }) => own.length > 0);
}
