import { registerCode } from '../guidance/codes.ts';
import { type Day, dayFromNumber } from './day.ts';
import type { LostRow, Mark, PupilRecord, SessionOfDay, Totals } from './pupil.ts';
import type { RowProblem } from './row-problem.ts';
import { sessionOfSlot, slotOf } from './session.ts';

/** What a register says of a pupil beside the marks. */
export interface PupilDetails {
  name?: string | undefined;
  year?: string | undefined;
  parentId?: string | undefined;
  enrolledFrom?: Day | undefined;
  enrolledTo?: Day | undefined;
}

/**
 * Pupils as they are read. Marks are packed into eight bytes each, so that a register of millions of rows fits in memory;
 * a pupil's `marks` are made into objects, in the order of their sessions, whenever they are asked for.
 */
export class RegisterStore {
  readonly problems: RowProblem[] = [];
  #pupils = new Map<string, StoredPupil>();
  #codes: string[] = [];
  #codeIndex = new Map<string, number>();
  #more = 0;
  #lastMore = 0;
  #isTold = false;

  problem(row: number, pupilId: string | null, message: string): void {
    if (this.problems.length < PROBLEMS_LISTED) this.problems.push({ row, pupilId, message });
    else {
      this.#more++;
      this.#lastMore = row;
    }
  }

