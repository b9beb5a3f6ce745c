import { Notes } from '../../text/notes.ts';
import { oneLine } from '../../text/one-line.ts';
import { remembered } from '../../text/remembered.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { areSame } from '../same-words.ts';
import { actionsOf, mainClause } from './actions.ts';
import { clausesOf } from './conditions.ts';
import { withIdleLevels } from './idle-levels.ts';
import { itemsBelow, printedNumber } from './items-below.ts';
import { lastSentence, traitsOf } from './line-traits.ts';
import type { Line } from './lines.ts';
import { YOUR_CHILDS } from './measured.ts';
import { isEnforcement, saysAction } from './measures.ts';
import { isOfOtherCount } from './other-counts.ts';
import { mayBeRung, proseRungs } from './prose.ts';
import { askedWhen, questionRung } from './question-rungs.ts';
import type { Setting } from './reading.ts';
import type { Ladder, Rung } from './rung.ts';
import { schoolDoes } from './school-does.ts';
import { triggerOf } from './triggers.ts';
import { addressesParents, PARENTS_DO, STRONG } from './wording.ts';

// Sentences further apart than this many lines tell of different things.
const NEAR = 8;
// A step so many lines before is the one that a sentence goes on from.
const NEXT = 2;
// So many lines further down what is counted is still known.
const STILL_COUNTED = 12;

interface Open {
  rungs: Rung[];
  section: string;
  about: string;
  at: number;
}

/** Ladders that are told in sentences: neighbouring steps of one section are one ladder. */
export function proseLadders(lines: readonly Line[], taken: ReadonlySet<Line>, told: string | null = null): Ladder[] {
  const ladders: Ladder[] = [];
  let open: Open | null = null;
  const close = (): void => {
    const rungs = withIdleLevels(open?.rungs ?? []);
    if (open && rungs.length > 0) ladders.push({ family: 'prose', about: open.about, rungs });
    open = null;
  };
  let list: Line | null = null;
  let aside = false;
  // The items are what may be done about the step before.
  let measures = false;
  let section = '';
  let ofOthers = false;
  // What a line before has said is counted: the lines below leave it out.
  let counted = told === null ? null : { words: told, at: 0 };
  const consumed = new Set<Line>();
  // Items whose line above says what is done about each.
  const given = new Set<Line>();
  lines.forEach((line, index) => {
    const { setsAside, introduces, tellsWhatHappens, considers, opensItems, tellsOfOthers, asksOfOthers, tellsCount } =
      traitsOf(line.stretch);
    if (setsAside !== null) aside = setsAside;
    if (tellsCount !== null) counted = { words: tellsCount, at: index };
    if (line.kind !== 'item') {
      list = introduces ? line : null;
      measures = considers;
    }
    const asked = taken.has(line) || aside || ofOthers ? null : questionRung(line, lines[index + 1]);
    const named = asked ? [asked] : namedInHeading(lines, index);
    if (line.kind === 'heading' && named.length === 0) {
      section = line.text;
      ofOthers = asksOfOthers;
      const chooses = line.text.endsWith(':') && opensChoices(line, itemsBelow(lines, index, taken));
      if (list !== line && !OPENS_CASES.test(line.text) && !chooses) return;
    }
    if (tellsOfOthers || (line.kind !== 'heading' && ofOthers)) return;
    if (taken.has(line) || line.kind === 'row' || (aside && line.kind === 'item') || given.has(line)) return;
    if (measures && line.kind === 'item' && !((clausesOf(line.text)[0]?.start ?? 9) < 4)) {
      const last = open && index - open.at <= NEAR ? open.rungs.pop() : null;
      if (last && open) {
        open.rungs.push({ ...last, actions: [...last.actions, ...actionsIn(line.text)] });
        open.at = index;
      }
      return;
    }
    const printed = printedNumber(line);
    const items = opensItems ? itemsBelow(lines, index, taken) : [];
    if (items.length === 0 && named.length === 0 && (line.kind === 'heading' || !mayBeRung(line))) return;
    // Items that each say when are steps of their own; the line above only opens them.
    const least = tellsWhatHappens ? 2 : introduces && items.length > 1 ? items.length : Number.POSITIVE_INFINITY;
    const whole = least <= items.length && saysWhen(items).length >= least ? [] : items;
    const apart = introduces ? saysWhen(whole) : [];
    const below = whole.filter((item) => !apart.includes(item));
    const inLadder =
      line.kind === 'item' &&
      list !== null &&
      (printed !== null || EVENT.test(list.text) || traitsOf(list.stretch).tellsWhatHappens);
    const event = list === line ? startedBy(line, items) : null;
    const cases = event ? [] : casesOf(line, items);
    for (const { place } of cases) given.add(place.line);
    const found = event
      ? [event]
      : asked
        ? [asked]
        : cases.length > 0
          ? cases
          : line.kind === 'heading' && !isCondition(line)
            ? named
            : rememberedRungs(line, {
                inLadder,
                below: below.map(({ text }) => text),
                heading:
                  aboutOf(line, section, list) +
                  itemBefore(lines, index) +
                  (counted && index - counted.at <= STILL_COUNTED ? `. ${counted.words}` : ''),
                ...letterBehind(lines, index),
                ...askedIn(lines[index - 1]),
                ...(open && open.section === section && index - open.at <= NEXT ? sessionsOf(open.rungs.at(-1)) : {}),
                above: `${line.placed.headings.slice(-2).join('. ')}. ${list?.text ?? ''}`,
                inList: inLadder && list !== null && traitsOf(list.stretch).tellsWhatHappens,
                follows:
                  (open !== null && open.section === section && index - open.at <= 2) ||
                  isStep(lines[index - 1], taken),
              }).filter((rung) => !consumed.has(line) || hasFigure(rung));
    if (found.length === 0) return;
    if (!event) for (const item of below) consumed.add(item);
    if (open && (open.section !== section || index - open.at > NEAR || isOfOtherCount(open.rungs, found, line)))
      close();
    open ??= { rungs: [], section, about: [...line.placed.headings, section].join(' · '), at: index };
    const chain = found.length > 1 && found.slice(1).some(({ after }) => after !== undefined);
    found.forEach((rung, position) => {
      const last = open?.rungs.at(-1);
      const afterHelp = last?.actions.every(isEnforcement) && SUPPORT_FAILED.test(rung.trigger.condition ?? '');
      const { after: _, ...first } = rung;
      const sub = printed !== null && found.length > 1 && (chain || position > 0);
      open?.rungs.push({
        ...(afterHelp ? first : rung),
        ...(printed === null ? {} : { printed }),
        ...(sub ? { sub } : {}),
      });
    });
    open.at = index + (event ? 0 : below.length);
  });
  close();
  return ladders;
}

