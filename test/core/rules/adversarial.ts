/** Sentences set as traps, each with what a careful reader says of it. */

/** What is wrong, by the topic a finding should have: awkward wordings of real mistakes. */
export const wrong: Readonly<Record<string, readonly string[]>> = {
  'penalty-amounts': [
    'The penalty is £60, rising to £120 if it has not been paid after 21 days.',
    'Parents who are fined have 21 days in which to pay sixty pounds (£60); after that it doubles to £120.',
    'A penalty notice costs each parent £120 per child, reduced to £60 for prompt payment.',
    'A first penalty notice is £80 if paid within 28 days and £160 if paid within 42 days.',
    'For a second penalty notice within three years the charge is £80 if you pay within 21 days.',
    'Fines for unauthorised holidays are currently £60 per parent per child.',
  ],
  'penalty-threshold': [
    'We may ask for a penalty notice once a pupil has had 14 unauthorised sessions in a term.',
    'A fine is considered when attendance drops under 85%.',
    'A penalty notice may be requested after 20 half-day sessions of unauthorised absence in a rolling academic year.',
    'Ten unauthorised sessions in any six-week period make a family liable to a penalty notice.',
    'Penalty notices are considered where a child has 5 or more days of unauthorised absence in any half term.',
  ],
  'automatic-penalty': [
    'If you book a holiday without our agreement a penalty notice will be issued.',
    'Every family that reaches 10 unauthorised sessions in 10 school weeks automatically receives a penalty notice.',
    'Parents who take five days of unauthorised leave will always be fined.',
    'Reaching ten unauthorised sessions in ten school weeks triggers an automatic fine.',
  ],
  'penalty-limit': [
    'Up to three penalty notices may be issued to a parent for the same child in a three-year period.',
    'There is no limit to the number of penalty notices a parent can be given for one child.',
    'A maximum of two penalty notices can be issued to a parent in any one academic year.',
  ],
  'notice-to-improve': [
    'The Notice to Improve gives a family 12 weeks in which to put things right.',
    'The improvement period in a Notice to Improve lasts for one week.',
    'Before a penalty notice a formal warning letter gives the parent 15 school days with no absence.',
  ],
  'support-first': [
    'We do not need to offer any support before we ask for a penalty notice for irregular attendance.',
    'Legal action comes first; support is offered only once the penalty notice has been paid.',
  ],
  'penalty-issuer': [
    'Penalty notices are issued by the Department for Education.',
    'The court issues the penalty notice to the parent.',
  ],
  'legal-measures': [
    'A parent who is prosecuted may be fined up to £5,000 or sent to prison for six months.',
    'Failing to comply with an education supervision order will result in a fine.',
    'An attendance contract is legally binding on the parent.',
  ],
  'register-window': [
    'Registers open at 8.40am and close at 9.30am.',
    'The register stays open for an hour.',
    'Morning registration closes sixty minutes after it begins.',
    'The morning register is open for 30 minutes and the afternoon register for 10 minutes.',
  ],
  'late-code': [
    'A pupil who arrives after the register has closed is marked L.',
    'Code U is for pupils who arrive before the register closes.',
    'Children who come in late after registration has closed are marked as late (code L).',
  ],
  retention: [
    'Attendance registers are kept for three years.',
    'Each entry in the register is preserved for 3 years after it was made.',
    'We destroy register entries after four years.',
  ],
  'electronic-register': [
    'Class teachers fill in a paper register twice a day.',
    'The attendance register may be kept manually or electronically.',
  ],
  'data-sharing': ['The Department for Education collects our attendance data once a term through the school census.'],
  'retired-code': [
    'An agreed family holiday (H) is entered by the office.',
    'Code H is used for a family holiday that the school has agreed.',
    'An interview is recorded with code J.',
    'Where transport fails, code Y is entered: unable to attend due to exceptional circumstances.',
    'We use code F for an extended family holiday that has been agreed.',
  ],
  'wrong-code-class': [
    'Authorised absence includes educational visits (code V) and sporting activity (code P).',
    'Code U counts as present.',
    'Illness (code I) is an unauthorised absence.',
    'Pupils who are suspended (code E) are not counted as absent.',
    'Code Q is an authorised absence.',
  ],
  'n-code-deadline': [
    'Code N is changed once ten school days have gone by without a reason.',
    'If no reason has been given after two weeks, N becomes O.',
    'Code N may stay in the register until the end of term.',
  ],
  'o-on-day-one': [
    'If no reason has been given by 9.30am on the day, the absence is coded O.',
    'Absences with no reason are immediately recorded as unauthorised (code O) on the first day.',
  ],
  'closure-code': [
    'Code # is used when only some year groups are in school.',
    'We use # for staggered starts in September.',
  ],
  'remote-education': [
    'Pupils who join lessons online from home are marked as present.',
    'A child learning remotely is given code B.',
  ],
  'absence-definition': [
    'A pupil is persistently absent when attendance is 85% or lower.',
    'Persistent absence means missing 20% or more of sessions.',
    'Severe absence is when a pupil misses 30% or more of school.',
  ],
  'definition-boundary': [
    'Persistent absentees are pupils with attendance below 90%.',
    'Severely absent pupils are those who miss more than 50% of their sessions.',
    'Persistent absence is defined as attendance of less than 90%.',
  ],
  'leave-of-absence': [
    'Families may take up to ten days of holiday in term time each year.',
    'Leave in term time is never authorised under any circumstances.',
    'Requests for holidays are automatically refused.',
    'The head may authorise up to 5 days of holiday if attendance is above 95%.',
  ],
  'religious-observance': ['No more than two days of religious observance will be authorised in a year.'],
  'medical-evidence': [
    'A note from the doctor must be provided for every absence through illness.',
    'Any absence for sickness will not be authorised without medical evidence.',
    'We always ask for proof of illness.',
  ],
  'part-time-timetable': [
    'A part-time timetable may be used to manage a pupil’s behaviour.',
    'Reduced timetables have no end date and go on for as long as the school thinks fit.',
  ],
  'deletion-from-register': [
    'A pupil absent for 20 consecutive school days without authorisation is removed from roll.',
    'A child who is not back within 10 school days of the end of a holiday loses their place.',
    'A name stays on our roll until a new school has been found, whatever the ground for deletion.',
  ],
  'attendance-return': [
    'We tell the local authority when a pupil has been absent without authorisation for 20 school days.',
  ],
  'sickness-return': ['We inform the local authority if a pupil is ill for more than 15 school days.'],
  'revoked-regulations': [
    'This policy complies with the Education (Pupil Registration) (England) Regulations 2006.',
    'Registers are kept as required by the Pupil Registration Regulations 2006 (as amended).',
    'Under the Education (Pupil Registration) (England) (Amendment) Regulations 2013, holidays are not granted.',
  ],
  'stale-guidance': [
    'We follow Keeping Children Safe in Education (2023).',
    'This policy has regard to KCSIE 2025.',
    'See Children Missing Education (DfE, September 2016).',
    'We follow the non-statutory guidance Working together to improve school attendance (2022).',
    'This policy is based on School attendance: guidance for schools (August 2020).',
  ],
  terms: [
    'Parents may be asked to sign a parenting contract about attendance.',
    'Ofsted considers attendance as part of the behaviour and attitudes judgement.',
    'Pupils returning from a fixed-term exclusion meet the head of year.',
  ],
  'review-overdue': ['Next review date: September 2024.'],
  arithmetic: [
    'Attendance of 90% over a year means 29 days of school missed.',
    'Ten days of absence is ten sessions.',
    '95% attendance is the same as missing 19 days in a school year.',
  ],
  'time-format': ['The school day begins at 8.75am.', 'Gates close at 25:10.'],
  'empty-link': ['Read the [full guidance]() before you apply.'],
  placeholder: [
    'Leave requests go to ____________ in the office.',

    'Our attendance champion is [insert name].',
    'Ring the office on XXXXX XXXXXX.',
    'The register closes at [TIME].',
    'Contact: TBC.',
  ],
  'leftover-note': ['Note to author: remove this paragraph before the policy is published.'],
};

