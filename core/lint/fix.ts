import type { Finding, Fix } from './finding.ts';

/** A text after its fixes, with what was done and what was left. */
export interface FixedText {
  readonly text: string;
  readonly applied: readonly Finding[];
  /** Findings whose fix would have touched what another fix changes; fixing again takes them. */
  readonly left: readonly Finding[];
}

/** The text after one fix. @throws when the edits of the fix touch each other. */
export function applyFix(text: string, fix: Fix): string {
  const edits = inTextOrder(fix);
  for (let index = 1; index < edits.length; index++) {
    const at = edits[index]?.span.start.offset ?? 0;
    if (at < (edits[index - 1]?.span.end.offset ?? 0))
      throw new Error(
        `Unexpected overlapping edits at offset ${at}, expected the edits of “${fix.title}” to stand apart`,
      );
  }
  return edits.reduceRight(
    (changed, { span, text: words }) => changed.slice(0, span.start.offset) + words + changed.slice(span.end.offset),
    text,
  );
}

/** Applies the first fix of every finding; of fixes that touch each other the first in the text. */
export function applyFixes(text: string, findings: readonly Finding[]): FixedText {
  const applied: Finding[] = [];
  const left: Finding[] = [];
  const taken: Fix['edits'] = [];
  for (const finding of findings) {
    const fix = finding.fixes[0];
    if (!fix) continue;
    const isSame = fix.edits.every((edit) => taken.some((other) => isSameEdit(edit, other)));
    if (isSame) applied.push(finding);
    else if (fix.edits.some((edit) => taken.some((other) => touch(edit, other)))) left.push(finding);
    else {
      taken.push(...fix.edits);
      applied.push(finding);
    }
  }
  if (taken.length === 0) return { text, applied, left };
  return { text: applyFix(text, { title: 'All fixes', edits: taken }), applied, left };
}

type Edit = Fix['edits'][number];

function inTextOrder({ edits }: Fix): Edit[] {
  return [...edits].sort((a, b) => a.span.start.offset - b.span.start.offset || a.span.end.offset - b.span.end.offset);
}

function isSameEdit(a: Edit, b: Edit): boolean {
  return a.text === b.text && a.span.start.offset === b.span.start.offset && a.span.end.offset === b.span.end.offset;
}

/** Two insertions at one place touch: their order would be a guess. */
function touch(a: Edit, b: Edit): boolean {
  const [from, to] = [a.span.start.offset, a.span.end.offset];
  const [other, end] = [b.span.start.offset, b.span.end.offset];
  return (from < end && other < to) || (from === other && (from === to || other === end));
}
