import { type CellContent, LABELLED, labelsOf, tidy, visibleText } from './cell.ts';
import type { Column } from './columns.ts';
import { hiddenDay, readWrittenDay, sessionIn, type WrittenDay, weekdayIn } from './days.ts';
import { type Entry, readEntries } from './entries.ts';
import { dayMarksIn, isCode, markIn } from './mark-text.ts';
import type { Matrix, MatrixRow } from './matrix.ts';
import { looksLikeName, nameKey, spokenName } from './names.ts';
import { ownerOf } from './owner.ts';
import type { GridReading } from './page-reading.ts';
import { pupilOf, type RowPupil } from './pupils.ts';
import { DATED_BOXES, LEAST_BOXES } from './rare.ts';
import { findDatedColumns } from './sessions.ts';
import type { Sight } from './sight.ts';
import type { Context } from './summary.ts';

/** A way to see a table of marks that has not pupils down its side and days across its top. */
type Shape = (matrix: Matrix, columns: readonly Column[], sight: Sight) => Entry[];

/** Fewer dated places than this are no register, whatever else they are. */
const LEAST_PLACES = 4;

/** Marks of a table in one of the rarer shapes: weeks down, one row of days, pupils across, a calendar. Null: it has none. */
export function readRareShape(
  matrix: Matrix,
  columns: readonly Column[],
  context: Context,
  sight: Sight,
): GridReading | null {
  for (const shape of [weeksDown, pupilsAcross, daysDown, daysAcross, calendar]) {
    const entries = shape(matrix, columns, sight);
    if (entries.length < LEAST_PLACES || !mostAreMarks(entries)) continue;
    return readEntries(entries, matrix.root, context, matrix.rows.length);
  }
  return null;
}

function mostAreMarks(entries: readonly Entry[]): boolean {
  const filled = entries.filter(({ cell }) => cell.from !== 'blank');
  const marks = filled.filter(({ cell }) => markIn(cell, null) !== undefined || dayMarksIn(cell) !== null);
  return marks.length >= LEAST_PLACES && marks.length >= filled.length * 0.9;
}

/** One row a week, one column for each weekday or for each half of it. */
const weeksDown: Shape = (matrix, columns, sight) => {
  const days = matrix.headings.flatMap((path, index) => {
    const ofWeek = path.map(weekdayIn).find((day) => day !== null) ?? null;
    return ofWeek === null || path.some((text) => readWrittenDay(text))
      ? []
      : [{ index, ofWeek, session: sessionIn(path.at(-1) ?? '') }];
  });
  if (new Set(days.map(({ ofWeek }) => ofWeek)).size < 4) return [];
  const weekAt = matrix.headings.findIndex(
    (_, index) =>
      matrix.rows.length > 0 &&
      matrix.rows.every(
        (row) => readWrittenDay(row.cells[index]?.text ?? '') !== null && !days.some((day) => day.index === index),
      ),
  );
  if (weekAt < 0) return [];
  const owner = hasNames(columns) ? null : ownerOf(matrix.root, sight);
  return matrix.rows.flatMap((row) => {
    const pupil = owner ?? pupilOf(row, columns);
    const written = readWrittenDay(row.cells[weekAt]?.text ?? '');
    if (!pupil || !written) return [];
    return days.map(
      ({ index, ofWeek, session }): Entry => ({ pupil, written, ofWeek, session, cell: row.cells[index] ?? BLANK }),
    );
  });
};

/** Days go down, and each pupil has a column. */
const pupilsAcross: Shape = (matrix) => {
  const dateAt = matrix.headings.findIndex((_, index) => {
    const texts = matrix.rows.map((row) => row.cells[index]?.text ?? '').filter((text) => text !== '');
    return texts.length > 1 && texts.every((text) => readWrittenDay(text) !== null);
  });
  if (dateAt < 0) return [];
  const sessionAt = matrix.headings.findIndex((_, index) => {
    const halves = matrix.rows.map((row) => sessionIn(row.cells[index]?.text ?? ''));
    return halves.length > 0 && halves.every((half) => half !== null);
  });
  const pupils = matrix.headings.flatMap((path, index): { index: number; pupil: RowPupil }[] => {
    const text = path.at(-1) ?? '';
    const [element] = matrix.headingCells[index] ?? [];
    if (index === dateAt || index === sessionAt || !element || !looksLikeName(text)) return [];
    const name = spokenName(text);
    return [{ index, pupil: { id: nameKey(name), name, year: undefined, cell: { element, text, from: 'text' } } }];
  });
  if (pupils.length === 0 || new Set(pupils.map(({ pupil }) => pupil.id)).size < pupils.length) return [];
  let above: WrittenDay | null = null;
  return matrix.rows.flatMap((row) => {
    const text = row.cells[dateAt]?.text ?? '';
    // The second half of a day stands below the first without a date of its own.
    const written: WrittenDay | null = readWrittenDay(text) ?? (sessionAt >= 0 ? above : null);
    above = written;
    if (!written) return [];
    const session = sessionIn(sessionAt >= 0 ? (row.cells[sessionAt]?.text ?? '') : text);
    return pupils.map(
      ({ index, pupil }): Entry => ({ pupil, written, ofWeek: null, session, cell: row.cells[index] ?? BLANK }),
    );
  });
};