/** What is sound, by the topic that it looks like but is not. */
export const sound: Readonly<Record<string, readonly string[]>> = {
  'penalty-amounts': [
    'A pupil in a public place in the first five days of a suspension may cost the parent a notice of £60 or £120.',
    'Where an excluded child is found in a public place without good reason, the notice is £60 if paid in 21 days and £120 if paid in 28.',
    'Until August 2024 the fine was £60; it is now £80 if paid within 21 days and £160 within 28.',
    'In Wales a fixed penalty is £60, or £120 if it is paid late.',
    'A penalty notice is £160 if it is paid within 28 days, or £80 if it is paid within 21.',
    'A second notice within three years is charged at the flat rate of £160, payable within 28 days.',
    'The Year 6 residential costs £120, with a deposit of £60.',
    'The uniform grant is £60 for each child.',
    'The fine is £80 per parent, per child, if paid within 21 days, and then £160 up to day 28.',
  ],
  'penalty-threshold': [
    'A penalty notice is considered after 10 sessions of unauthorised absence in a rolling 10 school weeks.',
    'Ten sessions, which is usually five school days, of unauthorised absence within ten school weeks lead us to consider a notice.',
    'When attendance drops under 85% the pastoral lead visits the family at home.',
    'A pupil with 14 unauthorised sessions in a term meets the head of year.',
    'No percentage of attendance leads to a penalty notice by itself.',
    'The authority used to fine after 14 sessions in a term; since August 2024 the threshold is 10 sessions in 10 school weeks.',
  ],
  'automatic-penalty': [
    'A penalty notice is never issued automatically.',
    'A notice may be issued once the case has been considered.',
    'Parents will not be fined without a conversation first.',
    'Penalty notices will only be issued when support has not worked.',
    'Where a notice is issued, each parent will be sent a copy.',
    'If a penalty notice is issued it will be issued by the local authority.',
  ],
  'penalty-limit': [
    'No more than two penalty notices may be issued to a parent for the same child within three years.',
    'A third penalty notice is not issued in the three years; the council may prosecute instead.',
    'Three notices about nits went home this term.',
  ],
  'notice-to-improve': [
    'A Notice to Improve is not needed for a holiday in term time.',
    'A Notice to Improve runs for between three and six weeks.',
    'The school used to send warning letters; a Notice to Improve is sent now.',
    'The school has not been given a notice to improve by the trust.',
  ],
  'support-first': [
    'Support is offered before any penalty notice, unless it is not appropriate, as with a holiday.',
    'We never go straight to a penalty notice.',
  ],
  'penalty-issuer': [
    'Penalty notices are issued by the local authority.',
    'A notice can be issued by an authorised officer of the council, a headteacher or the police.',
  ],
  'legal-measures': [
    'A parent convicted of the more serious offence may be fined up to £2,500 or imprisoned for up to three months.',
    'A parent convicted under section 444(1) may be fined up to £1,000.',
    'An attendance contract is not legally binding.',
    'A parent who persistently fails to follow the directions of an education supervision order may be fined.',
  ],
  'register-window': [
    'The register opens at 8.45am and closes at 9.15am.',
    'Breakfast club runs for an hour from 7.45am.',
    'The register is never open for more than 30 minutes.',
    'The school day lasts from 8.40am to 3.20pm, and lunch from 12.10pm to 1.00pm.',
    'Pupils may arrive at any time in the 45 minutes before the register opens.',
  ],
  'late-code': [
    'A pupil who arrives before the register closes is marked L; after that the mark is U.',
    'Pupils arriving after the register has closed are never marked L.',
    'Code U, not L, is entered once the register has closed.',
  ],
  retention: [
    'Register entries are kept for six years.',
    'Two penalty notices can be issued in three years.',
    'Entries used to be kept for three years; they are now kept for six.',
    'CCTV recordings are kept for 30 days and accident forms for three years.',
  ],
  'electronic-register': [
    'Registers are kept electronically; a paper list is used only for fire drills.',
    'Paper registers are no longer used.',
  ],
  'retired-code': [
    'The Y6 leavers’ assembly is on Friday.',
    'Code J is no longer used; interviews are J1.',
    'H block is closed for repairs.',
    'Y code pupils moved up: Y5 and Y6 share a classroom.',
    'Code Y6 is used where a pupil is kept away by public health advice.',
    'The codes H, J and Y were withdrawn in August 2024.',
    'Visitors should report to Reception J.',
  ],
  'wrong-code-class': [
    'Educational visits (code V) are not absence.',
    'Illness (code I) is an authorised absence.',
    'Code U is an unauthorised absence and does not count as present.',
    'Code E is an authorised absence.',
    'N counts as unauthorised until the reason is known.',
  ],
  'n-code-deadline': [
    'Code N is changed within five school days.',
    'Code N must not stay in the register for ten days.',
    'Parents are asked for a reason as soon as they can, and N is put right no later than five school days on.',
  ],
  'o-on-day-one': [
    'Code O is never entered on the first day of absence.',
    'If the reason turns out not to be a good one, the absence is recorded as unauthorised.',
    'On the first day with no reason we enter N.',
  ],
  'closure-code': [
    'Code # is used only when the whole school is closed as planned.',
    'Code # is not used for staggered starts.',
  ],
  'remote-education': [
    'Pupils learning remotely are recorded as absent.',
    'Remote education is never coded B.',
    'Pupils taught at a hospital school by its staff may be marked B.',
  ],
  'absence-definition': [
    'Persistent absence is missing 10% or more of possible sessions.',
    'A pupil whose attendance is 90% or lower is persistently absent.',
    'When attendance falls under 85% a panel meets.',
    'Until 2015 persistent absence meant missing 15% of sessions; now it is 10% or more.',
    'We want fewer than 15% of our pupils to be persistently absent.',
    'Twenty per cent of our pupils were persistently absent last year.',
  ],
  'definition-boundary': [
    'Attendance below 90% leads to a letter.',
    'Severe absence is missing 50% or more of sessions.',
    'A pupil below 90% is also below the figure at which absence becomes persistent.',
  ],
  'leave-of-absence': [
    'Leave is granted only in exceptional circumstances, and each request is considered on its own facts.',
    'We do not refuse any request automatically.',
    'The law gives no right to a holiday in term time.',
    'Staff may take up to ten days of holiday between contracts.',
    'Before 2013 heads could grant ten days of holiday; they no longer can.',
  ],
  'religious-observance': [
    'There is no fixed limit on days of religious observance.',
    'Days set apart by the religious body to which the parent belongs are coded R.',
  ],
  'medical-evidence': [
    'We do not ask for a doctor’s note for every illness.',
    'Medical evidence is needed only where there is genuine and reasonable doubt about the illness.',
    'A doctor’s letter is never required for a day’s illness.',
    'Medical evidence must be provided for prescribed medicines kept at school.',
  ],
  'part-time-timetable': [
    'A part-time timetable is not used to manage behaviour.',
    'Part-time timetables are for very exceptional circumstances, have an end date and are reviewed with the parents.',
    'Part-time staff keep a timetable in the office.',
  ],
  'deletion-from-register': [
    'A pupil absent for 20 school days is removed only after the school and the council have made joint enquiries.',
    'A pupil is not removed from roll merely because of 20 days of absence.',
    'We never take a pupil off roll to improve our figures.',
  ],
  'attendance-return': [
    'We tell the local authority when a pupil has been absent without authorisation for 10 school days in a row.',
    'The governors are told of anyone away for 20 days.',
  ],
  'sickness-return': [
    'We tell the local authority when a pupil has missed, or is likely to miss, 15 school days through illness.',
    'Staff who are ill for more than 15 days see occupational health.',
  ],
  'revoked-regulations': [
    'The 2024 Regulations replaced the Education (Pupil Registration) (England) Regulations 2006.',
    'The Education (Pupil Registration) (England) Regulations 2006 were revoked on 19 August 2024.',
    'References in older letters to the 2006 Regulations should now be read as references to the 2024 Regulations.',
    'In Wales the Education (Pupil Registration) (Wales) Regulations 2010 apply.',
    'The Education (Penalty Notices) (England) Regulations 2007 as amended in 2024 apply.',
    'The academy no longer follows the Pupil Registration Regulations 2006.',
  ],
  'stale-guidance': [
    'We follow Keeping Children Safe in Education 2026.',
    'Keeping Children Safe in Education 2026 replaced the 2025 edition.',
    'Children Missing Education was reissued in September 2025; the 2016 edition is withdrawn.',
    'Working together to improve school attendance was first published in 2022 and became statutory in August 2024.',
  ],
  terms: [
    'What used to be called a parenting contract is now an attendance contract.',
    'A permanent exclusion is coded E.',
    'A parenting contract for behaviour may be offered after a suspension.',
    'The teacher’s own behaviour and attitudes to attendance matter.',
  ],
  'review-overdue': ['Next review date: September 2027.', 'This policy was last reviewed in September 2026.'],
  arithmetic: [
    'Attendance of 90% over a year means 19 days, or 38 sessions, missed.',
    'Ten days are twenty sessions.',
    'A pupil who misses half a day each week has attendance of 90%.',
    '95% attendance is about 10 days missed.',
  ],
  'time-format': ['The bell goes at 8.45am.', 'Fees are £8.75 a day.', 'Section 8.75 of the handbook is about trips.'],
  placeholder: [
    'Our attendance champion [see the contacts page](https://example.org/contacts) is Mrs Idowu.',
    'The parent [or carer] signs the form.',
    'Sizes run from S to XXXL.',
  ],
  'phase-mismatch': [
    'Year 6 pupils visit their secondary school in July.',
    'Former pupils now taking GCSEs come back to speak to Year 6.',
  ],
};

/** What the rule book still gets wrong. A sentence leaves this list when a rule reads it. */
export const beyond: readonly string[] = [
  'Leave requests go to ____________ in the office.',
  'An agreed family holiday (H) is entered by the office.',
];
