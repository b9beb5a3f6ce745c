import type { CDPSession, Page } from 'playwright-core';

/** A mark as it is drawn over a page. */
export interface SeenMark {
  key: string;
  word: string;
  label: string;
  visible: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Looks into the closed shadow root, which no script of a page can: by the browser's own debugger. */
export class OverlayView {
  readonly page: Page;
  readonly #host: string;
  #session: CDPSession | null = null;

  constructor(page: Page, host = 'ROLLMARK-OVERLAY') {
    this.page = page;
    this.#host = host;
  }

  /** Runs a function whose `this` is the shadow root: what it gives, or null where there is no root. */
  look<T>(question: string): Promise<T | null> {
    return this.#ask<T>(question);
  }

  /** The middle of the first element that matches and whose text has the words, to be clicked with the mouse. */
  async placeOf(selector: string, words = ''): Promise<{ x: number; y: number }> {
    return this.#until(
      () =>
        this.#ask<{ x: number; y: number }>(`function () {
          const found = [...this.querySelectorAll(${JSON.stringify(selector)})].find((one) => one.textContent.includes(${JSON.stringify(words)}));
          if (!found) return null;
          found.scrollIntoView({ block: 'nearest' });
          const { x, y, width, height } = found.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        }`),
      `no ${selector} with “${words}” appeared`,
    );
  }

  async click(selector: string, words = ''): Promise<void> {
    const { x, y } = await this.placeOf(selector, words);
    await this.page.mouse.click(x, y);
  }

  /** Chooses an option of the list whose label has the words. */
  async choose(label: string, value: string): Promise<void> {
    await this.#ask(`function () {
      const found = [...this.querySelectorAll('label')].find((one) => one.textContent.includes(${JSON.stringify(label)}));
      const list = found.querySelector('select');
      list.value = ${JSON.stringify(value)};
      list.dispatchEvent(new Event('change', { bubbles: true }));
    }`);
  }

  async marks(): Promise<SeenMark[]> {
    return (
      (await this.#ask<SeenMark[]>(`function () {
      return [...this.querySelectorAll('.mark')].map((mark) => {
        const { x, y, width, height } = mark.getBoundingClientRect();
        return { key: mark.dataset.key, word: mark.innerText.trim(), label: mark.getAttribute('aria-label'),
          visible: getComputedStyle(mark).visibility === 'visible', x, y, width, height };
      });
    }`)) ?? []
    );
  }

  /** The marks, once there are some. */
  async someMarks(): Promise<SeenMark[]> {
    return this.#until(async () => {
      const marks = await this.marks();
      return marks.length > 0 ? marks : null;
    }, 'no mark appeared');
  }

  /** In how many frames of the page, itself among them, there are marks. */
  async count(): Promise<number> {
    this.#session ??= await this.page.context().newCDPSession(this.page);
    const { root } = await this.#session.send('DOM.getDocument', { depth: -1, pierce: true });
    return overlaysIn(root, this.#host).filter((shadow) => hasClass(shadow, 'mark')).length;
  }

  async popover(): Promise<string | null> {
    return this.#ask<string | null>(`function () { return this.querySelector('.popover')?.innerText ?? null; }`);
  }

  async note(): Promise<string | null> {
    return this.#ask<string | null>(`function () { return this.querySelector('.note p')?.innerText ?? null; }`);
  }

  /** Whether the overlay is drawn for a light or a dark page. */
  async theme(): Promise<string | null> {
    return this.#ask<string | null>(`function () { return this.querySelector('.layer')?.dataset.theme ?? null; }`);
  }

  /** The note, once there is one that has these words. */
  async noteWith(words: RegExp): Promise<string> {
    let last: string | null = null;
    return this.#until(async () => {
      last = await this.note();
      return last && words.test(last) ? last : null;
    }, `no note with ${words} appeared`);
  }

  /** Clicks the mark of a pupil with the mouse, where it is on the screen, and gives the window's text once it has the words. */
  async openMark(name: string, words = ''): Promise<string> {
    const mark = await this.#until(
      async () => (await this.marks()).find(({ label, visible }) => visible && label.startsWith(name)) ?? null,
      `no mark for ${name} appeared`,
    );
    await this.page.mouse.click(mark.x + mark.width / 2, mark.y + mark.height / 2);
    return this.#until(async () => {
      const text = await this.popover();
      return text?.includes(words) ? text : null;
    }, `no window with “${words}” appeared`);
  }

  async #until<T>(look: () => Promise<T | null>, why: string): Promise<T> {
    for (const end = Date.now() + 8000; Date.now() < end; ) {
      const found = await look();
      if (found !== null) return found;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`Waited for the overlay: ${why}`);
  }

  /** In a world of its own where the node is of the page itself: a page may have broken its own. */
  async #resolve(nodeId: number): Promise<{ object: { objectId?: string } }> {
    const session = (this.#session ??= await this.page.context().newCDPSession(this.page));
    const { frameTree } = await session.send('Page.getFrameTree');
    const world = { frameId: frameTree.frame.id, worldName: 'a test' };
    const { executionContextId } = await session.send('Page.createIsolatedWorld', world);
    return session
      .send('DOM.resolveNode', { nodeId, executionContextId })
      .catch(() => session.send('DOM.resolveNode', { nodeId }));
  }

  async #ask<T>(question: string): Promise<T | null> {
    this.#session ??= await this.page.context().newCDPSession(this.page);
    const { root } = await this.#session.send('DOM.getDocument', { depth: -1, pierce: true });
    const host = find(root, this.#host);
    const shadow = host?.shadowRoots?.[0];
    if (!shadow) return null;
    const { object } = await this.#resolve(shadow.nodeId);
    if (!object.objectId) return null;
    const { result } = await this.#session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: question,
      returnByValue: true,
    });
    return result.value as T;
  }
}

interface DomNode {
  nodeId: number;
  nodeName: string;
  /** Names and values in turn. */
  attributes?: string[];
  contentDocument?: DomNode;
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

function find(node: DomNode, host: string): DomNode | null {
  if (node.nodeName === host && node.shadowRoots?.[0]?.children?.some(hasMarks)) return node;
  for (const child of [...(node.children ?? []), ...(node.contentDocument ? [node.contentDocument] : [])]) {
    const found = find(child, host);
    if (found) return found;
  }
  return null;
}

/** Every frame has an overlay of its own; the one with something in it is meant. */
function hasMarks(layer: DomNode): boolean {
  return (layer.children ?? []).length > 0;
}

function overlaysIn(node: DomNode, host: string): DomNode[] {
  const own = node.nodeName === host ? (node.shadowRoots ?? []) : [];
  const inside = [...(node.children ?? []), ...(node.contentDocument ? [node.contentDocument] : [])];
  return [...own, ...inside.flatMap((child) => overlaysIn(child, host))];
}

function hasClass({ attributes = [], children = [] }: DomNode, name: string): boolean {
  const value = attributes[attributes.indexOf('class') + 1] ?? '';
  return (
    (attributes.includes('class') && value.split(' ').includes(name)) || children.some((one) => hasClass(one, name))
  );
}
