import { visibleText } from '../reading/cell.ts';
import type { Sight } from '../reading/sight.ts';

/** Where a page says whose data it shows: its title, bars and headings, and whatever it calls "school". */
const PLACES =
  'header,[role="banner"],nav,[role="navigation"],h1,h2,[class*="school" i],[id*="school" i],select,[class*="account" i],[class*="profile" i]';
const PARTS = /(?<!\s)\s*[:·|›»>•▾▼▿⌄,()[\]\n\t]\s*|(?<!\s)\s+[–—-]\s+/;
const NAME =
  /^(?:(?:[A-Z0-9][\p{L}\p{N}'’.&-]*|of|and|the|at|in|for|de|le|upon|on|under|by-the|C of E|CofE)\s+){1,8}(?:School|Academy|College|Primary|Infants|Juniors|Nursery|High|Grammar|SCHOOL|ACADEMY|COLLEGE|PRIMARY)$/u;
/** Words that stand before "School" on pages without naming one. */
const NO_NAME =
  /^(?:\d+|my|our|your|this|whole|home|select|change|choose|switch|all|other|new|previous|former|next|current|after|before|default|attendance|reports?|registers?|students?|pupils?|classes|dashboard|view|manage|manager|settings|about|primary|secondary|infant|junior|high|nursery|sixth|form|the|to|by|per|year|key|stage|boarding|day|free|state|special|destination|feeder|dual|main)$/i;
const TABLES = 'table,[role="grid"],[role="treegrid"],[role="table"]';
const MOST_PLACES = 400;
const LONGEST = 90;
const FIRST_LEAVES = 30;
const MOST_ELEMENTS = 4000;
const SCHOOL_WORD = /school|academy|college|primary|infants|juniors|nursery|high|grammar/i;
const NO_WORDS = /^(?:SCRIPT|STYLE|OPTION|TEMPLATE)$/i;

/** The schools that the page says it is about, in its own words; where frames lie in pages of the same origin, theirs too. */
export function schoolsOnPage(page: Document, sight: Sight): string[] {
  const names = new Set<string>();
  const add = (text: string): void => {
    for (const name of namesIn(text)) names.add(name);
  };
  const title = page.querySelector('title');
  if (title) add(title.textContent ?? '');
  // A caption can be the only place that names the school.
  for (const caption of page.querySelectorAll('caption'))
    if (!sight.isHidden(caption)) add(visibleText(caption, sight));
  const outside = page.body ? outsideTables(page.body) : [];
  const leaves = outside.filter(isLeaf);
  for (const leaf of leaves.slice(0, FIRST_LEAVES))
    if (!isOfElsewhere(leaf) && !sight.isHidden(leaf)) add(visibleText(leaf, sight));
  for (const place of outside.filter((element) => element.matches(PLACES)).slice(0, MOST_PLACES)) {
    // A wrapper round the whole page says nothing by its name, and the cells in it are of pupils.
    if (isOfElsewhere(place) || place.querySelector(TABLES)) continue;
    for (const text of textsOf(place, sight)) add(text);
  }
  return [...names];
}

/** The elements of a page without what lies in tables, in their order. */
function outsideTables(root: Element): Element[] {
  const found: Element[] = [];
  const open = [root];
  for (let element = open.pop(); element && found.length < MOST_ELEMENTS; element = open.pop()) {
    found.push(element);
    // What a component draws in its shadow is as much of the page as the rest.
    for (const { children } of [element, ...(element.shadowRoot ? [element.shadowRoot] : [])])
      for (let at = children.length - 1; at >= 0; at--) {
        const child = children[at];
        if (child && !child.matches(TABLES)) open.push(child);
      }
  }
  return found;
}

function isLeaf(element: Element): boolean {
  return element.childElementCount === 0 && !NO_WORDS.test(element.tagName);
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

function textsOf(place: Element, sight: Sight): string[] {
  if (sight.isHidden(place)) return [];
  if (place.tagName.toUpperCase() === 'SELECT') {
    const options = [...place.querySelectorAll('option')];
    return [(options.find((option) => option.selected) ?? options[0])?.textContent ?? ''];
  }
  // Each leaf by itself: names in a bar have no punctuation between them.
  const leaves = [...place.querySelectorAll('*')].slice(0, MOST_PLACES).filter(isLeaf);
  const short = (place.textContent ?? '').length <= LONGEST * 2;
  const own = short ? [place, ...leaves] : leaves;
  // What cannot be a name is not worth a look at whether it is seen.
  return own
    .filter((element) => SCHOOL_WORD.test(element.textContent ?? ''))
    .map((element) => visibleText(element, sight));
}
