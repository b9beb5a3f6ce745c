import { figuresIn } from '../readers/thresholds/figures.ts';
import { withBandsAbove } from './bands-above.ts';
import {
  bandsInARow,
  bareHead,
  belowEach,
  belowTheNumbers,
  withBandsBehind,
  withBareCounts,
  withBareFigure,
  withTheRest,
} from './bare-heads.ts';
import { clausesOf } from './conditions.ts';
import { countsInARow } from './counted-rows.ts';
import type { Group, Headed } from './group.ts';
import { BAND_FAMILY, CLOCK_FAMILY, goingOn, type Head, headOf, STATUS_FAMILY } from './heads.ts';
import { COLOUR_FAMILY, DAY_FAMILY } from './labels.ts';
import type { Line } from './lines.ts';
import { looksBack } from './looks-back.ts';
import { saysAction } from './measures.ts';
import { namedInARow } from './named-rungs.ts';
import { onlyLooksBack } from './only-looks-back.ts';
import { seriesInARow } from './series-labels.ts';

// A rung that goes on longer than this is a chapter, and what follows it another.
const LONGEST_BODY = 40;
const NEXT_WITHIN = 12;

/** "Persistent absence pathway" over "Step 1: below 90%: …": what a ladder is called, and no rung of the one before it. */
function isNameOfLadder(head: Head, lines: readonly Line[], index: number): boolean {
  if (head.family !== STATUS_FAMILY) return false;
  const next = lines.slice(index + 1, index + 3).find((line) => line.kind !== 'heading' && headOf(line) !== null);
  const first = next ? headOf(next) : null;
  return first?.number === 1 && first.figures.some(({ unit, sense }) => unit === 'percent' && sense === 'trigger');
}

/** Groups the heads of a document into ladders: one family, one level, numbers that go on. */
export function groupHeads(lines: readonly Line[]): Group[] {
  const groups: Group[] = [];
  let open: Group | null = null;
  // The line that opens what follows: a heading, or words before a colon.
  let above = '';
  // The line above where the open group began.
  let opened = '';
  // Lines that are heads by those that stand around them.
  const inRows = [bandsInARow(lines), countsInARow(lines), seriesInARow(lines), namedInARow(lines)];
  const inARow = (line: Line): Head | null =>
    inRows.map((row) => row.get(line)).find((head) => head !== undefined) ?? null;
  const close = (): void => {
    if (open)
      groups.push(
        withTheRest(
          belowTheNumbers(withBandsAbove(withBandsBehind(withBareCounts(trimLast(open), opened)), lines), lines),
        ),
      );
    open = null;
  };
  lines.forEach((line, index) => {
    const own = headOf(line);
    const labelled = own && isNameOfLadder(own, lines, index) ? null : own;
    const printed = labelled && withBareFigure(labelled, line, above);
    const bare = printed ?? bareHead(line, above, open?.family === 'count of lateMarks') ?? inARow(line);
    const head = bare ? belowEach(bare, above) : open ? goingOn(line, open.family) : null;
    if (!head && (line.kind === 'heading' || (line.kind === 'text' && OPENS.test(line.text)))) above = line.text;
    else if (printed && line.kind === 'heading') above = '';
    if (line.kind === 'row') {
      close();
      return;
    }
    if (open) {
      const last = open.rungs.at(-1);
      if (!last) return;
      if (head && isWhatIsDone(open, last, head, line)) {
        last.body.push(line);
        return;
      }
      if (head && isSameDay(last, head)) {
        last.body.push(line);
        return;
      }
      if (head && belongs(open, last, head, line)) {
        if (isRepeat(last, head) && !looksBack(line.text)) last.body.push(line);
        else open.rungs.push({ head, line, body: [] });
        return;
      }
      // "Referral: if attendance falls below 90%" beside the days of an absence is none of them.
      if (!head && open.family === DAY_FAMILY && level(line) === level(last.line) && saysElse(line, last)) {
        close();
        return;
      }
      // "After a visit with no answer – …" in a list of hours: none of them, and no part of the last.
      if (!head && open.family === CLOCK_FAMILY && isItemWithClause(line) && level(line) === level(last.line)) {
        close();
        return;
      }
      // "20 lates after the register closes: penalty notice" in a list of lates: none of them, and no part of the last.
      if (!head && line.kind === 'item' && level(line) === level(last.line) && countsElse(line, last)) return;
      // "At any time: 15% absence or more, …" behind the last of the steps is none of them.
      if (!head && AT_ANY_TIME.test(line.text)) {
        close();
        return;
      }
      // "6.7 …" behind "6.6 Stage Five …" is the next clause, and no part of the stage.
      if (!head && isNextClause(last.line, line)) {
        close();
        return;
      }
      // The next number of the list is no part of this one; it may be a step by itself.
      if (!head && isSibling(last.line, line)) return;
      if (
        endsGroup(open, line, head, () => goesOn(open, lines, index, (one) => headOf(one) ?? inARow(one))) ||
        last.body.length >= LONGEST_BODY
      )
        close();
      else {
        last.body.push(line);
        return;
      }
    }
    if (head?.goesOn) return;
    opened = above;
    if (head && head.family !== STATUS_FAMILY) open = { family: head.family, rungs: [{ head, line, body: [] }] };
    else if (head && line.kind === 'heading') open = { family: BAND_FAMILY, rungs: [{ head, line, body: [] }] };
  });
  close();
  return groups;
}

