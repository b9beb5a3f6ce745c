import { oneLine } from '../../text/one-line.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { NOT_REACHED } from '../readers/thresholds/not-reached.ts';
import { actorIn } from './actors.ts';
import { type Branches, withBranch } from './branches.ts';
import { clausesOf, waitIn } from './conditions.ts';
import { onlyDescribes } from './describing.ts';
import { monitoringIn, targetIn } from './details.ts';
import { familyBrings } from './families-part.ts';
import type { Headed } from './group.ts';
import { actionsOfHeaded } from './headed-actions.ts';
import { BAND_FAMILY, CLOCK_FAMILY, STATUS_FAMILY } from './heads.ts';
import { asksNothing, fromBelow, idleKind } from './idle-levels.ts';
import { DAY_FAMILY } from './labels.ts';
import type { Line } from './lines.ts';
import { belowIt, isReward, isToFallTo, saysAction } from './measures.ts';
import { dayOf, hourOf } from './named-by-time.ts';
import { isOnlyClause, proseRungs } from './prose.ts';
import type { Rung } from './rung.ts';
import { schoolDoes } from './school-does.ts';
import { SERIES_FAMILY } from './series-labels.ts';
import { titleOfHeaded } from './step-names.ts';
import { type ReadTrigger, saidOfDays, sameTrigger, triggerOf, unheardBehind } from './triggers.ts';
import { connectiveAtEnd, IS_ACTION, isAlternative, lookingBack, otherWayOn, TRIGGER_IS } from './way-on.ts';
import { DEFINITION } from './wording.ts';

/** What a rung by its head says. */
export interface HeadedReading {
  readonly rungs: readonly Rung[];
  /** Nothing is done at its level. */
  readonly describes: boolean;
  readonly measured: boolean;
  readonly acts: boolean;
  /** The words at its end by which the next one follows, "" for none; null where those before it go on. */
  readonly connective: string | null;
}

/** How a rung stands among those of its group. */
export interface HeadedSetting {
  /** The words at the end of the one before by which it follows. */
  readonly carried: string;
  /** Nothing is done at the levels before it. */
  readonly first: boolean;
  /** Where its own words may set a step behind it. */
  readonly branches: Branches;
}

/** Reads a rung by its head with what stands under it: the rung itself, the steps inside it and the one that it sets behind. */
export function readHeaded(headed: Headed, { carried, first, branches }: HeadedSetting): HeadedReading {
  const actions = actionsOfHeaded(headed);
  if (tellsOnly(actions)) {
    const level = idleLevel(headed, actions);
    // "Blue letter: nothing to worry about yet" is sent all the same.
    if (level || !isSent(headed))
      return { rungs: level ? [level] : [], describes: true, measured: false, acts: false, connective: null };
  }
  const read = rungOf(headed, actions, carried, first);
  const connective = connectiveAtEnd(headed);
  if (!read) return { rungs: [], describes: false, measured: false, acts: false, connective };
  const { rung, measured, acts } = read;
  const rungs = [...withBranch(headed, rung, branches), ...subRungs(headed, rung)];
  return { rungs, describes: false, measured, acts, connective };
}

/** A level with what it means for learning, and nothing done about it. */
function tellsOnly(actions: readonly string[]): boolean {
  if (actions.length > 0 && actions.every(asksNothing)) return true;
  return actions.some(onlyDescribes) && actions.every((action) => onlyDescribes(action) || !saysAction(action));
}

/** A level at which nothing is done, as a rung for the mild end; null where it has no figure to reach from below. */
function idleLevel(headed: Headed, actions: string[]): Rung | null {
  const found = findTrigger(headed);
  const { text } = headed.line;
  const trigger = found && fromBelow(found.read.trigger, found.line.text.slice(found.read.start, found.read.end));
  // What a level costs or brings is told of every level; that all is well, only of the mild ones.
  if (!found || !trigger || !actions.some(asksNothing)) return null;
  return {
    title: titleOfHeaded(headed),
    printed: headed.head.number,
    trigger,
    kind: idleKind(`${text} ${actions.join(' ')}`),
    idle: true,
    actions,
    confidence: 'likely',
    place: { line: found.line, start: found.read.start, end: found.read.end },
  };
}

