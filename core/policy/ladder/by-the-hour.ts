import { matchesOf } from '../../text/matches.ts';
import type { Found, Reading } from './reading.ts';
import { schoolDoes } from './school-does.ts';
import { PARENTS_DO, saysAway } from './wording.ts';

/** "At 9.15 a text goes home, at 10.00 the office rings, and by 2 pm the police are asked to call": hours of a first day in running words. */

const HOUR = String.raw`(?:at|by|from|after)\s{1,3}(?:about\s{1,3}|around\s{1,3})?(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|(?:12\s{0,3})?noon\b|midday\b)`;
const OPENS = new RegExp(
  String.raw`^\W{0,4}(?:(?:and|then)\s{1,3}){0,2}(${HOUR})[\s,]{1,3}(?!we\s{1,3}(?:open|close))`,
  'i',
);
const AN_HOUR = new RegExp(String.raw`\b${HOUR}`, 'i');
const NEXT_HOUR = new RegExp(
  String.raw`(?:[;,]\s{1,3}(?:(?:and|but|then)\s{1,3}){0,2}|\s(?:and|then)\s{1,3}(?:then\s{1,3})?)(?=${HOUR}[\s,])`,
  'gi',
);
const CHASES =
  /\b(?:(?:calls?|phones?|rings?|texts?|telephones?|contacts?|e-?mails?)\s+(?:(?:to|the|all|both|each|every|any|other|your|a|of|their|his|her|first|second|next|emergency|priority)\s+){0,5}(?:home|parents?|parent's|famil(?:y|ies)|carers?|contacts?|numbers?|you|them|again)|(?:texts?|messages?|e-?mails?|calls?)\s+(?:goes|go|is|are|will\s+be)\s+(?:out\s+)?(?:to|sent|made|home)|sends?\s+(?:a|an|out|home)\s+(?:[\w-]+\s+){0,2}(?:texts?|messages?|e-?mails?)|home\s+visits?|visits?\s+(?:the\s+)?home|goes?\s+to\s+the\s+(?:house|home)|knocks?|welfare\s+(?:check|call|visit)|police|social\s+(?:care|worker|services)|safeguarding\s+(?:lead|team)|DSL)\b/i;

/** Where the next hour of a sentence begins, behind one that has its own. */
export function cutsAtHours(text: string): number[] {
  if (!AN_HOUR.test(text)) return [];
  const cuts: number[] = [];
  let from = 0;
  for (const { index, 0: joint } of matchesOf(text, NEXT_HOUR)) {
    const before = text.slice(from, index);
    if (!AN_HOUR.test(before) || !CHASES.test(before) || !CHASES.test(text.slice(index + joint.length))) continue;
    cuts.push((from = index + 1));
  }
  return cuts;
}

/** A quick look: whether a text names an hour and says that the school is in touch. */
export function mayBeOfTheHours(text: string): boolean {
  return AN_HOUR.test(text) && CHASES.test(text);
}

// A condition at the head of a sentence says when, whatever its hour.
const OPENING = 4;

/** One of several hours by which the school looks for a pupil of whom nothing was heard. */
export function atTheHour(reading: Reading): Found | null {
  const { text, before, after, setting, clauses } = reading;
  const hour = OPENS.exec(text);
  if (
    !hour?.[1] ||
    clauses.some((clause) => clause.start < OPENING) ||
    !CHASES.test(text) ||
    PARENTS_DO.test(reading.main)
  )
    return null;
  const follows = mayBeOfTheHours(before);
  if (!follows && !mayBeOfTheHours(after)) return null;
  if (!schoolDoes(text)) return null;
  // Behind a step of the kind it is one of them.
  if (!(follows && setting.inLadder) && !saysAway(`${setting.heading ?? ''}. ${before} ${text} ${after}`)) return null;
  const start = hour[0].toLowerCase().indexOf(hour[1].toLowerCase());
  return {
    trigger: {
      condition: `no contact ${hour[1]
        .replace(/\s+/g, ' ')
        .replace(/^(?:at|from|after)\b/i, 'by')
        .toLowerCase()}`,
    },
    start,
    end: start + hour[1].length,
    ...(follows ? { after: { wait: null } } : {}),
    likely: false,
  };
}
