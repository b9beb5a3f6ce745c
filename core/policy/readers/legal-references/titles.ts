import { type Alternative, alternativesIn } from '../../../text/alternatives.ts';
import { Claims } from '../../../text/claims.ts';
import { matchesOf } from '../../../text/matches.ts';

/** A guidance document as printed, with offsets in the text. */
export interface PrintedTitle {
  readonly start: number;
  readonly end: number;
  readonly title: string;
  /** The series in core/guidance/documents.ts; null for a title that we do not list. */
  readonly series: string | null;
  /** The year of the edition, when it is printed with the title. */
  readonly year: string | null;
}

/** A guidance document's titles; `plain`: the words are also a topic or the name of a school's own policy, and only quotes, a link or "DfE" make them a title. */
interface Known {
  readonly series: string;
  readonly plain: boolean;
}

function known(series: string, needs: RegExp, pattern: RegExp, plain = false): Alternative<Known> {
  return { is: { series, plain }, needs, pattern };
}

const TITLES: readonly Alternative<Known>[] = [
  known('working-together', /working/i, /\bworking\s+together\s+to\s+improve\s+school\s+attendance\b/gi),
  known('working-together', /working/i, /\bworking\s+together\s+to\s+improve\s+attendance\b/gi, true),
  known('keeping-children-safe', /keeping/i, /\bkeeping\s+children\s+safe\s+in\s+education\b/gi),
  known(
    'children-missing-education',
    /missing/i,
    /\b(?:children\s+missing\s+(?:from\s+|in\s+)?education(?:\s?[:-]\s?statutory\s+guidance(?:\s+for\s+(?:local\s+authorities|schools)(?:\s+and\s+(?:local\s+authorities|schools))?)?)?)\b/gi,
    true,
  ),
  known(
    'providing-remote-education',
    /remote/i,
    /\bproviding\s+remote\s+education(?:[:-]?\s+guidance\s+for\s+schools)?\b/gi,
    true,
  ),
  known(
    'summary-table',
    /summary/i,
    /\b(?:(?:guidance\s+)?summary\s+table\s+of\s+responsibilities(?:\s+for\s+(?:school\s+)?attendance)?)\b/gi,
  ),
  known(
    'parental-responsibility-measures',
    /parental/i,
    /\b(?:(?:school\s+(?:behaviour\s+and\s+)?attendance\s?[:-]?\s?)?parental\s+responsibility\s+measures(?:\s+for\s+(?:school\s+)?(?:behaviour\s+and\s+)?attendance(?:\s+and\s+behaviour)?)?)\b/gi,
  ),
  known(
    'securing-full-attendance',
    /securing/i,
    /\bframework\s+for\s+securing\s+full\s+attendance(?:\s?[:-]?\s?actions\s+for\s+schools\s+and\s+local\s+authorities)?\b/gi,
  ),
  known(
    '',
    /attendance\s?[:-]?\s?(?:departmental|guidance\s+for)/i,
    /\bschool\s+attendance\s?[:-]?\s?(?:departmental\s+advice|guidance)\s+for\s+maintained\s+schools(?:(?:,|,?\s+and)\s+(?:academies|independent\s+schools|local\s+authorities)){1,3}/gi,
  ),
  known(
    'school-attendance-guidance-2020',
    /attendance:?\s+guidance/i,
    /\bschool\s+attendance[:]?\s+guidance(?:\s+for\s+(?:maintained\s+)?schools)?\b/gi,
    true,
  ),
  known(
    'mental-health-and-attendance',
    /mental/i,
    /\b(?:(?:support\s+for\s+pupils\s+where\s+a\s+)?mental\s+health\s+issues?\s+(?:is\s+|are\s+)?affecting\s+(?:a\s+pupil's\s+)?attendance)\b/gi,
  ),
  known(
    'suspension-and-permanent-exclusion',
    /permanent/i,
    /\bsuspensions?\s+and\s+permanent\s+exclusions?(?:\s+from\s+(?:maintained\s+)?schools)?\b/gi,
    true,
  ),
  known(
    'health-needs',
    /cannot/i,
    /\b(?:(?:(?:ensuring|arranging)\s+(?:a\s+good\s+)?)?education\s+for\s+children\s+(?:with\s+health\s+needs\s+)?who\s+cannot\s+attend\s+school(?:\s+because\s+of\s+health\s+needs)?)\b/gi,
  ),
  known(
    'medical-conditions',
    /medical/i,
    /\bsupporting\s+pupils\s+(?:at\s+school\s+)?with\s+medical\s+conditions(?:\s+at\s+school)?\b/gi,
    true,
  ),
  known('working-together-to-safeguard-children', /safeguard/i, /\bworking\s+together\s+to\s+safeguard\s+children\b/gi),
  known(
    'convention-on-the-rights-of-the-child',
    /convention/i,
    /\b(?:(?:UN|United\s+Nations)\s+convention\s+on\s+the\s+rights\s+of\s+the\s+child)\b/gi,
  ),
  known('keeping-children-safe', /KCSIE/i, /\bKCSIE\b/gi),
  known('working-together', /WT/i, /\bWTT?ISA\b/gi),
  known(
    '',
    /code\s+of\s+practice/i,
    /\b(?:(?:SEND|special\s+educational\s+needs\s+and\s+disabilit(?:y|ies))\s+code\s+of\s+practice(?:\s?[:,-]?\s?0\s?(?:-|to)\s?25(?:\s+years)?)?)\b/gi,
  ),
];
const QUOTED =
  /\bD[fF]E'?s?\s{0,3}(?:\((?:19|20)\d\d\)\s{0,3}|(?:statutory )?guidance,?:?\s{0,3})?(['"])([A-Z][^'"\n]{8,140}?)[.,]?\1/g;
