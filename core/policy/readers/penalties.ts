import { matchesOf } from '../../text/matches.ts';
import type { PlacedBlock } from '../document.ts';
import { sentencesOf } from '../document.ts';
import type { BlockContext, FactDraft, Reader } from './reader.ts';

// No notice costs pence: "£1.50" is the price of something.
const AMOUNT = /£\s?(\d{1,3}(?:,\d{3})*|\d{1,5})(?:\.00)?(?!\.?\d|,\d)/g;
const NUMBER_WORDS = new Map([
  ['seven', 7],
  ['three weeks', 21],
  ['3 weeks', 21],
  ['four weeks', 28],
  ['4 weeks', 28],
  ['fourteen', 14],
  ['twenty-one', 21],
  ['twenty one', 21],
  ['twenty-eight', 28],
  ['twenty eight', 28],
  ['forty-two', 42],
  ['forty two', 42],
]);
const COUNT = String.raw`(?:\d{1,2}|seven|fourteen|twenty[- ](?:one|eight)|forty[- ]two)`;
/** A limit of days to pay: the latest day of a span counts ("between day 21 and day 28"). */
const LIMIT = new RegExp(
  [
    // between day 22 and day 28 · between 21 and 28 days · from day 22 to 28 · days 22-28
    String.raw`\b(?:between|from|on|in|within)?\s*(?:days?\s+)?(?:${COUNT})(?:st|nd|th)?\s*(?:days?\s*)?(?:and|to|-)\s*(?:days?\s+)?(?<last>${COUNT})(?:st|nd|th)?(?:\s*(?:calendar |working )?days?)?`,
    // between then and day 28
    String.raw`\bbetween\s+then\s+and\s+(?:the\s+)?day\s+(?<then>${COUNT})`,
    // by day 28 · before the 28th day · up to day 28
    String.raw`\b(?:by|before|up\s+to|until)\s+(?:the\s+)?(?:day\s+(?<day>${COUNT})|(?<nth>${COUNT})(?:st|nd|th)\s+day)`,
    // within 21 days · in 21 days · first 21 days · 21 days · within 21 · 21-day
    String.raw`\b(?:(?<lead>after|beyond|over|more than|instead of|rather than|not(?!\s+later)|(?<!later\s)than|following)\s+)?(?:(?:the\s+)?(?:expiry of\s+)?(?:the\s+)?(?:first|initial|next|period of)\s+)?(?:(?<within>within|in|inside|under|up to|(?:not|no)\s+later\s+than)\s+(?:the\s+)?(?:first\s+|a\s+)?)?(?<count>${COUNT})(?!\d)(?<unit>[\s-]{0,3}(?:calendar |school |working )?days?(?!\w))?`,
    // within three weeks · in four weeks
    String.raw`\b(?:within|in|inside)\s+(?<weeks>(?:three|3|four|4)\s+weeks)\b`,
  ].join('|'),
  'gi',
);
const OTHER_UNIT =
  /^[\s-]*(?:(?:school|rolling|consecutive|academic|calendar)[\s-]+){0,3}(?:years?|weeks?|months?|terms?|sessions?|hours?|(?:[ul]|late|unauthori[sz]ed)\s(?:marks?|codes?|absences?|sessions?)|lates?\b|marks?\b|absences?\b)/i;
const ABOUT_PENALTY =
  /\b(?:penalt(?:y|ies)|fines?|fined|fpns?|pns?|notices?|prosecut\w+|offences?|per (?:parent|child)|each parent)\b/i;
/** "Charged at £160 if paid within 28 days", with "(reduced to £80 …)" on a line of its own behind it. */
const PRICED = /£\s?\d{2,3}\b[^£]{0,40}\bpaid\b[^£]{0,20}\bdays\b/i;
const OF_TRIPS =
  /\b(?:trips?|residentials?|visits?|journeys?|deposits?|camps?|clubs?|meals?|lessons?|uniforms?|tickets?|instalments?)\b/i;
