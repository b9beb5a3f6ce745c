import { matchesOf } from './matches.ts';

/** Clock times as school policies print them: "8.40am", "08:40", "9 a.m.", "15:15pm", "half past eight", "noon". */
export interface Clock {
  /** Offsets in the text that was searched; the end is exclusive and leaves out a sentence's own full stop. */
  readonly start: number;
  readonly end: number;
  /** The moment meant, in minutes since midnight. */
  readonly minutes: number;
  /** Whether the text itself says which half of the day: a suffix here or on the other end of its range, or 24-hour digits. */
  readonly sure: boolean;
  /** The printed suffix was contrary to any school day ("9:10 PM" for a morning) and has been turned. */
  readonly repaired: boolean;
}

const DIGITS =
  /(?<![\d£$€#:%])(?<!\d[.,])(?<!(?<![:.]\d)\d\/)(?<!£\d{1,2}\.\d\d\/)(?:(?<hour>\d{1,2})(?:(?:\s?:\s?|\s?\.(?=\d{2}(?!\d))|\.\s(?=[0-5]\d\s?[ap]\.?\s?m(?![a-z]))|;(?=[0-5]\d(?!\d)))(?<minute>[0-5]\d)|(?=\s{0,2}(?:[ap]\.?\s?m(?![a-z])|o'?\s?clock|noon(?![a-z]))))|(?<joined>[01]?\d[0-5]\d)(?=\s?(?:[ap]\.?\s?m(?![a-z])|hrs?(?![a-z])|hours(?![a-z]))))(?!\d|[.,:]\d|\/\d{1,4}(?![\d.:])|\s?%)(?:\s{0,2}(?<suffix>[ap]\.\s?m\.|[ap]\.?\s?m(?![a-z]))|\s?(?<clock>o'?\s?clock|hrs?(?![a-z])|hours(?![a-z]))|\s?(?<noon>noon|midday)(?![a-z]))?/gi;
const WORDS =
  /(?<![a-z])(?:(?<part>half|quarter|five|ten|twenty(?:[- ]five)?)\s+(?<way>past|to)\s+(?<after>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![a-z])|(?<whole>one|two|three|four|eight|nine|ten|eleven|twelve)\s+o'?\s?clock|(?<noon>noon|midday)(?!\s+(?:meal|super|assist|break|lunch))(?![a-z]))/gi;
/** What makes figures something else: hours of a week, money, sections, verses, ratios, versions. */
const NO_CLOCK_BEFORE =
  /(?:\b(?:sections?|paragraphs?|paras?|clauses?|pages?|regs?\.?|regulations?|version|ratio of|appendix|chapters?|steps?|item|v)\s?|£\s?|\b(?:matthew|mark|luke|john|proverbs|psalms?|romans|genesis|exodus|isaiah|jeremiah|corinthians|ephesians|philippians|colossians|peter|james|timothy|hebrews|galatians|thessalonians)\s+)$/i;
const NO_CLOCK_AFTER =
  /^\s?(?:%|per\s?cent|hours?\s+(?:per|a|each|in|every|and|of)\b|hours?\s*[.,;)]|days?\b|weeks?\b|years?\b|months?\b|mins?\b|minutes?\b|miles?\b|pages?\b)/i;
/** "2.50 pupils" counts them; "8.45 Pupils come in" and a line that begins "8.45 pupils come in" tell the hour. */
const COUNTED_AFTER = /^\s?(?:sessions?|lessons?|pupils|children)\b/;
const TIME_BEFORE = /(?:^|\n)[^\S\n]*(?:[-*•]\s*)?$|\b(?:after|before|until|from|by|at)\s+$/i;
const PARTS = new Map([
  ['half', 30],
  ['quarter', 15],
  ['five', 5],
  ['ten', 10],
  ['twenty', 20],
  ['twenty-five', 25],
  ['twenty five', 25],
]);
/** "0850", "0840-0850", "at 1515": four figures of a school's day. */
const FOUR_FIGURES =
  /(?<![\d£$€#/.:+])(?<joined>0[6-9][0-5]\d|1[0-7][0-5][05])(?!\d|[.:,]\d|\s\d{3}|-\d{3}(?!\d)|\/\d|\s?%)/g;
const MAY_BE_FOUR = /\b(?:0[6-9]|1[0-7])[0-5]\d\b/;
/** Figures right before them: of a telephone number or a count, unless they are the other end of a range. */
const FIGURES_BEFORE = /\d\s?-?\s?$/;
const RANGE_BEFORE = /(?<!\d)(?:0[6-9]|1[0-7])[0-5]\d\s?(?:-|to|until|and)\s?$/i;
const NUMBERED = /^\s?(?:numbers?|lines?|pupils|children|pounds|schools|places|words|families)\b/i;
/** What begins with a nought counts nothing; other figures are a time only where the words say so. */
const SAID_OF_A_TIME = /(?:\b(?:at|by|until|till|after|before)\s{1,2}|(?:^|\n)[^\S\n]{0,4}(?:[-*•]\s)?|[:|]\s{0,3})$/i;
const HOURS = ['twelve', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'];
const RANGE = /^\s*(?:-|to|until|till|and|through(?: to)?|or|&)\s*$/i;
const HALF_DAY = 12 * 60;
/** Outside these a printed half of the day is taken for a slip. */
const EARLIEST = 5 * 60;
const LATEST = 19 * 60;

interface Printed {
  start: number;
  end: number;
  hour: number;
  minute: number;
  half: 'am' | 'pm' | null;
  leadingZero: boolean;
}

/** Every clock time of the text (in the levelled view of core/text/plain.ts), in order. Linear in the length of the text. */
export function findClocks(text: string): Clock[] {
  const printed = [...printedDigits(text), ...printedFigures(text), ...printedWords(text)].sort(
    (a, b) => a.start - b.start,
  );
  withBareHours(text, printed);
  shareSuffixes(text, printed);
  return printed.map(toClock);
}

/** "HH:MM" of 24 hours, from minutes since midnight. */
export function formatClock(minutes: number): string {
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

function printedDigits(text: string): Printed[] {
  const found: Printed[] = [];
  for (const match of matchesOf(text, DIGITS)) {
    const { hour, minute, joined, clock, noon, suffix: printed } = match.groups ?? {};
    const start = match.index;
    const whole = start + match[0].length;
    const labels = printed !== undefined && isLabel(printed, Number(hour), text.slice(whole, whole + 16));
    const suffix = labels ? undefined : printed;
    const end = labels ? whole - printed.length - 1 : whole;
    const hours = Number(joined ? joined.slice(0, -2) : hour);
    const minutes = Number(joined ? joined.slice(-2) : (minute ?? 0));
    if (hours > 23 || (hours === 0 && !joined && !suffix)) continue;
    const after = text.slice(end, end + 24);
    const counts =
      NO_CLOCK_AFTER.test(after) ||
      (COUNTED_AFTER.test(after) && !TIME_BEFORE.test(text.slice(Math.max(0, start - 8), start)));
    if (!suffix && !clock && !noon && counts) continue;
    if (NO_CLOCK_BEFORE.test(text.slice(Math.max(0, start - 24), start)) && !suffix) continue;
    // "24 hours", "32 hours": a length, unless it is written 0900 hours.
    if (clock && /^hours/i.test(clock) && !joined && !match[0].startsWith('0')) continue;
    const half = suffix ? (suffix.toLowerCase().startsWith('a') ? 'am' : 'pm') : noon ? 'pm' : null;
    found.push({ start, end, hour: hours, minute: minutes, half, leadingZero: /^0/.test(match[0]) });
  }
  return found;
}

/** "AM registration 8.40 PM registration 1.20": what follows 8.40 names the next register. */
function isLabel(suffix: string, hour: number, after: string): boolean {
  return /^p/i.test(suffix) && hour >= 7 && hour < 11 && /^\s+(?:regist|session)/i.test(after);
}

function printedFigures(text: string): Printed[] {
  if (!MAY_BE_FOUR.test(text)) return [];
  // Beside a time of the morning so written, one of the afternoon is one too.
  const ofMorning = /\b0[6-9][0-5]\d\b/.test(text);
  return matchesOf(text, FOUR_FIGURES).flatMap((match): Printed[] => {
    const { joined = '' } = match.groups ?? {};
    const end = match.index + joined.length;
    const after = text.slice(end, end + 24);
    // With "am" or "hrs" behind it, it was read as any other time.
    if (SAYS_SO.test(after) || NO_CLOCK_AFTER.test(after) || NUMBERED.test(after)) return [];
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    const ends = RANGE_BEFORE.test(before);
    if (!ends && FIGURES_BEFORE.test(before)) return [];
    if (!joined.startsWith('0') && !ends && !ofMorning && !SAID_OF_A_TIME.test(before)) return [];
    const [hour, minute] = [Number(joined.slice(0, 2)), Number(joined.slice(2))];
    return [{ start: match.index, end, hour, minute, half: null, leadingZero: true }];
  });
}

const SAYS_SO = /^\s?(?:[ap]\.?\s?m(?![a-z])|hrs?(?![a-z])|hours(?![a-z]))/i;

function printedWords(text: string): Printed[] {
  if (!/noon|midday|clock|past|to\s/i.test(text)) return [];
  const found: Printed[] = [];
  for (const match of matchesOf(text, WORDS)) {
    const { part, way, after, whole, noon } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    if (noon && /\d\s?$/.test(text.slice(Math.max(0, start - 3), start))) continue;
    if (noon) {
      found.push({ start, end, hour: 12, minute: 0, half: 'pm', leadingZero: false });
      continue;
    }
    const hour = HOURS.indexOf((after ?? whole ?? '').toLowerCase()) || 12;
    const minutes = PARTS.get((part ?? '').toLowerCase()) ?? 0;
    const total = way?.toLowerCase() === 'to' ? hour * 60 - minutes : hour * 60 + minutes;
    found.push({ start, end, hour: Math.floor(total / 60) || 12, minute: total % 60, half: null, leadingZero: false });
  }
  return found;
}

const BARE_HOUR_BEFORE = /(?<![\d.:£/-])(1[0-2]|[1-9])\s*(?:-|to|until|till|and)\s*$/i;
const NO_HOUR =
  /(?:years?|year groups?|ks|key stages?|class(?:es)?|periods?|lessons?|stages?|days?|weeks?|y)\s*(?:\d\s*(?:,|and|&|-)\s*)*$/i;

/** "9 - 9.15am", "between 9 and 9.15am": the hour that stands alone at the other end. */
function withBareHours(text: string, printed: Printed[]): void {
  for (let index = printed.length - 1; index >= 0; index--) {
    const clock = printed[index];
    if (!clock) continue;
    const from = Math.max(printed[index - 1]?.end ?? 0, clock.start - 14);
    const before = text.slice(from, clock.start);
    const bare = BARE_HOUR_BEFORE.exec(before);
    if (!bare?.[1]) continue;
    const start = from + bare.index;
    const lead = text.slice(Math.max(0, start - 24), start);
    if (NO_HOUR.test(lead) || (/\band\s*$/i.test(before) && !/\bbetween\s*$/i.test(lead))) continue;
    printed.splice(index, 0, {
      start,
      end: start + bare[1].length,
      hour: Number(bare[1]),
      minute: 0,
      half: null,
      leadingZero: false,
    });
  }
}

/** "8.50 - 9.20am": a suffix on one end serves both, unless that would turn the range round. */
function shareSuffixes(text: string, printed: Printed[]): void {
  for (let index = printed.length - 2; index >= 0; index--) {
    const first = printed[index];
    const second = printed[index + 1];
    if (!first || !second || !RANGE.test(text.slice(first.end, second.start))) continue;
    if (first.half === null && second.half !== null && first.hour <= 12) {
      const same = half24(first.hour, first.minute, second.half) <= half24(second.hour, second.minute, second.half);
      first.half = same ? second.half : second.half === 'pm' ? 'am' : null;
    } else if (first.half !== null && second.half === null && second.hour <= 12) {
      const same = half24(second.hour, second.minute, first.half) > half24(first.hour, first.minute, first.half);
      second.half = same ? first.half : first.half === 'am' ? 'pm' : null;
    }
  }
}

function half24(hour: number, minute: number, half: 'am' | 'pm'): number {
  if (hour > 12) return hour * 60 + minute;
  return (hour % 12) * 60 + minute + (half === 'pm' ? HALF_DAY : 0);
}

function toClock({ start, end, hour, minute, half, leadingZero }: Printed): Clock {
  if (half) {
    const minutes = half24(hour, minute, half);
    const turned = minutes < EARLIEST ? minutes + HALF_DAY : minutes >= LATEST + 60 ? minutes - HALF_DAY : minutes;
    return { start, end, minutes: turned, sure: true, repaired: turned !== minutes };
  }
  // Without a suffix one o'clock to six is afternoon: no school meets before seven.
  const afternoon = hour < 7 && !(leadingZero && hour === 6);
  return {
    start,
    end,
    minutes: (afternoon ? hour + 12 : hour) * 60 + minute,
    sure: hour > 12 || leadingZero || hour === 12,
    repaired: false,
  };
}
