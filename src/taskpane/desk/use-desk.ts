import type { FindingJson, TableJson } from '../../receipt';
import type { Desk } from '../desk-types';
import { usePane } from '../parts/context';
import { useStore } from '../parts/hooks';

interface DeskScope {
  readonly desk: Desk;
  readonly entry: TableJson;
  readonly entries: readonly TableJson[];
}

/** The desk and the shown table, followed. Drawn only where there is a desk. */
export function useDeskScope(): DeskScope {
  const { desk: loaded, state } = usePane();
  if (loaded === null) throw new Error('no desk');
  useStore(loaded.desk);
  const tables = state.audit!.tables;
  return { desk: loaded.desk, entry: (tables[state.table] ?? tables[0]!).entry, entries: tables.map(({ entry }) => entry) };
}

/** One finding of the shown table by its 编号. */
export const findingOf = ({ findings }: TableJson, id: string): FindingJson | undefined => findings.find((one) => one.id === id);
