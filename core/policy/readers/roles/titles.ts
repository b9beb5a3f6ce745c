import { matchesOf } from '../../../text/matches.ts';
import { remembered } from '../../../text/remembered.ts';
import type { FactOf } from '../../schema.ts';

export type Role = FactOf<'role'>['role'];

/** A role's title as printed, with offsets in the text. */
export interface FoundTitle {
  readonly role: Role;
  readonly start: number;
  readonly end: number;
}

const FOR_ATTENDANCE =
  '(?:for|of|on|over)\\s+(?:(?:the\\s+)?(?:strategic\\s+|overall\\s+)?(?:approach|oversight|leadership|management|direction|monitoring|overseeing|improving|leading)\\s+(?:to\\s+|of\\s+|on\\s+)?)?(?:(?:the|school|pupil|student|whole[\\s-]school)\\s+)?attendance';
const RESPONSIBLE =
  '(?:responsible|(?:with|has|who\\s+has)\\s+(?:the\\s+)?(?:overall\\s+|strategic\\s+|lead\\s+)?responsibility|in\\s+charge|designated|lead(?:ing)?)';

const TITLES: readonly [Role, string][] = [
  [
    'linkGovernor',
    `(?:attendance\\s+(?:link\\s+|lead\\s+)?(?:governor|trustee)|(?:link(?:ed)?|lead|nominated|named|designated)\\s+(?:governor|trustee)|(?:governor|trustee)\\s+(?:${RESPONSIBLE}\\s+|link\\s+|champion\\s+)?${FOR_ATTENDANCE})(?:\\s+${FOR_ATTENDANCE})?`,
  ],
  [
    'attendanceChampion',
    `(?:senior\\s+|designated\\s+|strategic\\s+|slt\\s+)*(?:school\\s+)?attendance\\s+(?:and\\s+\\w+\\s+|slt\\s+|strategic\\s+)?(?:champions?|leads?|leaders?)(?:\\(s\\))?|(?:designated\\s+)?senior\\s+(?:leaders?|members?\\s+of\\s+(?:staff|slt)|managers?)(?:\\(s\\))?\\s+(?:${RESPONSIBLE}\\s+)?${FOR_ATTENDANCE}|(?:slt|leadership|strategic|senior|whole[\\s-]school|overall)?\\s*(?:lead(?:er)?|link|champion|member)\\s+(?:${RESPONSIBLE}\\s+)?${FOR_ATTENDANCE}|designated\\s+(?:attendance\\s+)?senior\\s+leader|(?:assistant|deputy|vice)[\\s-]+(?:head\\s*teacher|head|principal)\\s+(?:${RESPONSIBLE}\\s+)?${FOR_ATTENDANCE}|(?:assistant|deputy|vice)[\\s-]+(?:head\\s*teacher|head|principal)\\s{0,2}[(,-]\\s{0,2}attendance|(?:head|director)\\s+of\\s+attendance|who\\s+leads\\s+on\\s+attendance`,
  ],
  [
    'attendanceOfficer',
    '(?:school\\s+|pupil\\s+|student\\s+)?(?:attendance|absence)\\s+(?:(?:and|&|\\/)\\s+\\w+\\s+)?(?:(?:support|welfare|improvement|liaison|engagement)\\s+)?(?:officers?|managers?|administrators?|admin|clerks?|co-?ordinators?|assistants?|secretary|mentors?|worker|contact)|attendance\\s+team(?=\\s{0,3}:)|welfare\\s+lead|home[\\s-]+school\\s+(?:liaison|link|support)\\s+(?:officer|worker|manager)|nominated\\s+attendance\\s+person',
  ],
  [
    'headteacher',
    "(?<!\\b(?:deputy|assistant|vice|asst)[\\s-]{1,2})(?:executive\\s+|acting\\s+|interim\\s+|co-?)?(?:head\\s?teacher|head\\s+of\\s+school|headmaster|headmistress|principal)(?!\\s+(?:of|and\\s+governors|educational)\\b)(?!'s\\s+\\w+\\s+is\\b)",
  ],
  [
    'contact',
    '(?:named|key|main|first)\\s+(?:\\w+\\s+){0,2}contact|(?:staff\\s+member|member\\s+of\\s+staff|person)\\s+(?:(?:whom?|that)\\s+)?(?:(?:pupils|students|children|parents|carers|you)\\s+(?:(?:and|or)\\s+)?){1,3}(?:should|can)\\s+contact\\s+(?:about|for)\\b[^.:\\n]{0,60}attendance(?:\\s+on\\s+a\\s+day[\\s-]to[\\s-]day\\s+basis)?',
  ],
];
const ANY_TITLE = new RegExp(TITLES.map(([role, words]) => `\\b(?<${role}>${words})\\b`).join('|'), 'gi');
/** A link governor, a lead or a contact for something else. */
const OTHER_BUSINESS =
  /\b(?:safeguarding|send?|inclusion|behaviour|health|wellbeing|finance|curriculum|early years|eyfs|premium|looked|data|dsl|training|literacy|maths|website)\b/i;

/** Every title of a text that means one of our roles, in order. A block is asked for them again as its neighbours' neighbour. */
export const roleTitles = remembered(readTitles);

function readTitles(text: string): readonly FoundTitle[] {
  return matchesOf(text, ANY_TITLE).flatMap((match) => {
    const role = TITLES.map(([name]) => name).find((name) => match.groups?.[name] !== undefined);
    if (!role) return [];
    const start = match.index;
    const end = start + match[0].length;
    // A bare "link governor" is the one for attendance unless its words say otherwise.
    const around = `${text.slice(Math.max(0, start - 20), start)} ${text.slice(end, end + 30).split(/[:.\n(]/)[0] ?? ''}`;
    if (role === 'linkGovernor' && !/attendance/i.test(match[0] + around) && OTHER_BUSINESS.test(around)) return [];
    return [{ role, start, end }];
  });
}
