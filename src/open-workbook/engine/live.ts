/** The first check of a workbook in another thread; later ones here where the last was small, so that typing is answered at once. */
import type { WorkbookSnapshot } from '../../workbook';
import type { Engine } from './types';

/** Scored rows below which a re-check takes a few milliseconds. */
const SMALL_ROWS = 300;
/** Rows × columns of all sheets below which reading them again does, too. */
const SMALL_CELLS = 40_000;

export function liveEngine(here: Engine, elsewhere: Engine): Engine {
  let last: Engine = elsewhere;
  let small = false;
  return {
    async audit(book, judging, file, signal) {
      const engine = small && cellsOf(book) <= SMALL_CELLS ? here : elsewhere;
      const view = await engine.audit(book, judging, file, signal);
      last = engine;
      small = cellsOf(book) <= SMALL_CELLS && view.tables.reduce((sum, table) => sum + table.rows, 0) < SMALL_ROWS;
      return view;
    },
    plan: (...args) => last.plan(...args),
    narrative: (...args) => last.narrative(...args),
    summary: () => last.summary(),
    result: () => last.result(),
    close() {
      here.close();
      elsewhere.close();
    },
  };
}

const cellsOf = ({ sheets }: WorkbookSnapshot): number => sheets.reduce((sum, sheet) => sum + sheet.rows * sheet.cols, 0);
