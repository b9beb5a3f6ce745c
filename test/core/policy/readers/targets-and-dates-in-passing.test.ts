import { describe, expect, it } from 'vitest';
import { parsePolicy } from '#core/policy/parse.ts';

const targetsIn = (text: string): number[] =>
  parsePolicy(text).facts.flatMap((fact) => (fact.kind === 'target' ? [fact.value] : []));
const datesIn = (text: string): string[] =>
  parsePolicy(text).facts.flatMap((fact) => (fact.kind === 'date' ? [`${fact.field} ${fact.value}`] : []));

describe('targets that a sentence names by the way', () => {
  it.each<[string, number[]]>([
    ['We ask for 97% as a school.', [97]],
    ['We expect 95% in every subject, and not just overall.', [95]],
    ['Attendance has gone down to 90.6%, which is well short of the 96% that we expect of all our pupils.', [96]],
    ['Last term attendance was 95.8%, a smidge under our 96% target.', [96]],
    ['All together we came to 95.0%, a bit short of the 96% we want by Christmas.', [96]],
    ['Ours is 97%: that is what we hope every class will reach.', [97]],
    ['We look for at least 96% from everybody.', [96]],
    ['We expect 90% of parents to reply.', []],
    ['We expect pupils with 92% to improve.', []],
    ['The 92% we had last year was low.', []],
    ['If attendance is below 95% we want to meet you.', []],
    ['Last year we managed 94.8%.', []],
    ['Nationally attendance was 94.6% in 2024.', []],
    ['Classes at 98% or more get the cup.', []],
  ])('%s', (text, values) => expect(targetsIn(text)).toEqual(values));
});

describe('dates under the labels of an office', () => {
  it.each<[string, string[]]>([
    ['This section last reviewed: July 2025', ['lastReviewed 2025-07']],
    ['Date for renewal: Nov 2025', ['nextReview 2025-11']],
    ['Appendix checked: 3 February 2025. Next check: February 2026', ['lastReviewed 2025-02-03', 'nextReview 2026-02']],
    ['We will look at the policy again by July 2027.', ['nextReview 2027-07']],
    ['Registers are checked each day. The boiler was checked on 3 February 2025.', []],
  ])('%s', (text, dates) => expect(datesIn(text)).toEqual(dates));
});