/** Whether a line is of a ladder that its own heads or cells set out. */
function isStep(line: Line | undefined, taken: ReadonlySet<Line>): boolean {
  return line !== undefined && (taken.has(line) || line.kind === 'row');
}

/** "Phone call from tutor (attendance below 95%)" alone on its line looks like a heading; it says what is done, and when at its end. */
function namedInHeading(lines: readonly Line[], index: number): readonly Rung[] {
  const line = lines[index];
  // One such line alone names a section: "Support for pupils (attendance below 90%)".
  if (!line || !endsInFigure(line) || !(endsInFigure(lines[index - 1]) || endsInFigure(lines[index + 1]))) return [];
  const found = rememberedRungs(line, { inLadder: false, heading: headingOf(line) });
  return found.filter(
    (rung) => hasFigure(rung) && rung.place.start > 8 && line.text.slice(rung.place.end).replace(/[^a-z]/gi, '') === '',
  );
}

function endsInFigure(line: Line | undefined): boolean {
  return line?.kind === 'heading' && line.depth >= 9 && /%\)?\s*$/.test(line.text);
}

/** "If attendance has not improved:" over a list looks like a heading; it is the condition of its items. */
function isCondition({ depth, text }: Line): boolean {
  return depth >= 9 && /:\s*$/.test(text) && (clausesOf(text)[0]?.start ?? text.length) < 3;
}