/** Whether a line sets something off that is none of the day before it: a percentage, a later day of the absence. */
function saysElse({ text }: Line, { head }: Headed): boolean {
  return figuresIn(text).some(
    ({ unit, sense, value }) =>
      sense === 'trigger' && (unit === 'percent' || (unit === 'days' && head.number !== null && value > head.number)),
  );
}

/** Whether an item names another figure of what the head of the last rung counts. */
function countsElse({ text }: Line, { head }: Headed): boolean {
  const [own] = head.figures;
  return (
    own !== undefined &&
    figuresIn(text).some(
      ({ metric, value, sense }) => sense === 'trigger' && metric === own.metric && value !== own.value,
    )
  );
}

const AT_ANY_TIME = /^\W*at\s+any\s+(?:time|point|stage)\b/i;

function isItemWithClause({ kind, text }: Line): boolean {
  return kind === 'item' && (clausesOf(text)[0]?.start ?? Number.POSITIVE_INFINITY) < 4;
}

// A table's head that lost its lines is longer than a heading: "Attendance % Colour What we do What you do".
const OPENS = /^[^.]{3,80}:\s*$|^[^.!?]{3,50}$|^[^.!?]{0,20}attendance\s(?:%|band|level|figure|rate)[^.!?]{0,90}$/i;

/** Headings count as higher than paragraphs, paragraphs as higher than items, outer items as higher than inner ones. */
function level(line: Line): number {
  if (line.kind === 'heading') return line.depth >= 7 ? 10 : line.depth;
  return line.kind === 'text' ? 20 : 21 + line.depth;
}

function belongs(group: Group, last: Headed, head: Head, line: Line): boolean {
  const sameLevel =
    level(line) === level(last.line) ||
    (level(line) >= 10 && level(last.line) >= 10 && level(line) <= 20 && level(last.line) <= 20);
  if (!sameLevel) return false;
  if (head.family === group.family) {
    const before = last.head.number;
    if (head.number === null || before === null) return true;
    // A second "Stage 1" begins another ladder.
    return !group.rungs.some((rung) => rung.head.number === head.number);
  }
  if (isFigure(group.family) && isFigure(head.family)) return isAlone(last.line, last.head) && isAlone(line, head);
  return group.family === BAND_FAMILY && head.family === STATUS_FAMILY;
}

function isFigure(family: string): boolean {
  return family === BAND_FAMILY || family.startsWith('count of ');
}

