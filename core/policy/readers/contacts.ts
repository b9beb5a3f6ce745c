import { matchesOf } from '../../text/matches.ts';
import { remembered } from '../../text/remembered.ts';
import type { PlacedBlock } from '../document.ts';
import type { Confidence, FactOf } from '../schema.ts';
import { around, bounds } from './around.ts';
import { type Reached, reachedIn } from './contacts/numbers.ts';
import type { BlockContext, Reader } from './reader.ts';
import { roleTitles } from './roles/titles.ts';

type Purpose = FactOf<'contact'>['for'];

/** How to report an absence, whom to ask about attendance, and the local authority: never the general number of a page head. */
export const contacts: Reader = {
  kinds: ['contact'],
  mayRead: /@|mail|\(?0\d[\d ().-]{7}|\+44/,
  read(placed, context) {
    const { block } = placed;
    return reachedIn(block.plain, block.raw).flatMap((reached, index, all) => {
      const previous = all[index - 1]?.end ?? 0;
      const found = purposeOf(placed, reached, previous, context);
      if (!found) return [];
      const { start, end, phone, email } = reached;
      return [
        {
          kind: 'contact' as const,
          for: found.purpose,
          ...(phone ? { phone } : { email: email ?? '' }),
          confidence: found.confidence,
          start,
          end,
        },
      ];
    });
  },
};

const ABSENCE =
  /\babsen(?:ce|ces|t)\b|\b(?:ill|illness|sick|sickness|unwell|poorly)\b|\b(?:not|unable to|cannot|can't|won't) (?:be )?(?:in|at school|attend(?:ing)?|come|coming)\b|\b(?:late|lateness)\b|\b(?:child|son|daughter|pupil|they|he|she)\s+(?:is|are|will\s+be|'s)\s+away\b|\b(?:on the|the|each|every) (?:first |same )?(?:day|morning) (?:of|that|they|your)\b|\bon the first (?:day|morning)\b/i;
/** Said of an absence too, though not only of one. */
const PERHAPS_ABSENCE =
  /\boff\s(?:school|sick)\b|\b(?:child|son|daughter|pupil|they|he|she)\s(?:is|are|will\sbe|needs\sto\sbe|'s)\s(?:\w+\s)?off\b(?!\s?-?\s?(?:site|roll))|\bnot\s(?:feeling\s)?(?:very\s)?well\b|\bday\s(?:1|one)\b|\b(?:with|say|give|giving|state|stating|explain|explaining|and)\s(?:a|the|their|your|its)\sreason\b|\bmedical\sevidence\b|\b(?:dental|medical|hospital|doctor's|dentist's|has\san|have\san)\sappointments?\b|\b(?:is|are|stays?|keep(?:s|ing)?|kept|staying)\s(?:\w+\s){0,2}at\shome\b|\breport\sby\b|\bbefore\s(?:the\s)?(?:school(?:\sday)?\s(?:starts|opens|begins)|start\sof\s(?:the\s)?(?:school|day)|registration)|\b(?:ring|phone|call|text|use)\s(?:here|this)\sif\s(?:your|a)\schild\b|\bmiss(?:es|ing)?\s(?:a\s(?:day|session)|school)\b/i;
const CALL_BEFORE =
  /\b(?:tell|call(?:s|ed)?|rings?|rung|phone[sd]?|telephone[sd]?|text(?:s|ed)?|e-?mail|contact|message|know|notify|inform|hear)\b[^\n]{0,90}$/i;
const BY_TIME =
  /\b(?:before|by|no later than)\s+(?:\d{1,2}[:.]?\d{0,2}\s?(?:am|a\.m)|\d{1,2}[:.]\d\d|(?:eight|nine|ten)\b|half\s+past|quarter\s+(?:past|to)|(?:[89]|10)\s?(?:o'?clock|please|[.,;]|each|every|on\s))/gi;
/** "Ring us before 9.30am": what one calls a school about in the morning. */
function isCallAboutAbsence(words: string): boolean {
  return matchesOf(words, BY_TIME).some(({ index }) =>
    CALL_BEFORE.test(words.slice(Math.max(0, index - REACH), index)),
  );
}
const REACH = 104;
const LEAVE_A_MESSAGE = /^[^.@\n]{0,30}\.\s{1,3}(?:please\s)?(?:leave|ring|call|message|text)\b/i;
const ATTENDANCE =
  /\b(?:more\s)?detailed\s(?:support|help|advice)\b|\b(?:famil(?:y|ies)|parents?|carers?|you)\s(?:(?:can|may|could|should|who)\s)?(?:\w+\s){0,2}(?:ask|need|want|get|find|seek)s?\s(?:for\s)?(?:(?:more|any|some|extra)\s)?(?:help|support|advice)\b|\b(?:come|comes|coming|go|goes|going|get|gets|getting|bring|brings|bringing)\s(?:(?:your|a|their|the|my)\s(?:child|children|son|daughter)\s)?(?:in)?to\sschool\b|\bmarks?\s(?:is|are|looks?|may\sbe)\s(?:wrong|incorrect|not\sright)\b|\bmornings\s(?:are\s)?(?:so\s)?(?:hard|difficult)\b|\b(?:leave\sof\sabsence|(?:requests?|appl\w+|ask\w*|forms?)\s(?:\w+\s){0,2}(?:for\s)?leave)\b|\bschool\savoidance\b|\bday[- ]to[- ]day\s(?:questions|matters|quer|contact|enquir)|\battendance\b(?!\s+(?:(?:and|&)\s+\w+\s+)?polic(?:y|ies))|\bpunctuality\b(?!\s+policy)/i;
const AUTHORITY =
  /\b(?:county|city|borough|district|metropolitan|authority)(?:'s)?\s+(?:council|attendance)|\bcouncil\b|\b(?:county|town|city|shire)\shall\b|\bcivic\scentre\b|\beducation\s(?:access|entitlement|enforcement|inclusion|penalty)\s(?:team|service|office|desk)\b|\blocal authorit(?:y|ies)\b|\beducation welfare\b|\bschool attendance (?:support|improvement|service)|\battendance (?:support|improvement|advisory|enforcement) (?:team|service)|\bEWS\b|\bearly help\b/i;
/** "Local authority attendance service: attendance@…". */
const OF_AUTHORITY =
  /\blocal authorit(?:y|ies)\b|\b(?:county|city|borough|district|metropolitan)(?:'s)?\s+(?:council|attendance)|\b(?:the |our )council\b/i;
/** Numbers for other business, and numbers of nobody here. */
const OTHER =
  /\b(?:safeguarding|dsl|ddsl|mash|police|nspcc|childline|nhs|social care|children's services|lado|senco|sendco|fax|catering|meals?|wrap ?around|breakfast|after[- ]school|uniform|admissions?|data protection|complaints?|helpline|samaritans|young ?minds|crisis|transport|company|registered)\b/i;

/** Special needs, and not what one sends. */
const SPECIAL_NEEDS = /\bSEND\b|\bSend\s(?:team|lead|co|department)/;

function purposeOf(
  placed: PlacedBlock,
  reached: Reached,
  previous: number,
  context: BlockContext,
): { purpose: Purpose; confidence: Confidence } | null {
  const own = reached.email?.split('@') ?? [];
  const [mailbox = '', host = ''] = own;
  if (/\.gov\.uk$/i.test(host)) return { purpose: 'localAuthority', confidence: 'likely' };
  if (/attendance/i.test(mailbox) && OF_AUTHORITY.test(nearWords(placed, reached, previous)))
    return { purpose: 'localAuthority', confidence: 'likely' };
  if (/attendance/i.test(mailbox))
    return { purpose: saysAbsence(placed, reached) ? 'absence' : 'attendance', confidence: 'certain' };
  if (/absen|^away$/i.test(mailbox)) return { purpose: 'absence', confidence: 'certain' };
  const near = nearWords(placed, reached, previous);
  const said = purposeIn(near);
  if (said === 'other') return null;
  if (said) return { purpose: said, confidence: said === 'absence' && speaksOfAbsence(near) ? 'certain' : 'likely' };
  // "Infants – 01632 960415 and press 1. Leave your message before 8.50 please."
  const behind = placed.block.cells ? '' : placed.block.plain.slice(reached.end, reached.end + REACH);
  if (LEAVE_A_MESSAGE.test(behind) && isCallAboutAbsence(behind)) return { purpose: 'absence', confidence: 'likely' };
  const earlier = purposeIn(earlierWords(placed, reached));
  if (earlier && earlier !== 'other') return { purpose: earlier, confidence: 'likely' };
  if (earlier) return null;
  return purposeFromContext(placed, reached, context);
}

/** "Leave of absence" is asked for, and no absence that is reported. */
const LEAVE = /\bleaves?\sof\sabsence\b/gi;

function speaksOfAbsence(words: string): boolean {
  return ABSENCE.test(words.replace(LEAVE, '')) || isCallAboutAbsence(words);
}

function saysAbsence(placed: PlacedBlock, reached: Reached): boolean {
  return speaksOfAbsence(nearWords(placed, reached, reached.start));
}

const LINE_REACH = 200;

/** The sentence it stands in; in a line of its own with other lines, only that line; in a row, the whole row. */
function nearWords({ block }: PlacedBlock, { start, end }: Reached, previous: number): string {
  if (block.cells) return `${columnHead(block, start)} ${block.plain.slice(Math.max(0, start - 400), end + 400)}`;
  const left = block.plain.slice(Math.max(0, start - LINE_REACH), start);
  const right = block.plain.slice(end, end + LINE_REACH);
  const line = left.slice(left.lastIndexOf('\n') + 1) + block.plain.slice(start, end) + (right.split('\n', 1)[0] ?? '');
  // A line with a label of its own ("Tel: …") stands by itself; a wrapped sentence does not.
  if (/^[\s•*-]*[A-Z][\w /()'-]{0,50}[:–-]/.test(line)) return line;
  // Two numbers in one sentence may serve two ends: the words since the last one speak first.
  const since = block.plain.slice(Math.max(bounds(block, start).start, previous, end - 400), end);
  return purposeIn(since) ? since : around(block, start, end).sentence;
}

function columnHead(block: PlacedBlock['block'], at: number): string {
  const column = (block.cells ?? []).findIndex((cell) => at >= cell.start && at <= cell.end);
  return block.header?.[column] ?? '';
}

/** Roles that are titled without the word attendance; testing for all titles costs more. */
const MAY_BE_ROLE = /absence|governor|trustee|welfare|home|contact|lead/i;

/** What words speak of; those before a number are before the next number too. */
const purposeIn = remembered(readPurpose);

function readPurpose(words: string): Purpose | 'other' | null {
  if (AUTHORITY.test(words) && !/\b(?:absen|school office|call (?:the )?school)/i.test(words)) return 'localAuthority';
  if (speaksOfAbsence(words)) return 'absence';
  if (OTHER.test(words) || SPECIAL_NEEDS.test(words)) return 'other';
  if (ATTENDANCE.test(words)) return 'attendance';
  if (PERHAPS_ABSENCE.test(words)) return 'absence';
  if (MAY_BE_ROLE.test(words) && roleTitles(words).some((title) => title.is !== 'headteacher')) return 'attendance';
  return null;
}

/** The lines or sentences of the block before the number. */
function earlierWords({ block }: PlacedBlock, { start }: Reached): string {
  return block.cells ? '' : block.plain.slice(Math.max(block.bodyAt, start - 260), start);
}

const REPORTING_HEADING =
  /\breport(?:ing)?\b.{0,30}\babsen|\babsence (?:line|procedure|reporting)|first day|\b(?:if (?:your|a)|my) child(?:'s| is| will be)? (?:ill|absent|unwell|away|off|poorly|not well|not coming|sick)/i;
const MAY_BE_TITLE = /attendance|absence|governor|trustee|welfare/i;
const PEOPLE = /\bpeople\b|\bwho\b|\bstaff\b|\bask\b|\bcontacts?\b/i;
const CONTACT_HEADING = /\bcontacts?\b|\bwho to\b|\bkey (?:people|staff)|roles and responsibilities/i;

/** "Chair of governors: Mr Ode, 01632 …" tells by itself whose number it is; "Juniors:" and "Tel:" do not. */
const LABEL = /^[\s•*\d.)-]{0,8}(?:[A-Z][\w ,/&()'-]{2,50}):\s/;
const OF_NO_POST =
  /\b(?:tel(?:ephone)?|phone|e-?mail|mobile|contact|number|call|text|ring|message|nursery|infants?|juniors?|lower|middle|upper|high|primary|secondary|sixth\sform|reception|eyfs|early\syears|key\sstages?|ks\s?\d|years?|y\d{1,2}|site|campus|school|academy)\b/i;

/** A bare "Tel: …" belongs to what the block before, or its heading, speaks of. */
function purposeFromContext(
  { block }: PlacedBlock,
  { start }: Reached,
  context: BlockContext,
): { purpose: Purpose; confidence: Confidence } | null {
  const heading = context.headings.slice(-2).join(' \n ');
  if (REPORTING_HEADING.test(heading)) return { purpose: 'absence', confidence: 'likely' };
  const before = context.before.slice(-240);
  const bare = start - block.bodyAt < 200 && block.plain.slice(block.bodyAt, start).trim().length < 60;
  const label = LABEL.exec(block.plain.slice(block.bodyAt, start))?.[0];
  if (!bare || (label && !OF_NO_POST.test(label))) return null;
  const said = purposeIn(before);
  // Page chrome repeats the title above the school's number: only a sentence, a label or a role may speak for it.
  const speaks =
    (said === 'absence' && isCallAboutAbsence(before)) ||
    /[.:!?)]\s*$/.test(before) ||
    roleTitles(before).length > 0 ||
    CONTACT_HEADING.test(heading);
  if (said && said !== 'other' && speaks) return { purpose: said, confidence: 'likely' };
  // "Attendance champions" over "Infants: Mrs Lee, 01632 …", "Juniors: Mr Cole, 01632 …".
  const own = context.headings.at(-1) ?? '';
  const titled = MAY_BE_TITLE.test(own) && roleTitles(own).some((title) => title.is !== 'headteacher');
  if (titled || (PEOPLE.test(own) && ATTENDANCE.test(own))) return { purpose: 'attendance', confidence: 'likely' };
  const leads = CONTACT_HEADING.test(heading) || /\b(?:contact|reach|get in touch)\b[^.\n]{0,60}:\s*$/i.test(before);
  if (leads && ATTENDANCE.test(heading)) return { purpose: 'attendance', confidence: 'unsure' };
  return null;
}
