import { cardinalOf } from '../../text/numbers.ts';
import { type Sentence, sentencesOf } from '../document.ts';
import type { Figure } from '../readers/thresholds/figure.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { actionsOf, mainClause } from './actions.ts';
import { actorIn } from './actors.ts';
import { type Clause, clausesOf, waitIn } from './conditions.ts';
import { onlyDescribes } from './describing.ts';
import { monitoringIn, targetIn } from './details.ts';
import type { Line, Stretch } from './lines.ts';
import { looksBack } from './looks-back.ts';
import { isReward, saysAction } from './measures.ts';
import { asked, habit, separateAbsences, truanted } from './occasions.ts';
import { offenceIn } from './offences.ts';
import type { Found, Reading, Setting } from './reading.ts';
import type { Rung } from './rung.ts';
import { schoolDoes } from './school-does.ts';
import { type Statement, statementsOf } from './statements.ts';
import { triggerOf } from './triggers.ts';
import {
  ASKS_PARENTS,
  AWAY,
  CONCERN,
  DEFINITION,
  GETS_IN_TOUCH,
  HARMLESS,
  LATE_ANSWER,
  LATE_PUPIL,
  PARENTS_DO,
  STRONG,
  spelledOut,
  TROUBLE,
} from './wording.ts';

const MAY_BE =
  /%|\boccasions?\b|\bcodes?\b|\bmarks?\b|per\s?cent|session|\bdays?\b|\blate|half[- ]day|\bif\b|\bwhere\b|\bwhen\b|\bshould\b|\bonce\b|\bfail|\bthird\b|\bsecond\b|\bfirst\b|\b\d{1,2}(?:st|nd|rd|th)\b|\bafter\b|\bin\s+the\s+(?:event|case)|\bany\b|\bwho\b|\bmiss|\b(?:persistent|repeated|continu\w+|ongoing|further|subsequent|regular|frequent)\b/i;

const mayBeMemory = new WeakMap<Stretch, boolean>();

/** A quick look: false where no sentence of the line can set out a step. */
export function mayBeRung({ stretch }: Line): boolean {
  let mayBe = mayBeMemory.get(stretch);
  if (mayBe === undefined) mayBeMemory.set(stretch, (mayBe = MAY_BE.test(stretch.text)));
  return mayBe;
}

/** The steps that the sentences of a line set out, each with its trigger and what is done. */
export function proseRungs(line: Line, setting: Setting): Rung[] {
  if (!mayBeRung(line)) return [];
  const rungs: Rung[] = [];
  const { block } = line.placed;
  const sentences = sentencesBetween(sentencesOf(block), line.start, line.end);
  const cut = ({ start, end }: Sentence): string =>
    line.text.slice(Math.max(start, line.start) - line.start, Math.min(end, line.end) - line.start);
  const around = `${setting.heading ?? ''}. ${line.text.slice(0, 3000)}`;
  let carried: Figure | null = null;
  const parts = sentences.flatMap((sentence) => {
    const text = cut(sentence);
    const from = Math.max(sentence.start, line.start) - line.start;
    const all = figuresIn(text, around, carried);
    carried = all.at(-1) ?? carried;
    const figures = all.filter(
      ({ sense, end }) => sense === 'trigger' || (sense === 'point' && isAnswered(text.slice(end))),
    );
    return statementsOf(text, figures).map((part): Statement => ({ ...part, start: from + part.start }));
  });
  const listed = parts.filter((part) => part.figures.some(({ end }) => LABELLED.test(part.text.slice(end)))).length > 2;
  let last: Rung | null = null;
  parts.forEach((part, index) => {
    const among = setting.inLadder || (last !== null && !offenceIn(last.title));
    const reading = new PartReading(
      part,
      parts[index - 1]?.text ?? '',
      parts[index + 1]?.text ?? '',
      listed || among !== setting.inLadder ? { ...setting, listed, inLadder: among } : setting,
    );
    const found =
      mayBeStep(reading) && !isSameOffence(reading)
        ? (measured(reading) ??
          asked(reading) ??
          truanted(reading) ??
          offence(reading) ??
          anyLate(reading) ??
          separateAbsences(reading) ??
          habit(reading) ??
          conditional(reading))
        : null;
    const rung = found && rungOf(found, reading, line, part.start);
    if (rung) rungs.push((last = rung));
    else if (last && goesOnDoing(reading))
      for (const action of actionsOf(reading.main)) if (!last.actions.includes(action)) last.actions.push(action);
  });
  return rungs;
}