/** "Music lessons: £82 for ten, payable within 28 days of the invoice." */
const OF_LESSONS = /\binvoices?\b|\b(?:music|swimming|dance|instrument\w*)\s(?:lessons?|tuition|fees)\b/i;
/** "Pay £80 within 21 days or £160 within 28": the sums and the days of penalty notices, and of nothing else. */
const OF_NOTICES =
  /(?:\bpay\s)£(?:60|80|120|160)\b[^£.]{0,30}\b(?:21|28|42)\b|£(?:60|80|120|160)\b[^£.]{0,40}\bpaid\b[^£.]{0,20}\b(?:21|28|42)\sdays\b/i;
const ABOUT_PAYING =
  /\b(?:paid|pay|pays|payable|payment|paying|charged?|fine|penalty|notice|rate|discharged|reduced|rises?|increas\w+|doubles?)\b/i;
const NEGATED =
  /\b(?:no (?:option|opportunity|possibility|chance|reduc\w+|lower|longer|discount)|cannot|can not|can't|will not|won't|may not|not (?:be )?(?:available|offered|reduced|possible|able|eligible|an option)|without (?:the |any )?(?:option|possibility|reduc\w+|discount|lower))\b[^£]{0,90}$/i;
const SUM_OF_SEVERAL = /^\s(?:in\s(?:all|total)|altogether)\b/i;
const NOT_BEHIND =
  /^\s(?:(?:reduced|lower|discounted)\s)?(?:(?:rate|amount|sum|charge|option|penalty|fine)\s)?(?:is|are|will|does)(?:\snot|n't|\sno\slonger)\s(?:be\s)?(?:available|offered|possible|apply|open|an\soption)\b/i;
const SUPERSEDED =
  /(?:\b(?:up|goes|rises?|rising|rose|raised|increas\w+|chang\w+|moves?|moving|go|gone|went|risen)\b[^£.]{0,30}\bfrom|\b(?:previously|formerly|was|were|used to be|instead of|rather than|old (?:rate|amount) of)|\bfrom(?= £?\s?\d+ to £?\s?\d))\s*(?:the\s+)?$/i;
/** "If not paid within 21 days" tells when a sum rises, not how long the risen one may wait. */
const UNPAID = /\b(?:not|n't|unpaid)\s+(?:(?:been|be|is)\s+)?(?:paid|received|settled|made)?\s*$/i;
const ALONGSIDE = /^\s*(?:\/|and|or|&)\s*$/i;
const COURT =
  /\b(?:court|magistrates?|convict\w*|prosecut\w*|prison|imprison\w*|criminal|guilty|(?<!\b(?:goes|go|going|rises?|rising|went|moves?) )up to(?!\s(?:the\s)?(?:day|\d{1,2}(?:st|nd|rd|th)))|maximum(?: of)?|level [34])\b/i;
/** "charged at a higher rate of £160": a price, though the next words go to court. */
const PRICE_BEFORE =
  /\bpenalty notice|\b(?:flat|higher|fixed|full|increased|standard)\s(?:rate|amount|sum|charge)\b|\bcharged\s(?:at|a)\b/i;
/** What runs on for longer is no sentence, but damage; the rest of it is left. */
const LONGEST_SENTENCE = 5_000;
const LARGEST_PENALTY = 500;
/** How far, in characters, a word about courts may stand from a sum in a sentence that gives days to pay. */
const NEAR = 60;
const SECOND =
  /\b(?:second|2nd|repeat|subsequent|further)\b[^.]{0,40}\b(?:notice|penalty|fine|offence|time|one|fpn|pn|occasion|will be)|\bsecond(?:\s+\w+){0,4}\s+(?:issued|within)|\bfined\s+again\b|\b(?:another|second)\s+(?:penalty\s+)?(?:notice|fine)\b|^\W*(?:a|the)\s+second\b[^.£]{0,80}\bis\s+£/i;
const FIRST =
  /\b(?:first|1st|initial)\b[^.]{0,25}\b(?:notice|penalty|fine|offence|time|fpn|pn|occasion)|\bfirst will be/i;

interface Amount {
  value: number;
  start: number;
  end: number;
}
interface Limit {
  days: number;
  start: number;
  end: number;
}

/** What a penalty notice costs, and within how many days that sum may be paid. Court fines are no penalty notices. */
export const penalties: Reader = {
  kinds: ['penalty'],
  mayRead: /£\s?\d/,
  read(placed: PlacedBlock, context: BlockContext): FactDraft[] {
    const { block } = placed;
    const about = `${context.headings.slice(-2).join(' ')} ${context.before} ${block.header?.join(' ') ?? ''}`;
    if (OF_LESSONS.test(block.plain) && !/\b(?:penalt|fine[sd]?\b|fpn)/i.test(block.plain)) return [];
    const aboutHere = ABOUT_PENALTY.test(block.plain) || (OF_NOTICES.test(block.plain) && !OF_TRIPS.test(block.plain));
    if (!aboutHere && !ABOUT_PENALTY.test(about) && !PRICED.test(context.before)) return [];
    if (block.cells) return readCells(placed, about) ?? readWords(block.plain, 0, placed, about);
    const drafts: FactDraft[] = [];
    const sentences = sentencesOf(block);
    sentences.forEach((sentence, index) => {
      const earlier = sentences
        .slice(Math.max(0, index - 3), index)
        .map((one) => one.text.slice(-400))
        .join(' ');
      if (!sentence.text.includes('£')) return;
      // "… £80." / "If paid within 21 days." on the next line belongs to the amount.
      const last = index === sentences.length - 1;
      const tail =
        last && /^\s*(?:[-*•(]\s*)?(?:(?:if|when|where)\s*)?(?:it is\s+)?paid\b/i.test(context.after)
          ? ` ${context.after.trim().slice(0, 80)}`
          : '';
      drafts.push(...readWords(sentence.text + tail, sentence.start, placed, `${about} ${earlier}`));
    });
    return drafts;
  },
};

const DAYS_HEADER = /\b\d{1,2}\s+days\b/i;

/** A table whose columns are the days to pay: each amount with the days at the head of its column; null for other tables. */
function readCells(placed: PlacedBlock, about: string): FactDraft[] | null {
  const { cells = [], header, plain } = placed.block;
  if (!header?.some((words) => DAYS_HEADER.test(words))) return null;
  const first = cells[0] ? plain.slice(cells[0].start, cells[0].end).trim() : '';
  return cells.flatMap(({ start, end }, column) => {
    const words = plain.slice(start, end);
    const days = header[column] ?? '';
    if (!words.includes('£') || words.length > 200) return [];
    return readWords(`${words} ${days}`, start, placed, `${first} ${about} penalty`).map((draft) => ({
      ...draft,
      end: Math.min(draft.end, end),
      ...(draft.kind === 'penalty' && SECOND.test(first) ? { offence: 'second' as const } : {}),
      ...(draft.kind === 'penalty' && FIRST.test(first) ? { offence: 'first' as const } : {}),
    }));
  });
}

/** Sums of a worked example, and what others paid in some year. */
const TOLD_OF =
  /\bfor (?:example|instance)\b[^£]{0,200}£|\d\s?x\s?£|\b(?:were|was|have been)\s+(?:all\s+)?paid\b|\b(?:issued|collected|raised)\s+(?:\d[\d,]*\s+)(?:penalty\s+)?(?:notices|fines)/i;

/** "Before August 2024 notices were £60 … and £120 …" */
const AS_IT_WAS = /^\W*(?:before|until|prior\s+to|up\s+to)\s[^£]{0,60}\b(?:were|was|had\s+been)\s[^£]{0,20}£/i;

function readWords(sentence: string, at: number, placed: PlacedBlock, about: string): FactDraft[] {
  const words = sentence.slice(0, LONGEST_SENTENCE);
  if (!ABOUT_PAYING.test(words) && !/\bdays?\b/i.test(words) && !ABOUT_PENALTY.test(words) && !SECOND.test(words))
    return [];
  if (TOLD_OF.test(words) || AS_IT_WAS.test(words)) return [];
  const printed = amountsIn(words);
  const amounts = printed.filter((_, index) => !isSuperseded(words, printed, index));
  if (amounts.length === 0) return [];
  const limits = limitsIn(words, amounts);
  const inHere = ABOUT_PENALTY.test(words);
  return amounts.flatMap((amount, index): FactDraft[] => {
    const before = words.slice(amounts[index - 1]?.end ?? 0, amount.start);
    if (amount.value > LARGEST_PENALTY) return [];
    if (/^\s*(?:vouchers?|gift|prizes?|tokens?|tickets?|cash|book)\b/i.test(words.slice(amount.end))) return [];
    // "£320 in all": what several notices cost.
    if (SUM_OF_SEVERAL.test(words.slice(amount.end, amount.end + 20))) return [];
    if (NEGATED.test(before) || isMultiple(words, amounts, index)) return [];
    // "The £80 rate is not available"
    if (NOT_BEHIND.test(words.slice(amount.end, amount.end + 60))) return [];
    const limit = untilRise(words, amounts, index) ?? limitFor(amounts, limits, index, words);
    // "fined up to £500 by a court" is no notice; "a fine of up to £160" is, when the sentence says days.
    const nearby = limits.length > 0 ? inItsLine(placed.block.plain, at + amount.start, at + amount.end) : words;
    if (!limit && COURT.test(nearby) && !PRICE_BEFORE.test(before)) return [];
    if (!limit && !inHere && !ABOUT_PENALTY.test(about.slice(-200))) return [];
    const from = Math.min(amount.start, limit?.start ?? amount.start);
    const to = Math.max(amount.end, limit?.end ?? amount.end);
    return [
      {
        kind: 'penalty',
        amountGBP: amount.value,
        withinDays: limit?.days ?? null,
        offence: offenceOf(words, amount, about),
        confidence: limit && (inHere || limits.length >= amounts.length) ? 'certain' : 'likely',
        start: at + from,
        end: Math.min(at + to, placed.block.raw.length),
      },
    ];
  });
}

/** The words near a place, as far as its line goes where the lines begin anew: "Third offence: prosecution" is another's. */
function inItsLine(plain: string, start: number, end: number): string {
  const before = plain.slice(Math.max(0, start - NEAR), start);
  const after = plain.slice(end, end + NEAR);
  const line = before.lastIndexOf('\n');
  const next = after.search(LINE_ANEW);
  const lead = line >= 0 && LINE_ANEW.test(before.slice(line)) ? before.slice(line + 1) : before;
  return lead + plain.slice(start, end) + (next < 0 ? after : after.slice(0, next));
}

const LINE_ANEW = /\n\s{0,8}[A-Z•*-]/;

function amountsIn(words: string): Amount[] {
  return matchesOf(words, AMOUNT).map((match) => ({
    value: Number((match[1] ?? '').replaceAll(',', '')),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function limitsIn(words: string, amounts: readonly Amount[]): Limit[] {
  const limits: Limit[] = [];
  for (const match of matchesOf(words, LIMIT)) {
    const { then, last, day, nth, lead, within, count, unit, weeks } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    if (amounts.some((amount) => start < amount.end && amount.start < end)) continue;
    // "£160, halved if the money comes within three weeks": the time of a sum that is not printed.
    if (weeks !== undefined && /\bhal(?:f|ved)\b/i.test(words.slice(Math.max(0, start - 60), start))) continue;
    // "No 21 day rate"
    if (
      /\bno\s{1,3}$/i.test(words.slice(Math.max(0, start - 6), start + (match[0].length - match[0].trimStart().length)))
    )
      continue;
    if (lead !== undefined || UNPAID.test(words.slice(Math.max(0, start - 30), start))) continue;
    if (count !== undefined && unit === undefined && within === undefined && !/\bwith\s+$/i.test(words.slice(0, start)))
      continue;
    // "2 children", "within 3 years", "10 rolling school weeks": no days to pay.
    if (unit === undefined && OTHER_UNIT.test(words.slice(end))) continue;
    const days = numberOf((weeks ?? then ?? last ?? day ?? nth ?? count ?? '').replace(/\s+/g, ' '));
    if (days < 7 || days > 60) continue;
    if (last !== undefined && !/days?/i.test(match[0])) continue;
    limits.push({ days, start, end });
  }
  return limits;
}

const RISES_TO = /^[^£.;]{0,50}\b(?:going|goes|rising|rises|increasing|increases|doubling|doubles)\s(?:up\s)?to\s$/i;
const AFTER_DAYS = new RegExp(
  String.raw`^\s(?:after|if not paid (?:with)?in|if unpaid (?:after|by day))\s(?:the\s)?(?:first\s)?(${COUNT})\b(?:\sdays)?`,
  'i',
);

/** "£80, going up to £160 after 21 days": until then the first sum is the price. */
function untilRise(words: string, amounts: readonly Amount[], index: number): Limit | undefined {
  const [amount, next] = [amounts[index], amounts[index + 1]];
  if (!amount || !next || !RISES_TO.test(words.slice(amount.end, next.start))) return undefined;
  const after = AFTER_DAYS.exec(words.slice(next.end));
  return after ? { days: numberOf(after[1] ?? ''), start: next.end, end: next.end + after[0].length } : undefined;
}

function numberOf(words: string): number {
  return NUMBER_WORDS.get(words.toLowerCase()) ?? Number(words);
}

/** Days follow their amount ("£80 if paid within 21 days"), unless the sentence begins with days. */
function limitFor(
  amounts: readonly Amount[],
  limits: readonly Limit[],
  index: number,
  words: string,
): Limit | undefined {
  const amount = amounts[index];
  if (!amount) return undefined;
  // "If paid within 21 days   If paid within 28 days   First notice   £80   £160": a table's heads, then its rows.
  const opening = amounts[0]?.start ?? 0;
  if (limits.length > 1 && amounts.length >= limits.length && limits.every(({ end }) => end <= opening))
    return limits[index];
  // A semicolon parts one rate from the next.
  const between = (from: number, to: number): Limit[] =>
    limits.filter(
      (limit) =>
        limit.start >= from &&
        limit.end <= to &&
        !words.slice(Math.min(limit.end, amount.end), Math.max(limit.start, amount.start)).includes(';'),
    );
  const behind = between(amount.end, amounts[index + 1]?.start ?? words.length);
  const ahead = between(amounts[index - 1]?.end ?? 0, amount.start);
  // "£80 if paid in 21 days, otherwise £160"
  if (index > 0 && /\botherwise\s+$/i.test(words.slice(Math.max(0, amount.start - 12), amount.start))) return behind[0];
  const first = amounts[0];
  const daysFirst = first !== undefined && between(0, first.start).length > 0;
  const last = amounts.at(-1);
  const endsWithDays = last !== undefined && between(last.end, words.length).length > 0;
  // "£160, reduced to £80 if paid within 21 days; the full amount has to be paid within 28 days"
  const full = FULL_AMOUNT.exec(words);
  if (full && behind.length === 0 && amount.value === Math.max(...amounts.map(({ value }) => value))) {
    const limit = limits.find(({ start }) => start >= full.index && start - full.index < 80);
    if (limit) return limit;
  }
  // "£80 or £160 if paid within 21 or 28 days, respectively"
  if (
    !daysFirst &&
    amounts.length > 1 &&
    last &&
    between(last.end, words.length).length === amounts.length &&
    limits.length === amounts.length
  )
    return limits[index];
  if (daysFirst && (!endsWithDays || nearer(ahead.at(-1), behind[0], amount))) return ahead.at(-1) ?? behind[0];
  return (
    behind[0] ??
    (index > 0 ? undefined : ahead.at(-1)) ??
    (behind.length === 0 && !isOfTheOneBefore(words, amounts[index - 1], ahead) ? ahead.at(-1) : undefined)
  );
}

/** "£80 if paid within 21 days and £160 after this date": those days are the first sum's. */
function isOfTheOneBefore(words: string, before: Amount | undefined, ahead: readonly Limit[]): boolean {
  const [only] = ahead;
  return (
    before !== undefined &&
    only !== undefined &&
    ahead.length === 1 &&
    !words.slice(before.end, only.start).includes(';')
  );
}

const ADDS_UP =
  /\b(?:mean\w{0,3}|totall?\w{0,4}|making|possible|altogether|i\.?e\.?|so\s+(?:two|both)|two\s+parents|both\s+parents|works?\s+out)\b[^£]{0,60}$/i;

/** "£60 for each parent, meaning £120 a child": the same for two, and no notice of its own. */
function isMultiple(words: string, amounts: readonly Amount[], index: number): boolean {
  const [amount, previous] = [amounts[index], amounts[index - 1]];
  if (!amount || !previous || amount.value % previous.value !== 0 || amount.value === previous.value) return false;
  const between = words.slice(previous.end, amount.start);
  return EACH_PARENT.test(between) && ADDS_UP.test(between) && !/\bdays?\b/i.test(between);
}

const EACH_PARENT = /\b(?:per|each|every|for\s+(?:a|one|the))\s+(?:parent|carer|child)\b/i;

const FULL_AMOUNT = /\b(?:full|higher|whole|original)\s+(?:amount|sum|penalty|charge|fine|rate)\b|\botherwise\b/i;

function nearer(ahead: Limit | undefined, behind: Limit | undefined, amount: Amount): boolean {
  if (!ahead) return false;
  return !behind || amount.start - ahead.end <= behind.start - amount.end;
}

/** "goes up from £60 to £80": the first is history. */
function isSuperseded(words: string, amounts: readonly Amount[], index: number): boolean {
  const amount = amounts[index];
  if (!amount) return false;
  const before = words.slice(Math.max(0, amount.start - 60), amount.start);
  const previous = amounts[index - 1];
  // "when fines were £60 / £120"
  if (
    previous &&
    ALONGSIDE.test(words.slice(previous.end, amount.start)) &&
    /\b(?:was|were)\s*$/i.test(words.slice(Math.max(0, previous.start - 8), previous.start))
  )
    return true;
  // "previously £60 rising to £120"
  if (
    previous &&
    /^[\s,]{0,6}(?:(?:then\s+)?(?:rising|going\s+up|doubling|increasing|and\s+then)\s+to|to|-)\s{0,4}$/i.test(
      words.slice(previous.end, amount.start),
    ) &&
    isSuperseded(words, amounts, index - 1)
  )
    return !/\bfrom\s*(?:the\s+)?$/i.test(words.slice(Math.max(0, previous.start - 30), previous.start));
  if (!SUPERSEDED.test(before)) return false;
  const next = amounts[index + 1];
  return !/\bfrom\s*(?:the\s+)?$/i.test(before) || (next !== undefined && next.value > amount.value);
}

function offenceOf(words: string, amount: Amount, about: string): 'first' | 'second' | 'unspecified' {
  const clauseEnd = words.indexOf(';', amount.end);
  const before = words.slice(0, amount.start);
  if (SECOND.test(before)) return lastIs(before, SECOND, FIRST) ? 'second' : 'first';
  if (FIRST.test(before)) return 'first';
  const clause = words.slice(0, clauseEnd < 0 ? words.length : clauseEnd);
  if (SECOND.test(clause)) return 'second';
  if (FIRST.test(clause)) return 'first';
  const heading = about.slice(0, 200);
  return /^\s*(?:first|1st)\b/i.test(heading)
    ? 'first'
    : /^\s*(?:second|2nd)\b/i.test(heading)
      ? 'second'
      : 'unspecified';
}

function lastIs(text: string, wanted: RegExp, other: RegExp): boolean {
  const at = (pattern: RegExp): number => {
    const all = [...text.matchAll(new RegExp(pattern.source, 'gi'))];
    return all.at(-1)?.index ?? -1;
  };
  return at(wanted) > at(other);
}