function rungOf(
  headed: Headed,
  done: readonly string[],
  carried: string,
  first: boolean,
): { rung: Rung; measured: boolean; acts: boolean } | null {
  const { head, line, body } = headed;
  const own = line.text.slice(head.rest);
  const found = findTrigger(headed);
  const words = [own, ...body.map((one) => one.text)].join(' ');
  // What leads on to the next step names that one's time and target.
  const ownWords = words.slice(0, words.length - connectiveAtEnd(headed).length);
  const actions = [...done];
  // "Letter 2 follows when …": the label itself is what is done.
  if (found && isSent(headed) && (!actions.some(saysAction) || GOES_OUT.test(own))) actions.unshift(head.label);
  // "Sent: four weeks later if no change", under the letter's name; "ASM2: 4 weeks after ASM1 where …".
  const told = clausesOf(own).length > 0 || body.some(({ text }) => TRIGGER_IS.test(text.trimStart()));
  if (isSent(headed) && !found && told && (!actions.some(saysAction) || actions.every(isOnlyClause)))
    actions.splice(0, actions.length, head.label);
  if (actions.length === 0 || actions.every((action) => familyBrings(action))) return null;
  const acts =
    actions.some(saysAction) ||
    isReward(words) ||
    (isSent(headed) && (found !== null || told)) ||
    (found !== null && body.some(({ text }) => NAMES_WHO.test(text)));
  const universal = UNIVERSAL.test(`${head.label} ${line.text.slice(0, 60)}`);
  if (
    !acts &&
    !found &&
    !(universal && head.label !== '' && actions.some(offers)) &&
    !(head.back && NOT_REACHED.test(head.back.words)) &&
    // "Step 4. The link officer decides whether …" behind steps that do more.
    !(head.number !== null && !first && actions.some(schoolDoes))
  )
    return null;
  if (
    head.family === STATUS_FAMILY &&
    !actions.some((action) => schoolDoes(action) || (saysAction(action) && !DEFINITION.isIn(action)))
  )
    return null;
  const falls = found && isToFallTo(found.read.trigger, found.line.text.slice(found.read.start, found.read.end));
  const reward = !falls && isReward(own, ...actions);
  // "Day 3 – if there is still no contact": nothing that the day before was to bring.
  const unheard = head.family === DAY_FAMILY && NO_CONTACT.test(found?.read.trigger.condition ?? '');
  const back =
    first || unheard
      ? null
      : head.goesOn
        ? { words: head.label, wait: waitIn(head.label) }
        : (head.back ?? lookingBack(headed, carried, found) ?? otherWayOn(found));
  if (found && reward && found.read.trigger.op === '<=' && found.read.trigger.unit === 'percent')
    found.read.trigger.op = '>=';
  const trigger = found ? { ...belowIt(found.read.trigger, words) } : { condition: conditionWords(headed, back) };
  const either = found !== null && back !== null && isAlternative(found.line.text, found.read);
  if (found && back && !either && !trigger.band && !trigger.condition) trigger.condition = back.words;
  const place = found
    ? { line: found.line, start: found.read.start, end: found.read.end }
    : (namedPlace(headed, back) ?? labelPlace(headed));
  const monitoring = monitoringIn(ownWords);
  const target = targetIn(ownWords);
  const actor = actorIn(words);
  return {
    measured: found !== null,
    acts,
    rung: {
      title: titleOfHeaded(headed),
      printed: head.family === DAY_FAMILY ? null : head.number,
      trigger,
      ...(back && !(found && trigger.band) && !waitsForSupport(found)
        ? { after: { wait: back.wait, ...(either ? { instead: back.words } : {}) } }
        : // The next hour comes when the one before has brought nobody.
          head.family === CLOCK_FAMILY && !first
          ? { after: { wait: null } }
          : {}),
      ...(universal ? { kind: 'universal' as const } : reward ? { kind: 'reward' as const } : {}),
      actions,
      ...(actor ? { actor } : {}),
      ...(monitoring ? { monitoring } : {}),
      ...(target === undefined ? {} : { target }),
      confidence: found && head.family !== STATUS_FAMILY ? 'likely' : 'unsure',
      place,
    },
  };
}

/** "10 unauthorised sessions – where the support above has not worked": it follows no one step; whether support came first is asked of every notice. */
function waitsForSupport(found: { line: Line; read: ReadTrigger } | null): boolean {
  return (
    found?.read.trigger.metric === 'unauthorisedSessions' && SUPPORT_FAILED.test(found.line.text.slice(found.read.end))
  );
}

const SUPPORT_FAILED =
  /^[^.;]{0,70}\bwhere\s+(?:the\s+|our\s+|this\s+)?(?:help|support)\b[^.;]{0,60}\bnot\s+(?:worked|helped|been\s+(?:enough|successful))\b/i;

/** "Letter 2", "Blue letter": what the step is called is what is sent. */
function isSent({ head: { family, label }, line }: Headed): boolean {
  // "ASM2" under "Attendance support meetings (ASM)"
  if (family.startsWith(SERIES_FAMILY)) return SENT_THINGS.test(line.placed.headings.at(-1) ?? '');
  return IS_ACTION.test(family) || /\b(?:letter|warning|notice)$/i.test(label);
}

