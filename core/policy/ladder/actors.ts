/** Who takes a step: the first of the people and bodies whom a policy names that does something in it. */

const ACTOR =
  /\b(?:attendance\s+(?:lead|officer|team|champion|manager|panel|leader)|education\s+welfare\s+officer|EWO|EWS|class(?:room)?\s+teachers?|form\s+tutors?|tutors?|head\s?teacher(?:\/head\s+of\s+school)?|head\s+of\s+(?:year|school|house)|HOY|principal|deputy\s+head(?:teacher)?|assistant\s+head(?:teacher)?|senior\s+leader(?:ship\s+team|s)?|SLT|DSL|designated\s+safeguarding\s+lead|safeguarding\s+(?:lead|team)|pastoral\s+(?:lead|team|manager|leader)|governors|governing\s+body|school\s+office|office\s+staff|admin(?:istrative)?\s+staff|family\s+(?:support|liaison)\s+(?:worker|officer)|FSW|local\s+authority|county\s+council|the\s+LA|LA\b|police|SENCO|the\s+school|school)\b/i;

/** The actor named first in the words of a step; undefined when there is none. */
export function actorIn(text: string): string | undefined {
  return ACTOR.exec(text)?.[0]
    .replace(/^the\s+/i, '')
    .replace(/\s+/g, ' ');
}
