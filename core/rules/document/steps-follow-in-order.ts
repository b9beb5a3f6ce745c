import type { Beginning } from '../../lint/reads.ts';
import { defineRule } from '../../lint/rule.ts';
import type { Step } from '../../policy/schema.ts';
import { groupedBy } from '../../text/grouped.ts';

/** Steps whose numbers and figures run against each other, or that follow a step which is not there. */
export const stepsFollowInOrder = defineRule({
  id: 'document/steps-follow-in-order',
  topic: 'contradiction',
  title: 'A later step is for a lower attendance, and follows a step that is there',
  duty: 'internal',
  citations: [],
  why: 'A stage that comes after another but asks for less is never reached by the pupils it was written for.',
  *check(context) {
    for (const steps of groupedBy(context.beginnings, ({ sequence }) => sequence).values()) {
      const orders = new Set(steps.map(({ order }) => order));
      for (const step of steps) {
        const { afterStep } = step.trigger;
        if (typeof afterStep !== 'number') continue;
        if (afterStep >= step.order && orders.size > 1)
          yield {
            message: `This is step ${step.order}, but follows step ${afterStep}, which comes no earlier.`,
            at: placeOf(step),
            doubtful: true,
          };
        else if (!orders.has(afterStep))
          yield { message: `This follows step ${afterStep}, which is not there.`, at: placeOf(step), doubtful: true };
      }
      const numbered = steps
        .filter(({ kind, trigger }) => kind === undefined && upperEnd(trigger) !== null)
        .sort((a, b) => a.order - b.order);
      if (numbered.length < 3) continue;
      // A ladder told from the worst down, or one of rewards, runs the other way throughout.
      const figures = numbered.map(({ trigger }) => upperEnd(trigger) ?? 0);
      const rises = figures.slice(1).flatMap((figure, index) => (figure > (figures[index] ?? 0) ? [index + 1] : []));
      const [only] = rises;
      const [before, here] = only === undefined ? [] : [numbered[only - 1], numbered[only]];
      if (rises.length !== 1 || !before || !here || only === undefined || before.order === here.order) continue;
      yield {
        message: `Step ${here.order} is for attendance up to ${figures[only]}%, but step ${before.order} before it already for ${figures[only - 1]}%.`,
        at: placeOf(here),
        doubtful: true,
        related: [{ at: placeOf(before), message: `Step ${before.order} stands here` }],
      };
    }
  },
  examples: {
    good: [
      {
        title: 'lower and lower',
        markdown:
          '# Stages of concern\n\n- Stage 1: attendance below 96% – letter home\n- Stage 2: attendance below 93% – meeting\n- Stage 3: attendance below 90% – panel',
      },
    ],
    bad: [
      {
        title: 'a later stage for a higher figure',
        markdown:
          '# Stages of concern\n\n- Stage 1: attendance below 96% – letter home\n- Stage 2: attendance below 85% – meeting with parents\n- Stage 3: attendance «below 90%» – panel with governors',
        says: 'Step 3 is for attendance up to 90%, but step 2 before it already for 85%.',
      },
    ],
  },
});

/** The highest attendance that a step is for, in percent; null where it does not hang on one. */
function upperEnd({ band, metric, op, value, unit }: Step['trigger']): number | null {
  if (band) return band[1];
  const isBelow = op === '<' || op === '<=';
  return metric === 'attendance' && unit === 'percent' && isBelow && value !== undefined ? value : null;
}

function placeOf({ span }: Beginning) {
  return { start: span.start.offset, end: span.end.offset };
}
