/** Text for between tags. What XML cannot hold at all is left out; cell texts are escaped before (see cellText). */
export function escapeText(text: string): string {
  return withoutBad(text).replace(/[&<>\r]/g, (char) => TEXT[char]!);
}

/** Text for between the quotes of an attribute. */
export function escapeAttr(text: string): string {
  return withoutBad(text).replace(/[&<>"\r\n\t]/g, (char) => TEXT[char]!);
}

const TEXT: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

const BAD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Without characters that XML cannot hold. */
export function withoutBad(text: string): string {
  return text.replace(BAD, '');
}

const ESCAPED =
  /_(?=x[0-9a-fA-F]{4}_)|[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A cell's text as XML: characters that XML cannot hold as `_x0001_`, and a text that looks so already as `_x005F_x0001_`. */
export function xmlCellText(text: string): string {
  const safe = text.replace(ESCAPED, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
  return escapeText(safe);
}

/** A text cell's inner XML; the prefix is that of the part's other elements. */
export function inlineString(text: string, prefix: string): string {
  return `<${prefix}is><${prefix}t xml:space="preserve">${xmlCellText(text)}</${prefix}t></${prefix}is>`;
}

const encoder = new TextEncoder();

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}