const OWN_POLICY =
  /^['"]?\s{0,3}(?:polic(?:y|ies)|procedures?|officers?|team|referral|form|lead|is\b|are\b|who\b|\()(?!\s?(?:DfE|statutory|\d|and\b.{0,20}\bguidance))/i;
const PUBLISHER_BEFORE = /\bDfE\s{0,3}\(?\s{0,2}((?:19|20)\d\d)?\)?,?[:\s]{0,3}['"]?\s{0,4}$/i;
const STATES_GUIDANCE_BEFORE = /\b(?:guidance|DfE|Department for Education)(?:'s)?\b[^.;]{0,60}$/i;
const STATES_GUIDANCE_AFTER =
  /^['"\s,:-]{0,6}\(?\s{0,2}(?:DfE|statutory|guidance|department for education|(?:January|February|March|April|May|June|July|Aug\w{0,4}|Sept?\w{0,6}|October|November|December)?\s?20\d\d)/i;
/** What belongs to the title behind its words: "(KCSIE) 2025", "(DfE, August 2024)", ", July 2026". */
const BEHIND =
  /^['"]?(?:\s{0,8}\((?:KCSIE|WTISA|UNCRC|DfE)\))?['"]?(?:,?\s{1,8}(?:part (?:one|1)\b|guidance\b))?(?:,?\s{0,8}\(?(?:(?:DfE|updated|published|applies from|in force from|version|statutory(?: guidance)?|guidance|\d{1,2}(?:st|nd|rd|th)?|Jan\w{0,6}|Feb\w{0,6}|Mar\w{0,3}|Apr\w{0,3}|May|June?|July?|Aug\w{0,4}|Sept?\w{0,6}|Oct\w{0,5}|Nov\w{0,6}|Dec\w{0,6})[\s,]{1,8}){0,5}(?<year>20\d\d)\)?|\s{0,8}\(DfE[^()]{0,40}\))?/i;

const MAY_NAME =
  /working\s+together|keeping\s+children|KCSIE|WTT?ISA|convention|children\s+missing|remote\s+education|summary\s+table|parental\s+responsibility|securing\s+full|school\s+attendance\s?[:-]?\s?(?:guidance|departmental)|mental\s+health|permanent\s+exclusion|cannot\s+attend|medical\s+conditions|code\s+of\s+practice/i;
const APPLIES = /\b(?:applies|force)\b/i;

/** Every guidance document that a text names. `raw` tells links, which the plain view hides. */
export function printedTitles(text: string, raw: string): PrintedTitle[] {
  const found: PrintedTitle[] = [];
  const claims = new Claims(text.length);
  for (const { is: entry, start: at, end: until } of MAY_NAME.test(text) ? alternativesIn(text, TITLES) : []) {
    const before = text.slice(Math.max(0, at - 100), at);
    const after = text.slice(until, until + 110);
    if (OWN_POLICY.test(after) && /^['"]?\s{0,3}(?:polic|procedure|officer|team|referral|form|lead)/i.test(after))
      continue;
    const publisher = PUBLISHER_BEFORE.exec(before);
    if (
      entry.plain &&
      !publisher &&
      !isSetOff(text, raw, at, until - at) &&
      !STATES_GUIDANCE_BEFORE.test(before) &&
      !STATES_GUIDANCE_AFTER.test(after)
    )
      continue;
    if (!claims.isFree(at, until)) continue;
    const behind = BEHIND.exec(after);
    const lead = publisher ? publisher[0].length : 0;
    // From when guidance applies is said of it, not part of its title.
    const belongs = behind && !APPLIES.test(behind[0]) ? behind[0].length : 0;
    const start = at - lead;
    const close = until + belongs;
    // The mark that opened behind "DfE (2025)" closes here.
    const end = /['"]\s{0,4}$/.test(publisher?.[0] ?? '') && /['"]/.test(text.charAt(close)) ? close + 1 : close;
    claims.take(at, end);
    found.push({
      start,
      end,
      title: tidy(text.slice(start, end)),
      series: entry.series || null,
      year: behind?.groups?.year ?? publisher?.[1] ?? null,
    });
  }
  for (const match of /DfE|DFE/.test(text) ? matchesOf(text, QUOTED) : []) {
    const start = match.index;
    const end = start + match[0].length;
    if (!claims.take(start, end) || /\bpolicy$/i.test(match[2] ?? '')) continue;
    found.push({ start, end, title: tidy(match[0]), series: null, year: null });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** In quotes, in a link of its own, in emphasis, or alone in its block. */
function isSetOff(text: string, raw: string, start: number, length: number): boolean {
  const before = raw.slice(0, start).trimEnd().at(-1) ?? '';
  const after =
    raw
      .slice(start + length)
      .trimStart()
      .at(0) ?? '';
  return (/['"‘“[*_]/.test(before) && /['"’”\]*_.,:]/.test(after)) || /^['"]/.test(text.slice(start - 1, start));
}

function tidy(words: string): string {
  const text = words
    .replace(/\s+/g, ' ')
    .replace(/ ([,;)])/g, '$1')
    .trim();
  // A quotation mark that opens outside the title closes outside it.
  const marks = text.match(/['"](?!\w)|(?<!\w)['"]/g)?.length ?? 0;
  return marks % 2 === 1 ? text.replace(/['"](?=\s|\(|,|$)/, '') : text;
}
