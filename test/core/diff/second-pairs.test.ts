import { describe, expect, it } from 'vitest';
import { diffPolicies } from '#core/diff/diff.ts';
import { readPolicy } from '#core/policy/parse.ts';

// Written before the differ was tried on any of them, in another style than the first forty.
const POLICY = `# Attendance and Punctuality Policy

Otterbourne Vale Academy

| | |
|---|---|
| Approved by | Local governing board |
| Approved on | 8 July 2026 |
| Review date | July 2027 |

## 1. Our aims

We want every student to attend every day. Our whole-school attendance target is 96.5%.

## 2. Who to speak to

- Senior attendance champion: Mr Idris Caddell
- Attendance officer: Ms Lorna Pike, 01632 960 733, attendance@otterbournevale.example.org
- Link governor: Dr Wen Hollis

## 3. The school day

| Time | Event |
|---|---|
| 8.25am | Gates open |
| 8.40am | Start of the school day |
| 8.40am | Morning registration opens |
| 9.10am | Morning registration closes |
| 11.00am | Break |
| 1.25pm | Afternoon registration opens |
| 1.40pm | Afternoon registration closes |
| 3.10pm | End of the school day |

## 4. Absence

Parents should telephone the school before 8.30am on each day of absence. If we hear nothing, we will send a text message from 9.30am.

Medical evidence will only be asked for where there is genuine doubt about the illness.

## 5. Lateness

Students who arrive after registration opens and before it closes are marked L. Students who arrive after it closes are marked U.

Four late marks in a half term lead to a detention.

## 6. When attendance becomes a concern

A student whose attendance is below 90% is persistently absent. A student whose attendance is below 50% is severely absent.

| Stage | Trigger | What we do | Led by |
|---|---|---|---|
| Stage 1 | Below 95% | Form tutor speaks with the student and telephones home | Form tutor |
| Stage 2 | Below 92% | Letter home and a meeting with the head of year | Head of year |
| Stage 3 | Below 90% | Attendance contract reviewed after four weeks | Attendance officer |
| Stage 4 | Below 85% | Panel meeting with governors | Deputy headteacher |

## 7. Penalty notices

The academy may ask the council to issue a penalty notice when a student has ten unauthorised sessions in a rolling period of ten school weeks. The amount is £80 if paid within 21 days, or £160 if paid within 28 days. A second penalty notice within three years costs £160.

## 8. Leave of absence

Requests must be made on the academy's form at least fifteen school days before the leave begins. Leave is granted only in exceptional circumstances.

## 9. Records

The register is kept for six years. We publish this policy on our website. The governing board reviews it every twelve months.
`;

type Expected = { kind: string; direction?: 'stricter' | 'looser' | 'neutral'; text: RegExp };

