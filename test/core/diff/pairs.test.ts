import { describe, expect, it } from 'vitest';
import { diffPolicies } from '#core/diff/diff.ts';
import { readPolicy } from '#core/policy/parse.ts';

const POLICY = `# Attendance policy

Fernhollow Primary School

Next review: September 2027

## The day

The school day starts at 8.45am and ends at 3.15pm. The morning register opens at 8.50am and closes at 9.20am. The afternoon register closes at 1.30pm.

Please report an absence by 9am on 01632 960 417 or at office@fernhollow.example.org.

**Senior attendance champion:** Mrs Helen Marsh, deputy headteacher.

Our target for attendance is 97%. Persistent absence means attendance below 90%.

Registers are kept for six years.

A child who arrives late without a reason is marked with code U. Illness is recorded with code I.

We review this policy every year.

## Steps

### Step 1: a call home

When attendance falls below 96%, the class teacher telephones parents to ask what would help.

### Step 2: a letter

When attendance falls below 93%, the attendance officer sends a letter.

### Step 3: a meeting

When attendance falls below 90%, the headteacher meets parents and agrees a plan.

## Penalty notices

When a pupil has 10 unauthorised sessions within 10 school weeks, we may ask the local authority for a penalty notice. The penalty is £80 if paid within 21 days and £160 if paid within 28 days.

## Leave

Parents must ask for leave in writing. The headteacher will write to parents with a decision. We do not authorise holidays.
`;

type Expected = { kind: string; direction?: 'stricter' | 'looser' | 'neutral'; text: RegExp };

const FACTUAL: [string, [string, string], Expected][] = [
  [
    'the start of the day moves',
    ['starts at 8.45am', 'starts at 8.40am'],
    { kind: 'time', direction: 'stricter', text: /School day starts: 08:45 becomes 08:40/ },
  ],
  [
    'the end of the day moves',
    ['ends at 3.15pm', 'ends at 3.20pm'],
    { kind: 'time', direction: 'neutral', text: /School day ends: 15:15 becomes 15:20/ },
  ],
  [
    'the morning register opens later',
    ['opens at 8.50am', 'opens at 8.55am'],
    { kind: 'time', text: /Morning register opens: 08:50 becomes 08:55/ },
  ],
  [
    'the morning register closes earlier',
    ['closes at 9.20am', 'closes at 9.10am'],
    { kind: 'time', direction: 'stricter', text: /Morning register closes: 09:20 becomes 09:10/ },
  ],
  [
    'the afternoon register closes later',
    ['closes at 1.30pm', 'closes at 1.40pm'],
    { kind: 'time', direction: 'looser', text: /Afternoon register closes: 13:30 becomes 13:40/ },
  ],
  [
    'absence is reported earlier',
    ['absence by 9am', 'absence by 8.30am'],
    { kind: 'time', direction: 'stricter', text: /report absence by: 09:00 becomes 08:30/ },
  ],
  ['another telephone number', ['960 417', '960 418'], { kind: 'contact', text: /telephone/ }],
  ['another e-mail address', ['office@', 'absence@'], { kind: 'contact', text: /e-mail/ }],
  [
    'another person',
    ['Helen Marsh', 'Priya Lal'],
    { kind: 'role', text: /Senior attendance champion: .*Marsh becomes .*Lal/ },
  ],
  ['a higher target', ['is 97%', 'is 98%'], { kind: 'target', direction: 'stricter', text: /97% becomes 98%/ }],
  [
    'persistent absence redefined',
    ['means attendance below 90%', 'means attendance below 92%'],
    { kind: 'threshold', direction: 'stricter', text: /90% becomes below 92%/ },
  ],
  [
    'registers kept for a shorter time',
    ['for six years', 'for three years'],
    { kind: 'retention', text: /6 years becomes 3 years/ },
  ],
  ['a code leaves', [' Illness is recorded with code I.', ''], { kind: 'code', text: /Code I: no longer there/ }],
  [
    'a code comes',
    ['with code I.', 'with code I. A holiday is recorded with code G.'],
    { kind: 'code', text: /Code G: added/ },
  ],
  [
    'the next review moves',
    ['September 2027', 'September 2028'],
    { kind: 'date', text: /Next review: September 2027 becomes September 2028/ },
  ],
  ['step 1 begins earlier', ['below 96%', 'below 97%'], { kind: 'step', direction: 'stricter', text: /below 97%/ }],
  ['step 2 begins later', ['below 93%', 'below 92%'], { kind: 'step', direction: 'looser', text: /below 92%/ }],
  [
    'step 3 begins at exactly 90% too',
    ['falls below 90%, the headteacher', 'is 90% or below, the headteacher'],
    { kind: 'step', text: /at or below 90%/ },
  ],
  [
    'a step brings another deed',
    ['agrees a plan', 'agrees an attendance contract'],
    {
      kind: 'step',
      text: /now brings an attendance contract and no longer brings an attendance plan|now brings an attendance contract; no longer brings an attendance plan/,
    },
  ],
  [
    'a step is new',
    [
      '## Penalty notices',
      '### Step 4: a panel\n\nWhen attendance falls below 85%, a panel of governors meets parents.\n\n## Penalty notices',
    ],
    { kind: 'step', text: /Step 4: a panel: is new/ },
  ],
  [
    'a step is gone',
    ['### Step 2: a letter\n\nWhen attendance falls below 93%, the attendance officer sends a letter.\n\n', ''],
    { kind: 'step', text: /no longer there/ },
  ],
  [
    'fewer unauthorised sessions for a penalty notice',
    ['has 10 unauthorised', 'has 8 unauthorised'],
    { kind: 'step', direction: 'stricter', text: /8/ },
  ],
  [
    'another sum',
    ['£80', '£60'],
    { kind: 'penalty', direction: 'looser', text: /£80 within 21 days becomes £60 within 21 days/ },
  ],
  [
    'a must becomes a may',
    ['Parents must ask', 'Parents may ask'],
    { kind: 'wording', direction: 'looser', text: /must is now a may/ },
  ],
  ['a not is gone', ['do not authorise', 'do authorise'], { kind: 'wording', text: /“not”/ }],
];

