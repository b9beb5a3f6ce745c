import { citeProvision } from '../../guidance/provisions.ts';
import { isElsewhere } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule, type Problem } from '../../lint/rule.ts';

const EVIDENCE =
  "(?:medical|doctor['’]?s|GP(?:['’]s)?|appropriate|supporting|written) (?:evidence|notes?|letters?|certificates?|proof)|proof of (?:appointment|illness|medication|(?:every|each|all|any|the) [a-z]+)|(?:copy of the )?appointment cards?|(?:evidence|proof) of (?:the |such |all |any |every |each )?(?:medical |dental )?(?:illness|appointments?)|letters? (?:from|or)[^.;]{0,30}\\bproof\\b[^.;]{0,20}|(?:notes?|letters?|certificates?|proof|evidence) from (?:a|an|the|your|their) (?:doctor|GP|surgery|hospital|dentist)|evidence";
/** One of these stands in every phrase of evidence. */
const EVIDENCE_WORDS = ['evidence', 'note', 'letter', 'certificate', 'proof', 'card'] as const;
const DEMANDED = phrase(
  new RegExp(
    `\\b(?:must|ha(?:ve|s) to|(?:now |always |then )?requires?|subject to|needs|we need|will (?:need|have|be (?:required|expected|asked))(?: to)?|required to|need to|needs to be|are to|should always|school will require|we (?:(?:will|now|always|shall|also|therefore) ){0,2}require|always (?:ask|want) for|(?:will|shall) (?:ask for|expect|insist on)|insists? on)\\b[^.;]{0,50}?\\b(?:${EVIDENCE})\\b|\\b(?:without|until|unless)\\b[^.;]{0,60}?\\b(?:${EVIDENCE})\\b|\\b(?:${EVIDENCE})\\b (?:is|are) (?:compulsory|mandatory|essential)\\b|\\bonly authori[sz]e\\b[^.;]{0,40}?\\b(?:if|when|with|on)\\b[^.;]{0,40}?\\b(?:${EVIDENCE}|prescription|medicine|medication)\\b|\\bauthori[sz]ed only (?:if|when|with|on)\\b[^.;]{0,40}?\\b(?:${EVIDENCE})\\b|\\bonly (?:be )?authori[sz]ed\\b[^.;]{0,50}?\\b(?:${EVIDENCE})\\b|\\b(?:${EVIDENCE}|appointment letters?)\\b[^.;]{0,40}?\\b(?:(?:will|shall) be (?:sought|required|needed|expected|requested|asked for)\\b|should be (?:provided|produced|shown|given|supplied|sent)[^.;]{0,20} or\\b|(?:must|(?:has|have|needs?) to) be (?:seen|provided|shown|given|produced|supplied|submitted|brought|handed in|sent in|presented)|(?:is|are) (?:required|needed|necessary)|(?:needed|required) (?:for|before)|must accompany)\\b|\\bappointments? must be (?:evidenced|proved)\\b|\\b(?:provide|supply|send|bring|submit|produce) (?:us )?(?:with )?(?:an? |the )?(?:${EVIDENCE})\\b[^.]{0,60}?\\b(?:otherwise|or (?:else )?(?:it|the|your|this|these|we))\\b[^.]{0,40}?\\bunauthori[sz]ed\\b|\\bfail\\w* to (?:provide|produce|supply|bring) (?:${EVIDENCE})\\b`,
    'gi',
  ),
  ...EVIDENCE_WORDS,
  'evidenced',
  'prescription',
  'medic',
);
// "Longer than five days", "after the third day": a rule by length asks of every family alike.
const BY_LENGTH =
  /\b(?:longer|more) than (?:one|two|three|four|five|a|\d{1,2}) (?:school |consecutive )?(?:days?|week)\b|\b(?:over|exceed\w*|beyond) (?:two|three|four|five|\d{1,2}) (?:school |consecutive )?days\b|\b(?:two|three|four|five|\d{1,2}) (?:or more )?(?:school |consecutive )?days?(?: or more| or longer| plus|\+)|\b(?:third|fourth|fifth|3rd|4th|5th) (?:consecutive )?day\b|\bfrom day (?:two|three|four|five|\d)\b|\bafter (?:two|three|four|five|\d{1,2}) (?:school |consecutive )?days\b/i;
const OF_ALL =
  /\b(?:all|any|every|each)\b(?: further| future| other)?(?: periods? of| days? of)?(?: (?:illness|sickness|medical))?[ -]{0,2}(?:absences?|illness|sickness)\b/i;
