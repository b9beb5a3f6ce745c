import type { MarkedPupil } from '../judging/judged-page.ts';
import type { MarkLevel, PolicyNotice } from '../messages.ts';
import { shapeParts } from './shape-parts.ts';
import { stepOf } from './step-of.ts';

/** One mark as it is drawn. */
export interface DrawnMark {
  pupil: MarkedPupil;
  element: HTMLButtonElement;
  /** Its width in pixels while it shows its word; 0: not measured yet. */
  width: number;
}

export interface MarkState {
  open: string | null;
  /** The pupil whose mark takes part in tabbing: one stop for all marks, arrow keys between them. */
  stop: string | null;
  policy: PolicyNotice | null;
}

/** What someone can do with a mark. */
export interface MarkActions {
  toggle(key: string): void;
  step(from: string, by: number): void;
}

/** The marks over a page, kept as they are from one drawing to the next. Drawn without a library: every page loads this. */
export class Marks {
  readonly #layer: HTMLElement;
  readonly #actions: MarkActions;
  #drawn = new Map<string, DrawnMark>();

  constructor(layer: HTMLElement, actions: MarkActions) {
    this.#layer = layer;
    this.#actions = actions;
  }

  get all(): IterableIterator<DrawnMark> {
    return this.#drawn.values();
  }

  of(key: string): DrawnMark | undefined {
    return this.#drawn.get(key);
  }

  draw(pupils: readonly MarkedPupil[], { open, stop, policy }: MarkState): void {
    const flag = flagOf(policy);
    const before = this.#drawn;
    this.#drawn = new Map();
    let last: Element | null = null;
    for (const pupil of pupils) {
      const same = before.get(pupil.key);
      const isSame = same?.pupil.label === pupil.label && same.pupil.level === pupil.level && flagIn(same) === flag;
      const mark: DrawnMark = isSame ? { ...same, pupil } : { pupil, element: this.#create(pupil, flag), width: 0 };
      const { element } = mark;
      set(element, 'aria-label', spoken(pupil, flag));
      set(element, 'aria-expanded', String(pupil.key === open));
      set(element, 'tabindex', pupil.key === stop ? '0' : '-1');
      const after: Element | null = last ? last.nextElementSibling : this.#layer.firstElementChild;
      if (after !== element) this.#layer.insertBefore(element, after);
      last = element;
      this.#drawn.set(pupil.key, mark);
      before.delete(pupil.key);
      if (same && !isSame) same.element.remove();
    }
    for (const { element } of before.values()) element.remove();
  }

  #create({ key, label, level }: MarkedPupil, flag: string | null): HTMLButtonElement {
    const mark = document.createElement('button');
    mark.type = 'button';
    mark.className = `mark level-${level ?? 'unknown'}`;
    mark.dataset['key'] = key;
    mark.setAttribute('aria-haspopup', 'dialog');
    mark.append(shapeOf(level), span('word', label), ' ');
    if (flag !== null) mark.append(span('flag', flag));
    mark.addEventListener('click', () => this.#actions.toggle(key));
    mark.addEventListener('keydown', (event) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      this.#actions.step(key, by);
    });
    return mark;
  }
}

/** What every mark says of its policy: that it is a draft, and that it is past its own review date. */
function flagOf(policy: PolicyNotice | null): string | null {
  const flags = [policy?.state === 'draft' ? 'DRAFT' : null, policy?.reviewOverdue ? 'OVERDUE' : null];
  return flags.filter((flag) => flag !== null).join(', ') || null;
}

function flagIn({ element }: DrawnMark): string | null {
  return element.querySelector('.flag')?.textContent ?? null;
}

/** What is seen comes first and in one piece, so that someone who speaks to the browser can say it. */
function spoken(pupil: MarkedPupil, flag: string | null): string {
  const { name, label } = pupil;
  const seen = flag === null ? label : `${label} ${flag}`;
  const title = stepOf(pupil);
  const rest = title?.startsWith(label) ? title.slice(label.length).replace(/^[\s:–-]+/, '') : title;
  return `${name}: ${seen}${rest ? `, ${rest}` : ''}. Why?`;
}

function set(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function span(name: string, text: string): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = name;
  element.textContent = text;
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

function shapeOf(level: MarkLevel): Element {
  const shape = document.createElementNS(SVG, 'svg');
  for (const [name, value] of [
    ['class', 'shape'],
    ['viewBox', '0 0 14 14'],
    ['width', '14'],
    ['height', '14'],
    ['aria-hidden', 'true'],
  ] as const)
    shape.setAttribute(name, value);
  for (const [tag, attributes, text] of shapeParts(level)) {
    const part = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value);
    if (text) part.textContent = text;
    shape.append(part);
  }
  return shape;
}
