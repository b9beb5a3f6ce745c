/** Habits that were met on pages of others, in sentences of our own. */
export const WRITTEN_SAME_HABITS: readonly (readonly [topic: string, text: string])[] = [
  ['late-code', 'Children who come in within ten minutes of registration closing are still given an L.'],
  ['late-code', 'A child who is late without a proper excuse is marked as an unauthorised absence.'],
  ['retention', 'We hold every register entry for five years.'],
  ['retention', 'Attendance data: current school year plus two.'],
  ['penalty-limit', 'Up to four notices may be sent to one parent in three years.'],
  ['penalty-limit', 'First penalty notice £80, second £160, third notice £240.'],
  ['data-sharing', 'The business manager uploads attendance data to the DfE once a term.'],
  ['register-amendment', 'If a code needs to be altered, we note the old code and the new code.'],
  ['register-window', 'The register is taken at nine. It is then left open for forty-five minutes.'],
  [
    'wrong-code-class',
    '# Codes\n\n- I illness\n- W work experience, which is an authorised absence\n- O no good reason',
  ],
  ['wrong-code-class', 'Authorised absences are C, E, I, M, P and R.'],
  [
    'legal-measures',
    'Under section 444(1) of the Education Act 1996 a parent may be fined. The magistrates can also send them to prison.',
  ],
  ['present-mark', '# Codes\n\n- Present: I in the morning and \\ in the afternoon\n- L: late'],
  [
    'arithmetic',
    'After three late marks the tutor rings home. After a further three (6 in all) there is a detention. After a further three (8 in all) we write.',
  ],
  [
    'penalty-threshold',
    'Penalty notices come from the council.\n\nThe school considers asking for one where 10 unauthorised sessions fall within eight school weeks.',
  ],
  ['stale-guidance', '- Children missing education, 2016'],
  [
    'contents-mismatch',
    'Contents\n\n1. Aims\n2. Registers\n3. Absence\n4. Leave\n\n# 1. Aims\n\nWe want children in school.\n\n# 2. Registers\n\nThey are electronic.\n\n# 3. Absence\n\nPlease ring.\n\n# 4. Leave\n\nPlease ask.\n\n# 5. Codes\n\nSee the office.',
  ],
  ['register-window', 'The register opens at 8.50am. It closes at 9.20am for Juniors and at 9.00am for Infants.'],
  ['notice-to-improve', 'The Notice to Improve lasts for a fortnight.'],
];

export const LEFT_ALONE_SAME_HABITS: readonly string[] = [
  'A child who is late after the register has closed without a good reason is marked as an unauthorised absence.',
  'Persistent lateness may be treated as unauthorised absence.',
  'A pupil at 75% has missed 47.5 days, which is 95 sessions.',
  'If someone has to change a mark, the register shows what it was before, what it is now, why, when and by whom.',
  'Governors hold a meeting about registers every two years.',
  'Authorised absences are C, E, I, M and R.',
  'Under section 444(1) a parent may be fined up to £1,000. Under section 444(1A), where the parent knew, prison is possible.',
  'After three late marks the tutor rings home. After a further three (6 in all) there is a detention.',
  'The school looks at each family after a fortnight of the support plan, and may then ask for a Notice to Improve.',
  'The trust has two schools. A pupil may be sent home at lunchtime only when ill.',
  'If a pupil is marked present and goes missing after registration closes, the office rings home.',
  'Our attendance officer explains penalty notices to parents.',
  'Every parent who asks gets a copy of the penalty notice leaflet.',
  'Ringing us before any help is offered elsewhere is the best first step.',
];
