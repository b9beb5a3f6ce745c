import { oneLine } from '../../text/one-line.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { clausesOf, SOME_TIME, waitIn } from './conditions.ts';
import { setsOff } from './figure-words.ts';
import type { Headed } from './group.ts';
import { CLOCK_FAMILY, SUPPOSES } from './heads.ts';
import type { Line } from './lines.ts';
import { looksBack } from './looks-back.ts';
import { saysAction } from './measures.ts';
import { onlyLooksBack } from './only-looks-back.ts';
import type { ReadTrigger } from './triggers.ts';

/** How a rung follows the one before it, in its own words or in those at the end of the one before. */

const SENT =
  /^\W*(?:we\s+(?:will\s+)?send\s+(?:this|it)\b|(?:this\s+(?:letter\s+)?)?(?:is\s+|will\s+be\s+)?(?:sent|issued|goes|follows|given)\b)/i;
/** "Held six weeks after Stage 1 where …": when a meeting is, under its name. */
const HELD =
  /^\W*(?:(?:this|the|a)\s+(?:\w+\s+)?(?:meeting|panel|review)\s+)?(?:(?:is|are|will\s+be)\s+)?(?:held|called|arranged|convened|takes?\s+place)\b/i;
/** "After the panel, if …": what went before, named ahead of the clause. */
const AFTER_EARLIER = /^\W*(?:after|following)\s+(?:the|this|that)\s+(?:[a-z]{1,15}\s+){0,3}[a-z]{1,15},\s*$/i;
/** "Letter 2 (“Continued concern”)": what it is called says nothing of how the one before has gone. */
const NAME_ALONE = /^\s*\(\s*["'“‘]?[A-Z][^()]{1,50}\)\s*$/;
const MOST_SAID = 130;
const MOST_COLUMNS = 8;
const THEN_DONE = /\s(?:and|so)\s{1,3}(?=(?:the|a|an|we|our|parents?|your|you|mrs?|ms|miss|governors)\s)/i;
/** "Stage 2 is reached when …". */
const IS_REACHED =
  /^\W*(?:(?:is|are)\s+(?:only\s+)?(?:reached|triggered|used|begun|started|entered|called)|begins|starts|applies|comes|happens|is\s+for\s+pupils)\s+(?:only\s+)?$/i;
/** "Three weeks on, if …", "Four weeks after the call, if …": how long after, ahead of the clause. */
const SOME_TIME_ON =
  /^\W*(?:(?:about|around|at\s+least|no\s+less\s+than)\s+)?(?:[a-z\d-]{1,10}\s+){1,3}(?:days?|weeks?|months?|terms?)\s+(?:on|later|afterwards|after\s+(?:[\w']{1,15}\s?){1,6}),\s*$/i;
/** "At the end of the twenty days, if …". */
const AT_THE_END = /^\W*(?:at|by)\s+the\s+end\s+of\s+(?:the|this|that|these|those|its|their)\s+[\w\s-]{3,40},\s*$/i;
export const IS_ACTION = /letter|warning|meeting|notice|fine/;

function isLetter({ family, label }: Headed['head']): boolean {
  return IS_ACTION.test(family) || /\b(?:letter|warning|notice)$/i.test(label);
}

/** "4.2.1 Stage 2 begins when a pupil has …": the stage's trigger, and nothing done. */
export const BEGINS =
  /^\W*(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+)?(?:this\s+)?(?:stage|step|level|tier|phase|wave)(?:\s+\w{1,5})?\s+(?:begins|starts|applies|is\s+(?:reached|triggered))\b/i;

/** "Action plan for six weeks If there is no improvement it moves to Tier 3": the way onto the next. */
const LEADS_ON =
  /\b(?:moves?|goes|proceeds?|progress(?:es)?|escalat\w{1,4})\s+(?:on\s+)?(?:to|onto)\s+(?:the\s+)?(?:next\s+)?(?:stage|tier|level|phase|step)\b/i;

const CONNECTIVE =
  /^\s*(?:[-*•]\s*)?(?:if|where|when|should|after|straight\s+away|immediately|at\s+once)\b[^.]{0,120}\b(?:moves?|goes|proceeds?|progress(?:es)?|escalat\w{1,4}|go|continue|refer)\s+(?:on\s+)?(?:then\s+)?(?:on\s+)?(?:to|onto)\b\s*(?:the\s+)?(?:next\s+)?(?:(?:stage|step|level|tier|phase|letter)\s*\w{0,5})?[\s:.-]*$/i;

/** "If there is no improvement it moves to –": belongs to the rung that follows. */
export function isConnective(text: string): boolean {
  return CONNECTIVE.test(text.trim());
}

const LEFT_OPEN = /^\s*(?:[-*•]\s*)?(?:if|where|when|should|after)\b[^.]{6,110}[-–—:]\s*$/i;

/** "If nothing has changed within four weeks –", and the next stage's name below it. */
function leftOpen(text: string): boolean {
  return LEFT_OPEN.test(text) && onlyLooksBack(text);
}

export function connectiveAtEnd({ line, body }: Headed): string {
  const last = body.at(-1) ?? line;
  return isConnective(last.text) || leftOpen(last.text) ? last.text : '';
}

/**
 * The clause by which a rung follows the one before it: handed on by a connective, or at the head of its own words, or in
 * the sentence of its figure. Further down, "if there is no improvement" is a branch of what the rung does.
 */
export function lookingBack(
  headed: Headed,
  carried: string,
  found: { line: Line; read: ReadTrigger } | null,
): { words: string; wait: string | null } | null {
  const handed = backClause(carried);
  if (handed) return handed;
  const { head, line, body } = headed;
  // "Phase 4 – Contract does not improve attendance": its name says when.
  if (!found && head.name && onlyLooksBack(head.name.text))
    return { words: head.name.text, wait: waitIn(head.name.text) };
  const own = line.text
    .slice(head.name?.end ?? head.rest)
    .replace(NAME_ALONE, '')
    .replace(/^\s*[:.\-–),]+\s*/, '')
    .trimStart()
    .replace(/^(?:triggers?|criteria|threshold)\s?[:–-]\s+/i, '');
  const first = own.split(SENTENCES, 1)[0] ?? own;
  const looked = lookedAtAgain(own) ?? (found ? null : lookedAtAgain(body[0]?.text ?? ''));
  if (looked) return looked;
  if (!isConnective(first)) {
    const clause = backClause(first);
    const back = clause && LEADS_ON.test(first.slice(clause.start)) ? null : clause;
    // "Letter B, sent three weeks later if nothing has changed, …": the clause belongs to the sending.
    const sent = isLetter(head) && SENT.test(first);
    if (
      back &&
      (back.start < 12 ||
        AFTER_EARLIER.test(first.slice(0, back.start)) ||
        SOME_TIME_ON.test(first.slice(0, back.start)) ||
        SOME_TIME.test(first.slice(0, back.start)) ||
        AT_THE_END.test(first.slice(0, back.start)) ||
        IS_REACHED.test(first.slice(0, back.start)) ||
        /^\W*(?:this|it|these)\s+\w+\s+$/i.test(first.slice(0, back.start)) ||
        sent ||
        endsSentence(first, back) ||
        figuresIn(first).some(setsOff))
    )
      return back;
    const figure = figuresIn(first).find(setsOff);
    const when = figure ? first.slice(0, figure.start) : '';
    // "the pupil already had a green letter and attendance falls to below 93%"
    if (figure && !figure.band && looksBack(first.slice(0, figure.end))) {
      // "Attendance is still below 95% four weeks later."
      const then = /^[^.;:,]*/.exec(first.slice(figure.end))?.[0] ?? '';
      return { words: oneLine(when), wait: waitIn(when) ?? waitIn(then) };
    }
    // "A student at 92.9% or below who has been spoken to …"
    const beside = figure && !figure.band ? besideBack(first.slice(figure.end)) : null;
    if (beside) return beside;
    // "Stage 2 - No improvement after 4 weeks": the words of the label are the condition.
    const said = (first.split(/[.:;]|\s-\s|\s{3}/, 1)[0] ?? '').trim();
    if (said.length < MOST_SAID && onlyLooksBack(said)) return { words: said, wait: waitIn(said) };
    // "Letter D   Headteacher   No improvement 3 weeks after Letter C": the columns of a row that lost its lines.
    const column = found ? undefined : first.split(/\s{3,}/, MOST_COLUMNS).find((one) => onlyLooksBack(one));
    if (column && column.length < MOST_SAID && column !== first) return { words: column.trim(), wait: waitIn(column) };
    const before = head.family === CLOCK_FAMILY ? null : thenDone(said);
    if (before && before.when.length < MOST_SAID) return { words: before.when, wait: waitIn(before.when) };
  }
  const under = body[0]?.text.trimStart() ?? '';
  // "Held four weeks after Stage 2 if attendance is still below 93%", under the stage's name.
  if (found && found.line === body[0]) {
    const when = found.line.text.slice(0, found.read.start);
    if (found.read.trigger.band || isAlternative(found.line.text, found.read)) return null;
    if (looksBack(found.line.text.slice(0, found.read.end))) return { words: oneLine(when), wait: waitIn(when) };
    return besideBack(found.line.text.slice(found.read.end));
  }
  // "Trigger: targets not met after six weeks", under the stage's name.
  const named = found ? '' : (TRIGGER_IS.exec(under)?.[1] ?? '').replace(NEXT_LABEL, '').trim();
  if (named !== '' && looksBack(named)) return { words: named, wait: waitIn(named) };
  // "Attendance has not come back up to 95% within six weeks of the letter: a meeting", under the stage's name.
  const told = found ? '' : (/^([^.:;]{10,130}?)(?::\s|\s-\s)/.exec(under)?.[1] ?? '');
  if (told !== '' && onlyLooksBack(told)) return { words: told, wait: waitIn(told) };
  // "The second period is over without improvement. Case conference …", under the stage's name.
  const [opening = '', done] = found ? [] : under.split(SENTENCES, 2);
  if (done && opening.length < MOST_SAID && !SUPPOSES.test(opening) && onlyLooksBack(opening))
    return { words: opening.replace(/[.!?]$/, ''), wait: waitIn(opening) };
  const below = found || isConnective(under) ? null : backClause(under);
  // "Sent four weeks after Letter A if nothing has changed", under the letter's name.
  const sent = isLetter(head) && SENT.test(under);
  return below && (below.start < 4 || sent || HELD.test(under) || BEGINS.test(under)) ? below : null;
}

/** "… below 85% and Stage 3 has taken place": the step before, named behind the figure; null where it is not. */
export function besideBack(behind: string): { words: string; wait: string | null } | null {
  const words = AND_BACK.exec(behind)?.[1]?.replace(/\s+/g, ' ').trim();
  return words && looksBack(words) ? { words, wait: waitIn(words) } : null;
}
// Between the count and its joint may stand the time in which it is counted.
const AND_BACK =
  /^(?:\s(?:in|within|over|during)(?:\s[\w-]{1,12}){1,6}?)?\s?,?\s(?:(?:and|but|once|when|after)\s+|(?=who\s+(?:has|have)\s))([^.;:,]{6,90}?)(?=[.;:,]|\s(?:receives?|gets?|is\s|are\s|will|has\s+a|attends?|must)|$)/i;

/** "The Head of Section sees parents and pupil if matters are no better": what is done stands first. */
function endsSentence(sentence: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return (
    sentence.slice(end).trim().length <= 1 &&
    !/[.;:!?]\s/.test(sentence.slice(0, start)) &&
    saysAction(sentence.slice(0, start))
  );
}

const SENTENCES = /(?<=[.!?])\s+(?=[A-Z])/;
/** "Three weeks later the figures are looked at again." */
const LOOKED_AT =
  /\b(?:look(?:s|ed)?\s+(?:at\b|again)|review(?:s|ed)?|check(?:s|ed)?|re-?consider(?:s|ed)?|measured?|monitor(?:s|ed)?)\b/i;

/** "Three weeks later the figures are looked at again. If they have not gone up, …": the time, and what was not brought; null for no such words. */
function lookedAtAgain(words: string): { words: string; wait: string | null } | null {
  const [when = '', then] = words.split(SENTENCES, 2);
  const wait = then && when.length < MOST_SAID && LOOKED_AT.test(when) ? waitIn(when) : null;
  const clause = wait && then ? backClause(then) : null;
  return clause && clause.start < 4 ? { words: clause.words, wait } : null;
}

/** "four weeks later there has been no improvement and parents come to a meeting": when, and what is done then; null for no such sentence. */
export function thenDone(sentence: string): { when: string; done: string } | null {
  const joint = sentence.includes(' and ') || sentence.includes(' so ') ? THEN_DONE.exec(sentence) : null;
  if (!joint) return null;
  const when = sentence
    .slice(0, joint.index)
    .replace(/[,\s]{1,4}$/, '')
    .trim();
  const done = sentence.slice(joint.index + joint[0].length);
  return onlyLooksBack(when) && saysAction(done) ? { when, done } : null;
}

/** "No improvement after four weeks: meeting in school": what is done; null for no such sentence. */
export function behindColon(sentence: string): string | null {
  const [, when, done] = /^([^.:;]{8,130}):\s+(?=[A-Za-z])(.*)$/s.exec(sentence) ?? [];
  return when && done && onlyLooksBack(when) && saysAction(done) ? done : null;
}

/** "If there is no improvement after three weeks, or when attendance falls below 92%": the way onto the step beside its figure. */
export function otherWayOn(found: { line: Line; read: ReadTrigger } | null): ReturnType<typeof backClause> {
  if (!found || !isAlternative(found.line.text, found.read)) return null;
  const before = found.line.text.slice(0, found.read.start);
  const clause = backClause(before);
  // "below 93% or no progress after Stage 1"
  const behind = OR_BACK.exec(found.line.text.slice(found.read.end))?.[1]?.replace(/\s+/g, ' ').trim();
  if (behind && onlyLooksBack(behind))
    return { words: behind, wait: waitIn(behind), start: found.read.end, end: found.line.text.length };
  if (clause && clause.start - (before.length - before.trimStart().length) < 4) return clause;
  // "No improvement after two school weeks or attendance falls to 93%"
  const said = eitherBefore(before);
  return said && onlyLooksBack(said) ? { words: said, wait: waitIn(said), start: 0, end: before.length } : null;
}

const OR_FALLS =
  /(?:^|\b(?:if|where|when|once)\s+)([^.;]{6,120}?),?\s+or\s+(?:(?:if|where|when|once|attendance|the|figure|percentage|it|is|has|falls?|fallen|drops?|dropped|to|goes)\s+){0,7}$/i;

/** "If the target set at Stage 2 is not reached, or attendance falls to 90%": the other way onto the step, named first; null for none. */
export function eitherBefore(before: string): string | null {
  const words = oneLine(OR_FALLS.exec(before)?.[1] ?? '');
  return looksBack(words) && figuresIn(words).length === 0 ? words : null;
}

const OR_BACK = /^[^.;]{0,12}?,?\s+or\s+((?:if\s+|where\s+|when\s+)?[^.;:,)]{6,90})/i;

export const TRIGGER_IS =
  /^(?:triggers?|(?:(?:goes|sent|used|starts|begins|applies|issued|posted)\s+(?:out\s+)?)?when|sent|issued|posted|goes\s+out|criteria|threshold)\s*:\s*([^.;:]{6,120})/i;
// "Trigger: no improvement Actions: letter" on one line.
const NEXT_LABEL = /(?<!\s)\s+(?:actions?|who|what|response|support)$/i;

/** "below 90% or no improvement": either is enough. */
export function isAlternative(text: string, { start, end }: ReadTrigger): boolean {
  return (
    /^[^.;]{0,12}\bor\b(?!\s+(?:below|less|lower|under|more|parts?\s+of)\b)/i.test(text.slice(end)) ||
    /\bor\s+(?:(?:if|where|when|attendance|the|figure|it|is|are|has|falls?|fallen|drops?|dropped|to|goes|pupil|pupil's|child|child's|student|student's|they|at|now)\s+){0,6}$/i.test(
      text.slice(0, start),
    ) ||
    // "This stage is also used straight away where attendance is less than 92%"
    /\balso\s+(?:used|applies|begins|starts|reached|sent|held|goes)\b[^.;]{0,60}$/i.test(text.slice(0, start))
  );
}

/** "Straight away after Step 4, it moves to –" */
const AT_ONCE = /^\W*(?:straight\s+away|immediately|at\s+once)\s+(?:after|following)\s+([^.,;:–]{3,60})/i;
const AFTER_IT = /^(?:after|following)\b/i;

function backClause(text: string): { words: string; wait: string | null; start: number; end: number } | null {
  const atOnce = AT_ONCE.exec(text);
  if (atOnce?.[1]) return { words: atOnce[1].trim(), wait: 'immediately', start: 0, end: atOnce[0].length };
  for (const { words, start, end } of clausesOf(text))
    if (looksBack(words) || (AFTER_IT.test(text.slice(start)) && looksBack(text.slice(start, end))))
      return { words: words.replace(MOVES_ON, '').trim(), wait: waitIn(text), start, end };
  return null;
}

const MOVES_ON =
  /(?:,\s*|(?<!\s)\s*)(?:it|this|monitoring|the\s+\w+|we)\s+(?:then\s+)?(?:moves?|goes|proceeds?|will)\b.*$|(?<!\s)\s*-\s*$|(?<!\s)\s+monitoring$/i;
