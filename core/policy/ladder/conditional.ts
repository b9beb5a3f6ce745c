import { oneLine } from '../../text/one-line.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { type Clause, waitIn } from './conditions.ts';
import { looksBack } from './looks-back.ts';
import { SCHOOL_WILL } from './measured.ts';
import { isEnforcement, saysAction } from './measures.ts';
import { onlyLooksBack } from './only-looks-back.ts';
import type { Found, Reading } from './reading.ts';
import { schoolDoes } from './school-does.ts';
import {
  ASKS_PARENTS,
  CONCERN,
  GETS_IN_TOUCH,
  HARMLESS,
  NOT_DONE,
  PARENTS_DO,
  STRONG,
  saysAway,
  spelledOut,
  TROUBLE,
  withoutBrackets,
} from './wording.ts';

const IMPLICIT =
  /\b(?:any|all)\s+((?:[\w']+\s+){1,3}(?:without|with\s+no|unexplained|not\s+explained)\b[^.;,]{3,80}?)\s+(?:are|is|will|may)\b/i;

function isHarmless(words: string): boolean {
  return HARMLESS.isIn(withoutBrackets(words));
}

/** Words only: a condition that is trouble, answered with a measure. */
export function conditional(reading: Reading): Found | null {
  const { text, setting } = reading;
  const clauses = reading.clauses
    .filter(({ start, end }) => !isAside(text, start) && !EXCEPT.test(text.slice(start, end)))
    // "unless attendance improves": without its first word it says the contrary.
    .map((clause) =>
      /^unless\b/i.test(text.slice(clause.start)) ? { ...clause, words: `unless ${clause.words}` } : clause,
    );
  const back =
    clauses.find((clause) => (looksBack(clause.words) || comesAfter(reading, clause)) && !isHarmless(clause.words)) ??
    saidAtHead(reading);
  const listed = (setting.below?.length ?? 0) >= 2;
  const clause =
    back ??
    clauses.find(
      ({ words }) =>
        (TROUBLE.isIn(spelledOut(words)) ||
          AGAIN.test(words) ||
          isHabitual(words) ||
          (listed && CONCERN.test(words))) &&
        !isHarmless(words),
    ) ??
    (setting.inList ? clauses.find(({ words }) => !isHarmless(words)) : undefined) ??
    circumstances(reading);
  if (!clause) {
    const implicit = setting.inLadder ? IMPLICIT.exec(text) : null;
    if (!implicit?.[1]) return null;
    const wait = waitIn(text);
    return {
      trigger: { condition: implicit[1].replace(/\s+/g, ' ') },
      start: implicit.index,
      end: implicit.index + implicit[0].length,
      ...(wait ? { after: { wait } } : {}),
      likely: false,
    };
  }
  const { main } = reading;
  // "If not, the following stages begin:" and the stages below: each is a step of its own.
  if (STAGES_BELOW.test(text) && (setting.below ?? []).length === 0) return null;
  // "A pupil moves on to Stage 3 if attendance has not gone up. A panel is held."
  const behind = figuresIn(reading.after).length > 0 ? '' : reading.after;
  const next = saysAction(main) ? '' : behind;
  const does = spelledOut([main, next, ...(setting.below ?? [])].join(' '));
  if ((PARENTS_DO.test(main) && !SCHOOL_WILL.test(main)) || ASKS_PARENTS.test(main) || NOT_DONE.test(main)) return null;
  const unpaid = UNPAID.test(spelledOut(clause.words));
  if (unpaid && (!COURT.test(does) || COSTS_MORE.test(text.slice(clause.end)))) return null;
  const acts = schoolDoes(does) || (GETS_IN_TOUCH.test(main) && isByName(main));
  const answers =
    (back &&
      saysAction(does) &&
      (acts || listed || setting.inLadder || setting.follows || STRONG.isIn(`${does} ${behind}`))) ||
    (acts && (STRONG.isIn(does) || (GETS_IN_TOUCH.test(main) && saysAway(spelledOut(clause.words))))) ||
    (acts && OFTEN.test(clause.words) && saysAction(does)) ||
    (acts && STAYED_AWAY.test(clause.words) && saysAction(does)) ||
    (acts && setting.follows === true && saysAway(spelledOut(clause.words)) && saysAction(does)) ||
    (acts && (setting.inLadder || (listed && CONCERN.test(clause.words))) && saysAction(does));
  if (!answers) return null;
  return {
    trigger: { condition: clause.words },
    start: clause.start,
    end: clause.end,
    ...(back || unpaid || (setting.inLadder && waitIn(clause.words)) ? { after: { wait: waitOf(text, clause) } } : {}),
    likely: false,
  };
}

const AT_HEAD = /^(\W{0,6})([^\s.:;–=→][^.:;–=→]{4,60}?)\s*(?::|\s[–-]\s|=|→)\s*(?=\S)/;

/** "No improvement in 6 weeks: referral" in the line behind a step: what that one has not brought; null for other words. */
function saidAtHead({ text, setting, clauses }: Reading): Clause | null {
  const [, marks = '', words] = (setting.follows && clauses.length === 0 && AT_HEAD.exec(text)) || [];
  if (!words || figuresIn(words).length > 0 || !onlyLooksBack(words)) return null;
  return { start: marks.length, end: marks.length + words.length, words };
}

const NAMED_DOES =
  /^\W*([A-Z][a-z]{1,20})\s+(?:[A-Z][a-z]{1,20}\s+)?(?:will|rings|telephones|phones|calls|texts|contacts|writes|tells)\b/;
const NO_NAMES = new Set('Parents Carers Families Pupils Children Students You They It This That'.split(' '));

/** "Jo will ring": somebody of the school, by name. */
function isByName(main: string): boolean {
  const name = NAMED_DOES.exec(main)?.[1];
  return name !== undefined && !NO_NAMES.has(name);
}

const STAYED_AWAY =
  /(?:\bnot|n't|\bfail\w{0,3}\s+to)\s+(?:come|attend|turn\s+up)\b[^.;]{0,30}\b(?:meetings?|panels?|appointments?)\b/i;

const RUNS_FOR =
  /\bfor\s+(?:(?:a|an|the|another|further|next|up\s+to)\s+){0,3}[a-z\d-]{1,10}\s+(?:school\s+)?(?:days?|weeks?|months?|half[\s-]terms?|terms?)\b/gi;

/** How long the step before is waited for, in the condition or around it; behind it a plan may run for so long. */
function waitOf(text: string, { start, end }: Clause): string | null {
  return (
    waitIn(text.slice(start, end)) ?? waitIn(text.slice(0, start)) ?? waitIn(text.slice(end).replace(RUNS_FOR, ' '))
  );
}

/** "Following this meeting a final warning will be issued": behind a measure that the opening word looks back to. */
function comesAfter({ text, main }: Reading, { start, end }: Clause): boolean {
  const words = text.slice(start, end);
  return (
    /^(?:after|following)\b/i.test(words) &&
    looksBack(words) &&
    (isEnforcement(main) || /\b(?:final|formal)\s+warning\b/i.test(main))
  );
}

/** "Parents of pupils who have patterns of lateness will be contacted". */
function isHabitual(words: string): boolean {
  return WHO_HAVE.test(words) && OFTEN.test(words);
}

const WHO_HAVE = /^(?:parents?|carers?|families|pupils?|students?|child(?:ren)?|those|anyone)\s+(?:who|whose)\s/i;

/** Whether a place stands in a bracket behind the words that it explains: "(and a call if no reason is given)". */
function isAside(text: string, at: number): boolean {
  const open = text.lastIndexOf('(', at);
  return open > 12 && text.lastIndexOf(')', at) < open;
}

/** "unless support would not be appropriate": when it is not done, where "unless attendance improves" says when it is. */
const EXCEPT =
  /^unless\b(?![^.;,]{0,60}\b(?:improv|better|ris(?:es?|en)|recover|answer|repl|respon|hear|contact|reach|paid|pay))/i;
const STAGES_BELOW = /\bfollowing\s+(?:\w+\s+){0,3}(?:stages|steps|levels|tiers|phases)\b[^.;]{0,40}:\s*$/i;
const AGAIN =
  /\b(?:regular|repeated|frequent|ongoing)\s+(?:unexplained\s+)?(?:late\w*|absen\w*)|\b(?:regularly|repeatedly|frequently|consistently|often)\b[^.;]{0,20}\b(?:late|absent|miss)|\blate\b[^.;]{0,40}\b(?:regular(?:ly)?|frequent(?:ly)?|often)\b/i;
/** A habit, without a number. */
const OFTEN =
  /\b(?:persist\w*|regularly|repeated\w{0,2}|frequent\w{0,2}|consistently|patterns?)\b[^.;]{0,30}\b(?:late\w{0,4}|absen\w{1,8}|attend\w{0,5})|\b(?:late\w{0,4}|absen\w{1,8})\b[^.;]{0,40}\b(?:persist\w*|regular\w{0,2}|frequent\w{0,2})\b/i;
const UNPAID = /\b(?:un)?paid\b|\bpayment\b[^.;]{0,20}\bnot\b|\bnot\s+pay\b|\bfail\w{0,3}\s+to\s+pay\b/i;
const COSTS_MORE =
  /^\W*(?:then\s+)?(?:the\s+)?(?:amount|sum|penalty|fine|charge|cost|price|it)\b[^.;]{0,30}\b(?:increas|ris|doubl|go(?:es)?\s+up|becom)/i;
/** What an unpaid notice leads to, beyond a higher price. */
const COURT = /\b(?:prosecut\w*|courts?|legal|magistrates?'?|summons\w*)\b/i;

const IN_THE_FOLLOWING = /\b(?:under|in)\s+(?:any\s+of\s+)?the\s+following\s+(?:circumstances|situations|cases)\b/i;

/** "A penalty notice may be issued under the following circumstances:" and a list of them. */
function circumstances({ text, setting }: Reading): Clause | null {
  const { below = [] } = setting;
  const match = below.length > 0 ? IN_THE_FOLLOWING.exec(text) : null;
  if (!match || !STRONG.isIn(text.slice(0, match.index))) return null;
  const words = below.map((item) => oneLine(item).replace(/[.;]$/, '')).join('; ');
  return { start: match.index, end: match.index + match[0].length, words };
}
