import { matchAt } from '../../../text/match-at.ts';
import { matchesOf } from '../../../text/matches.ts';

/** A person's name as printed, with offsets in the text it was read from. */
export interface PrintedName {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

const HONORIFIC = "(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev(?:erend|'d|d)?|Sir|Dame|Fr|Father|Sister|Prof(?:essor)?|Cllr|Madam)\\.?";
// Letters of European names; a class of all letters there are would be compiled to a hundred times this.
const LETTER = 'A-Za-zÀ-ÖØ-öø-ɏ';
const WORD = `(?:[A-Z][${LETTER}'-]{1,24}|[A-Z]\\.?(?![${LETTER}]))`;
const TITLE = new RegExp(`${HONORIFIC}[ ]{1,6}`, 'y');
const FIRST_WORD = new RegExp(WORD, 'y');
const PART = new RegExp(`(?:(?:de|da|van|von|der|den|la|le|du|al|el|bin|ap|of) ){0,2}${WORD}`, 'y');
const SPACE = /[ ]{1,6}/y;
const ENDS_IN_LETTER = new RegExp(`[${LETTER}]$`);
const HAS_SMALL_LETTERS = /[A-ZÀ-ÖØ-Þ][a-zß-öø-ɏ']/;
const HAS_LETTERS = new RegExp(`[A-ZÀ-ÖØ-Þ][${LETTER}']`);
const IS_HONORIFIC = new RegExp(`^${HONORIFIC}$`);
const BEGINS_HONORIFIC = new RegExp(`^${HONORIFIC}(?= )`);
const MOST_PARTS = 4;

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Capitalised words of roles, bodies, places and labels: where one stands, a name has ended or is none. */
const NO_NAME = wordSet(
  [
    'Attendance Absence Absences School Schools Academy Academies College Primary Secondary Infant Infants Junior Juniors Nursery Trust Federation',
    'Lead Leads Leader Leaders Officer Officers Manager Managers Administrator Clerk Champion Champions Coordinator Co-ordinator Team Assistant Deputy Vice Acting Interim Executive Senior',
    'Head Heads Headteacher Headteachers Teacher Teachers Principal Principals Governor Governors Governing Governance Trustee Trustees Chair Director Directors Board Body Committee Proprietor Proprietors',
    'Designated Safeguarding Inclusion Welfare Pastoral Education Educational Local Authority Council County City Borough Department Service Services Support Family Home Liaison Link Worker Social Health',
    'Email E-mail Mail Tel Telephone Phone Mobile Contact Contacts Name Names Number Office Reception Website Address Role Roles Responsibilities Responsibility Details Position Signed Date Review Reviewed Approved',
    'Policy Policies Procedure Procedures Section Appendix Page Year Years Stage Key Step Phase Term Week Day Register Registers Registration Code Codes Form Letter Notice Penalty Framework Act Regulations Guidance Working Together',
    "I'm I've I'd",
    'The Then This That These Our Their They We You Your All Any Each Every If In On At To For From With By And Or Is Are Will Must Should Who What When Where How Please Parents Parent Carers Pupils Pupil Students Student Children Child Staff Class Tutor Tutors See Also As It Its Other Both No Not Tbc TBC',
    'January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Autumn Spring Summer Annual Annually',
    'Document Control Version Author Owner Status Contents Introduction Overview Statement Aims Legal Useful Links Quick Good Best Wishes Sincerely Faithfully Reporting Report Persistent Severe Late Lateness Punctuality Leave Holiday Medical Illness Action Actions Meeting Monitoring Expectations Intervention Interventions Lesson Lessons Session Sessions Day-to-day Named Nominated Point First Main Additional Title Job Line',
    'BSc BA BEd MA MSc MEd PhD NPQH NPQSL PGCE QTS OBE MBE CBE FRSA Hons',
    'SLT SENCO SENDCO SENCo SENDCo DSL DDSL EWO EWS HSLW HSLO LA LGB LGC DfE CEO PA SA MIS SEND SEN EYFS KS1 KS2 Arbor Bromcom Kind Yours Dear Regards Responsible Strategic Overall Vulnerable Full Chief Business Data Admin Administrative Secretary Specialist Mentor Advisor Adviser Practitioner Early Help Hub New North South East West Saint Church Catholic England Community High Grammar Park Road Street Lane Ethos',
  ].join(' '),
);
const INSTITUTION = wordSet(
  'School Schools Academy Academies College Primary Secondary Infant Infants Junior Juniors Nursery Trust Federation Council County Borough City Road Street Church Catholic Community High Grammar Authority',
);
const ALSO_SURNAME = wordSet(
  'June April Lane Park Road Street Day Page Church North South East West New May March August Head Key Form Best Good Early Case Mark Summer Winter Frost England Link Principal Grammar',
);

/** "Mrs Lane", "Miss J Park"; without "Mrs" only as the last word, "Helen Park". */
function isSurname(word: string, index: number, words: number, titled: boolean): boolean {
  return ALSO_SURNAME.has(word) && index > 0 && (titled ? index <= 2 : index === words - 1);
}

/** Where the words of a name end that begin at a place, the first with or without a particle; null where none do. */
function partsEnd(text: string, at: number, first: RegExp, fewest: number): number | null {
  let end = at;
  for (let count = 0; count < MOST_PARTS; count++) {
    const space = count === 0 ? 0 : (matchAt(text, end, SPACE)?.[0].length ?? 0);
    const part = count === 0 || space > 0 ? matchAt(text, end + space, count === 0 ? first : PART) : null;
    if (!part) return count < fewest ? null : end;
    end += space + part[0].length;
  }
  return end;
}

/** The name that begins exactly at `at`, or null. `titledOnly` asks for "Mrs" and the like. */
export function nameAt(text: string, at: number, titledOnly = false): PrintedName | null {
  if (at > 0 && ENDS_IN_LETTER.test(text.charAt(at - 1))) return null;
  const honorific = matchAt(text, at, TITLE);
  const whole =
    (honorific && partsEnd(text, at + honorific[0].length, PART, 1)) ??
    (titledOnly ? null : partsEnd(text, at, FIRST_WORD, 2));
  if (whole === null) return null;
  const found = text.slice(at, whole);
  const titled = BEGINS_HONORIFIC.exec(found);
  const words = matchesOf(found, /[^ ]+/g);
  // "Ring Mr Brook", "Thank Mrs Lee": the name begins at its "Mr".
  if (!titled && words.some((word) => IS_HONORIFIC.test(word[0]))) return null;
  let kept = 0;
  for (const [index, word] of words.entries()) {
    const bare = word[0].replace(/(?<![.'-])[.'-]+$|'s$/, '');
    // People are called Lane, Day and Page: behind "Mrs" such a word is a surname.
    const levelled = /^[A-Z]{4,}$/.test(bare) ? bare.charAt(0) + bare.slice(1).toLowerCase() : bare;
    if (NO_NAME.has(levelled) && !isSurname(bare, index, words.length, titled !== null)) {
      // "Elm Bank Primary": capitals that lead to an institution name a place.
      if (!titled && INSTITUTION.has(bare)) return null;
      break;
    }
    kept = word.index + word[0].length;
    // "Mrs Smith's": the name ends there.
    if (/'s$/.test(word[0])) {
      kept -= 2;
      break;
    }
  }
  const printed = found.slice(0, kept).replace(/(?<!['-])['-]+$/, '');
  const body = titled ? printed.slice(titled[0].length).trim() : printed;
  const parts = body.split(/ +/).filter((part) => part.length > 0);
  if (parts.length < (titled ? 1 : 2)) return null;
  // Initials alone ("K S 1") or capitals alone ("PSHE RSE") are no name.
  if (!(titled ? HAS_LETTERS : HAS_SMALL_LETTERS).test(body)) return null;
  return { start: at, end: at + printed.length, name: printed.replace(/ +/g, ' ') };
}

/** "Jo Reed (primary), Sam Okafor (secondary)": the bracket says for whom. */
const JOINT =
  /^(?:\s{0,2}\((?:[A-Za-z]{2,10}\s){0,2}(?:primary|secondary|infants?|juniors?|EYFS|KS ?\d|years? [\d –-]{1,7}|sixth form|lower|upper|mornings?|afternoons?|site|phase|[A-Z][a-z]{2}[ –-]{1,3}[A-Z][a-z]{2})\))?(?:\s{0,3}[,;])?\s{0,3}(?:and|&|\/|or|,|;)\s{0,3}(?=[A-Z])/i;

/** The names that begin at `at`, joined by "and", "or", "/", "&" or commas. */
export function namesAt(text: string, at: number, titledOnly = false): PrintedName[] {
  const names: PrintedName[] = [];
  let next = nameAt(text, at, titledOnly);
  while (next && names.length < 6) {
    names.push(next);
    const joint = JOINT.exec(text.slice(next.end, next.end + 50));
    next = joint ? nameAt(text, next.end + joint[0].length, BEGINS_HONORIFIC.test(next.name)) : null;
  }
  return names;
}

const MAY_BEGIN = new RegExp(`(?<![${LETTER}'-])[A-Z]`, 'g');

/** The first name at or behind `from`, not beginning behind `to`. */
export function firstNameFrom(text: string, from: number, to: number): PrintedName[] {
  const stretch = text.slice(from, to);
  // One after another: of a long text the first few will do.
  MAY_BEGIN.lastIndex = 0;
  for (let match = MAY_BEGIN.exec(stretch); match; match = MAY_BEGIN.exec(stretch)) {
    const names = namesAt(text, from + match.index);
    if (names.length > 0) return names;
  }
  return [];
}

/** The names that end right before `to`, searching back no further than `from`. */
export function lastNameBefore(text: string, from: number, to: number, gap: RegExp): PrintedName[] {
  for (const match of matchesOf(text.slice(from, to), MAY_BEGIN)) {
    const names = namesAt(text, from + match.index);
    const end = names.at(-1)?.end;
    if (end !== undefined && end <= to && gap.test(text.slice(end, to))) return names;
  }
  return [];
}
