import { oneLine } from '../../text/one-line.ts';
import type { Figure } from '../readers/thresholds/figure.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { actionsOf, mainClause } from './actions.ts';
import { actorIn } from './actors.ts';
import { monitoringIn } from './details.ts';
import { fromBelow, idleKind, withIdleLevels } from './idle-levels.ts';
import type { Line } from './lines.ts';
import { saysAction } from './measures.ts';
import type { Ladder, Rung } from './rung.ts';
import { schoolDoes } from './school-does.ts';
import { triggerOf } from './triggers.ts';
import { PARENTS_DO } from './wording.ts';

/** Levels that get a colour first, and further down what is done about each: "Amber families get a letter". */

const COLOURS = 'green|yellow|amber|orange|red|blue|black|gold|silver|bronze|purple|white';
const HAS_FIGURE = /\d|per\s?cent/i;
const NAMED = new RegExp(
  `^[\\s\\-*•(]*(${COLOURS})\\b|\\b(?:coded|called|classed|known|rated|shown|marked|graded|flagged|placed|put|are|is|be)\\s+(?:(?:as|in|into|the)\\s+){0,3}["'(]*(${COLOURS})\\b`,
  'i',
);
const MENTION = new RegExp(
  `\\b(${COLOURS})\\b(?=\\s+(?:famil|parents?|pupils?|students?|child|categor|zone|band|group|level|letter|or\\b|and\\b|will|are|get|receive)|[,.;]|$)`,
  'gi',
);

interface Level {
  readonly name: string;
  readonly line: Line;
  readonly at: number;
  readonly figure: Figure;
}

const GETS = /\b(?:gets?|receives?|has|have)\s+an?\s/i;
// As many lines may stand between the last level and what is done about it.
const NEAR = 8;

/** The ladder that colours with their figures and later sentences about them make together; null when there is none. */
export function namedLevels(lines: readonly Line[], taken: ReadonlySet<Line>): Ladder | null {
  const levels: Level[] = [];
  const rungs = new Map<Level, Rung>();
  lines.forEach((line, at) => {
    const last = levels.at(-1);
    if (taken.has(line) || line.kind === 'row') return;
    const level = levelOf(line, at);
    if (level && (!last || at - last.at <= NEAR)) {
      if (!levels.some(({ name }) => name === level.name)) levels.push(level);
    } else if (last && levels.length > 1 && at - last.at <= NEAR) {
      for (const sentence of line.text.split(/(?<=[.!?])\s+(?=[A-Z])/))
        for (const name of doneAbout(sentence)) {
          const found = levels.find((one) => one.name === name);
          const rung = found && (rungs.get(found) ?? rungOf(found, sentence));
          if (found && rung)
            rungs.set(found, { ...rung, actions: [...rung.actions, ...actionsOf(mainClause(sentence))] });
        }
    }
  });
  if (rungs.size === 0) return null;
  const inOrder = withIdleLevels(levels.flatMap((level) => rungs.get(level) ?? idleRung(level) ?? []));
  const about = levels.map(({ line }) => line.text.slice(0, 80)).join(' · ');
  return inOrder.length > 0 ? { family: 'colour', about, rungs: inOrder } : null;
}

function levelOf(line: Line, at: number): Level | null {
  if (line.text.length > 160 || !HAS_FIGURE.test(line.text)) return null;
  const match = NAMED.exec(line.text);
  const name = (match?.[1] ?? match?.[2])?.toLowerCase();
  if (!name) return null;
  const figures = figuresIn(line.text).filter(
    ({ unit, sense }) => unit === 'percent' && (sense === 'trigger' || sense === 'point'),
  );
  const [figure] = figures;
  return figure && figures.length === 1 && !saysAction(line.text.replace(/\bcoded\b/i, ''))
    ? { name, line, at, figure }
    : null;
}

/** The colours that a sentence says something is done about; a sentence with a figure speaks for itself. */
function doneAbout(sentence: string): string[] {
  if (!(schoolDoes(sentence) || GETS.test(sentence)) || !saysAction(sentence) || PARENTS_DO.test(sentence)) return [];
  if (figuresIn(sentence).some(({ sense }) => sense === 'trigger')) return [];
  return [...sentence.matchAll(MENTION)].map(([name]) => name.toLowerCase());
}

/** "Green: 96% or higher", of which nothing more is said. */
function idleRung({ line, figure }: Level): Rung | null {
  const read = triggerOf([figure], line.text);
  const trigger = read && fromBelow(read.trigger, line.text);
  if (!read || !trigger) return null;
  const words = oneLine(line.text);
  return {
    title: words.slice(0, 60),
    printed: null,
    trigger,
    kind: idleKind(words),
    idle: true,
    actions: [words],
    confidence: 'unsure',
    place: { line, start: read.start, end: read.end },
  };
}

function rungOf({ line, figure }: Level, sentence: string): Rung | null {
  const read = triggerOf([figure], line.text);
  if (!read || figure.op === '>' || figure.op === '>=') return null;
  const actor = actorIn(sentence);
  const monitoring = monitoringIn(sentence);
  return {
    title: oneLine(line.text).slice(0, 60),
    printed: null,
    trigger: read.trigger,
    actions: [],
    ...(actor ? { actor } : {}),
    ...(monitoring ? { monitoring } : {}),
    confidence: 'unsure',
    place: { line, start: read.start, end: read.end },
  };
}
