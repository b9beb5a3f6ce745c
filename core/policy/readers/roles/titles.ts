import { type Alternative, alternativesIn, type Found } from '../../../text/alternatives.ts';
import { remembered } from '../../../text/remembered.ts';
import type { FactOf } from '../../schema.ts';

export type Role = FactOf<'role'>['role'];

/** A role's title as printed, with offsets in the text. */
export type FoundTitle = Found<Role>;

/** "for attendance", "for the strategic approach to whole-school attendance". */
const FOR_ATTENDANCE =
  '(?:for|of|on|over)\\s+(?:(?:the\\s+)?(?:strategic\\s+|overall\\s+)?(?:approach|oversight|leadership|management|direction|monitoring|overseeing|improving|leading)\\s+(?:to\\s+|of\\s+|on\\s+)?)?(?:(?:the|school|pupil|student|whole[\\s-]school)\\s+)?(?:(?:behaviour|welfare|inclusion|safeguarding|punctuality|pastoral|culture|standards|ethos)\\s+(?:and|&)\\s+)?attendance\\b';
const SIMPLY_FOR_ATTENDANCE = new RegExp(
  `${FOR_ATTENDANCE}(?!\\s+(?:registers?|records?|data|certificates?|awards?|prizes?|displays?|letters?))`,
  'iy',
);
const PERHAPS_FOR_ATTENDANCE = new RegExp(`(?:\\s+${FOR_ATTENDANCE})?`, 'iy');
const RESPONSIBLE_FOR_ATTENDANCE = new RegExp(
  `(?:(?:responsible|(?:with|has|who\\s+has)\\s+(?:the\\s+)?(?:overall\\s+|strategic\\s+|lead\\s+)?responsibility|(?:who\\s+)?(?:has|takes)\\s+charge|in\\s+charge|designated|lead(?:ing)?)\\s+)?${FOR_ATTENDANCE}`,
  'iy',
);
const GOVERNOR = /governor|trustee|member|councillor|committee/i;
const ATTENDANCE = /attendance|absence/i;
const DEPUTY = /assistant|deputy|vice/i;
const CONTACT = /contact/i;

