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

/** `plain`: the words are also a topic or the name of a school's own policy; only quotes, a link or "DfE" make them a title. */
const TITLES: readonly { series: string; words: string; plain?: true }[] = [
  { series: 'working-together', words: 'working together to improve school attendance' },
  { series: 'working-together', words: 'working together to improve attendance', plain: true },
  { series: 'keeping-children-safe', words: 'keeping children safe in education' },
  {
    series: 'children-missing-education',
    words:
      'children missing (?:from |in )?education(?:\\s?[:-]\\s?statutory guidance(?: for (?:local authorities|schools)(?: and (?:local authorities|schools))?)?)?',
    plain: true,
  },
  {
    series: 'providing-remote-education',
    words: 'providing remote education(?:[:-]? guidance for schools)?',
    plain: true,
  },
  {
    series: 'summary-table',
    words: '(?:guidance )?summary table of responsibilities(?: for (?:school )?attendance)?',
  },
  {
    series: 'parental-responsibility-measures',
    words:
      '(?:school (?:behaviour and )?attendance\\s?[:-]?\\s?)?parental responsibility measures(?: for (?:school )?(?:behaviour and )?attendance(?: and behaviour)?)?',
  },
  {
    series: 'securing-full-attendance',
    words: 'framework for securing full attendance(?:\\s?[:-]?\\s?actions for schools and local authorities)?',
  },
  {
    series: 'school-attendance-guidance-2020',
    words: 'school attendance[:]? guidance(?: for (?:maintained )?schools)?',
    plain: true,
  },
  {
    series: 'mental-health-and-attendance',
    words: "(?:support for pupils where a )?mental health issues? (?:is |are )?affecting (?:a pupil's )?attendance",
  },
  {
    series: 'suspension-and-permanent-exclusion',
    words: 'suspensions? and permanent exclusions?(?: from (?:maintained )?schools)?',
    plain: true,
  },
  {
    series: 'health-needs',
    words:
      '(?:(?:ensuring|arranging) (?:a good )?)?education for children (?:with health needs )?who cannot attend school(?: because of health needs)?',
  },
  {
    series: 'medical-conditions',
    words: 'supporting pupils (?:at school )?with medical conditions(?: at school)?',
    plain: true,
  },
  { series: 'working-together-to-safeguard-children', words: 'working together to safeguard children' },
  {
    series: 'convention-on-the-rights-of-the-child',
    words: '(?:UN|United Nations) convention on the rights of the child',
  },
  { series: 'keeping-children-safe', words: 'KCSIE' },
  { series: 'working-together', words: 'WTT?ISA' },
  {
    series: '',
    words:
      '(?:SEND|special educational needs and disabilit(?:y|ies)) code of practice(?:\\s?[:,-]?\\s?0\\s?(?:-|to)\\s?25(?: years)?)?',
  },
];
const ANY_TITLE = new RegExp(TITLES.map(({ words }) => `\\b(${words.replace(/ /g, '\\s{1,8}')})\\b`).join('|'), 'gi');
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
  /working\s+together|keeping\s+children|KCSIE|WTT?ISA|convention|children\s+missing|remote\s+education|summary\s+table|parental\s+responsibility|securing\s+full|school\s+attendance:?\s+guidance|mental\s+health|permanent\s+exclusion|cannot\s+attend|medical\s+conditions|code\s+of\s+practice/i;
const APPLIES = /\b(?:applies|force)\b/i;

/** Every guidance document that a text names. `raw` tells links, which the plain view hides. */
export function printedTitles(text: string, raw: string): PrintedTitle[] {
  const found: PrintedTitle[] = [];
  const claims = new Claims(text.length);
  for (const match of MAY_NAME.test(text) ? matchesOf(text, ANY_TITLE) : []) {
    const index = match.slice(1).findIndex((group) => group !== undefined);
    const entry = TITLES[index];
    if (!entry) continue;
    const before = text.slice(Math.max(0, match.index - 100), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 110);
    if (OWN_POLICY.test(after) && /^['"]?\s{0,3}(?:polic|procedure|officer|team|referral|form|lead)/i.test(after))
      continue;
    const publisher = PUBLISHER_BEFORE.exec(before);
    if (
      entry.plain &&
      !publisher &&
      !isSetOff(text, raw, match.index, match[0].length) &&
      !STATES_GUIDANCE_BEFORE.test(before) &&
      !STATES_GUIDANCE_AFTER.test(after)
    )
      continue;
    if (!claims.isFree(match.index, match.index + match[0].length)) continue;
    const behind = BEHIND.exec(after);
    const lead = publisher ? publisher[0].length : 0;
    // From when guidance applies is said of it, not part of its title.
    const belongs = behind && !APPLIES.test(behind[0]) ? behind[0].length : 0;
    const start = match.index - lead;
    const close = match.index + match[0].length + belongs;
    // The mark that opened behind "DfE (2025)" closes here.
    const end = /['"]\s{0,4}$/.test(publisher?.[0] ?? '') && /['"]/.test(text.charAt(close)) ? close + 1 : close;
    claims.take(match.index, end);
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
