/**
 * The Acts, regulations and guidance that English attendance policies cite, each edition with the dates between
 * which it is the one to cite. A reader names them by id; rules judge by their dates.
 */
export interface GuidanceDocument {
  readonly id: string;
  /** What all editions of one guidance share; a reference without an edition names this. An Act or an instrument: its id. */
  readonly series: string;
  readonly title: string;
  readonly kind: 'act' | 'regulations' | 'statutory-guidance' | 'guidance';
  /** A year, or a month and year as the title page prints it; null where the title has none. */
  readonly edition: string | null;
  readonly url: string;
  /** First day, YYYY-MM-DD; null when we have not established it. */
  readonly inForceFrom: string | null;
  /** Last day, YYYY-MM-DD; null while it is current. */
  readonly inForceTo: string | null;
  /** The id of the document to cite instead. */
  readonly supersededBy?: string;
  /** True when the edition and its dates were traced to a public copy; false when they still need a person's check. */
  readonly verified: boolean;
}

const LAW = 'https://www.legislation.gov.uk';
const DFE = 'https://www.gov.uk/government/publications';

type Dates = Pick<GuidanceDocument, 'inForceFrom' | 'inForceTo' | 'verified'> & { supersededBy?: string };
const current: Dates = { inForceFrom: null, inForceTo: null, verified: false };
const traced: Dates = { ...current, verified: true };

function act(id: string, title: string, edition: string, number: string, dates: Dates = current): GuidanceDocument {
  return { id, series: id, title, kind: 'act', edition, url: `${LAW}/${number}`, ...dates };
}

function regulations(
  id: string,
  title: string,
  edition: string,
  number: string,
  dates: Dates = current,
): GuidanceDocument {
  return { id, series: id, title, kind: 'regulations', edition, url: `${LAW}/uksi/${number}`, ...dates };
}

/** Superseded by the School Attendance (Pupil Registration) (England) Regulations 2024. */
const until2024: Dates = {
  inForceFrom: null,
  inForceTo: '2024-08-18',
  supersededBy: 'pupil-registration-regulations-2024',
  verified: true,
};
const WORKING_TOGETHER = {
  series: 'working-together',
  title: 'Working together to improve school attendance',
  url: `${DFE}/working-together-to-improve-school-attendance`,
} as const;
const KEEPING_SAFE = {
  series: 'keeping-children-safe',
  title: 'Keeping children safe in education',
  kind: 'statutory-guidance',
  url: `${DFE}/keeping-children-safe-in-education--2`,
} as const;
const CHILDREN_MISSING = {
  series: 'children-missing-education',
  title: 'Children missing education',
  kind: 'statutory-guidance',
  url: `${DFE}/children-missing-education`,
} as const;
const REMOTE = {
  series: 'providing-remote-education',
  title: 'Providing remote education',
  kind: 'guidance',
  url: `${DFE}/providing-remote-education-guidance-for-schools`,
} as const;

function guidance(
  id: string,
  title: string,
  kind: 'statutory-guidance' | 'guidance',
  page: string,
  dates: Dates = current,
  edition: string | null = null,
): GuidanceDocument {
  return { id, series: id, title, kind, edition, url: `${DFE}/${page}`, ...dates };
}

/** A yearly edition of Keeping children safe in education, in force from one 1 September to the next. */
function keepingSafe(year: number, latest: number): GuidanceDocument {
  return {
    ...KEEPING_SAFE,
    id: `keeping-children-safe-${year}`,
    edition: String(year),
    inForceFrom: `${year}-09-01`,
    inForceTo: year === latest ? null : `${year + 1}-08-31`,
    ...(year === latest ? {} : { supersededBy: `keeping-children-safe-${latest}` }),
    verified: year === latest,
  };
}

const LATEST_KEEPING_SAFE = 2026;

