import { matchAt } from '../../text/match-at.ts';
import { cardinalsIn } from '../../text/numbers.ts';
import { around } from './around.ts';
import type { Reader } from './reader.ts';

const YEARS = /(?:\s{0,2}\(\d{1,2}\))?[\s-]{1,3}(?:(?:full|calendar|school)\s+)?years?\b/iy;
const KEPT =
  /\b(?:keep|keeps|kept|keeping|retain(?:ed|s|ing)?|retention|preserv(?:e|ed|es|ing)|stor(?:e|ed|es|ing)|sav(?:e|ed|es|ing)|held|hold|holds|maintain(?:ed|s)?|archiv(?:e|ed|es)|destroy(?:ed)?|delet(?:e|ed)|back(?:ed)?[\s-]up|remains?|stays?)\b/i;
const REGISTER =
  /\b(?:registers?|entr(?:y|ies)|attendance (?:data|records?|information)|records? of attendance|marks|back-?ups?)\b/i;
/** "They are kept …", "Each of them is kept …": of what was named before. */
const OF_THEM =
  /^\s*(?:(?:kept|stored|held|retained)\s|it|they|these|this|each(?:\s+of\s+(?:them|these))?|all(?:\s+of\s+(?:them|these))?)\b/i;
/** Windows of the penalty framework, and ages. */
const WINDOW =
  /\b(?:penalty|notices?|rolling|offence|within (?:a |the )?|previous|past|last|review(?:ed)?|aged?|years? old|between)\b[^.]{0,40}$/i;

/** "Attendance registers – 6 years": a line of a list of records. */
const LISTED =
  /^[\s*•-]{0,6}(?:attendance\s|class\s|admission\s(?:and\sattendance\s)?)?registers?(?:\s\([^()\n]{1,40}\))?\s?[-:]\s?$/i;

/** "Registers used to be kept for three years." */
const NO_LONGER =
  /\bused\s+to\s+(?:be\s+)?(?:ke|hold|held|stor|retain)(?![^.;]{0,80}\bnow\b)|\b(?:previously|formerly|no\s+longer)\b[^.;]{0,60}$|\b(?:not|instead\s+of|rather\s+than)\s+(?:for\s+)?$/i;

/** For how many years entries in the attendance register are kept. */
export const retention: Reader = {
  kinds: ['retention'],
  mayRead: /year/i,
  read(placed, context) {
    const { block } = placed;
    return cardinalsIn(block.plain).flatMap(({ start, end: from, value: years }) => {
      const match = matchAt(block.plain, from, YEARS);
      if (!match) return [];
      const end = from + match[0].length;
      const { before, sentence } = around(block, start, end);
      const row = block.cells ? block.plain.slice(Math.max(0, start - 300), start + 300) : '';
      if (years === 0 || years > 99 || WINDOW.test(before)) return [];
      // "Kept for" may stand at the head of the column.
      const column = block.cells?.findIndex((cell) => start >= cell.start && start < cell.end) ?? -1;
      const words = `${sentence} ${row} ${block.header?.[column] ?? ''}`;
      if (NO_LONGER.test(before)) return [];
      const heading = context.headings.at(-1) ?? '';
      // "How long do you keep the registers?" "Six years, on the computer."
      const asked =
        /\?\W{0,6}$/.test(heading) && KEPT.test(heading) && REGISTER.test(heading) && /^\W*(?:for\s+)?$/i.test(before);
      if (!KEPT.test(words) && !asked && !LISTED.test(block.plain.slice(0, start))) return [];
      const named = REGISTER.test(words);
      if (
        !named &&
        !(
          REGISTER.test(heading) ||
          (OF_THEM.test(words) && REGISTER.test(`${context.before} ${block.plain.slice(0, start)}`))
        )
      )
        return [];
      return [
        {
          kind: 'retention' as const,
          years,
          confidence: named ? ('certain' as const) : ('likely' as const),
          start,
          end,
        },
      ];
    });
  },
};
