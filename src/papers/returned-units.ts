/** What was audited, put together by the unit that handed it in. */
import type { EntryJson, ReportJson, TableJson } from '../receipt';
import { normal, pushTo } from '../workbook';

export interface ReturnedUnit {
  /** As its sheets write it; null: nobody says whose it is. */
  readonly unit: string | null;
  readonly tables: readonly TableJson[];
  readonly reports: readonly ReportJson[];
}

interface Gathered {
  readonly unit: string | null;
  readonly tables: TableJson[];
  readonly reports: ReportJson[];
}

const keyOf = (unit: string | null, file: string): string => (unit === null ? `file ${file}` : `unit ${normal(unit)}`);

class Units {
  private readonly units = new Map<string, Gathered>();
  /** Units of a workbook's tables. */
  private readonly ofFile = new Map<string, string[]>();

  private at(unit: string | null, file: string): Gathered {
    const key = keyOf(unit, file);
    const known = this.units.get(key) ?? { unit, tables: [], reports: [] };
    this.units.set(key, known);
    return known;
  }

  table(table: TableJson): void {
    this.at(table.unit, table.file).tables.push(table);
    pushTo(this.ofFile, table.file, keyOf(table.unit, table.file));
  }

  /** With the unit it names, else with the only one of its workbook. */
  report(report: ReportJson): void {
    const keys = report.with === null ? [] : [...new Set(this.ofFile.get(report.with) ?? [])];
    const named = report.unit === null ? undefined : keyOf(report.unit, '');
    const key = keys.length === 1 ? keys[0] : keys.find((one) => one === named);
    const home = key === undefined ? this.at(report.unit, report.file) : this.units.get(key)!;
    home.reports.push(report);
  }

  get all(): readonly ReturnedUnit[] {
    return [...this.units.values()];
  }
}

/** In the order in which the units are first met. What could not be read belongs to nobody. */
export function returnedUnits(objects: readonly (EntryJson | ReportJson)[]): readonly ReturnedUnit[] {
  const units = new Units();
  for (const one of objects) if (one.status === 'ok' && !('is' in one)) units.table(one);
  for (const one of objects) if (one.status === 'ok' && 'is' in one) units.report(one);
  return units.all;
}
