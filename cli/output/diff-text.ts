import { moveWords, type PolicyDiff, standingWords } from './policy-diff.ts';
import { count, oneLine } from './terminal-text.ts';
import { wrap } from './wrap.ts';

const WIDTH = 96;

/** The comparison for a terminal. */
export function diffText({ before, after, changes, asOf, asOfFrom, pupils, moves = [] }: PolicyDiff): string {
  const lines = [`${oneLine(before)} → ${oneLine(after)}: ${count(changes.length, 'change')} in meaning.`, ''];
  for (const change of changes) {
    lines.push(...indented(`${change.text}${change.direction === 'neutral' ? '' : ` (${change.direction})`}`, '  '));
    if (change.before)
      lines.push(...indented(`before, line ${change.before.line}: “${change.before.sentence}”`, '      '));
    if (change.after) lines.push(...indented(`now, line ${change.after.line}: “${change.after.sentence}”`, '      '));
    lines.push('');
  }
  if (!pupils) return lines.join('\n');
  const whom = pupils.length === 0 ? 'No pupil stands' : count(pupils.length, 'pupil stands', 'pupils stand');
  lines.push(`${whom} at another step as of ${asOf} (${asOfFrom}).`, '');
  for (const move of moves) lines.push(...indented(`${move.pupils} × ${moveWords(move)}`, '  '));
  if (moves.length > 0) lines.push('');
  for (const pupil of pupils) {
    const who = [pupil.pupilId, pupil.name].filter(Boolean).join(' ');
    lines.push(...indented(`${who}: ${standingWords(pupil.before)} → ${standingWords(pupil.after)}`, '  '));
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function indented(text: string, indent: string): string[] {
  return wrap(oneLine(text), WIDTH - indent.length).map((line, index) => `${indent}${index > 0 ? '  ' : ''}${line}`);
}