/** What a letter goes on to say is done about the pupil whose attendance it names. */
function letterBehind(lines: readonly Line[], index: number): { letter?: string } {
  if (!YOUR_CHILDS.test(lines[index]?.text ?? '')) return {};
  for (const line of lines.slice(index + 1, index + 4)) {
    if (line.kind !== 'text') break;
    const [sentence] = line.text.split(/(?<=[.!?])\s+(?=[A-Z])/);
    if (sentence && schoolDoes(sentence) && saysAction(sentence) && !PARENTS_DO.test(sentence) && LATER.test(sentence))
      return { letter: sentence.trim() };
  }
  return {};
}

function askedIn(before: Line | undefined): Pick<Setting, 'asked'> {
  const asked = before ? askedWhen(before.text) : '';
  return asked === '' ? {} : { asked };
}

const LATER = /\b(?:will|would\s+like|shall|are\s+invited|has\s+been\s+arranged|have\s+(?:arranged|decided))\b/i;

interface KnownRungs {
  readonly setting: Setting;
  readonly rungs: readonly Rung[];
}

/** By the line's words, which stay the very object while its block is not edited; the setting that was met last stands first. */
const memory = new Notes<KnownRungs[]>();
// A line is read in two or three settings; a new one is an edit of its neighbours.
const MOST_SETTINGS = 8;

/** The steps of a line, remembered with it for each setting that it was read in. */
function rememberedRungs(line: Line, setting: Setting): readonly Rung[] {
  if (!mayBeRung(line)) return [];
  let settings = memory.get(line.stretch);
  if (!settings) memory.set(line.stretch, (settings = []));
  let known = settings.find((one) => areSameSettings(one.setting, setting));
  if (!known) {
    known = { setting, rungs: proseRungs(line, setting) };
    if (settings.length >= MOST_SETTINGS) settings.length = 0;
    settings.unshift(known);
  }
  // The line moves with its block; what is read from it does not change.
  return known.rungs.map((rung) => ({ ...rung, place: { ...rung.place, line } }));
}

function areSameSettings(one: Setting, other: Setting): boolean {
  return (
    one.inLadder === other.inLadder &&
    (one.inList === true) === (other.inList === true) &&
    (one.follows === true) === (other.follows === true) &&
    one.heading === other.heading &&
    one.above === other.above &&
    one.letter === other.letter &&
    one.asked === other.asked &&
    one.sessions?.metric === other.sessions?.metric &&
    one.sessions?.value === other.sessions?.value &&
    one.sessions?.window === other.sessions?.window &&
    areSame(one.below ?? [], other.below ?? [])
  );
}

/** The sessions that a step counts, for the next that only says how many. */
function sessionsOf(rung: Rung | undefined): Pick<Setting, 'sessions'> {
  const { metric, unit, value, window } = rung?.trigger ?? {};
  if (!metric || unit !== 'sessions' || value === undefined) return {};
  return { sessions: { metric, unit, value, window: window ?? null, sense: 'trigger' } };
}

function hasFigure({ trigger }: Rung): boolean {
  return trigger.metric !== undefined || trigger.band !== undefined || trigger.anyOf !== undefined;
}

function headingOf(line: Line): string {
  return line.placed.headings.at(-1) ?? '';
}

/** What a line is about: its heading, one that is printed inside its paragraph, the line that opens its list. */
function aboutOf(line: Line, section: string, list: Line | null): string {
  const heading = headingOf(line);
  const inner = section !== '' && section !== heading ? `${heading}. ${section}` : heading;
  return list && line.kind === 'item' ? `${inner}. ${list.text}` : inner;
}

const NAMES_DAY = /\bdays?\s+(?:two|three|four|five|six|ten|\d)|\b(?:second|third|fourth|fifth|sixth|tenth)\s+day\b/i;

/** "On the first day of absence we ring" before an item that only says "by day three": days of the same absence. */
function itemBefore(lines: readonly Line[], index: number): string {
  const [before, line] = [lines[index - 1], lines[index]];
  return line?.kind === 'item' && before?.kind === 'item' && NAMES_DAY.test(line.text) ? `. ${before.text}` : '';
}

/** "Where support has not worked": help has failed, and not the notice that was told of before. */
const SUPPORT_FAILED = /\b(?:help|support|interventions?|measures)\b[^.;]{0,40}\bnot\b/i;
const EVENT = /\b(?:in\s+the\s+(?:event|case)\s+of|if|when|where)\b/i;
const EVENTS =
  /\b(?:nobody\s+has\s+(?:told|rung|phoned|contacted)|not\s+(?:been\s+)?(?:told|heard)|not\s+(?:here|in\s+school)|absent\s+without|unexplained\s+absence|truan\w*|missing|abscond\w*|not\s+arrived|leav(?:es|ing)\s+(?:the\s+)?(?:site|school))\b/i;

