import { visibleText } from './cell.ts';
import { looksLikeName, nameKey, spokenName } from './names.ts';
import type { RowPupil } from './pupils.ts';
import type { Sight } from './sight.ts';

const HEADINGS = 'h1,h2,h3,h4,[role="heading"],[class*="title" i],[class*="heading" i],caption';
const LABELLED = /\b(?:pupil|student|learner|child|name)\s*:\s*([^:;|]{4,60})/i;
const NOT_OF_THE_PAGE = 'header,nav,aside,footer,[role="banner"],[role="navigation"],[role="complementary"],td,th';
const PARTS =
  /(?<!\s)\s*[:·|›»•(),;]\s*|(?<!\s)\s+[–—-]\s+|\b(?:of|for|attendance|register|registration|history|marks?|calendar|profile|record)\b/i;

/** The pupil of a page about one: the nearest heading, or words after "Pupil:", that name one person and no second. */
export function ownerOf(root: Element, sight: Sight): RowPupil | null {
  for (let at: Element | null = root; at; at = at.parentElement) {
    const found = new Map<string, RowPupil>();
    for (const heading of at.querySelectorAll(HEADINGS)) {
      if (heading.closest(NOT_OF_THE_PAGE) || heading.querySelector(HEADINGS) || sight.isHidden(heading)) continue;
      for (const name of namesIn(visibleText(heading, sight))) found.set(nameKey(name), owned(name, heading));
    }
    if (found.size === 0)
      for (const [name, element] of labelledIn(at, sight)) found.set(nameKey(name), owned(name, element));
    const [only, ...more] = found.values();
    if (more.length > 0) return null;
    if (only) return only;
  }
  return null;
}

function namesIn(text: string): string[] {
  if (text.length > 120) return [];
  if (looksLikeName(text)) return [spokenName(text)];
  return text.split(PARTS).flatMap((part) => (part && looksLikeName(part) ? [spokenName(part.trim())] : []));
}

function labelledIn(at: Element, sight: Sight): [string, Element][] {
  return [...at.children].flatMap((child): [string, Element][] => {
    if (child.childElementCount > 6 || child.matches(NOT_OF_THE_PAGE) || sight.isHidden(child)) return [];
    const name = LABELLED.exec(visibleText(child, sight))?.[1]?.split('(', 1)[0]?.trim();
    return name && looksLikeName(name) ? [[spokenName(name), child]] : [];
  });
}

function owned(name: string, element: Element): RowPupil {
  return { id: nameKey(name), name, year: undefined, cell: { element, text: name, from: 'text' } };
}
