/** One Chinese face under all the names that pages and sheets ask for, so that pictures look alike on every machine. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const PACKAGE = path.resolve(__dirname, '../../../node_modules/@fontsource/noto-sans-sc');

/** Names of faces that Chinese Windows and macOS have and a test machine lacks. */
const NAMES = ['Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', 'SimSun', '宋体'];

export const FONT_MOUNTS: Readonly<Record<string, string>> = { '/test-fonts/': PACKAGE };

/** Answers of the server: the style sheet that declares the faces. */
export const FONT_ANSWERS: Readonly<Record<string, () => string>> = { '/test-fonts.css': allFaces };

function allFaces(): string {
  const faces = ['400', '600', '700'].map((weight) => readFileSync(path.join(PACKAGE, `${weight}.css`), 'utf8')).join('\n');
  const placed = faces.replaceAll('url(./files/', 'url(/test-fonts/files/');
  return NAMES.map((name) => placed.replaceAll("'Noto Sans SC'", `'${name}'`)).join('\n');
}
