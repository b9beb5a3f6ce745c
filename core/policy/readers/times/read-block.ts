import type { Block } from '../../blocks.ts';
import type { PlacedBlock } from '../../document.ts';
import { isExercise } from '../exercises.ts';
import type { BlockContext } from '../reader.ts';
import { rememberedIn } from '../remembered-in.ts';
import { isToldOfOthers } from '../told-of-others.ts';
import { aftermath, consequenceForThem } from './aftermath.ts';
import { assignRoles, type Topic } from './assign.ts';
import type { Assigned } from './assigned.ts';
import { asksForReports } from './call-lines.ts';
import { lateFromThen, type ToldBefore } from './from-then.ts';
import { type Governor, governorBefore, governorBehind } from './governor.ts';
import { gatherMentions, type Mention } from './mentions.ts';
import { isNotOurs } from './not-ours.ts';
import type { Role, TimeReading } from './reading.ts';
import { relativeReadings } from './relative.ts';
import { rowReadings } from './rows.ts';
import { scopeIn, scopeOf } from './scope.ts';
import { type Segment, segmentsOf, splitColumns, splitEntries } from './segments.ts';
import { toReading } from './to-reading.ts';
import { type Token, tokenise } from './tokens.ts';
import { clockLabelOf, underTheClock } from './under-a-clock.ts';

const QUESTION = /\?\W{0,6}$/;
const FIRST_SENTENCE = /^[^.!?]{0,400}/;
const SAYS_TIME = /\d[:.]\d{2}|\d\s?[ap]\.?m/i;

/** Every reading of every clock time of a block; remembered for the block while its surroundings stay the same. */
export const readTimes: (placed: PlacedBlock, context: BlockContext) => readonly TimeReading[] = rememberedIn(
  ({ block }, context) => (block.cells ? rowReadings(block, context) : readSentences(block, context)),
);

function readSentences(block: Block, context: BlockContext): TimeReading[] {
  if (isExercise(block.plain)) return [];
  const question = questionAbove(block, context) ?? context.headings.at(-1) ?? '';
  if (isToldOfOthers(question)) return [];
  const asked = QUESTION.test(question);
  const topic: Topic = {
    subject: topicOf(context),
    heading: headingGovernor(question),
    asked,
    late: asked && /\blate\b/i.test(question),
    reporting: asksForReports(question),
    channels: asksForReports(question) || asksForReports(lastLineOf(context.before)),
  };
  const scope = scopeIn(context.headings.at(-1) ?? '');
  const found: { assigned: Assigned; segment: Segment }[] = [];
  const readings: TimeReading[] = [];
  let settled = false;
  let before: ToldBefore | null = null;
  let lastTold: ToldBefore | null = null;
  const clock = clockLabelOf(block);
  for (const segment of segmentsOf(block, context).flatMap(splitColumns).flatMap(splitEntries)) {
    const tokens = tokenise(segment.text);
    // "End of day" alone on its line heads the lines below it.
    const label = labelGovernor(segment, tokens, block);
    if (label) topic.heading = label;
    // A question in the paragraph itself: "What time does school end?" / "At 3.15, …".
    if (QUESTION.test(segment.text) && !tokens.some((token) => token.is === 'time')) {
      topic.asked = true;
      topic.late = /\blate\b/i.test(segment.text);
      topic.heading = headingGovernor(segment.text.trim());
    }
    const own = lateFromThen(segment, tokens, assignRoles(segment.text, tokens, topic), lastTold, found);
    const assigned = own.length > 0 ? own : likeTheLineBefore(tokens, segment, found.at(-1));
    const timed = tokens.some((token) => token.is === 'time');
    if (!settled && !timed) aftermath(tokens, segment.text, found);
    if (!timed) consequenceForThem(before, tokens, segment.text, found);
    if (before && !timed && TAKEN_AT_THESE.test(segment.text))
      for (const mention of gatherMentions(before.segment.text, before.tokens))
        if (!mention.last) found.push({ assigned: takenAt(mention), segment: before.segment });
    before = timed ? { tokens, segment } : null;
    lastTold = before ?? lastTold;
    for (const one of assigned)
      if (!isNotOurs(segment, one.clock.start, one.clock.end)) found.push({ assigned: one, segment });
    if (clock && !timed)
      for (const one of underTheClock(clock, segment))
        if (!found.some(({ assigned: { role } }) => role === one.assigned.role)) found.push(one);
    const counted = relativeReadings(segment, found);
    readings.push(...counted);
    // "… open for 30 minutes. After this time …" speaks of the moment counted, not of the one printed.
    settled = counted.length > 0 || (settled && assigned.length === 0);
  }
  // "Registers close at 9.00." / "Pupils who arrive after this time are marked late." in the next item
  const next = FIRST_SENTENCE.exec(context.after)?.[0].replace(/\n/g, ' ') ?? '';
  if (!settled && next !== '' && !SAYS_TIME.test(next)) {
    const tokens = tokenise(next);
    if (found.length > 0) aftermath(tokens, next, found);
    consequenceForThem(before, tokens, next, found);
  }
  const outside = OUTSIDE_THE_DAY.test(context.headings.at(-1) ?? '');
  const later = isOfLaterDay(context);
  const calls = found.filter(({ assigned }) => assigned.role === 'firstDayContactFrom');
  for (const { assigned, segment } of found) {
    if (outside && OF_THE_DAY.has(assigned.role)) continue;
    // "By 9.30 we text home. At 10.30 we ring.": the school is in touch from the first hour on.
    if (assigned.role === 'firstDayContactFrom' && (later || isBehind(assigned, calls[0]?.assigned))) continue;
    readings.push(toReading(assigned, segment, scope, context));
  }
  return readings.sort((a, b) => a.start - b.start);
}

