/** publish.xml as they are found on real machines, and what our entry does to them. */
export const ENTRY = '<jsplugin name="jihe" type="et" url="jihe_0.1.0" version="0.1.0" enable="enable" install="null" customDomain=""/>';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

export interface PublishCase {
  readonly title: string;
  readonly before: string;
  /** With our entry; null: must not be touched. */
  readonly after: string | null;
  /** Without any of ours. */
  readonly without: string | null;
}

export const PUBLISH_CASES: readonly PublishCase[] = [
  { title: 'no file', before: '', after: `${HEAD}<jsplugins>\n  ${ENTRY}\n</jsplugins>\n`, without: '' },
  {
    title: 'an empty list',
    before: '<jsplugins></jsplugins>\n',
    after: `<jsplugins>\n  ${ENTRY}\n</jsplugins>\n`,
    without: '<jsplugins></jsplugins>\n',
  },
  {
    title: 'a list that closes itself',
    before: `${HEAD}<jsplugins/>\n`,
    after: `${HEAD}<jsplugins>\n  ${ENTRY}\n</jsplugins>\n`,
    without: `${HEAD}<jsplugins>\n</jsplugins>\n`,
  },
  {
    title: 'what the vendor’s tool writes: one line, no entry of ours',
    before: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<jsplugins>\n  <jsplugin name="date-picker" type="et" url="date-picker_1.0.1" version="1.0.1" enable="enable_dev" install="null" customDomain=""/>\n</jsplugins>\n`,
    after: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<jsplugins>\n  <jsplugin name="date-picker" type="et" url="date-picker_1.0.1" version="1.0.1" enable="enable_dev" install="null" customDomain=""/>\n  ${ENTRY}\n</jsplugins>\n`,
    without: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<jsplugins>\n  <jsplugin name="date-picker" type="et" url="date-picker_1.0.1" version="1.0.1" enable="enable_dev" install="null" customDomain=""/>\n</jsplugins>\n`,
  },
  {
    title: 'an older version of ours between those of an office system',
    before: `<jsplugins>\n\t<jspluginonline name="EtOAAssist" type="et" url="http://192.168.41.120:8081/static/wps/plugin/et"/>\n\t<jsplugin name="jihe" type="et" url="jihe_0.0.9" version="0.0.9" enable="enable" install="null" customDomain=""/>\n\t<jspluginonline name="WppOAAssist" type="wpp" url="http://192.168.41.120:8081/static/wps/plugin/wpp"/>\n</jsplugins>\n`,
    after: `<jsplugins>\n\t<jspluginonline name="EtOAAssist" type="et" url="http://192.168.41.120:8081/static/wps/plugin/et"/>\n\t<jspluginonline name="WppOAAssist" type="wpp" url="http://192.168.41.120:8081/static/wps/plugin/wpp"/>\n  ${ENTRY}\n</jsplugins>\n`,
    without: `<jsplugins>\n\t<jspluginonline name="EtOAAssist" type="et" url="http://192.168.41.120:8081/static/wps/plugin/et"/>\n\t<jspluginonline name="WppOAAssist" type="wpp" url="http://192.168.41.120:8081/static/wps/plugin/wpp"/>\n</jsplugins>\n`,
  },
  {
    title: 'everything on one line, ours twice, one with an end tag, single quotes',
    before: `<jsplugins><jspluginonline type='et' name = 'jihe' url="http://127.0.0.1:3889/"></jspluginonline><jsplugin name="jihe2" type="et" url="jihe2_1" version="1"/><jsplugin url="jihe_0.0.1" name="jihe" type="et"/></jsplugins>`,
    after: `<jsplugins><jsplugin name="jihe2" type="et" url="jihe2_1" version="1"/>\n  ${ENTRY}\n</jsplugins>\n`,
    without: `<jsplugins><jsplugin name="jihe2" type="et" url="jihe2_1" version="1"/></jsplugins>\n`,
  },
  {
    title: 'comments keep what they say, > inside quotes ends no tag, Windows line ends and a byte order mark stay',
    before: `\uFEFF<!-- <jsplugin name="jihe"/> 离线 -->\r\n<jsplugins>\r\n  <jsplugin name="a>b" type="wps" url="论文/build/"/>\r\n</jsplugins>\r\n<!-- end -->\r\n`,
    after: `\uFEFF<!-- <jsplugin name="jihe"/> 离线 -->\r\n<jsplugins>\r\n  <jsplugin name="a>b" type="wps" url="论文/build/"/>\r\n  ${ENTRY}\r\n</jsplugins>\r\n<!-- end -->\r\n`,
    without: `\uFEFF<!-- <jsplugin name="jihe"/> 离线 -->\r\n<jsplugins>\r\n  <jsplugin name="a>b" type="wps" url="论文/build/"/>\r\n</jsplugins>\r\n<!-- end -->\r\n`,
  },
  {
    title: 'an entry over several lines',
    before: `<jsplugins>\n  <jsplugin\n    name="jihe"\n    type="et"\n    url="jihe_0.0.1"\n  />\n  <jspluginonline name="wps-ai-qa" type="wps" url="http://127.0.0.1:3889/" debug="" enable="enable_dev" install="null"/>\n</jsplugins>\n`,
    after: `<jsplugins>\n  <jspluginonline name="wps-ai-qa" type="wps" url="http://127.0.0.1:3889/" debug="" enable="enable_dev" install="null"/>\n  ${ENTRY}\n</jsplugins>\n`,
    without: `<jsplugins>\n  <jspluginonline name="wps-ai-qa" type="wps" url="http://127.0.0.1:3889/" debug="" enable="enable_dev" install="null"/>\n</jsplugins>\n`,
  },
  { title: 'a list of something else', before: '<settings><a/></settings>\n', after: null, without: null },
  { title: 'a list cut off', before: '<jsplugins>\n  <jsplugin name="x" ', after: null, without: null },
  { title: 'no XML at all', before: 'hello\n', after: null, without: null },
];
