/**
 * What Office demands of an add-in's manifest, as far as it can be checked without asking anybody. Each rule answers sentences of what
 * is wrong. Its basis: the reference of the manifest's elements and what reviewers and users of add-ins have met.
 */
const { all, child, children, descendants } = require('./xml.cjs');

const NAMESPACES = {
  xmlns: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xmlns:bt': 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
};
const OVERRIDES = 'http://schemas.microsoft.com/office/taskpaneappversionoverrides';
const ORDER = [
  'Id',
  'Version',
  'ProviderName',
  'DefaultLocale',
  'DisplayName',
  'Description',
  'IconUrl',
  'HighResolutionIconUrl',
  'SupportUrl',
  'AppDomains',
  'Hosts',
  'Requirements',
  'DefaultSettings',
  'Permissions',
  'VersionOverrides',
];
/** Order of children in the elements of the ribbon. */
const INNER_ORDER = {
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Group: ['Label', 'Icon', 'Control'],
  CustomTab: ['Group', 'Label'],
  Action: ['TaskpaneId', 'SourceLocation', 'FunctionName'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const LONGEST_RESID = 32;
const SHORT = 125;
const LONG = 250;
const NEEDED_SIZES = [16, 32, 80];
/** The newest requirement set the shipped library knows. */
const LIBRARY_SET = [1, 15];
const URL_ATTRIBUTES = ['DefaultValue', 'Value'];

const outOfOrder = (names, order) => {
  const places = names.map((name) => order.indexOf(name));
  return places.some((place, index) => place < 0 || (index > 0 && place < places[index - 1]));
};
const resources = (root) =>
  [...all(root, 'bt:Image'), ...all(root, 'bt:Url'), ...all(root, 'bt:String')].filter((one) => one.attributes.id !== undefined);
const referencing = (root) => [...descendants(root)].filter((one) => one.attributes.resid !== undefined);
const valueOf = (root, resid) => resources(root).find((one) => one.attributes.id === resid)?.attributes.DefaultValue;
const located = (root) =>
  [...descendants(root)].filter((one) =>
    ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'bt:Image', 'bt:Url'].includes(one.name),
  );
const urlsOf = (root) => [
  ...located(root).flatMap((one) => URL_ATTRIBUTES.flatMap((key) => one.attributes[key] ?? [])),
  ...all(root, 'AppDomain').map((one) => one.text),
];
const originOf = (url) => (URL.canParse(url) ? new URL(url).origin : null);
const pathOf = (url) => decodeURIComponent(new URL(url).pathname.slice(1));

function rootRule(root) {
  const wrong = [];
  if (root.name !== 'OfficeApp' || root.attributes['xsi:type'] !== 'TaskPaneApp')
    wrong.push('根元素应是 OfficeApp，xsi:type 应是 TaskPaneApp。');
  for (const [key, value] of Object.entries(NAMESPACES)) if (root.attributes[key] !== value) wrong.push(`根元素的 ${key} 应是 ${value}。`);
  const overrides = child(root, 'VersionOverrides');
  if (overrides !== undefined && (overrides.attributes.xmlns !== OVERRIDES || overrides.attributes['xsi:type'] !== 'VersionOverridesV1_0'))
    wrong.push('VersionOverrides 的命名空间或类型不对。');
  return wrong;
}

function orderRule(root) {
  const wrong = outOfOrder(
    root.children.map((one) => one.name),
    ORDER,
  )
    ? [`根元素下的次序应是 ${ORDER.join('、')}。`]
    : [];
  const missing = ORDER.filter((name) => !['SupportUrl', 'AppDomains', 'Requirements'].includes(name) && child(root, name) === undefined);
  if (missing.length > 0) wrong.push(`缺少 ${missing.join('、')}。`);
  for (const element of descendants(root)) {
    const order = INNER_ORDER[element.name];
    if (
      order !== undefined &&
      outOfOrder(
        element.children.map((one) => one.name),
        order,
      )
    )
      wrong.push(`${element.name}${idOf(element)} 下的次序应是 ${order.join('、')}。`);
  }
  return wrong;
}

const idOf = (element) => (element.attributes.id === undefined ? '' : `「${element.attributes.id}」`);

function urlRule(root) {
  const urls = urlsOf(root);
  const wrong = urls.filter((url) => originOf(url) === null || !url.startsWith('https://')).map((url) => `地址必须是 https：${url}`);
  const origins = new Set(urls.map(originOf).filter((origin) => origin !== null));
  if (origins.size > 1) wrong.push(`所有地址应同源，现有 ${[...origins].join('、')}。`);
  return wrong;
}

function residRule(root) {
  const wrong = [];
  const defined = resources(root).map((one) => one.attributes.id);
  const used = referencing(root).map((one) => one.attributes.resid);
  wrong.push(...[...new Set(used)].filter((id) => !defined.includes(id)).map((id) => `resid「${id}」没有定义。`));
  wrong.push(...defined.filter((id) => !used.includes(id)).map((id) => `资源「${id}」没有用到。`));
  wrong.push(...defined.filter((id, index) => defined.indexOf(id) !== index).map((id) => `资源「${id}」重复定义。`));
  wrong.push(...defined.filter((id) => id.length > LONGEST_RESID).map((id) => `资源名「${id}」超过 ${LONGEST_RESID} 个字符。`));
  const ids = ['CustomTab', 'Group', 'Control'].flatMap((name) => all(root, name).map((one) => one.attributes.id));
  wrong.push(...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `控件 id「${id}」重复。`));
  return wrong;
}

