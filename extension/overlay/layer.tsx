import { render } from 'preact';
import type { LoggedStep, PageRequest } from '../messages.ts';
import { localDay } from '../today.ts';
import type { OverlayActions } from './actions.ts';
import { Overlay, type OverlayModel } from './Overlay.tsx';
import css from './overlay.css?inline';
import { placeMarks } from './place.ts';
import { addStyles } from './styles.ts';

const HOST = 'rollmark-overlay';
const AWAY = -10_000;
const FAREWELL_MS = 20_000;

export interface LayerOptions {
  /** Asks the background. */
  ask(request: PageRequest): Promise<unknown>;
  /** The match pattern of the page's site. */
  site: string;
}

/**
 * The one layer over the page: a closed shadow root on an element without size, beside the page's body and never inside it.
 * The page's own nodes are only measured.
 */
export class OverlayLayer {
  readonly host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #stop = new AbortController();
  readonly #ask: LayerOptions['ask'];
  readonly #site: string;
  #model: OverlayModel = { tables: [], policy: null, note: null, theme: 'light', open: null, stop: null, said: null };
  #pending = 0;

  constructor({ ask, site }: LayerOptions) {
    this.#ask = ask;
    this.#site = site;
    this.host = document.createElement(HOST);
    this.host.style.cssText = 'all:initial;position:absolute;top:0;left:0;width:0;height:0;z-index:2147483000;';
    this.#root = this.host.attachShadow({ mode: 'closed' });
    addStyles(this.#root, css);
    const { signal } = this.#stop;
    addEventListener('scroll', this.place, { capture: true, passive: true, signal });
    addEventListener('resize', this.place, { passive: true, signal });
    addEventListener('pointerdown', (event) => !event.composedPath().includes(this.host) && this.#close(false), {
      capture: true,
      signal,
    });
    this.host.addEventListener('keydown', (event) => this.#onKey(event), { signal });
  }

  /** Draws what was judged; an open popover stays open while its pupil is there. */
  show(next: Pick<OverlayModel, 'tables' | 'policy' | 'note' | 'theme'>): void {
    const keys = next.tables.flatMap(({ pupils }) => pupils.map(({ key }) => key));
    const { open, stop } = this.#model;
    this.#model = {
      ...next,
      said: this.#model.said,
      open: open !== null && keys.includes(open) ? open : null,
      stop: stop !== null && keys.includes(stop) ? stop : (keys[0] ?? null),
    };
    this.#render();
  }

  /** Opens the popover of a pupil, with its row brought into view. */
  reveal(key: string): void {
    const pupil = this.#model.tables.flatMap(({ pupils }) => pupils).find((one) => one.key === key);
    if (!pupil) return;
    pupil.anchor.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#model = { ...this.#model, open: key, stop: key };
    this.#render();
  }

