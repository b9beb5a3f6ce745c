import type { Edit, Finding, Fix } from '../lint/finding.ts';
import { touches } from './facts.ts';
import type { PolicySnapshot } from './snapshot.ts';

/** A change that can be made with one click, with the findings that it settles. */
export interface Action {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly settles: readonly Finding[];
  /** The one to offer first. */
  readonly preferred: boolean;
}

/** The fixes of the findings that meet a stretch of text (an offset when start and end are one). */
export function actionsAt(snapshot: PolicySnapshot, start: number, end: number): Action[] {
  const here = snapshot.findings.filter(({ span }) => touches(span, start, end));
  return here.flatMap((finding) =>
    finding.fixes
      .filter((fix) => fitsText(snapshot.text, fix))
      .map((fix, index) => ({
        title: fix.title,
        edits: fix.edits,
        settles: [finding],
        preferred: index === 0 && finding.fixes.length === 1,
      })),
  );
}

/**
 * One action that makes every fix which is the only one for its finding, and skips those that overlap an earlier one.
 * Null when fewer than two can be made.
 */
export function fixAll(snapshot: PolicySnapshot): Action | null {
  const edits: Edit[] = [];
  const settles: Finding[] = [];
  for (const finding of snapshot.findings) {
    const [fix] = finding.fixes;
    if (!fix || finding.fixes.length !== 1 || !fitsText(snapshot.text, fix)) continue;
    const added = fix.edits.filter((edit) => !edits.some((other) => sameEdit(edit, other)));
    if (added.some((edit) => edits.some((other) => overlap(edit, other)))) continue;
    edits.push(...added);
    settles.push(finding);
  }
  if (settles.length < 2) return null;
  return { title: `Make all ${settles.length} simple fixes`, edits, settles, preferred: false };
}

/** The text after the edits, which may come in any order. @throws when two of them overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start.offset - b.span.start.offset);
  let at = 0;
  let result = '';
  for (const { span, text: words } of sorted) {
    if (span.start.offset < at) throw new Error(`Unexpected overlapping edits at offset ${span.start.offset}`);
    result += text.slice(at, span.start.offset) + words;
    at = span.end.offset;
  }
  return result + text.slice(at);
}

function fitsText(text: string, fix: Fix): boolean {
  return fix.edits.every(({ span }) => span.start.offset <= span.end.offset && span.end.offset <= text.length);
}

function sameEdit(a: Edit, b: Edit): boolean {
  return a.span.start.offset === b.span.start.offset && a.span.end.offset === b.span.end.offset && a.text === b.text;
}

/** Two insertions at one place overlap too: which comes first would be chance. */
function overlap(a: Edit, b: Edit): boolean {
  return (
    (a.span.start.offset < b.span.end.offset && b.span.start.offset < a.span.end.offset) ||
    a.span.start.offset === b.span.start.offset
  );
}