const FACTUAL: [string, [string, string], Expected][] = [
  [
    'the gates open earlier',
    ['8.25am | Gates', '8.20am | Gates'],
    { kind: 'time', text: /Gates open: 08:25 becomes 08:20/ },
  ],
  [
    'the morning register closes later, in a table',
    ['9.10am | Morning registration closes', '9.15am | Morning registration closes'],
    { kind: 'time', direction: 'looser', text: /Morning register closes: 09:10 becomes 09:15/ },
  ],
  [
    'the afternoon register opens earlier',
    ['1.25pm | Afternoon', '1.20pm | Afternoon'],
    { kind: 'time', text: /Afternoon register opens: 13:25 becomes 13:20/ },
  ],
  ['break moves', ['11.00am | Break', '10.50am | Break'], { kind: 'time', text: /Break starts: 11:00 becomes 10:50/ }],
  ['the day ends later', ['3.10pm', '3.25pm'], { kind: 'time', direction: 'neutral', text: /15:10 becomes 15:25/ }],
  [
    'parents ring later',
    ['before 8.30am', 'before 9.00am'],
    { kind: 'time', direction: 'looser', text: /report absence by: 08:30 becomes 09:00/ },
  ],
  [
    'the school makes contact earlier',
    ['from 9.30am', 'from 9.15am'],
    { kind: 'time', direction: 'stricter', text: /09:30 becomes 09:15/ },
  ],
  [
    'break leaves the timetable',
    ['| 11.00am | Break |\n', ''],
    { kind: 'time', text: /Break starts: 11:00 is no longer said/ },
  ],
  [
    'severe absence redefined',
    ['below 50% is severely', 'below 60% is severely'],
    { kind: 'threshold', direction: 'stricter', text: /50% becomes below 60%/ },
  ],
  [
    'a target with a fraction',
    ['96.5%', '97.2%'],
    { kind: 'target', direction: 'stricter', text: /96.5% becomes 97.2%/ },
  ],
  [
    'stage 2 begins earlier',
    ['Below 92%', 'Below 93%'],
    { kind: 'step', direction: 'stricter', text: /below 93% and no longer below 92%/ },
  ],
  [
    'stage 4 includes its own percentage',
    ['Below 85%', '85% or below'],
    { kind: 'step', direction: 'stricter', text: /at or below 85%/ },
  ],
  [
    'stage 1 goes by unauthorised sessions',
    ['Below 95% |', '6 unauthorised sessions in a half term |'],
    { kind: 'step', text: /Stage 1.*begins/ },
  ],
  [
    'stage 3 adds a home visit',
    ['Attendance contract reviewed', 'Home visit, and attendance contract reviewed'],
    { kind: 'step', text: /Stage 3.*a home visit/ },
  ],
  [
    'stage 3 is led by somebody else',
    ['| Attendance officer |\n| Stage 4', '| Deputy headteacher |\n| Stage 4'],
    { kind: 'step', text: /Stage 3.*deputy headteacher/i },
  ],
  [
    'a fifth stage',
    [
      '| Deputy headteacher |\n',
      '| Deputy headteacher |\n| Stage 5 | Below 80% | Referral to the council for prosecution | Headteacher |\n',
    ],
    { kind: 'step', direction: 'stricter', text: /Stage 5.*is new/ },
  ],
  [
    'the first stage goes',
    ['| Stage 1 | Below 95% | Form tutor speaks with the student and telephones home | Form tutor |\n', ''],
    { kind: 'step', text: /Stage 1.*no longer there/ },
  ],
  [
    'more late marks before a detention',
    ['Four late marks', 'Five late marks'],
    { kind: 'step', direction: 'looser', text: /late/i },
  ],
  [
    'the window of the penalty threshold',
    ['rolling period of ten school weeks', 'rolling period of twelve school weeks'],
    { kind: 'step', text: /12 school weeks/ },
  ],
  [
    'the first sum',
    ['£80', '£90'],
    { kind: 'penalty', direction: 'stricter', text: /£80 within 21 days becomes £90 within 21 days/ },
  ],
  [
    'the time for the lower sum',
    ['within 21 days', 'within 14 days'],
    { kind: 'penalty', direction: 'stricter', text: /£80 within 21 days becomes £80 within 14 days/ },
  ],
  [
    'the date of review',
    ['July 2027', 'March 2027'],
    { kind: 'date', text: /Next review: July 2027 becomes March 2027/ },
  ],
  [
    'another link governor',
    ['Dr Wen Hollis', 'Mrs Tanith Orme'],
    { kind: 'role', text: /Link governor: .*Hollis becomes .*Orme/ },
  ],
  [
    'a longer notice for leave',
    ['at least fifteen school days', 'at least twenty school days'],
    { kind: '', text: /15.*20|fifteen.*twenty/i },
  ],
  [
    'the review is rarer',
    ['every twelve months', 'every two years'],
    { kind: 'wording', text: /12 months → 24 months/ },
  ],
  [
    // Whom an "only" binds, the parents or the school, the differ does not know: no direction is told.
    'an only is gone',
    ['Leave is granted only in exceptional', 'Leave is granted in exceptional'],
    { kind: 'wording', direction: 'neutral', text: /only/ },
  ],
];

