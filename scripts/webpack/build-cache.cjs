/**
 * What the builds have worked out, kept by the content it was worked out from: the workbench, the panes of Excel and WPS and the pages of the
 * tests are made of much the same files. In node_modules/.cache, where nothing is ever wrong by being old.
 */
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const FOLDER = path.resolve(__dirname, '../../node_modules/.cache/jihe-build');

/** The file that keeps what is made of these parts. */
function fileOf(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return path.join(FOLDER, hash.digest('hex'));
}

/** What is kept of these parts; null where nothing is. */
function kept(parts) {
  try {
    return readFileSync(fileOf(parts), 'utf8');
  } catch {
    return null;
  }
}

/** Keeps it, whole or not at all; where nothing can be kept it will be made again. */
function keep(parts, text) {
  const file = fileOf(parts);
  try {
    mkdirSync(FOLDER, { recursive: true });
    const fresh = `${file}.${process.pid}`;
    writeFileSync(fresh, text);
    renameSync(fresh, file);
  } catch {
    // A disk that is full or not ours.
  }
}

module.exports = { keep, kept };