/** Every document that a policy's reference can be matched to. */
export const GUIDANCE_DOCUMENTS: readonly GuidanceDocument[] = [
  act('education-act-1996', 'Education Act 1996', '1996', 'ukpga/1996/56', traced),
  act('education-act-2002', 'Education Act 2002', '2002', 'ukpga/2002/32'),
  act('education-act-2005', 'Education Act 2005', '2005', 'ukpga/2005/18'),
  act('education-act-2011', 'Education Act 2011', '2011', 'ukpga/2011/21'),
  act('education-and-inspections-act-2006', 'Education and Inspections Act 2006', '2006', 'ukpga/2006/40', traced),
  act('education-and-skills-act-2008', 'Education and Skills Act 2008', '2008', 'ukpga/2008/25'),
  act('equality-act-2010', 'Equality Act 2010', '2010', 'ukpga/2010/15', traced),
  act('children-act-1989', 'Children Act 1989', '1989', 'ukpga/1989/41', traced),
  act('children-act-2004', 'Children Act 2004', '2004', 'ukpga/2004/31'),
  act('children-and-families-act-2014', 'Children and Families Act 2014', '2014', 'ukpga/2014/6'),
  act('children-and-young-persons-act-1933', 'Children and Young Persons Act 1933', '1933', 'ukpga/Geo5/23-24/12'),
  act('children-and-young-persons-act-1963', 'Children and Young Persons Act 1963', '1963', 'ukpga/1963/37'),
  act('anti-social-behaviour-act-2003', 'Anti-social Behaviour Act 2003', '2003', 'ukpga/2003/38'),
  act('crime-and-disorder-act-1998', 'Crime and Disorder Act 1998', '1998', 'ukpga/1998/37'),
  act('data-protection-act-2018', 'Data Protection Act 2018', '2018', 'ukpga/2018/12'),
  act('human-rights-act-1998', 'Human Rights Act 1998', '1998', 'ukpga/1998/42'),
  // Royal Assent 29 April 2026; its attendance provisions wait for a day to be appointed.
  act(
    'childrens-wellbeing-and-schools-act-2026',
    "Children's Wellbeing and Schools Act 2026",
    '2026',
    'ukpga/2026/21',
    traced,
  ),
  regulations(
    'pupil-registration-regulations-2024',
    'School Attendance (Pupil Registration) (England) Regulations 2024',
    '2024',
    '2024/208',
    { inForceFrom: '2024-08-19', inForceTo: null, verified: true },
  ),
  regulations(
    'pupil-registration-regulations-2006',
    'Education (Pupil Registration) (England) Regulations 2006',
    '2006',
    '2006/1751',
    until2024,
  ),
  regulations(
    'pupil-registration-amendment-regulations-2010',
    'Education (Pupil Registration) (England) (Amendment) Regulations 2010',
    '2010',
    '2010/1725',
    until2024,
  ),
  regulations(
    'pupil-registration-amendment-regulations-2011',
    'Education (Pupil Registration) (England) (Amendment) Regulations 2011',
    '2011',
    '2011/1625',
    until2024,
  ),
  regulations(
    'pupil-registration-amendment-regulations-2013',
    'Education (Pupil Registration) (England) (Amendment) Regulations 2013',
    '2013',
    '2013/756',
    until2024,
  ),
  regulations(
    'pupil-registration-amendment-regulations-2016',
    'Education (Pupil Registration) (England) (Amendment) Regulations 2016',
    '2016',
    '2016/792',
    until2024,
  ),
  regulations(
    'penalty-notices-regulations-2007',
    'Education (Penalty Notices) (England) Regulations 2007',
    '2007',
    '2007/1867',
    traced,
  ),
  regulations(
    'penalty-notices-amendment-regulations-2012',
    'Education (Penalty Notices) (England) (Amendment) Regulations 2012',
    '2012',
    '2012/1046',
  ),
  regulations(
    'penalty-notices-amendment-regulations-2013',
    'Education (Penalty Notices) (England) (Amendment) Regulations 2013',
    '2013',
    '2013/757',
  ),
  regulations(
    'penalty-notices-amendment-regulations-2024',
    'Education (Penalty Notices) (England) (Amendment) Regulations 2024',
    '2024',
    '2024/210',
    { inForceFrom: '2024-08-19', inForceTo: null, verified: true },
  ),
  regulations(
    'performances-regulations-2014',
    'Children (Performances and Activities) (England) Regulations 2014',
    '2014',
    '2014/3309',
  ),
  regulations(
    'individual-pupils-regulations-2013',
    'Education (Information About Individual Pupils) (England) Regulations 2013',
    '2013',
    '2013/2094',
    traced,
  ),
  regulations(
    'parenting-contracts-regulations-2007',
    'Education (Parenting Contracts and Parenting Orders) (England) Regulations 2007',
    '2007',
    '2007/1869',
  ),
  {
    ...WORKING_TOGETHER,
    id: 'working-together-2022',
    kind: 'guidance',
    edition: 'May 2022',
    inForceFrom: '2022-09-01',
    inForceTo: '2024-08-18',
    supersededBy: 'working-together-2026',
    verified: true,
  },
  {
    ...WORKING_TOGETHER,
    id: 'working-together-2024',
    kind: 'statutory-guidance',
    edition: 'August 2024',
    inForceFrom: '2024-08-19',
    inForceTo: '2026-07-08',
    supersededBy: 'working-together-2026',
    verified: true,
  },
  {
    ...WORKING_TOGETHER,
    id: 'working-together-2026',
    kind: 'statutory-guidance',
    edition: 'July 2026',
    inForceFrom: '2026-07-09',
    inForceTo: null,
    verified: true,
  },
  ...[2020, 2021, 2022, 2023, 2024, 2025, 2026].map((year) => keepingSafe(year, LATEST_KEEPING_SAFE)),
  {
    ...CHILDREN_MISSING,
    id: 'children-missing-education-2016',
    edition: 'September 2016',
    inForceFrom: '2016-09-01',
    inForceTo: '2024-08-18',
    supersededBy: 'children-missing-education-2025',
    verified: false,
  },
  {
    ...CHILDREN_MISSING,
    id: 'children-missing-education-2024',
    edition: 'August 2024',
    inForceFrom: '2024-08-19',
    inForceTo: '2025-09-07',
    supersededBy: 'children-missing-education-2025',
    verified: false,
  },
  {
    ...CHILDREN_MISSING,
    id: 'children-missing-education-2025',
    edition: 'September 2025',
    inForceFrom: '2025-09-08',
    inForceTo: null,
    verified: true,
  },
  {
    ...REMOTE,
    id: 'providing-remote-education-2023',
    edition: 'January 2023',
    inForceFrom: '2023-01-01',
    inForceTo: '2024-07-31',
    supersededBy: 'providing-remote-education-2024',
    verified: false,
  },
  {
    ...REMOTE,
    id: 'providing-remote-education-2024',
    edition: 'August 2024',
    inForceFrom: '2024-08-01',
    inForceTo: null,
    verified: true,
  },
  guidance(
    'summary-table',
    'Summary table of responsibilities for school attendance',
    'statutory-guidance',
    'working-together-to-improve-school-attendance',
    current,
    'August 2024',
  ),
  guidance(
    'parental-responsibility-measures',
    'School attendance parental responsibility measures',
    'statutory-guidance',
    'parental-responsibility-measures-for-behaviour-and-attendance',
  ),
  guidance('school-attendance-guidance-2020', 'School attendance guidance', 'guidance', 'school-attendance', {
    inForceFrom: null,
    inForceTo: '2022-08-31',
    supersededBy: 'working-together-2026',
    verified: true,
  }),
  guidance(
    'securing-full-attendance',
    'Framework for securing full attendance: actions for schools and local authorities',
    'guidance',
    'securing-good-attendance-and-tackling-persistent-absence',
    { inForceFrom: null, inForceTo: '2022-08-31', supersededBy: 'working-together-2026', verified: false },
  ),
  guidance(
    'mental-health-and-attendance',
    "Mental health issues affecting a pupil's attendance",
    'guidance',
    'mental-health-issues-affecting-a-pupils-attendance-guidance-for-schools',
    traced,
    'February 2023',
  ),
  guidance(
    'suspension-and-permanent-exclusion',
    'Suspension and permanent exclusion guidance',
    'statutory-guidance',
    'school-exclusion',
    traced,
    'August 2024',
  ),
  guidance(
    'health-needs',
    'Arranging education for children who cannot attend school because of health needs',
    'statutory-guidance',
    'education-for-children-with-health-needs-who-cannot-attend-school',
    traced,
  ),
  guidance(
    'medical-conditions',
    'Supporting pupils with medical conditions at school',
    'statutory-guidance',
    'supporting-pupils-at-school-with-medical-conditions--3',
    traced,
  ),
  guidance(
    'working-together-to-safeguard-children',
    'Working together to safeguard children',
    'statutory-guidance',
    'working-together-to-safeguard-children--2',
  ),
  {
    id: 'convention-on-the-rights-of-the-child',
    series: 'convention-on-the-rights-of-the-child',
    title: 'United Nations Convention on the Rights of the Child',
    kind: 'guidance',
    edition: '1989',
    url: `${DFE}/united-nations-convention-on-the-rights-of-the-child-uncrc-how-legislation-underpins-implementation-in-england`,
    ...current,
  },
];

const BY_ID = new Map(GUIDANCE_DOCUMENTS.map((document) => [document.id, document]));

/** The document of that id, undefined when we list none. */
export function guidanceDocument(id: string): GuidanceDocument | undefined {
  return BY_ID.get(id);
}

/** What a reference may mean: one document for an edition's id, every edition, oldest first, for a series. */
export function documentsNamed(idOrSeries: string): readonly GuidanceDocument[] {
  const one = BY_ID.get(idOrSeries);
  return one ? [one] : GUIDANCE_DOCUMENTS.filter((document) => document.series === idOrSeries);
}
