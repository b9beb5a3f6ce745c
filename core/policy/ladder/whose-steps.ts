import { figuresIn } from '../readers/thresholds/figures.ts';
import { isReward, saysAction } from './measures.ts';
import type { Ladder, Rung } from './rung.ts';
import { schoolDoes } from './school-does.ts';
import { isPercent } from './sequences.ts';
import { addressesParents, PARENTS_DO } from './wording.ts';

/**
 * What has the form of a ladder and is none: what families do, how support ends, what is praised, how the school's own
 * figures are told, whatever layout it stands in.
 */

/** A ladder without what is no step of the school; null where nothing is left of it. */
export function ofTheSchool(ladder: Ladder): Ladder | null {
  if (isMostly(ladder.rungs, isOfOtherBusiness)) return null;
  if (isMostly(ladder.rungs, isFamilies) || isRecord(ladder.rungs) || isMostly(ladder.rungs, isWayOut)) return null;
  const kept = ladder.rungs.filter((rung) => !isWayOut(rung) && !isEmpty(rung));
  const rungs = isPraised(kept) ? kept.map(praised) : kept;
  return rungs.length === 0
    ? null
    : rungs.length === ladder.rungs.length && rungs === kept
      ? ladder
      : { ...ladder, rungs };
}

function isMostly(rungs: readonly Rung[], is: (rung: Rung) => boolean): boolean {
  return rungs.filter(is).length * 2 > rungs.length;
}

const OTHER_BUSINESS =
  /\b(?:home\s?works?|uniforms?|behaviour|equipment|mobile\sphones?|chewing|planners?\snot|merits?|demerits?|credits?|library\sbooks?|p\.?e\.?\skit)\b/i;
const OF_ATTENDANCE =
  /\b(?:attend\w*|absen\w*|lates?|late\s\w+|lateness|punctual\w*|sessions?|truan\w*|miss(?:es|ed|ing)\sschool)\b|%/i;

/** "Three missed homeworks in a half term: lunchtime support": a ladder of the school's, and not of attendance. */
function isOfOtherBusiness({ place: { line } }: Rung): boolean {
  return OTHER_BUSINESS.test(line.text) && !OF_ATTENDANCE.test(line.text);
}

const TO_PARENTS =
  /^\W*(?:please\s+)?(?:(?:talk|speak|listen)\s+to\s+your|make\s+sure|book|ask\s+(?:your|for|us)|help\s+your|encourage|set\s+(?:up\s+)?(?:a\s+)?(?:your|routine)|praise\s+your|let\s+(?:us|the\s+(?:school|office))|(?:ring|phone|call|contact|tell|text|telephone|e-?mail|inform)\s+(?:us|the\s+(?:school|office)))\b/i;

/** "Parents must phone", "Talk to your child": theirs to do. */
function isFamilies({ actions, place }: Rung): boolean {
  const under = addressesParents(place.line.placed.headings.at(-1) ?? '');
  return actions.every(
    (action) =>
      TO_PARENTS.test(action) ||
      (PARENTS_DO.test(action) && !schoolDoes(action)) ||
      (under && !schoolDoes(action) && !/\byou\s+will\b/i.test(action)),
  );
}

const SPAN_OF_TIME =
  /^\W*(?:(?:year|y)\s?(?:group\s)?\d{1,2}\b|20\d\d\b|(?:autumn|spring|summer)\b|reception\b|nursery\b|(?:ks|key\s+stage)\s?\d)/i;
const ONLY_TOLD =
  /^\W*(?:(?:is|are|to\s+be)\s+)?(?:report(?:s|ed)?|reviewed|published|shared|presented)\b[^.;]{0,40}\b(?:governors?|governing|trust(?:ees)?|board|directors|committee|annually|termly|each|every|in\s+(?:the\s+)?(?:[A-Z]|autumn|spring|summer))/i;

/** "Year 7 – 97%", "2023 – 94%: reported to governors": how a school stands, and nothing done about a pupil. */
function isRecord(rungs: readonly Rung[]): boolean {
  if (rungs.length < 2 || !rungs.some(({ trigger }) => isPercent(trigger))) return false;
  if (isMostly(rungs, ({ title }) => SPAN_OF_TIME.test(title))) return true;
  return isMostly(rungs, ({ actions }) => actions.every((action) => ONLY_TOLD.test(action)));
}

const BACK_UP =
  /(?<!\b(?:falls?|fallen|drops?|dropped|slips?|slipped|goes|slides?)\s)\bback\s+(?:to|at|above|up|over)\b|\b(?:risen|rises|returned|returns|recovered|recovers|improved|improves)\s+(?:to|above)\b/i;
// As far around a figure stand the words that say which way it was reached.
const AROUND = 30;

/** "Attendance back to 95%": the way out of a step. */
function isWayOut({ trigger, kind, place: { line, start, end } }: Rung): boolean {
  const { metric, op } = trigger;
  const rises = metric === 'attendance' && (op === '>' || op === '>=') && !kind;
  if (rises && ENDS.test(line.placed.headings.at(-1) ?? '')) return true;
  const when = `${line.text.slice(Math.max(0, start - AROUND), end + AROUND)} ${trigger.condition ?? ''}`;
  return (isPercent(trigger) || trigger.condition !== undefined) && !/\bnot\b/i.test(when) && BACK_UP.test(when);
}

/** Headings over how support ends. */
const ENDS =
  /\b(?:coming|comes?|taken)\s+off\b|\bleaving\b|\bstep\w{0,4}\s+down\b|\bexit\b|\b(?:support|monitoring|stages?)\s+ends?\b|\bend(?:s|ing)?\s+(?:of\s+)?(?:support|monitoring)\b/i;

const FIELD = /^\W*(?:actions?|response|what|triggers?|when|criteria|who)\s*:\s*/i;

/** "Trigger: below 90%", "Action: 19 days absent": the name of a field and nothing done. */
function isEmpty({ actions }: Rung): boolean {
  return actions.every((action) => {
    const rest = action.replace(FIELD, '');
    return rest !== action && !saysAction(rest) && figuresIn(rest).length > 0;
  });
}

const PRAISE = /\b(?:rewards?|celebrat\w+|prizes?|awards?)\b/i;
const AND_MORE = /\b(?:sanctions?|consequences?|concerns?|poor|low|absence|lateness|intervention\w*|stages)\b/i;

/** Under "Rewards" each level of attendance is praised, a letter home too. */
function isPraised(rungs: readonly Rung[]): boolean {
  const heading = rungs[0]?.place.line.placed.headings.at(-1) ?? '';
  return (
    PRAISE.test(heading) &&
    !AND_MORE.test(heading) &&
    rungs.some(({ kind, actions }) => kind || isReward(actions.join(' ')))
  );
}

function praised(rung: Rung): Rung {
  const { trigger } = rung;
  if (rung.kind || !isPercent(trigger)) return rung;
  return {
    ...rung,
    kind: 'reward',
    trigger: trigger.op === '<=' && !trigger.band ? { ...trigger, op: '>=' } : trigger,
  };
}
