import { visibleText } from './cell.ts';
import { looksLikeName, nameKey, spokenName } from './names.ts';
import type { RowPupil } from './pupils.ts';
import { around } from './shadows.ts';
import type { Sight } from './sight.ts';

const HEADINGS =
  'h1,h2,h3,h4,[role="heading"],[class*="title" i],[class*="heading" i],[class*="student-name" i],[class*="pupil-name" i],[class*="learner-name" i],[class*="studentname" i],[class*="pupilname" i],caption';
const LABELLED = /\b(?:pupil|student|learner|child|name)\s*:\s*([^:;|]{4,60})/i;
/** A heading that names another person than the pupil: who is signed in, who teaches, who belongs to the family. */
const OF_OTHERS =
  /^(?:good (?:morning|afternoon|evening)|hello|hi|hey|welcome|(?:signed|logged) in)\b|\b(?:tutor|teacher|staff|head|mentor|key ?worker|contact|parent|carer|guardian|mother|father|mum|dad|sibling|brother|sister|doctor|gp)s? ?[:–—-]/i;
/** What a line about a pupil goes on with behind the name. */
const BEHIND_NAME = /\(|\b(?:year|yr|class|form|reg|tutor|house|group|dob|date of birth|upn|adm|born|age)\b/i;
/** The bar above a page may name the pupil in so many words, and names whoever is signed in besides. */
const NAMED_IN_BAR =
  /\b(?:pupil|student|learner|child)(?: (?:details?|profile|record|view|page))? ?[:–—-] ?([^:;|·–—]{4,60})$/i;
const BARS = 'header,[role="banner"]';
const NOT_OF_THE_PAGE = 'header,nav,aside,footer,[role="banner"],[role="navigation"],[role="complementary"],td,th';
const PARTS =
  /(?<!\s)\s*[:·|›»•(),;]\s*|(?<!\s)\s+[–—-]\s+|\b(?:of|for|attendance|register|registration|history|marks?|calendar|profile|record)\b/i;

/** The pupil of a page about one: the nearest heading, or words after "Pupil:", that name one person and no second. */
export function ownerOf(root: Element, sight: Sight): RowPupil | null {
  for (let at: Element | ShadowRoot | null = root; at; at = around(at)) {
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
  return inBar(root.ownerDocument, sight);
}

/** The pupil whom the page's top bar names as its pupil; null when it names none or several. */
function inBar(page: Document, sight: Sight): RowPupil | null {
  const found = new Map<string, RowPupil>();
  for (const bar of page.querySelectorAll(BARS))
    for (const part of [bar, ...bar.querySelectorAll('*')].slice(0, MOST_IN_BAR)) {
      const name = NAMED_IN_BAR.exec(visibleText(part, sight).slice(0, 120))?.[1]?.trim();
      if (name && looksLikeName(name) && !sight.isHidden(part))
        found.set(nameKey(spokenName(name)), owned(spokenName(name), part));
    }
  return found.size === 1 ? ([...found.values()][0] ?? null) : null;
}

const MOST_IN_BAR = 100;

function namesIn(text: string): string[] {
  if (text.length > 120 || OF_OTHERS.test(text)) return [];
  if (looksLikeName(text)) return [spokenName(text)];
  return text.split(PARTS).flatMap((part) => (part && looksLikeName(part) ? [spokenName(part.trim())] : []));
}

function labelledIn(at: ParentNode, sight: Sight): [string, Element][] {
  return [...at.children].flatMap((child): [string, Element][] => {
    if (child.childElementCount > 6 || child.matches(NOT_OF_THE_PAGE) || sight.isHidden(child)) return [];
    const name = LABELLED.exec(visibleText(child, sight))?.[1]?.split(BEHIND_NAME, 1)[0]?.trim();
    return name && looksLikeName(name) ? [[spokenName(name), child]] : [];
  });
}

function owned(name: string, element: Element): RowPupil {
  return { id: nameKey(name), name, year: undefined, cell: { element, text: name, from: 'text' } };
}
