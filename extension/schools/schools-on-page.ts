import { visibleText } from '../reading/cell.ts';
import type { Sight } from '../reading/sight.ts';

/** Where a page says whose data it shows: its title, bars and headings, and whatever it calls "school". */
const PLACES =
  'title,caption,header,[role="banner"],nav,[role="navigation"],h1,h2,[class*="school" i],[id*="school" i],select,[class*="account" i],[class*="profile" i]';
const PARTS = /\s*[:·|›»>•▾▼▿⌄,()[\]\n\t]\s*|\s+[–—-]\s+/;
const NAME =
  /^(?:(?:[A-Z0-9][\p{L}\p{N}'’.&-]*|of|and|the|at|in|for|de|le|upon|on|under|by-the|C of E|CofE)\s+){1,8}(?:School|Academy|College|Primary|Infants|Juniors|Nursery|High|Grammar|SCHOOL|ACADEMY|COLLEGE|PRIMARY)$/u;
/** Words that stand before "School" on pages without naming one. */
const NO_NAME =
  /^(?:\d+|my|our|your|this|whole|home|select|change|choose|switch|all|other|new|previous|former|next|current|after|before|default|attendance|reports?|registers?|students?|pupils?|classes|dashboard|view|manage|manager|settings|about|primary|secondary|infant|junior|high|nursery|sixth|form|the|to|by|per|year|key|stage|boarding|day|free|state|special|destination|feeder|dual|main)$/i;
const TABLES = 'table,[role="grid"],[role="treegrid"],[role="table"]';
const MOST_PLACES = 400;
const LONGEST = 90;
const FIRST_ELEMENTS = 40;
const NO_WORDS = /^(?:SCRIPT|STYLE|OPTION|TEMPLATE)$/i;

/** The schools that the page says it is about, in its own words; where frames lie in pages of the same origin, theirs too. */
export function schoolsOnPage(page: Document, sight: Sight): string[] {
  const names = new Set<string>();
  for (const place of [...page.querySelectorAll(PLACES)].slice(0, MOST_PLACES)) {
    const inTable = place.closest(TABLES) !== null;
    if ((inTable && place.tagName.toUpperCase() !== 'CAPTION') || isOfElsewhere(place)) continue;
    // A wrapper round the whole page says nothing by its name, and the cells in it are of pupils.
    if (place.querySelector(TABLES)) continue;
    for (const text of textsOf(place, sight)) for (const name of namesIn(text)) names.add(name);
  }
  for (const leaf of topOf(page)) {
    if (sight.isHidden(leaf) || isOfElsewhere(leaf)) continue;
    for (const name of namesIn(visibleText(leaf, sight))) names.add(name);
  }
  return [...names];
}

/** The same with the pages around a frame, as far as they are of one origin. */
export function schoolsAround(frame: Window, sight: Sight): string[] {
  const names = new Set<string>();
  let at: Window = frame;
  for (let depth = 0; depth < 5; depth++) {
    try {
      for (const name of schoolsOnPage(at.document, sight)) names.add(name);
    } catch (error) {
      // A page of another origin keeps its document to itself.
      if (!(error instanceof DOMException)) throw error;
      break;
    }
    if (at.parent === at) break;
    at = at.parent;
  }
  return [...names];
}

/** School names in a text, whole between its separators: "Hartsmere Primary School · Larkfield". */
export function namesIn(text: string): string[] {
  return text
    .split(PARTS)
    .map((part) => part.trim())
    .filter(
      (part) =>
        part.length <= LONGEST &&
        NAME.test(part) &&
        !part
          .split(/\s+/)
          .slice(0, -1)
          .every((word) => NO_NAME.test(word)),
    );
}

/** A place for the school that a pupil came from or goes to, or for finding one. */
function isOfElsewhere(place: Element): boolean {
  return /prev|former|destination|search/i.test(`${place.getAttribute('class') ?? ''} ${place.id}`);
}

/** What stands first on a page, whatever it is made of: older systems have a bar without calling it one. */
function topOf(page: Document): Element[] {
  const first = [...(page.body?.querySelectorAll('*') ?? [])].slice(0, FIRST_ELEMENTS);
  return first.filter(
    (element) => element.childElementCount === 0 && !NO_WORDS.test(element.tagName) && !element.closest(TABLES),
  );
}

function textsOf(place: Element, sight: Sight): string[] {
  const tag = place.tagName.toUpperCase();
  if (tag === 'TITLE') return [place.textContent ?? ''];
  if (sight.isHidden(place)) return [];
  if (tag === 'SELECT') {
    const options = [...place.querySelectorAll('option')];
    return [(options.find((option) => option.selected) ?? options[0])?.textContent ?? ''];
  }
  // Each leaf by itself: names in a bar have no punctuation between them.
  const leaves = [...place.querySelectorAll('*')]
    .slice(0, MOST_PLACES)
    .filter((child) => child.childElementCount === 0);
  const short = (place.textContent ?? '').length <= LONGEST * 2;
  const own = place.childElementCount === 0 || short ? [place, ...leaves] : leaves;
  return own.filter((leaf) => !NO_WORDS.test(leaf.tagName)).map((leaf) => visibleText(leaf, sight));
}