  pupil(pupilId: string, details: PupilDetails, row: number): StoredPupil {
    let pupil = this.#pupils.get(pupilId);
    if (!pupil) {
      pupil = new StoredPupil(pupilId, this.#codes);
      this.#pupils.set(pupilId, pupil);
    }
    const conflict = pupil.learn(details);
    if (conflict) this.problem(row, pupilId, `${conflict}; the first is used.`);
    return pupil;
  }

  has(pupilId: string): boolean {
    return this.#pupils.has(pupilId);
  }

  /** A row about the pupil that cannot be used; `codes` are marks of it whose sessions are not known. */
  lose(pupil: StoredPupil, row: number, message: string, codes: readonly string[] = []): void {
    this.problem(row, pupil.pupilId, message);
    pupil.lost ??= [];
    if (pupil.lost.length < MOST_LOST) pupil.lost.push({ row, message, codes });
  }

  mark(pupil: StoredPupil, date: Day, session: SessionOfDay, code: string, row: number): void {
    pupil.add(slotOf(date, session), this.#indexOf(code), row);
  }

  finish(): PupilRecord[] {
    if (this.#isOfAbsences() && !this.#isTold) {
      this.problem(1, null, ABSENCES_ALONE);
      this.#isTold = true;
    }
    if (this.#more > 0)
      this.problems.push({
        row: this.#lastMore,
        pupilId: null,
        message: `${this.#more} more rows could not be read as they stand; the last is row ${this.#lastMore}.`,
      });
    this.#more = 0;
    return [...this.#pupils.values()];
  }

  /**
   * Why no answer may be given from it: so many pupils were never all away for so long, so that the marks of those who were
   * there must have been left out; else null. Of few pupils it may be true, and is only told.
   */
  get refusal(): string | null {
    if (!this.#isOfAbsences()) return null;
    let [first, last, away] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
    for (const pupil of this.#pupils.values()) {
      if (!pupil.days) continue;
      away++;
      first = Math.min(first, pupil.days.first);
      last = Math.max(last, pupil.days.last);
    }
    return away >= MANY_PUPILS && last - first >= LONG_TIME ? ABSENCES_ALONE : null;
  }

  #isOfAbsences(): boolean {
    return this.#codes.some(isAbsence) && !this.#codes.some(isAttending);
  }

  #indexOf(code: string): number {
    const known = this.#codeIndex.get(code);
    if (known !== undefined) return known;
    // More different codes than a register can have: what is past them is one unknown code.
    const index = Math.min(this.#codes.length, MOST_CODES);
    this.#codes[index] = code;
    this.#codeIndex.set(code, index);
    return index;
  }
}

const ABSENCES_ALONE =
  'The register has absences and no mark of a pupil who was there. If present marks were left out of it, attendance is higher than these marks tell: export all marks.';
const MANY_PUPILS = 5;
/** In days. */
const LONG_TIME = 14;

/** The class in the edition of today: whether a code was in force changes nothing about what it told. */
function isAttending(code: string): boolean {
  const known = registerCode(code.trim().toUpperCase())?.class;
  return known === 'present' || known === 'educational';
}

function isAbsence(code: string): boolean {
  const known = registerCode(code.trim().toUpperCase())?.class;
  return known === 'authorised' || known === 'unauthorised';
}

/** Problems that are listed one by one; what comes after is told as a number. */
const PROBLEMS_LISTED = 10_000;
/** Rows that are kept of those that could not be read, of one pupil: with more, nothing about the pupil can be told anyway. */
const MOST_LOST = 500;
const CODE_BITS = 12;
const MOST_CODES = 2 ** CODE_BITS - 1;

/** A pupil whose marks are packed. */
export class StoredPupil implements PupilRecord {
  readonly pupilId: string;
  name: string | undefined;
  year: string | undefined;
  enrolledFrom: Day | undefined;
  enrolledTo: Day | undefined;
  totals: Totals | undefined;
  parentIds: string[] | undefined;
  lost: LostRow[] | undefined;
  readonly #codes: readonly string[];
  #packed = new Int32Array(16);
  #rows = new Int32Array(16);
  #size = 0;

  constructor(pupilId: string, codes: readonly string[]) {
    this.pupilId = pupilId;
    this.#codes = codes;
  }

  /** Fills in what was not known; says what contradicts it. */
  learn(details: PupilDetails): string | null {
    this.name ??= details.name;
    this.year ??= details.year;
    if (details.parentId !== undefined && !this.parentIds?.includes(details.parentId))
      this.parentIds = [...(this.parentIds ?? []), details.parentId];
    const conflict = differ(this.enrolledFrom, details.enrolledFrom) ?? differ(this.enrolledTo, details.enrolledTo);
    this.enrolledFrom ??= details.enrolledFrom;
    this.enrolledTo ??= details.enrolledTo;
    return conflict && `The enrolment of the pupil has two dates, ${conflict}`;
  }

  add(slot: number, code: number, row: number): void {
    if (this.#size === this.#packed.length) {
      this.#packed = grown(this.#packed);
      this.#rows = grown(this.#rows);
    }
    this.#packed[this.#size] = (slot << CODE_BITS) | code;
    this.#rows[this.#size++] = row;
  }

  /** The first and the last day with a mark, as numbers; null without marks. */
  get days(): { first: number; last: number } | null {
    if (this.#size === 0) return null;
    const slots = this.#slots().sort();
    return { first: Number(slots[0]) >> 1, last: Number(slots.at(-1)) >> 1 };
  }

  /** Marks in the order of their sessions; undefined for a pupil of totals. */
  get marks(): readonly Mark[] | undefined {
    if (this.#size === 0) return undefined;
    let day = Number.NaN;
    let date: Day;
    return this.#order().map((at) => {
      const packed = Number(this.#packed[at]);
      const slot = packed >> CODE_BITS;
      // Looked up once a day, since it is asked for with every mark of a register.
      if (slot >> 1 !== day) {
        day = slot >> 1;
        date = dayFromNumber(day);
      }
      return {
        date,
        session: sessionOfSlot(slot),
        code: String(this.#codes[packed & MOST_CODES]),
        row: this.#rows[at],
      };
    });
  }

  /** The places of the marks by their sessions, those of one session in the order of their rows. */
  #order(): number[] {
    const slots = this.#slots();
    return Array.from(slots.keys()).sort((a, b) => Number(slots[a]) - Number(slots[b]));
  }

  #slots(): Int32Array {
    return this.#packed.subarray(0, this.#size).map((packed) => packed >> CODE_BITS);
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(array.length * 2);
  bigger.set(array);
  return bigger;
}

function differ(known: Day | undefined, other: Day | undefined): string | null {
  return known !== undefined && other !== undefined && known !== other ? `${known} and ${other}` : null;
}

const WITH_MEANING = /^([A-Z#/\\][0-9]?)(?:\s*[-:(]\s*|\s+)[A-Za-z]/;
const NO_MARK_WORDS = /^(?:no mark|missing(?: mark)?|not (?:taken|recorded|marked)|unmarked|blank|none|null)$/i;

/** The code of a cell: "l" is L, "I - Illness" is I, "no mark" is "-"; anything else stays as it is printed. */
export function codeOfCell(cell: string): string {
  // Some exports write "'-" or "'/", so that a spreadsheet takes no mark for a formula.
  const trimmed = cell.trim();
  const text = trimmed.length > 1 && trimmed.startsWith("'") ? trimmed.slice(1) : trimmed;
  if (text.length <= 2) return registerCode(text) || !registerCode(text.toUpperCase()) ? text : text.toUpperCase();
  if (NO_MARK_WORDS.test(text)) return '-';
  const first = WITH_MEANING.exec(text)?.[1];
  return first !== undefined && registerCode(first) ? first : text;
}
