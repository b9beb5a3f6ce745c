import { Notes } from '../../text/notes.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { sayTheSame } from '../same-values.ts';
import { setsOff } from './figure-words.ts';
import type { Group, Headed } from './group.ts';
import { type HeadedReading, type HeadedSetting, readHeaded } from './headed-rungs.ts';
import { BAND_FAMILY, CLOCK_FAMILY, type Head, STATUS_FAMILY } from './heads.ts';
import { withIdleLevels } from './idle-levels.ts';
import { COLOUR_FAMILY, DAY_FAMILY } from './labels.ts';
import type { Line, Stretch } from './lines.ts';
import { allOfAbsence } from './of-absence.ts';
import { proseRungs } from './prose.ts';
import type { Ladder, Rung } from './rung.ts';
import { SERIES_FAMILY } from './series-labels.ts';

/** Turns a group of heads into a ladder; null when it is no ladder: a contents page, a list of levels without actions. */
export function ladderOfGroup(group: Group): Ladder | null {
  const rungs: Rung[] = [];
  let measured = 0;
  let acting = 0;
  let described = 0;
  let carried = '';
  for (const headed of group.rungs) {
    const isLast = headed === group.rungs.at(-1) && rungs.length > 0;
    const branches = group.family === DAY_FAMILY ? 'nowhere' : isLast ? 'anywhere' : 'in paragraphs';
    const first = rungs.every(({ idle }) => idle === true);
    const read = rememberedReading(headed, { carried, first, branches });
    carried = read.connective ?? carried;
    if (read.describes) described++;
    if (read.measured) measured++;
    if (read.acts) acting++;
    rungs.push(...read.rungs);
  }
  const first = group.rungs[0];
  if (first && group.rungs.length === 1 && (isTold(first) || isSentence(first))) return null;
  // Levels that nothing is done about ("96%: good, 90%: poor") are no ladder.
  if (rungs.length === 0 || acting * 2 < group.rungs.length - described || acting === 0 || !first) return null;
  const about = [...first.line.placed.headings, ...group.rungs.map((rung) => rung.line.text.slice(0, 80))].join(' · ');
  if (
    measured === 0 &&
    (rungs.length < 2 ||
      !/attend|absen|first[\s-]day\b|late|punctual|truan|missing|no (?:contact|reply|answer)|register/i.test(
        about + rungs.flatMap((rung) => rung.actions).join(' '),
      ))
  )
    return null;
  if (measured === 0 && group.family === COLOUR_FAMILY) return null;
  // What a school numbers may be anything: most of it must say when.
  const follows = rungs.filter(({ after }) => after !== undefined).length;
  if (group.family.startsWith(SERIES_FAMILY) && (measured + follows) * 2 < group.rungs.length) return null;
  // "Bronze = 95% plus, Silver = 97% plus" over other words with a figure.
  if (group.family === COLOUR_FAMILY && group.rungs.length === 1 && rungs[0]?.place.line !== first.line) return null;
  // An hour by itself is a timetable's; only hours that chase an absent pupil are rungs.
  if (
    group.family === CLOCK_FAMILY &&
    !/\b(?:absen|missing|first[\s-]day\b|not\s+(?:in|arrived|reported|been|heard)|no\s+(?:contact|reply|answer|response)|register)/i.test(
      about + rungs.flatMap((rung) => [...rung.actions, rung.trigger.condition ?? '']).join(' '),
    )
  )
    return null;
  return { family: group.family, about, rungs: withIdleLevels(allOfAbsence(rungs)) };
}

/** A status alone as a heading, and sentences with several figures under it: they are read as what they are. */
function isTold({ head, body }: Headed): boolean {
  const told = body.flatMap((line) => figuresIn(line.text).filter(setsOff));
  return head.family === STATUS_FAMILY && told.length > 1;
}

/** "Below 88%, the officer comes to the meeting too": one figure at the head of a sentence that says it all. */
function isSentence({ head, line, body }: Headed): boolean {
  if (head.family !== BAND_FAMILY || line.kind !== 'text' || body.length > 0) return false;
  return /^,\s/.test(line.text.slice(head.rest)) && proseRungs(line, { inLadder: false }).length > 0;
}

/** What was read from a rung, with all that decides it. */
interface KnownReading {
  readonly head: Head;
  readonly body: readonly Stretch[];
  readonly setting: HeadedSetting;
  readonly reading: HeadedReading;
  /** Of each rung in the reading, the line that it stands in: 0 for the head's, then those under it. */
  readonly lines: readonly number[];
}

/** By the head's words, which stay the very object while their block is not edited. */
const memory = new Notes<KnownReading>();

/** The reading of a rung, the same as before where neither its words nor its setting have changed, at its place. */
function rememberedReading(headed: Headed, setting: HeadedSetting): HeadedReading {
  const { line, body } = headed;
  const known = memory.get(line.stretch);
  if (known && isSame(known, headed, setting)) {
    const { reading, lines } = known;
    return {
      ...reading,
      rungs: reading.rungs.map((rung, index) => ({
        ...rung,
        place: { ...rung.place, line: lineAt(headed, lines[index] ?? 0) },
      })),
    };
  }
  const reading = readHeaded(headed, setting);
  const all = [line, ...body];
  const lines = reading.rungs.map(({ place }) => all.indexOf(place.line));
  memory.set(line.stretch, { head: headed.head, body: body.map(({ stretch }) => stretch), setting, reading, lines });
  return reading;
}

function lineAt({ line, body }: Headed, number: number): Line {
  return body[number - 1] ?? line;
}

function isSame(known: KnownReading, { head, body }: Headed, { carried, first, branches }: HeadedSetting): boolean {
  return (
    known.setting.carried === carried &&
    known.setting.first === first &&
    known.setting.branches === branches &&
    known.body.length === body.length &&
    body.every(({ stretch }, index) => known.body[index] === stretch) &&
    (known.head === head || sayTheSame(known.head, head))
  );
}
