import { bandsOf, shared } from '../../lint/bands.ts';
import { defineRule } from '../../lint/rule.ts';

/** A percentage that stands in two bands of one ladder. */
export const bandsDoNotOverlap = defineRule({
  id: 'document/bands-do-not-overlap',
  topic: 'band-overlap',
  title: 'No percentage stands in two bands',
  duty: 'internal',
  citations: [],
  why: 'A pupil at the shared figure is due two steps, and the office has to guess which.',
  *check(context) {
    for (const bands of bandsOf(context)) {
      for (let index = 1; index < bands.length; index++) {
        const [upper, lower] = [bands[index - 1], bands[index]];
        if (!upper || !lower) continue;
        const both = shared(upper, lower);
        if (!both) continue;
        const later = upper.at.start > lower.at.start ? upper : lower;
        const earlier = later === upper ? lower : upper;
        yield {
          message: `${both} stands in two bands, ${upper.words} and ${lower.words}.`,
          at: later.at,
          related: [{ at: earlier.at, message: `The other band, ${earlier.words}` }],
        };
      }
    }
  },
  examples: {
    good: [
      {
        title: 'bands that meet',
        markdown:
          '# Stages of concern\n\n- Stage 1: attendance 95-96.9% – letter home\n- Stage 2: attendance 90-94.9% – meeting with parents',
      },
    ],
    bad: [
      {
        title: 'a shared end',
        markdown:
          '# Stages of concern\n\n- Stage 1: attendance 95%-97% – letter home\n- Stage 2: attendance «90%-95%» – meeting with parents',
        says: '95% stands in two bands, 95–97% and 90–95%.',
      },
    ],
  },
});