/** Whether the block tells of an earlier call before. */
function isBehind(call: Assigned, first: Assigned | undefined): boolean {
  if (first === undefined || call.clock.minutes <= first.clock.minutes) return false;
  // "at 9.30 (secondary) or 9.45 (primary)"
  const [own, other] = [scopeOf(call.mention), scopeOf(first.mention)];
  return own === undefined || other === undefined || own === other;
}

/** "After 8.50am.", "At 3.15pm, from the playground.": what may answer a question in a paragraph of its own. */
const SHORT_ANSWER = /^\W{0,6}(?:(?:at|from|after|by|before|until|between)\s{1,3})?\d[\s\S]{0,100}$/i;
const LONGEST_QUESTION = 100;

function questionAbove(block: Block, context: BlockContext): string | null {
  if (!SHORT_ANSWER.test(block.plain)) return null;
  const question = context.before.trim();
  return question.length < LONGEST_QUESTION && QUESTION.test(question) ? question : null;
}

/** "Morning school begins at 8.45 and afternoon school at 1.00. Registers are taken at these times." */
const TAKEN_AT_THESE =
  /\bregist(?:ers?|ration)\s{1,3}(?:(?:is|are|will\s{1,3}be)\s{1,3})?(?:taken|called|takes?\s{1,3}place)\s{1,3}at\s{1,3}(?:these|those|both)\s{1,3}times\b/i;

function takenAt(mention: Mention): Assigned {
  return { clock: mention.first.clock, role: 'registerOpens', ground: 'verb', explicit: false, mention };
}

