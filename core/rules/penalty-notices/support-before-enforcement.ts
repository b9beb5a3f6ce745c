import { citeProvision } from '../../guidance/provisions.ts';
import { defineRule } from '../../lint/rule.ts';

const LEAST_STEPS = 3;

const HELP =
  /\b(?:letter|meet\w*|call|phone|support|talk|convers\w+|plan|visit|help|text|email|speak|discuss\w*|monitor\w*)\b/i;

/** A ladder that begins with enforcement. */
export const supportBeforeEnforcement = defineRule({
  id: 'penalty-notices/support-before-enforcement',
  topic: 'support-first',
  title: 'A ladder begins with support',
  duty: 'should',
  citations: [citeProvision('penalty-support-first')],
  inForce: { from: '2024-08-19' },
  why: 'Legal steps are for families with whom support has not worked, or for whom it is not appropriate.',
  *check(context) {
    const steps = context.steps
      .filter(({ sequence, kind }) => sequence === 'main' && kind === undefined)
      .sort((a, b) => a.order - b.order);
    const [first, ...later] = steps;
    if (!first || steps.length < LEAST_STEPS || first.enforcement.length === 0) return;
    const [enforced = 0] = first.enforcement;
    const help = first.actions.filter((action, index) => !first.enforcement.includes(index) && HELP.test(action));
    if (help.length > 0 || later.every(({ enforcement }) => enforcement.length > 0)) return;
    yield {
      message: `The ladder begins with enforcement (“${first.actions[enforced] ?? first.title}”); support comes first.`,
      at: { start: first.span.start.offset, end: first.span.end.offset },
      doubtful: true,
    };
  },
  examples: {
    good: [
      {
        title: 'letters first',
        markdown:
          '# Stages of concern\n\n- Stage 1: attendance below 96% – letter home\n- Stage 2: attendance below 93% – meeting\n- Stage 3: attendance below 90% – panel',
      },
    ],
    bad: [
      {
        title: 'a fine first',
        markdown:
          '# Stages of concern\n\n- Stage 1: «10 unauthorised sessions» in 10 school weeks – penalty notice\n- Stage 2: attendance below 93% – meeting with parents\n- Stage 3: attendance below 90% – panel with governors',
        says: 'The ladder begins with enforcement (“penalty notice”); support comes first.',
      },
    ],
  },
});
