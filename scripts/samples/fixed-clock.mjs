/** exceljs stamps zip members and properties with the time of day; here it is always the same moment. */
export function fixClock(iso) {
  const RealDate = Date;
  const moment = RealDate.parse(iso);
  globalThis.Date = class extends RealDate {
    constructor(...args) {
      if (args.length === 0) super(moment);
      else super(...args);
    }

    static now() {
      return moment;
    }
  };
}
