import type { Row } from '../row.ts';
import type { NumberFormat } from './number-format.ts';
import { attributeIn, shortName, type TagListener, TagScanner } from './tag-scanner.ts';
import { wordsIn } from './xml-words.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** How numbers are shown, by the number of the cell's style. */
  readonly formats: readonly NumberFormat[];
}

const ROW = shortName('row');
const CELL = shortName('c');
const VALUE = shortName('v');
const TEXT = shortName('t');
const FORMULA = shortName('f');
/** How Japanese words are read aloud, which is not what the cell says. */
const PHONETIC = shortName('rPh');
/** Excel's own last column, XFD. */
const MOST_COLUMNS = 16_384;
/** And its last row. */
const MOST_ROWS = 1_048_576;
/** Cells of one sheet, blanks before others too: a register of a million rows has ten million. */
const MOST_CELLS = 60_000_000;
/** Cells that are left out before others: most of a wide grid of six thousand pupils, and so many more for each row. */
const MOST_LEFT_OUT = 5_000_000;
const LEFT_OUT_OF_A_ROW = 20;

/** Why a sheet that may well be whole is not read, as the end of a sentence that begins with the file's name. */
export class UnfitSheet extends Error {}
const TOO_WIDE =
  'has a sheet with more cells than any register, those left out before others included; delete what stands far to the right of the table, or save the table as .csv.';

/** The rows of one sheet, from its XML piece by piece. Take what is ready between the pieces. */
export class SheetRows implements TagListener {
  readonly #scanner = new TagScanner(this);
  readonly #context: SheetContext;
  #ready: Row[] = [];
  #cellsReady = 0;
  #line = 0;
  #rowsSeen = 0;
  #cellsSeen = 0;
  #leftOut = 0;
  #cells: string[] = [];
  #hasWords = false;
  #column = 0;
  #type: string | null = null;
  #style = 0;
  /** Of the cell that is open: what it says, and the formula that says it. */
  #value = '';
  #formula = '';
  #inside = 0;
  #isPhonetic = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  /** How many cells wait to be taken. */
  get cellsReady(): number {
    return this.#cellsReady;
  }

  push(piece: Uint8Array): void {
    this.#scanner.push(piece);
  }

  take(): readonly Row[] {
    const rows = this.#ready;
    this.#ready = [];
    this.#cellsReady = 0;
    return rows;
  }

  open(name: number, bytes: Uint8Array, from: number, to: number): void {
    if (name === ROW) {
      const line = Number(attributeIn(bytes, from, to, 'r') ?? this.#line + 1);
      if (++this.#rowsSeen > MOST_ROWS || line > MOST_ROWS) throw new Error('has more rows than a sheet can have');
      this.#line = Number.isSafeInteger(line) && line > 0 ? line : this.#line + 1;
      this.#cells = [];
      this.#hasWords = false;
      this.#column = -1;
    } else if (name === CELL) {
      const place = attributeIn(bytes, from, to, 'r');
      this.#column = place === null ? this.#column + 1 : columnOf(place);
      if (this.#column < 0 || this.#column >= MOST_COLUMNS) throw new Error('names a column that no sheet has');
      this.#type = attributeIn(bytes, from, to, 't');
      this.#style = Number(attributeIn(bytes, from, to, 's') ?? 0);
      this.#value = '';
      this.#formula = '';
    } else if (name === PHONETIC) this.#isPhonetic = true;
    else if (name === VALUE || name === TEXT || name === FORMULA) this.#inside = name;
  }

  close(name: number): void {
    if (name === this.#inside) this.#inside = 0;
    else if (name === PHONETIC) this.#isPhonetic = false;
    else if (name === CELL) {
      const text = this.#textOfCell();
      // A blank cell that only has a colour, far to the right, makes no cells before it.
      if (text === '') return;
      this.#leaveOutUpTo(this.#column);
      this.#cells[this.#column] = text;
      this.#hasWords = true;
    } else if (name === ROW && this.#hasWords) {
      this.#ready.push({ line: this.#line, cells: this.#cells });
      this.#cellsReady += this.#cells.length;
      this.#cellsSeen += this.#cells.length;
      if (this.#cellsSeen > MOST_CELLS) throw new UnfitSheet(TOO_WIDE);
      this.#cells = [];
      this.#hasWords = false;
    }
  }

  text(bytes: Uint8Array, from: number, to: number): void {
    if (this.#inside === 0 || this.#isPhonetic) return;
    const words = wordsIn(bytes, from, to);
    if (this.#inside === FORMULA) this.#formula += words;
    else this.#value += words;
  }

  #leaveOutUpTo(column: number): void {
    this.#leftOut += Math.max(0, column - this.#cells.length);
    if (this.#leftOut > MOST_LEFT_OUT + LEFT_OUT_OF_A_ROW * this.#rowsSeen) throw new UnfitSheet(TOO_WIDE);
    while (this.#cells.length < column) this.#cells.push('');
  }

  #textOfCell(): string {
    const value = this.#value;
    // A formula that was never worked out is shown as itself: a blank cell would say that there is no mark.
    if (value === '') return this.#formula === '' ? '' : `=${this.#formula}`;
    switch (this.#type) {
      case 's': {
        const words = this.#context.strings[Number(value)];
        if (words === undefined) throw new Error('names words that the workbook does not have');
        return words;
      }
      case 'str':
      case 'inlineStr':
      case 'e':
        return value;
      case 'b':
        return value === '1' ? 'true' : 'false';
      case 'd':
        return value.replace(/T00:00(?::00(?:\.0{1,7})?)?Z?$/, '').replace('T', ' ');
      default: {
        const number = Number(value);
        return Number.isFinite(number) ? (this.#context.formats[this.#style]?.(number) ?? value) : value;
      }
    }
  }
}

/** "AB12": the column, from 0; -1 for what is no place of a cell. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at++) {
    const code = place.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}
