import { matchesOf } from '../../text/matches.ts';

/** Labels in the middle of a long line: "…monitoring begins. Stage 2: attendance under 95%". */

// Behind the end of a sentence or of an aside, or behind a dash.
const MARK = /[.;:!?)|]\s{1,4}(?!-\s)|\s-\s/g;
const ORDINAL_MARK = '(?:\\d|[A-D]|one|two|three|four)';
const LETTER = new RegExp(`letter\\s?${ORDINAL_MARK}\\b(?!\\s+(?:sent|issued|and)\\b)`, 'iy');
/** "We send Letter 1 at …. Letter 2 follows when …": sentences, where the first letter stands at the head of none. */
const LETTER_DOES = /letter\s?\S{1,5}\s+(?:follows|goes|comes|asks|invites|tells)\b/iy;
/** "Attendance below 93%. Letter 1.": what is done, and no rung of its own. */
const LETTER_ALONE = /^letter\s?\S{1,5}?\s?[.;]?\s*$/i;
const FIRST_IS_LETTER = /^\W{0,6}letter\s/i;
const LETTER_BEFORE_MARK = new RegExp(`letter\\s?${ORDINAL_MARK}\\s?(?=[:(–-])`, 'iy');
const LABEL = new RegExp(
  `(?:attendance\\s)?meeting\\s?${ORDINAL_MARK}(?=\\s(?:\\([^()]{1,12}\\)[\\s,]+)?(?:is|takes|will|comes|follows|with)\\b)|(?:stage|tier|level|phase|cohort|band|step|category|wave|intervention|threshold)\\s?${ORDINAL_MARK}\\b(?!\\s(?:(?:governors'?|attendance|formal|parents?'?)\\s)?(?:plan|meeting|letter|target|review|contract|panel|has|have|was|did|does)\\b)|days?\\s(?:\\d{1,2}|one|two|three|four|five|ten)\\s?(?=[:.(-]|\\s-)|(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth)\\sday\\s?(?=[:(-])|(?:green|amber|red|yellow|orange|blue|purple|gold|silver|bronze|black|white|pink)\\s?(?=[:(-])`,
  'iy',
);
const FIRST_LETTERS = new Set('stlpcbwidgarfyomSTLPCBWIDGARFYOM0123456789');

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
  for (const at of rowsWithoutLines(plain)) if (at > from) found.add(at);
  if (LEADS_TO_FIGURE.test(plain)) for (const { index } of matchesOf(plain, COLOUR)) if (index > from) found.add(index);
  return [...found].sort((a, b) => a - b);
}

// "RED   90% and under", "AMBER 90.1 - 93.9%": rows of a table that lost its lines.
const PRINTED_COLOUR =
  /(?<=\s)(?:(?:DARK|LIGHT)\s)?(?:GREEN|YELLOW|AMBER|ORANGE|RED|PURPLE|BLUE|GOLD|SILVER|BRONZE)\s{1,20}(?=(?:(?:[Bb]elow|[Uu]nder|[Aa]bove|[Oo]ver|[Ll]ess\sthan)\s)?\d{2,3}(?:\.\d)?\s?[%–-])/g;
const NUMBERED = /\b([Ss]tage|[Tt]ier|[Ll]evel|[Pp]hase|[Ss]tep|STAGE|TIER|LEVEL|PHASE|STEP)\s(\d)\s{1,4}(?=[A-Z])/g;
// Two rows with what they say are no shorter.
const SHORTEST = 80;
const LEADS_UP = new Set(
  `to of in at from the with a an after before and or for by is are under than until then reach reaches reached this that
  each every our their`.split(/\s+/),
);

/**
 * Where the rows of a table begin that lost its lines: "… Phase 1 Three late marks Tutor talks with parents Phase 2 Seven
 * late marks Letter home …", numbers that go on, none of them led up to by the words of a sentence.
 */
function rowsWithoutLines(plain: string): number[] {
  const colours = plain.includes('%') ? matchesOf(plain, PRINTED_COLOUR).map(({ index }) => index) : [];
  const labels = plain.length > SHORTEST ? matchesOf(plain, NUMBERED) : [];
  const [first] = labels;
  const goOn = labels.every(
    ([, name, number], at) =>
      name?.toLowerCase() === first?.[1]?.toLowerCase() && Number(number) === Number(first?.[2]) + at,
  );
  const begin = labels.length > 1 && goOn && !labels.some(({ index }) => LEADS_UP.has(wordBefore(plain, index)));
  return [...(colours.length > 1 ? colours : []), ...(begin ? labels.map(({ index }) => index) : [])];
}

function wordBefore(text: string, at: number): string {
  return (
    /(?<![a-z])[a-z]{1,12}$/.exec(
      text
        .slice(Math.max(0, at - 12), at)
        .toLowerCase()
        .trimEnd(),
    )?.[0] ?? ''
  );
}

function isLabel(plain: string, at: number, mark: string): boolean {
  const [sign] = mark;
  return (
    matchesAt(LABEL, plain, at) ||
    (matchesAt(LETTER, plain, at) &&
      !LETTER_ALONE.test(plain.slice(at, at + 20)) &&
      /[.;!?]/.test(sign ?? '') &&
      (!matchesAt(LETTER_DOES, plain, at) || FIRST_IS_LETTER.test(plain))) ||
    (sign === ':' && matchesAt(LETTER_BEFORE_MARK, plain, at))
  );
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
