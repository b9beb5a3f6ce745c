import { tidy, visibleText } from './cell.ts';
import type { MatrixCell } from './matrix.ts';
import type { Parts } from './parts.ts';
import { FIGURE_WORDS } from './rare.ts';
import type { Sight } from './sight.ts';
import { FIGURES, headingMeaning, unitIn } from './words.ts';

/** A figure that stands beside its label outside any table: "Sessions possible" "106", or "Attended: 101 of 106 (95.3%)". */
export interface FigureLine {
  label: string;
  value: MatrixCell;
  /** What holds the label and the value. */
  element: Element;
  /** Possible sessions from "101 of 106", which each line of a pupil may say again. */
  isWhole: boolean;
}

const HOLDERS = 'dl,div,p,li,span,td,section,article,a,button';
const APART =
  'nav,header,footer,form > label,[role="grid"],[role="treegrid"],[role="table"],[role="navigation"],[role="banner"]';
const MOST_HOLDERS = 6000;
const MOST_PARTS = 8;
const LONGEST_LABEL = 48;
const LONGEST_LINE = 160;
const COUNT = /^(\d{1,4}(?:\.[05]0?)?)(?: ?(sessions?|days?|lessons?|half[- ]days?))?(?: ?\(\d{1,3}(?:\.\d+)? ?%\))?$/i;
const OF_POSSIBLE =
  /^(\d{1,4}) ?(?:\/|of|out of) ?(\d{1,4})(?: (?:possible )?(sessions?|days?|lessons?))?(?: ?\(\d{1,3}(?:\.\d+)? ?%\))?$/i;
const SHARE = /^\d{1,3}(?:\.\d+)? ?%$/;
const BETWEEN = / ?[·|;•] ?|, (?=\p{L})/u;
const COLON = /^(.{3,48}?) ?[:–—] ?(.{1,48})$/;
const SENTENCE =
  /^(?:has |sessions )?(attended|present)(?: for)? (\d{1,4} (?:out )?of \d{1,4}(?: possible)? .{4,24})$/i;

/** The figures that a page states line by line, in their order; none of those in tables. */
export function* findFigureLines(page: ParentNode, sight: Sight): Parts<FigureLine[]> {
  const lines: FigureLine[] = [];
  const taken = new Set<Element>();
  for (const [at, holder] of [...page.querySelectorAll(HOLDERS)].slice(0, MOST_HOLDERS).entries()) {
    if (at % HOLDERS_A_PART === HOLDERS_A_PART - 1) yield;
    // An outer holder of one line says what the inner one says.
    if (isWithin(holder, taken)) continue;
    const found = linesOf(holder, sight);
    if (found.length === 0 || holder.closest(APART) || isInTable(holder) || sight.isHidden(holder)) continue;
    lines.push(...found);
    taken.add(holder);
  }
  return lines;
}

const HOLDERS_A_PART = 100;
/** A line holds no more boxes in one another than this. */
const DEEPEST = 4;

function isWithin(holder: Element, taken: ReadonlySet<Element>): boolean {
  let at: Element | null = holder.parentElement;
  for (let level = 0; at && level < DEEPEST; level++, at = at.parentElement) if (taken.has(at)) return true;
  return false;
}

function linesOf(holder: Element, sight: Sight): FigureLine[] {
  if (holder.tagName.toUpperCase() === 'DL') return termsOf(holder, sight);
  if (holder.childElementCount > MOST_PARTS) return [];
  const all = holder.textContent ?? '';
  if (all.length > LONGEST_LINE * 3 || !/\d/.test(all) || !FIGURE_WORDS.test(all)) return [];
  const parts = [...holder.children];
  if ((parts.length === 2 || parts.length === 3) && !ownText(holder)) {
    const [first, second, third] = parts.map((part) => visibleText(part, sight));
    const [one, two] = parts;
    if (one && two && first !== undefined && second !== undefined && (!third || SHARE.test(third))) {
      const found = lineOf(first, second, two, holder) ?? (third ? null : lineOf(second, first, one, holder));
      if (found) return [found].flat();
    }
  }
  // Only a holder of words: what is in boxes of its own is looked at by itself.
  if (parts.some((part) => !/^(?:B|STRONG|EM|I|SPAN|SMALL|A|BR|ABBR)$/i.test(part.tagName))) return [];
  const text = visibleText(holder, sight);
  if (text.length > LONGEST_LINE || !/\d/.test(text) || !FIGURE_WORDS.test(text)) return [];
  return text.split(BETWEEN).flatMap((part) => {
    const [, label, value] = COLON.exec(part) ?? SENTENCE.exec(part) ?? [];
    return label && value ? (lineOf(label, value, holder, holder) ?? []) : [];
  });
}

function termsOf(list: Element, sight: Sight): FigureLine[] {
  return [...list.querySelectorAll('dt')].flatMap((term) => {
    const value = term.nextElementSibling;
    if (value?.tagName.toUpperCase() !== 'DD' || sight.isHidden(term)) return [];
    return lineOf(visibleText(term, sight), visibleText(value, sight), value, term) ?? [];
  });
}

/** The line or lines that a label and a value make: "101 of 106" says how many were possible too. Null: no figure. */
function lineOf(label: string, value: string, at: Element, element: Element): FigureLine[] | null {
  const own = label.replace(/ ?:$/, '');
  if (own.length > LONGEST_LABEL || !FIGURE_WORDS.test(own) || !FIGURES.has(headingMeaning([own]))) return null;
  const line = (name: string, text: string, isWhole = false): FigureLine => ({
    label: name,
    value: { element: at, text, from: 'text' },
    element,
    isWhole,
  });
  if (SHARE.test(value)) return [line(own, value)];
  const [, count = '', unit] = COUNT.exec(value) ?? [];
  if (count) return [line(withUnit(own, unit), count)];
  const [, part = '', whole = '', ofWhat] = OF_POSSIBLE.exec(value) ?? [];
  return part
    ? [line(withUnit(own, ofWhat), part), line(withUnit('Possible', ofWhat ?? unitIn(own) ?? undefined), whole, true)]
    : null;
}

function withUnit(label: string, unit: string | undefined): string {
  return unit && unitIn(label) === null ? `${label} (${unit})` : label;
}

function ownText(element: Element): boolean {
  return [...element.childNodes].some((node) => node.nodeType === 3 && tidy(node.textContent ?? '') !== '');
}

/** A table that lays out the page holds no heading and few cells; any other has been looked at as a table. */
function isInTable(element: Element): boolean {
  const table = element.closest('table');
  return table !== null && (table.querySelector('th') !== null || table.querySelectorAll('td').length > 4);
}
