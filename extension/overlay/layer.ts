import type { MarkedPupil, MarkedTable } from '../judging/judged-page.ts';
import type { LoggedStep, PageRequest, PolicyNotice } from '../messages.ts';
import { localDay } from '../today.ts';
import type { OverlayActions } from './actions.ts';
import { Covered } from './covered.ts';
import css from './marks.css?inline';
import { type DrawnMark, Marks } from './marks.ts';
import { CLOSE, nearScreen } from './near.ts';
import { drawNote } from './note.ts';
import { besideMark, type Placed, placeMarks, type Reach } from './place.ts';
import { Returns } from './returns.ts';
import { addStyles } from './styles.ts';
import { TouchedRows } from './touched.ts';
import { type WindowModel, windowDrawer } from './window-slot.ts';

const HOST = 'rollmark-overlay';
const AWAY = -10_000;
const FAREWELL_MS = 20_000;
/** So long after the last scroll all is looked at once more. */
const SETTLED_MS = 150;

export interface LayerOptions {
  /** Asks the background. */
  ask(request: PageRequest): Promise<unknown>;
  /** The match pattern of the page's site. */
  site: string;
  /** Someone opened the window of a pupil whose decision was not sent along. */
  explain(pupil: MarkedPupil): void;
}

/** What is shown of a page. */
export interface Shown {
  tables: readonly MarkedTable[];
  policy: PolicyNotice | null;
  /** One sentence or two for the corner of the page; null: nothing to say. */
  note: string | null;
  theme: 'light' | 'dark';
}

/**
 * The one layer over the page: a closed shadow root on an element without size, beside the page's body and never inside it.
 * The page's own nodes are only measured.
 */
export class OverlayLayer {
  readonly host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #layer = document.createElement('div');
  readonly #marksBox = document.createElement('div');
  readonly #slot = document.createElement('div');
  readonly #marks: Marks;
  readonly #ask: LayerOptions['ask'];
  readonly #site: string;
  readonly #explain: LayerOptions['explain'];
  readonly #touched = new TouchedRows();
  readonly #returns = new Returns();
  readonly #covered: Covered;
  readonly #stop = new AbortController();
  #shown: Shown = { tables: [], policy: null, note: null, theme: 'light' };
  /** The pupil whose window is open, and the one whose mark takes part in tabbing. */
  #open: string | null = null;
  #stopAt: string | null = null;
  /** Why something could not be written in the log. */
  #said: string | null = null;
  /** The pupil whose decision has been asked for. */
  #explaining: string | null = null;
  /** How far the names of a table reach to the right, so that scrolling moves no mark aside. */
  #reach = new WeakMap<Element, Reach>();
  #pending = 0;
  #settled: ReturnType<typeof setTimeout> | undefined;

  constructor({ ask, site, explain }: LayerOptions) {
    this.#ask = ask;
    this.#site = site;
    this.#explain = explain;
    this.host = document.createElement(HOST);
    // What a page's own style sheets say of every element is not said of this one.
    this.host.style.cssText = HOST_STYLE;
    this.#root = this.host.attachShadow({ mode: 'closed' });
    this.#covered = new Covered(this.host);
    addStyles(this.#root, css);
    this.#layer.className = 'layer';
    this.#layer.append(this.#marksBox, this.#slot);
    this.#marks = new Marks(this.#marksBox, {
      toggle: (key) => this.#toggle(key),
      step: (from, by) => this.#step(from, by),
    });
    this.host.addEventListener('keydown', (event) => this.#onKey(event));
    const { signal } = this.#stop;
    addEventListener('scroll', this.#onScroll, { capture: true, passive: true, signal });
    addEventListener('resize', this.place, { passive: true, signal });
    addEventListener('pointerdown', (event) => !event.composedPath().includes(this.host) && this.#close(false), {
      capture: true,
      signal,
    });
  }

  /** The page keeps taking the marks away, so they are left out for a while. */
  get isBarred(): boolean {
    return this.#returns.isBarred;
  }

