import type { Block } from '../blocks.ts';
import { matchesIn } from '../document.ts';
import type { Confidence } from '../schema.ts';
import { around } from './around.ts';
import type { BlockContext, FactDraft, Reader } from './reader.ts';

const PERCENT = /(?<![\d.£])(\d{2,3}(?:\.\d{1,2})?)\+?\s{0,2}(?:%|per\s?cent\b)(?!\s{0,2}(?:-|to|–)\s{0,2}\d)/gi;
const WORDED = /\b(ninety(?:[\s-](?:five|six|seven|eight|nine))?|one hundred|a hundred)\s+per\s?cent\b/gi;
const IN_WORDS: Record<string, number> = {
  ninety: 90,
  five: 95,
  six: 96,
  seven: 97,
  eight: 98,
  nine: 99,
};

/** "Our target is", "we aim for", "at least 96% is expected": what stands before the figure. */
const TARGET_BEFORE =
  /\b(?:targets?|goals?|ambition)\b(?!ed\b)[^.;%]{0,70}$|\b(?:aim(?:s|ing)?|aspir(?:e|es|ing|ation)|striv(?:e|es|ing)|hope(?:s)?|expect(?:s|ed|ation|ing)?|should (?:be|have|achieve|maintain|reach)|need(?:s)? to (?:be|have|achieve)|achiev(?:e|es|ing)|maintain(?:s|ing)?|wants?|kept|attends?\s+at\s+least)\b[^.;%]{0,60}\b(?:attendance|for|of|at|achieve|reach|maintain|least|above|over|have|be)\b[^.;%]{0,40}$|\b(?:this|next)\s(?:school\s|academic\s)?year,?\s(?:we|the\sschool)\s(?:wants?|(?:is|are)\s(?:after|hoping\sfor|aiming\sfor)|(?:would|'d)\slike|hopes?\sfor|needs?)\s(?:at\sleast\s)?$|^\W*(?:our\s)?aim(?:\s?:|\sis)\s*$|\bwe\s(?:all\s)?(?:(?:ask|look|hope)\sfor|expect)\s(?:at\sleast\s)?$|\b(?:we|school|academy|all|everyone)\b[^.;%]{0,30}\bwork(?:s|ing)?\s+towards\s+(?:an?\s+)?(?:\w+\s+){0,3}$|\bminimum (?:attendance )?(?:of|is|requirement|expectation)\b[^.;%]{0,30}$/i;
const TARGET_AFTER =
  /^[^.;%\d]{0,40}\b(?:target(?!\s(?:is|of|was|for)\s)|goal|minimum expectation|is (?:our|the school's|the) (?:target|goal|aim|expectation)|is expected|is what we (?:expect|aim for|want|ask|hope)|(?:that )?we (?:all )?(?:expect|want|ask for|aim for|hope for|look for)(?! to\b))\b/i;
/** Figures of last year, of others, of one plan, of prizes, of groups, and lines that set something off. */
const NO_TARGET_WORDS: ReadonlySet<string> = new Set(
  'class classes tutor form house week government department dfe council borough below under fall falls fallen falling drop drops dropped dropping national nationally average county england previous previously reached achieved was were reward rewards rewarded certificate certificates prize prizes badge badges award awards awarded treat postcard postcards individual personal success exit outstanding considered persistent persistently severe severely lateness pa cohort cohorts discount letter letters contract trip prom'.split(
    ' ',
  ),
);
const NO_TARGET =
  /\b(?:less than|all schools|last year|celebrat\w{1,6}|within (?:\w+[\s-]){1,3}(?:weeks?|days?|months?|half|terms?)|(?<!like )(?:other|neighbouring|some|most|many|which) (?:schools|academies)|(?:action|support|intervention|attendance)\s+plans?)\b/i;
const NO_TARGET_OF_ALL =
  /\b(?:report card|on report|good schools?|absence (?:rate|target|of|level)|unauthorised absence|for each (?:class|pupil|child|student|year|house|form|half|term|month|week)|improve(?:s|d)? to|moves? to|stabilis\w{1,4} (?:to|at)|monitoring period)\b/i;

/** The attendance that the school as a whole aims for, in percent. */
export const targets: Reader = {
  kinds: ['target'],
  mayRead: /\d\+?\s{0,2}(?:%|per\s?cent)|ninety|hundred per/i,
  read(placed, context) {
    const { block } = placed;
    const found = [
      ...matchesIn(block, PERCENT).map((match) => ({ match, value: Number(match[1]) })),
      ...matchesIn(block, WORDED).map((match) => ({ match, value: inWords(match[1] ?? '') })),
    ].sort((a, b) => a.match.index - b.match.index);
    return found.flatMap(({ match, value }): FactDraft[] => {
      if (value < 80 || value > 100) return [];
      const start = match.index;
      const end = start + match[0].length;
      const confidence = confidenceAt(placed.block, start, end, context);
      return confidence ? [{ kind: 'target', value, confidence, start, end }] : [];
    });
  },
};

/** "… was 95.6% and there is an expectation of …": with a figure and a subject of its own another clause begins. */
const NEXT_CLAUSE = /(?<=(?:%|per\s?cent))\s+(?:and|but|so|though|while)\s+(?:there|we|our|the|this|all|every|it)\b/i;
const TARGET_ABOVE = /\btarget\b[^.;%\d]{0,50}:\s*$/i;
/** "What attendance do you expect?" over "97%." */
const ASKED_ABOVE =
  /\b(?:what|which)\b[^.?]{0,40}\battendance\b[^.?]{0,30}\b(?:expect|aim|want|hope|look)\b[^.?]{0,20}\?\W*$|\b(?:what|which)\b[^.?]{0,40}\btarget\b[^.?]{0,40}\?\W*$/i;
const SCHOOL_TARGET =
  /\b(?:school(?:'s)?|our|attendance|whole[\s-]school|trust)\s+(?:\w+\s+){0,2}target(?:\s+(?:of|is|for|=|:))?/i;

/** "Attendance target 2025/26 – 96%". */
const BEHIND_YEAR = /\b20\d\d(?:\s?[/-]\s?\d{2,4})?\s?-\s{0,2}$/;

/** The words before a figure from where its line begins with a capital: the line above speaks of its own figure. */
function sinceLine({ plain }: Block, start: number, lead: string): string {
  const before = plain.slice(Math.max(0, start - lead.length), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return line.length < lead.length && /^\s{0,8}[A-Z]/.test(line) ? line : lead;
}

function confidenceAt(block: Block, start: number, end: number, context: BlockContext): Confidence | null {
  const { before: lead, after } = around(block, start, end);
  // A line that begins with a capital speaks of its own figure.
  const next = block.plain.slice(end, end + after.length).search(/\n\s{0,4}[A-Z]/);
  const rest = next < 0 ? after : after.slice(0, next);
  // "between 90-95.9%": the end of a band.
  if (/\d\s{0,2}(?:%\s{0,2})?(?:-|to)\s{0,2}$/.test(lead) && !BEHIND_YEAR.test(lead)) return null;
  const inLine = sinceLine(block, start, lead);
  const clause = inLine.slice(
    Math.max(
      inLine.lastIndexOf(','),
      inLine.lastIndexOf(';'),
      inLine.lastIndexOf(')'),
      inLine.lastIndexOf('   '),
      inLine.search(NEXT_CLAUSE),
    ) + 1,
  );
  if (
    /\btarget\b[\s:=-]{0,3}$|\btarget (?:of|is|at)\s(?:at least\s|above\s)?$/i.test(lead) &&
    SCHOOL_TARGET.test(lead)
  ) {
    return isForeign(clause, rest) && /\b(?:last|previous|individual|personal|was|absence|national)\b/i.test(clause)
      ? null
      : 'certain';
  }
  // "The target for Years 7 to 11 is 97% and for the Sixth Form 95%."
  if (/\btarget\b[^.;%]{0,60}\d{2}(?:\.\d)?\s?%\s+and\s+for\s+[\w\s]{3,40}$/i.test(lead.slice(-160))) return 'likely';
  // "Our target is for fewer than 12% of pupils to be persistently absent and whole-school attendance of 95.5%."
  if (
    /\b(?:targets?|aims?|goals?)\b[^.;]{0,90}(?:\.\d[^.;]{0,60})?\band\s(?:for\s)?(?:an?\s|our\s)?(?:whole[\s-]school|overall|school)\s(?:attendance|figure)\s(?:of|at|to\sbe|above)\s$/i.test(
      lead.slice(-180),
    )
  )
    return 'likely';
  // "A whole-school figure of at least 97%. This is our target."
  const behind = block.plain.slice(end, end + 80);
  if (
    /^\s{0,2}\.\s{1,3}(?:this|that) is (?:our|the) (?:school(?:'s)? |attendance |whole-school )?target\b/i.test(behind)
  )
    return 'likely';
  // "Our target for attendance is:" and the figure alone below it.
  const alone = lead.trim() === '' && rest.trim() === '' && TARGET_ABOVE.test(context.before.slice(-90));
  if (NOBODY_BELOW.test(inLine)) return 'unsure';
  const answer = lead.trim() === '' && ASKED_ABOVE.test(context.before.slice(-90));
  // "We expect 90% of parents to reply": how many, and no attendance.
  if (/^\s?of\s(?:[a-z]{1,10}\s){0,2}(?:parents|pupils|children|students|families|staff|lessons)\b/i.test(rest))
    return null;
  // "a smidge under our 96% target": whatever was under it.
  if (/\bour\s$/i.test(lead) && /^\s?(?:attendance\s)?target\b/i.test(rest)) return 'likely';
  const said = alone || answer || TARGET_BEFORE.test(lead.slice(-140)) || TARGET_AFTER.test(rest);
  const headed = /\btargets?\b/i.test(context.headings.at(-1) ?? '') && /^[\s\w()/:-]{0,40}$/.test(lead);
  if (!said && !headed) return null;
  if (isForeign(clause, rest) || isRung(block, context)) return null;
  return /\btarget\b/i.test(lead) ? 'likely' : 'unsure';
}

const RUNG =
  /^\s*(?:stage|tier|level|step|phase|cohort|letter|wave)\s{1,3}(?:\d|[a-d]\b|i{1,3}\b|one|two|three|four|five)/i;

/** "Tier Two: … we would hope to see 95%": what a step of a ladder asks of one pupil. */
function isRung({ plain, bodyAt }: Block, { headings }: BlockContext): boolean {
  return RUNG.test(plain.slice(bodyAt, bodyAt + 40)) || RUNG.test(headings.at(-1) ?? '');
}

/** "Our aim is that nobody falls under 96%". */
const NOBODY_BELOW =
  /\b(?:nobody|no(?:[\s-]one|\s(?:child|pupil|student)))\s(?:should|falls?|drops?|is|has|to)\b[^.;%]{0,30}\b(?:below|under|less\sthan)\s+$/i;

/** "We hope that every class will reach 97%" is said of the whole school. */
const OF_EVERYONE = /\b(?:every|all|each)\s(?:of\sour\s)?(?:class(?:es)?|forms?|houses?|tutor\sgroups?)\b/g;

/** "Target for last year was 97% and we reached 95%, this year 97%": each clause speaks for its own figure. */
function isForeign(clause: string, rest: string): boolean {
  const following = /^[^,;.(]{0,60}/.exec(rest)?.[0] ?? '';
  return (
    (clause.toLowerCase().replace(OF_EVERYONE, '').match(/\w+/g) ?? []).some((word) => NO_TARGET_WORDS.has(word)) ||
    NO_TARGET.test(clause) ||
    NO_TARGET_OF_ALL.test(clause) ||
    /\b(?:within (?:\w+[\s-]){1,3}(?:weeks?|days?|months?|half|terms?)|reward|certificate|prize|badge|last year|national average)/i.test(
      following,
    )
  );
}

function inWords(words: string): number {
  const last =
    words
      .toLowerCase()
      .split(/[\s-]+/)
      .at(-1) ?? '';
  return /hundred/i.test(words) ? 100 : (IN_WORDS[last] ?? 0);
}
