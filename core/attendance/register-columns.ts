import { type PrintedDate, readDate, readSession } from './date-text.ts';
import type { SessionOfDay } from './pupil.ts';

/** What a column of a register holds, told by its heading. */
export type Role =
  | 'id'
  | 'name'
  | 'forename'
  | 'surname'
  | 'year'
  | 'parent'
  | 'enrolledFrom'
  | 'enrolledTo'
  | 'date'
  | 'session'
  | 'code'
  | 'amCode'
  | 'pmCode'
  | 'weekStart'
  | 'markString'
  | 'possible'
  | 'attended'
  | 'present'
  | 'educational'
  | 'authorised'
  | 'unauthorised'
  | 'late'
  | 'percent'
  | 'from'
  | 'to';

/** Headings as management systems print them, without spaces and punctuation, in lower case. */
const HEADINGS: Record<Role, string> = {
  id: 'pupilid id pupil_id upn adno admno admissionno admissionnumber studentid studentno studentnumber personid pupilref pupilno pupilnumber uniquepupilnumber learnerid misid externalid schoolid pupilreference studentidentifier',
  name: 'name pupilname pupil studentname student fullname learner learnername displayname childname child pupilfullname',
  forename: 'forename firstname givenname preferredforename legalforename chosenforename preferredname forenames',
  surname: 'surname lastname familyname preferredsurname legalsurname chosensurname',
  year: 'year yeargroup ncyear ncyeargroup yeartaughtin yr yrgroup nationalcurriculumyear currentyear yeargroupname',
  parent: 'parentid parent carerid parentcarerid guardianid contactid parentref',
  enrolledFrom:
    'enrolledfrom dateofadmission admissiondate doa onrollfrom entrydate enrolmentdate enrolmentstart dateenrolled admitted enrolmentstartdate',
  enrolledTo: 'enrolledto leavingdate dateofleaving dol onrollto leavedate enrolmentend enrolmentenddate dateleft',
  date: 'date markdate attendancedate sessiondate eventdate recorddate calendarstartdate startdatetime registerdate dateofmark calendardate',
  session:
    'session ampm sessiontype sessionname period periodname perioddisplayname rollcall attendancerollcall halfday sessionofday',
  code: 'code mark attendancecode attendancemark markcode registermark sessionmark markvalue attendancemarkcode rollcallmark registercode sessioncode',
  amCode:
    'am ammark amcode morning morningmark morningcode amsession amrollcall amreg amregistration morningregistration',
  pmCode:
    'pm pmmark pmcode afternoon afternoonmark afternooncode pmsession pmrollcall pmreg pmregistration afternoonregistration',
  weekStart: 'weekcommencing wc weekbeginning wb weekstart weekstarting weekstartdate week weekcommencingdate',
  markString: 'attendancemarks marks markstring markstrings attendancestring sessionmarks registermarks',
  possible:
    'possible possiblemarks possiblesessions sessionspossible possibleattendances poss totalpossible statutorypossible possiblesession termlysessionspossible totalsessions totalpossiblesessions sessions',
  attended:
    'attended sessionsattended attendances present+aea presentaea presentandaea presentplusaea totalattended totalattendances attendedsessions attendedmarks sessionsattend attendsessions attending presentmarks+aea presentincaea presentincludingaea totalpresent',
  present: 'present presentmarks sessionspresent presentsessions',
  educational:
    'aea approvededactivity approvededucationalactivity edactivity educationalactivity approvedactivity attendingaea aeamarks offsite',
  authorised:
    'authorised authorisedabsences authorisedabsence auth authabsences authabsence sessionsauthorised authorisedsessions authorisedmarks totalauthorised authorisedabs authabs termlysessionsauthorised absentauthorised',
  unauthorised:
    'unauthorised unauthorisedabsences unauthorisedabsence unauth unauthabsences unauthabsence sessionsunauthorised unauthorisedsessions unauthorisedmarks totalunauthorised unauthorisedabs unauthabs termlysessionsunauthorised absentunauthorised',
  late: 'late lates latemarks latebeforereg latebeforeregister latebeforeregistersclosed latesbeforereg totallates totallate latel latesessions l latebeforeregistration',
  percent:
    'percent % attendance attendance% %attendance percentattendance attendancepercent attendancepercentage percentageattendance percentage pct %attend attend% attendancerate %present present% overallattendance overallattendance% attendanceytd attendance%ytd',
  from: 'from datefrom periodfrom start periodstart startdate fromdate attendancestartdate rangestart firstdate',
  to: 'to dateto periodto end periodend enddate todate until attendanceenddate rangeend lastdate',
};