/** One row a day of the one pupil whom the heading names, with a column for each half. */
const daysDown: Shape = (matrix, columns, sight) => {
  if (hasNames(columns)) return [];
  const dateAt = matrix.headings.findIndex(
    (_, index) =>
      matrix.rows.length > 1 && matrix.rows.every((row) => readWrittenDay(row.cells[index]?.text ?? '') !== null),
  );
  const halves = matrix.headings.flatMap((path, index) => {
    const session = sessionIn(path.join(' '));
    return session === null || index === dateAt ? [] : [{ index, session }];
  });
  if (dateAt < 0 || halves.length !== 2 || halves[0]?.session === halves[1]?.session) return [];
  const pupil = ownerOf(matrix.root, sight);
  if (!pupil) return [];
  return matrix.rows.flatMap((row) => {
    const written = readWrittenDay(row.cells[dateAt]?.text ?? '');
    if (!written) return [];
    return halves.map(
      ({ index, session }): Entry => ({ pupil, written, ofWeek: null, session, cell: row.cells[index] ?? BLANK }),
    );
  });
};

/** Days go across above the marks of the one pupil whom the page's heading names. */
const daysAcross: Shape = (matrix, columns, sight) => {
  const dated = findDatedColumns(matrix);
  if (hasNames(columns) || dated.length < LEAST_PLACES / 2 || matrix.rows.length > 2) return [];
  const pupil = ownerOf(matrix.root, sight);
  if (!pupil) return [];
  return matrix.rows.flatMap((row) => {
    const half = rowHalf(row, dated);
    return dated.map(
      ({ index, written, ofWeek, session }): Entry => ({
        pupil,
        written,
        ofWeek,
        session: session ?? half,
        cell: row.cells[index] ?? BLANK,
      }),
    );
  });
};

/** Boxes of days, each with its date in its text or in an attribute. */
const calendar: Shape = (matrix, columns, sight) => {
  if (hasNames(columns)) return [];
  const boxes = [...new Set(matrix.rows.flatMap((row) => row.cells.flatMap((cell) => cell?.element ?? [])))];
  return boxEntries(boxes, matrix.root, sight);
};

/** The marks of days that stand each in a box of its own, of the pupil whom the page names; empty when they are none. */
export function boxEntries(boxes: readonly Element[], root: Element, sight: Sight): Entry[] {
  const dated = boxes.flatMap((box) => {
    const written = dayOfBox(box);
    return written ? [{ box, written }] : [];
  });
  if (dated.length < LEAST_PLACES) return [];
  const pupil = ownerOf(root, sight);
  if (!pupil) return [];
  return dated.flatMap(({ box, written }) =>
    marksOfBox(box, written, sight).map((mark): Entry => ({ pupil, written, ofWeek: null, ...mark })),
  );
}

const MOST_BOXES = 1500;

/** Calendars drawn without a table: at least ten boxes in one place that carry a date each. */
export function findCalendars(page: ParentNode, sight: Sight): { root: Element; entries: Entry[]; words: boolean }[] {
  const groups = new Map<Element, Element[]>();
  for (const dated of [...page.querySelectorAll(DATED_BOXES)].slice(0, MOST_BOXES)) {
    const box = boxOf(dated);
    let root = box.parentElement?.childElementCount === 1 ? box.parentElement.parentElement : box.parentElement;
    // Weeks below one another are one calendar.
    if (root && root.childElementCount <= 7) root = root.parentElement;
    if (!root || box.closest('table,[role="grid"],[role="treegrid"]') || dayOfBox(box) === null) continue;
    groups.set(root, [...(groups.get(root) ?? []), box]);
  }
  return [...joinMonths(groups)].flatMap(([root, boxes]) => {
    const entries =
      boxes.length < LEAST_BOXES
        ? []
        : boxEntries(
            boxes.filter((box) => !sight.isHidden(box)),
            root,
            sight,
          );
    const words = boxes.length >= LEAST_BOXES && boxes.filter((box) => saysWords(box, sight)).length * 2 > boxes.length;
    return mostAreMarks(entries) || words ? [{ root, entries, words: !mostAreMarks(entries) }] : [];
  });
}

