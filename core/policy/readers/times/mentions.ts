import type { Cue, CueToken, TimeToken, Token } from './tokens.ts';

/** A clock time of a sentence, or a range of two, with the cues that stand before and behind it. */
export interface Mention {
  readonly first: TimeToken;
  /** The other end of "8.45 - 8.55", "between 8.45 and 8.55" and the like. */
  readonly last: TimeToken | null;
  /** "after 8.55 …, but before 9.15": two limits of one window, which need not be a range of anything else. */
  readonly window: boolean;
  /** Cues from the mention before (or the beginning) to this one. */
  readonly left: readonly CueToken[];
  /** Cues from this one to the next (or the end). */
  readonly right: readonly CueToken[];
  /** The text of `left`'s stretch. */
  readonly leftText: string;
  readonly rightText: string;
  /** The sentence has a time before this one. */
  readonly follows: boolean;
}

const RANGE_GAP = /^\s*(?:-|to|until|till|til|up to|through to|up until)\s*$/i;
const AGAIN_BETWEEN = /^\s{0,20}(?:in the (?:morning|afternoon))?,?\s{0,20}(?:and|&)\s{0,20}(?:again\s{0,20})?$/i;
/** "Reception      8.50      3.15": columns that only spaces part. */
const COLUMN_GAP = /^ {3,}$/;
/** "Registration   8.45am  9.00am": from one column to the next. */
const COLUMNS_GAP = /^\s{2,}$/;
const LASTS: ReadonlySet<Cue> = new Set<Cue>(['register', 'lunch', 'break', 'lesson']);
const SHORTEST_DAY = 5 * 60;
const AND_GAP = /^\s*(?:and|&|to|-)\s*(?:before\s+)?$/i;

/** Gathers the tokens of one sentence into mentions. */
export function gatherMentions(text: string, tokens: readonly Token[]): Mention[] {
  const times = tokens.filter((token) => token.is === 'time');
  const cues = tokens.filter((token) => token.is !== 'time');
  const mentions: Mention[] = [];
  let from = 0;
  let cueAt = 0;
  let betweenBefore = false;
  for (let index = 0; index < times.length; index++) {
    const first = times[index];
    if (!first) continue;
    const next = times[index + 1];
    const left: CueToken[] = [];
    for (; cueAt < cues.length; cueAt++) {
      const cue = cues[cueAt];
      if (!cue || cue.start >= first.start) break;
      left.push(cue);
    }
    const gap = next ? text.slice(first.end, next.start) : '';
    const prep = left.at(-1);
    const isBetween = prep?.is === 'between' && first.start - prep.end < 12;
    // "between 8.50 and 9.00 in the morning and 1.00 and 1.10 in the afternoon": the word is said once.
    const goesOn: boolean = betweenBefore && AGAIN_BETWEEN.test(text.slice(from, first.start));
    const isRange: boolean =
      next !== undefined &&
      next.clock.minutes > first.clock.minutes &&
      (RANGE_GAP.test(gap) ||
        ((isBetween || goesOn) && AND_GAP.test(gap)) ||
        (times.length === 2 && isInColumns(gap, first, next) && left.some((cue) => LASTS.has(cue.is))) ||
        (COLUMN_GAP.test(gap) && areEndsOfDay(first, next) && left.every((cue) => cue.is === 'stop')));
    betweenBefore = isRange && (isBetween || goesOn);
    const isWindow =
      !isRange &&
      next !== undefined &&
      next.clock.minutes > first.clock.minutes &&
      isWindowGap(text, left, cues, cueAt, first, next);
    const last = isRange || isWindow ? (next ?? null) : null;
    const end = (last ?? first).end;
    while (cueAt < cues.length && (cues[cueAt]?.start ?? 0) < end) cueAt++;
    if (last) index++;
    const stop = times[index + 1]?.start ?? text.length;
    const right: CueToken[] = [];
    for (let at = cueAt; at < cues.length; at++) {
      const cue = cues[at];
      if (!cue || cue.start >= stop) break;
      right.push(cue);
    }
    mentions.push({
      first,
      last,
      window: isWindow,
      left,
      right,
      leftText: text.slice(from, first.start),
      rightText: text.slice(end, stop),
      follows: mentions.length > 0,
    });
    from = end;
  }
  return mentions;
}

/** So long at most lasts what a timetable gives both ends of. */
const LONGEST_PERIOD = 150;

function isInColumns(gap: string, first: TimeToken, next: TimeToken): boolean {
  return COLUMNS_GAP.test(gap) && next.clock.minutes - first.clock.minutes <= LONGEST_PERIOD;
}

function areEndsOfDay(first: TimeToken, next: TimeToken): boolean {
  return next.clock.minutes - first.clock.minutes >= SHORTEST_DAY;
}

function isWindowGap(
  text: string,
  left: readonly CueToken[],
  cues: readonly CueToken[],
  from: number,
  first: TimeToken,
  next: TimeToken,
): boolean {
  const opens = left.findLast((cue) => PREPOSITIONS.has(cue.is));
  if (!opens || !['after', 'from', 'between'].includes(opens.is) || first.start - opens.end > 60) return false;
  const between: CueToken[] = [];
  for (let at = from; at < cues.length; at++) {
    const cue = cues[at];
    if (!cue || cue.start >= next.start) break;
    between.push(cue);
  }
  // A bracket behind the first time says something of its own: "from 8.20 (be in by 8.30)".
  if (next.start - first.end > 90 || /\([^)]{0,90}$/.test(text.slice(first.end, next.start))) return false;
  // "come in from 8.35 and must be in class by 8.45": two things.
  if (opens.is === 'from' && between.some((cue) => cue.is === 'arrive')) return false;
  // A consequence between the two parts them: "after 8.50 is late, before 9.15 …".
  if (between.some((cue) => cue.is === 'late' || cue.is === 'absent')) return false;
  // "open from 8.35 and anyone not sat down by 8.45 is late": the second is of those who have not come.
  if (between.some((cue) => cue.is === 'not')) return false;
  return between.some((cue) => cue.is === 'before' || cue.is === 'until' || (cue.is === 'at' && /by/i.test(cue.text)));
}

export const PREPOSITIONS: ReadonlySet<Cue> = new Set<Cue>(['after', 'before', 'at', 'from', 'until', 'between']);
