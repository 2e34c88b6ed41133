/** A small, strict XML reader for the manifest: elements, attributes, texts. No DTD, no CDATA: a manifest has none. */

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/;

class XmlError extends Error {}

function unescape(text) {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);|&/gi, (whole, entity) => {
    if (entity === undefined) throw new XmlError('「&」必须写作「&amp;」');
    if (entity[0] === '#')
      return String.fromCodePoint(entity[1].toLowerCase() === 'x' ? parseInt(entity.slice(2), 16) : Number(entity.slice(1)));
    if (ENTITIES[entity] === undefined) throw new XmlError(`未知的实体「${whole}」`);
    return ENTITIES[entity];
  });
}

/** { name, attributes, children, text } of the root; names keep their prefix. @throws XmlError where the text is not well-formed */
function parseXml(source) {
  const text = source.replace(/^\uFEFF/, '');
  let at = 0;
  const fail = (what) => {
    throw new XmlError(`第 ${text.slice(0, at).split('\n').length} 行：${what}`);
  };
  const skipTo = (end) => {
    const found = text.indexOf(end, at);
    if (found < 0) fail(`缺少「${end}」`);
    at = found + end.length;
  };
  const name = () => {
    const found = NAME.exec(text.slice(at, at + 200));
    if (found === null) fail('此处应是名称');
    at += found[0].length;
    return found[0];
  };
  const space = () => {
    while (/\s/.test(text[at] ?? '')) at += 1;
  };
  const misc = () => {
    for (;;) {
      space();
      if (text.startsWith('<!--', at)) skipTo('-->');
      else if (text.startsWith('<?', at)) skipTo('?>');
      else return;
    }
  };
  const attributes = () => {
    const found = {};
    for (;;) {
      space();
      if (text[at] === '>' || text.startsWith('/>', at)) return found;
      const key = name();
      const quote = /^\s*=\s*(["'])/.exec(text.slice(at, at + 20));
      if (quote === null) fail(`属性「${key}」缺少值`);
      at += quote[0].length;
      const from = at;
      skipTo(quote[1]);
      const value = text.slice(from, at - 1);
      if (value.includes('<')) fail(`属性「${key}」中不能有「<」`);
      if (Object.hasOwn(found, key)) fail(`属性「${key}」重复`);
      found[key] = unescape(value);
    }
  };
  const element = () => {
    if (text[at] !== '<') fail('此处应是元素');
    at += 1;
    const made = { name: name(), attributes: attributes(), children: [], text: '' };
    if (text.startsWith('/>', at)) {
      at += 2;
      return made;
    }
    at += 1;
    for (;;) {
      const from = at;
      at = text.indexOf('<', at);
      if (at < 0) fail(`元素「${made.name}」没有结束`);
      made.text += unescape(text.slice(from, at));
      if (text.startsWith('<!--', at)) skipTo('-->');
      else if (text.startsWith('</', at)) {
        at += 2;
        const closing = name();
        if (closing !== made.name) fail(`「${made.name}」由「${closing}」结束`);
        space();
        if (text[at] !== '>') fail('此处应是「>」');
        at += 1;
        made.text = made.text.trim();
        return made;
      } else made.children.push(element());
    }
  };
  misc();
  const root = element();
  misc();
  if (at < text.length) fail('根元素之后还有内容');
  return root;
}

/** All elements below, in order. */
function* descendants(element) {
  for (const child of element.children) {
    yield child;
    yield* descendants(child);
  }
}

const children = (element, name) => element.children.filter((one) => one.name === name);
const child = (element, name) => children(element, name)[0];
const all = (element, name) => [...descendants(element)].filter((one) => one.name === name);

module.exports = { XmlError, all, child, children, descendants, parseXml };