/** A part of a sentence with what stands around it; what is done is worked out where it is asked for. */
class PartReading implements Reading {
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly clauses: readonly Clause[];
  readonly figures: readonly Figure[];
  readonly shared: string;
  readonly setting: Setting;

  constructor({ text, figures, shared }: Statement, before: string, after: string, setting: Setting) {
    this.text = text;
    this.before = before;
    this.after = after;
    this.clauses = clausesOf(text);
    this.figures = figures;
    this.shared = shared;
    this.setting = setting;
  }

  get main(): string {
    return mainClause(this.text);
  }
}

const STANDS_ALONE =
  /\d|\b(?:first|second|third|late|any|all|following|one|two|three|four|five|six|ten|persistent|repeated|continu\w+|further|subsequent|ongoing|regular|frequent)\b/i;

/** A quick look: a sentence without a number, a condition or a word of order is no step. */
function mayBeStep({ text, clauses, figures }: Reading): boolean {
  return figures.length > 0 || clauses.length > 0 || STANDS_ALONE.test(text);
}

/** The sentences that overlap a stretch; they are in order, so that the first is found by halving. */
function sentencesBetween(sentences: readonly Sentence[], from: number, to: number): Sentence[] {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  const found: Sentence[] = [];
  for (let sentence = sentences[low]; sentence && sentence.start < to; sentence = sentences[++low])
    found.push(sentence);
  return found;
}

/** "The attendance lead contacts the parents to discuss this": what else a step does. */
function goesOnDoing(reading: Reading): boolean {
  const { main, text } = reading;
  return saysAction(main) && schoolDoes(main) && !PARENTS_DO.test(main) && !DEFINITION.isIn(text);
}

/** A figure and something done: "If attendance falls below 93%, a letter is sent". */
function measured(reading: Reading): Found | null {
  const { text, after, clauses, setting, figures, main } = reading;
  const read = triggerOf(figures, text);
  if (!read) return null;
  const next = figuresIn(after).length === 0 ? after : '';
  const does = [main, elsewhere(reading), next, ...(setting.below ?? [])].join(' ').replace(NO_ACTION, ' ');
  if ((LEAVE_RULE.test(text) && !WRITES.test(main)) || NOT_DONE.test(main) || ASKS_PARENTS.test(main)) return null;
  if (PARENTS_DO.test(main) && !SCHOOL_WILL.test(main) && !CALLED_IN.test(main)) return null;
  // A definition is a step only when what is done follows at once.
  const follows = STRONG.isIn(after) || (clauses.length > 0 && next !== '' && saysAction(after));
  if (
    DEFINITION.isIn(withoutBrackets(text)) &&
    !STRONG.isIn(main) &&
    !(follows && (schoolDoes(after) || saysAction(after)))
  )
    return null;
  const labelled = LABELLED.test(text.slice(read.end)) && text.slice(0, read.start).replace(/[^a-z]/gi, '').length < 14;
  const brings =
    (labelled && figures.length === 1 && setting.listed) || (read.trigger.unit === 'occurrences' && BRINGS.test(text));
  const rising = figures.some(({ metric, op, band }) => metric === 'attendance' && op.startsWith('>') && !band);
  // Below a line nobody is praised, whatever else the sentence names ("with the attendance certificate").
  const praised = (read.trigger.band !== undefined || (read.trigger.value ?? 0) >= 97) && isReward(text);
  const listedDay = setting.inList === true && read.trigger.unit === 'days';
  if (
    (read.trigger.unit === 'percent' && onlyDescribes(text)) ||
    rising ||
    praised ||
    !(saysAction(does) || brings || listedDay)
  )
    return null;
  const back = clauses.find(({ words }) => looksBack(words));
  const condition = back && !read.trigger.condition && !read.trigger.band ? { condition: back.words } : {};
  return {
    ...read,
    trigger: { ...read.trigger, ...condition },
    ...(back ? { after: { wait: waitIn(text) } } : {}),
    likely: clauses.length > 0,
  };
}

