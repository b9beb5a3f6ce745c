import { Notes } from '../../text/notes.ts';
import { oneLine } from '../../text/one-line.ts';
import { type Sentence, sentencesOf } from '../document.ts';
import type { Figure } from '../readers/thresholds/figure.ts';
import { figuresIn, goingOnFrom } from '../readers/thresholds/figures.ts';
import { actionsOf, mainClause } from './actions.ts';
import { actorIn } from './actors.ts';
import { atTheHour, mayBeOfTheHours } from './by-the-hour.ts';
import { conditional } from './conditional.ts';
import { type Clause, clausesOf } from './conditions.ts';
import { anyLate, isSameOffence, offence } from './counted-by-notices.ts';
import { onlyDescribes } from './describing.ts';
import { monitoringIn, targetIn } from './details.ts';
import { behindCount, namesOnlyFigures } from './figure-words.ts';
import { withAnswers } from './fragment-questions.ts';
import { fromBelow, idleKind, saysNoMeasure } from './idle-levels.ts';
import type { Line } from './lines.ts';
import { elsewhere, isAnswered, LABELLED, measured, SUPPORT_DOES_NOT_APPLY } from './measured.ts';
import { saysAction } from './measures.ts';
import { asked, habit, separateAbsences, truanted } from './occasions.ts';
import { offenceIn } from './offences.ts';
import type { CountedApart, Found, Reading, Setting } from './reading.ts';
import type { Rung } from './rung.ts';
import { schoolDoes } from './school-does.ts';
import { type Statement, statementsOf } from './statements.ts';
import { boldIn, calledBy, labelBefore, onlyNames } from './step-names.ts';
import { triggerOf } from './triggers.ts';
import { DEFINITION, PARENTS_DO } from './wording.ts';

