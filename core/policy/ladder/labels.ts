import { CARDINAL, cardinalOf, ORDINAL, ordinalOf, seriesNumberOf } from '../../text/numbers.ts';

/** The names that schools print on rungs: "Stage 2", "Letter 1", "Day three", "Amber", "First warning". */

export interface Label {
  /** What the series is called; rungs of one ladder share it. */
  readonly family: string;
  readonly number: number | null;
  /** As printed. */
  readonly text: string;
  /** Offset behind the label in the text that was read. */
  readonly end: number;
}

const SERIES =
  'stage|tier|level|phase|cohort|step|band|group|category|wave|letter|route|zone|trigger|threshold|warning|meeting|intervention|attendance letter|warning letter|attendance meeting|attendance stage|formal stage|response';
const NUMBER = `(?:\\d{1,2}|[A-H]|I{1,3}|IV|VI{0,3}|${CARDINAL})`;
const LEAD = '^[\\s\\-*•·(]{0,6}(?:\\d{1,2}[.)]\\s{1,3})?';
const NUMBERED = new RegExp(
  `${LEAD}(?:(?:attendance|absence|formal|support|intervention)\\s+)?(${SERIES})(?=[\\s\\d])\\s{0,3}(?:no\\.?\\s?|number\\s)?(${NUMBER})(?![\\w%]|\\.\\d)`,
  'i',
);
const SHORT = new RegExp(
  `${LEAD}(?:(?:[Tt]he\\s+)?(?:[Tt]rigger\\s+)?[Ff]or\\s+(?:a|an|the)\\s+)?(SAL|T|AL|PAL|AS|WL)\\s?(\\d)(?=\\s*[:.(\\-–]|\\s+(?:letter|meeting|attendance|below|under|\\d)|\\s*$)`,
);
const ORDERED = new RegExp(
  `${LEAD}(?:the\\s+)?(${ORDINAL}|final|last)\\s+(?:(?:formal|attendance|written|warning|concern)\\s+){0,2}(stage|step|letter|warning|phase|meeting|offence|notice|penalty notice|fine)\\b(?=\\s*[:.(\\-–]|\\s*$)`,
  'i',
);
const COLOUR = new RegExp(
  `${LEAD}(green|yellow|amber|orange|red|blue|gold|silver|bronze|purple|pink|white|black|platinum|amber\\s?/\\s?red|red\\s?/\\s?amber)(?:\\s+(?:letter|zone|band|group|card|category|level|alert|stage|status|pupils|light|tier))?(?=\\s*[:.,(\\-–=/|⇨→>]|\\s+(?:(?:under|below|over|above|less\\s+than)\\s+)?\\d|\\s*$)`,
  'i',
);
// Number words are looked up: "day three", "after twenty-one school days", "1st day".
const COUNT = '\\d{1,3}|[a-z]{3,9}(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?';
const DAY = new RegExp(
  `${LEAD}(?:on\\s+(?:the\\s+)?)?(?:days?\\s+(${COUNT})|(\\d{1,2}(?:st|nd|rd|th)|[a-z]{5,8})\\s+day|(?:after|by)\\s+(${COUNT})\\s+(?:(?:school|consecutive)\\s+)?days?)\\b`,
  'i',
);
const DAY_RANGE = new RegExp(`^\\s?(?:-|to|and|&)\\s?(${COUNT})\\b`, 'i');

export const DAY_FAMILY = 'day';
export const COLOUR_FAMILY = 'colour';

