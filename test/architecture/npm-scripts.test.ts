import { scripts } from '../../package.json';

/** npm runs these by itself when the packages are installed, packed or handed on. */
const BY_ITSELF = [
  'dependencies',
  'preinstall',
  'install',
  'postinstall',
  'preprepare',
  'prepare',
  'postprepare',
  'prepublish',
  'prepublishOnly',
  'publish',
  'postpublish',
  'prepack',
  'postpack',
];

test('`npm ci` starts nothing of ours, and no script runs before or after another by its name', () => {
  const names = Object.keys(scripts);
  expect(names.filter((name) => BY_ITSELF.includes(name))).toEqual([]);
  const own = (name: string): string => name.replace(/^(?:pre|post)/, '');
  expect(names.filter((name) => own(name) !== name && names.includes(own(name)))).toEqual([]);
});
