import { figuresIn } from '../readers/thresholds/figures.ts';
import { actionsOf, mainClause } from './actions.ts';
import { onlyCounts } from './counting-words.ts';
import { behindCount, namesOnlyFigures, setsOff } from './figure-words.ts';
import type { Headed } from './group.ts';
import { BOX_FAMILY, DAY_FAMILY } from './labels.ts';
import type { Line } from './lines.ts';
import { looksBack } from './looks-back.ts';
import { saysAction } from './measures.ts';
import { NAMED_FAMILY, wordsOfArrow } from './named-rungs.ts';
import { schoolDoes } from './school-does.ts';
import { BEGINS, behindColon, IS_ACTION, isConnective, thenDone } from './way-on.ts';

/** "Amber means 91% to 95.9%: …". */
const STANDS_FOR = /^\s*(?:means?|covers|stands\s+for)\s+(?=(?:[a-z]+\s+){0,5}\d)/i;
/** "Stage 2 (attendance concern)": what the stage is called. */
const NAME_ONLY = /^\s*\([^()]{1,50}\)\s*$/;
const DAY_WORDS =
  /^\s*(?:of\s+|off\s+)?(?:(?:a|the|any|continued|unexplained|illness|consecutive)\s+){0,3}(?:absence|absent|illness|off)?[^.:–-]{0,24}\s?[:–-]\s/i;

/** "On day two of the absence the office rings": which day it is, and no part of what is done. */
const OF_ABSENCE =
  /^\s*(?:of|off)\s+(?:(?:a|an|the|any|this|that|their|unexplained|continued|continuous|consecutive|unauthori[sz]ed)\s+){0,3}(?:absences?|illness)\s+(?:(?:in|over|within|during|across)\s+(?:an?|any|one|the)\s+(?:half[\s-]term|term|(?:school\s+)?year|month|week)\s+)?(?=[a-z])/i;

/** What is done at a rung, by the words behind its label and those under it. */
export function actionsOfHeaded({ head, line, body }: Headed): string[] {
  // "Letter 1 is sent …": the label is the subject of what is done.
  const spoken =
    IS_ACTION.test(head.family) && /^\s*(?:is|are|will|may|invites?|informs?)\b/i.test(line.text.slice(head.rest));
  const own = spoken
    ? `${head.label}${line.text.slice(head.rest)}`
    : line.text.slice(head.name?.end ?? (head.family === BOX_FAMILY ? behindFirstLine(line, head.rest) : head.rest));
  const texts = [
    head.family === DAY_FAMILY
      ? own.replace(DAY_WORDS, '').replace(OF_ABSENCE, '')
      : behindCount(own.replace(NAME_ONLY, '').replace(STANDS_FOR, '')),
    ...body.filter((one) => head.family !== NAMED_FAMILY || wordsOfArrow(one) === null).map(({ text }) => text),
  ];
  // Only the sentence of the trigger loses its condition; further down it says when the action is due.
  const opening = texts.findIndex((text) => /[a-z]{3}/i.test(text));
  // "Please tell us …" asks parents; it is nothing that the school does.
  const actions = texts
    .flatMap((text, index) => actionsOf(doneIn(text, index === opening)))
    .filter((one) => !/^please\b/i.test(one));
  // "Stage 1 – First letter. …": what it is called may be what is done, and is where nothing else is said.
  const { name } = head;
  return !spoken && name && (actions.length === 0 || saysAction(name.text)) ? [name.text, ...actions] : actions;
}

/** Where the second printed line of a box begins: the first says when. The box's own beginning where there is one line. */
function behindFirstLine({ placed, start, end }: Line, from: number): number {
  const at = placed.block.plain.slice(start + from, end).indexOf('\n');
  return at < 0 ? from : from + at + 1;
}

// What is looked back at stands behind the first space, so that only spaces are looked at.
const SENTENCE_BREAK = /\s(?:(?<=[.!?;]\s)\s{0,19}(?=[A-Z])|-\s|(?<!\s\s)\s{2,19}(?=[A-Z]))/;

/** What a stretch says is done: its sentences without labels, connectives and sentences that only name the figure. */
function doneIn(text: string, opens: boolean): string {
  return withoutTrigger(HAS_ARROW.test(text) ? text.replace(ARROWS, ' ') : text)
    .replace(/^\s*[:.\-–),]+\s*/, '')
    .replace(/^\s*\([^)]{0,40}\d[^)]{0,40}\)[\s:–-]*/, '')
    .split(SENTENCE_BREAK)
    .map((sentence) => thenDone(sentence)?.done ?? behindColon(sentence) ?? sentence)
    .filter((sentence) => !isConnective(sentence) && !saysOnlyWhen(sentence))
    .map((sentence, index) =>
      (opens && index === 0) || figuresIn(sentence).some(setsOff) ? mainClause(behindFigure(sentence)) : sentence,
    )
    .join('; ');
}

/** Of a chart that was flattened. */
const ARROWS = /[↓⇓⬇▼→⇨]/g;
const HAS_ARROW = /[↓⇓⬇▼→⇨]/;
const TRIGGER_NAMED =
  /^[\s:.–—-]*(?:triggers?|(?:(?:goes|sent|used|starts|begins|applies|issued|posted)\s+(?:out\s+)?)?when|criteria|threshold)\s*:/i;
const ACTION_NAMED = /^\s*(?:what|actions?|response)\s?:/i;
const DONE_NAMED = /\b(?:(?:what|actions?|response|support)\s*:|who\s*:)/i;

/** "When: attendance below 95% Who: tutor What: a call": the words behind those that say when. */
function withoutTrigger(text: string): string {
  if (!TRIGGER_NAMED.test(text)) return text.replace(ACTION_NAMED, '');
  const done = DONE_NAMED.exec(text);
  if (done) return text.slice(done.index + (/^who/i.test(done[0]) ? 0 : done[0].length));
  return text.replace(/^[^.;]*(?:\.\d[^.;]*){0,4}[.;]?/, '');
}

/** "97%+ well done": what stands behind a figure at the head. */
function behindFigure(sentence: string): string {
  const first = figuresIn(sentence).find(setsOff);
  return first && first.start < 3 ? sentence.slice(first.end).replace(/^[\s:→=>.–-]+/, '') : sentence;
}

/** "Attendance is below 90%.", "No improvement after four weeks.": the trigger itself, and nothing done. */
function saysOnlyWhen(sentence: string): boolean {
  if (namesOnlyFigures(sentence) || BEGINS.test(sentence)) return true;
  if (schoolDoes(sentence)) return false;
  const last = figuresIn(sentence).filter(setsOff).at(-1);
  if (last && onlyCounts(sentence.slice(last.end)) && !saysAction(sentence.slice(0, last.start))) return true;
  // "Still below 92% after a month, meeting with parents": what is done stands behind the comma.
  const behind = sentence.includes(',') ? sentence.slice(sentence.lastIndexOf(',')) : '';
  return looksBack(sentence) && sentence.length < 100 && (!saysAction(behind) || looksBack(behind));
}
