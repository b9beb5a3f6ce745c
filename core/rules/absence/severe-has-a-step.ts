import { citeProvision } from '../../guidance/provisions.ts';
import { severeAbsencePercent } from '../../guidance/thresholds.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const LEAST_STEPS = 3;
const OF_SEVERE = phrase(
  /\bsevere(?:ly)?[- ]absen\w+[^.;]{0,200}\b(?:plan|meet\w*|support|strateg\w+|refer\w*|agree\w*|joint|priorit\w+)\b|\b(?:plan|meet\w*|support|strateg\w+|refer\w*|priorit\w+)\b[^.;]{0,200}\bsevere(?:ly)?[- ]absen\w+|\bmiss(?:es|ed|ing)? half\b/gi,
  'severe',
  'half',
);

/** A ladder of percentages that ends before severe absence. */
export const severeHasAStep = defineRule({
  id: 'absence/severe-has-a-step',
  topic: 'policy-content-missing',
  title: 'The ladder has a step for severe absence',
  duty: 'good',
  citations: [citeProvision('policy-persistent')],
  inForce: { from: '2024-08-19' },
  why: 'Pupils who miss half of school need a plan agreed with the authority; a ladder that ends at 85% has none for them.',
  *check(context) {
    const severe = severeAbsencePercent.valueOn(context.asOf)?.value;
    if (severe === undefined || !context.isWholePolicy) return;
    const steps = context.beginnings.filter(
      ({ sequence, kind, trigger }) =>
        sequence === 'main' && kind === undefined && (trigger.band !== undefined || trigger.unit === 'percent'),
    );
    const last = steps.at(-1);
    if (!last || steps.length < LEAST_STEPS || context.has(OF_SEVERE)) return;
    const isThere = context.beginnings.some(
      ({ title, trigger }) => /\bsevere/i.test(title) || lowest(trigger) === severe || lowest(trigger) === 100 - severe,
    );
    if (isThere) return;
    yield {
      message: `No step is for severe absence, ${severe}% or more of sessions missed.`,
      at: { start: last.span.start.offset, end: last.span.end.offset },
      doubtful: context.isBriefPolicy,
    };
  },
  examples: {
    good: [
      {
        title: 'a step at half',
        as: 'whole policy',
        markdown:
          '# Stages of concern\n\n- Stage 1: attendance below 96% – letter home\n- Stage 2: attendance below 90% – meeting\n- Stage 3: attendance below 50% – plan with the authority',
      },
    ],
    bad: [
      {
        title: 'a ladder that ends at 85%',
        as: 'whole policy',
        markdown:
          '# Stages of concern\n\n- Stage 1: attendance below 96% – letter home\n- Stage 2: attendance below 90% – meeting with parents\n- Stage 3: attendance «below 85%» – panel with governors',
        says: 'No step is for severe absence, 50% or more of sessions missed.',
      },
    ],
  },
});

function lowest({
  band,
  value,
}: {
  readonly band?: readonly [number, number] | undefined;
  readonly value?: number | undefined;
}) {
  return band ? band[1] : value;
}
