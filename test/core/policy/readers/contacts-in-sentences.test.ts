import { describe, expect, it } from 'vitest';
import { parsePolicy } from '#core/policy/parse.ts';

/** Whom one reaches for what, each once, in the order of the alphabet. */
function read(text: string): string {
  const found = parsePolicy(text).facts.flatMap((fact) =>
    fact.kind === 'contact' ? [`${fact.for} ${fact.phone ?? fact.email}`] : [],
  );
  return [...new Set(found)].sort().join(', ');
}

describe('numbers and addresses in sentences', () => {
  it.each([
    ['The number for absences is 01632 960 118, which has an answerphone.', 'absence 01632 960 118'],
    ['Leave a message on the answerphone (01632 960118) before 8.30.', 'absence 01632 960118'],
    ['You can also use the absence form or write to office@elm.example.org.', 'absence office@elm.example.org'],
    ['Parents ring 01632 960118 by 8.45 and say why their child is not in school.', 'absence 01632 960118'],
    [
      'Parents should ring the school office on 01632 960118 as soon as they know that their child will not be in.',
      'absence 01632 960118',
    ],
    ['If your child is too ill to come in, ring 01632 960118 and choose 1.', 'absence 01632 960118'],
    ['If your child is ill, ring the school. The number is 01632 960118.', 'absence 01632 960118'],
    [
      'If your child cannot come to school, tell us by 8.30am each day. You can ring 01632 960118, text 07700 900123 or email office@elm.example.org.',
      'absence 01632 960118, absence 07700 900123, absence office@elm.example.org',
    ],
    ['Our attendance officer, Mrs Lee, is on 01632 960118 from 8 until 4.', 'attendance 01632 960118'],
    ['You can speak to Mrs Lee, our attendance officer, on 01632 960118.', 'attendance 01632 960118'],
    [
      'Mrs Lee looks after attendance. You can reach her on 01632 960118 or at lee@elm.example.org.',
      'attendance 01632 960118, attendance lee@elm.example.org',
    ],
    ["For help with attendance, speak to your child's form tutor or ring 01632 960118.", 'attendance 01632 960118'],
    ['Any questions about attendance go to Mr Cole at cole@elm.example.org.', 'attendance cole@elm.example.org'],
    [
      'If your child finds it hard to come to school, talk to us: help@elm.example.org.',
      'attendance help@elm.example.org',
    ],
    [
      'Families who need help to get their children to school can write to family@elm.example.org.',
      'attendance family@elm.example.org',
    ],
    ["The county's attendance team can be reached on 01632 960555.", 'localAuthority 01632 960555'],
    [
      "The council's education welfare service is on 01632 960555 or at welfare@council.example.org.",
      'localAuthority 01632 960555, localAuthority welfare@council.example.org',
    ],
    ['Penalty notices are handled by the local authority (01632 960555).', 'localAuthority 01632 960555'],
    ['Messages about absence can be left at any hour on 01632 960118.', 'absence 01632 960118'],
    ["Please text 07700 900123 with your child's name, class and reason for absence.", 'absence 07700 900123'],
    ['We ask that you call before 9.00am on 01632 960118.', 'absence 01632 960118'],
    ["Please call 01632 960118 before 9 o'clock.", 'absence 01632 960118'],
    ['Day 1: parent calls 01632 960118.', 'absence 01632 960118'],
    ['On the first day a parent telephones 01632 960118.', 'absence 01632 960118'],
    ['Ring or text (07700 900123) before school starts.', 'absence 07700 900123'],
    [
      'Tell us on the first day: 01632 960118 (option 2) or absence@elm.example.org.',
      'absence 01632 960118, absence absence@elm.example.org',
    ],
    ['Requests for leave are sent to leave@elm.example.org.', 'attendance leave@elm.example.org'],
    ['Please send medical evidence to office@elm.example.org.', 'absence office@elm.example.org'],
    ['If you are running late, ring reception on 01632 960118.', 'absence 01632 960118'],
    ['The absence line (01632 960118) is open all day and night.', 'absence 01632 960118'],
    [
      'If your child is unwell, email our office at office@elm.example.org with the reason.',
      'absence office@elm.example.org',
    ],
    [
      'Email is best: office@elm.example.org by 8.30, with the reason why your child is off.',
      'absence office@elm.example.org',
    ],
    ['When your child is off school, let us know on 01632 960118.', 'absence 01632 960118'],
    ['If your child is off, ring 01632 960118 and pick option 1.', 'absence 01632 960118'],
    ['Unwell today? Call 01632 960118.', 'absence 01632 960118'],
    ['Not well enough for school? 01632 960118 before 8.45am.', 'absence 01632 960118'],
    ['Contact the school on 01632 960118 by 9am each day that your child is away.', 'absence 01632 960118'],
    ['Parents are to notify school on 01632 960118, every day, with a reason.', 'absence 01632 960118'],
    ["Worried about your child's attendance? Ring Mrs Lee on 01632 960118.", 'attendance 01632 960118'],
    [
      'If you are worried about getting your child into school, our family worker is on 07700 900123.',
      'attendance 07700 900123',
    ],
    ['Our attendance lead is Mr Cole. His number is 01632 960118.', 'attendance 01632 960118'],
    ['Mr Cole leads on attendance (cole@elm.example.org).', 'attendance cole@elm.example.org'],
    ['To speak to someone about attendance ring 01632 960118 and ask for Mrs Lee.', 'attendance 01632 960118'],
    ["The school's attendance email is register@elm.example.org.", 'attendance register@elm.example.org'],
    [
      'If a child is missing from school, we ring the police on 101 and the council on 01632 960555.',
      'localAuthority 01632 960555',
    ],
    ['Please report all absences via the app or by phone on 01632 960118.', 'absence 01632 960118'],
    [
      'You may report by email (office@elm.example.org), by phone (01632 960118) or in person.',
      'absence 01632 960118, absence office@elm.example.org',
    ],
    ["## Reporting an absence\n\nCall 01632 960118. Leave your name and your child's class.", 'absence 01632 960118'],
    [
      '## If your child is absent\n\n1. Ring us on 01632 960118.\n2. Say how long it will last.',
      'absence 01632 960118',
    ],
    ['## Who to speak to about attendance\n\nMrs Lee, 01632 960118.', 'attendance 01632 960118'],
    ['Our absence number, 01632 960118, takes messages through the night.', 'absence 01632 960118'],
    ['Should your child wake up poorly, please phone 01632 960118.', 'absence 01632 960118'],
    [
      'Please do not send messages by Dojo; ring 01632 960118 or write to office@elm.example.org to tell us that your child is not coming.',
      'absence 01632 960118, absence office@elm.example.org',
    ],
    [
      'You can reach the attendance office between 8am and 4pm (01632 960118, attendance@elm.example.org).',
      'attendance 01632 960118, attendance attendance@elm.example.org',
    ],
    ['We want to hear from you before 8.50 on 01632 960118.', 'absence 01632 960118'],
    ['A parent who has not rung 01632 960118 by 9.15 gets a text from us.', 'absence 01632 960118'],
    ['The person to talk to is Mrs Lee (attendance officer, 01632 960118).', 'attendance 01632 960118'],
    ['Mrs Lee, who runs the attendance office, has the number 01632 960118.', 'attendance 01632 960118'],
    [
      'For information about elective home education contact Northshire Council at ehe@northshire.example.org.',
      'localAuthority ehe@northshire.example.org',
    ],
    [
      'If you have received a penalty notice, your questions go to the council: fines@northshire.example.org.',
      'localAuthority fines@northshire.example.org',
    ],
    ['Tell the class teacher or ring 01632 960118 if your child has an appointment.', 'absence 01632 960118'],
    ['Dental appointments: tell the office on 01632 960118 beforehand.', 'absence 01632 960118'],
    [
      'Contact for attendance matters: Mrs Lee, lee@elm.example.org, 01632 960118 ext 4.',
      'attendance 01632 960118, attendance lee@elm.example.org',
    ],
    [
      "If you need support with your child's attendance please contact Mr Cole (Deputy Head) on 01632 960121.",
      'attendance 01632 960121',
    ],
    ['Parents should telephone 01632 960118 and select option 1 on each day of absence.', 'absence 01632 960118'],
    ['In case of illness: 01632 960118.', 'absence 01632 960118'],
    ['Absences: 01632 960118 or via the app.', 'absence 01632 960118'],
    ['Please inform us (01632 960118) if your child will arrive late.', 'absence 01632 960118'],
    ['The school day begins at 8.45. If you will be late, ring 01632 960118.', 'absence 01632 960118'],
    [
      'Our office is open from 8 to 4; ring 01632 960118, and tell us why your child is at home.',
      'absence 01632 960118',
    ],
    ['Please keep us informed on 01632 960118 when your child stays at home.', 'absence 01632 960118'],
    [
      'Senior Attendance Champions:\n\n- Infants: Mrs Prue Abel, 01632 960651\n- Juniors: Miss Kay Wren, 01632 960652\n- High: Mr Roy Mack, 01632 960653',
      'attendance 01632 960651, attendance 01632 960652, attendance 01632 960653',
    ],
    [
      'People to ask about attendance:\n- Lower School: Mrs Prue Abel, abel@elm.example.org\n- Upper School: Miss Kay Wren, wren@elm.example.org',
      'attendance abel@elm.example.org, attendance wren@elm.example.org',
    ],
    [
      'If your child is ill, contact:\n- Nursery 01632 960651\n- Infants 01632 960652\n- Juniors 01632 960653',
      'absence 01632 960651, absence 01632 960652, absence 01632 960653',
    ],
    [
      '- Attendance officer: Mrs Lee, 01632 960651\n- Safeguarding lead: Mr Cole, 01632 960652\n- Bursar: Ms Dee, 01632 960653',
      'attendance 01632 960651',
    ],
    ['- Absence line: 01632 960651\n- Kitchen: 01632 960652', 'absence 01632 960651'],
    ['- Absence line: 01632 960651\n- Main office: 01632 960652', 'absence 01632 960651'],
    [
      'Contacts\n\n- Headteacher: Mrs Frost, 01632 960650\n- Attendance lead: Mrs Lee, 01632 960651\n- Chair of governors: Mr Ode, 01632 960652',
      'attendance 01632 960651',
    ],
    [
      'Pupils who feel sick in the morning stay at home, and their parents let us know through Studybugs or on 01632 960118.',
      'absence 01632 960118',
    ],
    ['We have an answering machine (01632 960118) on which absence can be recorded.', 'absence 01632 960118'],
    ['First day of absence: a parent contacts the office (office@elm.example.org).', 'absence office@elm.example.org'],
    ['The student office is on 01632 960118; please use it for all matters of attendance.', 'attendance 01632 960118'],
    ['Speak to Mr Cole (01632 960120), who oversees attendance.', 'attendance 01632 960120'],
    ["Say nothing to the dinner staff; ring 01632 960118 when your daughter won't be in.", 'absence 01632 960118'],
    ['Out of hours you can leave word on 01632 960118 that your child will not be at school.', 'absence 01632 960118'],
    ['The school needs to be told on 01632 960118 before registration.', 'absence 01632 960118'],
    [
      'Absence is reported in one of three ways: on 01632 960118, at office@elm.example.org, or at the hatch.',
      'absence 01632 960118, absence office@elm.example.org',
    ],
    ['Our family liaison worker Jo Hart helps with attendance (07700 900124).', 'attendance 07700 900124'],
    ['Fines are paid to the council, which answers on 01632 960555.', 'localAuthority 01632 960555'],
    ['The education welfare officer, Ms Dee Ray, is at the council on 01632 960556.', 'localAuthority 01632 960556'],
  ])('%s', (text, said) => expect(read(text)).toBe(said));
});

