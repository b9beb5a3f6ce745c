import { describe, expect, it } from 'vitest';
import { documentsNamed, guidanceDocument } from '#core/guidance/documents.ts';
import { legalReferences } from '#core/policy/readers/legal-references.ts';
import { readWith } from './read-with.ts';

/** [title, id] of each reference of a text, in its order. */
function read(text: string): [string, string | undefined][] {
  return readWith(legalReferences, text).flatMap((draft): [string, string | undefined][] =>
    draft.kind === 'legalReference' ? [[draft.title, draft.canonical]] : [],
  );
}

describe('Acts and instruments', () => {
  it.each([
    [
      'Under Section 444(1) and (1A) Education Act 1996',
      'Section 444(1) and (1A) Education Act 1996',
      'education-act-1996',
    ],
    ['Section 444 of the Education Act 1996', 'Section 444 of the Education Act 1996', 'education-act-1996'],
    ['under section 7 of the education act 1996', 'section 7 of the education act 1996', 'education-act-1996'],
    ['Section 444 of the Education Act says so', 'Section 444 of the Education Act', 'education-act-1996'],
    ['The 1996 Education Act2', 'The 1996 Education Act', 'education-act-1996'],
    ['as the 1996 Act says', 'the 1996 Act', 'education-act-1996'],
    [
      'the Education Act 1996 sec. 444(1) and 444(1A)',
      'the Education Act 1996 sec. 444(1) and 444(1A)',
      'education-act-1996',
    ],
    [
      'Anti-Social Behaviour Act 2003, section 23',
      'Anti-Social Behaviour Act 2003, section 23',
      'anti-social-behaviour-act-2003',
    ],
    [
      'Part 7 of [The Education and Inspections Act 2006](#)',
      'Part 7 of The Education and Inspections Act 2006',
      'education-and-inspections-act-2006',
    ],
    [
      'The Education \\(Pupil Registration\\) \\(England\\) Regulations 2006 (As amended)',
      'The Education (Pupil Registration) (England) Regulations 2006 (As amended)',
      'pupil-registration-regulations-2006',
    ],
    [
      'the School Attendance (Pupil Registration) (England) Regulations 2024',
      'the School Attendance (Pupil Registration) (England) Regulations 2024',
      'pupil-registration-regulations-2024',
    ],
    [
      'Pupil Registration Regulations 2006',
      'Pupil Registration Regulations 2006',
      'pupil-registration-regulations-2006',
    ],
    ['amendments to 2007 regulations', '2007 regulations', 'penalty-notices-regulations-2007'],
    ['Marriage Act 1949', 'Marriage Act 1949', undefined],
  ])('%s', (text, title, id) => expect(read(text)).toEqual([[title, id]]));

  it('splits an elided list of years', () =>
    expect(read('The Education Act 1996, 2002 & 2011 apply.')).toEqual([
      ['Education Act 1996', 'education-act-1996'],
      ['Education Act 2002', 'education-act-2002'],
      ['Education Act 2011', 'education-act-2011'],
    ]));
  it('splits amending regulations', () =>
    expect(
      read('Education (Pupil Registration) (England) (Amendment) Regulations 2013 & 2016').map(([, id]) => id),
    ).toEqual(['pupil-registration-amendment-regulations-2013', 'pupil-registration-amendment-regulations-2016']));
  it('keeps two Acts of one sentence apart', () =>
    expect(read('the Equality Act 2010 and the Children Act 1989').map(([, id]) => id)).toEqual([
      'equality-act-2010',
      'children-act-1989',
    ]));
});

describe('guidance', () => {
  it.each([
    [
      "DfE (2024) 'Working together to improve school attendance'",
      "DfE (2024) 'Working together to improve school attendance'",
      'working-together-2024',
    ],
    [
      "We follow 'Working together to improve school attendance' (DfE, July 2026).",
      'Working together to improve school attendance (DfE, July 2026)',
      'working-together-2026',
    ],
    [
      'statutory guidance on working together to improve school attendance',
      'working together to improve school attendance',
      'working-together',
    ],
    [
      '[working together to improve school attendance \\(applies from 19 August 2024\\)](#)',
      'working together to improve school attendance',
      'working-together-2024',
    ],
    [
      "DfE (2025) 'Keeping children safe in education (KCSIE) 2025'",
      "DfE (2025) 'Keeping children safe in education (KCSIE) 2025'",
      'keeping-children-safe-2025',
    ],
    ['Having regard to KCSIE 2023', 'KCSIE 2023', 'keeping-children-safe-2023'],
    [
      'Children Missing Education (DfE, 2016)',
      'Children Missing Education (DfE, 2016)',
      'children-missing-education-2016',
    ],
    [
      'Supporting pupils at school with medical conditions (DfE 2015)',
      'Supporting pupils at school with medical conditions (DfE 2015)',
      'medical-conditions',
    ],
    [
      'the UN Convention on the Rights of the Child',
      'UN Convention on the Rights of the Child',
      'convention-on-the-rights-of-the-child',
    ],
    ["DfE (2019) 'Healthy schools rating'", "DfE (2019) 'Healthy schools rating'", undefined],
  ])('%s', (text, title, id) => expect(read(text)).toEqual([[title, id]]));
});

describe('words that cite nothing', () => {
  it.each([
    ['Children missing education can act as a vital sign.'],
    ['See our Children Missing Education Policy.'],
    ['Supporting Pupils with Medical Conditions Policy'],
    ['We are working together to improve attendance at our school.'],
    ['Parents and children act on advice. In 2024 regulations changed.'],
    ['The Act says so. Our Regulations are kept.'],
    ['An act of kindness in 2024'],
    ['suspension and permanent exclusion'],
  ])('%s', (text) => expect(read(text)).toEqual([]));
});

describe('the list of documents', () => {
  it('supersedes only by documents that it holds', () => {
    for (const document of documentsNamed('working-together'))
      if (document.supersededBy) expect(guidanceDocument(document.supersededBy)).toBeDefined();
  });
  it('gives every edition of a series, and one document for its own id', () => {
    expect(documentsNamed('working-together').map((document) => document.edition)).toEqual([
      'May 2022',
      'August 2024',
      'July 2026',
    ]);
    expect(documentsNamed('equality-act-2010')).toHaveLength(1);
    expect(documentsNamed('no-such-act')).toEqual([]);
  });
});
