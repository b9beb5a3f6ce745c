import type { ActionTaken } from '../attendance/pupil.ts';
import { dayNumberFast } from '../attendance/session.ts';
import type { Ladder, Sequence } from './ladder.ts';
import type { Rung } from './test.ts';
import { meansPenaltyNotice } from './words.ts';

/** What the actions file shows for one pupil. */
export interface Records {
  /** False: no actions file was given, which is not the same as no action taken. */
  given: boolean;
  /** A worked example: the support steps that should have come first are taken as given. */
  supportGiven?: true;
  /** Day numbers on which each step was taken in this school year, up to the as-of day, earliest first; by the step's `id`. */
  taken: readonly (readonly number[] | undefined)[];
  /** Penalty notices of any year up to the as-of day, whose outcome is not that they were withdrawn. */
  notices: { day: number; parentId: string | null }[];
  /** Rows that name no step, or more than one. */
  unmatched: { action: ActionTaken; why: string }[];
  /** How many actions come after the as-of day. */
  later: number;
}

export const NO_RECORDS: Records = { given: false, taken: [], notices: [], unmatched: [], later: 0 };

const NONE_TAKEN: Records = { ...NO_RECORDS, given: true };

let cache: WeakMap<readonly ActionTaken[], Map<string, ActionTaken[]>> | undefined;

/** The records of one pupil, from a school year's first day to the as-of day (day numbers). */
export function recordsOf(
  ladder: Ladder,
  actions: readonly ActionTaken[] | null,
  pupilId: string,
  yearStart: number,
  asOf: number,
): Records {
  if (!actions) return NO_RECORDS;
  const rows = byPupil(actions).get(pupilId);
  if (!rows) return NONE_TAKEN;
  const taken: (number[] | undefined)[] = [];
  const records: Records = { given: true, taken, notices: [], unmatched: [], later: 0 };
  for (const action of rows) {
    const day = dayNumberFast(action.date);
    if (day > asOf) records.later++;
    if (!(day <= asOf)) continue;
    const found = namedBy(ladder, action);
    const notice = found.rung ? found.rung.notice : meansPenaltyNotice(action.step);
    if (notice && !WITHDRAWN.test(action.outcome ?? '')) addNotice(records, day, action.parentId ?? null);
    if (!found.rung) {
      if (!notice) records.unmatched.push({ action, why: found.why });
    } else if (day >= yearStart) {
      const days = taken[found.rung.id];
      if (days) days.push(day);
      else taken[found.rung.id] = [day];
    }
  }
  for (const days of taken) if (days && days.length > 1) days.sort((a, b) => a - b);
  if (records.notices.length > 1) records.notices.sort((a, b) => a.day - b.day);
  return records;
}

const WITHDRAWN = /\bwithdr[ae]wn?\b|\bcancelled\b|\brescinded\b/i;

/** Rows of an actions file repeat the same few names, so each is looked for once; by sequence, then by step. */
let namesKnown: WeakMap<Ladder, Map<string, Map<string, Found>>> | undefined;

function namedBy(ladder: Ladder, { step, sequence = '' }: ActionTaken): Found {
  namesKnown ??= new WeakMap();
  let sequences = namesKnown.get(ladder);
  if (!sequences) namesKnown.set(ladder, (sequences = new Map()));
  let names = sequences.get(sequence);
  if (!names) sequences.set(sequence, (names = new Map()));
  let found = names.get(step);
  if (!found) names.set(step, (found = findStep(ladder, step, sequence)));
  return found;
}

/** A row twice over is one notice. */
function addNotice(records: Records, day: number, parentId: string | null): void {
  if (!records.notices.some((notice) => notice.day === day && notice.parentId === parentId))
    records.notices.push({ day, parentId });
}

function byPupil(actions: readonly ActionTaken[]): Map<string, ActionTaken[]> {
  cache ??= new WeakMap();
  const known = cache.get(actions);
  if (known) return known;
  const grouped = new Map<string, ActionTaken[]>();
  for (const action of actions) {
    const same = grouped.get(action.pupilId);
    if (same) same.push(action);
    else grouped.set(action.pupilId, [action]);
  }
  cache.set(actions, grouped);
  return grouped;
}

/** Whether the actions of this school year show the step. */
export function isTaken(rung: Rung, records: Records): boolean {
  return records.taken[rung.id] !== undefined;
}

