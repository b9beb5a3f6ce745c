import type { Provision } from './provision.ts';

const CURRENT = 'working-together-2026';
const WORKING_TOGETHER = 'working-together-2024';
const CONTENTS = 'chapter 2, what the policy sets out';

/** On what a policy holds, and on absence, leave and current guidance. */
export const POLICY_PROVISIONS = {
  'policy-times': {
    document: WORKING_TOGETHER,
    at: CONTENTS,
    says: 'the policy gives the start and close of the school day, when registers open and close, how to ask for leave and how to report absence',
    verified: false,
  },
  'policy-champion': {
    document: WORKING_TOGETHER,
    at: 'paragraph 26 (August 2024)',
    says: 'the policy gives the name and contact details of the senior leader responsible for attendance',
    verified: true,
  },
  'policy-contacts': {
    document: WORKING_TOGETHER,
    at: CONTENTS,
    says: 'the policy says whom to contact from day to day and for more detailed support, with contact details',
    verified: false,
  },
  'policy-first-day': {
    document: CURRENT,
    at: 'pages 16 and 20',
    says: 'parents are contacted on the first day of an absence without a reason; if it stays unexplained, further contact follows to make sure the pupil is safe',
    verified: true,
  },
  'policy-promotion': {
    document: WORKING_TOGETHER,
    at: CONTENTS,
    says: 'the policy says how good attendance is promoted and encouraged',
    verified: false,
  },
  'policy-data': {
    document: WORKING_TOGETHER,
    at: CONTENTS,
    says: 'the policy says how data is used to find the pupils and groups who need support',
    verified: false,
  },
  'policy-persistent': {
    document: WORKING_TOGETHER,
    at: CONTENTS,
    says: 'the policy gives the strategy for persistent and severe absence, with access to wider services',
    verified: false,
  },
  'policy-framework': {
    document: WORKING_TOGETHER,
    at: CONTENTS,
    says: 'the policy names the National Framework for Penalty Notices and says when each legal measure is sought',
    verified: false,
  },
  'policy-published': {
    document: WORKING_TOGETHER,
    at: 'chapter 2',
    says: 'the policy is on the website, goes to parents when a pupil joins, and is recalled each year',
    verified: false,
  },
  'policy-reviewed': {
    document: WORKING_TOGETHER,
    at: 'chapter 2',
    says: 'the policy is reviewed and updated as necessary, with the views of pupils and parents',
    verified: false,
  },
  'fair-application': {
    document: 'equality-act-2010',
    at: 'as the attendance guidance asks schools to consider it',
    says: 'the policy allows for individual needs',
    verified: true,
  },
  'champion-role': {
    document: WORKING_TOGETHER,
    at: 'paragraphs 25 and 26 (August 2024)',
    says: 'a senior leader has overall responsibility for attendance',
    verified: true,
  },
  'social-workers-told': {
    document: WORKING_TOGETHER,
    at: 'paragraph 52 (February 2024)',
    says: 'a pupil’s social worker and youth offending team worker are told of unexplained absence',
    verified: true,
  },
  'emergency-contacts': {
    document: CURRENT,
    at: 'pages 20 and 67',
    says: 'the school holds more than one emergency contact for each pupil where that is reasonably practicable',
    verified: true,
  },
  'medical-evidence': {
    document: WORKING_TOGETHER,
    at: 'paragraphs 365 and 366',
    says: 'a parent’s word suffices for illness; evidence is asked for only where there is genuine and reasonable doubt',
    verified: true,
  },
  'parents-informed': {
    document: WORKING_TOGETHER,
    at: 'summary table',
    says: 'parents hear regularly about their child’s attendance',
    verified: false,
  },
  'governors-review': {
    document: WORKING_TOGETHER,
    at: 'paragraph 78',
    says: 'governors or trustees review attendance data regularly and see to training',
    verified: true,
  },
  'authority-meetings': {
    document: WORKING_TOGETHER,
    at: 'chapter 5',
    says: 'the authority’s School Attendance Support Team is the school’s contact and meets it each term',
    verified: true,
  },
  'leave-case-by-case': {
    document: WORKING_TOGETHER,
    at: 'paragraphs 37 to 40 (February 2024)',
    says: 'each application for leave is considered on its own facts, in advance',
    verified: false,
  },
  'leave-grounds': {
    document: 'pupil-registration-regulations-2024',
    at: 'regulation 11',
    says: 'leave is granted only on the listed grounds, else when applied for in advance and in exceptional circumstances',
    verified: true,
  },
  'leave-exceptional': {
    document: 'pupil-registration-amendment-regulations-2013',
    at: 'regulation 2',
    says: 'the ten days of holiday and the “special circumstances” went on 1 September 2013',
    from: '2013-09-01',
    verified: true,
  },
  'religious-observance': {
    document: WORKING_TOGETHER,
    at: 'code R',
    says: 'a day that the religious body sets apart is an authorised absence by law',
    verified: false,
  },
  'illness-is-no-leave': {
    document: WORKING_TOGETHER,
    at: 'code I',
    says: 'illness is recorded when the school is told of it; it is not leave that a school grants',
    verified: false,
  },
  'persistent-absence': {
    document: WORKING_TOGETHER,
    at: 'persistent and severe absence',
    says: 'persistent absence is missing 10% or more of possible sessions, severe absence 50% or more',
    verified: true,
  },
  'working-together-statutory': {
    document: CURRENT,
    at: 'summary',
    says: 'the guidance is statutory since 19 August 2024; its latest edition is of July 2026',
    verified: true,
  },
  'keeping-safe-current': {
    document: 'keeping-children-safe-2026',
    at: 'title page',
    says: 'the 2026 edition is in force from 1 September 2026',
    verified: true,
  },
  'children-missing-current': {
    document: 'children-missing-education-2025',
    at: 'title page',
    says: 'the text of 8 September 2025 is statutory for schools and authorities',
    verified: true,
  },
  'remote-education-current': {
    document: 'providing-remote-education-2024',
    at: 'title page',
    says: 'the guidance was updated in August 2024',
    verified: true,
  },
  'parental-measures-absorbed': {
    document: WORKING_TOGETHER,
    at: 'chapter 6',
    says: 'the attendance parts of the older guidance on parental responsibility measures are said to stand here now',
    verified: false,
  },
  'ofsted-attendance-and-behaviour': {
    document: CURRENT,
    at: 'inspection',
    says: 'since 10 November 2025 Ofsted reports on “attendance and behaviour”',
    from: '2025-11-10',
    verified: true,
  },
  'attendance-baseline': {
    document: CURRENT,
    at: 'arithmetic',
    says: 'a school year of 190 days has 380 sessions; a day is two sessions',
    verified: true,
  },
} as const satisfies Record<string, Provision>;
