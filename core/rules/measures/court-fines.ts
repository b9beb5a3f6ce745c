import { citeProvision } from '../../guidance/provisions.ts';
import { isElsewhere } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import { CARDINAL, cardinalOf } from '../../text/numbers.ts';

const SUM = phrase(/£ ?(\d{1,2},?\d{3})(?![\d,])/g, '£');
const PRISON = phrase(
  new RegExp(
    `\\b(?:prison(?: sentences?)?|imprison\\w*|jail(?:ed)?|custod\\w+)\\b[^.;]{0,40}?\\b((${CARDINAL}) (months?|years?))\\b|\\b((${CARDINAL}) (months?|years?))[’']? (?:in )?(?:prison|imprisonment|jail|custody)\\b`,
    'gi',
  ),
  'prison',
  'jail',
  'custod',
);
// The plain offence: no prison, and a fine of level 3.
const PLAIN_OFFENCE = phrase(/\b444 ?\(1\)(?! ?\(?A)/g, '444');
const TOO_MUCH_FOR_IT = /\b(?:prison|imprison\w*|jail\w*)\b|£ ?2,?500(?!\d)/i;
const OTHER_OFFENCE =
  /\b444 ?\(1 ?\(?A|\b1A\b|\bknow\w*|\bknew\b|\baggravated\b|\blevel 4\b|\bmore serious\b|\b(?:not|never|no)\b/i;
const MOST_MONTHS = 3;
const IN_COURT = /\b(?:court|magistrates?|convict\w*|prosecut\w*|section 444|guilty)\b/i;
// Levels 3 and 4 of the standard scale, the two offences of section 444.
const OF_ABSENCE = /\b(?:prosecut\w+|section 444|court|convict\w+|attend\w*|parents?|fined?)\b/i;
// A pupil may be in custody too: "remanded for less than four months".
const OF_A_PUPIL = /\b(?:remand\w*|custod\w+|detained|young offender\w*)\b/i;
const OF_AN_OFFENCE = /\b(?:prosecut\w+|section 444|s\.? ?444|convict\w+|guilty|fin(?:e|es|ed)\b|magistrates?)\b/i;
const MULTIPLES = /\b(?:two|three|both|total|together|each|makes?)\b/i;
const DOES_NOT_ATTEND = /\b(?:not|no) (?:attend|reason)\w*/gi;
const KNOWN = new Set([1000, 2500]);

/** A court's fine other than those of the two offences. */
export const courtFines = defineRule({
  id: 'measures/court-fines',
  topic: 'legal-measures',
  title: 'The fines in court are those of section 444',
  duty: 'must',
  citations: [citeProvision('court-fines')],
  why: 'A court may fine up to £1,000, or up to £2,500 where the parent knew.',
  *check(context) {
    for (const hit of context.find(SUM)) {
      const sum = Number((hit.match[1] ?? '').replace(',', ''));
      if (KNOWN.has(sum) || !IN_COURT.test(hit.sentence.text) || isElsewhere(hit)) continue;
      if (!/\bfines?\b|\bfined\b/i.test(hit.sentence.text)) continue;
      // "£1,000 for each of two parents makes £2,000."
      if (MULTIPLES.test(hit.sentence.text) && /£ ?(?:1,?000|2,?500)(?!\d)/.test(hit.sentence.text)) continue;
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `A fine of “${context.quote(at)}” in court is not one of section 444: up to £1,000, or up to £2,500 where the parent knew.`,
        at,
      };
    }
    for (const hit of context.find(PLAIN_OFFENCE)) {
      const { plain } = hit.placed.block;
      const excess = TOO_MUCH_FOR_IT.exec(plain);
      if (!excess || OTHER_OFFENCE.test(plain.replace(DOES_NOT_ATTEND, '')) || isElsewhere(hit)) continue;
      const start = hit.placed.offset + excess.index;
      const at = { start, end: start + excess[0].length };
      yield {
        message: `“${context.quote(at)}” goes with section 444(1A), where the parent knew; the offence of section 444(1) is a fine of up to £1,000.`,
        at,
      };
    }
    for (const hit of context.find(PRISON)) {
      const [, first, count = hit.match[5] ?? '', unit = hit.match[6] ?? ''] = hit.match;
      const words = first ?? hit.match[4] ?? '';
      const months = (cardinalOf(count) ?? 0) * (/^year/i.test(unit) ? 12 : 1);
      if (months <= MOST_MONTHS || isElsewhere(hit) || !OF_ABSENCE.test(hit.sentence.text)) continue;
      if (OF_A_PUPIL.test(hit.sentence.text) && !OF_AN_OFFENCE.test(hit.sentence.text)) continue;
      const start = hit.start + hit.match[0].indexOf(words);
      const at = { start, end: start + words.length };
      yield {
        message: `“${context.quote(at)}” in prison is not what section 444 allows: up to ${MOST_MONTHS} months.`,
        at,
      };
    }
  },
  examples: {
    good: [
      { title: 'the two fines', markdown: 'A court may fine a parent up to £1,000, or up to £2,500.' },
      {
        title: 'a pupil in custody',
        markdown:
          'Pupils remanded in custody for under six months stay on roll, and their parents and attendance officer are told.',
      },
      { title: 'no court', markdown: 'We raised £3,000 at the fair, a fine result.' },
    ],
    bad: [
      {
        title: 'prison for the plain offence',
        markdown:
          'A parent may be prosecuted under section 444(1) of the Education Act 1996, with up to three months in «prison».',
        says: '“prison” goes with section 444(1A), where the parent knew; the offence of section 444(1) is a fine of up to £1,000.',
        asIs: true,
      },
      {
        title: 'half a year in prison',
        markdown: 'Parents who are prosecuted can be sent to prison for up to «six months».',
        says: '“six months” in prison is not what section 444 allows: up to 3 months.',
      },
      {
        title: 'another sum',
        markdown: 'Parents who are prosecuted face a fine of up to «£5,000».',
        says: 'A fine of “£5,000” in court is not one of section 444: up to £1,000, or up to £2,500 where the parent knew.',
        asIs: true,
      },
    ],
  },
});
