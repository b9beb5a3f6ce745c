import { citeProvision } from '../../guidance/provisions.ts';
import { isElsewhere } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const EVIDENCE =
  "(?:medical|doctor's|GP|appropriate|supporting|written) (?:evidence|notes?|letters?|certificates?|proof)|proof of (?:appointment|illness|medication|(?:every|each|all|any|the) [a-z]+)|(?:copy of the )?appointment cards?|evidence of (?:the |such |all )?(?:illness|appointments?)|letters? (?:from|or)[^.;]{0,30}\\bproof\\b[^.;]{0,20}|(?:notes?|letters?|certificates?) from (?:a|an|the|your|their) (?:doctor|GP|surgery|hospital|dentist)|evidence";
const DEMANDED = phrase(
  new RegExp(
    `\\b(?:must|requires?|needs|we need|will (?:need|have|be (?:required|expected|asked))(?: to)?|required to|need to|needs to be|are to|should always|school will require|we (?:will )?require|always (?:ask|want) for|(?:will|shall) (?:ask for|expect|insist on))\\b[^.;]{0,50}?\\b(?:${EVIDENCE})\\b|\\b(?:without|until|unless)\\b[^.;]{0,60}?\\b(?:${EVIDENCE})\\b|\\b(?:${EVIDENCE})\\b (?:is|are) (?:compulsory|mandatory|essential)\\b|\\bonly authori[sz]e\\b[^.;]{0,40}?\\b(?:if|when|with|on)\\b[^.;]{0,40}?\\b(?:${EVIDENCE}|prescription)\\b|\\bonly (?:be )?authori[sz]ed\\b[^.;]{0,50}?\\b(?:${EVIDENCE})\\b|\\b(?:${EVIDENCE}|appointment letters?)\\b[^.;]{0,40}?\\b(?:(?:must|(?:has|have|needs?) to) be (?:seen|provided|shown|given|produced|supplied|submitted|brought)|(?:is|are) (?:required|needed|necessary)|(?:needed|required) (?:for|before)|must accompany)\\b|\\bappointments? must be (?:evidenced|proved)\\b|\\bfail\\w* to (?:provide|produce|supply|bring) (?:${EVIDENCE})\\b`,
    'gi',
  ),
  'evidence',
  'note',
  'letter',
  'certificate',
  'proof',
  'card',
  'evidenced',
);
const SICK_OR_ABSENT = /\b(?:ill(?:ness)?|sick(?:ness)?|medical|doctor|GP|appointments?|unwell|medication|dental)\b/i;
const CONSEQUENCE = /\b(?:authoris\w+|unauthoris\w+|absen\w+|appointments?|code|accepted)\b/i;
const IN_DOUBT =
  /\b(?:doubts?|genuine|authenticity|concern(?:s|ed)?|where (?:necessary|appropriate)|may (?:ask|request|be asked|require|be required)|reserves? the right|if requested|in some cases|exceptional(?:ly)?|persistent(?:ly)?|pattern|not (?:be )?(?:need|require|ask|request)\w*|rarely|unnecessar\w+)\b/i;
const OF_LEAVE =
  /\bleave of absence\b|\bholidays?\b|\bterm[- ]time\b|\bexceptional circumstances\b|\btravel\b|\bhead ?teacher to consider\b/i;

/** Evidence demanded of every sick pupil. */
export const evidenceOnlyInDoubt = defineRule({
  id: 'leave/evidence-only-in-doubt',
  topic: 'medical-evidence',
  title: 'Medical evidence is asked for only in genuine and reasonable doubt',
  duty: 'should',
  citations: [citeProvision('medical-evidence')],
  inForce: { from: '2024-08-19' },
  why: 'A parent’s word suffices for most illness; a blanket demand sends families to surgeries and turns illness into unauthorised absence.',
  *check(context) {
    const told = new Set<number>();
    for (const hit of context.find(DEMANDED)) {
      const { sentence, placed } = hit;
      if (told.has(placed.index) || isElsewhere(hit)) continue;
      if (!SICK_OR_ABSENT.test(sentence.text) && !SICK_OR_ABSENT.test(placed.headings.at(-1) ?? '')) continue;
      if (!CONSEQUENCE.test(sentence.text) && !/\balways ask for\b/i.test(hit.match[0])) continue;
      if (IN_DOUBT.test(sentence.text) || OF_LEAVE.test(sentence.text)) continue;
      // Asking is no demand, save where it is for every absence.
      if (
        /\b(?:will|shall) (?:ask|expect)/i.test(hit.match[0]) &&
        !/\b(?:all|any|every|each|further)\b/i.test(sentence.text)
      )
        continue;
      told.add(placed.index);
      const isBlanket =
        /\b(?:all|any|every|each|otherwise|or (?:else|it|the (?:absence|appointment))|(?:third|fourth|fifth|3rd|4th|5th) day|after (?:two|three|four|five|\d) days|no (?:further|more|absences?)|until|only|unless)\b/i.test(
          sentence.text,
        ) && /\bauthori|\bunauthori|\baccepted|\bfurther absences?\b/i.test(sentence.text);
      yield {
        message:
          'Evidence is demanded outright; it is for genuine and reasonable doubt, and a parent’s word otherwise suffices.',
        at: { start: hit.start, end: hit.end },
        doubtful: !isBlanket,
      };
    }
  },
  examples: {
    good: [
      {
        title: 'in doubt',
        markdown: 'Where there is genuine and reasonable doubt about an illness we will require medical evidence.',
      },
      { title: 'evidence for leave', markdown: 'For leave of absence parents must give written evidence.' },
    ],
    bad: [
      {
        title: 'a blanket demand',
        markdown: 'Any absence through illness «must be supported by medical evidence» to be authorised.',
        says: 'Evidence is demanded outright; it is for genuine and reasonable doubt, and a parent’s word otherwise suffices.',
      },
      {
        title: 'nothing without proof',
        markdown: 'No further illness is authorised «until doctor’s letters» have been seen.',
        says: 'Evidence is demanded outright; it is for genuine and reasonable doubt, and a parent’s word otherwise suffices.',
      },
    ],
  },
});
