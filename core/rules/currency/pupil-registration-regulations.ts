import { citeProvision } from '../../guidance/provisions.ts';
import { isElsewhere, isHistory } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const REVOKED = phrase(
  /\b(?:education\s*)?\(?\s*(?:pupil|student)s?[’']?\s+(?:registration|attendance records?)\s*\)?[^.;\d]{0,40}?\b(?:regulations?|regs)\.?,?\s*(?:of\s)?\(?((?:19(?:5[6-9]|9\d)|20(?:0[0-9]|1[0-6])))\b|\b(20(?:0[6-9]|1[0-6])) education \(pupil registration\)\s*(?:\(england\)\s*)?regulations\b|\b2006 (?:(?:pupil )?registration |(?:school )?attendance |education )?regulations\b|\beducation regulations? (?:of )?(2006|201[0136])\b|\b(20(?:0[6-9]|1[0-6])) amendments? (?:of|to) the (?:education )?\(?(?:pupil )?registration\)? regulations\b/gi,
  'registration',
  'education regulation',
  'attendance records',
  'attendance record',
  '2006',
);
const CURRENT = 'School Attendance (Pupil Registration) (England) Regulations 2024';

/** The revoked registration regulations, cited as though they held. */
export const pupilRegistrationRegulations = defineRule({
  id: 'currency/pupil-registration-regulations',
  topic: 'revoked-regulations',
  title: 'The registration regulations cited are those of 2024',
  duty: 'must',
  citations: [citeProvision('regulations-2006-revoked')],
  inForce: { from: '2024-08-19' },
  why: 'The 2006 Regulations and all their amendments were revoked on 19 August 2024; codes, retention and returns changed with them.',
  *check(context) {
    for (const hit of context.find(REVOKED)) {
      if (isHistory(hit) || isElsewhere(hit)) continue;
      const { start, end } = hit;
      const plain = hit.match[0];
      const isWhole =
        /^education/i.test(plain) &&
        /pupil registration/i.test(plain) &&
        /england/i.test(plain) &&
        !/amendment/i.test(plain);
      const year = Number(hit.match[1] ?? hit.match[2] ?? hit.match[3] ?? hit.match[4] ?? 2006);
      const gone = year < 2006 ? 'was replaced long ago' : 'was revoked on 19 August 2024';
      yield {
        message: `“${context.quote({ start, end })}” ${gone}; the ${CURRENT} hold now.`,
        at: { start, end },
        fixes: isWhole ? [{ title: 'Cite the 2024 Regulations', edits: [{ at: { start, end }, text: CURRENT }] }] : [],
      };
    }
  },
  examples: {
    good: [
      {
        title: 'the current ones',
        markdown: 'We follow the School Attendance (Pupil Registration) (England) Regulations 2024.',
      },
      {
        title: 'the old ones as history',
        markdown: 'In 2024 new law replaced the Education (Pupil Registration) (England) Regulations 2006.',
      },
    ],
    bad: [
      {
        title: 'the Regulations of 2006',
        markdown: 'This policy rests on The «Education (Pupil Registration) (England) Regulations 2006» as amended.',
        says: '“Education (Pupil Registration) (England) Regulations 2006” was revoked on 19 August 2024; the School Attendance (Pupil Registration) (England) Regulations 2024 hold now.',
        fixed: 'This policy rests on The School Attendance (Pupil Registration) (England) Regulations 2024 as amended.',
      },
      {
        title: 'named by their year',
        markdown: 'Leave was removed by amendments to the «2006 attendance regulations» in England.',
        says: '“2006 attendance regulations” was revoked on 19 August 2024; the School Attendance (Pupil Registration) (England) Regulations 2024 hold now.',
      },
      {
        title: 'the year before the title',
        markdown: 'In accordance with «2006 Education (Pupil Registration) Regulations» leave is exceptional.',
        says: '“2006 Education (Pupil Registration) Regulations” was revoked on 19 August 2024; the School Attendance (Pupil Registration) (England) Regulations 2024 hold now.',
      },
      {
        title: 'by a name that they never had',
        markdown: 'As the «Education (Student Registration) (England) Regulations 2006» say, leave is exceptional.',
        says: '“Education (Student Registration) (England) Regulations 2006” was revoked on 19 August 2024; the School Attendance (Pupil Registration) (England) Regulations 2024 hold now.',
      },
      {
        title: 'older still',
        markdown: 'Absences are grouped by the «Education (Pupils’ Attendance Records) Regulations 1991».',
        says: '“Education (Pupils’ Attendance Records) Regulations 1991” was replaced long ago; the School Attendance (Pupil Registration) (England) Regulations 2024 hold now.',
      },
      {
        title: 'an amendment',
        markdown: '- «Education (Pupil Registration) (England) (Amendment) Regulations 2013»',
        says: '“Education (Pupil Registration) (England) (Amendment) Regulations 2013” was revoked on 19 August 2024; the School Attendance (Pupil Registration) (England) Regulations 2024 hold now.',
      },
    ],
  },
});