/** "Attendance at 95%: letter home". */
function isAnswered(behind: string): boolean {
  return LABELLED.test(behind) && saysAction(behind);
}

/** "Below 92%: head of year". */
const LABELLED = /^\s*(?:[:=→]|=>|-)\s*[a-z]{3}/i;

/** "A third late means an hour on Friday": what lateness costs. */
const BRINGS = /\b(?:means?|earns?|brings?|costs?|leads?\s+to|results?\s+in)\s+(?:an?|one|two|\d|the|their|his|her)\b/i;

const REFERS_BACK =
  /^\W*(?:and\s+)?(?:this|that|it|they|these|those|one)\s+(?:is|are|will|happens?|takes?|applies|comes?|goes|follows?|begins?|starts?|may|can)\b/i;

/** What is done, where another part of the text says it: "Our first step is a call. This happens below 95%." */
function elsewhere({ text, before, shared, main, setting, figures }: Reading): string {
  // "A white letter is for information. You will get one if …"
  if (/\b(?:get|receive|send)\s+(?:one|it)\b/i.test(main) && saysAction(before)) return mainClause(before);
  if (shared !== '') return mainClause(shared);
  if (setting.letter && YOUR_CHILDS.test(text)) return setting.letter;
  const announced = threshold(text, before, setting.above ?? '', figures);
  if (announced !== '') return announced;
  return REFERS_BACK.test(text) && !saysAction(main) && figuresIn(before).length === 0 ? mainClause(before) : '';
}

const THRESHOLD_IS =
  /^\W*(?:the|this|that)\s+(?:(?:new|single|national|local|legal)\s+){0,2}threshold\b[^.;]{0,40}\bis\b/i;
const NOTICE = /\b(?:(?:issu|consider|giv|us|refer)\w*[^.;:]{0,30}?\s)?(?:fixed\s+)?penalty\s+notices?\b/i;
const NOTICES_WHEN =
  /\bpenalty\s+notices?\b[^.;]{0,40}\b(?:issued|considered|used|given|served)\b|\b(?:circumstances|criteria|thresholds?|when)\b[^.;]{0,40}\bpenalty\s+notices?\b/i;

