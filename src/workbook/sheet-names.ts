const MAX_LENGTH = 31;

/** A name Excel accepts for a sheet: at most 31 characters, none of []:*?/\ and no quote at its ends. */
export function sheetNameFrom(wanted: string): string {
  const cleaned = cut(wanted.replace(/[[\]:*?/\\\u0000-\u001f]/g, '_').trim(), MAX_LENGTH).replace(/^'+|(?<!')'+$/g, '');
  return cleaned === '' ? '表' : cleaned;
}

/** The name itself, or with the first free number behind: «名称 (2)». `taken` in lower case. */
export function freeSheetName(wanted: string, taken: ReadonlySet<string>): string {
  const name = sheetNameFrom(wanted);
  for (let n = 1; ; n += 1) {
    const suffix = n === 1 ? '' : ` (${n})`;
    const tried = cut(name, MAX_LENGTH - suffix.length) + suffix;
    if (!taken.has(tried.toLowerCase())) return tried;
  }
}

/** Never through the middle of a character. */
function cut(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.length > length && last >= 0xd800 && last <= 0xdbff ? text.slice(0, length - 1) : text.slice(0, length);
}
