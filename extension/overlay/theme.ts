import { elementAround } from '../reading/shadows.ts';

const COLOUR = /rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+%?))?\s*\)/;

/** Whether the page around an element is light or dark on the screen, whatever the browser prefers. */
export function themeAround(element: Element): 'light' | 'dark' {
  for (let at: Element | null = element; at; at = elementAround(at)) {
    const colour = COLOUR.exec(getComputedStyle(at).backgroundColor);
    if (!colour || Number.parseFloat(colour[4] ?? '1') < 0.5) continue;
    const [red, green, blue] = [Number(colour[1]), Number(colour[2]), Number(colour[3])];
    return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
  }
  return 'light';
}
