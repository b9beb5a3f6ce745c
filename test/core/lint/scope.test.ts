import { describe, expect, it } from 'vitest';
import { lintPolicy } from '#core/lint/lint.ts';
import { readPolicy } from '#core/policy/parse.ts';

const findingsIn = (text: string) => lintPolicy(readPolicy(text), { asOf: '2026-11-21', file: 'page.md' }).findings;
const missing = (text: string) => findingsIn(text).filter(({ topic }) => topic.endsWith('-missing'));

const SECTIONS = `
## Why it matters

Pupils who come every day learn more, make friends and are safe. Each of us is responsible for it: parents, pupils and staff.
The law is the Education Act 1996 and the School Attendance (Pupil Registration) (England) Regulations 2024.

## Registers

The gate opens at 8.35am. The register is taken at 8.45am and closes at 9.05am. Pupils who come after 8.45am are late and marked L; after 9.05am they are marked U.

## Reporting absence

Ring the office before 8.30am on each day of illness. If we have not heard we ring you on the first day of absence.

## Leave

Leave of absence is granted only in exceptional circumstances. Ask in advance, in writing. Each request is judged on its own.

## Monitoring and support

The office looks at attendance each week. Below 95% the tutor speaks with you. Below 92% we meet and agree a plan. At 90% or below, which is persistent absence, we ask the council for help.

## Penalties

A penalty notice may be considered at 10 unauthorised sessions in 10 school weeks. It is £80 within 21 days and £160 within 28 days.
`;

describe('a policy of a page', () => {
  const text = `# Attendance policy of Marlpit Primary School\n${SECTIONS}`;

  it('is told what it leaves out', () => {
    const topics = missing(text).map(({ topic }) => topic);
    expect(topics).toContain('champion-contact-missing');
    expect(topics).toContain('school-day-end-missing');
    expect(topics).toContain('social-worker-notice-missing');
  });

  it('is told so as advice only', () => {
    expect(findingsIn(text).filter(({ severity }) => severity !== 'advice')).toEqual([]);
  });
});

describe('what is no whole policy', () => {
  it.each([
    ['a page of a website', `# Attendance at Marlpit Primary School\n${SECTIONS}`],
    ['the first sections alone', `# Attendance policy\n${SECTIONS.split('## Leave')[0]}`],
    ['a list of contents', '# Attendance policy\n\n1. Law\n\n2. Registers\n\n3. Leave\n\n4. Penalties\n\n5. Review'],
  ])('is not judged by what it leaves out: %s', (_what, text) => {
    const topics = missing(text).map(({ topic }) => topic);
    for (const topic of ['champion-contact-missing', 'school-day-end-missing', 'social-worker-notice-missing'])
      expect(topics).not.toContain(topic);
  });
});
