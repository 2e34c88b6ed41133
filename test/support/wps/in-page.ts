/** The fake as `window.Application` of a page: bundled by wps-page.ts and run before the page's own scripts. */
import { FakeWps } from './fake-wps';
import type { Modes } from './modes';
import { bookOfPlain, type PlainBook } from './plain-book';

export interface PageWorld {
  jiheBook: PlainBook;
  jiheModes: Partial<Modes>;
  jiheFake: FakeWps;
  Application: unknown;
}

const page = globalThis as unknown as PageWorld;
page.jiheFake = new FakeWps(bookOfPlain(page.jiheBook), page.jiheModes, page.jiheBook.name);
page.Application = page.jiheFake.app;
