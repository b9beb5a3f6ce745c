import { describe, expect, it } from 'vitest';
import { contacts } from '#core/policy/readers/contacts.ts';
import { readWith } from './read-with.ts';

/** "for: number or address" for each contact of a text, in its order. */
function read(text: string): string {
  return readWith(contacts, text)
    .flatMap((draft) => (draft.kind === 'contact' ? [`${draft.for}: ${draft.phone ?? draft.email}`] : []))
    .join(', ');
}

describe('how to reach the school about attendance', () => {
  it.each([
    ['If your child is ill, please call 01632 960118 (select option 1).', 'absence: 01632 960118'],
    ['Please ring the school on +44 (0)1632 960118 on the first day.', 'absence: +44 (0)1632 960118'],
    ['Phone the office on 01632 960 118 before 8.45am.', 'absence: 01632 960 118'],
    ['Text the absence line on 07700 900123 or call 0113 4960112 x 3.', 'absence: 07700 900123, absence: 0113 4960112'],
    ['To report an absence email <office@elm.example.org>.', 'absence: office@elm.example.org'],
    [
      'To report an absence email [office@elm.example.org](mailto:office@elm.example.org)',
      'absence: office@elm.example.org',
    ],
    ['If your child is going to be absent:\n\nTel: 01632 960118 ext 2', 'absence: 01632 960118'],
    ['Write to attendance@elm.example.org about anything.', 'attendance: attendance@elm.example.org'],
    [
      'Attendance Champion: Mrs Frost\nEmail: juniors@elm.example.org\nTelephone number: 0207 946 0144 x 1',
      'attendance: juniors@elm.example.org, attendance: 0207 946 0144',
    ],
    ['The attendance lead is Mr Moss (info@elm.example.org).', 'attendance: info@elm.example.org'],
    ["Northshire County Council's attendance team: (01632) 960 555", 'localAuthority: (01632) 960 555'],
    ['Write to welfare@northshire.gov.uk.', 'localAuthority: welfare@northshire.gov.uk'],
  ])('%s', (text, said) => expect(read(text)).toBe(said));
});

describe('numbers that are no contact of the policy', () => {
  it.each([
    ['Elm Bank Primary School\nTel: 01632 960100\nEmail: office@elm.example.org'],
    ['Call 101 or 999 in an emergency.'],
    ['attendance-policy-01632960118.pdf'],
    ['https://elm.example.org/attendance/01632960118'],
    ['The safeguarding lead is on 01632 960119.'],
    ['Childline: 0800 1111'],
    ['The absence rate was 0.1632 960'],
    ['Report an absence by phone or email'],
  ])('%s', (text) => expect(read(text)).toBe(''));
});
