/** A tag of a Word part: where it stands and what it says. Text between tags is left to whoever wants it. */
export interface XmlTag {
  readonly name: string;
  readonly attributes: string;
  readonly is: 'open' | 'close' | 'empty';
  readonly start: number;
  readonly end: number;
}

/** An element with its children, without text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: string;
  readonly children: XmlElement[];
}

/** Every tag in order, in time linear in the text; declarations and comments are passed over. */
export function* tagsOf(xml: string): Generator<XmlTag> {
  for (let start = xml.indexOf('<'); start >= 0; start = xml.indexOf('<', start + 1)) {
    if (xml.startsWith('<!--', start)) {
      start = xml.indexOf('-->', start);
      if (start < 0) return;
      continue;
    }
    const close = xml.indexOf('>', start);
    if (close < 0) return;
    const first = xml[start + 1];
    if (first === '?' || first === '!') continue;
    const isClose = first === '/';
    const isEmpty = xml[close - 1] === '/';
    const inner = xml.slice(start + (isClose ? 2 : 1), isEmpty ? close - 1 : close);
    const space = inner.search(/\s/);
    yield {
      name: space < 0 ? inner : inner.slice(0, space),
      attributes: space < 0 ? '' : inner.slice(space),
      is: isClose ? 'close' : isEmpty ? 'empty' : 'open',
      start,
      end: close + 1,
    };
    start = close;
  }
}

/** The elements of a small part as a tree; an unclosed one ends with its parent. */
export function treeOf(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: '', children: [] };
  const open = [root];
  for (const { name, attributes, is } of tagsOf(xml)) {
    if (is === 'close') {
      if (open.length > 1) open.pop();
      continue;
    }
    const element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    if (is === 'open') open.push(element);
  }
  return root;
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The value of an attribute, its commonest entities resolved; undefined where it is not given. */
export function attributeOf(element: { attributes: string } | undefined, name: string): string | undefined {
  if (!element) return undefined;
  const at = element.attributes.indexOf(` ${name}=`);
  if (at < 0) return undefined;
  const from = at + name.length + 3;
  const to = element.attributes.indexOf(element.attributes[from - 1] ?? '"', from);
  return to < 0 ? undefined : unescaped(element.attributes.slice(from, to));
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
