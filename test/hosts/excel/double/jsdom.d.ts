/** What is used of jsdom, which brings no types. */
declare module 'jsdom' {
  import type { Context } from 'node:vm';

  export class JSDOM {
    constructor(html: string, options: { readonly runScripts: 'outside-only'; readonly url: string });
    readonly window: object & { close(): void };
    getInternalVMContext(): Context;
  }
}