/** "Your child's attendance is currently below 85%": what follows in the letter is done about it. */
export const YOUR_CHILDS =
  /\byour\s+(?:child|son|daughter)(?:'s)?\s+(?:\w+\s+)?attendance\s+(?:(?:is|has)\s+)?(?:currently|now|presently|recently|at\s+present)\b/i;

/** "A penalty notice is issued once the threshold is met. The threshold is ten sessions …", and the figure alone under such a heading. */
function threshold(text: string, before: string, above: string, figures: Reading['figures']): string {
  if (figures[0]?.metric !== 'unauthorisedSessions' || saysAction(text)) return '';
  if (THRESHOLD_IS.test(text)) {
    const told = NOTICE.test(before) ? before : above;
    return NOTICE.exec(told)?.[0] ?? '';
  }
  return NOTICES_WHEN.test(above) && !/[.]\s*$/.test(before) ? (NOTICE.exec(above)?.[0] ?? '') : '';
}

const NO_ACTION = /\bno\s+(?:further\s+)?(?:action|concerns?|letter)s?\b/gi;
/** "No letter is sent where …": what the school leaves. */
const NOT_DONE =
  /\b(?:schools?|we)\s+(?:is|are)\s+(?:also\s+)?required\s+to\s+(?:provide|report|submit|keep|record|publish|send)\b|^\W*(?:no\s+(?:action|letter|further|fine|penalty)|we\s+(?:do|will|would|shall)\s+not|nobody|nothing)\b/i;
const SCHOOL_WILL =
  /\b(?:we|school|staff|lead|team|officer|la|authority)\s+(?:will|may|would|shall|must|to)\b|^\W*contact\b/i;
/** Parents are asked to make an appointment: that is the school's measure. */
const CALLED_IN = /\b(?:asked|invited)\s+to\s+(?:ring|call|phone|contact)\b[^.;]{0,30}\b(?:appointment|meet)/i;
const WRITES = /\b(?:and|we|school)\s+(?:will\s+)?(?:also\s+)?(?:write|ring|phone|call|meet|invite|send|refer)\b/i;
const LEAVE_RULE =
  /\b(?:leave|licen[cs]e|holidays?|absences?)\b[^.]{0,80}\b(?:not|never|only|unlikely)\b[^.]{0,30}\b(?:authori[sz]ed?|granted|approved)\b|\bnot\s+authori[sz]e\b/i;

/** "Where the threshold is met for a third time, …" behind a sentence about the third notice says more of the same. */
function isSameOffence({ text, before }: Reading): boolean {
  const earlier = offenceIn(before);
  return earlier !== null && offenceIn(text, before)?.number === earlier.number;
}

/** "A second notice is charged at £160": counted by notices, each after the one before it. */
function offence(reading: Reading): Found | null {
  const { text } = reading;
  const found = offenceIn(text, reading.before);
  if (!found || PARENTS_DO.test(reading.main)) return null;
  const { number, words, start, end } = found;
  return {
    trigger: { condition: words },
    start,
    end,
    ...(number > 1 ? { after: { wait: yearsIn(text) } } : {}),
    likely: false,
  };
}

/** The years in which notices are counted: days in such a sentence are time to pay. */
function yearsIn(text: string): string | null {
  const years = /\b(\d|two|three|five)[\s-]{1,3}(?:rolling\s+)?years?\b/i.exec(text)?.[1];
  const count = years ? cardinalOf(years) : null;
  return count === null ? null : `${count} years`;
}

/** A habit of lateness, and the next time after others. */
const NOT_ANY = /\bpersistent|\b(?:subsequent|further|repeated|continued|ongoing|another)\b[^.;]{0,20}\blate/i;

/** "Pupils who are late are given a detention": one late mark is enough. */
function anyLate(reading: Reading): Found | null {
  const { text, before } = reading;
  if (!LATE_ANSWER.test(text) || !LATE_PUPIL.test(`${before} ${text}`) || NOT_ANY.test(text)) return null;
  // "6 = a detention": counted, whatever it counts.
  if (/^\W*\d{1,2}\s*[:=-]/.test(text)) return null;
  if (PARENTS_DO.test(reading.main)) return null;
  const trigger = { metric: 'lateMarks', op: '>=', value: 1, unit: 'occurrences' } as const;
  return { trigger, start: 0, end: text.trimEnd().length, likely: false };
}

const IMPLICIT =
  /\b(?:any|all)\s+((?:[\w']+\s+){1,3}(?:without|with\s+no|unexplained|not\s+explained)\b[^.;,]{3,80}?)\s+(?:are|is|will|may)\b/i;

function isHarmless(words: string): boolean {
  return HARMLESS.isIn(withoutBrackets(words));
}

function withoutBrackets(words: string): string {
  return words.includes('(') ? words.replace(/\([^()]{0,120}\)/g, '') : words;
}

/** Words only: a condition that is trouble, answered with a measure. */
function conditional(reading: Reading): Found | null {
  const { text, clauses, setting } = reading;
  const back = clauses.find(({ words }) => looksBack(words) && !isHarmless(words));
  const listed = (setting.below?.length ?? 0) >= 2;
  const clause =
    back ??
    clauses.find(
      ({ words }) =>
        (TROUBLE.isIn(spelledOut(words)) || AGAIN.test(words) || (listed && CONCERN.test(words))) && !isHarmless(words),
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
  if (/\b(?:un)?paid\b/i.test(clause.words) && (!COURT.test(does) || COSTS_MORE.test(text.slice(clause.end))))
    return null;
  const acts = schoolDoes(does);
  const answers =
    (back && saysAction(does) && (acts || setting.inLadder || setting.follows || STRONG.isIn(`${does} ${behind}`))) ||
    (acts && (STRONG.isIn(does) || (GETS_IN_TOUCH.test(main) && AWAY.test(spelledOut(clause.words))))) ||
    (acts && OFTEN.test(clause.words) && saysAction(does)) ||
    (acts && (setting.inLadder || (listed && CONCERN.test(clause.words))) && saysAction(does));
  if (!answers) return null;
  return {
    trigger: { condition: clause.words },
    start: clause.start,
    end: clause.end,
    ...(back || (setting.inLadder && waitIn(clause.words)) ? { after: { wait: waitIn(text) } } : {}),
    likely: false,
  };
}

const STAGES_BELOW = /\bfollowing\s+(?:\w+\s+){0,3}(?:stages|steps|levels|tiers|phases)\b[^.;]{0,40}:\s*$/i;
const AGAIN =
  /\b(?:regular|repeated|frequent|ongoing)\s+(?:unexplained\s+)?(?:late\w*|absen\w*)|\b(?:regularly|repeatedly|frequently|consistently|often)\b[^.;]{0,20}\b(?:late|absent|miss)|\blate\b[^.;]{0,40}\b(?:regular(?:ly)?|frequent(?:ly)?|often)\b/i;
/** A habit, without a number. */
const OFTEN =
  /\b(?:persist\w*|regularly|repeated\w{0,2}|frequent\w{0,2}|consistently|patterns?)\b[^.;]{0,30}\b(?:late\w{0,4}|absen\w{1,8}|attend\w{0,5})|\b(?:late\w{0,4}|absen\w{1,8})\b[^.;]{0,40}\b(?:persist\w*|regular\w{0,2}|frequent\w{0,2})\b/i;
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
  const words = below.map((item) => item.replace(/\s+/g, ' ').trim().replace(/[.;]$/, '')).join('; ');
  return { start: match.index, end: match.index + match[0].length, words };
}

function rungOf(found: Found, reading: Reading, line: Line, from: number): Rung | null {
  const { text, main, setting } = reading;
  const other = elsewhere(reading);
  // "The threshold is 10 sessions." says when; what is done follows.
  const onlyWhen =
    (found.trigger.metric !== undefined || /\?\s*$/.test(text)) &&
    !schoolDoes(main) &&
    !saysAction(main) &&
    saysAction(reading.after) &&
    figuresIn(reading.after).length === 0;
  // "At 93% the office sends a letter": what stands behind the figure.
  const headed = found.start < 6 && main === text.replace(/\s+/g, ' ').trim() && saysAction(text.slice(found.end));
  const done = other !== '' ? other : onlyWhen ? mainClause(reading.after) : headed ? text.slice(found.end) : main;
  const own = actionsOf(done);
  const actions = [...own, ...(setting.below ?? []).flatMap(actionsOf)];
  if (actions.length === 0) return null;
  const monitoring = monitoringIn(text) ?? monitoringIn(other);
  const target = targetIn(text);
  const actor = actorIn(main);
  return {
    title: titleOf(text),
    printed: null,
    trigger: found.trigger,
    ...(found.after ? { after: found.after } : {}),
    actions,
    ...(actor ? { actor } : {}),
    ...(monitoring ? { monitoring } : {}),
    ...(target === undefined ? {} : { target }),
    confidence: found.likely ? 'likely' : 'unsure',
    place: { line, start: from + found.start, end: from + found.end },
  };
}

function titleOf(text: string): string {
  const words = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[\s\-*•]+/, '')
    .split(' ');
  return words
    .slice(0, 8)
    .join(' ')
    .replace(/(?<![,;:.])[,;:.]+$/, '');
}