/** The titles of the roles; of two that begin at one place the first listed holds. */
const TITLES: readonly Alternative<Role>[] = [
  {
    is: 'linkGovernor',
    needs: GOVERNOR,
    pattern:
      /\b(?:attendance\s+(?:link\s+|lead\s+)?(?:governor|trustee)|(?:link(?:ed)?|lead|nominated|named|designated)\s+(?:governor|trustee))\b/gi,
    rest: PERHAPS_FOR_ATTENDANCE,
  },
  {
    is: 'linkGovernor',
    needs: GOVERNOR,
    pattern: /\b(?:governor|trustee|academy\s+councillor)\s+(?:link\s+|champion\s+)?/gi,
    rest: RESPONSIBLE_FOR_ATTENDANCE,
  },
  {
    is: 'linkGovernor',
    needs: GOVERNOR,
    pattern:
      /\b(?:governor|trustee)\s+(?:who\s+(?:\w+\s+){1,6}|with\s+an?\s+(?:special\s+|particular\s+)?interest\s+in\s+|with\s+(?:\w+\s+){1,3}(?:of|for|over)\s+|in\s+charge\s+of\s+)attendance\b|\b(?:committee|board|body)\s+member\s+(?:linked\s+to|responsible\s+for|for)\s+attendance\b|\b(?:academy|governing|local)\s+(?:committee|council|board|body)(?:'s)?\s+attendance\s+(?:link|lead|champion)\b|(?<=(?:^|\n)[^\S\n]{0,4}(?:[-*•]\s{0,3})?)governor(?=\s{0,2}:)/gi,
  },
  {
    is: 'attendanceChampion',
    needs: /leadership|senior\s+team|slt/i,
    pattern:
      /\bmembers?\s+of\s+(?:the\s+|our\s+)?(?:senior\s+leadership\s+team|leadership\s+team|senior\s+team|slt)\s+/gi,
    rest: RESPONSIBLE_FOR_ATTENDANCE,
  },
  {
    is: 'attendanceChampion',
    needs: ATTENDANCE,
    pattern:
      /\b(?:senior\s+|designated\s+|strategic\s+|slt\s+){0,4}(?:school\s+)?attendance\s+(?:and\s+\w+\s+|slt\s+|strategic\s+)?(?:champions?|leads?|leaders?)(?:\(s\))?\b/gi,
  },
  {
    is: 'attendanceChampion',
    needs: /senior/i,
    pattern: /\b(?:designated\s+)?senior\s+(?:leaders?|members?\s+of\s+(?:staff|slt)|managers?)(?:\(s\))?\s+/gi,
    rest: RESPONSIBLE_FOR_ATTENDANCE,
  },
  {
    is: 'attendanceChampion',
    needs: /lead|link|champion|member/i,
    pattern:
      /\b(?:slt|leadership|strategic|senior|whole[\s-]school|overall)?\s*(?:lead(?:er)?|link|champion|member)\s+/gi,
    rest: RESPONSIBLE_FOR_ATTENDANCE,
  },
  {
    is: 'attendanceChampion',
    needs: /designated/i,
    pattern: /\bdesignated\s+(?:attendance\s+)?senior\s+leader\b/gi,
  },
  {
    is: 'attendanceChampion',
    needs: DEPUTY,
    pattern: /\b(?:assistant|deputy|vice)[\s-]+(?:head\s*teacher|head|principal)\s+/gi,
    rest: RESPONSIBLE_FOR_ATTENDANCE,
  },
  {
    is: 'attendanceChampion',
    needs: DEPUTY,
    pattern: /\b(?:assistant|deputy|vice)[\s-]+(?:head\s*teacher|head|principal)\s{0,2}[(,-]\s{0,2}attendance\b/gi,
  },
  {
    is: 'attendanceChampion',
    needs: ATTENDANCE,
    pattern:
      /\b(?:(?:head|director)\s+of|(?:who\s+)?leads\s+(?:on|(?:our|the)\s+(?:work|approach|strategy)\s+(?:on|to|for)))\s+attendance\b|\battendance\s+(?:across\s+\w+\s+\w+\s+)?is\s+(?:(?:led|overseen)\s+by|the\s+responsibility\s+of)\b/gi,
  },
  {
    is: 'attendanceChampion',
    needs: /responsib|in\s+charge/i,
    pattern:
      /\b(?:(?:who\s+)?(?:(?:is\s+the\s+(?:person|one)\s+|(?<=[,)]\s{1,2})is\s+)responsible|is\s+responsible(?=\s+for\s+(?:leading|overseeing|the\s+(?:strategic|overall)))|is\s+(?:the\s+(?:person|one)\s+)?in\s+charge|(?:has|holds|takes|carries)\s+(?:the\s+)?(?:overall\s+|strategic\s+|lead\s+)?responsibility)|(?:the\s+|our\s+)(?:person|lead|leader)\s+(?:responsible|in\s+charge))\s+/gi,
    rest: SIMPLY_FOR_ATTENDANCE,
  },
  {
    is: 'attendanceOfficer',
    needs: ATTENDANCE,
    pattern:
      /\bday[\s-]to[\s-]day,?\s+attendance\s+is\s+(?:handled|managed|run|looked\s+after|dealt\s+with)\s+by\b|\battendance\s+is\s+(?:handled|managed|looked\s+after|dealt\s+with)\s+(?:from\s+)?(?:day\s+to\s+day\s+)?by\b/gi,
  },
  {
    is: 'attendanceOfficer',
    needs: ATTENDANCE,
    pattern:
      /\b(?:school\s+|pupil\s+|student\s+)?(?:(?:welfare|behaviour|inclusion|safeguarding|pastoral|family|admissions|data|punctuality)\s+(?:and|&)\s+)?(?:attendance|absence)\s+(?:(?:and|&|\/)\s+\w+\s+)?(?:(?:support|welfare|improvement|liaison|engagement)\s+)?(?:officers?|managers?|administrators?|admin|clerks?|co-?ordinators?|assistants?|secretary|mentors?|worker|contact)\b/gi,
  },
  {
    is: 'attendanceOfficer',
    needs: ATTENDANCE,
    pattern: /\b(?:who\s+)?(?:looks\s+after|deals\s+with)\s+(?:pupils?'?\s+)?attendance\b/gi,
  },
  {
    is: 'attendanceOfficer',
    needs: /attendance\s+team|welfare\s+lead|home[\s-]+school|nominated/i,
    pattern:
      /\b(?:attendance\s+team(?=\s{0,3}:)(?![^\n]{0,60}\()|welfare\s+lead|home[\s-]+school\s+(?:liaison|link|support)\s+(?:officer|worker|manager)|nominated\s+attendance\s+person)\b/gi,
  },
  {
    is: 'headteacher',
    needs: /head|principal/i,
    pattern:
      /\b(?<!\b(?:deputy|assistant|vice|asst)[\s-]{1,2})(?:executive\s+|acting\s+|interim\s+|co-?)?(?:head\s?teacher|head\s+of\s+(?:school|centre)|headmaster|headmistress|principal)(?!\s+(?:of|and\s+governors|educational)\b)(?!'s\s+\w+\s+is\b)\b/gi,
  },
  {
    is: 'headteacher',
    needs: /head|principal/i,
    pattern:
      /(?<=[a-z],\s{1,2}(?:the\s)?)(?:head\s?teacher|principal)(?=\s+of\s+[A-Z])|\b(?:[Tt]he|[Oo]ur)\s{1,2}[Hh]ead(?=\s{1,2}\((?:(?:Mr|Mrs|Ms|Miss|Dr)\b|[A-Z][a-z]+\s[A-Z]))|(?<=\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s(?:[A-Z][\w.'-]{0,20}\s){1,2}\((?:the\s|our\s)?)[Hh]ead(?=\))|(?<=(?:^|\n)[^\S\n]{0,4}(?:[-*•]\s{0,3})?)Head(?=\s{0,2}:)/g,
  },
  {
    is: 'contact',
    needs: CONTACT,
    pattern: /\b(?:named|key|main|first)\s+(?:\w+\s+){0,2}contact\b/gi,
  },
  {
    is: 'contact',
    needs: CONTACT,
    pattern:
      /\b(?:staff\s+member|member\s+of\s+staff|person)\s+(?:(?:whom?|that)\s+)?(?:(?:pupils|students|children|parents|carers|you)\s+(?:(?:and|or)\s+)?){1,3}(?:should|can)\s+contact\s+(?:about|for)\b[^.:\n]{0,60}attendance(?:\s+on\s+a\s+day[\s-]to[\s-]day\s+basis)?\b/gi,
  },
];
/** A link governor, a lead or a contact for something else. */
const OTHER_BUSINESS =
  /\b(?:safeguarding|send?|inclusion|behaviour|health|wellbeing|finance|curriculum|early years|eyfs|premium|looked|data|dsl|training|literacy|maths|website)\b/i;

const OF_THE_COUNCIL =
  /\b(?:council|authority|LA|county|borough)(?:'s|’s)\s(?:\w+\s){0,3}$|\b(?:local\sauthority|council|LA)\s(?:school\s|link\s){0,2}$/i;

/** Every title of a text that means one of our roles, in order. A block is asked for them again as its neighbours' neighbour. */
export const roleTitles = remembered(readTitles);

function readTitles(text: string): readonly FoundTitle[] {
  return alternativesIn(text, TITLES).filter(({ is, start, end }) => {
    // A bare "link governor" is the one for attendance unless its words say otherwise.
    const around = `${text.slice(Math.max(0, start - 20), start)} ${text.slice(end, end + 30).split(/[:.\n(]/)[0] ?? ''}`;
    // "The council's attendance officer for our school": none of ours.
    if (is !== 'contact' && OF_THE_COUNCIL.test(text.slice(Math.max(0, start - 60), start))) return false;
    if (/\b(?:former|previous|outgoing)\s$/i.test(text.slice(Math.max(0, start - 12), start))) return false;
    return !(
      is === 'linkGovernor' &&
      !/attendance/i.test(text.slice(start, end) + around) &&
      OTHER_BUSINESS.test(around)
    );
  });
}