const WORDING: [string, [string, string]][] = [
  ['a clock in 24 hours', ['starts at 8.45am', 'starts at 08:45']],
  ['a clock with a colon and a blank', ['closes at 9.20am', 'closes at 9:20 a.m.']],
  ['a number in words', ['for six years', 'for 6 years']],
  ['a percentage in words', ['below 93%', 'below 93 percent']],
  ['another verb of telling', ['Please report an absence by 9am', 'Please let us know about an absence by 9am']],
  ['a telephone number in other groups', ['01632 960 417', '01632 960417']],
  ['a line broken elsewhere', ['telephones parents to ask', 'telephones\nparents to ask']],
  ['bold and italic words', ['a penalty notice. The', 'a **penalty notice**. *The*']],
  ['headings of another level and number', ['## Leave', '## 5. Leave']],
  [
    'a sentence that says nothing new',
    ['## The day\n', '## The day\n\nWe are glad to see every child each morning.\n'],
  ],
  ['a sentence moved', [' We do not authorise holidays.', '\n\nWe do not authorise holidays.']],
  ['other words for a letter', ['sends a letter', 'writes a letter to the family']],
  ['other words for a call', ['telephones parents to ask what would help', 'calls parents and asks what would help']],
  ['typographic marks', ['Parents must ask for leave in writing.', 'Parents must ask for leave – in writing.']],
  ['a synonym that keeps the duty', ['Parents must ask for leave', 'Parents must request leave']],
];

const changed = (edit: readonly [string, string]): string => {
  expect(POLICY.split(edit[0]).length, `“${edit[0]}” stands once in the policy`).toBe(2);
  return POLICY.replace(edit[0], () => edit[1]);
};
const before = readPolicy(POLICY);

describe('an edit of fact is told once', () => {
  it.each(FACTUAL)('%s', (_, edit, { kind, direction, text }) => {
    const changes = diffPolicies(before, readPolicy(changed(edit)));
    expect(changes.map((change) => change.text)).toEqual([expect.stringMatching(text)]);
    expect(changes[0]).toMatchObject({ kind, ...(direction && { direction }) });
  });

  it.each(FACTUAL)('%s: back again is told once too, in the opposite direction', (_, edit, { direction }) => {
    const changes = diffPolicies(readPolicy(changed(edit)), before);
    expect(changes).toHaveLength(1);
    const back = { stricter: 'looser', looser: 'stricter', neutral: 'neutral' } as const;
    if (direction) expect(changes[0]?.direction).toBe(back[direction]);
  });

  it.each(FACTUAL)('%s: both sides are sentences of their documents', (_, edit) => {
    const after = readPolicy(changed(edit));
    for (const change of diffPolicies(before, after)) {
      if (change.before) expect(flat(POLICY)).toContain(flat(change.before.sentence));
      if (change.after) expect(flat(after.document.text)).toContain(flat(change.after.sentence));
    }
  });
});

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('an edit of wording is not told', () => {
  it.each(WORDING)('%s', (_, edit) => {
    expect(diffPolicies(before, readPolicy(changed(edit))).map(({ text }) => text)).toEqual([]);
  });

  it('nor is no edit at all', () => expect(diffPolicies(before, readPolicy(POLICY))).toEqual([]));
});

it('there are 25 edits of fact and 15 of wording', () => {
  expect([FACTUAL.length, WORDING.length]).toEqual([25, 15]);
});
