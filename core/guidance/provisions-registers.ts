import type { Provision } from './provision.ts';

const REGULATIONS = 'pupil-registration-regulations-2024';
const SINCE = '2024-08-19';

/** On registers, codes and returns. */
export const REGISTER_PROVISIONS = {
  'regulations-2006-revoked': {
    document: REGULATIONS,
    at: 'explanatory note',
    says: 'they revoke and replace the 2006 Regulations and their amendments',
    verified: true,
  },
  'registers-electronic': {
    document: REGULATIONS,
    at: 'regulation 5',
    says: 'the admission and attendance registers are kept electronically',
    verified: true,
  },
  'registers-kept-six-years': {
    document: REGULATIONS,
    at: 'regulation 7',
    says: 'every entry is preserved for six years from the day on which it was made',
    verified: true,
  },
  'register-amendments': {
    document: REGULATIONS,
    at: 'regulation 6',
    says: 'an amended entry shows the original, the amendment, the reason, the date and who made it',
    verified: false,
  },
  'register-taken': {
    document: REGULATIONS,
    at: 'regulation 10(1) to (3)',
    says: 'attendance is taken at the start of each morning session and once during each afternoon session',
    verified: true,
  },
  'register-closes': {
    document: 'working-together-2024',
    at: 'paragraph 42 (August 2024)',
    says: 'a register stays open for no longer than 30 minutes, the same time for every session, and the policy says how long',
    verified: true,
  },
  'late-after-closing': {
    document: 'working-together-2024',
    at: 'code U',
    says: 'a pupil who arrives after the register closed is absent, with U unless another code fits; before, L',
    verified: true,
  },
  'reason-within-five-school-days': {
    document: REGULATIONS,
    at: 'regulation 10(7) to (9)',
    says: 'the reason for an absence is established within 5 school days of the session, or N becomes O',
    verified: true,
  },
  'code-n-first': {
    document: 'working-together-2026',
    at: 'paragraphs 407 to 409',
    says: 'N stands while the reason is not known; O follows only when none is established within 5 school days',
    verified: true,
  },
  'codes-of-2024': {
    document: REGULATIONS,
    at: 'regulation 10(3)',
    says: 'attendance and absence are recorded with the statutory codes',
    verified: true,
  },
  'codes-retired': {
    document: 'working-together-2024',
    at: 'attendance and absence codes',
    says: 'H gave way to C, J to J1 and Y to Y1 to Y7 on 19 August 2024; F went with extended leave before',
    from: SINCE,
    verified: true,
  },
  'covid-codes-ended': {
    document: 'working-together-2022',
    at: 'attendance codes',
    says: 'the use of X for pupils kept away by Covid was disapplied in April 2022',
    verified: true,
  },
  'code-classes': {
    document: 'working-together-2024',
    at: 'attendance and absence codes, “for statistical purposes”',
    says: 'K, V, P, W and B are approved educational activities; Q, Y1 to Y7, D and X are no possible attendance',
    verified: true,
  },
  'code-titles': {
    document: 'working-together-2024',
    at: 'attendance and absence codes',
    says: 'each code is used for what its title says',
    verified: false,
  },
  'code-t-occupation': {
    document: 'working-together-2024',
    at: 'code T',
    says: 'T is for a mobile child whose parent is travelling for occupational purposes; it is not leave that a school grants',
    verified: true,
  },
  'code-e-suspended': {
    document: 'suspension-and-permanent-exclusion',
    at: 'terms',
    says: 'a pupil is suspended or permanently excluded; “fixed-term exclusion” is the older term',
    verified: false,
  },
  'code-hash-whole-school': {
    document: 'working-together-2024',
    at: 'code #',
    says: '# is for planned closure of the whole school; where only some pupils are kept away, Y7 or another code is used',
    verified: false,
  },
  'remote-education-is-absence': {
    document: 'working-together-2024',
    at: 'remote education',
    says: 'a pupil who learns remotely is not present and is recorded with the code for the absence',
    verified: true,
  },
  'part-time-timetables': {
    document: 'working-together-2024',
    at: 'part-time timetables; regulation 11(6)',
    says: 'part-time timetables are exceptional, time-limited, reviewed, agreed, never to manage behaviour, and coded C2 or X',
    verified: true,
  },
  'attendance-return': {
    document: REGULATIONS,
    at: 'regulation 13',
    says: 'the authority is told at least monthly of pupils who fail to attend regularly or were absent for 10 school days in a row without authorisation',
    verified: true,
  },
  'sickness-return': {
    document: REGULATIONS,
    at: 'regulation 13',
    says: 'the authority is told of a pupil who has missed or will miss 15 school days through illness, in a row or in total',
    verified: true,
  },
  'deletion-grounds': {
    document: REGULATIONS,
    at: 'regulation 9(1)',
    says: 'a name is deleted when, and only when, a ground arises',
    verified: true,
  },
  'deletion-after-enquiries': {
    document: REGULATIONS,
    at: 'regulation 9(1)(h) and (i)',
    says: 'after 10 school days beyond leave, or 20 of unauthorised absence, a name is deleted after joint reasonable enquiries of school and authority',
    verified: true,
  },
  'daily-data': {
    document: 'individual-pupils-regulations-2013',
    at: 'as amended in 2024',
    says: 'state-funded schools share attendance data with the Department daily',
    from: SINCE,
    verified: true,
  },
  'home-education-deletion': {
    document: REGULATIONS,
    at: 'regulation 9(1)',
    says: 'a name goes when a parent has told the school in writing that the child will be educated otherwise; at some special schools the authority must agree',
    verified: false,
  },
} as const satisfies Record<string, Provision>;