const TABLE = POLICY.slice(POLICY.indexOf('| Time | Event |'), POLICY.indexOf('\n\n## 4'));
const AS_LIST = TABLE.split('\n')
  .slice(2)
  .map((row) => {
    const [, time = '', what = ''] = row.split('|').map((cell) => cell.trim());
    return `- ${time}: ${what}`;
  })
  .join('\n');
const SECTION_8 = POLICY.slice(POLICY.indexOf('## 8.'), POLICY.indexOf('## 9.'));

const WORDING: [string, [string, string]][] = [
  ['the timetable as a list', [TABLE, AS_LIST]],
  [
    'the time after the event',
    [
      TABLE,
      TABLE.replace(/\| ([\d.apm]+) \| ([^|]+) \|/g, '| $2 | $1 |').replace('| Time | Event |', '| Event | Time |'),
    ],
  ],
  [
    'a section moved to the end',
    [POLICY.slice(POLICY.indexOf('## 8.')), `${POLICY.slice(POLICY.indexOf('## 9.'))}\n${SECTION_8.trim()}\n`],
  ],
  ['sections without numbers', ['## 3. The school day', '## The school day']],
  ['times with a colon', ['9.10am | Morning', '09:10 | Morning']],
  [
    'a number in words as a figure',
    [
      'has ten unauthorised sessions in a rolling period of ten school weeks',
      'has 10 unauthorised sessions in a rolling period of 10 school weeks',
    ],
  ],
  [
    'active for passive',
    [
      'Medical evidence will only be asked for where there is genuine doubt',
      'We will only ask for medical evidence where there is genuine doubt',
    ],
  ],
  [
    'passive for active',
    [
      'The governing board reviews it every twelve months.',
      'It is reviewed by the governing board every twelve months.',
    ],
  ],
  ['a year for twelve months', ['every twelve months', 'every year']],
  ['curly marks and dashes', ["the academy's form", 'the academy’s form']],
  ['blanks that do not break', ['£80 if paid within 21 days', '£80 if paid within 21\u00a0days']],
  [
    'students become pupils',
    ['Students who arrive after it closes are marked U.', 'Pupils who arrive after it closes are marked U.'],
  ],
  [
    'percent in words',
    ['A student whose attendance is below 90% is', 'A student whose attendance is below 90 per cent is'],
  ],
  [
    'synonyms in a step',
    ['Letter home and a meeting with the head of year', 'A letter is sent home and parents meet the head of year'],
  ],
  ['a sentence broken in two', ['Letter home and a meeting with', 'Letter home. Meeting with']],
  [
    'a friendlier aim',
    ['We want every student to attend every day.', 'Every day counts, and we want every student here for all of them.'],
  ],
];

const changed = ([from, to]: readonly [string, string]): string => {
  expect(POLICY.split(from).length, `“${from.slice(0, 60)}” stands once in the policy`).toBe(2);
  expect(to).not.toBe(from);
  return POLICY.replace(from, () => to);
};
const before = readPolicy(POLICY);

describe('an edit of fact in a policy of tables is told once', () => {
  it.each(FACTUAL)('%s', (_, edit, { kind, direction, text }) => {
    const changes = diffPolicies(before, readPolicy(changed(edit)));
    expect(changes.map((change) => change.text)).toEqual([expect.stringMatching(text)]);
    expect(changes[0]).toMatchObject({ ...(kind && { kind }), ...(direction && { direction }) });
  });

  it.each(FACTUAL)('%s: and once back again', (_, edit) => {
    expect(diffPolicies(readPolicy(changed(edit)), before)).toHaveLength(1);
  });
});

describe('an edit of wording in a policy of tables is not told', () => {
  it.each(WORDING)('%s', (_, edit) => {
    expect(diffPolicies(before, readPolicy(changed(edit))).map(({ text }) => text)).toEqual([]);
  });
});
