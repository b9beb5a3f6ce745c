import type { Column } from './columns.ts';
import { dayMarksIn, isCode } from './mark-text.ts';
import type { Matrix, MatrixCell } from './matrix.ts';
import type { GridReading } from './page-reading.ts';
import type { Parts } from './parts.ts';
import type { Sight } from './sight.ts';
import type { Context } from './summary.ts';
import type { Surroundings } from './surroundings.ts';
import { FIGURES, headingMeaning } from './words.ts';

/** A table of the page, with the words around it. */
export interface TableAround {
  matrix: Matrix;
  columns: readonly Column[];
  context: () => Context;
  levels: () => Surroundings[];
  sight: Sight;
}

/** A table that can be read as a class's is, once it has been laid out anew. */
export interface AsTable {
  matrix: Matrix;
  columns: Column[];
  context: Context;
}

/** Figures that stand outside tables, as a table, and what names the pupils. */
export interface FigureBlock {
  matrix: Matrix;
  names: ReadonlySet<Element>;
}

/**
 * How pages are read that show no class's table: pages about one pupil, cards, calendars, a register being taken. They
 * have a script of their own, so that what is loaded into every page stays small.
 */
export interface RareShapes {
  /** The marks of a table of one row a mark. */
  markList(table: TableAround): GridReading;
  /** The marks of a table that has not pupils down its side and days across its top; null: it holds none. */
  marks(table: TableAround): GridReading | null;
  /** The figures of one pupil in a table without a column of names; a sentence why not; null: it holds none. */
  oneRow(table: TableAround): AsTable | string | null;
  /** Pupils on cards. */
  cards(page: ParentNode, sight: Sight): Matrix[];
  /** Calendars drawn without a table. */
  calendars(page: ParentNode, sight: Sight, context: (root: Element) => Context): GridReading[];
  /** Figures line by line. */
  blocks(page: ParentNode, sight: Sight): Parts<FigureBlock[]>;
}

/** Whether a table may hold marks in a rare shape: a quick look, since most tables of the web hold no mark at all. */
export function mayHoldMarks({ rows }: Matrix): boolean {
  return rows.slice(0, 60).some(({ cells }) => cells.some((cell) => cell !== undefined && mayBeMark(cell)));
}

function mayBeMark(cell: MatrixCell): boolean {
  return (
    cell.from === 'choice' ||
    cell.from === 'label' ||
    isCode(cell.text) ||
    dayMarksIn(cell) !== null ||
    cell.element.hasAttribute('data-date') ||
    cell.element.querySelector('input[type="radio"]') !== null
  );
}

/** Fewer figures than this say nothing of a pupil's attendance. */
export const LEAST_FIGURES = 2;

/** Whether the figures of one pupil may stand in a table: below headings, or beside labels. */
export function mayHoldFigures(matrix: Matrix, columns: readonly Column[]): boolean {
  const headed = columns.filter(({ meaning }) => FIGURES.has(meaning)).length;
  return headed >= LEAST_FIGURES || saysFigures(matrix);
}

/** Whether rows begin with the labels of figures. */
function saysFigures(matrix: Matrix): boolean {
  return figureRows(matrix).filter((isFigure) => isFigure).length >= LEAST_FIGURES;
}

function figureRows({ rows }: Matrix): boolean[] {
  return rows.map(({ cells }) => FIGURES.has(headingMeaning([cells[0]?.text ?? ''])));
}

const MOST_OTHERS = 40;

/** What rows among figures with labels say that is no figure: "Period" beside "Autumn 2". */
export function saidAmong(matrix: Matrix): Surroundings[] {
  if (!saysFigures(matrix)) return [];
  const isFigure = figureRows(matrix);
  const others = matrix.rows.filter((_, at) => !isFigure[at]).slice(0, MOST_OTHERS);
  const texts = others.map(({ cells }) =>
    cells
      .map((cell) => cell?.text ?? '')
      .join(' ')
      .trim(),
  );
  return texts.length > 0 ? [{ texts }] : [];
}

/** Lists of terms and selects are what cards hold their values in. */
export const CARD_PARTS = 'dl,select';
/** What may be the box of one day in a calendar. */
export const DATED_BOXES = '[title],[aria-label],[data-date],[datetime],a[href*="20"]';
/** Fewer dated boxes than this are no calendar. */
export const LEAST_BOXES = 10;
/** A word that every figure of attendance has beside it. */
export const FIGURE_WORDS = /poss|attend|present|absen|auth|aea|educat|missed|\blate/i;

/** Whether pupils may stand on a part of the page outside its tables: on cards, in calendars, or in lines of figures. */
export function mayHoldPupils(page: ParentNode): boolean {
  return (
    page.querySelectorAll(CARD_PARTS).length > 1 ||
    page.querySelectorAll(DATED_BOXES).length >= LEAST_BOXES ||
    [...page.children].some(({ textContent }) => /\d/.test(textContent ?? '') && FIGURE_WORDS.test(textContent ?? ''))
  );
}
