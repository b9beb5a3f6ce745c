import type { PlacedBlock } from '../document.ts';
import { codesInProse } from './codes/prose.ts';
import { codeBehindMeaning } from './codes/reversed.ts';
import { bothPresent, codeAlone, codesInRow, codesOfLine, isHeadingNotCode } from './codes/rows.ts';
import {
  codesAmongLike,
  codesBetweenStrokes,
  codesInRun,
  codesInSmallLetters,
  codesInSmallRun,
  codesTogether,
} from './codes/runs.ts';
import { isExercise } from './exercises.ts';
import type { BlockContext, FactDraft, Reader } from './reader.ts';

const CODE_LIST = /\bcodes?\b|\bsymbols?\b|\bregister marks?\b/i;
/** "Letters in the register", "Marks that you may see", "7. MARKS" at the head of a section. */
const LETTERS_HEADING =
  /^\W*(?:\d{1,2}\W{0,3})?(?:marks|letters)\W*$|\b(?:letters?|marks?)\b.{0,24}\b(?:registers?|reports?|see|uses?d?|means?)\b/i;

/** How far back a mention of codes makes what follows a list of them, in units. */
const LATELY = 300;

/** Attendance codes and what the policy says they stand for: rows of lists and tables, and mentions in sentences. */
export const codes: Reader = {
  kinds: ['code'],
  mayRead:
    /(?:^|[^A-Za-z0-9£])(?:[B-Z]\d{0,2}(?![A-Za-z0-9])|[/\\#@!](?![A-Za-z0-9/]))|(?:^|[\n|])[^\S\n]*(?:[-*+•▪·●○◦⇨►‣➢✓✔■□][^\S\n]*|\d{1,2}[.)][^\S\n]+)?(?:[B-Z]\d{0,2}|[/\\#@!])[A-Z][a-z]/,
  read(placed: PlacedBlock, context: BlockContext): FactDraft[] {
    const { block } = placed;
    if (block.kind === 'row') {
      const found = codesInRow(block);
      if (found.length > 0) return found;
      const alone = codeAlone(block.plain, context.after.split('\n')[0] ?? '', 0);
      return alone ? [alone] : codesInProse(block);
    }
    if (isExercise(block.plain)) return [];
    const heading = context.headings.at(-1) ?? '';
    const listed =
      CODE_LIST.test(heading) || LETTERS_HEADING.test(heading) || CODE_LIST.test(context.before.slice(-LATELY));
    const lines = block.plain.split('\n');
    const neighbours = [lastLine(context.before), firstLine(context.after)];
    const small =
      lines.length === 1 ? codesAmongLike(lines[0] ?? '', neighbours, listed) : codesInSmallLetters(lines, listed);
    const drafts: FactDraft[] = [];
    let at = 0;
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1] ?? (index === lines.length - 1 ? (context.after.split('\n')[0] ?? '') : '');
      const from = at;
      const several = codesInSmallRun(line, from);
      if (several.length === 0)
        several.push(
          ...bothPresent(line, from),
          ...codesTogether(line, from, listed),
          ...codesBetweenStrokes(line, from),
          ...codesInRun(line, from),
        );
      at += line.length + 1;
      const before = index > 0 ? (lines[index - 1] ?? '') : lastLine(context.before);
      if (!listed && isClause(line, before, next)) continue;
      if (several.length > 0) drafts.push(...several);
      else if (small[index]) drafts.push(small[index]);
      else if (!isHeadingNotCode(line, before, next)) {
        const rows = codesOfLine(line, from, listed);
        const alone =
          rows.length === 0
            ? (codeAlone(line, next, from) ?? codeBehindMeaning(line, from, [before, next], listed))
            : null;
        drafts.push(...rows, ...(alone ? [alone] : []));
      }
    }
    // A row holds what its own words would be read as; both come in the order of the text.
    const rows = [...drafts];
    let row = 0;
    for (const draft of codesInProse(block)) {
      while (row < rows.length && (rows[row]?.end ?? 0) <= draft.start) row++;
      const over = rows[row];
      // "I (illness), R (a day of religious" on one line: the second is a code of its own.
      const another = over && draft.kind === 'code' && over.kind === 'code' && over.code !== draft.code;
      if (
        (over?.start ?? Number.POSITIVE_INFINITY) > draft.start ||
        (another && (draft.confidence === 'certain' || hasEnded(block.plain.slice(over.start, draft.start))))
      )
        drafts.push(draft);
    }
    return drafts;
  },
};

/** "N is put in until we hear; then it turns into O": what stands behind the stroke is no more of the row. */
function hasEnded(words: string): boolean {
  return /[;.]\s/.test(words.slice(1));
}

const CLAUSE = /^\s{0,4}[A-Z]\d{1,2}[.)]\s+[A-Z]/;

/** "C1. Where the absence …" beside "C2. …": clauses of part C, and no codes. */
function isClause(line: string, before: string, next: string): boolean {
  return CLAUSE.test(line) && (CLAUSE.test(before) || CLAUSE.test(next));
}

function lastLine(words: string): string {
  const text = words.trimEnd();
  return text.slice(text.lastIndexOf('\n') + 1);
}

function firstLine(words: string): string {
  return words.trimStart().split('\n', 1)[0] ?? '';
}
