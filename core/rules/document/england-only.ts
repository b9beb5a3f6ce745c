import { signOfAnotherCountry, signOfIndependence } from '../../lint/england.ts';
import { defineRule } from '../../lint/rule.ts';

/** A document of another country, or of an independent school. */
export const englandOnly = defineRule({
  id: 'document/england-only',
  topic: 'other',
  title: 'The rules are those for state-funded schools in England',
  duty: 'good',
  citations: [],
  why: 'Wales, Scotland and Northern Ireland have law of their own; for independent schools only the register law and chapters 1 and 2 of the guidance hold.',
  *check(context) {
    const elsewhere = signOfAnotherCountry(context);
    if (elsewhere) {
      yield {
        message: 'This looks like a policy from outside England; Rollmark knows the rules for England only.',
        at: { start: elsewhere.start, end: elsewhere.end },
      };
      return;
    }
    const { schoolType = 'unknown' } = context.settings;
    const independent = schoolType === 'unknown' ? signOfIndependence(context) : null;
    if (independent || schoolType === 'independent')
      yield {
        message:
          'For an independent school only the register law and chapters 1 and 2 of the attendance guidance hold: nothing is said here of penalty notices and of sharing data daily.',
        at: independent ? { start: independent.start, end: independent.end } : context.placeFor('law'),
      };
  },
  examples: {
    good: [
      { title: 'England', markdown: 'Ofsted and the DfE look at attendance.' },
      {
        title: 'guidance for all kinds of schools',
        markdown: 'The guidance is for maintained schools, academies, independent schools and authorities.',
      },
      { title: 'independent of the school', markdown: 'The panel is independent of the school and of the governors.' },
      { title: 'a pupil who leaves', markdown: 'When a pupil leaves for an independent school we tell the authority.' },
      { title: 'a neighbour across the border', markdown: 'The DfE and the Welsh Government share data.' },
    ],
    bad: [
      {
        title: 'Wales',
        markdown: 'We follow the guidance of the «Welsh Government» on attendance.',
        says: 'This looks like a policy from outside England; Rollmark knows the rules for England only.',
      },
      {
        title: 'an independent school',
        settings: { schoolType: 'independent' },
        markdown: '«Pupils come to school every day.»',
        says: 'For an independent school only the register law and chapters 1 and 2 of the attendance guidance hold: nothing is said here of penalty notices and of sharing data daily.',
        asIs: true,
      },
      {
        title: 'an independent school, in its own words',
        markdown: 'Elm Lodge «is an independent day school» for children from three to thirteen.',
        says: 'For an independent school only the register law and chapters 1 and 2 of the attendance guidance hold: nothing is said here of penalty notices and of sharing data daily.',
        asIs: true,
      },
      {
        title: 'a council of Wales',
        markdown: 'The officer of «Powys County Council» visits us weekly.',
        says: 'This looks like a policy from outside England; Rollmark knows the rules for England only.',
        asIs: true,
      },
      {
        title: 'a text in Welsh',
        markdown: 'Mae «presenoldeb» da yn bwysig i bawb.',
        says: 'This looks like a policy from outside England; Rollmark knows the rules for England only.',
        asIs: true,
      },
    ],
  },
});
