import type { Beginning } from '../../lint/reads.ts';
import { defineRule } from '../../lint/rule.ts';
import type { Trigger } from '../../policy/schema.ts';
import { groupedBy } from '../../text/grouped.ts';

const BARE_LABEL = /^(?:stage|step|tier|level|wave|phase) \w{1,6}$/i;

/** A step of a ladder that nothing sets off. */
export const stepsHaveATrigger = defineRule({
  id: 'document/steps-have-a-trigger',
  topic: 'step-without-trigger',
  title: 'Each step of a ladder says when it begins',
  duty: 'internal',
  citations: [],
  why: 'Without a figure or an event the office has to guess when a pupil is due the step, and families are treated unequally.',
  *check(context) {
    for (const steps of groupedBy(context.beginnings, ({ sequence }) => sequence).values()) {
      const [first, ...others] = steps.filter(({ kind, trigger }) => kind === undefined && isEmpty(trigger));
      // A ladder without any figures is a list of what is done, and may mean to be one.
      if (!first || steps.filter(({ trigger }) => !isEmpty(trigger)).length < 2) continue;
      yield {
        message: `Nothing says when “${first.title}” begins${others.length > 0 ? `, nor ${others.length} more of these steps` : ''}; the other steps have a figure or an event.`,
        at: placeOf(first),
        doubtful: true,
        related: others.map((step) => ({ at: placeOf(step), message: `“${step.title}” has none either` })),
      };
    }
  },
  examples: {
    good: [
      {
        title: 'a figure for each',
        markdown:
          '# Stages of concern\n\n- Stage 1: attendance below 96% – letter home\n- Stage 2: attendance below 93% – meeting\n- Stage 3: attendance below 90% – panel',
      },
      { title: 'no ladder', markdown: 'We help each family in its own way.' },
    ],
    bad: [
      {
        title: 'a stage with nothing to set it off',
        markdown:
          '# Stages of concern\n\n- Stage 1: attendance below 96% – letter home\n- Stage 2: attendance below 93% – meeting with parents\n- «Stage 3»: panel with governors',
        says: 'Nothing says when “Stage 3: panel with governors” begins; the other steps have a figure or an event.',
      },
    ],
  },
});

function isEmpty(trigger: Trigger): boolean {
  const { metric, value, band, afterStep, condition = '', anyOf } = trigger;
  if (![metric, value, band, afterStep].every((each) => each === undefined) || (anyOf ?? []).length > 0) return false;
  return condition === '' || BARE_LABEL.test(condition);
}

function placeOf({ span }: Beginning) {
  return { start: span.start.offset, end: span.end.offset };
}
