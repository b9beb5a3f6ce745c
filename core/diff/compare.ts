import { diffLines, diffWordsWithSpace } from 'diff';
import type { PolicyReading } from '../policy/parse.ts';
import type { MeaningChange } from './change.ts';
import { diffPolicies } from './diff.ts';

/** A run of words that stayed, came or went. */
export interface TextPart {
  is: 'same' | 'added' | 'removed';
  text: string;
}

/** Lines that changed together, with the words that differ in them. */
export interface TextChange {
  /** 1-based line of the later text where it stands, or stood. */
  line: number;
  parts: TextPart[];
}

/** Two versions of a policy: what changed in meaning, and what in words. */
export interface PolicyComparison {
  meaning: MeaningChange[];
  text: TextChange[];
  /** Whether the words differ too much to be told apart one by one. */
  tooMuch: boolean;
}

/** Texts that share next to nothing would take the comparison minutes and tell nobody anything. */
const MOST_EDITS = 4000;

/** The later version against the earlier one, by meaning and by words. */
export function comparePolicies(before: PolicyReading, after: PolicyReading): PolicyComparison {
  const text = changedText(before.document.text, after.document.text);
  return { meaning: diffPolicies(before, after), text: text ?? [], tooMuch: text === null };
}

/** What was written anew, line by line and word by word; null when the texts have too little in common. */
export function changedText(before: string, after: string): TextChange[] | null {
  const runs = diffLines(withUnixEnds(before), withUnixEnds(after), { maxEditLength: MOST_EDITS });
  if (!runs) return null;
  const changes: TextChange[] = [];
  let line = 1;
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at];
    if (!run) continue;
    const next = runs[at + 1];
    if (run.removed) {
      const replacement = next?.added ? next : null;
      changes.push({ line, parts: partsOf(run.value, replacement?.value ?? '') });
      if (replacement) {
        line += replacement.count;
        at++;
      }
    } else {
      if (run.added) changes.push({ line, parts: partsOf('', run.value) });
      line += run.count;
    }
  }
  return changes.filter(({ parts }) => parts.some(({ is, text }) => is !== 'same' && text.trim() !== ''));
}

function partsOf(before: string, after: string): TextPart[] {
  if (before === '') return [{ is: 'added', text: after }];
  if (after === '') return [{ is: 'removed', text: before }];
  const words = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  const parts = words?.map(
    ({ added, removed, value }): TextPart => ({ is: added ? 'added' : removed ? 'removed' : 'same', text: value }),
  );
  const kept = parts?.reduce((sum, { is, text }) => sum + (is === 'same' ? text.trim().length : 0), 0) ?? 0;
  // Two lines that have only small words in common are two lines, not one that was changed.
  if (!parts || kept < Math.min(before.length, after.length) * 0.3)
    return [
      { is: 'removed', text: before },
      { is: 'added', text: after },
    ];
  return parts;
}

function withUnixEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
