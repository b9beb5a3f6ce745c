import { lexicon } from './lexicon.ts';

/** Who takes a step: the first of the people and bodies whom a policy names that does something in it. */

const ACTOR = lexicon('ewo ews tutor tutors hoy principal slt dsl governors fsw la police senco', {
  attendance: [/\s+(?:lead|officer|team|champion|manager|panel|leader)\b/iy],
  education: [/\s+welfare\s+officer\b/iy],
  'class classroom': [/\s+teachers?\b/iy],
  form: [/\s+tutors?\b/iy],
  headteacher: [/\/head\s+of\s+school\b/iy, /(?!\w)/iy],
  head: [/\s+teacher\/head\s+of\s+school\b/iy, /\s+teacher\b/iy, /\s+of\s+(?:year|school|house)\b/iy],
  deputy: [/\s+head(?:teacher)?\b/iy],
  assistant: [/\s+head(?:teacher)?\b/iy],
  senior: [/\s+leader(?:ship\s+team|s)?\b/iy],
  designated: [/\s+safeguarding\s+lead\b/iy],
  safeguarding: [/\s+(?:lead|team)\b/iy],
  pastoral: [/\s+(?:lead|team|manager|leader)\b/iy],
  governing: [/\s+body\b/iy],
  school: [/\s+office\b/iy, /(?!\w)/iy],
  office: [/\s+staff\b/iy],
  'admin administrative': [/\s+staff\b/iy],
  family: [/\s+(?:support|liaison)\s+(?:worker|officer)\b/iy],
  local: [/\s+authority\b/iy],
  county: [/\s+council\b/iy],
  the: [/\s+(?:LA|school)\b/iy],
});

/** The actor named first in the words of a step; undefined when there is none. */
export function actorIn(text: string): string | undefined {
  const found = ACTOR.find(text);
  return found
    ? text
        .slice(found.start, found.end)
        .replace(/^the\s+/i, '')
        .replace(/\s+/g, ' ')
    : undefined;
}
