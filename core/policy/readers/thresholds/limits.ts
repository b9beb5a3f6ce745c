import { cardinalsIn } from '../../../text/numbers.ts';
import { wordsBefore } from './counted.ts';
import type { Figure } from './figure.ts';
import { windowIn } from './windows.ts';

/** How many penalty notices there may be, where the text around names them: "No more than two can be issued in three years." */

const AT_MOST =
  /\b(?:no\s{1,3}more\s{1,3}than|not\s{1,3}more\s{1,3}than|(?:a\s{1,3})?maximum\s{1,3}of|(?:a\s{1,3})?limit\s{1,3}of|at\s{1,3}most|only)\s{1,3}$/i;
const ISSUED_OR_IN_YEARS =
  /^\s{1,3}(?:(?:(?:can|may|will|could)\s{1,3})?(?:ever\s{1,3})?(?:be\s{1,3}|are\s{1,3})(?:ever\s{1,3})?(?:issued|given|served|sent)\b|(?:to\s{1,3}[a-z ]{3,40}\s)?(?:in|within|over)\s{1,3}(?:(?:any|a|the|each|every|rolling|period|of)\s{1,3}){0,4}(?:three|3)[\s-]{1,3}years?\b)/i;
const ABOUT_NOTICES = /\bpenalty\s{1,3}notices?\b|\bfines?\b|\bnotices?\b[^.;]{0,40}£/i;
const MOST = 5;

/** The limits that a sentence sets without naming the notices again; `around` is the paragraph that names them. */
export function limitsByContext(text: string, around: string): Figure[] {
  if (!ABOUT_NOTICES.test(around)) return [];
  return cardinalsIn(text).flatMap(({ start, end, value }): Figure[] => {
    const limit = AT_MOST.exec(wordsBefore(text, start));
    if (!limit || value > MOST || !ISSUED_OR_IN_YEARS.test(text.slice(end, end + 90))) return [];
    const window = windowIn(text.slice(end))?.words ?? null;
    return [
      {
        start: start - limit[0].length,
        end,
        metric: 'penaltyNotices',
        op: '<=',
        value,
        unit: 'occurrences',
        window,
        sense: 'trigger',
      },
    ];
  });
}
