import { oneLine } from '../../text/one-line.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { actionsOf } from './actions.ts';
import { actorIn } from './actors.ts';
import type { Line } from './lines.ts';
import { saysAction } from './measures.ts';
import type { Rung } from './rung.ts';
import { schoolDoes } from './school-does.ts';
import { triggerOf } from './triggers.ts';
import { PARENTS_DO } from './wording.ts';

/** "What if attendance goes below 85%?" over "We will ask you to a meeting.": a question that says when, and its answer. */

const QUESTION = /^[^?]{8,160}\?(?:\s+[^?.]{3,60}\?)?/;
const ASKS_WHAT = /\b(?:what|if|when|once|happens?|do(?:es)?|will)\b/i;
/** "What is persistent absence?", "Is 90% good?": no question of what is done. */
const ASKS_ELSE =
  /^\W*(?:what\s+(?:is|does|counts|percentage|attendance)|is|are|how|why|who|where|can|should|do\s+(?:I|we|you))\b/i;

const MOST_READ = 3;
const CALLED_SO = /^\W*(?:that|this|it)\s+is\s+(?:called\s+)?(?:[\w']+\s?){1,5}[.!]?$/i;
const ASKS_WHEN =
  /^\W*(?:Q\W{1,4})?(?:[^?]{0,80}[.!]\s+)?when\s+(?:will|do|does|would|might|shall|is|are)\s+(?:I|we|you|my\s+child|the\s+(?:school|council)|parents?|a\s+(?=[a-z]))\s?([^?]{5,100})\?\W*$/i;

/** "When will I be asked to come in?" over "If attendance goes below 90%.": what the answer sets off; "" for any other words. */
export function askedWhen(text: string): string {
  if (!text.includes('?')) return '';
  const done = ASKS_WHEN.exec(text)?.[1]?.trim() ?? '';
  return saysAction(done) && figuresIn(done).length === 0 ? done : '';
}

function questionIn(text: string): { end: number } | null {
  if (!text.includes('?')) return null;
  const words = QUESTION.exec(text)?.[0];
  if (!words || !ASKS_WHAT.test(words) || ASKS_ELSE.test(words)) return null;
  return figuresIn(words).some(({ sense }) => sense === 'trigger') ? { end: words.length } : null;
}

/** The step that a question and its answer set out, on the same line or the next; null for none. */
export function questionRung(line: Line, next: Line | undefined): Rung | null {
  const question = questionIn(line.text);
  if (!question) return null;
  const behind = line.text.slice(question.end).trim();
  const answer = behind !== '' ? behind : next && next.kind !== 'heading' && next.kind !== 'row' ? next.text : '';
  const [opening = '', ...others] = answer.split(/(?<=[.!?])\s+(?=[A-Z])/).slice(0, MOST_READ);
  // "That is severe absence. We hold a meeting …": what it is called, and then what is done.
  const told = (CALLED_SO.test(opening) ? others : [opening, ...others]).slice(0, 2);
  const [first = ''] = told;
  if (!(saysAction(first) && schoolDoes(first)) || PARENTS_DO.test(first)) return null;
  const words = line.text.slice(0, question.end);
  const read = triggerOf(
    figuresIn(words).filter(({ sense }) => sense === 'trigger'),
    words,
  );
  if (!read) return null;
  const actor = actorIn(first);
  return {
    title: oneLine(words).slice(0, 60),
    printed: null,
    trigger: read.trigger,
    actions: told.filter(saysAction).flatMap(actionsOf),
    ...(actor ? { actor } : {}),
    confidence: 'likely',
    place: { line, start: read.start, end: read.end },
  };
}
