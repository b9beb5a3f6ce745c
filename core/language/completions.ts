import type { Day } from '../attendance/day.ts';
import { type CodeClass, registerCodes } from '../guidance/codes.ts';
import type { Fact } from '../policy/schema.ts';
import { factTitle } from './words.ts';

/** Words that can be put in at the caret. */
export interface Completion {
  readonly label: string;
  readonly insert: string;
  /** Beside the label, in a few words. */
  readonly detail: string;
  readonly kind: 'code' | 'role' | 'person' | 'contact';
  /** How many letters before the caret the words take the place of. */
  readonly replaces: number;
}

const CLASSES: Record<CodeClass, string> = {
  present: 'counts as present',
  educational: 'counts as present',
  authorised: 'authorised absence',
  unauthorised: 'unauthorised absence',
  notPossible: 'not a possible session',
  notCollected: 'not collected',
};

const ROLES = [
  'Senior attendance champion',
  'Attendance officer',
  'Link governor for attendance',
  'Designated safeguarding lead',
  'Special educational needs coordinator',
  'Family support worker',
  'Education welfare officer',
  'Headteacher',
  'Head of school',
];

const BEFORE_CODE = /\b(?:codes?|marked|marked as|recorded as|coded)\s+["'“‘(]?([A-Z]?\d?)$/i;
const CODE_CELL = /^\s*\|\s*([A-Z]?\d?)$/i;
const LAST_WORDS = /[\p{L}@+\d][\p{L}\d .'’@+-]{0,40}$/u;

/** What fits at the end of `before`, the line up to the caret: codes in force on the day, roles, and people the policy names. */
export function completionsAt(before: string, facts: readonly Fact[], asOf: Day, inCodeTable: boolean): Completion[] {
  const code = BEFORE_CODE.exec(before) ?? (inCodeTable ? CODE_CELL.exec(before) : null);
  if (code) return codesIn(asOf, code[1] ?? '', inCodeTable && CODE_CELL.test(before));
  const typed = LAST_WORDS.exec(before)?.[0] ?? '';
  return [...roles(typed), ...people(facts, typed)];
}

const TABLE_ROW = /^\s*\|/;
const CODE_HEADER = /\b(?:codes?|marks?|symbols?)\b/i;
const LONGEST_TABLE = 80;

/** Whether a line (from 1) stands in a table whose first row speaks of codes; `lineAt` gives a line's words. */
export function isInCodeTable(lineAt: (line: number) => string, line: number): boolean {
  if (!TABLE_ROW.test(lineAt(line))) return false;
  let first = line;
  while (first > 1 && line - first < LONGEST_TABLE && TABLE_ROW.test(lineAt(first - 1))) first--;
  return CODE_HEADER.test(lineAt(first));
}

/** What a code counts as, in words; null for a code that the register does not know. */
export function codeClassText(code: string, asOf: Day): string | null {
  const known = registerCodes.filter((row) => row.code === code);
  const inForce = known.find(({ from, to }) => (from === null || from <= asOf) && (to === null || asOf <= to));
  if (inForce) return `${inForce.title}: ${CLASSES[inForce.class]}.`;
  const [old] = known;
  return old
    ? `${code} is no longer in use${old.replacedBy.length > 0 ? `; see ${old.replacedBy.join(', ')}` : ''}.`
    : null;
}

function codesIn(asOf: Day, typed: string, withMeaning: boolean): Completion[] {
  return registerCodes
    .filter(({ from, to }) => (from === null || from <= asOf) && (to === null || asOf <= to))
    .filter((row) => row.code.toLowerCase().startsWith(typed.toLowerCase()))
    .map((row) => ({
      label: row.code,
      insert: withMeaning ? `${row.code} | ${row.title} |` : row.code,
      detail: `${row.title} (${CLASSES[row.class]})`,
      kind: 'code',
      replaces: typed.length,
    }));
}

function roles(typed: string): Completion[] {
  return ROLES.flatMap((role) => offer(role, role, 'who does what', 'role', typed));
}

/** Names, numbers and addresses that the policy gives already, so that they are written the same way again. */
function people(facts: readonly Fact[], typed: string): Completion[] {
  const seen = new Set<string>();
  return facts.flatMap((fact) => {
    const words = fact.kind === 'role' ? [fact.name] : fact.kind === 'contact' ? [fact.phone, fact.email] : [];
    return words.flatMap((word) => {
      if (word === undefined || seen.has(word)) return [];
      seen.add(word);
      return offer(word, word, factTitle(fact), fact.kind === 'role' ? 'person' : 'contact', typed);
    });
  });
}

/** The completion when some last words of what was typed begin it; everything when nothing was typed. */
function offer(label: string, insert: string, detail: string, kind: Completion['kind'], typed: string): Completion[] {
  const words = typed.split(' ');
  for (let from = 0; from < words.length; from++) {
    const tail = words.slice(from).join(' ');
    if (tail !== '' && label.toLowerCase().startsWith(tail.toLowerCase()))
      return [{ label, insert, detail, kind, replaces: tail.length }];
  }
  return typed === '' || typed.endsWith(' ') ? [{ label, insert, detail, kind, replaces: 0 }] : [];
}
