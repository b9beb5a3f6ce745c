import { matchesOf } from '../../text/matches.ts';

/** Labels in the middle of a long line: "…monitoring begins. Stage 2: attendance under 95%". */

// Behind the end of a sentence or of an aside, or behind a dash.
const MARK = /[.;:!?)|]\s{1,4}(?!-\s)|\s-\s/g;
const ORDINAL_MARK = '(?:\\d|[A-D]|one|two|three|four)';
const LETTER = new RegExp(`letter\\s?${ORDINAL_MARK}\\b(?!\\s+(?:sent|issued|and)\\b)`, 'iy');
const LETTER_BEFORE_MARK = new RegExp(`letter\\s?${ORDINAL_MARK}\\s?(?=[:(–-])`, 'iy');
const LABEL = new RegExp(
  `(?:stage|tier|level|phase|cohort|step|category|wave|intervention|threshold)\\s?${ORDINAL_MARK}\\b|days?\\s(?:\\d{1,2}|one|two|three|four|five|ten)\\s?(?=[:.(-]|\\s-)|(?:green|amber|red)\\s?(?=[:(-])`,
  'iy',
);
const FIRST_LETTERS = new Set('stlpcwidgarSTLPCWIDGAR');

// A colour that leads to a figure: "amber → below 92%".
const LEADS_TO_FIGURE = /(?:[⇨→=:–-]|=>)\s?(?:(?:below|under|less\s+than|above|over)\s)?\d{2}/i;
const COLOUR =
  /(?<=\s)(?:amber\s?\/\s?red|red\s?\/\s?amber|green|yellow|amber|orange|red)\s?(?=(?:[⇨→=:–-]|=>)\s?(?:(?:below|under|less\s+than|above|over)\s)?\d{2})/gi;

/** Where labels begin within a text, behind an offset: "… to parents. Stage 2: …". */
export function labelsBehind(plain: string, from: number): number[] {
  const found = new Set<number>();
  for (const match of matchesOf(plain, MARK)) {
    const at = match.index + match[0].length;
    if (at > from && FIRST_LETTERS.has(plain[at] ?? '') && isLabel(plain, at, match[0])) found.add(at);
  }
  if (LEADS_TO_FIGURE.test(plain)) for (const { index } of matchesOf(plain, COLOUR)) if (index > from) found.add(index);
  return [...found].sort((a, b) => a - b);
}

function isLabel(plain: string, at: number, mark: string): boolean {
  const [sign] = mark;
  return (
    matchesAt(LABEL, plain, at) ||
    (matchesAt(LETTER, plain, at) && /[.;!?]/.test(sign ?? '')) ||
    (sign === ':' && matchesAt(LETTER_BEFORE_MARK, plain, at))
  );
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
