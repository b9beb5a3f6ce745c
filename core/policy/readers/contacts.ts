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
  /\babsen(?:ce|ces|t)\b|\b(?:ill|illness|sick|sickness|unwell|poorly)\b|\b(?:not|unable to|cannot|can't|won't) (?:be )?(?:in|attend(?:ing)?|come|coming)\b|\b(?:late|lateness)\b|\b(?:child|son|daughter|pupil|they|he|she)\s+(?:is|are|will\s+be|'s)\s+away\b|\b(?:on the|the|each|every) (?:first |same )?(?:day|morning) (?:of|that|they|your)\b|\bon the first (?:day|morning)\b/i;
const CALL_BEFORE =
  /\b(?:tell|call|ring|phone|telephone|text|e-?mail|contact|message|know|notify|inform)\b[^\n]{0,90}$/i;
const BY_TIME =
  /\b(?:before|by|no later than)\s+(?:\d{1,2}[:.]?\d{0,2}\s?(?:am|a\.m)|\d{1,2}[:.]\d\d|(?:eight|nine|ten)\b|half\s+past|quarter\s+(?:past|to)|(?:[89]|10)\s?(?:o'?clock|please|[.,;]|each|every|on\s))/gi;
/** "Ring us before 9.30am": what one calls a school about in the morning. */
function isCallAboutAbsence(words: string): boolean {
  return matchesOf(words, BY_TIME).some(({ index }) =>
    CALL_BEFORE.test(words.slice(Math.max(0, index - REACH), index)),
  );
}
const REACH = 104;
const ATTENDANCE =
  /\b(?:more\s)?detailed\s(?:support|help|advice)\b|\bday[- ]to[- ]day\s(?:questions|matters|quer|contact|enquir)|\battendance\b(?!\s+(?:(?:and|&)\s+\w+\s+)?polic(?:y|ies))|\bpunctuality\b(?!\s+policy)/i;
const AUTHORITY =
  /\b(?:county|city|borough|district|metropolitan)\s+(?:council|attendance)|\bcouncil\b|\blocal authorit(?:y|ies)\b|\beducation welfare\b|\bschool attendance (?:support|improvement|service)|\battendance (?:support|improvement|advisory|enforcement) (?:team|service)|\bEWS\b|\bearly help\b/i;
/** Numbers for other business, and numbers of nobody here. */
const OTHER =
  /\b(?:safeguarding|dsl|ddsl|mash|police|nspcc|childline|nhs|social care|children's services|lado|senco|sendco|send|fax|catering|meals?|wrap ?around|breakfast|after[- ]school|uniform|admissions?|data protection|complaints?|helpline|samaritans|young ?minds|crisis|transport|company|registered)\b/i;

function purposeOf(
  placed: PlacedBlock,
  reached: Reached,
  previous: number,
  context: BlockContext,
): { purpose: Purpose; confidence: Confidence } | null {
  const own = reached.email?.split('@') ?? [];
  const [mailbox = '', host = ''] = own;
  if (/\.gov\.uk$/i.test(host)) return { purpose: 'localAuthority', confidence: 'likely' };
  if (/attendance/i.test(mailbox))
    return { purpose: saysAbsence(placed, reached) ? 'absence' : 'attendance', confidence: 'certain' };
  if (/absen|^away$/i.test(mailbox)) return { purpose: 'absence', confidence: 'certain' };
  const near = nearWords(placed, reached, previous);
  const said = purposeIn(near);
  if (said === 'other') return null;
  if (said) return { purpose: said, confidence: said === 'absence' ? 'certain' : 'likely' };
  const earlier = purposeIn(earlierWords(placed, reached));
  if (earlier && earlier !== 'other') return { purpose: earlier, confidence: 'likely' };
  if (earlier) return null;
  return purposeFromContext(placed, reached, context);
}

function speaksOfAbsence(words: string): boolean {
  return ABSENCE.test(words) || isCallAboutAbsence(words);
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
  if (OTHER.test(words)) return 'other';
  if (ATTENDANCE.test(words)) return 'attendance';
  if (MAY_BE_ROLE.test(words) && roleTitles(words).some((title) => title.is !== 'headteacher')) return 'attendance';
  return null;
}

/** The lines or sentences of the block before the number. */
function earlierWords({ block }: PlacedBlock, { start }: Reached): string {
  return block.cells ? '' : block.plain.slice(Math.max(block.bodyAt, start - 260), start);
}

const REPORTING_HEADING =
  /\breport(?:ing)?\b.{0,30}\babsen|\babsence (?:line|procedure|reporting)|first day|\b(?:if (?:your|a)|my) child(?:'s| is| will be)? (?:ill|absent|unwell|away|off|poorly|not well|not coming|sick)/i;
const CONTACT_HEADING = /\bcontacts?\b|\bwho to\b|\bkey (?:people|staff)|roles and responsibilities/i;

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
  if (!bare) return null;
  const said = purposeIn(before);
  // Page chrome repeats the title above the school's number: only a sentence, a label or a role may speak for it.
  const speaks =
    (said === 'absence' && isCallAboutAbsence(before)) ||
    /[.:!?)]\s*$/.test(before) ||
    roleTitles(before).length > 0 ||
    CONTACT_HEADING.test(heading);
  if (said && said !== 'other' && speaks) return { purpose: said, confidence: 'likely' };
  const leads = CONTACT_HEADING.test(heading) || /\b(?:contact|reach|get in touch)\b[^.\n]{0,60}:\s*$/i.test(before);
  if (leads && ATTENDANCE.test(heading)) return { purpose: 'attendance', confidence: 'unsure' };
  return null;
}
