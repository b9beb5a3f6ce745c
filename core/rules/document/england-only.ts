import { signOfAnotherCountry } from '../../lint/england.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const INDEPENDENT = phrase(/\b(?:Independent Schools Inspectorate|independent school standards)\b/gi, 'independent');

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
    const independent = context.first(INDEPENDENT);
    if (independent || context.settings.schoolType === 'independent')
      yield {
        message:
          'For an independent school only the register law and chapters 1 and 2 of the attendance guidance hold; read the other findings with that in mind.',
        at: independent ? { start: independent.start, end: independent.end } : context.placeFor('law'),
      };
  },
  examples: {
    good: [
      { title: 'England', markdown: 'Ofsted and the DfE look at attendance.' },
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
        says: 'For an independent school only the register law and chapters 1 and 2 of the attendance guidance hold; read the other findings with that in mind.',
        asIs: true,
      },
    ],
  },
});