const UNIVERSAL =
  /^\W*(?:for\s+)?all\b|\((?:for\s+)?(?:all(?:\s+\w+)?|everybody|everyone|every\s+\w+)\)|\buniversal\b|whole[- ]school|\b(?:is|are)\s+for\s+(?:all\b|everybody|everyone|every\s+(?:pupil|child|student|family))/i;

/** "Is for everybody: a warm welcome", and not "is for all pupils" alone. */
function offers(action: string): boolean {
  return /[a-z]{4}/i.test(action.replace(UNIVERSAL, '').replace(/\b(?:pupils|students|children|families)\b/gi, ''));
}

/** "Who: form tutor": no more is said of what is done. */
const NAMES_WHO = /^\W*(?:who|led\s+by|lead)\s?:\s*\S/i;
const SENT_THINGS = /\b(?:letters?|meetings?|warnings?|notices?|panels?)\b/i;
const GOES_OUT = /^\s*(?:goes\s+(?:out|home)|is\s+(?:sent|posted)|follows)\s+(?:if|when|where|once)\b/i;
function labelPlace({ line, head }: Headed): Rung['place'] {
  const start = line.text.length - line.text.trimStart().length;
  return { line, start, end: Math.max(start + 1, Math.min(head.rest, line.text.trimEnd().length)) };
}

/** Where "When: the contract has not helped" stands. */
function namedPlace({ body: [under] }: Headed, back: { words: string } | null): Rung['place'] | null {
  const at = under && back && TRIGGER_IS.test(under.text.trimStart()) ? under.text.indexOf(back.words) : -1;
  return under && back && at >= 0 ? { line: under, start: at, end: at + back.words.length } : null;
}

