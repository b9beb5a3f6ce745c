import { elementAround } from './shadows.ts';
import type { Sight } from './sight.ts';

/** Classes with which component kits name what they lay over rows that are being fetched. */
const VEIL =
  /(?:^|[-_])(?:mask|loadmask|loading|loader|spinner|busy|blockui|skeleton)(?:$|[-_])|(?:loading|busy)(?:mask|overlay|indicator)/i;
const VEILS =
  '[role="progressbar"],[aria-busy="true"],[class*="mask" i],[class*="load" i],[class*="spinner" i],[class*="busy" i],[class*="blockui" i],[class*="skeleton" i]';
const WAITING =
  /^(?:please wait|loading|updating|refreshing|fetching|working)\b[^a-z]{0,6}(?:data|rows|results)?\W{0,4}$/i;
/** How far from a grid its veil may hang. */
const LEVELS = 5;

/** Whether rows are being fetched: what stands in the grid may be of another class or another period. */
export function isLoading(root: Element, sight: Sight): boolean {
  for (let at: Element | null = root; at; at = elementAround(at))
    if (at.getAttribute('aria-busy') === 'true') return true;
  let at: Element | null = root;
  for (let level = 0; at && level < LEVELS && at.tagName.toUpperCase() !== 'BODY'; level++, at = elementAround(at)) {
    for (const child of level === 0 ? [at] : at.children) {
      if (level > 0 && child.contains(root)) continue;
      const found = level === 0 ? [] : child.matches(VEILS) ? [child] : [...child.querySelectorAll(VEILS)];
      if (found.some((veil) => isVeil(veil, root, sight))) return true;
    }
  }
  return [...root.querySelectorAll(VEILS)].some(
    (veil) => !veil.closest('td,th,[role="gridcell"]') && isVeil(veil, root, sight),
  );
}

function isVeil(element: Element, root: Element, sight: Sight): boolean {
  const named =
    element.getAttribute('role') === 'progressbar' ||
    element.getAttribute('aria-busy') === 'true' ||
    VEIL.test(element.getAttribute('class') ?? '');
  if (!named || sight.isHidden(element)) return false;
  const covers = sight.covers(element, root);
  return covers ?? WAITING.test((element.textContent ?? '').trim());
}