/** "…will be taken in the event of a truancy:" and a list: the event sets off the items that have no trigger of their own. */
function startedBy(intro: Line, items: readonly Line[]): Rung | null {
  if (addressesParents(lastSentence(intro.text))) return null;
  const clause = clausesOf(intro.text).findLast(({ words }) => EVENTS.test(words));
  const own = items.filter(
    (item) =>
      rememberedRungs(item, {
        inLadder: true,
        below: [],
        heading: `${headingOf(item)}. ${intro.text}`,
        inList: traitsOf(intro.stretch).tellsWhatHappens,
      }).length === 0,
  );
  const actions = own.flatMap((item) => [...actionsIn(item.text)]);
  if (!clause || !saysAction(actions.join(' '))) return null;
  // "If your child has been missing for 3 days": the figure says when, better than its words.
  if (figuresIn(clause.words).some(({ sense }) => sense === 'trigger')) return null;
  // "At 9.20am the office sends a message": the hour is printed there.
  const timed = own[0] && /^\s*(?:at|by|from)\s+\d/i.test(own[0].text) ? own[0] : null;
  const hour = timed ? (/\d[\d.:]*\s?(?:[ap]\.?m\.?)?/i.exec(timed.text) ?? null) : null;
  return {
    title: clause.words.slice(0, 60),
    printed: null,
    trigger: { condition: clause.words },
    actions,
    confidence: 'unsure',
    place:
      timed && hour
        ? { line: timed, start: 0, end: hour.index + hour[0].trimEnd().length }
        : { line: intro, start: clause.start, end: clause.end },
  };
}

const OPENS_CASES =
  /\b(?:if|when|where|for|whose|who)\b[^.;]{0,60}:\s*$|\b(?:circumstances|situations|cases|reasons|criteria)\b[^.;]{0,30}:\s*$/i;

const ONE_OF = /\b(?:one|any)\s+(?:or\s+more\s+)?of\s+(?:the\s+following|these)\b[^.;]{0,30}:\s*$/i;
const WHEN = /^\W*(?:when|where|if|after|once)\b/i;

/** "An Attendance Panel is called:" over "(a) when …; or", "considered where the register records one of the following:". */
function opensChoices(intro: Line, items: readonly Line[]): boolean {
  return ONE_OF.test(intro.text) || (/:\s*$/.test(intro.text) && items.every(({ text }) => WHEN.test(text)));
}

/** "You could get a penalty notice if your child:" and a list: each item with a figure sets off what the line above says. */
function casesOf(intro: Line, items: readonly Line[]): Rung[] {
  if (items.length < 2 || !(OPENS_CASES.test(intro.text) || opensChoices(intro, items)) || !STRONG.isIn(intro.text))
    return [];
  const actions = actionsOf(mainClause(intro.text.replace(/:\s*$/, '')));
  if (actions.length === 0 || figuresIn(intro.text).some(({ sense }) => sense === 'trigger')) return [];
  return items.flatMap((item): Rung[] => {
    if (saysAction(item.text)) return [];
    const figures = figuresIn(item.text, `${headingOf(item)}. ${intro.text} ${item.text}`);
    const read = triggerOf(
      figures.filter(({ sense }) => sense === 'trigger'),
      item.text,
    );
    if (!read) return [];
    const place = { line: item, start: read.start, end: read.end };
    const title = oneLine(item.text).slice(0, 60);
    return [{ title, printed: null, trigger: read.trigger, actions: [...actions], confidence: 'unsure', place }];
  });
}

/** The items that set out a step, with a trigger in words or figures. */
function saysWhen(items: readonly Line[]): Line[] {
  return items.filter(
    (item) => rememberedRungs(item, { inLadder: true, heading: headingOf(item), inList: true }).length > 0,
  );
}

// An item's words stand in many versions of a text.
const actionsIn = remembered((text): readonly string[] => actionsOf(text));