describe('numbers for other business', () => {
  it.each([
    ['Questions about this policy go to Mr Cole at cole@elm.example.org.'],
    ['For school dinners ring 01632 960118.'],
    ['Our safeguarding lead can be reached on 01632 960118.'],
    ['The headteacher, Mrs Frost, can be reached on 01632 960100.'],
    ['Elm School, Elm Road, Northford. Telephone 01632 960100, email office@elm.example.org'],
    ['Complaints go to the chair of governors at chair@elm.example.org.'],
    ['NHS 111 or your surgery on 01632 960777 can advise.'],
    ["The breakfast club's number is 01632 960300, the bursar's 01632 960301."],
    ['To book a school visit, ring 01632 960100.'],
    ['Childline can be called on 0800 1111.'],
    ['Young people can ring the helpline on 01632 960888 when they feel low.'],
    ['Any parent who wants this policy in large print may ring 01632 960100.'],
    ['Published by Elm Trust, company number 01632960. Contact: info@elm.example.org'],
    ["The school's charity number is 0163296011."],
    ['For a copy of this policy, write to office@elm.example.org.'],
    ['The website was made by Web Co, hello@web.example.org.'],
    ['The dentist at 01632 960444 gives appointments after school.'],
    ['For any change of collection ring 01632 960118.'],
    ['The GP will give you a note on 01632 960444.'],
    ['The bus company (01632 960777) should be told when a seat is not needed.'],
    ['Ofsted can be reached on 0300 123 1231.'],
    ['Parents wishing to visit should ring 01632 960100 to book.'],
    ['Lost property: office@elm.example.org'],
    ['It is enough to send a text to 07700 900123.'],
    ['If a child has not come by 9.30, staff ring home and, if nobody answers, the police on 101.'],
    ['For term dates see the site or ring 01632 960100.'],
    ['When the school is shut by snow, Radio Elm (01632 960900) will say so.'],
    ["To change a child's address write to office@elm.example.org."],
  ])('%s', (text) => expect(read(text)).toBe(''));
});
