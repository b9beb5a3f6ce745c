import type { Mention } from './mentions.ts';
import type { Cue, CueToken } from './tokens.ts';

/** What becomes of a pupil on the far side of a time, by the words around it. */
export interface Consequence {
  readonly is: 'late' | 'absent';
  /** The word that says so. */
  readonly cue: CueToken;
  /** A mark or code is given, and not only the word "late" used. */
  readonly strong: boolean;
}

const STRONG =
  /\b[LU]\b|mark|record|regist|cod(?:e|ed)|class|consider|deem|count|treat|regard|unauthori|absen|given|receiv|gets?\b|become|present|changed|miss|lateness (?:starts|begins)/i;
const STRONG_STOP = /^(?:and|but|or|;|\.\s|if|who)$/i;

const ENDS_NOT = /^\s*(?:;|\.\s|but)\s*$/i;

const IS_AT_ONCE = /^\s?\)?\s(?:is|are|=|gets?|has|have)\s/i;

/** The consequence that a mention's own clause names, before it or behind it; null when it names none. */
export function consequenceOf(mentions: readonly Mention[], index: number, text: string): Consequence | null {
  const mention = mentions[index];
  if (!mention) return null;
  const left = saidOf(mention.left, lastConsequence(mention.left, text));
  const right = behind(ownPart(mention.right, index < mentions.length - 1, text), text);
  const stops = left ? (ofThoseWho(mention.left, left) ? 'none' : stopsBetween(mention.left, left.cue)) : 'strong';
  // "… will be coded late (L) if they arrive after 8.50 they will be coded U": what follows at once is said of this time.
  const isParted = left && (parted(mention, left.cue) || registerCloses(mention, left.cue));
  if (left && right?.strong && right.is !== left.is && isParted && !parted(mention, right.cue)) return right;
  // "late after it closes (after 9.15) is U": the word gives way to the mark.
  const markAtOnce =
    left &&
    !left.strong &&
    right?.strong &&
    right.is !== left.is &&
    IS_AT_ONCE.test(text.slice(mention.first.end, right.cue.start + 3));
  if (markAtOnce) return right;
  if (left && stops === 'none' && (left.strong || beginsClause(text, left.cue))) return left;
  if (right?.strong) return right;
  if (left && stops === 'none') return left;
  if (right) return right;
  return sharedConsequence(mentions, index, text) ?? (left && stops === 'weak' ? left : null);
}

/** "Code L is used for any child who walks in after 8.50": the mark is said of those behind "who". */
function ofThoseWho(left: readonly CueToken[], { cue, strong }: Consequence): boolean {
  const between = left.filter((one) => one.start > cue.start && one.is !== 'at');
  const [who, comes] = between;
  return strong && who?.is === 'stop' && /^(?:who|if)$/i.test(who.text) && comes?.is === 'arrive';
}