/** The rung's figure: in its own line, else in the first lines under it; a day's label is its own figure. */
function findTrigger(headed: Headed): { line: Line; read: ReadTrigger } | null {
  const { head, line, body } = headed;
  const day = dayOf(headed);
  if (day) {
    const total = totalOfTime(day.number, line.text);
    if (total) return { line, read: total };
    const { end } = day;
    const start = line.text.length - line.text.trimStart().length;
    const text = [line, ...body.slice(0, 2)].map((one) => one.text).join(' ');
    // Behind the first thing that is done, "if there is no reply" is a branch of the day and not what begins it.
    const clause = clausesOf(text).find(
      ({ words, start: at }) =>
        /\b(?:no|not|n't|nobody|still|unable)\b/i.test(words) && !saysAction(text.slice(end, at)),
    );
    const condition =
      clause?.words ??
      unheardBehind(line.text.slice(end, end + 120)).condition ??
      saidOfDays(/^[\s:–-]{0,5}([^.:;]{0,90})/.exec(line.text.slice(end))?.[1] ?? '');
    const trigger = {
      metric: 'consecutiveAbsenceDays',
      op: '>=',
      value: day.number,
      unit: 'days',
      ...(condition ? { condition } : {}),
    } as const;
    return { line, read: { trigger, start, end } };
  }
  // "90%: if attendance is below 95% …": the sentence behind the point says it better.
  const [point, ...others] = head.figures;
  const said = point?.sense === 'point' ? others.filter(({ sense }) => sense === 'trigger') : [];
  const better = said.length > 0 && /^\s*(?:[:–-]\s*)?(?:if|where|when)\b/i.test(line.text.slice(point?.end ?? 0));
  const own = triggerOf(better ? said : head.figures, line.text);
  if (own) return { line, read: own };
  if (head.goesOn) return null;
  let before = line.text;
  for (const one of body.slice(0, 3)) {
    if (WAY_OUT.test(one.text)) continue;
    const read = LEFT_OPEN.test(before) ? readBehindIf(one.text) : triggerOf(figuresIn(one.text), one.text);
    if (read) return { line: one, read };
    before = one.text;
    // "When: the contract has not helped": what is done further down may name figures of its own.
    if (TRIGGER_IS.test(one.text)) return null;
  }
  return null;
}

const LEFT_OPEN = /\b(?:if|when|where)\W{0,3}$/i;

/** "(a) attendance has dropped to 92% or less" under "A letter goes home if": the line above supposes it. */
function readBehindIf(text: string): ReadTrigger | null {
  const said = `if ${text}`;
  const read = triggerOf(figuresIn(said), said);
  return read && { ...read, start: Math.max(0, read.start - 3), end: read.end - 3 };
}

const IN_A_TIME =
  /^\s*(?:or\s+more\s+)?(?:of\s+)?(?:(?:unauthori[sz]ed|unexplained)\s+)?(?:(?:absences?|illness)\s+)?(?:in|over|within|during|across)\s+(?:an?|any|one|the|each|every)\s/i;

/** "After 2 days of unauthorised absence in a term …": days added up over a time, and no day of one absence; null for such a day. */
function totalOfTime(days: number, text: string): ReadTrigger | null {
  const total = figuresIn(text).find(
    ({ metric, value, window, end }) =>
      (metric === 'unauthorisedDays' || metric === 'absenceDays') &&
      value === days &&
      window !== null &&
      IN_A_TIME.test(text.slice(end, end + 80)),
  );
  return total ? triggerOf([total], text) : null;
}

/** "A pupil is taken off the stages when attendance has been at 97% for a term": how it ends. */
const WAY_OUT = /\b(?:taken\s+off|comes?\s+off|removed\s+from|leaves?\s+the|steps?\s+down|moves?\s+(?:back|down))\b/i;

const NO_CONTACT =
  /\b(?:no|without|not|nothing|nobody|unable|cannot)\b[^.;]{0,30}\b(?:contact\w*|heard|hear|reach\w*|repl\w+|respon\w+|answers?|news|word|reason|message|explanation)\b/i;
function conditionWords(headed: Headed, back: { words: string } | null): string {
  if (back) return back.words;
  const { head, line, body } = headed;
  if (head.name?.isStatus) return head.name.text;
  const texts = [line.text.slice(head.rest), ...body.map((one) => one.text)];
  const clause = clausesOf(texts[0] ?? '')[0] ?? clausesOf(texts[1] ?? '')[0];
  if (head.family === CLOCK_FAMILY)
    return clause
      ? `${clause.words} (${head.label})`
      : /\bmin/i.test(head.label)
        ? `not found after ${head.label.replace(/^(?:after|at|within)\s+/i, '')}`
        : `no contact by ${head.label.replace(/^(?:by|at|from)\s+/i, '')}`;
  const hour = hourOf(headed);
  if (hour !== null) return `no contact by ${hour}`;
  if (clause) return clause.words;
  const said = /^[\s:.\-–(]*([^.:;()]{6,60}?)(?:[.:;)]|\s-\s|$)/.exec(line.text.slice(head.rest))?.[1];
  // "No contact for three days", "No reply to the letter": what was not done.
  if (said && (/^no\s/i.test(said) || !saysAction(said))) return oneLine(said);
  const words = oneLine(head.label || line.text);
  return words || 'as the school judges';
}

/** Inside a day: what is done when an hour has come and nobody has been reached. */
function daySubRungs({ head, line, body }: Headed): Rung[] {
  return [line, ...body].flatMap((one) =>
    proseRungs(one, { inLadder: false }).flatMap((rung) =>
      // What begins with the day's own name is the day.
      !(one === line && rung.place.start < head.rest) &&
      rung.trigger.condition &&
      !rung.trigger.metric &&
      /\d\s?(?:am|pm|noon)|\d[.:]\d\d/i.test(rung.trigger.condition)
        ? [{ ...rung, sub: true, after: { wait: null } }]
        : [],
    ),
  );
}

/** Steps that stand inside a rung with a figure of their own: "where attendance drops below 80%, …". */
function subRungs(headed: Headed, parent: Rung): Rung[] {
  if (headed.head.family === DAY_FAMILY) return daySubRungs(headed);
  const said = parent.trigger.metric ?? parent.trigger.band ?? headed.body.some(({ text }) => TRIGGER_IS.test(text));
  if (headed.head.family !== BAND_FAMILY && !said) return [];
  const rungs: Rung[] = [];
  for (const line of [headed.line, ...headed.body]) {
    if (line === headed.line && !SEVERAL.test(line.text)) continue;
    if (!COUNTS.test(line.text) && figuresIn(line.text).length === 0) continue;
    for (const rung of proseRungs(line, { inLadder: true })) {
      const figure = rung.trigger.metric ?? rung.trigger.band ?? rung.trigger.anyOf;
      if (line === parent.place.line && rung.place.start < parent.place.end) continue;
      if (!figure || sameTrigger(rung.trigger, parent.trigger) || saysTheSame(rung.trigger, parent.trigger)) continue;
      if (parent.trigger.band && rung.trigger.unit === 'percent' && rung.trigger.value === parent.trigger.band[1])
        continue;
      rungs.push({ ...rung, sub: true });
    }
  }
  return rungs;
}

/** "19 days off or more" under "90% and below": the same said in days. */
function saysTheSame(own: Rung['trigger'], of: Rung['trigger']): boolean {
  const inDays = own.metric === 'absenceDays' || own.metric === 'sessions';
  return inDays && (of.band !== undefined || of.unit === 'percent');
}

/** "Route 1: under 92% – nurse referral; under 87% – meeting": a line that sets out more than its first step. */
const SEVERAL = /;\s+(?:and\s+)?(?:(?:at|below|under|on|after|from|over)\s+)?\d/i;
/** What is counted without a number: "any late mark", "a further absence", "truants again". */
const COUNTS = /late|punctual|absen|truan|miss|occasion|session|days?\b|%|per\s?cent/i;