  /** Puts every mark where its row is now: one pass before the next frame, however often it is asked for. */
  readonly place = (): void => {
    this.#pending ||= requestAnimationFrame(() => {
      this.#pending = 0;
      this.#placeNow();
    });
  };

  /** Takes every mark away, and leaves one sentence for a while where there is one to say. */
  farewell(sentence: string | null): void {
    if (sentence === null) {
      this.destroy();
      return;
    }
    this.#model = { ...this.#model, tables: [], policy: null, open: null, stop: null, note: sentence };
    this.#render();
    setTimeout(() => this.destroy(), FAREWELL_MS);
  }

  destroy(): void {
    this.#stop.abort();
    cancelAnimationFrame(this.#pending);
    render(null, this.#root);
    this.host.remove();
  }

  readonly #actions: OverlayActions = {
    toggle: (key) => {
      const open = this.#model.open === key ? null : key;
      this.#model = { ...this.#model, open, stop: key, said: null };
      this.#render();
      if (open) this.#root.getElementById('why')?.focus({ preventScroll: true });
    },
    close: () => this.#close(true),
    dismissNote: () => {
      this.#model = { ...this.#model, note: null };
      this.#render();
    },
    record: (pupilId, entry) => void this.#write({ type: 'log-step', site: this.#site, pupilId, entry }),
    unrecord: (pupilId, entry) => void this.#write({ type: 'unlog-step', site: this.#site, pupilId, entry }),
    step: (from, by) => {
      const keys = this.#model.tables.flatMap(({ pupils }) => pupils.map(({ key }) => key));
      const to = keys[keys.indexOf(from) + by];
      if (to === undefined) return;
      const anchor = this.#model.tables.flatMap(({ pupils }) => pupils).find(({ key }) => key === to)?.anchor;
      anchor?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      this.#model = { ...this.#model, open: this.#model.open === null ? null : to, stop: to };
      this.#render();
      this.#markOf(to)?.focus({ preventScroll: true });
    },
  };

  #render(): void {
    if (!this.host.isConnected) document.documentElement.append(this.host);
    render(<Overlay model={this.#model} actions={this.#actions} today={localDay()} />, this.#root);
    this.#placeNow();
  }

  /** Writes in the officer's log; the new answer comes with the change of what is stored. */
  async #write(request: PageRequest & { entry: LoggedStep }): Promise<void> {
    const why = await this.#ask(request);
    this.#model = { ...this.#model, said: typeof why === 'string' ? why : null };
    this.#render();
  }

  #close(refocus: boolean): void {
    const { open } = this.#model;
    if (open === null) return;
    this.#model = { ...this.#model, open: null };
    this.#render();
    if (refocus) this.#markOf(open)?.focus({ preventScroll: true });
  }

  #onKey(event: KeyboardEvent): void {
    // The page's own shortcuts must not run while someone types here.
    event.stopPropagation();
    if (event.key === 'Escape') this.#close(true);
  }

  #markOf(key: string): HTMLElement | null {
    return [...this.#root.querySelectorAll<HTMLElement>('.mark')].find((mark) => mark.dataset['key'] === key) ?? null;
  }

  #placeNow(): void {
    const marks = new Map(
      [...this.#root.querySelectorAll<HTMLElement>('.mark')].map((mark) => [mark.dataset['key'], mark]),
    );
    const origin = this.host.getBoundingClientRect();
    const placed = this.#model.tables.flatMap(({ pupils }) => {
      const spots = pupils.flatMap(({ key, anchor }) => {
        const mark = marks.get(key);
        return mark
          ? [{ key, anchor, width: Number(mark.dataset['width'] ?? mark.offsetWidth), height: mark.offsetHeight }]
          : [];
      });
      return placeMarks(spots, (anchor, x, y) => this.#isCovered(anchor, x, y));
    });
    const popover = this.#root.getElementById('why');
    const size = popover ? { width: popover.offsetWidth, height: popover.offsetHeight } : null;
    for (const { key, at, tight } of placed) {
      const mark = marks.get(key);
      if (!mark) continue;
      if (!tight) mark.dataset['width'] = String(mark.offsetWidth || mark.dataset['width']);
      mark.classList.toggle('tight', tight);
      mark.classList.toggle('away', at === null);
      mark.style.transform = `translate(${Math.round((at?.x ?? AWAY) - origin.left)}px, ${Math.round((at?.y ?? AWAY) - origin.top)}px)`;
      if (key === this.#model.open && popover && size) {
        const beside = at === null ? null : besideMark(at, mark.offsetWidth, mark.offsetHeight, size);
        popover.classList.toggle('away', beside === null);
        popover.style.transform = `translate(${Math.round((beside?.x ?? AWAY) - origin.left)}px, ${Math.round((beside?.y ?? AWAY) - origin.top)}px)`;
      }
    }
  }

  /** Sticky headings, dialogues and loading masks of the page come before the marks. */
  #isCovered(anchor: Element, x: number, y: number): boolean {
    const top = document.elementsFromPoint(x, y).find((element) => element !== this.host);
    if (!top) return true;
    const row = anchor.closest('tr,[role="row"]') ?? anchor;
    return !(row.contains(top) || top.contains(anchor));
  }
}

const MARGIN = 8;

/** Below the mark, or above it where there is more room; never off the screen. */
function besideMark(
  at: { x: number; y: number },
  width: number,
  height: number,
  size: { width: number; height: number },
): { x: number; y: number } {
  const x = Math.max(MARGIN, Math.min(at.x + width + MARGIN, innerWidth - size.width - MARGIN));
  const overlaps = x < at.x + width;
  const y = overlaps ? at.y + height + MARGIN : at.y - 12;
  const lowest = innerHeight - size.height - MARGIN;
  if (y <= lowest || !overlaps) return { x, y: Math.max(MARGIN, Math.min(y, lowest)) };
  return { x, y: Math.max(MARGIN, at.y - size.height - MARGIN) };
}