/** "8.40 to 9.10 (L from 8.45)", "8.40-8.50 (late mark after 8.50)": a mark with "from" behind it is the next time's. */
function ownPart(right: readonly CueToken[], isFollowed: boolean, text: string): readonly CueToken[] {
  const [mark, from] = right.slice(-2);
  const leads = from?.is === 'from' || from?.is === 'after';
  const isMark = mark?.is === 'late' || mark?.is === 'absent';
  const isNext = isMark && (/^["'(]?[LU]$/.test(mark.text.trim()) || OPENS.test(text.slice(0, mark.start)));
  return isFollowed && leads && isNext ? right.slice(0, -2) : right;
}

const OPENS = /\(\s?$/;

/** "If your child will be late please telephone before 8.30": behind the call, the time is the call's. */
function saidOf(left: readonly CueToken[], consequence: Consequence | null): Consequence | null {
  if (consequence?.is !== 'late') return consequence;
  const between = left.filter((cue) => cue.start > consequence.cue.start);
  // "L, detention 12.40": behind it the time is what comes of it.
  if (between.some((cue) => cue.is === 'report' || /^detention/i.test(cue.text))) return null;
  // "Late Arrival Registration begins at 8.50": a heading that lost its line.
  const [register, verb] = between[0]?.is === 'arrive' ? between.slice(1) : between;
  const isHeading =
    !consequence.strong && register?.is === 'register' && ['start', 'open', 'take', 'close'].includes(verb?.is ?? '');
  return isHeading ? null : consequence;
}

/** "Late after 8.50 (L) Registers close 9.30 (U)": between the mark and the time stands what the time is of. */
function registerCloses({ left }: Mention, cue: CueToken): boolean {
  const at = left.findIndex((one) => one.is === 'register' && one.start > cue.start);
  return at >= 0 && left[at + 1]?.is === 'close';
}

/** Whether a word that begins a clause stands between a time and the consequence on either side of it. */
function parted({ left, right, first }: Mention, cue: CueToken): boolean {
  const between =
    cue.start < first.start
      ? left.filter((one) => one.start > cue.start)
      : right.filter((one) => one.start < cue.start);
  return between.some((one) => one.is === 'stop');
}

/** "Late after 8.50, absent after 9.15": a word that begins its clause is said of what follows. */
function beginsClause(text: string, cue: CueToken): boolean {
  return /(?:^|[,;:(.])\s*$/.test(text.slice(Math.max(0, cue.start - 3), cue.start));
}

/** Late first, and then an unauthorised absence all the same: the absence is what counts. */
function behind(cues: readonly CueToken[], text: string): Consequence | null {
  const first = firstConsequence(cues, text);
  if (first?.is !== 'late') return first;
  // "from 9.00 those who come late … will be given a U": the word gives way to the mark.
  if (!first.strong) {
    const mark = cues.slice(
      0,
      cues.findIndex((cue) => cue.start > first.cue.start && /^(?:;|\.\s|if|but)$/i.test(cue.text)) >>> 0,
    );
    const absent = mark.map((cue) => asConsequence(cue, text)).find((one) => one?.is === 'absent' && one.strong);
    if (absent && !mark.some((cue) => cue.is === 'late' && asConsequence(cue, text)?.strong)) return absent;
  }
  for (const cue of cues) {
    if (cue.start <= first.cue.start) continue;
    if (cue.is === 'anaphor' && /^(?:from|after|thereafter)/i.test(cue.text)) return first;
    if (cue.is === 'after' || cue.is === 'until' || cue.is === 'close' || /^(?:;|if|\.\s)$/i.test(cue.text))
      return first;
    if (cue.is === 'absent') return { is: 'absent', cue, strong: true };
  }
  return first;
}

/** "after 8.50am and 1.15pm you are late", "after the period (8.55) but before the close (9.30) …": said once, behind the last. */
function sharedConsequence(mentions: readonly Mention[], index: number, text: string): Consequence | null {
  const mention = mentions[index];
  if (!mention) return null;
  // "A pupil who has not come by 9.00 or 1.30 is absent for the session."
  const missed = isNegated(mention.left) && /\bby\s{1,3}$/i.test(mention.leftText);
  if (!missed && governingPreposition(mention.left) !== 'after') return null;
  for (let at = index + 1; at < mentions.length && at <= index + MOST_JOINED; at++) {
    const next = mentions[at];
    const before = mentions[at - 1];
    if (!next || !before) return null;
    const limit = joined(before.rightText) && next.left.some((cue) => cue.is === 'before' || cue.is === 'until');
    if (!limit && next.left.some((cue) => !JOINTS.has(cue.is))) return null;
    const found = behind(next.right, text);
    if (found) return found.strong ? found : null;
    if (limit) return null;
  }
  return null;
}

/** No sentence joins more times than these to one consequence. */
const MOST_JOINED = 6;
const JOINTS: ReadonlySet<Cue> = new Set<Cue>(['stop', 'after', 'at', 'from']);

export function firstConsequence(cues: readonly CueToken[], text: string): Consequence | null {
  for (const [index, cue] of cues.entries()) {
    const found = asConsequence(cue, text);
    if (!found) continue;
    // "arriving late (L)": the letter beside the word is the mark.
    const next = cues[index + 1];
    const mark = !found.strong && next && next.start - cue.end < 4 ? asConsequence(next, text) : null;
    return mark?.strong && mark.is === found.is ? mark : found;
  }
  return null;
}

function lastConsequence(cues: readonly CueToken[], text: string): Consequence | null {
  for (let at = cues.length - 1; at >= 0; at--) {
    const cue = cues[at];
    const found = cue && asConsequence(cue, text);
    if (found) return found;
  }
  return null;
}

const DENIED = /(?:\bnot|n't|\bnever)\s+(?:be\s+|been\s+)?$/i;
const SUPPOSED = /\b(?:if|when|should)\s+(?:\w+\s+){1,3}(?:are|is|be|being)\s+$/i;

function asConsequence(cue: CueToken, text: string): Consequence | null {
  if (cue.is !== 'late' && cue.is !== 'absent') return null;
  // "to avoid being marked late" tells why, not from when.
  if (
    /\bavoid(?:s|ing)?\s+(?:(?:being|getting|an?|the)\s+){0,2}(?:\w+\s+)?(?:late or\s+)?$/i.test(
      text.slice(Math.max(0, cue.start - 40), cue.start),
    )
  )
    return null;
  const before = text.slice(Math.max(0, cue.start - 40), cue.start);
  // "pupils on it are not marked late"
  if (DENIED.test(before)) return null;
  // "and if you are late you must sign in" supposes it.
  const strong = STRONG.test(cue.text) || (/\b(?:are|is|be|being)\s+$/i.test(before) && !SUPPOSED.test(before));
  return { is: cue.is, cue, strong };
}

function stopsBetween(left: readonly CueToken[], cue: CueToken): 'none' | 'weak' | 'strong' {
  let worst: 'none' | 'weak' | 'strong' = 'none';
  for (const token of left) {
    if (token.start <= cue.start || token.is !== 'stop') continue;
    if (/^if$/i.test(token.text)) continue;
    if (STRONG_STOP.test(token.text)) return 'strong';
    if (token.text === ',' || token.text === ';' || token.text === ')') worst = 'weak';
  }
  return worst;
}

function joined(text: string): boolean {
  return /^[\s)]*(?:and|but|or|,)/i.test(text);
}

/** The preposition that governs: "after the register closes at 9.15" is `after`, not `at`. */
export function governingPreposition(left: readonly CueToken[]): Cue | null {
  let found: Cue | null = null;
  for (let at = left.length - 1; at >= 0; at--) {
    const cue = left[at];
    if (!cue) continue;
    if (cue.is === 'stop' && /^(?:;|and|but|\.\s|-)$/i.test(cue.text.trim()) && found) break;
    // "After lunch the register is called at 1.05": that phrase is over before the time.
    const next = left[at + 1]?.is ?? '';
    const own = next === 'lunch' || next === 'break' || (found !== null && (next === 'lesson' || next === 'session'));
    if (own && (cue.is === 'after' || cue.is === 'before')) continue;
    if (cue.is === 'after' || cue.is === 'before' || cue.is === 'until' || cue.is === 'between') return cue.is;
    if (cue.is === 'from' || cue.is === 'at') found ??= cue.is;
    if (cue.is === 'late' || cue.is === 'absent' || cue.is === 'report') break;
  }
  return found;
}

/** Whether the clause says that something has not happened by the time: "not in by 9.00", "fail to arrive before". */
export function isNegated(left: readonly CueToken[]): boolean {
  for (let at = left.length - 1; at >= 0; at--) {
    const cue = left[at];
    if (!cue) continue;
    if (cue.is === 'not' || /^not\b/i.test(cue.text)) return true;
    // "not in the room at the bell but there before 9.05": another clause.
    if (cue.is === 'stop' && ENDS_NOT.test(cue.text)) return false;
    if (cue.is === 'late' || cue.is === 'absent') continue;
  }
  return false;
}