// "Absent before or after a holiday": the day decides, not a doubt about the illness, and it is no leave.
const BESIDE_A_HOLIDAY =
  /\b(?:before|after|either side of|next to|around|adjacent to|(?:beginning|start|end) of)\b(?: or (?:before|after|end of))?[^.;]{0,25}\b(?:school |half[- ]term )?(?:holidays?|term|breaks?|half[- ]term)\b/i;
// An appointment card is evidence of illness too.
const OF_APPOINTMENTS = /\bappointments?\b(?! (?:cards?|letters?|slips?|confirmations?|texts?))/i;
// A list of what is needed "in order for the absence to be authorised".
const LISTED = phrase(
  new RegExp(
    `^\\W{0,4}(?:(?:please )?(?:provide|supply|send|bring|give|submit|produce) )(?:us )?(?:with )?(?:a |an |the |some )?(?:${EVIDENCE})\\b`,
    'gi',
  ),
  ...EVIDENCE_WORDS,
);
const NEEDED_TO_AUTHORISE =
  /\bauthori[sz]ed\b[^.;]{0,60}\b(?:requires?|must|needs?|need to|required)\b|\b(?:requires?|must|needs?|need to|required)\b[^.;]{0,80}\bauthori[sz]ed\b/i;
const SICK_OR_ABSENT =
  /\b(?:ill(?:ness)?|sick(?:ness)?|medical|doctor|GP|appointments?|unwell|medication|dental|(?:all|any|every) absences?)\b/i;
const CONSEQUENCE = /\b(?:authoris\w+|unauthoris\w+|absen\w+|appointments?|code|accepted)\b/i;
const IN_DOUBT =
  /\b(?:doubts?|genuine|authenticity|concern(?:s|ed)?|where (?:necessary|appropriate)|may (?:ask|request|be asked|require|be required)|reserves? the right|if requested|in some cases|exceptional(?:ly)?|persistent(?:ly)?|pattern|not (?:be )?(?:need|require|ask|request)\w*|not have to|rarely|unnecessar\w+)\b/i;