/** The day's number stands in an element of its own beside the marks: the box is what holds both. */
function boxOf(dated: Element): Element {
  const holder = dated.parentElement;
  return dated.tagName.toUpperCase() === 'TIME' &&
    holder !== null &&
    holder.childElementCount > 1 &&
    holder.querySelectorAll(DATED_BOXES).length === 1
    ? holder
    : dated;
}

/** Months that stand below one another, each with boxes of its own, are one calendar. */
function joinMonths(groups: ReadonlyMap<Element, Element[]>): Map<Element, Element[]> {
  const months = new Map<Element, Element[]>();
  for (const root of groups.keys()) {
    const parent = root.parentElement;
    if (parent && root.tagName.toUpperCase() === 'DIV') months.set(parent, [...(months.get(parent) ?? []), root]);
  }
  const joined = new Map<Element, Element[]>();
  for (const [root, boxes] of groups) {
    const { parentElement: parent } = root;
    const at = parent && (months.get(parent) ?? []).length > 1 && !groups.has(parent) ? parent : root;
    joined.set(at, [...(joined.get(at) ?? []), ...boxes]);
  }
  return joined;
}

function saysWords(box: Element, sight: Sight): boolean {
  return /\b(?:present|absent|absence|late|illness)\b/i.test([visibleText(box, sight), ...labelsOf(box)].join(' '));
}

const BLANK: CellContent = { text: '', from: 'blank' };
const DATE_NAMES = ['data-date', 'datetime', 'data-day', 'aria-label', 'title', 'data-tooltip'];

function dayOfBox(box: Element): WrittenDay | null {
  for (const element of [box, ...box.querySelectorAll('time,[data-date],[aria-label],[title]')]) {
    for (const name of DATE_NAMES) {
      const written = readWrittenDay(element.getAttribute(name) ?? '');
      if (written?.year) return written;
    }
  }
  // The day may stand in a class, a comment or a link alone.
  return hiddenDay(box);
}

const HALVES =
  /\b(?:am|morning)\b[ :=–—-]{0,3}([^;|]{1,40}?)[ ;,|·]{1,3}(?:and )?(?:pm|afternoon)\b[ :=–—-]{0,3}([^;|]{1,40}?)\.?$/i;
const LEADING_DAY = /^(?:\d{1,2}(?:st|nd|rd|th)?)(?= |$) ?/;

function marksOfBox(box: Element, written: WrittenDay, sight: Sight): Pick<Entry, 'session' | 'cell'>[] {
  const text = visibleText(box, sight).replace(LEADING_DAY, (day) =>
    Number.parseInt(day, 10) === written.date ? '' : day,
  );
  const own: CellContent = { text, from: text === '' ? 'blank' : 'text' };
  if (!isCode(text) && dayMarksIn(own)) return [{ session: null, cell: own }];
  for (const label of [text, ...[box, ...box.querySelectorAll(LABELLED)].flatMap(labelsOf)]) {
    const halves = HALVES.exec(label);
    const [am, pm] = [halves?.[1], halves?.[2]].map((half): CellContent => ({ text: tidy(half ?? ''), from: 'label' }));
    if (am && pm && halves && markIn(am, 'AM') !== undefined && markIn(pm, 'PM') !== undefined)
      return [
        { session: 'AM', cell: am },
        { session: 'PM', cell: pm },
      ];
  }
  return text === '' ? [] : [{ session: sessionIn(text), cell: own }];
}

/** The half of the day that the cells before the marks name. */
function rowHalf({ cells }: MatrixRow, [first]: readonly { index: number }[]): Entry['session'] {
  const halves = cells.slice(0, first?.index).map((cell) => (cell ? sessionIn(cell.text) : null));
  return halves.find((half) => half !== null) ?? null;
}

function hasNames(columns: readonly Column[]): boolean {
  return columns.some(({ meaning }) => meaning === 'name' || meaning === 'surname');
}
