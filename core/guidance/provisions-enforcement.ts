import type { Provision } from './provision.ts';

const PENALTY = 'penalty-notices-amendment-regulations-2024';
const WORKING_TOGETHER = 'working-together-2024';

/** On penalty notices and the other legal measures. */
export const ENFORCEMENT_PROVISIONS = {
  'penalty-amounts': {
    document: PENALTY,
    at: 'regulation 4',
    says: 'a first notice is £80 within 21 days, else £160 within 28; a second within three years is £160 within 28 days',
    verified: true,
  },
  'penalty-threshold': {
    document: WORKING_TOGETHER,
    at: 'chapter 6, the national framework',
    says: 'a notice is considered at 10 sessions of unauthorised absence within a rolling 10 school weeks',
    verified: true,
  },
  'penalty-considered': {
    document: WORKING_TOGETHER,
    at: 'chapter 6, the national framework',
    says: 'at the threshold each case is considered by itself; no notice is automatic',
    verified: true,
  },
  'penalty-support-first': {
    document: WORKING_TOGETHER,
    at: 'chapter 6, the national framework',
    says: 'a notice follows support that has not worked or was not taken up, unless support is not appropriate, as for a holiday',
    verified: true,
  },
  'penalty-limit': {
    document: WORKING_TOGETHER,
    at: 'chapter 6, the national framework',
    says: 'at most two notices go to one parent for one child within three years; then another measure is considered',
    verified: true,
  },
  'penalty-issuers': {
    document: 'penalty-notices-regulations-2007',
    at: 'regulations 11 to 13',
    says: 'authority officers, head teachers, deputies authorised by them, and the police issue notices; the money goes to the authority',
    verified: true,
  },
  'penalty-code-of-conduct': {
    document: 'penalty-notices-regulations-2007',
    at: 'regulation 14',
    says: 'each authority keeps a code of conduct, now within the national framework',
    verified: true,
  },
  'penalty-unpaid': {
    document: 'penalty-notices-regulations-2007',
    at: 'unpaid notices',
    says: 'after 28 days the authority prosecutes or withdraws; there is no appeal laid down by law',
    verified: true,
  },
  'notice-to-improve': {
    document: WORKING_TOGETHER,
    at: 'chapter 6, Notices to Improve',
    says: 'where support is appropriate a Notice to Improve is the last chance before a penalty notice, over three to six weeks',
    verified: true,
  },
  'attendance-contracts': {
    document: WORKING_TOGETHER,
    at: 'paragraphs 138 to 150 (February 2024)',
    says: 'a formal agreement with parents on attendance is an attendance contract; it is voluntary and no punishment',
    verified: true,
  },
  'supervision-order-compliance': {
    document: 'children-act-1989',
    at: 'schedule 3, paragraph 18',
    says: 'a parent who persistently fails to comply with directions under an order commits an offence, with a fine up to level 3',
    verified: true,
  },
  'court-fines': {
    document: 'education-act-1996',
    at: 'section 444',
    says: 'failure to secure regular attendance: up to level 3 (£1,000); knowingly: up to level 4 (£2,500), three months in prison, or both',
    verified: true,
  },
  'register-offence': {
    document: 'education-act-1996',
    at: 'section 434(6)',
    says: 'failing to keep the registers as the regulations require is an offence',
    verified: true,
  },
} as const satisfies Record<string, Provision>;
