/** A small strict XML reader for tests, written apart from the program's own scanner: it throws at whatever is not well-formed. */
export interface XmlNode {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  /** By name as written; declarations of namespaces left out. */
  readonly attrs: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  readonly text: string;
}

const NAME = /[A-Za-z_\u0080-\uffff][\w.\-\u0080-\uffff]*(?::[A-Za-z_\u0080-\uffff][\w.\-\u0080-\uffff]*)?/y;
/** What XML 1.0 forbids. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

interface Building {
  name: string;
  uri: string;
  attrs: Map<string, string>;
  children: XmlNode[];
  text: string;
  scope: Map<string, string>;
}

/** The root of a document. @throws Error that says what is wrong and where */
export function parseXml(bytes: Uint8Array): XmlNode {
  const text = decode(bytes);
  let at = 0;
  const fail = (what: string): never => {
    throw new Error(`${what} at ${at}: ${JSON.stringify(text.slice(at, at + 60))}`);
  };
  if (FORBIDDEN.test(text)) fail('forbidden character');
  const stack: Building[] = [];
  let root: XmlNode | null = null;
  const name = (): string => {
    NAME.lastIndex = at;
    const match = NAME.exec(text);
    if (match === null) return fail('no name');
    at = NAME.lastIndex;
    return match[0];
  };
  const past = (end: string, what: string): void => {
    const found = text.indexOf(end, at);
    if (found < 0) fail(what);
    at = found + end.length;
  };
  const close = (node: Building): void => {
    const made: XmlNode = {
      name: node.name,
      local: node.name.replace(/^.*:/, ''),
      uri: node.uri,
      attrs: node.attrs,
      children: node.children,
      text: node.text,
    };
    const parent = stack[stack.length - 1];
    if (parent !== undefined) parent.children.push(made);
    else if (root !== null) fail('second root');
    else root = made;
  };
  while (at < text.length) {
    if (text[at] !== '<') {
      const end = text.indexOf('<', at);
      const piece = text.slice(at, end < 0 ? text.length : end);
      const top = stack[stack.length - 1];
      if (top === undefined && piece.trim() !== '') fail('text outside the root');
      if (top !== undefined) top.text += entities(piece, fail);
      at += piece.length;
    } else if (text.startsWith('<?', at)) past('?>', 'open instruction');
    else if (text.startsWith('<!--', at)) past('-->', 'open comment');
    else if (text.startsWith('<![CDATA[', at)) {
      const from = at + 9;
      past(']]>', 'open CDATA');
      stack[stack.length - 1]!.text += text.slice(from, at - 3);
    } else if (text.startsWith('</', at)) {
      at += 2;
      const ended = name();
      while (/\s/.test(text[at] ?? '')) at += 1;
      if (text[at] !== '>') fail('bad end tag');
      at += 1;
      const node = stack.pop();
      if (node === undefined || node.name !== ended) fail(`</${ended}> ends <${node?.name ?? ''}>`);
      close(node!);
    } else {
      at += 1;
      const tag = name();
      const raw = new Map<string, string>();
      for (;;) {
        const before = at;
        while (/\s/.test(text[at] ?? '')) at += 1;
        if (text[at] === '>' || text.startsWith('/>', at)) break;
        if (at === before) fail('no blank before an attribute');
        const key = name();
        const equals = /\s*=\s*(["'])/y;
        equals.lastIndex = at;
        const match = equals.exec(text);
        if (match === null) return fail('attribute without value');
        const from = equals.lastIndex;
        const end = text.indexOf(match[1]!, from);
        if (end < 0) fail('open attribute');
        const value = text.slice(from, end);
        if (value.includes('<')) fail('< in an attribute');
        if (raw.has(key)) fail(`attribute ${key} twice`);
        raw.set(key, entities(value, fail));
        at = end + 1;
      }
      const scope = new Map(stack[stack.length - 1]?.scope ?? [['xml', 'xml']]);
      const attrs = new Map<string, string>();
      for (const [key, value] of raw) {
        if (key === 'xmlns') scope.set('', value);
        else if (key.startsWith('xmlns:')) scope.set(key.slice(6), value);
        else attrs.set(key, value);
      }
      const prefixOf = (written: string): string => (written.includes(':') ? written.slice(0, written.indexOf(':')) : '');
      for (const written of [tag, ...attrs.keys()])
        if (prefixOf(written) !== '' && !scope.has(prefixOf(written))) fail(`prefix of ${written} is not declared`);
      const node: Building = { name: tag, uri: scope.get(prefixOf(tag)) ?? '', attrs, children: [], text: '', scope };
      if (text[at] === '/') {
        at += 2;
        close(node);
      } else {
        at += 1;
        stack.push(node);
      }
    }
  }
  if (stack.length > 0) fail(`<${stack[stack.length - 1]!.name}> is not closed`);
  return root ?? fail('no root');
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function entities(text: string, fail: (what: string) => never): string {
  return text.replace(/&([^;\s]*;?)/g, (whole, body: string) => {
    const named: Record<string, string> = { 'lt;': '<', 'gt;': '>', 'amp;': '&', 'quot;': '"', 'apos;': "'" };
    if (named[body] !== undefined) return named[body];
    const match = /^#(?:x([0-9a-fA-F]+)|(\d+));$/.exec(body);
    if (match === null) return fail(`bad entity ${whole}`);
    return String.fromCodePoint(match[1] === undefined ? Number(match[2]) : parseInt(match[1], 16));
  });
}

/** Elements of that local name anywhere below. */
export function descendants(node: XmlNode, local: string): XmlNode[] {
  const found: XmlNode[] = [];
  const visit = (one: XmlNode): void => {
    for (const child of one.children) {
      if (child.local === local) found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

export function child(node: XmlNode | undefined, local: string): XmlNode | undefined {
  return node?.children.find((one) => one.local === local);
}

/** An attribute by local name. */
export function attribute(node: XmlNode, local: string): string | undefined {
  for (const [name, value] of node.attrs) if (name.replace(/^.*:/, '') === local) return value;
  return undefined;
}