/** "Attendance falls below 96%", "10 unauthorised sessions": the boxes of a chart, whatever each counts. */
function isAlone({ text, kind }: Line, { rest }: Head): boolean {
  return kind === 'text' && !/[a-z]{3}/i.test(text.slice(rest).replace(/\b(?:of|absences?|attendance)\b/gi, ''));
}

/** "97-100%" as a heading and "97%-100% Excellent" as the next line are one rung. */
function isRepeat(last: Headed, head: Head): boolean {
  const one = last.head.figures[0];
  const other = head.figures[0];
  return (
    last.body.length === 0 &&
    head.family === BAND_FAMILY &&
    one !== undefined &&
    other !== undefined &&
    one.value === other.value &&
    one.band?.[0] === other.band?.[0]
  );
}

const LONGEST_WHEN = 40;
const MEASURE = /letter|warning|meeting|notice/;

/** "Letter 1 sent" under "Stage 1 (93-95%)", "Amber" under "90 to 94%": what is done or what it is called, and no rung beside it. */
function isWhatIsDone(group: Group, last: Headed, head: Head, line: Line): boolean {
  // "90%" over "19 days" and "Persistent absence": the other cells of a row that lost its table.
  const isCell = head.family === STATUS_FAMILY || (head.family === 'count of absenceDays' && last.body.length === 0);
  if (group.family === BAND_FAMILY && isCell && isFlattened(last)) return true;
  if (group.family === BAND_FAMILY && (head.family === COLOUR_FAMILY || MEASURE.test(head.family)))
    return head.figures.length === 0 && last.body.length < 2;
  return (
    MEASURE.test(head.family) &&
    !MEASURE.test(group.family) &&
    !head.figures.some(({ sense }) => sense === 'trigger' || sense === 'point') &&
    last.body.length === 0 &&
    (saysOnlyWhen(last) || DOES_SOMETHING.test(line.text.slice(head.rest)))
  );
}

/** "Stage 3: below 90%", "Stage 4: no improvement": what is done stands below. */
function saysOnlyWhen({ head, line }: Headed): boolean {
  const said = line.text.slice(head.rest);
  return said.length < LONGEST_WHEN && (head.figures.length > 0 || onlyLooksBack(said));
}

/** "Letter 2 asks the parents to come in", "Letter 1 (“Just so you know”) is e-mailed": the letter is the subject. */
const DOES_SOMETHING =
  /^\s*(?:\([^()]{1,60}\)\s*)?(?:(?:then|also)\s)?(?:is|are|will|asks?|invites?|tells?|warns?|informs?|reminds?|sets|explains?|says?|offers?|requests?|names?|goes)\s(?!(?:when|if|where|once|out\s(?:when|if|at)|after)\b)/i;

/** A figure alone on its line, and nothing done below it yet. */
function isFlattened({ head, line, body }: Headed): boolean {
  return (
    head.family === BAND_FAMILY &&
    line.kind !== 'item' &&
    body.length < 3 &&
    !/[a-z]{4}/i.test(line.text.slice(head.rest)) &&
    !body.some(({ text }) => saysAction(text))
  );
}