// "Where illness lasts over five days, or there are doubts": the length alone decides, whatever the doubt beside it.
const LENGTH_OR_DOUBT = phrase(
  /\b(?:longer|more) than (?:[a-z]+|\d{1,2}) (?:school |consecutive )?days?,? or\b[^.;]{0,40}?\bdoubts?\b[^.;]{0,60}?\b(?:will|must) (?:ask|require|need|request)\b[^.;]{0,60}?\bevidence\b/gi,
  'evidence',
);
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
    const found = new Map<number, Problem>();
    for (const hit of context.find(DEMANDED)) {
      const { sentence, placed } = hit;
      if (isElsewhere(hit)) continue;
      if (!SICK_OR_ABSENT.test(sentence.text) && !SICK_OR_ABSENT.test(placed.headings.at(-1) ?? '')) continue;
      const isOfAll =
        !OF_APPOINTMENTS.test(sentence.text) &&
        [OF_ALL, BY_LENGTH, BESIDE_A_HOLIDAY].some((pattern) => pattern.test(sentence.text));
      if (!isOfAll && !CONSEQUENCE.test(sentence.text) && !/\balways ask for\b/i.test(hit.match[0])) continue;
      if (IN_DOUBT.test(sentence.text) || OF_LEAVE.test(sentence.text.replace(BESIDE_A_HOLIDAY, ''))) continue;
      // Asking is no demand, save where it is for every absence.
      if (
        /\b(?:will|shall) (?:ask|expect|be (?:sought|requested|asked for))/i.test(hit.match[0]) &&
        !isOfAll &&
        !/\b(?:all|any|every|each|further)\b/i.test(sentence.text)
      )
        continue;
      const isBlanket =
        isOfAll ||
        (/\b(?:all|any|every|each|otherwise|or (?:else|it|the (?:absence|appointment))|(?:third|fourth|fifth|3rd|4th|5th) day|after (?:two|three|four|five|\d) days|no (?:further|more|absences?)|until|only|unless)\b/i.test(
          sentence.text,
        ) &&
          /\bauthori|\bunauthori|\baccepted|\bfurther absences?\b/i.test(sentence.text));
      // Of one paragraph the plainest demand is told.
      if (found.has(placed.index) && (found.get(placed.index)?.doubtful !== true || !isBlanket)) continue;
      told.add(placed.index);
      found.set(placed.index, {
        message:
          'Evidence is demanded outright; it is for genuine and reasonable doubt, and a parent’s word otherwise suffices.',
        at: { start: hit.start, end: hit.end },
        doubtful: !isBlanket,
      });
    }
    yield* found.values();
    for (const hit of context.find(LENGTH_OR_DOUBT)) {
      if (found.has(hit.placed.index) || isElsewhere(hit)) continue;
      yield {
        message: 'Evidence is asked for by length of illness alone here, where it is for genuine and reasonable doubt.',
        at: { start: hit.start, end: hit.end },
        doubtful: true,
      };
    }
    for (const { placed, sentence, match, start, end } of context.find(LISTED)) {
      const { introduction } = context.surroundings(placed);
      if (told.has(placed.index) || !NEEDED_TO_AUTHORISE.test(introduction)) continue;
      if (IN_DOUBT.test(`${introduction} ${sentence.text}`) || OF_LEAVE.test(introduction)) continue;
      told.add(placed.index);
      yield {
        message:
          'Evidence is demanded outright; it is for genuine and reasonable doubt, and a parent’s word otherwise suffices.',
        at: { start: start + match[0].search(/\w/), end },
      };
    }
  },
  examples: {
    good: [
      {
        title: 'in doubt',
        markdown: 'Where there is genuine and reasonable doubt about an illness we will require medical evidence.',
      },
      {
        title: 'where it may be asked for',
        markdown: 'For an absence of over five days we may ask for a doctor’s note.',
      },
      { title: 'a card for an appointment', markdown: 'Please bring an appointment card when you can.' },
      {
        title: 'a list of what helps',
        markdown: 'To help us, parents may do the following:\n\n- ring before nine\n- send medical evidence',
      },
      { title: 'evidence for leave', markdown: 'For leave of absence parents must give written evidence.' },
    ],
    bad: [
      {
        title: 'a length or a doubt',
        markdown:
          'If an illness is «longer than four days, or we have doubts about it, we will ask the family for medical evidence».',
        says: 'Evidence is asked for by length of illness alone here, where it is for genuine and reasonable doubt.',
      },
      {
        title: 'three days or more, shown by a card',
        markdown: 'Illness of three days or more «requires evidence» such as an appointment card.',
        says: 'Evidence is demanded outright; it is for genuine and reasonable doubt, and a parent’s word otherwise suffices.',
      },
      {
        title: 'a blanket demand',
        markdown: 'Any absence through illness «must be supported by medical evidence» to be authorised.',
        says: 'Evidence is demanded outright; it is for genuine and reasonable doubt, and a parent’s word otherwise suffices.',
      },
      {
        title: 'of every illness over some days',
        markdown: '«We now require medical evidence» for all illness absence over 3 days.',
        says: 'Evidence is demanded outright; it is for genuine and reasonable doubt, and a parent’s word otherwise suffices.',
      },
      {
        title: 'by length alone',
        markdown: 'If an absence is longer than five days, a «doctor’s certificate is required».',
        says: 'Evidence is demanded outright; it is for genuine and reasonable doubt, and a parent’s word otherwise suffices.',
      },
      {
        title: 'beside a holiday',
        markdown:
          'If your child is absent just before a school holiday you «will need to bring in medical proof» of it.',
        says: 'Evidence is demanded outright; it is for genuine and reasonable doubt, and a parent’s word otherwise suffices.',
      },
      {
        title: 'sought for a day beside a holiday',
        markdown: 'Where an absence for illness falls either side of a holiday, «medical proof will be sought».',
        says: 'Evidence is demanded outright; it is for genuine and reasonable doubt, and a parent’s word otherwise suffices.',
      },
      {
        title: 'of every absence',
        markdown: 'All absence is unauthorised «unless evidence» of its cause is shown.',
        says: 'Evidence is demanded outright; it is for genuine and reasonable doubt, and a parent’s word otherwise suffices.',
      },
      {
        title: 'the plainest of two demands',
        markdown:
          'Medical appointments will require an appointment card. If illness exceeds 3 days, «medical evidence will be required» to authorise it.',
        says: 'Evidence is demanded outright; it is for genuine and reasonable doubt, and a parent’s word otherwise suffices.',
        asIs: true,
      },
      {
        title: 'one of the things needed',
        markdown:
          'For a day of illness to be authorised, we require the following:\n\n- ring us each morning\n- «provide medical evidence» of the illness',
        says: 'Evidence is demanded outright; it is for genuine and reasonable doubt, and a parent’s word otherwise suffices.',
        asIs: true,
      },
      {
        title: 'nothing without proof',
        markdown: 'No further illness is authorised «until doctor’s letters» have been seen.',
        says: 'Evidence is demanded outright; it is for genuine and reasonable doubt, and a parent’s word otherwise suffices.',
      },
    ],
  },
});
