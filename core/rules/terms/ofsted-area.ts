import { citeProvision } from '../../guidance/provisions.ts';
import { isHistory } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const OLD_JUDGEMENT = phrase(/\bbehaviour (?:and|&) attitudes?(?: judge?ments?)?\b/gi, 'attitude');

/** Ofsted's judgement under its name before November 2025. */
export const ofstedArea = defineRule({
  id: 'terms/ofsted-area',
  topic: 'terms',
  title: 'Ofsted reports on “attendance and behaviour”',
  duty: 'should',
  citations: [citeProvision('ofsted-attendance-and-behaviour')],
  inForce: { from: '2025-11-10' },
  why: 'Inspections since 10 November 2025 have report cards with an area of that name; the judgement on behaviour and attitudes has gone.',
  *check(context) {
    for (const hit of context.find(OLD_JUDGEMENT)) {
      const { block, headings } = hit.placed;
      if (!/\bofsted\b|\binspect\w+\b|\bjudge?ments?\b/i.test(`${block.plain} ${headings.join(' ')}`) || isHistory(hit))
        continue;
      const at = { start: hit.start, end: hit.end };
      yield { message: `“${context.quote(at)}” is now Ofsted’s evaluation area “attendance and behaviour”.`, at };
    }
  },
  examples: {
    good: [
      { title: 'the area of today', markdown: 'Ofsted looks at attendance and behaviour.' },
      { title: 'no inspection', markdown: 'We praise good behaviour and attitudes to learning.' },
    ],
    bad: [
      {
        title: 'the older judgement',
        markdown: 'Attendance is part of Ofsted’s «behaviour and attitudes judgement» of a school.',
        says: '“behaviour and attitudes judgement” is now Ofsted’s evaluation area “attendance and behaviour”.',
      },
    ],
  },
});
