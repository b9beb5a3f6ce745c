import { cardinalOf, ordinalOf, seriesNumberOf } from '../../text/numbers.ts';

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
  'stage|tier|level|phase|cohort|step|band|group|category|wave|letter|route|zone|trigger|threshold|warning|meeting|intervention|attendance letter|warning letter|attendance meeting|attendance stage|formal stage|response|strike|box';
const SERIES_NAMES = new Set(SERIES.split('|'));
// "3. Stage 2", "6.2 Level One": the number of a clause may stand before the label.
const CLAUSE = '(?:\\d{1,2}(?:[.)]|(?:\\.\\d{1,2}){1,3}[.)]?)\\s{1,4})?';
const LEAD = `^[\\s\\-*•·(]{0,6}${CLAUSE}`;
// "Formal stage 2", "Letter no. 3", "Warning letter one".
const NUMBERED =
  /(?:(?:attendance|absence|formal|support|intervention)\s+)?([a-z]+(?:\s+(?:letter|meeting|stage))?)(?=[\s\d])\s{0,3}(?:no\.?\s?|number\s|\()?(\d{1,3}|[a-z]{1,9}(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)(?![\w%]|\.\d)/iy;
const SHORT =
  /(?:(?:[Tt]he\s+)?(?:[Tt]rigger\s+)?[Ff]or\s+(?:a|an|the)\s+)?(SAL|T|AL|PAL|AS|WL)\s?(\d)(?=\s*[:.(\-–]|\s+(?:letter|meeting|attendance|below|under|\d)|\s*$)/y;
const ORDERED =
  /(?:the\s+)?(\d{1,2}(?:st|nd|rd|th)|[a-z]{4,8})\s+(?:(?:formal|attendance|written|warning|concern)\s+){0,2}(stage|step|letter|warning|phase|meeting|offen[cs]e|notice|penalty notice|fine)\b(?=\s*[:.(\-–]|\s*$)/iy;
const COLOURS = new Set(
  'green yellow amber orange red blue gold silver bronze purple pink white black platinum'.split(' '),
);
const COLOUR_NAME = /amber\s?\/\s?red|red\s?\/\s?amber|[a-z]+/iy;
const COLOURED =
  /\s+(?:letter|zone|band|group|card|category|level|alert|stage|status|pupils|light|tier|sticker|flag|list|slip|folder|team|badge|star|face|dot|circle|phase|step|box)/iy;
const BEHIND_COLOUR =
  /(?=\s*[:.,(\-–=/|⇨→>]|\s+(?:means?|is|are|covers|stands\s+for)\s+(?:(?:attendance|anything|everyone|pupils|those)\s+)?(?:(?:of|at|from|between|under|below|over|above|less\s+than)\s+)?\d|\s+(?:is|means)\s+any(?:thing|one|body)\s+(?:lower|below|less|under|worse)\b|\s+(?:(?:under|below|over|above|less\s+than)\s+)?\d|\s*$)/iy;
// Number words are looked up: "day three", "after twenty-one school days", "1st day".
const COUNT = '\\d{1,3}|[a-z]{3,9}(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?';
const DAY = new RegExp(
  `${LEAD}(?:on\\s+(?:the\\s+)?)?(?:days?\\s+(${COUNT})|(\\d{1,2}(?:st|nd|rd|th)|[a-z]{5,8})\\s+day|(?:after|by)\\s+(${COUNT})\\s+(?:(?:school|consecutive)\\s+)?days?)\\b`,
  'i',
);
const DAY_RANGE = new RegExp(`^\\s?(?:-|to|and|&)\\s?(${COUNT})\\b`, 'i');

export const DAY_FAMILY = 'day';
export const COLOUR_FAMILY = 'colour';
export const BOX_FAMILY = 'box';

/** Where inside a paragraph a new line of its own begins: behind a line break, at a label, a connective, a band or a bullet. */
export const BREAKS_LINE = new RegExp(
  `^\\s{0,8}(?:>\\s)?(?:\\[\\s{0,2}\\d{1,2}\\s{0,2}\\]\\s|(?:${SERIES})\\s{0,2}(?:\\d{1,2}|[A-H])\\b|days?\\s+(?:\\d{1,2}|one|two|three|four|five|six|ten)\\b|(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth)\\s+day\\b|if\\s+(?:there\\s+is\\s+)?no\\b|--?\\s?[A-Z]|(?:\\d{1,2}|three|four|five|six|eight|ten)\\s+(?:or\\s+more\\s+)?lates?\\b|\\d{1,3}(?:\\.\\d{1,2})?\\s?%\\s?(?:[:=→+-]|and\\b|or\\b)|\\d{1,3}(?:\\.\\d{1,2})?\\s?%?\\s?-\\s?\\d{1,3}(?:\\.\\d{1,2})?\\s?%|(?:below|under|above|between|from)\\s+\\d{1,3}(?:\\.\\d{1,2})?\\s?%|(?:green|amber|red|yellow|blue|orange|gold|silver|bronze|black|purple)\\b\\s*(?:[:(\\-]|(?:(?:below|under|above|over)\\s+)?\\d{2}|(?:means?|covers|is\\s+for)\\s)|\\d{1,2}\\s?=\\s?\\w|(?:100|[5-9]\\d)(?:\\.\\d{1,2})?\\s?(?:-|to)\\s?(?:100|[5-9]\\d)\\b|(?:below|under)\\s+[5-9]\\d\\s+[A-Z]|[a-z][a-z ]{2,30}\\s[-–]\\s(?:(?:below|under|less\\sthan|between|above|over)\\s)?\\d{2,3}(?:\\.\\d{1,2})?\\s?%)`,
  'i',
);

// A coloured dot may stand before "Green".
const FIRST_WORD =
  /^[\s\-*•·(]{0,6}(?:(?:dark|light|deep|bright|pale)\s(?=[a-z]{3,6}\b))?(?:\d{1,2}(?:[.)]|(?:\.\d{1,2}){1,3}[.)]?)\s{1,4})?(?:[🔴🟠🟡🟢🔵🟣🟤⚫⚪🟥🟧🟨🟩🟦]\ufe0f?\s{0,2})?(\d{1,2}(?:st|nd|rd|th)|[a-z]+)/iu;
const MAY_NAME_SERIES = new Set([
  ...[...SERIES_NAMES].map((name) => name.split(' ')[0] ?? name),
  ...'attendance absence formal support intervention'.split(' '),
]);
const MAY_BE_SHORT = new Set('the trigger for sal t al pal as wl'.split(' '));
const MAY_BE_DAY = new Set('on day days after by'.split(' '));

const BOX = /^\s{0,4}\[\s{0,2}(\d{1,2})\s{0,2}\]\s{0,4}/;

/** The label that a text begins with; null when it begins with none. */
export function labelAt(text: string): Label | null {
  // "[ 2 ] Attendance falls under 93%": a box of a chart that was flattened.
  const box = text.includes('[') ? BOX.exec(text) : null;
  if (box) return label(text, box, BOX_FAMILY, Number(box[1]));
  const first = FIRST_WORD.exec(text);
  if (!first?.[1]) return null;
  const word = first[1].toLowerCase();
  const at = first[0].length - word.length;
  const isNth = word === 'the' || word === 'final' || word === 'last' || ordinalOf(word) !== null;
  return (
    (MAY_NAME_SERIES.has(word) ? numberedAt(text, at) : null) ??
    (MAY_BE_SHORT.has(word) ? shortAt(text, at) : null) ??
    (isNth || MAY_BE_DAY.has(word) ? dayAt(text) : null) ??
    (isNth ? orderedAt(text, at) : null) ??
    (COLOURS.has(word) ? colourAt(text, at) : null)
  );
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function numberedAt(text: string, at: number): Label | null {
  const match = matchAt(NUMBERED, text, at);
  const family = match?.[1]?.toLowerCase().replace(/\s+/g, ' ');
  const printed = match?.[2] ?? '';
  if (!match || !family || !SERIES_NAMES.has(family) || ordinalOf(printed) !== null) return null;
  const number = seriesNumberOf(printed);
  // "Meeting a parent at the gate": a small letter is a word, unless a mark follows it.
  const isWord = /^[a-hi]$/.test(printed) && !/^\s?[:.)–-]/.test(text.slice(match.index + match[0].length));
  return number === null || isWord ? null : label(text, match, family, number);
}

function shortAt(text: string, at: number): Label | null {
  const match = matchAt(SHORT, text, at);
  return match?.[1] ? label(text, match, match[1].toLowerCase(), Number(match[2])) : null;
}

function orderedAt(text: string, at: number): Label | null {
  const match = matchAt(ORDERED, text, at);
  const nth = match?.[1]?.toLowerCase() ?? '';
  const number = ordinalOf(nth);
  if (!match?.[2] || (number === null && nth !== 'final' && nth !== 'last')) return null;
  return label(text, match, `nth ${match[2].toLowerCase()}`, number);
}

function colourAt(text: string, at: number): Label | null {
  const name = matchAt(COLOUR_NAME, text, at);
  // "Green, amber, red": all of them.
  if (!name || MORE_COLOURS.test(text.slice(at + name[0].length))) return null;
  const thing = matchAt(COLOURED, text, at + name[0].length);
  for (const part of thing ? [`${name[0]}${thing[0]}`, name[0]] : [name[0]])
    if (matchAt(BEHIND_COLOUR, text, at + part.length)) return labelOf(text, at + part.length, COLOUR_FAMILY, null);
  return null;
}

const MORE_COLOURS =
  /^\s?[,/]\s?(?:green|yellow|amber|orange|red|blue|purple|pink|black|gold|silver|bronze)\s?(?:,|\/|and\b|&)/i;

/** "After 3 days of absence in the school year": a total, and no day of one absence. */
const ADDED_UP =
  /^\s+(?:of\s+)?(?:absences?|absent|missed|off)\s+(?:from\s+school\s+)?(?:in|over|during|across|within)\s+(?:the|a|an|any|one|this|each)\s+(?:(?:school|academic|whole|same|single)\s+)?(?:year|(?:half[\s-])?term)\b/i;

/** "Day 3", "Days one to three", "On the first day", "After five school days". */
function dayAt(text: string): Label | null {
  const match = DAY.exec(text);
  const number = match?.[2] === undefined ? cardinalOf(match?.[1] ?? match?.[3] ?? '') : ordinalOf(match[2]);
  if (!match || number === null || ADDED_UP.test(text.slice(match.index + match[0].length))) return null;
  const day = label(text, match, DAY_FAMILY, number);
  const range = DAY_RANGE.exec(text.slice(day.end));
  if (!range || cardinalOf(range[1] ?? '') === null) return day;
  return { ...day, text: `${day.text}${range[0]}`, end: day.end + range[0].length };
}

function label(text: string, match: RegExpExecArray, family: string, number: number | null): Label {
  return labelOf(text, match.index + match[0].length, family, number);
}

function labelOf(text: string, end: number, family: string, number: number | null): Label {
  return {
    family,
    number,
    text: text
      .slice(0, end)
      .trim()
      .replace(/^[\s\-*•·(]+/, ''),
    end,
  };
}
