import { citeProvision } from '../../guidance/provisions.ts';
import { isHistory, wordsAfter, wordsBefore } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import { verdictsIn } from '../../lint/verdict.ts';
import type { Hit } from '../../policy/document.ts';

const ACTIVITY = phrase(
  /\b(?:approved |supervised |school )?(?:sports? (?:matches|match|fixtures?)|sport(?:s|ing)?(?: or performance[- ]related)?(?: activit(?:y|ies)| events?)|educational (?:visits?|trips?|activit(?:y|ies))|work experience|field trips?|school (?:trips?|visits?)|off[- ]site educational activit(?:y|ies)|residential (?:trips?|visits?)|represent(?:s|ing)? the (?:school|academy))\b/gi,
  'sport',
  'educational',
  'work experience',
  'field trip',
  'school trip',
  'school visit',
  'residential',
  'represent',
);
const IS_SAID =
  /\bauthori[sz]ed absences? (?:includes?|are|is|means?|(?:may|can|will) be (?:given|granted|allowed|agreed|approved) (?:for|to)|covers?)\b|\babsences? (?:is|are|will be|may be|can be) authori[sz]ed (?:for|because of)\b/i;
const FOLLOWS =
  /^ (?:is|are|counts? as|(?:is|are) (?:recorded|treated|classed|counted|marked) as) (?:an? )?authori[sz]ed absences?\b/i;
const AUTHORISED =
  /^(?:types of |examples of |reasons for |valid reasons for )?authori[sz]ed absences?\b(?![^:]{0,80}\bnot\b)/i;

// A match of the pupil's own club is leave; and who stays away from a trip is absent.
const NOT_FOR_THE_SCHOOL =
  /\b(?:clubs?|academies|external|private|outside school|request\w*|leave|miss\w*|refus\w+|withdr[ae]w\w*|instead of|rather than|not (?:go|going|attend\w*|take|taking)|fail\w*|own|arranged by (?:the )?(?:parents?|famil(?:y|ies))|unless|without)\b/i;

/** Approved activities listed among the authorised absences. */
export const activitiesAreNotAbsence = defineRule({
  id: 'codes/activities-are-not-absence',
  topic: 'wrong-code-class',
  title: 'Approved educational activities are not absence',
  duty: 'should',
  citations: [citeProvision('code-classes')],
  inForce: { from: '2024-08-19' },
  why: 'A pupil at a match, on a visit or on work experience for the school counts as attending.',
  *check(context) {
    for (const hit of context.find(ACTIVITY)) {
      const { introduction } = context.surroundings(hit.placed);
      const isItem = hit.placed.block.kind === 'item' && AUTHORISED.test(introduction);
      const isPhrase = IS_SAID.test(wordsBefore(hit)) || FOLLOWS.test(wordsAfter(hit));
      if (!isItem && !isPhrase && !isCountedAsAbsence(hit)) continue;
      if (/\bnot\b/i.test(hit.sentence.text) || isHistory(hit)) continue;
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `“${context.quote(at)}” is listed as authorised absence; it is an approved educational activity and counts as attending.`,
        at,
      };
    }
  },
  examples: {
    good: [
      { title: 'absences alone', markdown: 'Authorised absence:\n\n- Illness\n- A dental appointment' },
      { title: 'kept apart', markdown: 'Authorised absence includes illness. Educational visits count as attending.' },
    ],
    bad: [
      {
        title: 'granted for a trip',
        markdown: 'Authorised absence may be granted for illness and for «school trips» or funerals.',
        says: '“school trips” is listed as authorised absence; it is an approved educational activity and counts as attending.',
      },
      {
        title: 'sport in the list',
        markdown: 'Authorised absence:\n\n- Illness\n- «Approved sporting activities»',
        says: '“Approved sporting activities” is listed as authorised absence; it is an approved educational activity and counts as attending.',
      },
    ],
  },
});

/** Whether the pupil who is there is said to be absent, if with authority. */
function isCountedAsAbsence({ sentence: { start, text }, match }: Hit): boolean {
  if (NOT_FOR_THE_SCHOOL.test(text)) return false;
  if (/\b(?:have|has|having|get) (?:their|the|his or her|an?) absences? authori[sz]ed\b/i.test(text)) return true;
  const behind = match.index - start + match[0].length;
  return verdictsIn(text).some((said) => said.is === 'authorised' && !said.isDenied && said.start >= behind);
}