const MAY_BE =
  /%|^\W*(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\b|\boccasions?\b|\bcodes?\b|\bmarks?\b|per\s?cent|session|\b(?:\d{1,2}|three|four|five|six|seven|eight|nine|ten)\s+unauthori[sz]ed\b|\bdays?\b|\blate|half[- ]day|\bif\b|\bunless\b|\bwhere\b|\bwhen\b|\bshould\b|\bonce\b|\bfail|\bthird\b|\bsecond\b|\bfirst\b|\b\d{1,2}(?:st|nd|rd|th)\b|\bafter\b|\bfollowing\s+(?:this|that|the)\b|\bin\s+the\s+(?:event|case)|\bany\b|\bwho\b|\bimprov|\b(?:targets?|plan|contract|report)\b[^.;:]{0,40}\b(?:not|failed|broken|missed)\b|\bmiss|\b(?:persistent|repeated|continu\w+|ongoing|further|subsequent|regular|frequent|decline|drop|fall|deterioration)\b/i;

const mayBeMemory = new Notes<boolean>();

/** A quick look: false where no sentence of the line can set out a step. */
export function mayBeRung({ stretch }: Line): boolean {
  let mayBe = mayBeMemory.get(stretch);
  if (mayBe === undefined)
    mayBeMemory.set(
      stretch,
      (mayBe = MAY_BE.test(stretch.text) || mayBeOfTheHours(stretch.text) || stretch.text.includes('?')),
    );
  return mayBe;
}

/** The steps that the sentences of a line set out, each with its trigger and what is done. */
export function proseRungs(line: Line, setting: Setting): Rung[] {
  if (!mayBeRung(line)) return [];
  const rungs: Rung[] = [];
  const { block } = line.placed;
  const sentences = withAnswers(sentencesBetween(sentencesOf(block), line.start, line.end));
  const cut = ({ start, end }: Sentence): string =>
    line.text.slice(Math.max(start, line.start) - line.start, Math.min(end, line.end) - line.start);
  const around = `${setting.heading ?? ''}. ${line.text.slice(0, 3000)}`;
  let carried: Figure | null = null;
  const parts = sentences.flatMap((sentence) => {
    const text = cut(sentence);
    const from = Math.max(sentence.start, line.start) - line.start;
    const all = goingOnFrom(carried ? null : (setting.sessions ?? null), figuresIn(text, around, carried));
    carried = all.at(-1) ?? carried;
    const figures = all
      .map((figure) =>
        isReachedIn(text, figure) ? { ...figure, op: '<=' as const, sense: 'trigger' as const } : figure,
      )
      .map((figure) =>
        setting.among && opensSentence(text, figure) ? { ...figure, sense: 'trigger' as const } : figure,
      )
      .filter(({ sense, end }) => sense === 'trigger' || (sense === 'point' && isAnswered(text.slice(end))));
    return statementsOf(text, figures).map((part): Statement => ({ ...part, start: from + part.start }));
  });
  const listed = parts.filter((part) => part.figures.some(({ end }) => LABELLED.test(part.text.slice(end)))).length > 2;
  let last: Rung | null = null;
  let counted: CountedApart | undefined;
  parts.forEach((part, index) => {
    const among = setting.inLadder || (last !== null && !offenceIn(last.title));
    const reading = new PartReading(
      part,
      parts[index - 1]?.text ?? '',
      behind(parts, index),
      listed || counted || among !== setting.inLadder
        ? { ...setting, listed, inLadder: among, ...(counted ? { counted } : {}) }
        : setting,
    );
    const found =
      mayBeStep(reading) && !isSameOffence(reading)
        ? (measured(reading) ??
          nothingDone(reading) ??
          asked(reading) ??
          truanted(reading) ??
          offence(reading) ??
          anyLate(reading) ??
          separateAbsences(reading) ??
          habit(reading) ??
          atTheHour(reading) ??
          conditional(reading))
        : null;
    counted = found?.counted ?? counted;
    const plain = found && rungOf(found, reading, line, part.start);
    const rung = plain && rungs.length === 0 ? withRunIn(plain, line.text.slice(0, part.start)) : plain;
    if (rung?.idle) rungs.push(rung);
    else if (rung) rungs.push((last = rung));
    else if (last && goesOnDoing(reading))
      for (const action of actionsOf(reading.main))
        if (!last.actions.includes(action) && !onlyNames(action)) last.actions.push(action);
  });
  return rungs;
}

/** "At 80% the council's team takes part", beside "At 90% there is a plan". */
export function opensSentence(text: string, { start, unit, sense }: Figure): boolean {
  return (
    unit === 'percent' && (sense === 'bare' || sense === 'point') && /^\W*(?:and\s+)?at\s+$/i.test(text.slice(0, start))
  );
}

const MOST_OF_NAME = 6;
// Titles of so many words are the first of a sentence.
const OWN_NAME = 6;
const OF_A_SENTENCE = /\b(?:is|are|was|be|will|may|can|must|has|have|had|we|i|our|you|your|they|it|who|which|that)\b/i;
const RUN_IN = /^\W{0,6}(?!(?:Yes|No|Both|Sometimes)\b)([A-Z](?:[^.!?]|\.\d){2,58}?)\s{0,4}[.:]?\s{0,4}$/;

/** "**After three weeks: family meeting.** If there is no improvement …": what heads the paragraph is what the step is called. */
function withRunIn(rung: Rung, before: string): Rung {
  const name = RUN_IN.exec(before)?.[1]?.replace(/\s+/g, ' ').trim();
  // A name of its own is better than that of its paragraph.
  const isName =
    name &&
    rung.title.split(' ').length >= OWN_NAME &&
    /[.:]\s*$/.test(before) &&
    (name.includes(':') || name.split(' ').length <= MOST_OF_NAME) &&
    !OF_A_SENTENCE.test(name) &&
    figuresIn(name).length === 0;
  return isName ? { ...rung, title: name } : rung;
}

/** What stands behind a part: "You may be referred …" where between them only stands what the absence costs. */
function behind(parts: readonly Statement[], index: number): string {
  const next = parts[index + 1];
  const then =
    next && next.figures.length === 0 && onlyDescribes(next.text) && !saysAction(next.text) ? parts[index + 2] : next;
  return then?.text ?? '';
}

const WHENEVER = /^(?:if|when(?:ever)?|where|should)\b/i;
// "When attendance is back at 95%", "if it has not reached 93%": the way out, or a target missed.
const WAY_OUT =
  /\b(?:not|never|no|again|back|up|improv\w*|ris\w*|rose|above|over|least|return\w*|recover\w*|until|sustain\w*|maintain\w*)\b/i;
const REACHED =
  /\b(?:attendance|percentage|it|this)\b[^.;]{0,40}\b(?:is|at|hits?|falls?|fall|fallen|drops?|dropped|dips?|slips?)\b/i;

/** "A letter goes home when attendance is 95%", "should it fall further to 91%": a point that a condition names is one to reach. */
function isReachedIn(text: string, { start, end, unit, metric, sense, value, band }: Figure): boolean {
  if (unit !== 'percent' || metric !== 'attendance' || band || value >= 100) return false;
  if (sense !== 'point' && sense !== 'bare') return false;
  return clausesOf(text).some(
    (clause) =>
      start >= clause.start &&
      end <= clause.end &&
      WHENEVER.test(text.slice(clause.start)) &&
      REACHED.test(clause.words) &&
      !WAY_OUT.test(clause.words),
  );
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
  /\d|\b(?:first|second|third|late|any|all|following|one|two|three|four|five|six|seven|eight|nine|ten|twelve|persistent|repeated(?:ly)?|continu\w+|further|subsequent|ongoing|regular|frequent|decline|drop|fall|deterioration)\b/i;

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

// "After a further four his parents come in": another step, though what it counts is not read.
const COUNTS_ON = /^\W*(?:after|at|on|once)\s+(?:(?:a|the)\s+(?:further|second|third|fourth|next)|another)\b/i;

/** "The attendance lead contacts the parents to discuss this": what else a step does. */
function goesOnDoing(reading: Reading): boolean {
  const { main, text } = reading;
  if (COUNTS_ON.test(text) || SUPPORT_DOES_NOT_APPLY.test(text)) return false;
  return saysAction(main) && schoolDoes(main) && !PARENTS_DO.test(main) && !DEFINITION.isIn(text);
}

/** "No action is needed at 96% or above": a level of the mild end, told in a sentence. */
function nothingDone({ text, figures }: Reading): Found | null {
  const read = saysNoMeasure(text) ? triggerOf(figures, text) : null;
  const trigger = read && fromBelow(read.trigger, text);
  return read && trigger ? { ...read, trigger, likely: false, idle: true } : null;
}

function rungOf(found: Found, reading: Reading, line: Line, from: number): Rung | null {
  const { text, main, setting } = reading;
  const place = { line, start: from + found.start, end: from + found.end };
  if (found.idle)
    return {
      title: titleOf(text),
      printed: null,
      trigger: found.trigger,
      kind: idleKind(text),
      idle: true,
      actions: [main],
      confidence: 'unsure',
      place,
    };
  const other = elsewhere(reading);
  // "The threshold is 10 sessions." says when; what is done follows.
  const onlyWhen =
    (found.trigger.metric !== undefined || /\?\s*$/.test(text)) &&
    !schoolDoes(main) &&
    !saysAction(main) &&
    saysAction(reading.after) &&
    figuresIn(reading.after).length === 0;
  // "At 93% the office sends a letter": what stands behind the figure.
  const headed =
    (found.start < 6 || OPENS_WITH_FIGURE.test(text.slice(0, found.start))) &&
    main === oneLine(text) &&
    saysAction(text.slice(found.end));
  const done =
    other !== '' ? other : onlyWhen ? mainClause(reading.after) : headed ? behindCount(text.slice(found.end)) : main;
  const own = actionsOf(done.replace(LAST_BRACKET, (words) => (namesOnlyFigures(words) ? '' : words))).filter(
    (action) => !namesOnlyFigures(action) && !onlyNames(action) && !(setting.below?.length && isOnlyClause(action)),
  );
  const actions = [...own, ...(setting.below ?? []).flatMap(actionsOf)];
  if (actions.length === 0) return null;
  const monitoring = monitoringIn(text) ?? monitoringIn(other);
  const target = targetIn(text);
  const actor = actorIn(main);
  return {
    title: nameIn(reading, line, from, found.start) ?? titleOf(text),
    printed: null,
    trigger: found.trigger,
    ...(found.after ? { after: found.after } : {}),
    actions,
    ...(actor ? { actor } : {}),
    ...(monitoring ? { monitoring } : {}),
    ...(target === undefined ? {} : { target }),
    confidence: found.likely ? 'likely' : 'unsure',
    place,
  };
}

/** "If attendance has not improved" over a list of what is done. */
export function isOnlyClause(action: string): boolean {
  const clause = clausesOf(action)[0];
  return clause !== undefined && clause.start < 3 && clause.end >= action.length - 1;
}

/** "Phone call from tutor (attendance below 95%)". */
const LAST_BRACKET = /\s{0,20}\([^()]{1,80}\)\s{0,20}$/;
const OPENS_WITH_FIGURE = /^\W*(?:(?:and|at|between|from|then)\s+){0,2}$/i;

/** What the sentence, or the one behind it, calls the step; null where they give it no name. */
function nameIn({ text, after }: Reading, line: Line, from: number, figure: number): string | null {
  return (
    calledBy(text) ??
    (figuresIn(after).length === 0 ? calledBy(after) : null) ??
    boldIn(line, from, from + text.length) ??
    labelBefore(text.slice(0, figure))
  );
}

function titleOf(text: string): string {
  const words = oneLine(text)
    .replace(/ (?=[,;:.])/g, '')
    .replace(/^[\s\-*•]+/, '')
    .split(' ');
  return words
    .slice(0, 8)
    .join(' ')
    .replace(/(?<![,;:.])[,;:.]+$/, '');
}