/** Where inside a paragraph a new line of its own begins: behind a line break, at a label, a connective, a band or a bullet. */
export const BREAKS_LINE = new RegExp(
  `^\\s{0,8}(?:>\\s)?(?:(?:${SERIES})\\s{0,2}(?:\\d{1,2}|[A-H])\\b|days?\\s+(?:\\d|one|two|three|four|five|six|ten)\\b|(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth)\\s+day\\b|if\\s+(?:there\\s+is\\s+)?no\\b|--?\\s?[A-Z]|(?:\\d{1,2}|three|four|five|six|eight|ten)\\s+(?:or\\s+more\\s+)?lates?\\b|\\d{1,3}(?:\\.\\d{1,2})?\\s?%\\s?(?:[:=→+-]|and\\b|or\\b)|\\d{1,3}(?:\\.\\d{1,2})?\\s?%?\\s?-\\s?\\d{1,3}(?:\\.\\d{1,2})?\\s?%|(?:below|under|above)\\s+\\d{1,3}(?:\\.\\d{1,2})?\\s?%|(?:green|amber|red|yellow|blue|orange|gold|silver|bronze|black|purple)\\b\\s*(?:[:(\\-]|(?:(?:below|under|above|over)\\s+)?\\d{2})|\\d{1,2}\\s?=\\s?\\w|(?:100|[5-9]\\d)(?:\\.\\d{1,2})?\\s?(?:-|to)\\s?(?:100|[5-9]\\d)\\b|(?:below|under)\\s+[5-9]\\d\\s+[A-Z])`,
  'i',
);

const FIRST_WORD = /^[\s\-*•·(]{0,6}(?:\d{1,2}[.)]\s{1,3})?(\d{1,2}(?:st|nd|rd|th)|[a-z]+)/i;
const FIRST_WORDS: ReadonlySet<string> = new Set([
  ...SERIES.split('|').map((name) => name.split(' ')[0] ?? name),
  ...'attendance absence formal support intervention'.split(' '),
  ...'the trigger for sal t al pal as wl'.split(' '),
  ...'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth final last'.split(' '),
  ...'green yellow amber orange red blue gold silver bronze purple pink white black platinum'.split(' '),
  ...'on day days after by'.split(' '),
]);

/** A quick look: most lines begin with a word that begins no label. */
function mayBeLabel(text: string): boolean {
  const word = FIRST_WORD.exec(text)?.[1];
  return word !== undefined && (/^\d/.test(word) || FIRST_WORDS.has(word.toLowerCase()));
}

/** The label that a text begins with; null when it begins with none. */
export function labelAt(text: string): Label | null {
  if (!mayBeLabel(text)) return null;
  const numbered = NUMBERED.exec(text) ?? SHORT.exec(text);
  // "Meeting a parent at the gate": a small letter is a word, unless a mark follows it.
  const isWord =
    numbered !== null && /^[a-hi]$/.test(numbered[2] ?? '') && !/^\s?[:.)–-]/.test(text.slice(numbered[0].length));
  if (numbered?.[1] && !isWord)
    return label(numbered, numbered[1].toLowerCase().replace(/\s+/g, ' '), seriesNumberOf(numbered[2] ?? ''));
  const day = dayAt(text);
  if (day) return day;
  const ordered = ORDERED.exec(text);
  if (ordered?.[2]) return label(ordered, `nth ${ordered[2].toLowerCase()}`, ordinalOf(ordered[1] ?? ''));
  const colour = COLOUR.exec(text);
  if (colour) return label(colour, COLOUR_FAMILY, null);
  return null;
}

/** "Day 3", "Days one to three", "On the first day", "After five school days". */
function dayAt(text: string): Label | null {
  const match = DAY.exec(text);
  const number = match?.[2] === undefined ? cardinalOf(match?.[1] ?? match?.[3] ?? '') : ordinalOf(match[2]);
  if (!match || number === null) return null;
  const day = label(match, DAY_FAMILY, number);
  const range = DAY_RANGE.exec(text.slice(day.end));
  if (!range || cardinalOf(range[1] ?? '') === null) return day;
  return { ...day, text: `${day.text}${range[0]}`, end: day.end + range[0].length };
}

function label(match: RegExpExecArray, family: string, number: number | null): Label {
  return { family, number, text: match[0].trim().replace(/^[\s\-*•·(]+/, ''), end: match.index + match[0].length };
}
