import type { Citation } from './citation.ts';

/** What a mark counts as in the DfE's statistics of sessions. */
export type CodeClass =
  | 'present'
  | 'educational'
  | 'authorised'
  | 'unauthorised'
  /** Left out of the sessions that were possible. */
  | 'notPossible'
  /** An administrative mark; not collected at all. */
  | 'notCollected';

/** A code of the attendance register with the days on which it may be used. */
export interface RegisterCode {
  code: string;
  /** What it records, in short. */
  title: string;
  class: CodeClass;
  /** The first day on which it may be used; null for letters that were in use before 19 August 2024 with the same class. */
  from: string | null;
  /** The last day on which it may be used; null while it is in force. */
  to: string | null;
  /** The codes that took its place. */
  replacedBy: readonly string[];
  citation: Citation;
}

const REGULATION_10: Citation = {
  document: 'School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208)',
  edition: '2024',
  provision: 'regulation 10, attendance codes',
  url: 'https://www.legislation.gov.uk/uksi/2024/208/regulation/10/made',
  inForceFrom: '2024-08-19',
  checkedOn: '2026-11-21',
  verified: true,
};
const NEW = '2024-08-19';
const LAST_OF_OLD = '2024-08-18';

function current(code: string, kind: CodeClass, title: string): RegisterCode {
  return { code, title, class: kind, from: null, to: null, replacedBy: [], citation: REGULATION_10 };
}
function since2024(code: string, kind: CodeClass, title: string): RegisterCode {
  return { ...current(code, kind, title), from: NEW };
}
function retired(code: string, kind: CodeClass, title: string, to: string, replacedBy: string[]): RegisterCode {
  return { ...current(code, kind, title), to, replacedBy };
}

/** Every code of the register, those in force and those retired. */
export const registerCodes: readonly RegisterCode[] = [
  current('/', 'present', 'Present, morning'),
  current('\\', 'present', 'Present, afternoon'),
  current('L', 'present', 'Late, before the register closed'),
  since2024('K', 'educational', 'Education arranged by the local authority'),
  current('V', 'educational', 'Educational visit'),
  current('P', 'educational', 'Sporting activity'),
  current('W', 'educational', 'Work experience'),
  current('B', 'educational', 'Other approved educational activity'),
  current('D', 'notPossible', 'At the other school of a dual registration'),
  since2024('C1', 'authorised', 'Regulated performance or employment abroad'),
  current('M', 'authorised', 'Medical or dental appointment'),
  since2024('J1', 'authorised', 'Interview for work or another school'),
  current('S', 'authorised', 'Study leave for a public examination'),
  current('X', 'notPossible', 'Not of compulsory school age, not required to attend'),
  since2024('C2', 'authorised', 'Part-time timetable'),
  current('C', 'authorised', 'Leave in exceptional circumstances'),
  current('T', 'authorised', 'Parent travelling for work'),
  current('R', 'authorised', 'Religious observance'),
  current('I', 'authorised', 'Illness'),
  current('E', 'authorised', 'Suspended or excluded, no other provision yet'),
  since2024('Q', 'notPossible', 'No access arrangements'),
  since2024('Y1', 'notPossible', 'Usual transport not available'),
  since2024('Y2', 'notPossible', 'Widespread disruption to travel'),
  since2024('Y3', 'notPossible', 'Part of the premises closed'),
  since2024('Y4', 'notPossible', 'Whole site unexpectedly closed'),
  since2024('Y5', 'notPossible', 'In criminal justice detention'),
  since2024('Y6', 'notPossible', 'Public health guidance or law'),
  since2024('Y7', 'notPossible', 'Other unavoidable cause'),
  current('G', 'unauthorised', 'Holiday not granted'),
  current('N', 'unauthorised', 'Reason not yet established'),
  current('O', 'unauthorised', 'Other or unknown circumstances'),
  current('U', 'unauthorised', 'Arrived after the register closed'),
  current('Z', 'notCollected', 'Not yet on the admission register'),
  current('#', 'notCollected', 'Planned whole school closure'),
  retired('H', 'authorised', 'Holiday agreed by the school', LAST_OF_OLD, ['C']),
  retired('J', 'educational', 'Interview', LAST_OF_OLD, ['J1']),
  retired('Y', 'notPossible', 'Exceptional circumstances', LAST_OF_OLD, ['Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7']),
  // The end is inferred from the amendment of 2013, not stated in a source seen.
  {
    ...retired('F', 'authorised', 'Extended family holiday', '2013-08-31', ['C']),
    citation: { ...REGULATION_10, provision: 'withdrawn in 2013 (end date inferred)', verified: false },
  },
];

let byCode: Map<string, RegisterCode> | undefined;

/** The code whatever its dates, or undefined for one that no edition knows. */
export function registerCode(code: string): RegisterCode | undefined {
  byCode ??= new Map(registerCodes.map((entry) => [entry.code, entry]));
  return byCode.get(code);
}

/** Whether the code may be used on the day ('YYYY-MM-DD'). */
export function isInForce(code: RegisterCode, day: string): boolean {
  return (code.from === null || day >= code.from) && (code.to === null || day <= code.to);
}
