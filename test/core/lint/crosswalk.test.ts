import { describe, expect, it } from 'vitest';
import { lintPolicy } from '#core/lint/lint.ts';
import { readPolicy } from '#core/policy/parse.ts';

/** Eight policies in words of our own, and which duties of the guidance each meets, partly meets, leaves out or contradicts. */

type Status = 'met' | 'partly' | 'missing' | 'contradicted';

const statusesOf = (text: string) =>
  Object.fromEntries(
    lintPolicy(readPolicy(text), { asOf: '2026-11-21', file: 'policy.md' }).crosswalk.map(({ id, status }) => [
      id,
      status,
    ]),
  );

const POLICIES: readonly (readonly [title: string, text: string, statuses: Readonly<Record<string, Status>>])[] = [
  [
    'one that meets much',
    `# Attendance at Alder Vale School

The school day starts at 8.45am and ends at 3.15pm. The morning register opens at 8.50am and closes at 9.10am; the afternoon register opens at 1.00pm and closes at 1.20pm.

Parents ring the absence line on 01632 960101 to report an absence. Requests for leave are made in writing.

Our Senior Attendance Champion is Mrs Orla Finch, o.finch@alder.example.org, 01632 960102. For help with attendance write to the attendance team: attendance@alder.example.org.

We ring home on the first day of an absence. The reason is established within five school days; until then the code is N.

We analyse attendance data each week for patterns. Good attendance is celebrated with certificates for attendance.

Persistent absence is 10% or more of sessions missed; severe absence is 50% or more, and has a plan of its own.

Under the National Framework a penalty notice is considered after 10 unauthorised sessions in 10 school weeks. Attendance contracts and prosecution are other measures.

Social workers and youth offending team workers are told of unexplained absence. Parents give us at least two emergency contacts.

Medical evidence is asked for only where there is genuine and reasonable doubt. Register entries are kept for six years.

We tell the local authority after 10 school days of unauthorised absence, and when illness reaches 15 school days.

Parents are informed of their child's attendance each half term. We make reasonable adjustments under the Equality Act.

Last reviewed: September 2026. Next review: September 2027. This policy is reviewed annually.`,
    {
      'times-and-requests': 'met',
      'senior-champion': 'met',
      'first-day-contact': 'met',
      'reason-within-five-school-days': 'met',
      promotion: 'met',
      'use-of-data': 'met',
      'persistent-and-severe-absence': 'met',
      'penalty-framework': 'met',
      'register-window': 'met',
      'social-workers': 'met',
      'emergency-contacts': 'met',
      'medical-evidence': 'met',
      retention: 'met',
      returns: 'met',
      'parents-informed': 'met',
      'fair-application': 'met',
      review: 'met',
    },
  ],
  [
    'one that uses no penalty notices',
    '# Attendance\n\nWe do not issue penalty notices. Attendance contracts are offered. We analyse attendance data each week.',
    { 'penalty-framework': 'contradicted', 'use-of-data': 'met', retention: 'missing' },
  ],
  [
    'one that does without the first morning',
    '# Absence\n\nWe do not ring parents on the first day of absence, since most children are back on the second.\n\nSocial workers are not told of absence.',
    { 'first-day-contact': 'contradicted', 'social-workers': 'contradicted', 'parents-informed': 'missing' },
  ],
  [
    'one of older law',
    '# Registers\n\nRegister entries are kept for three years. Code N is changed after two weeks. Registers are open for an hour.\n\nA penalty notice of £60 is issued, £120 after 21 days.',
    {
      retention: 'contradicted',
      'reason-within-five-school-days': 'contradicted',
      'register-window': 'contradicted',
      'penalty-framework': 'contradicted',
    },
  ],
  [
    'one that asks for evidence always, and reviews nothing',
    '# Illness\n\nAll absence through illness must be supported by medical evidence or it will not be authorised.\n\nThis policy is never reviewed.',
    { 'medical-evidence': 'contradicted', review: 'contradicted' },
  ],
  [
    'one that makes no allowances, and looks at no figures',
    '# Fairness\n\nNo allowances are made for pupils with disabilities.\n\nWe do not analyse attendance data. Parents are not told of their child’s attendance.',
    { 'fair-application': 'contradicted', 'use-of-data': 'contradicted', 'parents-informed': 'contradicted' },
  ],
  [
    'one that says half of each',
    '# Help\n\nSocial workers are told of unexplained absence. Persistent absence means 10% or more of sessions missed.\n\nWe tell the council after 10 school days of unauthorised absence. The morning register closes at 9.10am.',
    {
      'social-workers': 'partly',
      'persistent-and-severe-absence': 'partly',
      returns: 'partly',
      'register-window': 'partly',
      'senior-champion': 'missing',
    },
  ],
  [
    'one whose negatives are sound',
    '# Sound negatives\n\nWe never issue penalty notices automatically; under the National Framework a penalty notice is considered after 10 unauthorised sessions in 10 school weeks, or prosecution.\n\nWe do not ask for evidence unless there is genuine and reasonable doubt.\n\nWe do not only reward full attendance: improved attendance is celebrated too.',
    { 'penalty-framework': 'met', 'medical-evidence': 'met', promotion: 'met' },
  ],
];

describe('the crosswalk', () => {
  it.each(POLICIES)('reads %s', (_title, text, statuses) => {
    const found = statusesOf(text);
    expect(Object.fromEntries(Object.keys(statuses).map((id) => [id, found[id]]))).toEqual(statuses);
  });

  it('shows the sentence that contradicts, and not the one that would meet', () => {
    const [duty] = lintPolicy(readPolicy(POLICIES[1]?.[1] ?? ''), {
      asOf: '2026-11-21',
      file: 'p.md',
    }).crosswalk.filter(({ id }) => id === 'penalty-framework');
    expect(duty?.evidence).toEqual([{ line: 3, quote: 'do not issue penalty notices' }]);
  });

  it('has no duties for another country', () => {
    const { crosswalk } = lintPolicy(readPolicy('# Presenoldeb\n\nWe follow the Welsh Government.'), {
      asOf: '2026-11-21',
      file: 'p.md',
    });
    expect(crosswalk).toEqual([]);
  });
});
