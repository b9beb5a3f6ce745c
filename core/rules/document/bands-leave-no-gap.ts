import { bandsOf, between, isFilled, skipsWhole } from '../../lint/bands.ts';
import { defineRule } from '../../lint/rule.ts';

/** Percentages for which a ladder of bands has no step. */
export const bandsLeaveNoGap = defineRule({
  id: 'document/bands-leave-no-gap',
  topic: 'band-gap',
  title: 'No percentage falls between two bands',
  duty: 'internal',
  citations: [],
  why: 'A pupil at 94.5% is in neither “90 to 94%” nor “95 to 97%”, and nothing is due.',
  *check(context) {
    for (const bands of bandsOf(context)) {
      const gaps = bands.slice(1).flatMap((lower, index) => {
        const upper = bands[index];
        const gap = upper ? between(upper, lower) : null;
        return upper && gap && !isFilled(context, upper, lower)
          ? [{ upper, lower, gap, isWide: upper.low - lower.high > 1 || skipsWhole(upper, lower) }]
          : [];
      });
      const [first] = gaps;
      if (!first) continue;
      const isWide = gaps.some((gap) => gap.isWide);
      const told = gaps.find((gap) => gap.isWide) ?? first;
      yield {
        message: `${told.gap} stands in no band: ${told.upper.words} is followed by ${told.lower.words}${gaps.length > 1 ? ', and so with the others' : ''}.`,
        at: told.lower.at,
        doubtful: !isWide,
        related: [
          { at: told.upper.at, message: `The band above, ${told.upper.words}` },
          ...gaps
            .filter((gap) => gap !== told)
            .map(({ lower, gap }) => ({ at: lower.at, message: `${gap} stands in no band either` })),
        ],
      };
    }
  },
  examples: {
    good: [
      {
        title: 'decimals that meet',
        markdown:
          '# Stages of concern\n\n- Stage 1: attendance 95-96.9% – letter home\n- Stage 2: attendance 90-94.9% – meeting with parents',
      },
    ],
    bad: [
      {
        title: 'a whole figure without a colour',
        markdown:
          '# Reports\n\n| Colour | Attendance | Meaning |\n|---|---|---|\n| Green | 95% to 100% | On track |\n| Amber | 92% to 94.9% | At risk |\n| Red | «below 91%» | We act together |',
        says: '91% to 92% stands in no band: 92–94.9% is followed by below 91%.',
      },
      {
        title: 'a hole',
        markdown:
          '# Stages of concern\n\n- Stage 1: attendance 95-97% – letter home\n- Stage 2: attendance «88-92%» – meeting with parents',
        says: '92% to 95% stands in no band: 95–97% is followed by 88–92%.',
      },
    ],
  },
});