  /** The page took the marks away: they come back, unless it does so again and again. */
  comeBack(): void {
    if (this.#returns.mayReturn()) this.#attach();
  }

  /** Rows of the page changed: what is shown over them is no longer theirs. */
  touch(records: readonly MutationRecord[], change: number): void {
    this.#touched.note(records, change);
    for (const { pupil, element } of this.#marks.all) if (this.#touched.has(pupil.key)) element.classList.add('away');
    if (this.#open !== null && this.#touched.has(this.#open)) this.#slot.classList.add('away');
  }

  /**
   * Draws what was judged; an open window stays open while its pupil is there. `change`: how many times the page had
   * changed when it was read.
   */
  show(shown: Shown, change: number): void {
    this.#touched.read(shown.tables, change);
    this.#explaining = null;
    this.#reach = new WeakMap();
    this.#shown = shown;
    const keys = this.#pupils().map(({ key }) => key);
    if (this.#open !== null && !keys.includes(this.#open)) this.#open = null;
    if (this.#stopAt === null || !keys.includes(this.#stopAt)) this.#stopAt = keys[0] ?? null;
    this.#render();
  }

  /** Opens the window of a pupil, with its row brought into view. */
  reveal(key: string): void {
    const pupil = this.#pupilOf(key);
    if (!pupil) return;
    pupil.anchor.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#open = this.#stopAt = key;
    this.#render();
  }

  /** Puts every mark where its row is now: one pass before the next frame, however often it is asked for. */
  readonly place = (): void => {
    this.#covered.forget();
    this.#placeSoon();
  };

  readonly #onScroll = (): void => {
    this.#placeSoon();
    clearTimeout(this.#settled);
    this.#settled = setTimeout(this.place, SETTLED_MS);
  };

  readonly #placeSoon = (): void => {
    this.#pending ||= requestAnimationFrame(() => {
      this.#pending = 0;
      this.#drawMarks();
      this.#place();
    });
  };

  /** Takes every mark away, and leaves one sentence for a while where there is one to say. */
  farewell(sentence: string | null): void {
    if (sentence === null) {
      this.destroy();
      return;
    }
    this.#open = null;
    this.#shown = { ...this.#shown, tables: [], policy: null, note: sentence };
    this.#render();
    setTimeout(() => this.destroy(), FAREWELL_MS);
  }

  destroy(): void {
    this.#stop.abort();
    cancelAnimationFrame(this.#pending);
    clearTimeout(this.#settled);
    windowDrawer()?.(this.#root, this.#slot, null);
    this.host.remove();
  }

  readonly #actions: OverlayActions = {
    close: () => this.#close(true),
    record: (pupilId, entry) => void this.#write({ type: 'log-step', site: this.#site, pupilId, entry }),
    unrecord: (pupilId, entry) => void this.#write({ type: 'unlog-step', site: this.#site, pupilId, entry }),
  };

  #toggle(key: string): void {
    this.#open = this.#open === key ? null : key;
    this.#stopAt = key;
    this.#said = null;
    this.#render();
    if (this.#open) this.#focusWindow();
  }

  #step(from: string, by: number): void {
    const pupils = this.#pupils();
    const to = pupils[pupils.findIndex(({ key }) => key === from) + by];
    if (!to) return;
    to.anchor.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (this.#open !== null) this.#open = to.key;
    this.#stopAt = to.key;
    this.#render();
    this.#marks.of(to.key)?.element.focus({ preventScroll: true });
  }

  #close(refocus: boolean): void {
    const open = this.#open;
    if (open === null) return;
    this.#open = null;
    this.#render();
    if (refocus) this.#marks.of(open)?.element.focus({ preventScroll: true });
  }

  #onKey(event: KeyboardEvent): void {
    // The page's own shortcuts must not run while someone types here.
    event.stopPropagation();
    if (event.key === 'Escape') this.#close(true);
  }

  /** Writes in the officer's log; the new answer comes with the change of what is stored. */
  async #write(request: PageRequest & { entry: LoggedStep }): Promise<void> {
    const why = await this.#ask(request).catch(() => undefined);
    // "null" says that it is done; anything else but a reason is silence.
    this.#said = why === null || typeof why === 'string' ? why : UNWRITTEN;
    this.#render();
  }

  #pupils(): MarkedPupil[] {
    return this.#shown.tables.flatMap(({ pupils }) => pupils);
  }

