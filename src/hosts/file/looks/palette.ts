/** Colours by number (ECMA-376 part 1, 18.8.27): 0–7 repeat as 8–15; 64 and 65 are the system's text and background. */
const HEX =
  '000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff ' +
  '800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff ' +
  '000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 ' +
  '3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333';

export const INDEXED: readonly string[] = HEX.split(' ').map((hex) => `#${hex}`);

/** The colours of a workbook without a theme part: those of the Office theme. Order of the `theme` attribute. */
export const OFFICE_THEME: readonly string[] =
  '#ffffff #000000 #e7e6e6 #44546a #5b9bd5 #ed7d31 #a5a5a5 #ffc000 #4472c4 #70ad47 #0563c1 #954f72'.split(' ');