/** The step that a row names, or why it names none. */
export interface Found {
  rung: Rung | null;
  why: string;
}

/** The step that a row names: by its printed order in the main ladder, or by a part of its title that only one step has. */
export function findStep(ladder: Ladder, step: string, sequence?: string): Found {
  const named = sequence?.trim().toLowerCase();
  const sequences = ladder.main ? [ladder.main, ...ladder.others] : [...ladder.others];
  const wanted = named ? sequences.filter((other) => other.name.toLowerCase() === named) : sequences;
  if (wanted.length === 0) return { rung: null, why: `the policy has no ladder ${JSON.stringify(sequence)}` };
  const first = named ? wanted[0] : ladder.main;
  const text = step.trim();
  const order = ORDER.exec(text)?.[1]?.toLowerCase();
  const numbered = order && first ? byOrder(first, order) : null;
  if (numbered && BARE_ORDER.test(text)) return { rung: numbered, why: '' };
  const within = first ? byTitle(first.rungs, text) : [];
  const titled =
    within.length > 0
      ? within
      : byTitle(
          wanted.flatMap((other) => other.rungs),
          text,
        );
  const [only] = titled;
  if (only && titled.length === 1) return { rung: only, why: '' };
  if (titled.length > 1) return { rung: null, why: 'more than one step has that title' };
  if (LETTER.test(text)) return sentBy(first?.rungs ?? [], text, numbered);
  return numbered ? { rung: numbered, why: '' } : NAMES_NONE;
}

const NAMES_NONE: Found = { rung: null, why: 'no step has that number or title' };

/**
 * The step that sends a letter by its number: in "Stage 2: Letter 1 is sent" it is not the first. Only where the steps
 * number no letters is the second letter taken to be that of step 2.
 */
function sentBy(rungs: readonly Rung[], letter: string, numbered: Rung | null): Found {
  const numbering = rungs.filter(({ step }) => step.actions.some((action) => NUMBERED_LETTER.test(action)));
  if (numbering.length === 0 && numbered) return { rung: numbered, why: '' };
  const wanted = plain(letter);
  const [only, another] = numbering.filter(({ step }) =>
    step.actions.some((action) => ` ${plain(action)} `.includes(` ${wanted} `)),
  );
  if (another) return { rung: null, why: 'more than one step has that letter' };
  return only ? { rung: only, why: '' } : NAMES_NONE;
}

const BARE_ORDER = /^\d{1,3}[a-z]?$/i;
const ORDER = /^(?:(?:step|stage|tier|level|letter|phase|wave|no\.?|number)\s*)?(\d{1,3}[a-z]?)$/i;

const LETTER = /^letter\b/i;
const NUMBERED_LETTER = /\bletter\s+\d/i;

function byOrder(sequence: Sequence, order: string): Rung | null {
  const exact = sequence.rungs.filter((rung) => `${rung.step.order}${rung.step.sub ?? ''}`.toLowerCase() === order);
  return exact.length === 1 ? (exact[0] ?? null) : null;
}

function byTitle(rungs: readonly Rung[], text: string): Rung[] {
  const wanted = plain(text);
  if (wanted === '') return [];
  const equal = rungs.filter((rung) => plain(rung.step.title) === wanted);
  return equal.length > 0 ? equal : rungs.filter((rung) => ` ${plain(rung.step.title)} `.includes(` ${wanted} `));
}

/** Words alone, so that "Letter 1" is part of "Letter 1: concern" and not of "Letter 12". */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Rows of an actions file that are left out: for a pupil who is not in the register, or for no step of the policy. */
export function checkActions(
  ladder: Ladder,
  actions: readonly ActionTaken[],
  isPupil: (pupilId: string) => boolean,
): { row: number | null; pupilId: string; message: string }[] {
  const problems: { row: number | null; pupilId: string; message: string }[] = [];
  for (const { pupilId, step, sequence, row } of actions) {
    const found = findStep(ladder, step, sequence);
    const known = found.rung !== null || meansPenaltyNotice(step);
    const why = isPupil(pupilId) ? (known ? null : found.why) : 'the pupil is not in the register';
    if (why !== null)
      problems.push({ row: row ?? null, pupilId, message: `The action ${JSON.stringify(step)} is left out: ${why}.` });
  }
  return problems;
}
