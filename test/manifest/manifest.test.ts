import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { checkManifest, officeInfo, surroundings, type Surroundings } from '../../scripts/manifest/check.cjs';

const ROOT = path.join(__dirname, '../..');
const MANIFEST = path.join(ROOT, 'manifest.xml');
const source = readFileSync(MANIFEST, 'utf8');
const around: Surroundings = { ...surroundings(null), exists: (file) => ['taskpane.html', 'commands.html', 'help.html'].includes(file) };

const rulesBroken = (text: string, with_: Surroundings = around): string[] => [
  ...new Set(checkManifest(text, with_).map(([rule]) => rule)),
];

/** The mutated text; a mutation that changes nothing proves nothing. */
function mutated(from: string | RegExp, to: string): string {
  const text = source.replace(from, to);
  expect(text).not.toBe(source);
  return text;
}

describe('the manifest', () => {
  test('breaks no rule', () => {
    expect(checkManifest(source, around)).toEqual([]);
  });

  test("is read by Microsoft's own tool", () => {
    expect(officeInfo(MANIFEST)).toBeNull();
  });

  test("what is no manifest is refused by Microsoft's own tool", () => {
    expect(officeInfo(path.join(ROOT, 'package.json'))).not.toBeNull();
  });
});

const MUTATIONS: readonly (readonly [rule: string, what: string, from: string | RegExp, to: string])[] = [
  ['well-formed', 'an element without its end', '</Hosts>', ''],
  ['well-formed', 'an ampersand as it is', '打开绩核面板', '打开&绩核面板'],
  ['well-formed', 'an attribute twice', 'size="16" resid', 'size="16" size="16" resid'],
  ['root', 'another type of add-in', 'xsi:type="TaskPaneApp"', 'xsi:type="ContentApp"'],
  ['root', 'another namespace', 'appforoffice/1.1', 'appforoffice/1.0'],
  ['root', 'overrides of another kind', 'VersionOverridesV1_0', 'VersionOverridesV1_1'],
  ['order', 'the version before the id', /(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, '$2$1'],
  ['order', 'no permissions', /<Permissions>.*<\/Permissions>/, ''],
  ['order', 'the label of the tab before its group', /<CustomTab id="JiheTab">/, '<CustomTab id="JiheTab"><Label resid="Tab.Label"/>'],
  ['order', 'an unknown element', '<Hosts>', '<Something/><Hosts>'],
  ['id', 'no GUID', '6d1f7a52-', '6d1f7a5-'],
  ['version', 'three numbers', /<Version>.*<\/Version>/, '<Version>0.1.0</Version>'],
  ['version', 'another than the package', /<Version>.*<\/Version>/, '<Version>9.1.0.0</Version>'],
  ['permissions', 'less than writing', 'ReadWriteDocument', 'ReadDocument'],
  [
    'urls',
    'http',
    'https://localhost:3000/taskpane.html"/>\n  </DefaultSettings>',
    'http://localhost:3000/taskpane.html"/>\n  </DefaultSettings>',
  ],
  ['urls', 'another origin', 'https://localhost:3000/help.html', 'https://example.com/help.html'],
  ['resids', 'a text that is not there', 'resid="Audit.Tip"', 'resid="Audit.Top"'],
  [
    'resids',
    'a text that nobody uses',
    '<bt:LongStrings>',
    '<bt:LongStrings><bt:String id="Spare" DefaultValue="闲"><bt:Override Locale="en-US" Value="spare"/></bt:String>',
  ],
  ['resids', 'a control twice', 'id="Audit">', 'id="Recalc">'],
  ['resids', 'a name of 33 characters', /"Tab\.Label"/g, `"${'T'.repeat(33)}"`],
  ['lengths', 'a label of 126 characters', 'DefaultValue="一键运算"', `DefaultValue="${'运'.repeat(126)}"`],
  ['lengths', 'a tip of 251 characters', 'DefaultValue="打开绩核面板', `DefaultValue="${'打'.repeat(251)}`],
  ['lengths', 'an empty label', 'DefaultValue="一键运算"', 'DefaultValue=""'],
  ['icon-sizes', 'no 80 pixels', '<bt:Image size="80" resid="audit.80"/>', ''],
  ['icon-files', 'a picture that is not there', 'assets/audit-32.png', 'assets/audit-33.png'],
  ['icon-files', 'a picture of another size', 'assets/audit-32.png', 'assets/audit-16.png'],
  [
    'icon-files',
    'a small IconUrl',
    '<IconUrl DefaultValue="https://localhost:3000/assets/jihe-32.png"',
    '<IconUrl DefaultValue="https://localhost:3000/assets/jihe-16.png"',
  ],
  ['functions', 'a command nobody carries out', '<FunctionName>recalc<', '<FunctionName>calculate<'],
  ['locales', 'a text without English', /<bt:Override Locale="en-US" Value="Check"\/>/, ''],
  ['locales', 'English by default', '<DefaultLocale>zh-CN<', '<DefaultLocale>en-US<'],
  [
    'pages',
    'a page that is not there',
    'DefaultValue="https://localhost:3000/commands.html"',
    'DefaultValue="https://localhost:3000/command.html"',
  ],
  ['requirements', 'more than the library has', 'MinVersion="1.7"', 'MinVersion="1.16"'],
  ['hosts', 'another host', '<Host Name="Workbook"/>', '<Host Name="Workbook"/><Host Name="Document"/>'],
];

describe('each rule is broken by what it is for', () => {
  test.each(MUTATIONS)('%s: %s', (rule, _, from, to) => {
    expect(rulesBroken(mutated(from, to))).toContain(rule);
  });

  test('no rule without a mutation', () => {
    const { RULES } = jest.requireActual<{ RULES: object }>('../../scripts/manifest/rules.cjs');
    expect(new Set(MUTATIONS.map(([rule]) => rule))).toEqual(new Set(['well-formed', ...Object.keys(RULES)]));
  });

  test('pages are not asked for where none are built', () => {
    const text = mutated('DefaultValue="https://localhost:3000/commands.html"', 'DefaultValue="https://localhost:3000/command.html"');
    expect(rulesBroken(text, { ...around, exists: null })).toEqual([]);
  });
});

test('every picture was drawn from the drawing that is there', () => {
  const folder = path.join(ROOT, 'assets/icons');
  const made = JSON.parse(readFileSync(path.join(folder, 'made.json'), 'utf8')) as Record<string, string>;
  expect(
    readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .sort(),
  ).toEqual(Object.keys(made).sort());
  for (const [file, hash] of Object.entries(made)) {
    const [, name, size] = /^(.*)-(\d+)\.png$/.exec(file)!;
    const svg = readFileSync(path.join(folder, `${name!}${Number(size) < 32 ? '-small' : ''}.svg`), 'utf8');
    expect([file, createHash('sha256').update(svg).digest('hex').slice(0, 16)]).toEqual([file, hash]);
  }
});