let byHeading: Map<string, Role> | undefined;

/** What the heading says that its column holds; null for a heading that is not one of a register's. */
export function roleOf(heading: string): Role | null {
  if (!byHeading) {
    byHeading = new Map();
    for (const role of Object.keys(HEADINGS))
      if (isRole(role)) for (const word of HEADINGS[role].split(' ')) byHeading.set(word, role);
  }
  const plain = compact(heading);
  return byHeading.get(plain) ?? LIKELY.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** Headings that no list holds whole, by what they say of themselves; those of days and percentages of absence are not sessions. */
const LIKELY: readonly (readonly [RegExp, Role | null])[] = [
  [/days?|hol|minutes|reason|comment|note|code.{0,40}(?:count|total)/, null],
  [/^(?:arbor|bromcom|sims|pupil|student|learner|adm|admission)[a-z]{0,9}(?:id|no|num|number|ref)$|^upn/, 'id'],
  [/(?:%|percent|pct).{0,40}(?:abs|auth|late)|(?:abs|auth|late).{0,40}(?:%|percent|pct)/, null],
  [
    /^(?:%|percent(?:age)?|pct)(?:attend|present)|^(?:attend[a-z]{0,6}|present[a-z]{0,9})(?:%|percent(?:age)?|pct)$/,
    'percent',
  ],
  [/unauth/, 'unauthorised'],
  [/auth/, 'authorised'],
  [/poss/, 'possible'],
  [/^(?:total|no|number|of|sess|sessions|rollcalls?)*attend(?:ed|s)?(?:sessions|marks)?$/, 'attended'],
  [/^(?:total|no|number|of)*lates?(?:marks|sessions|count|total)?$/, 'late'],
];

function isRole(text: string): text is Role {
  return Object.hasOwn(HEADINGS, text);
}

/** Lower case without spaces and punctuation, "authorized" spelt as here. */
export function compact(heading: string): string {
  return heading
    .replace(/^\ufeff/, '')
    .toLowerCase()
    .replace(/iz(?=ed|ation)/g, 'is')
    .replace(/[^a-z0-9%+]+/g, '');
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEK_CELL = /^(mon|tue|wed|thu|fri|sat|sun|m|tu?|w|th|f)(?:s|nes|rs|ur)?(?:day)?(am|pm)$/;
const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?$/;
const LETTERS: Record<string, number> = { m: 0, t: 1, tu: 1, w: 2, th: 3, f: 4 };

/** "MonAM", "Tuesday PM": the day (Monday = 0) and session that a week row's column is for. */
export function weekCellOf(heading: string): { weekday: number; session: SessionOfDay } | null {
  const match = WEEK_CELL.exec(compact(heading));
  if (!match) return null;
  const day = match[1] ?? '';
  return { weekday: LETTERS[day] ?? WEEKDAYS.indexOf(day), session: match[2] === 'am' ? 'AM' : 'PM' };
}

/** The day (Monday = 0) that a heading names and no more, "Mon"; null for any other. */
export function weekdayOfHeading(heading: string): number | null {
  const day = WEEKDAY.exec(compact(heading))?.[1];
  return day === undefined ? null : WEEKDAYS.indexOf(day);
}

const DATE_AND_SESSION = /^(.{6,40}?)[\s_(-]+((?:am|pm|a\.m\.|p\.m\.|morning|afternoon))\)?$/i;
const SESSION_AND_DATE = /^(am|pm|a\.m\.|p\.m\.|morning|afternoon)[\s_:-]+(.{6,40})$/i;

/** "01/09/2025", "2025-09-01 AM": the date, and the session where it stands beside it, that a grid's column is for. */
export function dateCellOf(heading: string): { date: PrintedDate; session: SessionOfDay | null } | null {
  const text = heading.trim();
  // "Afternoon 1 September 2025" reads as a date with the name of a day before it.
  const before = SESSION_AND_DATE.exec(text);
  const date = before ? null : readDate(text);
  if (date) return { date, session: null };
  const both = before ? null : DATE_AND_SESSION.exec(text);
  const dated = readDate(both?.[1] ?? before?.[2] ?? '');
  return dated ? { date: dated, session: readSession(both?.[2] ?? before?.[1] ?? '') } : null;
}