function lengthRule(root) {
  const over = (most) => (element) =>
    [element, ...children(element, 'bt:Override'), ...children(element, 'Override')].flatMap((one) => {
      const value = one.attributes.DefaultValue ?? one.attributes.Value ?? '';
      return value === '' || [...value].length > most ? [`「${value.slice(0, 20)}…」为空或超过 ${most} 个字符。`] : [];
    });
  const within = (name) => all(root, name).flatMap((list) => children(list, 'bt:String'));
  const strings = [...children(root, 'DisplayName'), ...within('bt:ShortStrings')].flatMap(over(SHORT));
  return [...strings, ...[...children(root, 'Description'), ...within('bt:LongStrings')].flatMap(over(LONG))];
}

function iconSizesRule(root) {
  return all(root, 'Icon').flatMap((icon) => {
    const sizes = children(icon, 'bt:Image').map((image) => Number(image.attributes.size));
    const missing = NEEDED_SIZES.filter((size) => !sizes.includes(size));
    return missing.length === 0 ? [] : [`图标缺少 ${missing.join('、')} 像素的图片。`];
  });
}

/** `pngSize(path)`: [width, height] of a picture that is served, or null. */
function iconFilesRule(root, { pngSize }) {
  const wanted = [
    ...all(root, 'Icon').flatMap((icon) =>
      children(icon, 'bt:Image').map((image) => [valueOf(root, image.attributes.resid), Number(image.attributes.size)]),
    ),
    [child(root, 'IconUrl')?.attributes.DefaultValue, 32],
    [child(root, 'HighResolutionIconUrl')?.attributes.DefaultValue, 64],
  ];
  return wanted.flatMap(([url, size]) => {
    if (url === undefined || originOf(url) === null) return [];
    const found = pngSize(pathOf(url));
    if (found === null) return [`图标文件不存在或不是 PNG：${pathOf(url)}`];
    return found[0] === size && found[1] === size ? [] : [`图标 ${pathOf(url)} 应是 ${size}×${size}，实际 ${found.join('×')}。`];
  });
}

function functionsRule(root, { functions }) {
  const named = all(root, 'FunctionName').map((one) => one.text);
  return [
    ...named.filter((name) => !functions.includes(name)).map((name) => `命令「${name}」没有实现。`),
    ...functions.filter((name) => !named.includes(name)).map((name) => `命令「${name}」不在功能区。`),
  ];
}

function localesRule(root) {
  if (child(root, 'DefaultLocale')?.text !== 'zh-CN') return ['DefaultLocale 应是 zh-CN。'];
  const texts = [...children(root, 'DisplayName'), ...children(root, 'Description'), ...all(root, 'bt:String')];
  const lacking = texts.filter(
    (one) => ![...children(one, 'Override'), ...children(one, 'bt:Override')].some((override) => override.attributes.Locale === 'en-US'),
  );
  return lacking.map((one) => `${one.name}${idOf(one)} 缺少 en-US。`);
}

function pagesRule(root, { exists }) {
  const urls = [...children(root, 'SupportUrl'), ...all(root, 'SourceLocation'), ...all(root, 'bt:Url')].flatMap(
    (one) => one.attributes.DefaultValue ?? [],
  );
  return [...new Set(urls)].filter((url) => originOf(url) !== null && !exists(pathOf(url))).map((url) => `页面不存在：${pathOf(url)}`);
}

function requirementsRule(root) {
  return all(root, 'Set').flatMap(({ attributes: { Name, MinVersion } }) => {
    const [major, minor] = String(MinVersion ?? '1.1')
      .split('.')
      .map(Number);
    return Name === 'ExcelApi' && (major > LIBRARY_SET[0] || minor > LIBRARY_SET[1])
      ? [`要求的 ExcelApi ${MinVersion} 高于随附的库（${LIBRARY_SET.join('.')}）。`]
      : [];
  });
}

function hostsRule(root) {
  const named = children(child(root, 'Hosts') ?? { children: [] }, 'Host').map((one) => one.attributes.Name);
  const typed = all(child(root, 'VersionOverrides') ?? { children: [] }, 'Host').map((one) => one.attributes['xsi:type']);
  return [...named, ...typed].every((one) => one === 'Workbook') && named.length === 1 && typed.length === 1
    ? []
    : ['宿主应只有 Workbook。'];
}

const text = (name, fits, say) => (root) => (fits(child(root, name)?.text ?? '') ? [] : [say]);

/** By name, so that tests can show what each catches. `needs`: what it asks of the folder that is served. */
const RULES = {
  root: { check: rootRule },
  order: { check: orderRule },
  id: { check: text('Id', (id) => GUID.test(id), 'Id 应是 GUID。') },
  version: { check: (root, { version }) => text('Version', (one) => one === `${version}.0`, `Version 应是 ${version}.0。`)(root) },
  permissions: { check: text('Permissions', (one) => one === 'ReadWriteDocument', 'Permissions 应是 ReadWriteDocument。') },
  urls: { check: urlRule },
  resids: { check: residRule },
  lengths: { check: lengthRule },
  'icon-sizes': { check: iconSizesRule },
  'icon-files': { check: iconFilesRule },
  functions: { check: functionsRule },
  locales: { check: localesRule },
  pages: { check: pagesRule, needsPages: true },
  requirements: { check: requirementsRule },
  hosts: { check: hostsRule },
};

module.exports = { RULES };
