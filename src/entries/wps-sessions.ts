/** The open workbooks that the pane has been shown beside, each with its own audit, journal and undo. */
import { WpsHost, type EtApp } from '../hosts/wps';
import type { Engine, OpenOptions, OpenWorkbook } from '../open-workbook';
import { openWorkbook } from '../open-workbook';

export interface SessionOptions {
  readonly app: EtApp;
  readonly engine: () => Engine;
  readonly open: Omit<OpenOptions, 'engine'>;
  readonly page: Storage | null;
  /** Calls back every now and then, until the returned function is called. */
  readonly nudges: (check: () => void) => () => void;
}

/** Workbooks kept at most: beyond, the one that was in front longest ago is let go. */
const MOST = 8;

export class Sessions {
  private readonly open = new Map<string, OpenWorkbook>();

  constructor(private readonly options: SessionOptions) {}

  /** The workbook that is in front now, by its full name; read anew where it is known already. */
  show(name: string): OpenWorkbook {
    const known = this.open.get(name);
    if (known !== undefined && known.state.phase !== 'refused') {
      this.open.delete(name);
      this.open.set(name, known);
      void known.audit();
      return known;
    }
    return this.begin(name);
  }

  private begin(name: string): OpenWorkbook {
    const { app, engine, open, page, nudges } = this.options;
    const opened = openWorkbook(new WpsHost(app, { page, nudges }), { ...open, engine: engine() });
    this.open.set(name, opened);
    for (const [oldest, one] of this.open) {
      if (this.open.size <= MOST) break;
      this.open.delete(oldest);
      void one.close();
    }
    void opened.start();
    return opened;
  }
}
