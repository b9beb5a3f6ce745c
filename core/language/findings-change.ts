import type { Edit, Finding } from '../lint/finding.ts';
import type { Position, Span } from '../text/span.ts';

/** Where the text behind an edit began before it, and where it begins now. */
export interface Shift {
  /** Offset of the first unit that was edited. */
  readonly from: number;
  readonly was: Position;
  readonly is: Position;
}

/** So many of the findings before, from an index on, at the places that their words have now. */
type Run = readonly [index: number, count: number];

/** What takes the findings of one version of a text to those of the next: a small thing, where an edit settles nothing. */
export interface FindingsChange {
  readonly shift: Shift;
  readonly parts: readonly (Run | Finding)[];
}

/** The change between the findings of two versions of a text. Those that only moved with their words are not repeated. */
export function changeOfFindings(before: readonly Finding[], after: readonly Finding[], shift: Shift): FindingsChange {
  const places = new Map<string, number[]>();
  for (const [index, finding] of before.entries()) {
    const known = places.get(keyOf(finding));
    if (known) known.push(index);
    else places.set(keyOf(finding), [index]);
  }
  const parts: (Run | Finding)[] = [];
  let next = 0;
  for (const finding of after) {
    const index = [next, ...(places.get(keyOf(finding)) ?? [])].find((at) => hasMoved(before[at], finding, shift));
    const last = parts.at(-1);
    if (index === undefined) parts.push(finding);
    else if (isRun(last) && last[0] + last[1] === index) parts[parts.length - 1] = [last[0], last[1] + 1];
    else parts.push([index, 1]);
    next = (index ?? next) + 1;
  }
  return { shift, parts };
}

/** The findings after the change. `stand`: whether each is one that was there before, at its own words. */
export function withChange(
  before: readonly Finding[],
  { shift, parts }: FindingsChange,
): { readonly findings: readonly Finding[]; readonly stand: boolean } {
  const findings = parts.flatMap((part): readonly Finding[] =>
    isRun(part) ? before.slice(part[0], part[0] + part[1]).map((finding) => moved(finding, shift)) : [part],
  );
  const [only] = parts;
  const stand = before.length === 0 ? parts.length === 0 : isRun(only) && only[0] === 0 && only[1] === before.length;
  return { findings, stand: stand && parts.length < 2 };
}

function isRun(part: Run | Finding | undefined): part is Run {
  return Array.isArray(part);
}

function keyOf({ ruleId, message }: Finding): string {
  return `${ruleId} ${message}`;
}

/** Whether the later finding is the earlier one, moved with its words, which the edit left alone. */
function hasMoved(earlier: Finding | undefined, later: Finding, shift: Shift): boolean {
  if (!earlier || earlier.ruleId !== later.ruleId || earlier.message !== later.message) return false;
  if (isEdited(earlier.span.start, shift) || isEdited(earlier.span.end, shift)) return false;
  const now = moved(earlier, shift);
  return (
    now === later ||
    (isSameSpan(now.span, later.span) &&
      now.file === later.file &&
      now.topic === later.topic &&
      now.severity === later.severity &&
      now.duty === later.duty &&
      areAll(now.citations, later.citations, (one, other) => one === other) &&
      areAll(
        now.fixes,
        later.fixes,
        (one, other) => one.title === other.title && areAll(one.edits, other.edits, isSameEdit),
      ) &&
      areAll(now.related, later.related, (one, other) => one.line === other.line && one.message === other.message))
  );
}

function isEdited({ offset }: Position, { from, was }: Shift): boolean {
  return offset > from && offset < was.offset;
}

function isSameEdit(one: Edit, other: Edit): boolean {
  return one.text === other.text && isSameSpan(one.span, other.span);
}

function isSameSpan(one: Span, other: Span): boolean {
  return isSamePosition(one.start, other.start) && isSamePosition(one.end, other.end);
}

function isSamePosition(one: Position, other: Position): boolean {
  return one.offset === other.offset && one.line === other.line && one.column === other.column;
}

function areAll<T>(ones: readonly T[], others: readonly T[], same: (one: T, other: T) => boolean): boolean {
  return (
    ones.length === others.length &&
    ones.every((one, index) => {
      const other = others[index];
      return other !== undefined && same(one, other);
    })
  );
}

/** The finding where its words stand now; the very object where they stand where they stood. */
function moved(finding: Finding, shift: Shift): Finding {
  const span = movedSpan(finding.span, shift);
  const fixes = eachMoved(finding.fixes, (fix) => {
    const edits = eachMoved(fix.edits, (edit) => {
      const there = movedSpan(edit.span, shift);
      return there === edit.span ? edit : { ...edit, span: there };
    });
    return edits === fix.edits ? fix : { ...fix, edits };
  });
  const down = shift.is.line - shift.was.line;
  const related = eachMoved(finding.related, (one) =>
    down === 0 || one.line <= shift.was.line ? one : { ...one, line: one.line + down },
  );
  if (span === finding.span && fixes === finding.fixes && related === finding.related) return finding;
  const { start, end } = span;
  return {
    ...finding,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    span,
    fixes,
    related,
  };
}

function eachMoved<T>(things: T[], move: (thing: T) => T): T[] {
  const now = things.map(move);
  return now.every((thing, index) => thing === things[index]) ? things : now;
}

/** What is typed where a stretch ends does not belong to it; what is typed where it begins moves it. */
function movedSpan(span: Span, shift: Shift): Span {
  const { from, was, is } = shift;
  if (is.offset === was.offset && is.line === was.line && is.column === was.column) return span;
  const startMoves = span.start.offset >= was.offset;
  const endMoves = span.end.offset > was.offset || (span.end.offset === was.offset && from < was.offset);
  if (!startMoves && !endMoves) return span;
  return {
    start: startMoves ? movedPosition(span.start, shift) : span.start,
    end: endMoves ? movedPosition(span.end, shift) : span.end,
  };
}

function movedPosition({ line, column, offset }: Position, { was, is }: Shift): Position {
  return {
    line: line + is.line - was.line,
    column: line === was.line ? column + is.column - was.column : column,
    offset: offset + is.offset - was.offset,
  };
}
