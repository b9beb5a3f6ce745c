import { matchesOf } from '../../text/matches.ts';
import type { PlacedBlock } from '../document.ts';
import type { Confidence } from '../schema.ts';
import type { BlockContext, FactDraft, Reader } from './reader.ts';
import { firstNameFrom, lastNameBefore, namesAt, type PrintedName } from './roles/names.ts';
import { type FoundTitle, type Role, roleTitles } from './roles/titles.ts';

/** Who leads on attendance, who works on it from day to day, the link governor, the headteacher: only where named. */
export const roles: Reader = {
  kinds: ['role'],
  mayRead:
    /(?<![A-Za-z])[A-Z][A-Za-z'’.-]{0,24}[ ]{1,6}(?:(?:de|da|van|von|der|den|la|le|du|al|el|bin|ap|of) )?[A-Z]|\b(?:Mr|Mrs|Ms|Miss|Dr)\b/,
  read(placed, context) {
    const text = linesAndCells(placed);
    // Most capitals in a policy are no names: look for one before looking for titles.
    if (firstNameFrom(text, 0, text.length).length === 0) return [];
    const titles = roleTitles(text);
    return [
      ...namedBeside(placed, text, titles),
      ...(titles.length === 0 ? namedByNeighbour(placed, text, context) : []),
      ...namedByDuties(text, context),
    ];
  },
};

const MAY_BE_BROKEN = /\b(?:Mr|Mrs|Ms|Miss|Dr)(?: [A-Z][a-z]{0,12})?\n[A-Z]/;
/** "Mrs", "… is Mrs Amina" at the end of a line: the surname stands on the next, and nothing else of a name with it. */
const BROKEN_NAME =
  /((?:^|[^\n]{12}[ (])(?:(?:Mr|Mrs|Ms|Miss|Dr) (?:[A-Z][a-z]{1,12}|[A-Z])(?=\n[A-Z][a-z'-]{1,20}(?:[.,;)]|\s?$))|(?:Mr|Mrs|Ms|Miss|Dr)(?=\n[A-Z][a-z'-]{1,20})))\n/gm;

/** The block's plain text with "|" between the cells of a row, whatever stands there. */
function linesAndCells({ block }: PlacedBlock): string {
  if (!block.cells) return MAY_BE_BROKEN.test(block.plain) ? block.plain.replace(BROKEN_NAME, '$1 ') : block.plain;
  const units = [...block.plain.split('')];
  for (const { end } of block.cells) {
    // Columns that only spaces part abut: there the last space of the cell stands for the line.
    const at = /\s/.test(units[end - 1] ?? '') && !/[\s|]/.test(units[end] ?? ' ') ? end - 1 : end;
    if (at < units.length) units[at] = '|';
  }
  return units.join('');
}

/** "The attendance champion at Hill Top School is": it may be another school's. */
const AT_A_SCHOOL =
  /\b(?:at|of|for)\s(?:[A-Z][\w'-]{1,20}\s){1,4}(?:School|Academy|College|Primary|High|Infants|Juniors)\b/;

/** From a title to its name with hardly a word between: "Attendance Officer (KS2): Mrs Lee". */
const TIGHT = /^(?:\(s\)|'s|\))?\s{0,6}(?:\([^()\n]{0,80}\)\s{0,3})?(?:name\s{0,3})?[\s:=,|(-]{0,60}$/i;
/** "Our link governor for attendance, at Elm Park School, is"; "Champions (with EYFS):". */
const SAID =
  /^[^.:;\n|?]{0,100}(?::|=|\b(?:is|are|being|named):?)[\s|]{0,6}(?:currently\s)?(?:(?:held|taken|filled|carried\sout)\sby\s)?$/i;
/** "Our champion is the Deputy Head, Mrs Lee": a post between the title and its name. */
const IS_THE_POST =
  /^(?:[^.:;\n|?]{0,40}\bis)?\s(?:the|our)\s(?:\w+[\s-]){0,2}(?:head(?:\s?teacher)?|principal|sendco|senco|bursar|manager|officer|lead)\s{0,2}[,(-]\s{0,2}$|^,\s{1,2}(?:(?:the|our)\s)?(?:(?:assistant|deputy|vice)[\s-])?(?:head(?:\s?teacher)?|principal)\s{1,2}$/i;
/** "…names a link governor. This is currently Mrs Lee." */
const THIS_IS =
  /^(?:\s(?:for|of)\s\w{1,14}){0,2}\.\s{1,3}(?:this|that)(?:\sperson)?\s(?:is|will be)\s(?:currently\s)?$/i;
const NOT_SAID =
  /\b(?:responsible|will|must|should|can|may|who|whether|if|when|contact(?:ed)?|report(?:s|ed)?|informed?|authorised?|for all)\b/i;
/** From a name to the title behind it: "Mrs Lee, our attendance officer"; "Mrs Lee (Attendance Lead)". */
const NAME_FIRST =
  /^(?=[\s,(|:-]|\s(?:is|as)\b)[\s,(|:-]{0,6}(?:(?:who\s)?(?:is|acts\sas|serves\sas|holds\sthe\s(?:role|post)\sof|(?:has\sbeen|was|is)\s(?:appointed|named|chosen)(?:\s(?:as|to\sbe))?|(?:works|is\semployed|joined)\s(?:\w+\s){0,4}as)\s|who's\s|as\s|in\sthe\s(?:school\s)?office,?\s|-\s)?(?:(?:the|our|your|a|school|school's|current|designated|named|nominated)\s){0,3}(?:(?:(?:assistant|deputy|vice|associate)[\s-]+(?:head\s?teacher|head|principal)|SENDCO|SENCO|DSL|designated\s+safeguarding\s+lead|head\s+of\s+(?:year|school|inclusion)|inclusion\s+lead|(?:class\s+)?teacher)\s{0,3}(?:,|and|&|\/)\s{0,3}(?:(?:who\s)?is\s|who's\s)?(?:(?:the|our|a)\s)?){0,2}$|^\s\([^()\n]{3,40}\),?\s{1,2}(?:(?:is|who\sis|acts\sas)\s(?:also\s)?(?:(?:the|our|a)\s)?)?$/i;
/** "Mrs Lee - Headteacher Mr Cole - Attendance Officer": without lines, a name with a post behind it is not of the one before it. */
const OWN_POST = /^\s{0,3}[-,(]\s{0,3}(?:(?:the|our|your|school)\s){0,2}$/i;
/** "**Attendance officer.** Mrs Lee answers …": a title that heads its line like a heading. */
const BRACKET_OF_NAME = /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|[A-Z][a-z]{1,15})\.?\s[A-Z][A-Za-z'’-]{1,20}\s\($/;
const RUN_IN = /^(?:\(s\))?\s{0,2}\.\s{1,8}$/;
/** "Headteacher and attendance champion": one person may hold two posts. */
const AND_ALSO = /^\s{0,3}(?:,|,?\s?and|&|\/)\s{1,3}(?:(?:the|our|a|school|school's)\s){0,2}$/i;

/** "Mrs Lee (Headteacher) is our attendance champion", "Mrs Lee, Headteacher, is …". */
const AND_IS =
  /^\)?\s{0,2},?\s{1,3}(?:who\s|and\s)?(?:is|acts\sas)\s(?:also\s)?(?:(?:the|our|a|school|school's)\s){0,2}$/i;

function namedBeside(placed: PlacedBlock, text: string, titles: readonly FoundTitle[]): FactDraft[] {
  if (titles.length === 0) return [];
  const claimed = new Set<number>();
  const drafts: FactDraft[] = [];
  const nameLed = namesAt(text, firstLetter(placed, text)).length > 0;
  const behind = titles.map((title, index) => {
    const names = firstNameFrom(text, title.end, title.end + 130);
    const first = names[0];
    if (!first) return [];
    const gap = text.slice(title.end, first.start);
    // "Attendance officer. The name of our link governor is: Ann Lee": the name goes to the title nearest before it.
    const next = titles[index + 1];
    if (next && next.end <= first.start && !AND_ALSO.test(text.slice(title.end, next.start))) return [];
    // A list that begins with a name goes "name, title, name, title": then a line or cell break ends the title's reach.
    if ((nameLed || isBehindName(text, title.start)) && /[\n|]/.test(gap)) return [];
    if (/^\s*$/.test(gap) && next && OWN_POST.test(text.slice(first.end, next.start))) {
      const post = titles[index - 1];
      const from = post && AND_ALSO.test(text.slice(post.end, title.start)) ? post.start : title.start;
      if (lastNameBefore(text, Math.max(0, from - 90), from, NAME_FIRST).length > 0) return [];
    }
    // "Mr Osgood (Headteacher) Miss Lavery (…)": the bracket is of the name before it.
    const bracketed = /^\)\s/.test(gap) && BRACKET_OF_NAME.test(text.slice(Math.max(0, title.start - 40), title.start));
    const tight =
      !bracketed && TIGHT.test(gap) && (/[:=,|(\n-]/.test(gap) || /^(?:Mr|Mrs|Ms|Miss|Dr|Mx)\b/.test(first.name));
    const runIn =
      RUN_IN.test(gap) &&
      /(?:^|\n)(?:[^\S\n]|[*•\d.)-])*$/.test(text.slice(Math.max(0, title.start - 20), title.start));
    return tight || runIn || THIS_IS.test(gap) || IS_THE_POST.test(gap) || (SAID.test(gap) && !NOT_SAID.test(gap))
      ? names
      : [];
  });
  titles.forEach((title, index) => {
    for (const name of behind[index] ?? []) {
      // A contact may be told her post behind her name: "for support contact: Mrs Lee - attendance officer".
      if (title.is !== 'contact') claimed.add(name.start);
      const elsewhere = AT_A_SCHOOL.test(text.slice(title.end, name.start));
      drafts.push(roleFact(text, title, name, elsewhere ? 'likely' : 'certain'));
    }
  });
  let last: PrintedName[] = [];
  titles.forEach((title, index) => {
    if ((behind[index] ?? []).length > 0) {
      last = [];
      return;
    }
    const previousEnd = titles[index - 1]?.end ?? 0;
    const from = Math.max(0, title.start - 90, previousEnd);
    const between = text.slice(previousEnd, title.start);
    const also = last.length > 0 && (AND_ALSO.test(between) || AND_IS.test(between));
    const names = also
      ? last
      : lastNameBefore(text, from, title.start, NAME_FIRST).filter(
          (name) =>
            !OF_OLD.test(text.slice(Math.max(0, name.start - 24), name.start)) &&
            (!claimed.has(name.start) || IS_ALSO.test(text.slice(name.end, title.start))),
        );
    last = names;
    drafts.push(...names.map((name) => roleFact(text, title, name, 'likely')));
  });
  return drafts;
}

/** "Mr Cole took over from Mrs Lee as Attendance Champion". */
const OF_OLD = /\b(?:(?:took|taken?|takes|taking)\sover\sfrom|replac(?:es|ed|ing)|succeed(?:s|ed|ing))\s$/i;

/** "Mrs Lee - Attendance Manager": the line of a title begins with its name. */
function isBehindName(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const lead = /^[\s•*·-]*/.exec(line)?.[0].length ?? 0;
  return namesAt(line, lead).length > 0;
}

/** "Headteacher Mrs Lee is our attendance champion": the name has a post before it and takes another behind it. */
const IS_ALSO = /^\s(?:is|acts\s+as)\s/i;

function firstLetter({ block }: PlacedBlock, text: string): number {
  const from = block.cells ? (block.cells[0]?.start ?? 0) : block.bodyAt;
  return from + (text.slice(from).length - text.slice(from).trimStart().length);
}

function roleFact(text: string, title: FoundTitle, name: PrintedName, confidence: Confidence): FactDraft {
  return {
    kind: 'role',
    role: title.is,
    name: name.name,
    title: text.slice(title.start, title.end).replace(/\s+/g, ' '),
    confidence,
    start: name.start,
    end: name.end,
  };
}

/** What may follow the names of a block that holds names and ways to reach them, and nothing else. */
const ONLY_CONTACT = /^[\s,:;()|-]*(?:$|tel|phone|e-?mail|mob|ext|contact|\(?0\d|\+44|[\w.]{1,40}@)/i;

const AT_WORK =
  /^\s(?:monitors?|checks?|leads?|oversees?|looks?\s+after|manages?|works?|tracks?|follows?)\b[^.\n]{0,40}\b(?:attendance|absen)/i;

/** A name alone in its block: the title stands in the block before it, or, in a signature, behind it. */
function namedByNeighbour(placed: PlacedBlock, text: string, context: BlockContext): FactDraft[] {
  const names = namesAt(text, firstLetter(placed, text));
  const last = names.at(-1);
  if (!last) return [];
  const rest = text.slice(last.end, last.end + 60);
  const before = soleTitle(context.before, 'end');
  // "Our attendance officer" above "Mrs Rice monitors attendance daily."
  if (before && before.text.trim() === context.before.replace(/^[\s#*>•-]+/, '').trim() && AT_WORK.test(rest))
    return names.map((name) => roleFact(before.text, before.found, name, 'likely'));
  // "Who is the attendance champion?" "Mr Pryce, deputy headteacher."
  if (!ONLY_CONTACT.test(rest) && !(before && WHO_IS.test(context.before))) return [];
  const title = before ?? soleTitle(context.after, 'start');
  if (!title) return [];
  // Between two titles a name may be either's, which is no doubt where both are one post's.
  const behind = soleTitle(context.after, 'start');
  const confidence = before && (!behind || behind.found.is === before.found.is) ? 'likely' : 'unsure';
  return names.map((name) => roleFact(title.text, title.found, name, confidence));
}

const WHO_IS = /^[\s#*>•-]*who(?:'s|\s(?:is|are|leads))\b/i;

function soleTitle(neighbour: string, side: 'start' | 'end'): { text: string; found: FoundTitle } | null {
  const lines = neighbour.trim().split('\n');
  const line = ((side === 'end' ? lines.at(-1) : lines[0]) ?? '').replace(/^[\s#*>•-]+/, '');
  if (line.length > 90) return null;
  const titles = roleTitles(line);
  const found = side === 'end' ? titles.at(-1) : titles[0];
  if (
    !found ||
    found.start > (side === 'end' ? 40 : 12) ||
    namesAt(line, 0).length > 0 ||
    firstNameFrom(line, found.end, line.length).length > 0
  )
    return null;
  return (/[.!?]$/.test(line.trim()) && !WHO_IS.test(line)) || /\b(?:will|must|should|responsible)\b/i.test(line)
    ? null
    : { text: line, found };
}

const IS_RESPONSIBLE = /\b(?:is|are)\s+responsible\s+for\b/;
const DUTIES = /^([\s*•·-]{0,6})(?=[A-Z])[^\n]{3,80}\b(?:is|are)\s+responsible\s+for\b/gm;

/** "Mrs Lee is responsible for:" over duties of attendance: no title is printed, the duties tell the role. */
function namedByDuties(text: string, context: BlockContext): FactDraft[] {
  const drafts: FactDraft[] = [];
  for (const opening of matchesOf(text, DUTIES)) {
    const names = namesAt(text, opening.index + (opening[1] ?? '').length);
    const last = names.at(-1);
    if (!last || !/^\s{1,4}$/.test(text.slice(last.end, opening.index + opening[0].search(IS_RESPONSIBLE)))) continue;
    const duty = `${text.slice(opening.index + opening[0].length)} ${context.after}`;
    if (!/\battendance\b/i.test(duty)) continue;
    const role: Role = /\b(?:strategic|overall|vision|leadership|whole[\s-]school)\b/i.test(duty)
      ? 'attendanceChampion'
      : 'attendanceOfficer';
    drafts.push(
      ...names.map(({ name, start, end }) => ({
        kind: 'role' as const,
        role,
        name,
        confidence: 'unsure' as const,
        start,
        end,
      })),
    );
  }
  return drafts;
}
