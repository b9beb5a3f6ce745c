/** What holds an element: its parent, or the shadow root whose child it is; and what holds a shadow root is its host. */
export function around(node: Element | ShadowRoot): Element | ShadowRoot | null {
  if (isShadow(node)) return node.host;
  if (node.parentElement) return node.parentElement;
  const parent: Node | null = node.parentNode;
  return parent && isShadow(parent) ? parent : null;
}

/** The element around an element, on the page's side where a shadow root lies between. */
export function elementAround(element: Element): Element | null {
  const outer = around(element);
  return outer && isShadow(outer) ? outer.host : outer;
}

/** Whether a node is a shadow root: a fragment that has a host. */
export function isShadow(node: Node): node is ShadowRoot {
  return node.nodeType === 11 && 'host' in node;
}

const MOST_ROOTS = 400;
const MOST_WITHIN = 5000;
/** What a component that is drawn in its shadow leaves in the page itself: an element of its own name, or an empty box. */
const CUSTOM = "//*[contains(name(), '-')]";
const EMPTY = 'div:empty,section:empty,main:empty,article:empty,span:empty';

/** The open shadow roots of a page, outer ones first; a closed one is closed to Rollmark too. */
export function shadowsIn(page: ParentNode): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const open = rootsOf(hostsIn(page));
  for (let root = open.shift(); root && found.length < MOST_ROOTS; root = open.shift()) {
    found.push(root);
    open.push(...rootsOf([...root.querySelectorAll('*')].slice(0, MOST_WITHIN)));
  }
  return found;
}

/** The browser finds names with a hyphen by itself: to look at each of fifty thousand elements would take too long. */
function hostsIn(page: ParentNode): Element[] {
  const hosts = [...page.querySelectorAll(EMPTY)];
  if (!(page instanceof Document)) return hosts;
  const named = page.evaluate(CUSTOM, page, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
  for (let at = 0; at < Math.min(named.snapshotLength, MOST_WITHIN); at++) {
    const node = named.snapshotItem(at);
    if (node instanceof Element) hosts.push(node);
  }
  return hosts;
}

function rootsOf(elements: readonly Element[]): ShadowRoot[] {
  return elements.flatMap(({ shadowRoot }) => shadowRoot ?? []);
}