/** "School begins: 8.50 for those who come by bus" / "9.00 for those who walk": a line that only says whose time it is. */
const WHOSE = /^\s*(?:-\s*)?(?:for|in|\()\s*(?!lunch|break|play)[a-z0-9 ,&'()/-]{2,60}[.)]?\s*$/i;

function likeTheLineBefore(
  tokens: readonly Token[],
  segment: Segment,
  before: { assigned: Assigned; segment: Segment } | undefined,
): Assigned[] {
  const mention = gatherMentions(segment.text, tokens)[0];
  if (!before || !mention || mention.leftText.trim() !== '' || !WHOSE.test(mention.rightText)) return [];
  const { role, ground, mention: last } = before.assigned;
  // The line right before, which itself says whose time it tells.
  const gap = segment.start - before.segment.start - before.segment.text.length;
  if (gap < 0 || gap > 60 || !WHOSE.test(last.rightText) || tokens.some((token) => OWN_WORD.has(token.is))) return [];
  const first = { clock: mention.first.clock, ground, explicit: false, mention };
  if (mention.last && last.last) {
    if (role === 'schoolDayEnd') return [{ ...first, clock: mention.last.clock, role }];
    return [{ ...first, role }];
  }
  return mention.last || last.last ? [] : [{ ...first, role }];
}

const OWN_WORD: ReadonlySet<Token['is']> = new Set<Token['is']>([
  'lunch',
  'break',
  'other',
  'gate',
  'register',
  'late',
  'absent',
  'report',
  'call',
]);

const LATER_DAY =
  /\b(?:[2-9]|two|three|four|five|ten|second|third|fourth|fifth|2nd|3rd|4th|5th)\s+(?:\w+\s+)?days?\b|\bday\s+(?:[2-9]|two|three|four|five)\b/i;

function lastLineOf(before: string): string {
  return before.slice(before.trimEnd().lastIndexOf('\n') + 1);
}

/** "Third day of absence" over calls and visits with their hours: none of them is made on the first day. */
function isOfLaterDay({ headings, before }: BlockContext): boolean {
  const line = lastLineOf(before);
  return LATER_DAY.test(headings.at(-1) ?? '') || (/:\s*$/.test(line) && line.length < 80 && LATER_DAY.test(line));
}

/** Under such a heading doors open for something else than school. */
const OUTSIDE_THE_DAY =
  /\b(?:clubs?|wrap[- ]?around|child\s?care|parents'? evenings?|open (?:day|evening)s?|holiday camps?|lettings?|office hours|toddlers?)\b/i;
const OF_THE_DAY: ReadonlySet<Role> = new Set<Role>([
  'gatesOpen',
  'gatesClose',
  'arriveBy',
  'schoolDayStart',
  'schoolDayEnd',
]);

const TOPICS: readonly (readonly [RegExp, NonNullable<Topic['subject']>])[] = [
  [/\bregist(?:er|ration)/i, 'register'],
  [/\bgates?\b|\bdoors?\b/i, 'gate'],
  [/\blunch/i, 'lunch'],
  [/\bschool day\b|\btimings?\b|\bschool (?:hours|times)\b|\bopening times\b|\btimes of the day\b/i, 'day'],
];
const LONGEST_PHASE = 40;

const LABEL_LINE = /^[\s*•▪·-]*[A-Z][A-Za-z ,'&/-]{2,38}:?\s*$/;

/** What a line of words without a time, among lines with times, is the label of; null where it is none. */
function labelGovernor(segment: Segment, tokens: readonly Token[], block: Block): Governor | null {
  if (!LABEL_LINE.test(segment.text) || !block.plain.includes('\n')) return null;
  if (tokens.some((token) => token.is === 'time')) return null;
  const cues = tokens.filter((token) => token.is !== 'time');
  const governor = governorBefore(cues, null) ?? governorBehind(cues);
  return governor && governor.subject !== 'other' && governor.subject !== 'arrive'
    ? { ...governor, inherited: true }
    : null;
}

/** "Start of the day", "Registration" above lines that only name phases; a heading that says a time of its own does not count. */
function headingGovernor(heading: string): Governor | null {
  if (heading === '' || heading.length > 60) return null;
  const cues = tokenise(heading).filter((token) => token.is !== 'time');
  // "Class: Start time: Finish time:" over columns: which is whose the columns say.
  const has = (...kinds: Token['is'][]): boolean => cues.some((cue) => kinds.includes(cue.is));
  if (has('dayStart', 'start') && has('dayEnd', 'end')) return null;
  const governor = governorBefore(cues, null) ?? governorBehind(cues);
  return governor && governor.subject !== 'other' ? { ...governor, inherited: true } : null;
}

function topicOf(context: BlockContext): Topic['subject'] {
  const nearest = context.headings.at(-1) ?? '';
  // "School times" over "Key Stage 1:" over "Start 8.55am"
  const isPhase = nearest.length < LONGEST_PHASE && scopeIn(nearest) !== undefined;
  for (const heading of isPhase ? [nearest, context.headings.at(-2) ?? ''] : [nearest])
    for (const [pattern, subject] of TOPICS) if (pattern.test(heading)) return subject;
  return null;
}