  #pupilOf(key: string | null): MarkedPupil | undefined {
    return key === null ? undefined : this.#pupils().find((one) => one.key === key);
  }

  #render(): void {
    this.#covered.forget();
    this.#attach();
    if (!this.#layer.isConnected) this.#root.append(this.#layer);
    this.#layer.dataset['theme'] = this.#shown.theme;
    drawNote(this.#layer, this.#shown.note, () => {
      this.#shown = { ...this.#shown, note: null };
      this.#render();
    });
    this.#drawMarks(true);
    this.#drawWindow();
    this.#place();
  }

  #attach(): void {
    if (!this.host.isConnected && !this.isBarred) document.documentElement?.append(this.host);
  }

  /** Draws the marks on and near the screen, and those of the open window and of the keyboard wherever they are. */
  #drawMarks(anew = false): void {
    const isDrawn = (pupil: MarkedPupil): boolean => this.#marks.of(pupil.key)?.pupil === pupil;
    if (!anew && this.#shown.tables.every(({ pupils }) => nearScreen(pupils, CLOSE).every(isDrawn))) return;
    const near = new Set(this.#shown.tables.flatMap(({ pupils }) => nearScreen(pupils)));
    const pupils = this.#pupils().filter((one) => near.has(one) || one.key === this.#open || one.key === this.#stopAt);
    this.#marks.draw(pupils, { open: this.#open, stop: this.#stopAt, policy: this.#shown.policy });
  }

  #drawWindow(): void {
    const pupil = this.#pupilOf(this.#open);
    const table = this.#shown.tables.find(({ pupils }) => pupil && pupils.includes(pupil));
    const { policy } = this.#shown;
    const model: WindowModel | null =
      pupil && table && policy
        ? { pupil, table, policy, actions: this.#actions, said: this.#said, today: localDay() }
        : null;
    const draw = windowDrawer();
    if (draw) draw(this.#root, this.#slot, model);
    if (!pupil || !model) return;
    if (!draw) void this.#loadWindow();
    if (pupil.decision || pupil.problem !== null || pupil.key === this.#explaining) return;
    this.#explaining = pupil.key;
    this.#explain(pupil);
  }

  /** The window has a script of its own, which comes when it is wanted for the first time. */
  async #loadWindow(): Promise<void> {
    await this.#ask({ type: 'load-window' });
    if (this.#open === null || !windowDrawer()) return;
    this.#render();
    this.#focusWindow();
  }

  #focusWindow(): void {
    this.#root.getElementById('why')?.focus({ preventScroll: true });
  }

  #place(): void {
    const drawn: readonly DrawnMark[] = [...this.#marks.all];
    for (const mark of drawn) mark.width ||= mark.element.offsetWidth;
    const origin = this.host.getBoundingClientRect();
    const popover = this.#root.getElementById('why');
    const size = popover ? { width: popover.offsetWidth, height: popover.offsetHeight } : null;
    const placed = this.#shown.tables.flatMap(({ pupils, reading }): Placed[] => {
      const of = new Set(pupils);
      const spots = drawn
        .filter(({ pupil }) => of.has(pupil))
        .map(({ pupil: { key, anchor }, width }) => ({ key, anchor, width, height: MARK_HEIGHT }));
      const reach = this.#reach.get(reading.root) ?? { most: 0, ends: new WeakMap() };
      this.#reach.set(reading.root, reach);
      return placeMarks(spots, (anchor, x, y) => this.#covered.isCovered(anchor, x, y), reach);
    });
    const put = (element: HTMLElement, at: { x: number; y: number } | null): void => {
      element.classList.toggle('away', at === null);
      element.style.transform = `translate(${Math.round((at?.x ?? AWAY) - origin.left)}px, ${Math.round((at?.y ?? AWAY) - origin.top)}px)`;
    };
    this.#slot.classList.remove('away');
    for (const { key, at: found, tight } of placed) {
      const mark = this.#marks.of(key);
      if (!mark) continue;
      const at = this.#touched.has(key) ? null : found;
      mark.element.classList.toggle('tight', tight);
      put(mark.element, at);
      if (key === this.#open && popover && size)
        put(popover, at && besideMark(at, tight ? TIGHT : mark.width, MARK_HEIGHT, size));
    }
  }
}

const UNWRITTEN = 'Rollmark did not answer, so nothing was changed in the log. Try once more.';
/** As marks.css has it. */
const MARK_HEIGHT = 22;
const TIGHT = 26;

const HOST_STYLE = Object.entries({
  all: 'initial',
  display: 'block',
  position: 'absolute',
  top: '0',
  left: '0',
  width: '0',
  height: '0',
  'z-index': '2147483000',
})
  .map(([name, value]) => `${name}:${value}!important`)
  .join(';');
