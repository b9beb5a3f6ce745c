import { byDeadline } from './by-governor.ts';
import { type Consequence, governingPreposition, isNegated } from './consequence.ts';
import { type Governor, isSubject } from './governor.ts';
import type { Mention } from './mentions.ts';
import type { Role } from './reading.ts';
import type { Cue } from './tokens.ts';

/** "… marked absent, which is changed to L if he arrives by 9.15". */
const TURNED_LATE = /^[^.;]{0,30}\bchange[ds]?\s+(?:(?:it|this|the mark)\s+)?to\s+(?:an?\s+)?["']?(?:L\b|late)/i;
const UP_TO = /\bup\sto\s{1,3}$/i;
/** "Up to 9.15 late". */
const LATE_AT_ONCE = /^\s{1,3}late(?=[,;.)]|$)/i;
const UNTIL_ONLY = /^\W{0,3}(?:until|till|up\sto)\s{1,3}$/i;
const LATE_STOPS =
  /^\S{1,6}(?:\s(?:marks?|codes?))?\s(?:stops?|ends?|finish(?:es)?|runs?\sout|ceases?)\s(?:at|from)\s$/i;
const ARRIVING = /\b(?:arriv|com(?:es?|ing)\b|came\b|attend)/i;

/** The role that a consequence gives a time; `aftermath` when a clause of its own says it of this time. Null for none. */
export function fromConsequence(
  consequence: Consequence,
  mention: Mention,
  governor: Governor | null,
  text: string,
): { role: Role; second: Role | null; aftermath?: boolean } | null {
  // "The club serves no food after 8.20 to those who come late."
  if (!consequence.strong && governor?.subject === 'other') return null;
  const late = consequence.is === 'late' || TURNED_LATE.test(text.slice(consequence.cue.end));
  const preposition = governingPreposition(mention.left);
  const inLeft = consequence.cue.start < mention.first.start;
  if (mention.last && preposition === 'after' && !mention.window)
    // "after the registration period (8.55 to 9.00) …": the limit is the period's end.
    return { role: late ? 'registerMarkedBy' : 'registerCloses', second: null };
  // "Unauthorised absence. Afternoon session 12.30 - 12.40": the range is what is named beside it.
  if (
    mention.last &&
    inLeft &&
    preposition === null &&
    mention.left.some((cue) => cue.start > consequence.cue.start && isSubject(cue) && cue.is !== 'arrive')
  )
    return null;
  if (mention.last) {
    // Outside a window of lateness, a range that only stands near the word is no window.
    if (!consequence.strong && governor && governor.subject !== 'arrive' && !inLeft) return null;
    if (late) return { role: 'registerMarkedBy', second: 'registerCloses' };
    return { role: 'registerCloses', second: null };
  }
  const onwards = !late && !inLeft && /^\s*onwards\b/i.test(mention.rightText);
  const direct =
    onwards ||
    /^\s?(?:or|and) (?:later|after|beyond)\b/i.test(mention.rightText) ||
    preposition === 'after' ||
    preposition === 'between' ||
    preposition === 'from';
  if (direct) {
    if (!consequence.strong && !inLeft && !late) return null;
    return { role: late ? 'registerMarkedBy' : 'registerCloses', second: null };
  }
  const negated = isNegated(mention.left);
  const has = (is: Cue): boolean => mention.left.some((cue) => cue.is === is);
  // "If we have not been told by 10.30 we ring the parents of all who are marked absent": the time is the waiting's.
  if (!inLeft && has('unheard') && !has('arrive')) return null;
  if (preposition === 'before' || preposition === 'until' || byDeadline(mention)) {
    if (negated) return { role: late ? 'registerMarkedBy' : 'registerCloses', second: null };
    // "If you are in by 8.50 you are present; if you are not, you are late."
    const { cue } = consequence;
    const otherwise = mention.right.findIndex((one) => one.is === 'stop' && /^(?:;|\.\s|if)$/i.test(one.text));
    if (otherwise >= 0 && mention.right.slice(otherwise).some((one) => one.is === 'not' && one.start < cue.start))
      return { role: late ? 'registerMarkedBy' : 'registerCloses', second: null, aftermath: true };
    // "children who arrive before the register closes at 9.15 are marked late"
    const arriving =
      mention.left.some((cue) => cue.is === 'arrive') || ARRIVING.test(text.slice(0, mention.first.start));
    if (late && consequence.strong && (arriving || inLeft)) return { role: 'registerCloses', second: null };
    // "present until 8.45, late until 9.15", "until 9.15 the mark is L"
    const isUpTo = preposition === 'until' || UP_TO.test(mention.leftText);
    if (late && isUpTo && inLeft && UNTIL_ONLY.test(text.slice(cue.end, mention.first.start)))
      return { role: 'registerCloses', second: null };
    if (late && isUpTo && !inLeft && mention.right[0] === cue && LATE_AT_ONCE.test(mention.rightText))
      return { role: 'registerCloses', second: null };
    if (late && isUpTo && !inLeft && has('present')) return { role: 'registerMarkedBy', second: null };
    if (late && isUpTo && !inLeft && consequence.strong && mention.right[0] === cue)
      return { role: 'registerCloses', second: null };
    const turned = afterAnaphor(mention, consequence);
    if (turned) return { role: late ? 'registerMarkedBy' : 'registerCloses', second: null, aftermath: true };
    return null;
  }
  if (negated && consequence.strong && mention.left.some((cue) => cue.is === 'arrive'))
    return { role: late ? 'registerMarkedBy' : 'registerCloses', second: null };
  if (inLeft) {
    // "Late marks stop at 9.10": until then it is late.
    if (late && LATE_STOPS.test(text.slice(consequence.cue.start, mention.first.start)))
      return { role: 'registerCloses', second: null };
    // "L = 8.45", "Late: 8.50am", "Late from …"
    const gap = text.slice(consequence.cue.end, mention.first.start);
    return consequence.strong && gap.length < 30
      ? { role: late ? 'registerMarkedBy' : 'registerCloses', second: null }
      : null;
  }
  if (!consequence.strong || !afterAnaphor(mention, consequence)) return null;
  if (governor && (governor.subject === 'lunch' || governor.subject === 'break')) return null;
  return { role: late ? 'registerMarkedBy' : 'registerCloses', second: null, aftermath: true };
}

/** Behind the time stands "after this …", "anyone arriving later …", "if not in by then …" before the consequence. */
function afterAnaphor(mention: Mention, consequence: Consequence): boolean {
  const between = mention.right.filter((cue) => cue.start < consequence.cue.start);
  return (
    between.some((cue) => cue.is === 'after' || /after|thereafter|from (?:now|then)/i.test(cue.text)) ||
    between.some((cue) => cue.is === 'not' || cue.is === 'arrive') ||
    /\b(?:after|later|beyond)\b/i.test(
      mention.rightText.slice(0, Math.max(0, consequence.cue.start - mention.first.end)),
    )
  );
}
