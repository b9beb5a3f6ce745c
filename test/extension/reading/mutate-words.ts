import type { PageTruth } from '../fixtures/pages/truth.ts';
import type { Chance } from './chance.ts';

export function swapHalves(page: Document, truth: PageTruth): PageTruth | null {
  let changed = false;
  // Ticks are present in either half: which stroke stands for one is not to be told from a swapped label.
  if (![...page.querySelectorAll('td,span,div')].some((one) => (one.textContent ?? '').trim() === '\\')) return null;
  for (const leaf of page.querySelectorAll('th,td,div,span')) {
    if (leaf.childElementCount > 0) continue;
    const text = (leaf.textContent ?? '').trim();
    if (text === 'AM' || text === 'PM') {
      leaf.textContent = text === 'AM' ? 'PM' : 'AM';
      changed = true;
    }
  }
  if (!changed) return null;
  const turn = (session: 'AM' | 'PM'): 'AM' | 'PM' => (session === 'AM' ? 'PM' : 'AM');
  const pupils = truth.pupils.map((pupil) => ({
    ...pupil,
    marks: pupil.marks?.map((mark) => ({ ...mark, session: turn(mark.session) })) ?? null,
    gaps: pupil.gaps.map((gap) => ({ ...gap, session: gap.session ? turn(gap.session) : null })),
  }));
  return { ...truth, pupils };
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const UK_DATE = /\b(\d{2})\/(\d{2})\/(20\d\d)\b/g;
const LONG_DATE = new RegExp(`\\b(\\d{1,2}) (${MONTHS.join('|')}) (20\\d\\d)\\b`, 'g');

/** One of the other ways to print a day; the same for the whole page, as systems do. */
export function otherDates(page: Document, truth: PageTruth, luck: Chance): PageTruth | null {
  const forms: ((day: number, month: number, year: string) => string)[] = [
    (day, month, year) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    (day, month, year) => `${day}.${month}.${year.slice(2)}`,
    (day, month, year) => `${MONTHS[month - 1]?.slice(0, 3)}/${day}/${year}`,
    (day, month, year) => `${MONTHS[month - 1]?.slice(0, 3)} ${day}, ${year}`,
    (day, month, year) =>
      `${day}${['th', 'st', 'nd', 'rd'][day % 10 > 3 || day === 11 || day === 12 || day === 13 ? 0 : day % 10]} ${MONTHS[month - 1]} ${year}`,
    (day, month, year) =>
      `${WEEKDAYS[new Date(Date.UTC(Number(year), month - 1, day)).getUTCDay()]} ${day} ${MONTHS[month - 1]?.slice(0, 3)} ${year}`,
    (day, month, year) => `${day}-${MONTHS[month - 1]?.slice(0, 3)}-${year.slice(2)}`,
    // American: right where the whole page shows that it is, silence where it does not.
    (day, month, year) => `${month}/${day}/${year}`,
  ];
  const form = luck.pick(forms);
  // A page of American dates is in another form already.
  if (!form || /\b\d{1,2}\/(?:1[3-9]|2\d|3[01])\/20\d\d\b/.test(page.body.innerHTML)) return null;
  const uk = replaceWords(page, UK_DATE, (_, day, month, year) => form(Number(day), Number(month), year ?? ''));
  const long = replaceWords(page, LONG_DATE, (_, day, month, year) =>
    form(Number(day), MONTHS.indexOf(month ?? '') + 1, year ?? ''),
  );
  return uk || long ? truth : null;
}

/** Without AM and PM above them, a grid's columns are told apart by their strokes or not at all. */
export function withoutHalves(page: Document, truth: PageTruth): PageTruth | null {
  // A filter that is gone, nobody can know of.
  if (truth.pupils.some(({ silent }) => silent === 'one half of the day')) return null;
  return replaceWords(page, /\b(?:AM|PM|morning|afternoon)\b/g, '') ? withoutSomeMarks(truth) : null;
}

type ByMatch = (match: string, ...groups: string[]) => string;

function replaceWords(page: Document, words: RegExp, by: string | ByMatch): boolean {
  let changed = false;
  const swap = (text: string): string => (typeof by === 'string' ? text.replace(words, by) : text.replace(words, by));
  const visit = (node: Node): void => {
    for (const child of [...node.childNodes]) {
      if (child.nodeType === 3) {
        const text = child.textContent ?? '';
        const other = swap(text);
        if (other !== text) {
          child.textContent = other;
          changed = true;
        }
      } else visit(child);
    }
  };
  visit(page.body);
  for (const element of page.querySelectorAll('[aria-label],[title],[value]')) {
    for (const name of ['aria-label', 'title', 'value']) {
      const text = element.getAttribute(name);
      if (text?.match(words)) element.setAttribute(name, swap(text));
    }
  }
  return changed;
}

/** Nothing of such a page may be taken for sessions. */
function silenced(truth: PageTruth, why: 'days' | 'lessons'): PageTruth {
  const pupils = truth.pupils.map((pupil) => ({ ...pupil, silent: pupil.marks ? pupil.silent : why }));
  const all = pupils.every(({ silent }) => silent !== null);
  return { ...truth, pupils, silent: truth.silent ?? (all ? `The figures are ${why}.` : null) };
}

export function daysForSessions(page: Document, truth: PageTruth): PageTruth | null {
  if (truth.kind !== 'summary' || !replaceWords(page, /(?:statutory |half-?day )?sessions?\b/gi, 'days')) return null;
  return silenced(truth, 'days');
}

export function lessonsForSessions(page: Document, truth: PageTruth): PageTruth | null {
  if (truth.kind !== 'summary' || !replaceWords(page, /(?:statutory |half-?day )?sessions?\b/gi, 'lessons'))
    return null;
  return silenced(truth, 'lessons');
}

const PERIOD_WORDS =
  /\d{1,2} (?:September|November|Sept?|Nov)\w* 20\d\d|\d{4}-\d{2}-\d{2}|\d{2}\/\d{2}\/\d{4}|year to date|(?:this )?school year|as at|since the start of (?:the )?(?:school )?year|since September|so far this year|academic year|20\d\d ?[/–-] ?(?:20)?\d\d/gi;

export function removePeriod(page: Document, truth: PageTruth): PageTruth | null {
  if (truth.kind !== 'summary' || !replaceWords(page, PERIOD_WORDS, '')) return null;
  const pupils = truth.pupils.map((pupil) => ({
    ...pupil,
    noStep: pupil.noStep ?? 'the page no longer says its period',
    figures: pupil.figures.map((figure) => ({ ...figure, period: null })),
  }));
  return { ...truth, pupils, period: null };
}

/** Marks may be missing now: what stands there is still right, and a gap in the days is not the reader's. */
export function withoutSomeMarks(truth: PageTruth): PageTruth {
  // Counts that disagree with a percentage do so no longer where either is gone.
  const pupils = truth.pupils.map((pupil) => ({
    ...pupil,
    marksMayLack: true,
    silent: pupil.silent === 'figures disagree' ? null : pupil.silent,
  }));
  return { ...truth, pupils, silent: pupils.some(({ silent }) => silent === null) ? null : truth.silent };
}