const CLAUSE_NUMBER = /^\s{0,4}(\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\s/;

function isNextClause(one: Line, other: Line): boolean {
  const [number, next] = [CLAUSE_NUMBER.exec(one.text)?.[1], CLAUSE_NUMBER.exec(other.text)?.[1]];
  return number !== undefined && next !== undefined && number.split('.').length === next.split('.').length;
}

function isSibling(one: Line, other: Line): boolean {
  const printed = (line: Line): boolean =>
    line.kind === 'item' && /^\(?\d{1,2}[.)]$/.test(line.placed.block.marker ?? '');
  return printed(one) && printed(other) && one.depth === other.depth && one.placed !== other.placed;
}

/** "Day 10:" alone on its line and "After 10 school days …" on the next are one rung. */
function isSameDay(last: Headed, head: Head): boolean {
  return (
    last.body.length === 0 &&
    head.family === DAY_FAMILY &&
    last.head.family === DAY_FAMILY &&
    head.number === last.head.number &&
    last.line.text.slice(last.head.rest).replace(/[^a-z]/gi, '') === ''
  );
}

function endsGroup(group: Group, line: Line, head: Head | null, more: () => boolean): boolean {
  const first = group.rungs[0]?.line;
  if (!first) return true;
  // A band under "Stage 2:" or under a colour is that rung's trigger.
  if (head && head.family === BAND_FAMILY && group.family !== BAND_FAMILY) {
    const last = group.rungs.at(-1);
    return !(last && last.head.figures.length === 0);
  }
  // "Route 1 (parents attend): …" between Stage B and Stage C is a part of Stage B.
  if (head && isBranch(group, head) && level(line) > 10) return !more();
  if (head && head.family !== STATUS_FAMILY && level(line) <= level(first)) return true;
  if (line.kind !== 'heading') return false;
  if (line.depth <= 8) return first.kind !== 'heading' || line.depth <= first.depth;
  // What only looks like a heading may be an action on a line of its own, as long as the ladder goes on behind it.
  const started = (group.rungs.at(-1)?.body.length ?? 0) > 0;
  // The last rung's only words may look like one too: "Referral to the Attendance Service".
  if (line.depth === 9 && !started && line.placed === group.rungs.at(-1)?.line.placed && saysAction(line.text))
    return false;
  // "Attendance contract issued", where the rungs before have as many such lines.
  const bodies = group.rungs.map(({ body }) => body.length);
  if (started && saysAction(line.text) && (bodies.at(-1) ?? 0) < Math.max(...bodies.slice(0, -1), 0)) return false;
  return line.depth === 9 && (started || first.kind !== 'heading') && !more();
}

const BRANCH = /^(?:route|letter|meeting|intervention|response|trigger)$/;

/** Whether a label without a figure names a part of a stage, and no stage of another ladder. */
function isBranch({ family }: Group, head: Head): boolean {
  return BRANCH.test(head.family) && !BRANCH.test(family) && head.figures.length === 0 && family !== CLOCK_FAMILY;
}

/** Whether the next rung of the group stands within a few lines. */
function goesOn(
  group: Group | null,
  lines: readonly Line[],
  from: number,
  headIn: (line: Line) => Head | null,
): boolean {
  const last = group?.rungs.at(-1);
  if (!group || !last) return false;
  for (const line of lines.slice(from + 1, from + NEXT_WITHIN)) {
    const head = headIn(line);
    if (head && belongs(group, last, head, line)) return true;
    if (line.kind === 'row' || (line.kind === 'heading' && line.depth <= 8)) return false;
  }
  return false;
}

/** The last rung ends where the others show that rungs end: it has no next head to end it. */
function trimLast(group: Group): Group {
  const last = group.rungs.at(-1);
  if (!last) return group;
  const inOwnBlock = (rung: Headed, line: Line): boolean => line.placed === rung.line.placed;
  const longest = Math.max(
    0,
    ...group.rungs.slice(0, -1).map((rung) => rung.body.filter((line) => !inOwnBlock(rung, line)).length),
  );
  let keep = 0;
  let others = 0;
  let items = false;
  for (const line of last.body) {
    if (!inOwnBlock(last, line)) {
      // "Attendance contract issued" alone on its line looks like a heading; other rungs have as many.
      const looksHeading = line.depth >= 9 && others < longest && saysAction(line.text);
      if (line.kind === 'heading' && others > 0 && !looksHeading) break;
      if (line.kind === 'item') items = true;
      // A line that opens a list stands with it, and is not counted beside it.
      else if (/:\s*$/.test(line.text) && last.body[last.body.indexOf(line) + 1]?.kind === 'item') others--;
      // Paragraphs: as many as other rungs have; a rung that stands alone under a heading has at least one.
      else if (items || others >= Math.max(longest, last.line.kind === 'heading' ? 1 : 0)) break;
      others++;
    }
    keep++;
  }
  last.body.length = keep;
  return group;
}
